package it.cronoprogramma.processo.modello;

/**
 * The process {@code attivita-1-4-4-ansc}: civil status goes digital.
 */
public final class Attivita144Ansc extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "attivita-1-4-4-ansc";

	/** The element {@code chiudiRegistri}. */
	public static final String CHIUDI_REGISTRI = "chiudiRegistri";

	/** The element {@code adottaAnsc}. */
	public static final String ADOTTA_ANSC = "adottaAnsc";

	/** The element {@code registraPrimoAtto}. */
	public static final String REGISTRA_PRIMO_ATTO = "registraPrimoAtto";

	private Attivita144Ansc() {
	}

}
