package it.cronoprogramma.processo.modello;

/**
 * The process {@code avviso-1-4-3-pagopa}.
 */
public final class Avviso143Pagopa extends ProcessoAvviso {

	/** The key. */
	public static final String CHIAVE = "avviso-1-4-3-pagopa";

	private Avviso143Pagopa() {
	}

}
