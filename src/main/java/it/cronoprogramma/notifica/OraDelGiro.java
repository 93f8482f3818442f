package it.cronoprogramma.notifica;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.termine.CalendarioFestivita;
import it.cronoprogramma.termine.Roma;
import it.cronoprogramma.termine.SequenzaEventi.Tipo;

/**
 * When the morning runs are, and what cannot wait for the next one. Immutable.
 */
public final class OraDelGiro {

	private final CalendarioFestivita calendario;

	private final LocalTime ora;

	/**
	 * Runs on working days.
	 * @param calendario the working days
	 * @param ora the time in Rome, {@code null} for no runs
	 */
	public OraDelGiro(CalendarioFestivita calendario, LocalTime ora) {
		this.calendario = calendario;
		this.ora = ora;
	}

	/**
	 * The next run.
	 * @param dopo the instant to look from, itself excluded
	 * @return the instant of the run, or nothing where there are none
	 */
	public Optional<Instant> prossima(Instant dopo) {
		if (this.ora == null) {
			return Optional.empty();
		}
		LocalDate giorno = this.calendario.lavorativoSeguente(Roma.giorno(dopo));
		Instant quando = Roma.alle(giorno, this.ora);
		return Optional.of(quando.isAfter(dopo) ? quando
				: Roma.alle(this.calendario.lavorativoSeguente(giorno.plusDays(1)), this.ora));
	}

	/**
	 * Whether a reminder is written at once: all of the CUP's five days, a term just
	 * missed, and what would come after its day if it waited. Not the solleciti of the
	 * weeks after: there is nothing left to be in time for, and an office with many of
	 * them reads them in one mail.
	 * @param s the term
	 * @param evento what its clock has struck for
	 * @param adesso when
	 * @return {@code true} if it does not wait for the next run
	 */
	public boolean urgente(Scadenza s, Tipo evento, Instant adesso) {
		return switch (evento) {
			case SCADENZA -> true;
			case SOLLECITO -> false;
			case PROMEMORIA, ULTIMO_GIORNO ->
				s.termine() == TipoTermine.CUP || prossima(adesso).filter((giro) -> giro.isAfter(s.fine())).isPresent();
		};
	}

	/**
	 * Whether the week's summary goes out in the run of a day.
	 * @param giorno the day of the run
	 * @return {@code true} for the first working day of its week
	 */
	public boolean delRiepilogo(LocalDate giorno) {
		return this.calendario.lavorativoSeguente(giorno.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
			.equals(giorno);
	}

}
