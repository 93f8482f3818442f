package it.cronoprogramma.processo.catalogo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written in a cell, in the few forms that our tables use. Whatever else FEEL
 * could say is refused: nobody could check it.
 */
final class Casella {

	private static final String TRA_VIRGOLETTE = "\"([^\"\\\\]*)\"";

	private static final Pattern TESTI = Pattern.compile(TRA_VIRGOLETTE + "(\\s*,\\s*" + TRA_VIRGOLETTE + ")*");

	private static final Pattern UNO = Pattern.compile(TRA_VIRGOLETTE);

	private static final Pattern TESTO = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\nt])*)\"", Pattern.DOTALL);

	private Casella() {
	}

	/**
	 * Reads an input cell of texts.
	 * @param cella e.g. {@code "1.2-comuni-2022-04","1.2-comuni-2022-07"}
	 * @return the texts, in order; empty if the cell has another form
	 */
	static Optional<List<String>> testi(String cella) {
		if (!TESTI.matcher(cella).matches()) {
			return Optional.empty();
		}
		List<String> testi = new ArrayList<>();
		for (Matcher m = UNO.matcher(cella); m.find();) {
			testi.add(m.group(1));
		}
		return Optional.of(testi);
	}

	/**
	 * Reads an output cell of text.
	 * @param cella e.g. {@code "Comuni"}; an empty cell is an empty text
	 * @return the text, empty if the cell has another form
	 */
	static Optional<String> testo(String cella) {
		if (cella.isEmpty()) {
			return Optional.of("");
		}
		Matcher m = TESTO.matcher(cella);
		return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
	}

}
