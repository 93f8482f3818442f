package it.cronoprogramma.processo.modello;

/**
 * The process {@code fase-integrazione}: what the Dipartimento asks for, and the answer.
 */
public final class FaseIntegrazione {

	/** The key. */
	public static final String CHIAVE = "fase-integrazione";

	/** The element {@code apriTermineIntegrazione}. */
	public static final String APRI_TERMINE_INTEGRAZIONE = "apriTermineIntegrazione";

	/** The element {@code rispondiIntegrazione}. */
	public static final String RISPONDI_INTEGRAZIONE = "rispondiIntegrazione";

	/** The element {@code orologioIntegrazione}. */
	public static final String OROLOGIO_INTEGRAZIONE = "orologioIntegrazione";

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

	private FaseIntegrazione() {
	}

}
