package it.cronoprogramma.processo.modello;

/**
 * What the processes of all avvisi share: from domanda to the end of maintenance, by the
 * same phases and with the same variables.
 */
public abstract class ProcessoAvviso {

	/** The element {@code domanda}. */
	public static final String DOMANDA = "domanda";

	/** The element {@code cup}. */
	public static final String CUP = "cup";

	/** The element {@code contrattualizzazione}. */
	public static final String CONTRATTUALIZZAZIONE = "contrattualizzazione";

	/** The element {@code completamento}. */
	public static final String COMPLETAMENTO = "completamento";

	/** The element {@code asseverazione}. */
	public static final String ASSEVERAZIONE = "asseverazione";

	/** The element {@code erogazione}. */
	public static final String EROGAZIONE = "erogazione";

	/** The element {@code mantenimento}. */
	public static final String MANTENIMENTO = "mantenimento";

	/** The element {@code avviaRevoca}. */
	public static final String AVVIA_REVOCA = "avviaRevoca";

	/** The ente's name, for readers. */
	public static final Variabile<String> ENTE = Variabile.testo("ente");

	/** The ente's id, its tenant. */
	public static final Variabile<String> ENTE_ID = Variabile.testo("enteId");

	/** The avviso's code. */
	public static final Variabile<String> AVVISO = Variabile.testo("avviso");

	/** The candidatura's state in words. */
	public static final Variabile<String> STATO = Variabile.testo("stato");

	/** Euro, for readers: the table holds the exact amount. */
	public static final Variabile<Double> IMPORTO = new Variabile<>("importo", Double.class);

	/** The fascia of population. */
	public static final Variabile<String> FASCIA = Variabile.testo("fascia");

	/** The CUP. */
	public static final Variabile<String> VALORE_CUP = Variabile.testo("cup");

	/** The term that runs. */
	public static final Variabile<String> TERMINE = Variabile.testo("termine");

	/** Its governing day, ISO. */
	public static final Variabile<String> SCADENZA = Variabile.testo("scadenza");

	/** Whether that term has been missed. */
	public static final Variabile<Boolean> SCADUTO = new Variabile<>("scaduto", Boolean.class);

	/** How the domanda ended. */
	public static final Variabile<String> ESITO_DOMANDA = Variabile.testo("esitoDomanda");

	/** How ammissibilità and CUP ended. */
	public static final Variabile<String> ESITO_CUP = Variabile.testo("esitoCup");

	/** The outcome. */
	public static final Variabile<String> ESITO_ASSEVERAZIONE = Variabile.testo("esitoAsseverazione");

	/** Why the candidatura ends: rinuncia, revoca or ritiro. */
	public static final Variabile<String> MOTIVO = Variabile.testo("motivo");

	ProcessoAvviso() {
	}

}
