package it.cronoprogramma.avviso;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a package is worth: the lump sum and the items it is made of.
 *
 * @param fascia the fascia of population in words
 * @param minServizi the least services of the fascia
 * @param maxServizi the most services of the fascia, or {@code null} where no source says
 * @param servizi how many services the package holds
 * @param voci the items
 */
public record Importo(String fascia, int minServizi, Integer maxServizi, int servizi, List<Voce> voci) {

	/**
	 * The lump sum.
	 * @return the sum of the items, euro
	 */
	public BigDecimal totale() {
		return this.voci.stream().map(Voce::importo).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/**
	 * One item of the lump sum.
	 *
	 * @param voce what it pays for
	 * @param quantita how many
	 * @param unitario the amount for one, euro
	 */
	public record Voce(String voce, int quantita, BigDecimal unitario) {

		/**
		 * What the item is worth.
		 * @return quantity times unit amount, euro
		 */
		public BigDecimal importo() {
			return this.unitario.multiply(BigDecimal.valueOf(this.quantita));
		}

	}

}
