package it.cronoprogramma.cruscotto;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import it.cronoprogramma.candidatura.Parole;

/**
 * How far a day is.
 */
public final class GiorniResidui {

	private GiorniResidui() {
	}

	/**
	 * Days left.
	 * @param giorno the day that governs a term
	 * @param oggi the day it is, Rome
	 * @return calendar days, negative when it has passed
	 */
	public static long tra(LocalDate giorno, LocalDate oggi) {
		return ChronoUnit.DAYS.between(oggi, giorno);
	}

	/**
	 * The same in words.
	 * @param giorni days left
	 * @return for example {@code in ritardo di 3 giorni} or {@code tra 12 giorni}
	 */
	static String inParole(long giorni) {
		if (giorni < 0) {
			return "in ritardo di " + ((giorni == -1) ? "1 giorno" : Parole.intero(-giorni) + " giorni");
		}
		if (giorni <= 1) {
			return (giorni == 0) ? "scade oggi" : "scade domani";
		}
		return "tra " + Parole.intero(giorni) + " giorni";
	}

}
