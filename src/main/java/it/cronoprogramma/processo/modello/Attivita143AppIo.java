package it.cronoprogramma.processo.modello;

/**
 * The process {@code attivita-1-4-3-app-io}: services become visible in the app.
 */
public final class Attivita143AppIo extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "attivita-1-4-3-app-io";

	/** The element {@code onboarding}. */
	public static final String ONBOARDING = "onboarding";

	/** The element {@code registraPubblicazione}. */
	public static final String REGISTRA_PUBBLICAZIONE = "registraPubblicazione";

	/** Whether every service of the package is active. */
	public static final Variabile<Boolean> TUTTI_ATTIVI = new Variabile<>("tuttiAttivi", Boolean.class);

	private Attivita143AppIo() {
	}

}
