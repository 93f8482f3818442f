package it.cronoprogramma.opendata;

/**
 * A row that could not be taken, and why.
 *
 * @param riga its line in the file
 * @param campo the column, or {@code null} where it is the row as a whole
 * @param valore what was there, cut to a readable length, or {@code null}
 * @param motivo what was wrong and what is expected
 */
public record Scarto(int riga, String campo, String valore, String motivo) {

	private static final int VALORE_MASSIMO = 200;

	/** Cuts the value. */
	public Scarto {
		if (valore != null && valore.length() > VALORE_MASSIMO) {
			valore = valore.substring(0, VALORE_MASSIMO - 1) + "…";
		}
		// a database takes no NUL
		valore = (valore == null) ? null : valore.replace('\0', '\ufffd');
	}

}
