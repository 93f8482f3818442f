package it.cronoprogramma.pec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import it.cronoprogramma.termine.Roma;

/**
 * Moments as mail writes them. Where no zone is told, or an unknown one, the clock on the
 * wall was that of Rome.
 */
final class MomentoMail {

	private static final List<String> MESI = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");

	private static final Map<String, String> ITALIANI = Map.of("gen", "jan", "mag", "may", "giu", "jun", "lug", "jul",
			"ago", "aug", "set", "sep", "ott", "oct", "dic", "dec");

	/** Zones that mail still calls by name (RFC 5322, 4.3), and those of Italy. */
	private static final Map<String, ZoneId> ZONE = Map.of("GMT", ZoneOffset.UTC, "UT", ZoneOffset.UTC, "UTC",
			ZoneOffset.UTC, "Z", ZoneOffset.UTC, "CET", ZoneOffset.ofHours(1), "CEST", ZoneOffset.ofHours(2), "EST",
			ZoneOffset.ofHours(-5), "EDT", ZoneOffset.ofHours(-4), "PST", ZoneOffset.ofHours(-8), "PDT",
			ZoneOffset.ofHours(-7));

	private static final Pattern RFC = Pattern.compile("(\\d{1,2})\\s+(\\p{L}{3})\\p{L}*\\.?,?\\s+(\\d{4}|\\d{2})\\s+"
			+ "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?\\s*([+-]\\d{1,2}:?\\d{2}|[A-Za-z]{1,5}\\b)?");

	private static final Pattern GIORNO = Pattern.compile("\\s*(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})\\s*");

	private static final Pattern ORA = Pattern.compile("\\s*(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?\\s*");

	private static final Pattern SCARTO = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})");

	private MomentoMail() {
	}

	/**
	 * The moment in a header {@code Date} or behind the semicolon of a {@code Received}.
	 * @param testo the header, or {@code null}
	 * @return the moment, empty if there is none that makes sense
	 */
	static Optional<Instant> diIntestazione(String testo) {
		if (testo == null) {
			return Optional.empty();
		}
		Matcher m = RFC.matcher(testo.substring(testo.lastIndexOf(';') + 1));
		if (!m.find()) {
			return Optional.empty();
		}
		String mese = m.group(2).toLowerCase(Locale.ROOT);
		int numero = MESI.indexOf(ITALIANI.getOrDefault(mese, mese)) + 1;
		int anno = Integer.parseInt(m.group(3));
		try {
			return Optional
				.of(LocalDateTime
					.of(LocalDate.of((m.group(3).length() == 2) ? 2000 + anno : anno, numero,
							Integer.parseInt(m.group(1))), ora(m.group(4), m.group(5), m.group(6)))
					.atZone(zona(m.group(7)))
					.toInstant())
				.filter(MomentoMail::sensato);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The moment in a daticert.
	 * @param giorno {@code dd/MM/yyyy}, or {@code null}
	 * @param ora {@code HH:mm:ss}, or {@code null}
	 * @param zona {@code +0200}, or {@code null}
	 * @return the moment, empty if there is none that makes sense
	 */
	static Optional<Instant> diDatiCert(String giorno, String ora, String zona) {
		Matcher g = GIORNO.matcher((giorno == null) ? "" : giorno);
		Matcher o = ORA.matcher((ora == null) ? "" : ora);
		if (!g.matches() || !o.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(LocalDateTime
				.of(LocalDate.of(Integer.parseInt(g.group(3)), Integer.parseInt(g.group(2)),
						Integer.parseInt(g.group(1))), ora(o.group(1), o.group(2), o.group(3)))
				.atZone(zona(zona))
				.toInstant()).filter(MomentoMail::sensato);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** PEC began in 2005; a year beyond 2100 is an error of somebody's. */
	static boolean sensato(Instant quando) {
		int anno = Roma.giorno(quando).getYear();
		return anno >= 2005 && anno <= 2100;
	}

	private static LocalTime ora(String ore, String minuti, String secondi) {
		int s = (secondi == null) ? 0 : Integer.parseInt(secondi);
		// a leap second, which Java does not have
		return LocalTime.of(Integer.parseInt(ore), Integer.parseInt(minuti), Math.min(s, 59));
	}

	private static ZoneId zona(String testo) {
		String zona = (testo == null) ? "" : testo.strip();
		Matcher m = SCARTO.matcher(zona);
		if (m.matches()) {
			int segno = m.group(1).equals("-") ? -1 : 1;
			return ZoneOffset.ofHoursMinutes(segno * Integer.parseInt(m.group(2)),
					segno * Integer.parseInt(m.group(3)));
		}
		return ZONE.getOrDefault(zona.toUpperCase(Locale.ROOT), Roma.FUSO);
	}

}
