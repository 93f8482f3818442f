package it.cronoprogramma.candidatura;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

/**
 * A PEC that reached the ente: from its Rome day the terms run (dominio 3.3 point 4, CAD
 * artt. 6 and 48).
 *
 * @param istante when it was delivered
 * @param protocollo the number under which the ente recorded it
 */
public record Notifica(Instant istante, String protocollo) {

	/**
	 * A notification as an operator writes it down.
	 * @param giorno the day of delivery, Rome
	 * @param ora the hour of delivery, Rome
	 * @param protocollo the protocol number
	 * @param chi who writes it down: a notification cannot lie in the future
	 * @return the notification
	 * @throws Rifiuto if it lies in the future
	 */
	public static Notifica ricevuta(LocalDate giorno, LocalTime ora, String protocollo, Autore chi) {
		Instant istante = Roma.alle(giorno, ora);
		if (istante.isAfter(chi.quando())) {
			throw Rifiuto.nonValido(
					"Notifica del %s alle %s: è nel futuro. Indichi il giorno e l'ora in cui la PEC è stata consegnata.",
					Parole.giorno(giorno), Parole.ora(ora));
		}
		return new Notifica(istante, protocollo);
	}

	/**
	 * The day from which the term runs.
	 * @return the Rome day of delivery
	 */
	public LocalDate giorno() {
		return Roma.giorno(this.istante);
	}

}
