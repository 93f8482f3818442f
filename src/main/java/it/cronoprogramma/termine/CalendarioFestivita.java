package it.cronoprogramma.termine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

/**
 * The days that stop a term in the whole of Italy: Sundays and the holidays of L.
 * 260/1949 as it stands, with 4 October from 2026 (L. 151/2025). Feasts of patron saints
 * are local and do not count. Safe for use by many threads; a year is worked out once.
 */
public final class CalendarioFestivita {

	// Jollyday has no Italian descriptions
	private static final Map<String, String> NOMI = Map.ofEntries(Map.entry("NEW_YEAR", "Capodanno"),
			Map.entry("EPIPHANY", "Epifania"), Map.entry("christian.EASTER", "Pasqua"),
			Map.entry("christian.EASTER_MONDAY", "Lunedì dell'Angelo"),
			Map.entry("LIBERATION", "Festa della Liberazione"), Map.entry("LABOUR_DAY", "Festa del Lavoro"),
			Map.entry("REPUBLIC_DAY", "Festa della Repubblica"), Map.entry("ASSUMPTION_DAY", "Ferragosto"),
			Map.entry("ST_FRANCIS_OF_ASSISI", "San Francesco d'Assisi"), Map.entry("ALL_SAINTS", "Ognissanti"),
			Map.entry("IMMACULATE_CONCEPTION", "Immacolata Concezione"), Map.entry("CHRISTMAS", "Natale"),
			Map.entry("STEPHENS", "Santo Stefano"));

	private static final CalendarioFestivita ITALIANO = new CalendarioFestivita();

	private final Map<Integer, Map<LocalDate, String>> anni = new ConcurrentHashMap<>();

	private final HolidayManager festivita = conIlCaricatoreGiusto(
			() -> HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.ITALY)));

	CalendarioFestivita() {
	}

	/**
	 * The calendar of the Italian State.
	 * @return the one instance
	 */
	public static CalendarioFestivita italiano() {
		return ITALIANO;
	}

	/**
	 * Whether a term cannot end on this day: a Sunday or a national holiday. A Saturday
	 * is not festivo (art. 155 c.p.c., sixth paragraph); see {@link Politica} for those
	 * who hold otherwise.
	 * @param giorno the day
	 * @return {@code true} if it is festivo
	 * @throws NullPointerException if the day is missing
	 */
	public boolean festivo(LocalDate giorno) {
		return giorno.getDayOfWeek() == DayOfWeek.SUNDAY || festivitaDi(giorno.getYear()).containsKey(giorno);
	}

	/**
	 * Why a day is festivo, in Italian. The holiday comes before the Sunday; two holidays
	 * on one day are both named.
	 * @param giorno the day
	 * @return the name, for example {@code Ferragosto}, {@code domenica} for any other
	 * Sunday, empty for a day that is not festivo
	 * @throws NullPointerException if the day is missing
	 */
	public Optional<String> nome(LocalDate giorno) {
		Optional<String> festa = Optional.ofNullable(festivitaDi(giorno.getYear()).get(giorno));
		return (giorno.getDayOfWeek() == DayOfWeek.SUNDAY) ? festa.or(() -> Optional.of("domenica")) : festa;
	}

	/**
	 * The last working day up to the given one, on which somebody is in the office to
	 * read a reminder: Monday to Friday and not festivo.
	 * @param giorno the day to start from
	 * @return the same day if it is a working day, otherwise the nearest earlier one
	 * @throws NullPointerException if the day is missing
	 */
	public LocalDate lavorativoPrecedente(LocalDate giorno) {
		LocalDate candidato = giorno;
		while (!lavorativo(candidato)) {
			candidato = candidato.minusDays(1);
		}
		return candidato;
	}

	/**
	 * The first working day from the given one on: Monday to Friday and not festivo.
	 * @param giorno the day to start from
	 * @return the same day if it is a working day, otherwise the nearest later one
	 * @throws NullPointerException if the day is missing
	 */
	public LocalDate lavorativoSeguente(LocalDate giorno) {
		LocalDate candidato = giorno;
		while (!lavorativo(candidato)) {
			candidato = candidato.plusDays(1);
		}
		return candidato;
	}

	/**
	 * The day on which so many working days have passed since another, itself not
	 * counted.
	 * @param giorno the day to count from
	 * @param quanti how many, 1 or more
	 * @return the last of them, Monday to Friday and not festivo
	 * @throws NullPointerException if the day is missing
	 */
	public LocalDate dopoGiorniLavorativi(LocalDate giorno, int quanti) {
		return dopo(giorno, quanti, this::lavorativo);
	}

	/**
	 * The same with Saturdays counted: whoever holds that a Saturday is a working day
	 * (art. 155 c.p.c., sixth paragraph) gets there earlier.
	 * @param giorno the day to count from, itself not counted
	 * @param quanti how many, 1 or more
	 * @return the last of them, not festivo
	 * @throws NullPointerException if the day is missing
	 */
	public LocalDate dopoGiorniFeriali(LocalDate giorno, int quanti) {
		return dopo(giorno, quanti, (candidato) -> !festivo(candidato));
	}

	/**
	 * The day on which so many days that count have passed since another, itself not
	 * counted.
	 * @param giorno the day to count from
	 * @param quanti how many, 1 or more
	 * @param conta the days that count; one must always come
	 * @return the last of them
	 */
	LocalDate dopo(LocalDate giorno, int quanti, Predicate<LocalDate> conta) {
		LocalDate corrente = giorno;
		for (int i = 0; i < quanti; i++) {
			do {
				corrente = corrente.plusDays(1);
			}
			while (!conta.test(corrente));
		}
		return corrente;
	}

	boolean lavorativo(LocalDate giorno) {
		return giorno.getDayOfWeek() != DayOfWeek.SATURDAY && !festivo(giorno);
	}

	private Map<LocalDate, String> festivitaDi(int anno) {
		// get first: computeIfAbsent locks even when the year is already there
		Map<LocalDate, String> note = this.anni.get(anno);
		return (note != null) ? note : this.anni.computeIfAbsent(anno, this::calcola);
	}

	// Synchronized because Jollyday promises nothing about threads
	private synchronized Map<LocalDate, String> calcola(int anno) {
		return conIlCaricatoreGiusto(() -> this.festivita.getHolidays(Year.of(anno))).stream()
			.collect(Collectors
				.groupingBy(Holiday::getDate, Collectors.mapping(CalendarioFestivita::italiano, Collectors
					.collectingAndThen(Collectors.toCollection(TreeSet::new), (nomi) -> String.join(" e ", nomi)))));
	}

	private static String italiano(Holiday festa) {
		return NOMI.getOrDefault(festa.getPropertiesKey(), "festività nazionale");
	}

	// Jollyday looks for its parts through the thread's class loader, which in a
	// repackaged jar does not see them from the threads of the common pool
	private static <T> T conIlCaricatoreGiusto(Supplier<T> azione) {
		Thread corrente = Thread.currentThread();
		ClassLoader altrui = corrente.getContextClassLoader();
		corrente.setContextClassLoader(CalendarioFestivita.class.getClassLoader());
		try {
			return azione.get();
		}
		finally {
			corrente.setContextClassLoader(altrui);
		}
	}

}
