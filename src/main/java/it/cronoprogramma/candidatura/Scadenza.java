package it.cronoprogramma.candidatura;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import it.cronoprogramma.termine.Computo;
import it.cronoprogramma.termine.DateTermine;
import it.cronoprogramma.termine.Roma;

/**
 * A term that runs, or ran, against a candidatura, with its three dates and why they are
 * so.
 *
 * @param id its id
 * @param candidatura the candidatura's code
 * @param termine which term
 * @param evento the event it runs from, in words
 * @param date the dates and why they are so
 * @param stato whether it is open, missed or met
 * @param ultimoEvento up to when its clock has been followed
 * @param adempiuta the day on which what it asks for was done, {@code null} until then
 */
public record Scadenza(String id, String candidatura, TipoTermine termine, String evento, DateTermine date,
		StatoScadenza stato, Instant ultimoEvento, LocalDate adempiuta) {

	/**
	 * Whether a term is open, missed or met. A missed one stays open for the office; one
	 * is extinct when the candidatura ended otherwise.
	 */
	public enum StatoScadenza {

		APERTA, SCADUTA, ADEMPIUTA, ESTINTA

	}

	/**
	 * From when the clock of a term looks for events that starts now on these dates: from
	 * now, but if the term is over already, so that its end is still to come.
	 * @param date the dates
	 * @param adesso the instant it is
	 * @return the instant up to which the clock has nothing to do
	 */
	static Instant ripartenza(DateTermine date, Instant adesso) {
		Instant fine = Roma.fineGiorno(date.governante());
		return fine.isAfter(adesso) ? adesso : fine.minusSeconds(1);
	}

	/**
	 * The date that counts.
	 * @return the governing day
	 */
	public LocalDate governante() {
		return this.date.governante();
	}

	/**
	 * The term before any act has changed it.
	 * @return what is counted, and from when
	 */
	public Computo computo() {
		return new Computo(this.date.decorrenza(), this.date.termine(), this.evento,
				this.termine.modo(this.date.termine()));
	}

	/**
	 * Whether the term is still to be met, missed or not.
	 * @return {@code true} unless it has been met
	 */
	public boolean pendente() {
		return this.stato == StatoScadenza.APERTA || this.stato == StatoScadenza.SCADUTA;
	}

	/**
	 * Whether the term was met, but after its governing day: that it was missed stays
	 * true. A period that must last and the closing of an avviso cannot be met late.
	 * @return {@code true} if what it asks for was done too late
	 */
	public boolean inRitardo() {
		return this.termine.modo() == Computo.Modo.ATTO && this.adempiuta != null
				&& this.adempiuta.isAfter(governante());
	}

	/**
	 * What became of a term that was met late, in words.
	 * @return when it was met and when it fell due
	 */
	public String ritardoInParole() {
		return "adempiuto in ritardo il " + Parole.giorno(this.adempiuta) + ", scadeva il "
				+ Parole.giorno(governante());
	}

	/**
	 * Days left.
	 * @param oggi the day it is, Rome
	 * @return calendar days to the governing day, negative when it has passed
	 */
	public long giorniResidui(LocalDate oggi) {
		return ChronoUnit.DAYS.between(oggi, governante());
	}

	/**
	 * The last instant of the governing day.
	 * @return 23:59:59 in Rome
	 */
	public Instant fine() {
		return Roma.fineGiorno(governante());
	}

}
