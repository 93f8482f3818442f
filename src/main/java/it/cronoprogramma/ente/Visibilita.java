package it.cronoprogramma.ente;

import java.util.Set;

/**
 * Which enti a person may see.
 */
public interface Visibilita {

	/**
	 * What a user may see.
	 * @param utente the user's id
	 * @return ids of enti and of gestioni associate, empty for a user who is unknown
	 */
	Set<String> di(String utente);

}
