package it.cronoprogramma.processo.modello;

/**
 * The process {@code avviso-1-3-1-anncsu}.
 */
public final class Avviso131Anncsu extends ProcessoAvviso {

	/** The key. */
	public static final String CHIAVE = "avviso-1-3-1-anncsu";

	private Avviso131Anncsu() {
	}

}
