package it.cronoprogramma.candidatura;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the published data tell of a financed candidatura.
 *
 * @param inviata when the domanda was sent
 * @param cup the CUP
 * @param decreto the decree as published, e.g. {@code Decreto n.32 - 1 / 2022 - PNRR}
 * @param finanziata the decree's date
 * @param importo the amount it grants, euro
 */
public record FattiPubblicati(Instant inviata, Cup cup, String decreto, LocalDate finanziata, BigDecimal importo) {

	/**
	 * The decree in words.
	 * @return number and date
	 */
	String inParole() {
		return this.decreto + " del " + Parole.giorno(this.finanziata);
	}

}
