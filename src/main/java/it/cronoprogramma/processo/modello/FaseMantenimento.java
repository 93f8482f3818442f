package it.cronoprogramma.processo.modello;

/**
 * The process {@code fase-mantenimento}: five years in which the services must live on.
 */
public final class FaseMantenimento {

	/** The key. */
	public static final String CHIAVE = "fase-mantenimento";

	/** The element {@code apriTermineMantenimento}. */
	public static final String APRI_TERMINE_MANTENIMENTO = "apriTermineMantenimento";

	/** The element {@code iniziaMantenimento}. */
	public static final String INIZIA_MANTENIMENTO = "iniziaMantenimento";

	/** The element {@code verificaAnnuale}. */
	public static final String VERIFICA_ANNUALE = "verificaAnnuale";

	/** The element {@code concludiMantenimento}. */
	public static final String CONCLUDI_MANTENIMENTO = "concludiMantenimento";

	/** The ente's name, for readers. */
	public static final Variabile<String> ENTE = Variabile.testo("ente");

	/** The avviso's code. */
	public static final Variabile<String> AVVISO = Variabile.testo("avviso");

	/** Whether the services were found alive. */
	public static final Variabile<Boolean> SERVIZI_ATTIVI = new Variabile<>("serviziAttivi", Boolean.class);

	/** Whether another year is to be checked. */
	public static final Variabile<Boolean> ALTRI_ANNI = new Variabile<>("altriAnni", Boolean.class);

	private FaseMantenimento() {
	}

}
