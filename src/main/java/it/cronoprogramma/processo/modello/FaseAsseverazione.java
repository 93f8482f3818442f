package it.cronoprogramma.processo.modello;

/**
 * The process {@code fase-asseverazione}: the outcome of asseverazione.
 */
public final class FaseAsseverazione {

	/** The key. */
	public static final String CHIAVE = "fase-asseverazione";

	/** The element {@code registraAsseverazione}. */
	public static final String REGISTRA_ASSEVERAZIONE = "registraAsseverazione";

	/** The element {@code integrazione}. */
	public static final String INTEGRAZIONE = "integrazione";

	/** The ente's name, for readers. */
	public static final Variabile<String> ENTE = Variabile.testo("ente");

	/** The avviso's code. */
	public static final Variabile<String> AVVISO = Variabile.testo("avviso");

	/** Positivo, parziale or negativo. */
	public static final Variabile<String> ESITO_ASSEVERAZIONE = Variabile.testo("esitoAsseverazione");

	/** Whether the Dipartimento has asked for something. */
	public static final Variabile<Boolean> INTEGRAZIONE_CHIESTA = new Variabile<>("integrazioneChiesta", Boolean.class);

	private FaseAsseverazione() {
	}

}
