package it.cronoprogramma.pec;

/**
 * What a message is, by its envelope (RFC 6109; dominio 6.1).
 */
public enum TipoMessaggio {

	/** A busta di trasporto: certified mail. */
	POSTA_CERTIFICATA("posta certificata"),

	/** A busta di anomalia: ordinary mail that came to a PEC box. */
	ANOMALIA("busta di anomalia: posta non certificata"),

	/** A receipt: it speaks of what the ente itself has sent. */
	RICEVUTA("ricevuta"),

	/** Mail without an envelope. */
	ORDINARIO("posta ordinaria, senza busta di trasporto"),

	/** Sealed in a way that cannot be opened, or no mail at all. */
	ILLEGGIBILE("messaggio che non si riesce a leggere");

	private final String nome;

	TipoMessaggio(String nome) {
		this.nome = nome;
	}

	/**
	 * What it is, in words.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

}
