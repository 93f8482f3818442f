package it.cronoprogramma.candidatura;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * 1.4.4 SPID/CIE: what the ente has integrated already (seed 000, "SPID/CIE - modalità").
 * Who has neither must adopt both (FAQ 05/007/006).
 */
public enum ScenarioPartenza implements Codificato {

	/** Neither: both are to be integrated. */
	NESSUNA("nessuna", "nessuna integrazione", true, true),

	/** SPID only: CIE is to be integrated. */
	SOLO_SPID("solo-spid", "solo SPID", false, true),

	/** CIE only: SPID is to be integrated. */
	SOLO_CIE("solo-cie", "solo CIE", true, false);

	private final String codice;

	private final String nome;

	private final boolean mancaSpid;

	private final boolean mancaCie;

	ScenarioPartenza(String codice, String nome, boolean mancaSpid, boolean mancaCie) {
		this.codice = codice;
		this.nome = nome;
		this.mancaSpid = mancaSpid;
		this.mancaCie = mancaCie;
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
	 * The scenario as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Whether SPID is to be integrated.
	 * @return {@code true} if it is missing
	 */
	public boolean mancaSpid() {
		return this.mancaSpid;
	}

	/**
	 * Whether CIE is to be integrated.
	 * @return {@code true} if it is missing
	 */
	public boolean mancaCie() {
		return this.mancaCie;
	}

	/**
	 * Reads the code.
	 * @param codice the word used in forms and columns
	 * @return the scenario
	 * @throws Rifiuto if there is none of this code
	 */
	public static ScenarioPartenza leggi(String codice) {
		return Codificato.leggi(values(), codice, (c) -> Rifiuto
			.nonValido("Scenario di partenza «%s» sconosciuto: scelga nessuna integrazione, solo SPID o solo CIE.", c));
	}

}
