package it.cronoprogramma.processo.modello;

/**
 * The process {@code registra-decreti}: one decree for many candidature.
 */
public final class RegistraDecreti {

	/** The key. */
	public static final String CHIAVE = "registra-decreti";

	/** The element {@code applicaDecreto}. */
	public static final String APPLICA_DECRETO = "applicaDecreto";

	private RegistraDecreti() {
	}

}
