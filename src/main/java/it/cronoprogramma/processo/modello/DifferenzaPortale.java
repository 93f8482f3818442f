package it.cronoprogramma.processo.modello;

/**
 * The process {@code differenza-portale}: the portal shows another date than the law
 * gives.
 */
public final class DifferenzaPortale {

	/** The key. */
	public static final String CHIAVE = "differenza-portale";

	/** The element {@code verificaDataPortale}. */
	public static final String VERIFICA_DATA_PORTALE = "verificaDataPortale";

	/** The ente, its tenant. */
	public static final Variabile<String> ENTE_ID = Variabile.testo("enteId");

	/** The ente's name, for readers. */
	public static final Variabile<String> ENTE = Variabile.testo("ente");

	/** The avviso's code. */
	public static final Variabile<String> AVVISO = Variabile.testo("avviso");

	/** The term. */
	public static final Variabile<String> TERMINE = Variabile.testo("termine");

	/** Its row. */
	public static final Variabile<String> SCADENZA_ID = Variabile.testo("scadenzaId");

	private DifferenzaPortale() {
	}

}
