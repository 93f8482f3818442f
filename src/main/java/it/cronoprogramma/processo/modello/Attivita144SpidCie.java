package it.cronoprogramma.processo.modello;

/**
 * The process {@code attivita-1-4-4-spid-cie}: what is missing is integrated.
 */
public final class Attivita144SpidCie extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "attivita-1-4-4-spid-cie";

	/** The element {@code integraSpid}. */
	public static final String INTEGRA_SPID = "integraSpid";

	/** The element {@code federazione}. */
	public static final String FEDERAZIONE = "federazione";

	/** The element {@code erogaFormazione}. */
	public static final String EROGA_FORMAZIONE = "erogaFormazione";

	private Attivita144SpidCie() {
	}

}
