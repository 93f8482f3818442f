package it.cronoprogramma.processo.modello;

/**
 * The process {@code registra-data-portale}: from where the date that the portal shows is
 * registered.
 */
public final class RegistraDataPortale {

	/** The key. */
	public static final String CHIAVE = "registra-data-portale";

	/** The element {@code applicaDataPortale}. */
	public static final String APPLICA_DATA_PORTALE = "applicaDataPortale";

	private RegistraDataPortale() {
	}

}
