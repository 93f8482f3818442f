package it.cronoprogramma.opendata;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The last published row of a candidatura.
 *
 * @param candidatura the candidatura's code
 * @param chiave avviso, CUP and instant of sending
 * @param chiaveInvio avviso, ente and instant of sending
 * @param codiceIpa the ente's code, lower case
 * @param ente the ente's name
 * @param importo euro
 * @param finanziata the day of the decree
 * @param cup the CUP
 * @param decreto the decree
 * @param stato what has become of it
 * @param statoDal since when
 * @param versione the candidatura's version as the import left it, {@link #TOCCATA} if
 * somebody had acted upon it before
 */
public record Pubblicata(String candidatura, String chiave, String chiaveInvio, String codiceIpa, String ente,
		BigDecimal importo, LocalDate finanziata, String cup, String decreto, StatoPubblicato stato, LocalDate statoDal,
		int versione) {

	/** Somebody has acted upon the candidatura. */
	public static final int TOCCATA = -1;

	/**
	 * A row, as it is to be remembered.
	 * @param candidatura the candidatura's code
	 * @param avviso the avviso's code
	 * @param r the row
	 * @param versione the candidatura's version as the import left it
	 * @return the row
	 */
	public static Pubblicata di(String candidatura, String avviso, RigaPubblicata r, int versione) {
		return new Pubblicata(candidatura, r.chiave(avviso), r.chiaveInvio(avviso), r.chiaveIpa(), r.ente(),
				r.importo(), r.finanziata(), r.cup(), r.decreto(), r.stato(), r.statoDal(), versione);
	}

	/**
	 * Whether a row tells nothing new.
	 * @param r the row, of the same candidatura
	 * @return {@code true} if it says what the last one said
	 */
	public boolean uguale(RigaPubblicata r) {
		return this.stato == r.stato() && this.statoDal.equals(r.statoDal()) && this.codiceIpa.equals(r.chiaveIpa())
				&& this.cup.equals(r.cup()) && this.importo.compareTo(r.importo()) == 0
				&& this.finanziata.equals(r.finanziata()) && this.decreto.equals(r.decreto())
				&& this.ente.equals(r.ente());
	}

}
