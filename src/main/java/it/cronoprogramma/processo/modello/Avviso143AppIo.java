package it.cronoprogramma.processo.modello;

/**
 * The process {@code avviso-1-4-3-app-io}.
 */
public final class Avviso143AppIo extends ProcessoAvviso {

	/** The key. */
	public static final String CHIAVE = "avviso-1-4-3-app-io";

	private Avviso143AppIo() {
	}

}
