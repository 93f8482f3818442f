package it.cronoprogramma.candidatura;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

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
 * @param date the three dates
 * @param portale the date that the portal shows, once somebody typed it in
 * @param stato whether it is open, missed or met
 * @param ultimoEvento up to when its clock has been followed
 */
public record Scadenza(String id, String candidatura, TipoTermine termine, String evento, DateTermine date,
		Optional<LocalDate> portale, StatoScadenza stato, Instant ultimoEvento) {

	/** Whether a term is open, missed or met. A missed one stays open for the office. */
	public enum StatoScadenza {

		APERTA, SCADUTA, ADEMPIUTA

	}

	/**
	 * The date that counts: the portal's once known, else the legal one (dominio 3.3
	 * point 2).
	 * @return the governing day
	 */
	public LocalDate governante() {
		return this.portale.orElse(this.date.legale());
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
