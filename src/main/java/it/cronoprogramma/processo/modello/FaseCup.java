package it.cronoprogramma.processo.modello;

/**
 * The process {@code fase-cup}: from ammissibilità to the CUP.
 */
public final class FaseCup {

	/** The key. */
	public static final String CHIAVE = "fase-cup";

	/** The element {@code registraAmmissibilita}. */
	public static final String REGISTRA_AMMISSIBILITA = "registraAmmissibilita";

	/** The element {@code apriTermineCup}. */
	public static final String APRI_TERMINE_CUP = "apriTermineCup";

	/** The element {@code inserisciCup}. */
	public static final String INSERISCI_CUP = "inserisciCup";

	/** The element {@code valutaDecadenza}. */
	public static final String VALUTA_DECADENZA = "valutaDecadenza";

	/** The element {@code orologioCup}. */
	public static final String OROLOGIO_CUP = "orologioCup";

	/** The ente's name, for readers. */
	public static final Variabile<String> ENTE = Variabile.testo("ente");

	/** The avviso's code. */
	public static final Variabile<String> AVVISO = Variabile.testo("avviso");

	/** The term that runs. */
	public static final Variabile<String> TERMINE = Variabile.testo("termine");

	/** Its row. */
	public static final Variabile<String> SCADENZA_ID = Variabile.testo("scadenzaId");

	/** Its governing day, ISO. */
	public static final Variabile<String> SCADENZA = Variabile.testo("scadenza");

	/** NonAmmessa, ammessa, inserito or decaduta. */
	public static final Variabile<String> ESITO_CUP = Variabile.testo("esitoCup");

	/** Whether the CUP came after its term, or did not come. */
	public static final Variabile<Boolean> CUP_TARDIVO = new Variabile<>("cupTardivo", Boolean.class);

	private FaseCup() {
	}

}
