package it.cronoprogramma.ente;

import java.util.Set;

/**
 * Who, among those who may enter, somebody is whom the identity provider vouches for.
 */
public interface Riconoscimento {

	/**
	 * Recognises somebody; makes him a user, or brings him up to date.
	 * @param chi what the provider says of him
	 * @return the user
	 * @throws AccessoNegato if he may not enter
	 * @throws CampiRifiutati if what the provider says of him cannot be taken
	 */
	Riconosciuto riconosci(IdentitaEsterna chi);

	/**
	 * Somebody who may enter.
	 *
	 * @param utente the login name
	 * @param ruoli what he may do
	 * @param stato how he stands at the door
	 */
	record Riconosciuto(String utente, Set<Ruolo> ruoli, StatoUtente stato) {
	}

}
