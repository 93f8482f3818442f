package it.cronoprogramma.avviso;

import java.math.BigDecimal;
import java.util.List;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * The amounts of one fascia of population in one avviso: a fixed part and a part for each
 * service. All-or-nothing: what is chosen is what must be delivered (dominio 0.2, finding
 * 5).
 *
 * @param fascia the fascia in words, e.g. {@code fino a 5.000}
 * @param fisso the fixed part, euro
 * @param voceFisso what the fixed part pays for
 * @param servizio the amount for one service, euro
 * @param voceServizio what a service is called
 * @param minServizi the least services to choose, 0 where the fixed part may stand alone
 * @param maxServizi the most services to choose
 */
public record FasciaImporto(String fascia, BigDecimal fisso, String voceFisso, BigDecimal servizio, String voceServizio,
		int minServizi, int maxServizi) {

	/**
	 * The amount for a number of services.
	 * @param servizi how many services
	 * @return the amount with its items
	 * @throws Rifiuto if there are fewer or more services than the fascia allows
	 */
	public Importo calcola(int servizi) {
		if (servizi < this.minServizi || servizi > this.maxServizi) {
			throw Rifiuto.nonValido(
					"Servizi scelti: %s. Per la fascia %s abitanti l'avviso ne ammette da %s a %s: corregga la scelta.",
					servizi, this.fascia, this.minServizi, this.maxServizi);
		}
		Importo.Voce prima = new Importo.Voce(this.voceFisso, 1, this.fisso);
		List<Importo.Voce> voci = (servizi == 0) ? List.of(prima)
				: List.of(prima, new Importo.Voce(this.voceServizio, servizi, this.servizio));
		return new Importo(this.fascia, this.minServizi, this.maxServizi, voci);
	}

}
