package it.cronoprogramma.processo.modello;

/**
 * The process {@code registra-controllo}: from where a sample check is recorded.
 */
public final class RegistraControllo {

	/** The key. */
	public static final String CHIAVE = "registra-controllo";

	/** The element {@code apriControllo}. */
	public static final String APRI_CONTROLLO = "apriControllo";

	private RegistraControllo() {
	}

}
