package it.cronoprogramma.processo.modello;

/**
 * The process {@code avviso-1-2}.
 */
public final class Avviso12 extends ProcessoAvviso {

	/** The key. */
	public static final String CHIAVE = "avviso-1-2";

	private Avviso12() {
	}

}
