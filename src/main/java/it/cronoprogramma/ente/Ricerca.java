package it.cronoprogramma.ente;

import java.util.Locale;

/**
 * What people look for in a list.
 */
public final class Ricerca {

	private Ricerca() {
	}

	/**
	 * A pattern for {@code LIKE ... ESCAPE '!'} on a column in lower case.
	 * @param testo part of what is looked for, or {@code null}
	 * @return the pattern, which finds everything where there is no text
	 */
	public static String simile(String testo) {
		return (testo == null || testo.isBlank()) ? "%" : "%"
				+ testo.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}

}
