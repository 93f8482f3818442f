package it.cronoprogramma.candidatura;

/**
 * The terms that run against a candidatura (dominio 2.3).
 */
public enum TipoTermine {

	/** T0: until the avviso closes. */
	DOMANDA("domanda", "Invio della domanda"),

	/** T1: from the PEC of ammissibilità; perentorio. */
	CUP("cup", "Inserimento del CUP"),

	/** T2: from the notification of the decreto di finanziamento. */
	CONTRATTUALIZZAZIONE("contrattualizzazione", "Contrattualizzazione dei fornitori"),

	/** T3: from the last contract. */
	COMPLETAMENTO("completamento", "Completamento delle attività");

	private final String codice;

	private final String nome;

	TipoTermine(String codice, String nome) {
		this.codice = codice;
		this.nome = nome;
	}

	/**
	 * The word used in tables, variables and columns.
	 * @return the code
	 */
	public String codice() {
		return this.codice;
	}

	/**
	 * The term as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Whether the term can run again after it was met: completion does, when the outcome
	 * of asseverazione is partial (dominio 2.9).
	 * @return {@code true} for completamento
	 */
	public boolean riapribile() {
		return this == COMPLETAMENTO;
	}

	/**
	 * Reads the code.
	 * @param codice the word used in tables, variables and columns
	 * @return the term
	 * @throws IllegalArgumentException if there is none of this code
	 */
	public static TipoTermine leggi(String codice) {
		for (TipoTermine tipo : values()) {
			if (tipo.codice.equals(codice)) {
				return tipo;
			}
		}
		throw new IllegalArgumentException("Termine sconosciuto: " + codice);
	}

}
