package it.cronoprogramma.processo.modello;

/**
 * The process {@code attivita-1-4-1}: site and services go online.
 */
public final class Attivita141 extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "attivita-1-4-1";

	/** The element {@code verificaSito}. */
	public static final String VERIFICA_SITO = "verificaSito";

	/** The element {@code verificaServizio}. */
	public static final String VERIFICA_SERVIZIO = "verificaServizio";

	/** Whether the verification of this branch is concluded. */
	public static final Variabile<Boolean> VERIFICA_CONCLUSA = new Variabile<>("verificaConclusa", Boolean.class);

	/** The service of this branch. */
	public static final Variabile<String> SERVIZIO = Variabile.testo("servizio");

	private Attivita141() {
	}

}
