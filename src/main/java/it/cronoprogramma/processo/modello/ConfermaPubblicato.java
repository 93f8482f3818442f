package it.cronoprogramma.processo.modello;

/**
 * The process {@code conferma-pubblicato}.
 */
public final class ConfermaPubblicato extends ProcessoAccanto {

	/** The key. */
	public static final String CHIAVE = "conferma-pubblicato";

	/** The element {@code confermaPubblicato}. */
	public static final String CONFERMA_PUBBLICATO = "confermaPubblicato";

	/** The element {@code portaAlMantenimento}. */
	public static final String PORTA_AL_MANTENIMENTO = "portaAlMantenimento";

	/** The element {@code concludiAnticipatamente}. */
	public static final String CONCLUDI_ANTICIPATAMENTE = "concludiAnticipatamente";

	/** In what the published data differ. */
	public static final Variabile<String> DIVERGENZA = Variabile.testo("divergenza");

	/** The day that the published data tell, ISO. */
	public static final Variabile<String> DAL = Variabile.testo("dal");

	/** What is published and what stands here, for readers. */
	public static final Variabile<String> DESCRIZIONE = Variabile.testo("descrizione");

	/** What the one who was asked decided: erogata, rinunciata or altro. */
	public static final Variabile<String> DECISIONE = Variabile.testo("decisione");

	/** Why the candidatura ends. */
	public static final Variabile<String> MOTIVO = Variabile.testo("motivo");

	private ConfermaPubblicato() {
	}

}
