package it.cronoprogramma.processo.modello;

/**
 * The process {@code controllo-campione}: from the PEC of a sample check to the answer.
 */
public final class ControlloCampione extends ProcessoAccanto {

	/** The key. */
	public static final String CHIAVE = "controllo-campione";

	/** The element {@code apriTermineControllo}. */
	public static final String APRI_TERMINE_CONTROLLO = "apriTermineControllo";

	/** The element {@code rispondiControllo}. */
	public static final String RISPONDI_CONTROLLO = "rispondiControllo";

	/** The element {@code registraEsitoControllo}. */
	public static final String REGISTRA_ESITO_CONTROLLO = "registraEsitoControllo";

	/** The element {@code avviaRevoca}. */
	public static final String AVVIA_REVOCA = "avviaRevoca";

	/** The element {@code orologioControllo}. */
	public static final String OROLOGIO_CONTROLLO = "orologioControllo";

	/** The term that runs. */
	public static final Variabile<String> TERMINE = Variabile.testo("termine");

	/** Its row. */
	public static final Variabile<String> SCADENZA_ID = Variabile.testo("scadenzaId");

	/** Its governing day, ISO. */
	public static final Variabile<String> SCADENZA = Variabile.testo("scadenza");

	/** The row of the check. */
	public static final Variabile<String> CONTROLLO = Variabile.testo("controllo");

	/** Whether the outcome of the check is negative. */
	public static final Variabile<Boolean> CONTROLLO_NEGATIVO = new Variabile<>("controlloNegativo", Boolean.class);

	private ControlloCampione() {
	}

}
