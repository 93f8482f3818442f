package it.cronoprogramma.opendata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * One published row, checked: a candidatura that was financed (dominio 4.2).
 *
 * @param riga its line in the file, the header's is 1; in JSON its place, from 1
 * @param codiceIpa the ente's code, as written
 * @param ente the ente's name
 * @param tipologia what kind of ente
 * @param codiceIstat six digits, {@code N/D}, or {@code null}
 * @param provincia two letters, or {@code null}
 * @param codProvincia three digits, or {@code null}
 * @param regione its name
 * @param importo euro
 * @param avviso the avviso's title, blanks collapsed
 * @param misura the measure, e.g. {@code 1.4.1}
 * @param inviata when the domanda was sent
 * @param finanziata the day of the decree
 * @param cup fifteen characters
 * @param decreto the decree as published
 * @param stato what has become of it
 * @param statoDal since when
 * @param cupCancellato whether the CUP is published as cancelled; known only as long as
 * the file is read
 */
public record RigaPubblicata(int riga, String codiceIpa, String ente, String tipologia, String codiceIstat,
		String provincia, String codProvincia, String regione, BigDecimal importo, String avviso, String misura,
		Instant inviata, LocalDate finanziata, String cup, String decreto, StatoPubblicato stato, LocalDate statoDal,
		boolean cupCancellato) {

	/**
	 * The ente's code in the form in which codes are compared (dominio 5.4).
	 * @return lower case
	 */
	public String chiaveIpa() {
		return this.codiceIpa.toLowerCase(Locale.ROOT);
	}

	/**
	 * What tells a candidatura from all others, and stays the same from one file to the
	 * next but for corrections of the CUP.
	 * @param codiceAvviso the avviso's code
	 * @return avviso, CUP and instant of sending
	 */
	public String chiave(String codiceAvviso) {
		return codiceAvviso + "|" + this.cup + "|" + this.inviata;
	}

	/**
	 * What tells a candidatura from all others, and stays the same but for mergers.
	 * @param codiceAvviso the avviso's code
	 * @return avviso, ente and instant of sending
	 */
	public String chiaveInvio(String codiceAvviso) {
		return codiceAvviso + "|" + chiaveIpa() + "|" + this.inviata;
	}

	/**
	 * The row as it would have been published on an earlier day.
	 * @param giorno the day
	 * @return the row, empty if the decree came later
	 */
	public Optional<RigaPubblicata> al(LocalDate giorno) {
		if (this.finanziata.isAfter(giorno)) {
			return Optional.empty();
		}
		if (this.stato == StatoPubblicato.A || !this.statoDal.isAfter(giorno)) {
			return Optional.of(this);
		}
		return Optional.of(new RigaPubblicata(this.riga, this.codiceIpa, this.ente, this.tipologia, this.codiceIstat,
				this.provincia, this.codProvincia, this.regione, this.importo, this.avviso, this.misura, this.inviata,
				this.finanziata, this.cup, this.decreto, StatoPubblicato.A, this.finanziata, this.cupCancellato));
	}

}
