package it.cronoprogramma.termine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The one clock of a term. It keeps no state: given the dates as they are today it says
 * what comes next, so a proroga or a new date of the portal needs no more than asking
 * again. Immutable and safe for use by many threads.
 */
public final class SequenzaEventi {

	/** The hour of every mail, Rome time: when the offices open. */
	private static final LocalTime MATTINA = LocalTime.of(8, 0);

	private static final int SETTIMANA = 7;

	private final CalendarioFestivita calendario;

	/**
	 * A clock by one calendar.
	 * @param calendario the working days
	 * @throws NullPointerException if the calendar is missing
	 */
	public SequenzaEventi(CalendarioFestivita calendario) {
		this.calendario = Objects.requireNonNull(calendario, "calendario");
	}

	/**
	 * The first event strictly after a moment. There always is one: after the end of the
	 * term a sollecito follows every week.
	 * <ul>
	 * <li>PROMEMORIA: 08:00 in Rome, so many days before the cautious date, on that day
	 * or the last working day before it. Of several that share a day the nearest to the
	 * date remains.</li>
	 * <li>ULTIMO_GIORNO: 08:00 of the last working day up to the governing date, if that
	 * date is after the cautious one and that morning has no promemoria already.</li>
	 * <li>SCADENZA: 23:59:59 of the governing date (art. 2963 c.c., second
	 * paragraph).</li>
	 * <li>SOLLECITO: 08:00 of the 1st, 8th, 15th... day after the governing date, on that
	 * day or the first working day after it.</li>
	 * </ul>
	 * A governing date that lies before the cautious one, as the portal may show, takes
	 * its place: a promemoria never comes after the term it speaks of.
	 * @param prudenziale the cautious date, which the reminders precede
	 * @param governante the date that decides whether the term is missed
	 * @param giorniPrima the days before the cautious date on which to remind, 0 or more,
	 * in any order; may be empty
	 * @param dopo the moment to look from, itself excluded
	 * @return the next event, never {@code null}
	 * @throws NullPointerException if anything is missing
	 * @throws IllegalArgumentException if a reminder has negative days; the message is in
	 * Italian
	 * @throws java.time.DateTimeException if the moment is so late that the next event
	 * has no date
	 */
	public EventoTermine prossimo(LocalDate prudenziale, LocalDate governante, List<Integer> giorniPrima,
			Instant dopo) {
		Objects.requireNonNull(dopo, "dopo");
		return finoAllaScadenza(prudenziale, governante, giorniPrima).filter((evento) -> evento.quando().isAfter(dopo))
			.min(Comparator.comparing(EventoTermine::quando))
			.orElseGet(() -> sollecito(governante, dopo));
	}

	private Stream<EventoTermine> finoAllaScadenza(LocalDate prudenziale, LocalDate governante,
			List<Integer> giorniPrima) {
		LocalDate riferimento = prudenziale.isBefore(governante) ? prudenziale : governante;
		TreeMap<LocalDate, Integer> promemoria = new TreeMap<>();
		for (int giorni : giorniPrima) {
			promemoria.merge(this.calendario.lavorativoPrecedente(riferimento.minusDays(nonNegativi(giorni))), giorni,
					Math::min);
		}
		Stream<EventoTermine> avvisi = promemoria.entrySet()
			.stream()
			.map((voce) -> mattina(Tipo.PROMEMORIA, voce.getValue(), voce.getKey()));
		EventoTermine scadenza = new EventoTermine(Tipo.SCADENZA, 0, Roma.fineGiorno(governante));
		// never before a promemoria, since both go back from a date not later than
		// governante
		LocalDate ultimo = this.calendario.lavorativoPrecedente(governante);
		if (governante.isAfter(prudenziale) && !promemoria.containsKey(ultimo)) {
			return Stream.concat(avvisi, Stream.of(mattina(Tipo.ULTIMO_GIORNO, 0, ultimo), scadenza));
		}
		return Stream.concat(avvisi, Stream.of(scadenza));
	}

	// A sollecito moves by less than a week, so the one before the last whole week is
	// surely over and the walk from there is short however old the term
	private EventoTermine sollecito(LocalDate governante, Instant dopo) {
		long passati = ChronoUnit.DAYS.between(governante, Roma.giorno(dopo));
		long giorni = 1 + SETTIMANA * Math.max(0, (passati - 1) / SETTIMANA - 1);
		EventoTermine evento;
		do {
			evento = mattina(Tipo.SOLLECITO, Math.toIntExact(giorni),
					this.calendario.lavorativoSeguente(governante.plusDays(giorni)));
			giorni += SETTIMANA;
		}
		while (!evento.quando().isAfter(dopo));
		return evento;
	}

	private static EventoTermine mattina(Tipo tipo, int giorni, LocalDate giorno) {
		return new EventoTermine(tipo, giorni, Roma.alle(giorno, MATTINA));
	}

	private static int nonNegativi(int giorni) {
		if (giorni < 0) {
			throw new IllegalArgumentException(
					"Promemoria non valido: i giorni prima della scadenza devono essere 0 o più, non " + giorni);
		}
		return giorni;
	}

	/**
	 * What can happen to a running term.
	 */
	public enum Tipo {

		/** A reminder some days before the cautious date. */
		PROMEMORIA,

		/** The last working day up to the governing date, when that one is later. */
		ULTIMO_GIORNO,

		/** The governing date is over: the term is missed. */
		SCADENZA,

		/** A weekly call after a missed term. */
		SOLLECITO

	}

	/**
	 * Something that happens to a running term at a known moment.
	 *
	 * @param tipo what happens
	 * @param giorni the days before the cautious date for a promemoria, the days after
	 * the governing date for a sollecito, 0 for the others; before the shift to a working
	 * day
	 * @param quando the moment
	 */
	public record EventoTermine(Tipo tipo, int giorni, Instant quando) {

		/**
		 * Checks that the event is whole.
		 * @throws NullPointerException if the kind or the moment is missing
		 * @throws IllegalArgumentException if the days are negative; the message is in
		 * Italian
		 */
		public EventoTermine {
			Objects.requireNonNull(tipo, "tipo");
			Objects.requireNonNull(quando, "quando");
			if (giorni < 0) {
				throw new IllegalArgumentException(
						"Evento non valido: i giorni non possono essere negativi: " + giorni);
			}
		}

		/**
		 * The name of the event, unique within its term whatever its moment, so that an
		 * event raised twice is known as the same.
		 * @return for example {@code PROMEMORIA-7}
		 */
		public String chiave() {
			return this.tipo + "-" + this.giorni;
		}

	}

}
