package it.cronoprogramma.processo.modello;

/**
 * The process {@code avviso-1-4-4-ansc}.
 */
public final class Avviso144Ansc extends ProcessoAvviso {

	/** The key. */
	public static final String CHIAVE = "avviso-1-4-4-ansc";

	private Avviso144Ansc() {
	}

}
