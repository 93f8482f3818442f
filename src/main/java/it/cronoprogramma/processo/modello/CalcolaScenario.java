package it.cronoprogramma.processo.modello;

/**
 * The process {@code calcola-scenario}.
 */
public final class CalcolaScenario {

	/** The key. */
	public static final String CHIAVE = "calcola-scenario";

	/** The element {@code preparaScenario}. */
	public static final String PREPARA_SCENARIO = "preparaScenario";

	private CalcolaScenario() {
	}

}
