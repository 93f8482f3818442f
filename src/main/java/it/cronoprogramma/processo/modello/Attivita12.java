package it.cronoprogramma.processo.modello;

/**
 * The process {@code attivita-1-2}: services migrate to the cloud.
 */
public final class Attivita12 extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "attivita-1-2";

	/** The element {@code registraMigrazione}. */
	public static final String REGISTRA_MIGRAZIONE = "registraMigrazione";

	/** Whether every service of the package is active. */
	public static final Variabile<Boolean> TUTTI_ATTIVI = new Variabile<>("tuttiAttivi", Boolean.class);

	private Attivita12() {
	}

}
