package it.cronoprogramma.candidatura;

import java.util.function.Function;

/**
 * One of a fixed set, known in forms and columns by a word.
 */
interface Codificato {

	/**
	 * The word used in forms and columns.
	 * @return the code
	 */
	String codice();

	/**
	 * The one of this code.
	 * @param <E> the set
	 * @param valori all there are
	 * @param codice the word looked for
	 * @param sconosciuto what to throw, given the word, if there is none
	 * @return the one of this code
	 */
	static <E extends Codificato> E leggi(E[] valori, String codice,
			Function<String, ? extends RuntimeException> sconosciuto) {
		for (E valore : valori) {
			if (valore.codice().equals(codice)) {
				return valore;
			}
		}
		throw sconosciuto.apply(codice);
	}

}
