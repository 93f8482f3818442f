package it.cronoprogramma.ente;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the register of the enti: who ceased to be, who took its place, on which
 * act. It is never changed.
 *
 * @param vecchio the id of the ente that is no more
 * @param nuovo the id of the ente that took its place then; it may have ceased since
 * @param tipo how
 * @param giorno from which day
 * @param atto the regional law or the decree
 * @param dataAtto its date
 * @param vecchiaGestione the gestione that followed the old ente until then, or
 * {@code null}
 * @param chi who registered it
 * @param quando when
 */
public record EventoEnte(String vecchio, String nuovo, TipoEvento tipo, LocalDate giorno, String atto,
		LocalDate dataAtto, String vecchiaGestione, String chi, Instant quando) {
}
