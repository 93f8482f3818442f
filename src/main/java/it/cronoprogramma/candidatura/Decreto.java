package it.cronoprogramma.candidatura;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The decreto di finanziamento, as it was notified.
 *
 * @param numero its number as published
 * @param data its date
 * @param notifica the PEC that notified it
 * @param importo the amount it grants, euro
 * @param pubblicato the day it was published, or {@code null} where that does not matter
 * @param termini the terms of Allegato 2, where they are not those of the table
 */
public record Decreto(String numero, LocalDate data, Notifica notifica, BigDecimal importo, LocalDate pubblicato,
		TerminiAllegato termini) {
}
