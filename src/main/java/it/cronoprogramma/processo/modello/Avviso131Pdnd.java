package it.cronoprogramma.processo.modello;

/**
 * The process {@code avviso-1-3-1-pdnd}.
 */
public final class Avviso131Pdnd extends ProcessoAvviso {

	/** The key. */
	public static final String CHIAVE = "avviso-1-3-1-pdnd";

	private Avviso131Pdnd() {
	}

}
