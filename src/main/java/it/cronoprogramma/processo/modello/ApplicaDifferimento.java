package it.cronoprogramma.processo.modello;

/**
 * The process {@code applica-differimento}: the preview of an act is confirmed, and the
 * act applied to one candidatura after the other.
 */
public final class ApplicaDifferimento {

	/** The key. */
	public static final String CHIAVE = "applica-differimento";

	/** The element {@code confermaDifferimento}. */
	public static final String CONFERMA_DIFFERIMENTO = "confermaDifferimento";

	/** The element {@code applicaAllaProssima}. */
	public static final String APPLICA_ALLA_PROSSIMA = "applicaAllaProssima";

	/** The element {@code esaminaSaltate}. */
	public static final String ESAMINA_SALTATE = "esaminaSaltate";

	/** The gestione or ente that may see it, its tenant. */
	public static final Variabile<String> ENTE_ID = Variabile.testo("enteId");

	/** The act's number. */
	public static final Variabile<Long> DIFFERIMENTO = new Variabile<>("differimento", Long.class);

	/** The act in words, for readers. */
	public static final Variabile<String> DESCRIZIONE = Variabile.testo("descrizione");

	/** How many candidature it is to reach. */
	public static final Variabile<Integer> TOTALE = new Variabile<>("totale", Integer.class);

	/** How many it has reached so far. */
	public static final Variabile<Integer> APPLICATE = new Variabile<>("applicate", Integer.class);

	/** Whether it was confirmed. */
	public static final Variabile<Boolean> CONFERMATO = new Variabile<>("confermato", Boolean.class);

	/** Whether any candidatura is left. */
	public static final Variabile<Boolean> ALTRE = new Variabile<>("altre", Boolean.class);

	/** How many could not be reached. */
	public static final Variabile<Integer> SALTATE = new Variabile<>("saltate", Integer.class);

	private ApplicaDifferimento() {
	}

}
