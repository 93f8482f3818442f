package it.cronoprogramma.opendata;

/**
 * Who carries an import out: the engine.
 */
public interface AvvioImportazione {

	/**
	 * Begins an import that has been recorded, in the same transaction.
	 * @param importazione its id
	 * @param file the name of its file, for readers
	 * @param gestione the gestione to which it is bound, or {@code null}
	 */
	void avvia(String importazione, String file, String gestione);

}
