package it.cronoprogramma.termine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The civil time of Italy, the only zone of the project. A PEC delivered at 00:03 in Rome
 * belongs to the new day even while the server, in UTC, still writes the old one.
 */
public final class Roma {

	/** The zone {@code Europe/Rome}, daylight saving included. */
	public static final ZoneId FUSO = ZoneId.of("Europe/Rome");

	private static final LocalTime ULTIMO_SECONDO = LocalTime.of(23, 59, 59);

	private Roma() {
	}

	/**
	 * The Italian day on which something happened: the dies a quo of a PEC (art. 6 CAD).
	 * @param istante the moment
	 * @return its day in Rome
	 * @throws NullPointerException if the moment is missing
	 * @throws java.time.DateTimeException if the moment lies outside the years that a
	 * {@code LocalDate} can hold
	 */
	public static LocalDate giorno(Instant istante) {
		return LocalDate.ofInstant(istante, FUSO);
	}

	/**
	 * The moment at which a term that falls due on the given day is missed: 23:59:59 in
	 * Rome, since a term ends with the last instant of its last day (art. 2963 c.c.,
	 * second paragraph). Whole seconds, because that is what the portal and the engine
	 * keep.
	 * @param giorno the last day of the term
	 * @return its last second
	 * @throws NullPointerException if the day is missing
	 */
	public static Instant fineGiorno(LocalDate giorno) {
		return alle(giorno, ULTIMO_SECONDO);
	}

	/**
	 * A wall-clock time in Rome as a moment. An hour that daylight saving skips is read
	 * one hour later, an hour that occurs twice is its first occurrence.
	 * @param giorno the day in Rome
	 * @param ora the time in Rome
	 * @return the moment
	 * @throws NullPointerException if the day or the time is missing
	 */
	public static Instant alle(LocalDate giorno, LocalTime ora) {
		return giorno.atTime(ora).atZone(FUSO).toInstant();
	}

}
