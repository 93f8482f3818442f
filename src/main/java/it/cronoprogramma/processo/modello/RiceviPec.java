package it.cronoprogramma.processo.modello;

/**
 * The process {@code ricevi-pec}. Its business key is the code of the PEC.
 */
public final class RiceviPec extends ProcessoAccanto {

	/** The key. */
	public static final String CHIAVE = "ricevi-pec";

	/** The element {@code confermaPec}. */
	public static final String CONFERMA_PEC = "confermaPec";

	/** The element {@code assegnaPec}. */
	public static final String ASSEGNA_PEC = "assegnaPec";

	/** The element {@code rimettiInCoda}. */
	public static final String RIMETTI_IN_CODA = "rimettiInCoda";

	/** The element {@code passaAllEnte}. */
	public static final String PASSA_ALL_ENTE = "passaAllEnte";

	/** Its number. */
	public static final Variabile<Long> NOTIFICA = new Variabile<>("notifica", Long.class);

	/** Whether the candidatura was recognised. */
	public static final Variabile<Boolean> RICONOSCIUTA = new Variabile<>("riconosciuta", Boolean.class);

	/** The day and the subject, for readers. */
	public static final Variabile<String> DESCRIZIONE = Variabile.testo("descrizione");

	/** What was decided: confermata, altra, assegnata or scartata. */
	public static final Variabile<String> DECISIONE = Variabile.testo("decisione");

	private RiceviPec() {
	}

}
