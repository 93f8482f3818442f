package it.cronoprogramma.processo.modello;

/**
 * The process {@code avviso-1-4-5}.
 */
public final class Avviso145 extends ProcessoAvviso {

	/** The key. */
	public static final String CHIAVE = "avviso-1-4-5";

	private Avviso145() {
	}

}
