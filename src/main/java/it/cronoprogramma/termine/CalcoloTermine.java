package it.cronoprogramma.termine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Counts a term from its anchor the way Italian law does, and says how. Immutable and
 * safe for use by many threads.
 */
public final class CalcoloTermine {

	private static final long GIORNI_DI_UN_MESE_FISSO = 30;

	private final CalendarioFestivita calendario;

	private final Politica politica;

	private final Spiegazione spiegazione;

	/**
	 * A calculation by one calendar and one policy.
	 * @param calendario the days that move a term
	 * @param politica what to do where the law is open
	 * @throws NullPointerException if either is missing
	 */
	public CalcoloTermine(CalendarioFestivita calendario, Politica politica) {
		this.calendario = Objects.requireNonNull(calendario, "calendario");
		this.politica = Objects.requireNonNull(politica, "politica");
		this.spiegazione = new Spiegazione(calendario);
	}

	/**
	 * The dates of a term. The day of the anchor is not counted, months end on the day
	 * that bears the same number or, failing that, on the last of the month, and a
	 * festivo moves the end to the next day that is not (art. 2963 c.c., art. 155 c.p.c.
	 * first, second and fourth paragraphs). FAQ of the avvisi write months as "mesi (n
	 * gg)", so the cautious date also tries months of thirty days.
	 * @param decorrenza the day of the anchor in Italy
	 * @param termine the length
	 * @param evento the anchor in Italian words and without article, for example
	 * {@code notifica del decreto di finanziamento}; may be missing
	 * @return the dates and their explanation
	 * @throws NullPointerException if the anchor or the length is missing
	 */
	public DateTermine calcola(LocalDate decorrenza, Termine termine, String evento) {
		LocalDate civile = civile(decorrenza, termine);
		LocalDate prudenziale = prudenziale(decorrenza, termine, civile);
		LocalDate legale = slitta(civile);
		return new DateTermine(decorrenza, termine, civile, prudenziale, legale,
				this.spiegazione.calcolo(decorrenza, termine, evento, civile, prudenziale, legale));
	}

	/**
	 * A term that somebody set as a date, for example the closing of an avviso. Nobody
	 * counted it, so no holiday moves it, and its three dates are one.
	 * @param giorno the date
	 * @param evento what the date is, in Italian words and without article, for example
	 * {@code chiusura dell'avviso}; may be missing
	 * @return the dates, without a length, and their explanation
	 * @throws NullPointerException if the date is missing
	 */
	public DateTermine fissa(LocalDate giorno, String evento) {
		return new DateTermine(giorno, null, giorno, giorno, giorno, this.spiegazione.fissa(giorno, evento));
	}

	/**
	 * Where a term that was counted to this day really ends (art. 2963 c.c., third
	 * paragraph). A proroga in days is added to the unshifted date and shifted once, with
	 * this method.
	 * @param civile the last day as counted
	 * @return the same day, or the first following one that is not festivo; by policy not
	 * a Saturday either
	 * @throws NullPointerException if the day is missing
	 */
	public LocalDate slitta(LocalDate civile) {
		LocalDate giorno = civile;
		while (this.calendario.festivo(giorno) || sabatoCheSlitta(giorno)) {
			giorno = giorno.plusDays(1);
		}
		return giorno;
	}

	private boolean sabatoCheSlitta(LocalDate giorno) {
		return this.politica.sabatoFestivo() && giorno.getDayOfWeek() == DayOfWeek.SATURDAY;
	}

	private static LocalDate civile(LocalDate decorrenza, Termine termine) {
		return switch (termine.unita()) {
			case GIORNI -> decorrenza.plusDays(termine.quantita());
			case MESI -> decorrenza.plusMonths(termine.quantita());
		};
	}

	// With February inside, ninety days outlast three months: hence the minimum
	private static LocalDate prudenziale(LocalDate decorrenza, Termine termine, LocalDate civile) {
		if (termine.unita() == Unita.GIORNI) {
			return civile;
		}
		LocalDate mesiFissi = decorrenza.plusDays(GIORNI_DI_UN_MESE_FISSO * termine.quantita());
		return mesiFissi.isBefore(civile) ? mesiFissi : civile;
	}

}
