package it.cronoprogramma.processo.modello;

/**
 * The process {@code onboarding-app-io}: the ente adheres to app IO.
 */
public final class OnboardingAppIo extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "onboarding-app-io";

	/** The element {@code nominaDelegati}. */
	public static final String NOMINA_DELEGATI = "nominaDelegati";

	/** The element {@code inviaAccordo}. */
	public static final String INVIA_ACCORDO = "inviaAccordo";

	/** The element {@code iscriviDelegato}. */
	public static final String ISCRIVI_DELEGATO = "iscriviDelegato";

	/** The element {@code compilaSchede}. */
	public static final String COMPILA_SCHEDE = "compilaSchede";

	/** The element {@code richiediPubblicazione}. */
	public static final String RICHIEDI_PUBBLICAZIONE = "richiediPubblicazione";

	/** Whether the ente had adhered before. */
	public static final Variabile<Boolean> ADESIONE_ATTIVA = new Variabile<>("adesioneAttiva", Boolean.class);

	private OnboardingAppIo() {
	}

}
