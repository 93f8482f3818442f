package it.cronoprogramma.processo.modello;

/**
 * The process {@code invia-messaggio}: a mail. It belongs to a gestione, so that Cockpit
 * shows it to those who follow it, and it says nothing of whom it writes to.
 */
public final class InviaMessaggio {

	/** The key. */
	public static final String CHIAVE = "invia-messaggio";

	/** The element {@code inviaMessaggio}. */
	public static final String INVIA_MESSAGGIO = "inviaMessaggio";

	/** The message's row. */
	public static final Variabile<String> MESSAGGIO = Variabile.testo("messaggio");

	/** The gestione it belongs to. */
	public static final Variabile<String> GESTIONE = Variabile.testo("gestione");

	private InviaMessaggio() {
	}

}
