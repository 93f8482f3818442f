package it.cronoprogramma.processo.modello;

/**
 * The process {@code fase-completamento}: from the last contract to the declaration of
 * completion.
 */
public final class FaseCompletamento {

	/** The key. */
	public static final String CHIAVE = "fase-completamento";

	/** The element {@code apriTermineCompletamento}. */
	public static final String APRI_TERMINE_COMPLETAMENTO = "apriTermineCompletamento";

	/** The element {@code realizzazione}. */
	public static final String REALIZZAZIONE = "realizzazione";

	/** The element {@code dichiaraCompletamento}. */
	public static final String DICHIARA_COMPLETAMENTO = "dichiaraCompletamento";

	/** The element {@code apriTermineLimite}. */
	public static final String APRI_TERMINE_LIMITE = "apriTermineLimite";

	/** The element {@code orologioLimite}. */
	public static final String OROLOGIO_LIMITE = "orologioLimite";

	/** The element {@code orologioCompletamento}. */
	public static final String OROLOGIO_COMPLETAMENTO = "orologioCompletamento";

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

	/** The row of the outer limit, which runs beside it. */
	public static final Variabile<String> LIMITE_ID = Variabile.testo("limiteId");

	/** The governing day of the outer limit, ISO. */
	public static final Variabile<String> LIMITE = Variabile.testo("limite");

	/** The key of the process in which this avviso's activities are realised. */
	public static final Variabile<String> ATTIVITA = Variabile.testo("attivita");

	private FaseCompletamento() {
	}

}
