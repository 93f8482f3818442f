package it.cronoprogramma.processo.modello;

/**
 * The process {@code leggi-caselle-pec}: one reading of one mailbox, whose name is the
 * business key.
 */
public final class LeggiCasellePec {

	/** The key. */
	public static final String CHIAVE = "leggi-caselle-pec";

	/** The element {@code leggiCasella}. */
	public static final String LEGGI_CASELLA = "leggiCasella";

	/** The element {@code programmaLettura}. */
	public static final String PROGRAMMA_LETTURA = "programmaLettura";

	/** The gestione or ente whose mailbox it is, its tenant. */
	public static final Variabile<String> ENTE_ID = Variabile.testo("enteId");

	/** The mailbox, for readers. */
	public static final Variabile<String> DESCRIZIONE = Variabile.testo("descrizione");

	/**
	 * What is left to do: altri, niente, or tolta for a mailbox that is not set any more.
	 */
	public static final Variabile<String> RESTA = Variabile.testo("resta");

	private LeggiCasellePec() {
	}

}
