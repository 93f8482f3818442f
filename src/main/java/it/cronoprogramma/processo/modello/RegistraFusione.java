package it.cronoprogramma.processo.modello;

/**
 * The process {@code registra-fusione}: from where it is registered that an ente takes
 * the place of another.
 */
public final class RegistraFusione {

	/** The key. */
	public static final String CHIAVE = "registra-fusione";

	/** The element {@code trasferisciCandidature}. */
	public static final String TRASFERISCI_CANDIDATURE = "trasferisciCandidature";

	private RegistraFusione() {
	}

}
