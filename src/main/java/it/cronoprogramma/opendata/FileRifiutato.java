package it.cronoprogramma.opendata;

/**
 * A file that is refused whole, with the reason in Italian.
 */
public class FileRifiutato extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * With the reason.
	 * @param motivo what was wrong and what is expected
	 */
	public FileRifiutato(String motivo) {
		super(motivo);
	}

}
