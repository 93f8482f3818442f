package it.cronoprogramma.avviso;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a comune of a certain size may ask for: the fullest package of each avviso, and in
 * all, where each pacchetto counts once however many avvisi offered it.
 *
 * @param popolazione inhabitants
 * @param voci one for each avviso, by opening day
 */
public record Scenario(int popolazione, List<Voce> voci) {

	/**
	 * The day of the seed's table "Opportunità", which counts the avvisi open on it (seed
	 * 001, 25 May 2022).
	 */
	public static final LocalDate OPPORTUNITA = LocalDate.of(2022, Month.MAY, 25);

	/**
	 * Works out the scenario.
	 * @param catalogo the avvisi and their tables
	 * @param popolazione inhabitants
	 * @param aperti the day on which the avvisi must be open, Rome; {@code null} for all
	 * avvisi
	 * @return the scenario
	 * @throws it.cronoprogramma.rifiuto.Rifiuto if the population is not positive
	 */
	public static Scenario di(CatalogoAvvisi catalogo, int popolazione, LocalDate aperti) {
		List<Voce> voci = new ArrayList<>();
		for (Avviso avviso : catalogo.tutti()) {
			if (aperti == null || aperto(avviso, aperti)) {
				FasciaImporto fascia = catalogo.fascia(avviso.codice(), popolazione);
				voci.add(new Voce(avviso, fascia, fascia.pieno()));
			}
		}
		return new Scenario(popolazione, List.copyOf(voci));
	}

	/**
	 * What the comune may ask for in all: of each pacchetto the avviso that gives most.
	 * @return euro
	 */
	public BigDecimal totale() {
		return somma((voce) -> true);
	}

	/**
	 * The total of the seed's table "Opportunità", put right (dominio 1.10, inconsistency
	 * 8).
	 * @return euro; zero where no avviso of that day is part of the scenario
	 */
	public BigDecimal opportunita() {
		return somma((voce) -> aperto(voce.avviso(), OPPORTUNITA));
	}

	/**
	 * Whether an avviso is the one that counts for its pacchetto in the total.
	 * @param voce one of this scenario
	 * @return {@code false} if another avviso of the same pacchetto counts, or none does
	 */
	public boolean contata(Voce voce) {
		return migliori((v) -> true).containsValue(voce);
	}

	private BigDecimal somma(Predicate<Voce> quali) {
		return migliori(quali).values()
			.stream()
			.map((voce) -> voce.importo().orElseThrow())
			.reduce(new BigDecimal("0.00"), BigDecimal::add);
	}

	private Map<Pacchetto, Voce> migliori(Predicate<Voce> quali) {
		return this.voci.stream()
			.filter(quali)
			.filter((voce) -> voce.importo().isPresent())
			.collect(Collectors.toMap((voce) -> voce.avviso().pacchetto(), (voce) -> voce,
					BinaryOperator.maxBy(Comparator.comparing((voce) -> voce.importo().orElseThrow()))));
	}

	private static boolean aperto(Avviso avviso, LocalDate giorno) {
		return !giorno.isBefore(avviso.apertura()) && !giorno.isAfter(avviso.chiusura());
	}

	/**
	 * One avviso of a scenario.
	 *
	 * @param avviso the avviso
	 * @param fascia the fascia of the population
	 * @param pieno its fullest package, empty where no source gives the amounts
	 */
	public record Voce(Avviso avviso, FasciaImporto fascia, Optional<Importo> pieno) {

		/**
		 * What may be asked for.
		 * @return euro; the most a source gives where the items are not known, empty
		 * where no source gives anything
		 */
		public Optional<BigDecimal> importo() {
			return this.pieno.map(Importo::totale).or(() -> Optional.ofNullable(this.fascia.massimo()));
		}

		/**
		 * The package in words.
		 * @return its items, or what stands in their place
		 */
		public String inParole() {
			return this.pieno
				.map((importo) -> importo.voci()
					.stream()
					.map((v) -> (v.quantita() == 1) ? v.voce() : v.quantita() + " × " + v.voce())
					.collect(Collectors.joining(" + ")))
				.orElse((this.fascia.massimo() != null) ? "massimo pubblicato"
						: "nessuna fonte dà gli importi: vale il decreto di finanziamento");
		}

	}

}
