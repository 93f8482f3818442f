package it.cronoprogramma.notifica;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import it.cronoprogramma.candidatura.TipoTermine;

/**
 * What stands in the subject of a mail: who, what, by when, on which misura. A telephone
 * shows some forty letters of it.
 */
final class Oggetti {

	private static final DateTimeFormatter GIORNO_BREVE = DateTimeFormatter.ofPattern("EEEE dd/MM", Locale.ITALIAN);

	private Oggetti() {
	}

	/**
	 * The subject of one term, or of the most urgent of several.
	 * @param ente the ente's name today
	 * @param termine which term
	 * @param governante the governing day
	 * @param scaduto whether it has been missed
	 * @param misura the misura's name
	 * @param altri how many other terms the mail has
	 * @return e.g. {@code Crema · CUP entro giovedì 18/08 · 1.4.1 e altri 4 termini}
	 */
	static String di(String ente, TipoTermine termine, LocalDate governante, boolean scaduto, String misura,
			int altri) {
		String oggetto = piano(ente.replace("Comune di ", "")) + " · " + termine.breve() + " "
				+ (scaduto ? "scaduto " : "entro ") + GIORNO_BREVE.format(governante) + " · " + misura;
		return switch (altri) {
			case 0 -> oggetto;
			case 1 -> oggetto + " e un altro termine";
			default -> oggetto + " e altri " + altri + " termini";
		};
	}

	/**
	 * Days left, in words.
	 * @param giorni calendar days to the governing day
	 * @param scaduto whether it has been missed
	 * @return e.g. {@code mancano 3 giorni}, {@code ieri}
	 */
	static String giorni(long giorni, boolean scaduto) {
		if (scaduto) {
			return (giorni >= 0) ? "oggi" : (giorni == -1) ? "ieri" : "da " + -giorni + " giorni";
		}
		return (giorni <= 0) ? "oggi" : (giorni == 1) ? "domani" : "mancano " + giorni + " giorni";
	}

	/** A header has one line. */
	private static String piano(String testo) {
		return testo.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
	}

}
