package it.cronoprogramma.processo.modello;

/**
 * What the processes that run beside that of an avviso share: whose candidatura it is.
 */
public abstract class ProcessoAccanto {

	/** The ente, its tenant. */
	public static final Variabile<String> ENTE_ID = Variabile.testo("enteId");

	/** The ente's name, for readers. */
	public static final Variabile<String> ENTE = Variabile.testo("ente");

	/** The avviso's code. */
	public static final Variabile<String> AVVISO = Variabile.testo("avviso");

	ProcessoAccanto() {
	}

}
