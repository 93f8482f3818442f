package it.cronoprogramma.processo.modello;

/**
 * The process {@code aggiorna-candidature}: moves candidature under way to the models of
 * today.
 */
public final class AggiornaCandidature {

	/** The key. */
	public static final String CHIAVE = "aggiorna-candidature";

	/** The element {@code annunciaAggiornamento}. */
	public static final String ANNUNCIA_AGGIORNAMENTO = "annunciaAggiornamento";

	/** The element {@code spostaCandidature}. */
	public static final String SPOSTA_CANDIDATURE = "spostaCandidature";

	/** The element {@code esaminaAggiornamento}. */
	public static final String ESAMINA_AGGIORNAMENTO = "esaminaAggiornamento";

	/** Whether others are to be moved. */
	public static final Variabile<Boolean> ALTRE = new Variabile<>("altre", Boolean.class);

	/** How many instances were moved. */
	public static final Variabile<Integer> SPOSTATE = new Variabile<>("spostate", Integer.class);

	/** How many could not be. */
	public static final Variabile<Integer> NON_SPOSTATE = new Variabile<>("nonSpostate", Integer.class);

	/** What could not be moved, and why. */
	public static final Variabile<String> RAPPORTO = Variabile.testo("rapporto");

	/** The definition whose instances are being moved. */
	public static final Variabile<String> DEFINIZIONE = Variabile.testo("definizione");

	/** How many of its instances stay where they are. */
	public static final Variabile<Integer> PASSATE = new Variabile<>("passate", Integer.class);

	private AggiornaCandidature() {
	}

}
