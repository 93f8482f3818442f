package it.cronoprogramma.processo.modello;

/**
 * The process {@code preparazione-1-2}: what comes before the domanda.
 */
public final class Preparazione12 extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "preparazione-1-2";

	/** The element {@code compilaAssessment}. */
	public static final String COMPILA_ASSESSMENT = "compilaAssessment";

	/** The element {@code classificaServizi}. */
	public static final String CLASSIFICA_SERVIZI = "classificaServizi";

	private Preparazione12() {
	}

}
