package it.cronoprogramma.processo.modello;

/**
 * The process {@code avviso-1-4-4-spid-cie}.
 */
public final class Avviso144SpidCie extends ProcessoAvviso {

	/** The key. */
	public static final String CHIAVE = "avviso-1-4-4-spid-cie";

	private Avviso144SpidCie() {
	}

}
