package it.cronoprogramma.processo.modello;

/**
 * The process {@code leggi-ritorno}: one reading of the sender's mailbox.
 */
public final class LeggiRitorno {

	/** The key. */
	public static final String CHIAVE = "leggi-ritorno";

	/** The element {@code leggiRitorno}. */
	public static final String LEGGI_RITORNO = "leggiRitorno";

	/** The element {@code programmaRitorno}. */
	public static final String PROGRAMMA_RITORNO = "programmaRitorno";

	/** The mailbox, for readers. */
	public static final Variabile<String> DESCRIZIONE = Variabile.testo("descrizione");

	/**
	 * What is left to do: altri, niente, or tolta for a mailbox that is not set any more.
	 */
	public static final Variabile<String> RESTA = Variabile.testo("resta");

	private LeggiRitorno() {
	}

}
