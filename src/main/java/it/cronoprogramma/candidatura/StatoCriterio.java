package it.cronoprogramma.candidatura;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * What was found of a criterion of conformity.
 */
public enum StatoCriterio implements Codificato {

	/** Nobody has looked, or it is to be looked at again. */
	DA_VERIFICARE("da-verificare", "da verificare"),

	/** Seen, and as it should be. */
	RISPETTATO("rispettato", "rispettato"),

	/** Seen, and not as it should be. */
	NON_RISPETTATO("non-rispettato", "non rispettato");

	private final String codice;

	private final String nome;

	StatoCriterio(String codice, String nome) {
		this.codice = codice;
		this.nome = nome;
	}

	/**
	 * The word used in forms and columns.
	 * @return the code
	 */
	@Override
	public String codice() {
		return this.codice;
	}

	/**
	 * The state as people read it.
	 * @return the name in Italian
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Reads the code.
	 * @param codice the word used in forms and columns
	 * @return the state
	 * @throws Rifiuto if there is none of this code
	 */
	public static StatoCriterio leggi(String codice) {
		return Codificato.leggi(values(), codice,
				(c) -> Rifiuto.nonValido(
						"Stato del criterio «%s» sconosciuto: scelga «da verificare», «rispettato» o «non rispettato».",
						c));
	}

}
