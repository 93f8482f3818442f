package it.cronoprogramma.processo.modello;

/**
 * The process {@code attivita-1-4-3-pagopa}: collection services become active.
 */
public final class Attivita143Pagopa extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "attivita-1-4-3-pagopa";

	/** The element {@code indicaPartner}. */
	public static final String INDICA_PARTNER = "indicaPartner";

	/** The element {@code registraTransazione}. */
	public static final String REGISTRA_TRANSAZIONE = "registraTransazione";

	/** Whether every service of the package is active. */
	public static final Variabile<Boolean> TUTTI_ATTIVI = new Variabile<>("tuttiAttivi", Boolean.class);

	private Attivita143Pagopa() {
	}

}
