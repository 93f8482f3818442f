package it.cronoprogramma.processo.modello;

/**
 * The process {@code attivita-1-3-1-pdnd}: API are published.
 */
public final class Attivita131Pdnd extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "attivita-1-3-1-pdnd";

	/** The element {@code aderisciPdnd}. */
	public static final String ADERISCI_PDND = "aderisciPdnd";

	/** The element {@code registraApi}. */
	public static final String REGISTRA_API = "registraApi";

	/** Whether every service of the package is active. */
	public static final Variabile<Boolean> TUTTI_ATTIVI = new Variabile<>("tuttiAttivi", Boolean.class);

	private Attivita131Pdnd() {
	}

}
