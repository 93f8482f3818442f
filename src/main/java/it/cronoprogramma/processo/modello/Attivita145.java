package it.cronoprogramma.processo.modello;

/**
 * The process {@code attivita-1-4-5}: two kinds of acts are notified.
 */
public final class Attivita145 extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "attivita-1-4-5";

	/** The element {@code registraNotifica}. */
	public static final String REGISTRA_NOTIFICA = "registraNotifica";

	/** Whether every service of the package is active. */
	public static final Variabile<Boolean> TUTTI_ATTIVI = new Variabile<>("tuttiAttivi", Boolean.class);

	private Attivita145() {
	}

}
