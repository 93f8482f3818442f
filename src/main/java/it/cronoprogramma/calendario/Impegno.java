package it.cronoprogramma.calendario;

import java.time.Instant;
import java.time.LocalDate;

import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.TipoTermine;

/**
 * A term as a calendar shows it.
 *
 * @param id the term's id, which never changes
 * @param candidatura the candidatura's code
 * @param ente who holds it today, and whose it was
 * @param avviso the avviso's title
 * @param misura the measure, and what tells packages of one measure apart
 * @param termine which term
 * @param prudenziale the earliest reading
 * @param governante the day that governs
 * @param spiegazione why it falls on that day
 * @param stato whether it is open, missed, met or extinct
 * @param adempiuta the day it was met, {@code null} until then
 * @param aperta when it was opened
 * @param modificata when what is shown of it last changed
 * @param versione how often that has been
 */
record Impegno(String id, String candidatura, String ente, String avviso, String misura, TipoTermine termine,
		LocalDate prudenziale, LocalDate governante, String spiegazione, StatoScadenza stato, LocalDate adempiuta,
		Instant aperta, Instant modificata, int versione) {

	/**
	 * Whether nothing is left to be done.
	 * @return {@code true} for a term that was met or is extinct
	 */
	boolean chiuso() {
		return this.stato == StatoScadenza.ADEMPIUTA || this.stato == StatoScadenza.ESTINTA;
	}

}
