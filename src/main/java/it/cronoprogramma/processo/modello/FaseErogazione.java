package it.cronoprogramma.processo.modello;

/**
 * The process {@code fase-erogazione}: from the request of erogazione to the money.
 */
public final class FaseErogazione {

	/** The key. */
	public static final String CHIAVE = "fase-erogazione";

	/** The element {@code richiediErogazione}. */
	public static final String RICHIEDI_EROGAZIONE = "richiediErogazione";

	/** The element {@code registraVerificaFormale}. */
	public static final String REGISTRA_VERIFICA_FORMALE = "registraVerificaFormale";

	/** The element {@code integrazione}. */
	public static final String INTEGRAZIONE = "integrazione";

	/** The element {@code registraErogazione}. */
	public static final String REGISTRA_EROGAZIONE = "registraErogazione";

	/** The ente's name, for readers. */
	public static final Variabile<String> ENTE = Variabile.testo("ente");

	/** The avviso's code. */
	public static final Variabile<String> AVVISO = Variabile.testo("avviso");

	/** Whether the Dipartimento has asked for something. */
	public static final Variabile<Boolean> INTEGRAZIONE_CHIESTA = new Variabile<>("integrazioneChiesta", Boolean.class);

	private FaseErogazione() {
	}

}
