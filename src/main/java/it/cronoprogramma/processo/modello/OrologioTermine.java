package it.cronoprogramma.processo.modello;

/**
 * The process {@code orologio-termine}: the clock of a term.
 */
public final class OrologioTermine {

	/** The key. */
	public static final String CHIAVE = "orologio-termine";

	/** The element {@code registraEvento}. */
	public static final String REGISTRA_EVENTO = "registraEvento";

	/** The element {@code inviaPromemoria}. */
	public static final String INVIA_PROMEMORIA = "inviaPromemoria";

	/** The element {@code segnaScaduto}. */
	public static final String SEGNA_SCADUTO = "segnaScaduto";

	/** The element {@code valutaScaduto}. */
	public static final String VALUTA_SCADUTO = "valutaScaduto";

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

	/** The kind of the last event. */
	public static final Variabile<String> EVENTO = Variabile.testo("evento");

	/** The reminder it raised. */
	public static final Variabile<String> PROMEMORIA = Variabile.testo("promemoria");

	/** Whether the reminder it raised does not wait for the morning run. */
	public static final Variabile<Boolean> SUBITO = new Variabile<>("subito", Boolean.class);

	private OrologioTermine() {
	}

}
