package it.cronoprogramma.processo.modello;

/**
 * The process {@code registra-addendum}: from where an addendum to a contract is
 * recorded.
 */
public final class RegistraAddendum {

	/** The key. */
	public static final String CHIAVE = "registra-addendum";

	/** The element {@code aggiungiAddendum}. */
	public static final String AGGIUNGI_ADDENDUM = "aggiungiAddendum";

	private RegistraAddendum() {
	}

}
