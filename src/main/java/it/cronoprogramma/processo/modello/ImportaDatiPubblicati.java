package it.cronoprogramma.processo.modello;

/**
 * The process {@code importa-dati-pubblicati}.
 */
public final class ImportaDatiPubblicati {

	/** The key. */
	public static final String CHIAVE = "importa-dati-pubblicati";

	/** The element {@code leggiFile}. */
	public static final String LEGGI_FILE = "leggiFile";

	/** The element {@code seguiRighe}. */
	public static final String SEGUI_RIGHE = "seguiRighe";

	/** The gestione that may see it, its tenant; {@code null} for the administrator's. */
	public static final Variabile<String> ENTE_ID = Variabile.testo("enteId");

	/** The import's row. */
	public static final Variabile<String> IMPORTAZIONE = Variabile.testo("importazione");

	/** The file's name, for readers. */
	public static final Variabile<String> DESCRIZIONE = Variabile.testo("descrizione");

	/** Whether the file was taken. */
	public static final Variabile<Boolean> ACCETTATO = new Variabile<>("accettato", Boolean.class);

	/** Whether any row is left. */
	public static final Variabile<Boolean> ALTRE = new Variabile<>("altre", Boolean.class);

	private ImportaDatiPubblicati() {
	}

}
