package it.cronoprogramma.cruscotto;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The sums of a selection (DTD report at 31 Dec 2023, Tavole 5 to 7).
 *
 * @param finanziate decreed, net of rinunce and revoche
 * @param liquidate those of them that were paid, with what was paid
 * @param rinunciate given up
 * @param revocate taken back
 */
public record Riepilogo(Conto finanziate, Conto liquidate, Conto rinunciate, Conto revocate) {

	/**
	 * How many, and how much.
	 *
	 * @param numero candidature
	 * @param importo euro, two digits
	 */
	public record Conto(long numero, BigDecimal importo) {

		/** Nothing at all. */
		static final Conto NULLA = new Conto(0, BigDecimal.ZERO);

		/**
		 * As a database gives it.
		 * @param numero candidature
		 * @param importo euro, {@code null} for none
		 */
		public Conto {
			importo = ((importo == null) ? BigDecimal.ZERO : importo).setScale(2, RoundingMode.HALF_UP);
		}

		Conto piu(Conto altro) {
			return new Conto(this.numero + altro.numero, this.importo.add(altro.importo));
		}

	}

}
