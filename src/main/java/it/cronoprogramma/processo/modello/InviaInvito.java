package it.cronoprogramma.processo.modello;

/**
 * The process {@code invia-invito}. It belongs to no ente, so that whoever may enter
 * Cockpit sees it: it says nothing of whom it writes to.
 */
public final class InviaInvito {

	/** The key. */
	public static final String CHIAVE = "invia-invito";

	/** The element {@code inviaInvito}. */
	public static final String INVIA_INVITO = "inviaInvito";

	/** The link's row. */
	public static final Variabile<String> INVITO = Variabile.testo("invito");

	private InviaInvito() {
	}

}
