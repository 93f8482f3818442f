package it.cronoprogramma.processo.modello;

/**
 * The process {@code attivita-1-3-1-anncsu}: house numbers get their position.
 */
public final class Attivita131Anncsu extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "attivita-1-3-1-anncsu";

	/** The element {@code validaCivici}. */
	public static final String VALIDA_CIVICI = "validaCivici";

	/** The element {@code georeferenziaCivici}. */
	public static final String GEOREFERENZIA_CIVICI = "georeferenziaCivici";

	private Attivita131Anncsu() {
	}

}
