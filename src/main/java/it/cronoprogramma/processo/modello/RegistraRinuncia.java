package it.cronoprogramma.processo.modello;

/**
 * The process {@code registra-rinuncia}: from where a rinuncia or a withdrawal is
 * recorded.
 */
public final class RegistraRinuncia {

	/** The key. */
	public static final String CHIAVE = "registra-rinuncia";

	/** The element {@code apriRinuncia}. */
	public static final String APRI_RINUNCIA = "apriRinuncia";

	private RegistraRinuncia() {
	}

}
