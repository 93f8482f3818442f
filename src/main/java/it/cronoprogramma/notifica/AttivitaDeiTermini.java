package it.cronoprogramma.notifica;

import it.cronoprogramma.candidatura.Scadenza;

/**
 * Knows what is to be done about a term.
 */
public interface AttivitaDeiTermini {

	/**
	 * Where what is to be done about a term is done.
	 * @param s the term
	 * @return the address that opens the task after login, or the list of tasks where
	 * none is open
	 */
	String collegamento(Scadenza s);

}
