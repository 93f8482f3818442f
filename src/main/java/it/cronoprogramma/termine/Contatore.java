package it.cronoprogramma.termine;

/**
 * The four counters in which PA digitale 2026 adds up the days of proroga it has granted
 * to a project (dominio 2.6).
 */
public enum Contatore {

	/** Granted by the platform by itself. */
	AUTOMATICA("automatica"),

	/** Granted by the Dipartimento beyond the ordinary, also d'ufficio. */
	ECCEZIONALE("eccezionale"),

	/** Asked for by PEC. */
	PEC("richiesta via PEC"),

	/** Asked for on the platform ("Richiesta Variazione Cronoprogramma"). */
	PIATTAFORMA("richiesta via piattaforma");

	private final String nome;

	Contatore(String nome) {
		this.nome = nome;
	}

	/**
	 * The counter as people call it.
	 * @return the words that follow "proroga"
	 */
	public String nome() {
		return this.nome;
	}

}
