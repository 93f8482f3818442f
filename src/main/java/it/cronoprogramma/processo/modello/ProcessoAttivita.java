package it.cronoprogramma.processo.modello;

/**
 * What the processes share in which the activities of a candidatura are prepared and
 * realised: a phase calls them, and tells them whose they are and which term runs.
 */
public abstract class ProcessoAttivita {

	/** The ente's name, for readers. */
	public static final Variabile<String> ENTE = Variabile.testo("ente");

	/** The avviso's code. */
	public static final Variabile<String> AVVISO = Variabile.testo("avviso");

	/** The term that runs. */
	public static final Variabile<String> TERMINE = Variabile.testo("termine");

	ProcessoAttivita() {
	}

}
