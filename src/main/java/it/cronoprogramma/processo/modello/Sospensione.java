package it.cronoprogramma.processo.modello;

/**
 * The process {@code sospensione}: keeps a candidatura in step with the suspensions that
 * reach it.
 */
public final class Sospensione extends ProcessoAccanto {

	/** The key. */
	public static final String CHIAVE = "sospensione";

	/** The element {@code aggiornaSospensione}. */
	public static final String AGGIORNA_SOSPENSIONE = "aggiornaSospensione";

	/** Whether another day is to be waited for. */
	public static final Variabile<Boolean> ALTRI_GIORNI = new Variabile<>("altriGiorni", Boolean.class);

	private Sospensione() {
	}

}
