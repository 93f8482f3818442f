package it.cronoprogramma.candidatura;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * The outcomes of asseverazione (dominio 2.9).
 */
public enum Esito implements Codificato {

	/** All checks passed: the request of erogazione is unlocked. */
	POSITIVO("positivo"),

	/** Not conforming, but the term still runs: rework within the same term. */
	PARZIALE("parziale"),

	/** Not passed: the Dipartimento opens the procedure of revoca. */
	NEGATIVO("negativo");

	private final String codice;

	Esito(String codice) {
		this.codice = codice;
	}

	/**
	 * The word used in forms, columns and gateways.
	 * @return the code
	 */
	@Override
	public String codice() {
		return this.codice;
	}

	/**
	 * Reads the code.
	 * @param codice the word used in forms and columns
	 * @return the outcome
	 * @throws Rifiuto if there is none of this code
	 */
	public static Esito leggi(String codice) {
		return Codificato.leggi(values(), codice,
				(c) -> Rifiuto.nonValido("Esito «%s» sconosciuto: scelga positivo, parziale o negativo.", c));
	}

}
