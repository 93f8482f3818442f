package it.cronoprogramma.processo.modello;

/**
 * The process {@code fase-contrattualizzazione}: from the decree to the last contract.
 */
public final class FaseContrattualizzazione {

	/** The key. */
	public static final String CHIAVE = "fase-contrattualizzazione";

	/** The element {@code registraDecreto}. */
	public static final String REGISTRA_DECRETO = "registraDecreto";

	/** The element {@code apriTermineContrattualizzazione}. */
	public static final String APRI_TERMINE_CONTRATTUALIZZAZIONE = "apriTermineContrattualizzazione";

	/** The element {@code registraContratto}. */
	public static final String REGISTRA_CONTRATTO = "registraContratto";

	/** The element {@code componiPacchettoFinanziato}. */
	public static final String COMPONI_PACCHETTO_FINANZIATO = "componiPacchettoFinanziato";

	/** The element {@code apriTermineLimite}. */
	public static final String APRI_TERMINE_LIMITE = "apriTermineLimite";

	/** The element {@code orologioLimite}. */
	public static final String OROLOGIO_LIMITE = "orologioLimite";

	/** The element {@code orologioContrattualizzazione}. */
	public static final String OROLOGIO_CONTRATTUALIZZAZIONE = "orologioContrattualizzazione";

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

	/** Whether the operator declared it concluded. */
	public static final Variabile<Boolean> CONTRATTI_CONCLUSI = new Variabile<>("contrattiConclusi", Boolean.class);

	private FaseContrattualizzazione() {
	}

}
