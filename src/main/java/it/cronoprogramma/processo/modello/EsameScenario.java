package it.cronoprogramma.processo.modello;

/**
 * The process {@code esame-scenario}.
 */
public final class EsameScenario {

	/** The key. */
	public static final String CHIAVE = "esame-scenario";

	/** The element {@code esaminaScenario}. */
	public static final String ESAMINA_SCENARIO = "esaminaScenario";

	/** For whom, in words. */
	public static final Variabile<String> DESCRIZIONE = Variabile.testo("descrizione");

	/** The population asked about, where no ente was. */
	public static final Variabile<Integer> POPOLAZIONE = new Variabile<>("popolazione", Integer.class);

	/** The day the avvisi must be open on, ISO; absent for all. */
	public static final Variabile<String> APERTI_IL = Variabile.testo("apertiIl");

	/** The ente or the gestione it is for, its tenant. */
	public static final Variabile<String> ENTE_ID = Variabile.testo("enteId");

	private EsameScenario() {
	}

}
