package it.cronoprogramma.processo.modello;

/**
 * The process {@code controllo-campione}: from the PEC of a sample check to the answer.
 */
public final class ControlloCampione {

	/** The key. */
	public static final String CHIAVE = "controllo-campione";

	/** The element {@code apriTermineControllo}. */
	public static final String APRI_TERMINE_CONTROLLO = "apriTermineControllo";

	/** The element {@code rispondiControllo}. */
	public static final String RISPONDI_CONTROLLO = "rispondiControllo";

	/** The element {@code orologioControllo}. */
	public static final String OROLOGIO_CONTROLLO = "orologioControllo";

	/** The ente, its tenant. */
	public static final Variabile<String> ENTE_ID = Variabile.testo("enteId");

	/** The ente's name, for readers. */
	public static final Variabile<String> ENTE = Variabile.testo("ente");

	/** The avviso's code. */
	public static final Variabile<String> AVVISO = Variabile.testo("avviso");

	/** The term that runs. */
	public static final Variabile<String> TERMINE = Variabile.testo("termine");

	/** Its row. */
	public static final Variabile<String> SCADENZA_ID = Variabile.testo("scadenzaId");

	/** Its governing day, ISO. */
	public static final Variabile<String> SCADENZA = Variabile.testo("scadenza");

	/** The row of the check. */
	public static final Variabile<String> CONTROLLO = Variabile.testo("controllo");

	private ControlloCampione() {
	}

}
