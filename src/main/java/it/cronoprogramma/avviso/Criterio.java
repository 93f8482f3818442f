package it.cronoprogramma.avviso;

/**
 * A criterion of conformity that the Dipartimento checks.
 *
 * @param codice its code, e.g. {@code C.SI.1.1}
 * @param categoria of 1.4.1, one of the five categories
 * @param nome what it asks for
 * @param riferimento the technical or legal reference
 */
public record Criterio(String codice, String categoria, String nome, String riferimento) {

	/** What a criterion is about. */
	public enum Oggetto {

		/** The comune's web site: the twenty criteria C.SI. */
		SITO,

		/** A service; of 1.4.1, the eighteen criteria C.SE. */
		SERVIZIO,

		/** What is checked once for the whole package. */
		PROGETTO

	}

}
