package it.cronoprogramma.processo.modello;

/**
 * The process {@code avviso-1-4-1}.
 */
public final class Avviso141 extends ProcessoAvviso {

	/** The key. */
	public static final String CHIAVE = "avviso-1-4-1";

	private Avviso141() {
	}

}
