package it.cronoprogramma.processo.modello;

/**
 * The process {@code registra-revoca}: from where the announcement of a revoca is
 * recorded.
 */
public final class RegistraRevoca {

	/** The key. */
	public static final String CHIAVE = "registra-revoca";

	/** The element {@code apriRevoca}. */
	public static final String APRI_REVOCA = "apriRevoca";

	private RegistraRevoca() {
	}

}
