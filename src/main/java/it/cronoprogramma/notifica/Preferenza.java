package it.cronoprogramma.notifica;

import java.time.DayOfWeek;

/**
 * How somebody wants to be written to.
 *
 * @param settimanale the weekday of his one digest a week, {@code null} for one each
 * working day
 * @param riepilogo whether he gets the weekly summary, where he is a responsabile
 */
public record Preferenza(DayOfWeek settimanale, boolean riepilogo) {

	/** Of those who have not chosen. */
	public static final Preferenza DI_TUTTI = new Preferenza(null, true);

}
