package it.cronoprogramma.processo.modello;

/**
 * The process {@code giro-mattutino}: a morning run.
 */
public final class GiroMattutino {

	/** The key. */
	public static final String CHIAVE = "giro-mattutino";

	/** The element {@code OraDelGiro}. */
	public static final String ORA_DEL_GIRO = "OraDelGiro";

	/** The element {@code AttesaDegliOrologi}. */
	public static final String ATTESA_DEGLI_OROLOGI = "AttesaDegliOrologi";

	/** The element {@code avviaGiroSeguente}. */
	public static final String AVVIA_GIRO_SEGUENTE = "avviaGiroSeguente";

	/** The element {@code preparaMail}. */
	public static final String PREPARA_MAIL = "preparaMail";

	/** The day it is due on, ISO. */
	public static final Variabile<String> GIORNO = Variabile.testo("giorno");

	/** How many mails it has let leave. */
	public static final Variabile<Integer> PARTITE = new Variabile<>("partite", Integer.class);

	private GiroMattutino() {
	}

}
