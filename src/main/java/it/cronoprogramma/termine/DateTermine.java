package it.cronoprogramma.termine;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The dates of one term, all days in Italy, from the most cautious reading to the most
 * generous one: {@code prudenziale <= civile <= legale}.
 *
 * @param decorrenza the anchor, dies a quo, not counted; for a fixed date that date
 * @param termine the length that was counted, {@code null} for a fixed date
 * @param civile the last day by the common calendar, before any holiday shift (art. 2963
 * c.c.); a proroga in days is added to this one
 * @param prudenziale the earliest reading anybody could defend, months of thirty days
 * included; reminders follow it
 * @param legale the last day by law, moved past holidays; it governs until the portal
 * shows a date of its own
 * @param portale the day that the portal shows, as far as it is known and nothing has
 * changed since, else {@code null}; it governs (dominio 3.3 point 2)
 * @param spiegazione how the dates came about, in Italian, to be repeated on the
 * telephone
 */
public record DateTermine(LocalDate decorrenza, Termine termine, LocalDate civile, LocalDate prudenziale,
		LocalDate legale, LocalDate portale, String spiegazione) {

	/**
	 * Checks that the dates are in order.
	 * @throws NullPointerException if anything but the term is missing
	 * @throws IllegalArgumentException if the dates are not in order; the message is in
	 * Italian
	 */
	public DateTermine {
		Objects.requireNonNull(decorrenza, "decorrenza");
		Objects.requireNonNull(spiegazione, "spiegazione");
		if (prudenziale.isAfter(civile) || civile.isAfter(legale)) {
			throw new IllegalArgumentException("Date di un termine non in ordine: prudenziale " + prudenziale
					+ ", civile " + civile + ", legale " + legale);
		}
	}

	/**
	 * The date that counts: the portal's once known, else the legal one (dominio 3.3
	 * point 2).
	 * @return the governing day
	 */
	public LocalDate governante() {
		return (this.portale != null) ? this.portale : this.legale;
	}

}
