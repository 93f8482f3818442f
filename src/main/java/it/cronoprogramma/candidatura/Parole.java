package it.cronoprogramma.candidatura;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import it.cronoprogramma.termine.Roma;

/**
 * Dates, numbers and amounts as an Italian office writes them.
 */
public final class Parole {

	private static final DateTimeFormatter GIORNO = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ITALIAN);

	private static final DateTimeFormatter GIORNO_ESTESO = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy",
			Locale.ITALIAN);

	private static final DateTimeFormatter ORA = DateTimeFormatter.ofPattern("HH:mm", Locale.ITALIAN);

	private Parole() {
	}

	/**
	 * A day, e.g. {@code 20/02/2023}.
	 * @param giorno the day
	 * @return the day in digits
	 */
	public static String giorno(LocalDate giorno) {
		return GIORNO.format(giorno);
	}

	/**
	 * A day with its weekday, e.g. {@code lunedì 20/02/2023}.
	 * @param giorno the day
	 * @return weekday and day
	 */
	public static String giornoEsteso(LocalDate giorno) {
		return GIORNO_ESTESO.format(giorno);
	}

	/**
	 * An hour, e.g. {@code 09:05}.
	 * @param ora the hour
	 * @return hours and minutes
	 */
	public static String ora(LocalTime ora) {
		return ORA.format(ora);
	}

	/**
	 * A moment by the clocks of Rome, e.g. {@code 20/02/2023 alle 09:05}.
	 * @param istante the moment
	 * @return day, hours and minutes
	 */
	public static String momento(Instant istante) {
		return giorno(Roma.giorno(istante)) + " alle " + ora(LocalTime.ofInstant(istante, Roma.FUSO));
	}

	/**
	 * A sentence that begins with what may stand inside one.
	 * @param testo the words, at least one letter
	 * @return the same with a capital first letter
	 */
	public static String maiuscola(String testo) {
		return Character.toUpperCase(testo.charAt(0)) + testo.substring(1);
	}

	/**
	 * What begins a sentence, inside one: acronyms stay as they are.
	 * @param testo the words, at least two letters
	 * @return the same with a small first letter, unless the second is a capital too
	 */
	public static String minuscola(String testo) {
		return Character.isUpperCase(testo.charAt(1)) ? testo
				: Character.toLowerCase(testo.charAt(0)) + testo.substring(1);
	}

	/**
	 * A whole number, e.g. {@code 1.250}.
	 * @param numero the number
	 * @return its digits with a dot for thousands
	 */
	public static String intero(long numero) {
		return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ITALY)).format(numero);
	}

	/**
	 * The size of a file, e.g. {@code 1,4 MB}.
	 * @param dimensione bytes
	 * @return bytes, KB or MB of 1,024, one decimal where it says something
	 */
	public static String byteInParole(long dimensione) {
		if (dimensione < 1024) {
			return dimensione + " byte";
		}
		boolean mega = dimensione >= 1024 * 1024;
		return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ITALY))
			.format(dimensione / (mega ? 1024.0 * 1024 : 1024.0)) + (mega ? " MB" : " KB");
	}

	/**
	 * An amount, e.g. {@code 280.932,00 €}.
	 * @param importo euro
	 * @return the amount with its sign
	 */
	public static String euro(BigDecimal importo) {
		return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ITALY)).format(importo) + " €";
	}

}
