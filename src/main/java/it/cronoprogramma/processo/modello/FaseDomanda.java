package it.cronoprogramma.processo.modello;

/**
 * The process {@code fase-domanda}: from the draft to the sending of the domanda.
 */
public final class FaseDomanda {

	/** The key. */
	public static final String CHIAVE = "fase-domanda";

	/** The element {@code apriTermineDomanda}. */
	public static final String APRI_TERMINE_DOMANDA = "apriTermineDomanda";

	/** The element {@code preparazione}. */
	public static final String CHIAMA_PREPARAZIONE = "preparazione";

	/** The element {@code componiPacchetto}. */
	public static final String COMPONI_PACCHETTO = "componiPacchetto";

	/** The element {@code inviaDomanda}. */
	public static final String INVIA_DOMANDA = "inviaDomanda";

	/** The element {@code orologioDomanda}. */
	public static final String OROLOGIO_DOMANDA = "orologioDomanda";

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

	/** Inviata, modifica or ritirata. */
	public static final Variabile<String> ESITO_DOMANDA = Variabile.testo("esitoDomanda");

	/** The key of the process that comes before the domanda, where there is one. */
	public static final Variabile<String> PREPARAZIONE = Variabile.testo("preparazione");

	private FaseDomanda() {
	}

}
