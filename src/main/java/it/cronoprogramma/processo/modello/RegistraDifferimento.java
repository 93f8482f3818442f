package it.cronoprogramma.processo.modello;

/**
 * The process {@code registra-differimento}: from where an act that changes terms is
 * registered.
 */
public final class RegistraDifferimento {

	/** The key. */
	public static final String CHIAVE = "registra-differimento";

	/** The element {@code preparaDifferimento}. */
	public static final String PREPARA_DIFFERIMENTO = "preparaDifferimento";

	private RegistraDifferimento() {
	}

}
