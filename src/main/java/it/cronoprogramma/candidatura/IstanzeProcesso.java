package it.cronoprogramma.candidatura;

import java.util.Collection;
import java.util.Map;

/**
 * Where the process that follows a candidatura can be looked at.
 */
public interface IstanzeProcesso {

	/**
	 * The running instances of some candidature.
	 * @param codici the candidature's codes
	 * @return ids of instances by code; none for a candidatura whose process has ended or
	 * that no process follows
	 */
	Map<String, String> di(Collection<String> codici);

}
