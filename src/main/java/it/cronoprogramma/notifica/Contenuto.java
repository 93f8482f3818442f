package it.cronoprogramma.notifica;

import java.util.List;

/**
 * What templates show, in words: a template computes nothing.
 */
final class Contenuto {

	private Contenuto() {
	}

	/**
	 * What there is of an ente.
	 *
	 * @param ente its name today
	 * @param righe its terms, the most urgent first
	 * @param note what whoever reads should see to
	 */
	record Gruppo(String ente, List<Riga> righe, List<Nota> note) {
	}

	/**
	 * A sentence that leads somewhere.
	 *
	 * @param testo the sentence
	 * @param invito what the link says
	 * @param collegamento where it leads
	 */
	record Nota(String testo, String invito, String collegamento) {
	}

	/**
	 * A term.
	 *
	 * @param termine its name
	 * @param avviso the title of the avviso
	 * @param candidatura the candidatura's code
	 * @param quando the governing day with its weekday
	 * @param giorni days left, in words
	 * @param scaduto whether it has been missed
	 * @param spiegazione why it is that day
	 * @param avvertenze what whoever works on it must know besides
	 * @param perche why he is told, {@code null} for a referente
	 * @param importo the euros that hang on it, or {@code null} where nobody knows or
	 * asks
	 * @param collegamento where it is done
	 */
	record Riga(String termine, String avviso, String candidatura, String quando, String giorni, boolean scaduto,
			String spiegazione, List<String> avvertenze, String perche, String importo, String collegamento) {
	}

	/**
	 * A part of the weekly summary.
	 *
	 * @param titolo what it is about
	 * @param vuota what to say where there is nothing
	 * @param importo the euros that hang on all of it, or {@code null}
	 * @param gruppi the enti
	 */
	record Parte(String titolo, String vuota, String importo, List<Gruppo> gruppi) {
	}

}
