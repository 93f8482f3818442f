package it.cronoprogramma.candidatura;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Scenario;
import it.cronoprogramma.ente.Ente;

/**
 * What several enti may ask for, ente by ente and in all.
 *
 * @param righe one for each ente
 */
public record ScenarioEnti(List<Riga> righe) {

	/**
	 * Works out the scenario of each.
	 * @param catalogo the avvisi and their tables
	 * @param enti the enti
	 * @param aperti the day on which the avvisi must be open, Rome; {@code null} for all
	 * avvisi
	 * @return the scenarios
	 * @throws it.cronoprogramma.rifiuto.Rifiuto if a population is not positive
	 */
	public static ScenarioEnti di(CatalogoAvvisi catalogo, List<Ente> enti, LocalDate aperti) {
		return new ScenarioEnti(enti.stream().map((e) -> {
			Scenario s = Scenario.di(catalogo, e.popolazione(), aperti);
			return new Riga(e, s.totale(), s.opportunita());
		}).toList());
	}

	/**
	 * What they may ask for in all.
	 * @return euro
	 */
	public BigDecimal totale() {
		return somma(Riga::totale);
	}

	/**
	 * The sum of the seed's table "Opportunità" over the enti.
	 * @return euro
	 * @see Scenario#opportunita()
	 */
	public BigDecimal opportunita() {
		return somma(Riga::opportunita);
	}

	private BigDecimal somma(Function<Riga, BigDecimal> quale) {
		return this.righe.stream().map(quale).reduce(new BigDecimal("0.00"), BigDecimal::add);
	}

	/**
	 * What one ente may ask for, euro.
	 *
	 * @param ente the ente
	 * @param totale in all
	 * @param opportunita of the avvisi of the seed's table "Opportunità"
	 */
	public record Riga(Ente ente, BigDecimal totale, BigDecimal opportunita) {
	}

}
