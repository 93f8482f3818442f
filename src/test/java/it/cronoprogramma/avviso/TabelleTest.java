package it.cronoprogramma.avviso;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import it.cronoprogramma.candidatura.TipoTermine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the decision tables to their sources: every figure of the 24 avvisi for comuni
 * (amounts, terms, services, criteria, dates) is written here a second time, and the real
 * DMN engine must give it back from the files that get deployed.
 */
public class TabelleTest {

	private static final Path CARTELLA = Path.of("processes", "tabelle");

	private static final String APRILE = "1.4.1-comuni-2022-04";

	private static final String SCONOSCIUTO = "1.4.1-comuni-2022-10";

	/** Where any fascia of any avviso ends. */
	private static final List<Integer> CONFINI = List.of(2_500, 5_000, 20_000, 50_000, 100_000, 250_000);

	private static final String ANNCSU = "4326.40; 9506.14; 18990.54; 37661.97; 73190.48; 159742.18; 712479.65";

	/** What the fixed amount, a service and an updated service are called. */
	private static final Map<String, List<String>> VOCI = Map.ofEntries(
			Map.entry("1.2",
					List.of("Canone", "Trasferimento in sicurezza dell'infrastruttura IT",
							"Aggiornamento in sicurezza di applicazioni in cloud")),
			Map.entry("1.3.1-pdnd", List.of("Erogazione di API sulla PDND", "", "")),
			Map.entry("1.3.1-anncsu", List.of("Verifica e georeferenziazione dei numeri civici (ANNCSU)", "", "")),
			Map.entry("1.4.1",
					List.of("Sito internet (pacchetto cittadino informato)",
							"Servizio digitale (pacchetto cittadino attivo)", "")),
			Map.entry("1.4.3-pagopa", List.of("", "Servizio pagoPA", "")),
			Map.entry("1.4.3-app-io", List.of("", "Servizio app IO", "")),
			Map.entry("1.4.4-spid-cie", List.of("Integrazione a SPID e CIE", "", "")),
			Map.entry("1.4.4-ansc", List.of("Adesione all'ANSC", "", "")),
			Map.entry("1.4.5", List.of("Integrazione con la Piattaforma notifiche", "", "")));

	private static final DmnEngine MOTORE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	private static final Map<String, DmnDecision> DECISIONI = tabelle()
		.collect(Collectors.toUnmodifiableMap((tabella) -> tabella, TabelleTest::leggi));

	// The files

	static Stream<String> tabelle() {
		return Stream.of("avvisi", "importi", "cronoprogramma", "promemoria", "servizi", "flussi", "criteri",
				"escalation");
	}

	@Test
	void theFolderHoldsTheseTablesAndNoOther() throws IOException {
		try (Stream<Path> file = Files.list(CARTELLA)) {
			assertThat(file.map((percorso) -> percorso.getFileName().toString()))
				.containsExactlyInAnyOrderElementsOf(tabelle().map((tabella) -> tabella + ".dmn").toList());
		}
	}

	@ParameterizedTest
	@MethodSource("tabelle")
	void eachFileIsOneUniqueTableKeptForTenYears(String tabella) {
		DmnModelInstance modello = modello(tabella);
		assertThat(modello.getModelElementsByType(Decision.class)).singleElement().satisfies((decisione) -> {
			assertThat(decisione.getId()).isEqualTo(tabella);
			assertThat(decisione.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
		});
		assertThat(modello.getModelElementsByType(DecisionTable.class)).singleElement()
			.extracting(DecisionTable::getHitPolicy)
			.isEqualTo(HitPolicy.UNIQUE);
	}

	@ParameterizedTest
	@MethodSource("tabelle")
	void everyRuleNamesItsSource(String tabella) {
		assertThat(modello(tabella).getModelElementsByType(Rule.class)).isNotEmpty().allSatisfy((regola) -> {
			assertThat(regola.getDescription()).as(regola.getId()).isNotNull();
			assertThat(regola.getDescription().getTextContent()).as(regola.getId())
				.containsPattern("Seed 00\\d|Open data|Scelta del progetto|FAQ|Sito di PA digitale 2026");
		});
	}

	@ParameterizedTest
	@MethodSource("tabelle")
	void idsSpeakAndTheModelerFindsAShape(String tabella) throws IOException {
		String xml = Files.readString(CARTELLA.resolve(tabella + ".dmn"));
		List<String> id = Pattern.compile("\\sid=\"([^\"]+)\"")
			.matcher(xml)
			.results()
			.map((trovato) -> trovato.group(1))
			.toList();
		assertThat(id).doesNotHaveDuplicates().noneMatch((valore) -> valore.matches(".*_[01][0-9a-z]{6}"));
		assertThat(xml).contains("dmnElementRef=\"" + tabella + "\"").doesNotContain("\r").endsWith(">\n");
	}

	// Avvisi

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					1.2-comuni-2022-04            | 1.2 Abilitazione al cloud - Comuni - Aprile 2022                           | 2022-04-19 | 2022-07-22 | 28/2022  |         |            | 2020-02-01 | ULTIMO
					1.2-comuni-2022-07            | 1.2 Abilitazione al Cloud - Comuni - Luglio 2022                           | 2022-07-25 | 2023-02-10 | 85/2022  |         |            | 2020-02-01 | ULTIMO
					1.2-comuni-2023-11            | 1.2 Abilitazione al Cloud - Comuni - novembre 2023                         | 2023-11-27 | 2024-03-29 |          |         |            | 2020-02-01 | ULTIMO
					1.2-comuni-2024-09            | 1.2 Abilitazione al Cloud - Comuni - settembre 2024                        | 2024-09-13 | 2025-01-31 |          |         |            | 2020-02-01 | ULTIMO
					1.2-comuni-2025-07            | 1.2 Abilitazione al Cloud - Comuni - luglio 2025                           | 2025-07-17 | 2025-09-12 |          |         |            | 2020-02-01 | ULTIMO
					1.3.1-pdnd-comuni-2022-10     | 1.3.1 Piattaforma Digitale Nazionale Dati - Comuni Ottobre 2022            | 2022-10-20 | 2023-05-19 | 152/2022 |         |            | 2020-02-01 | DECRETO
					1.3.1-anncsu-comuni-2025-05   | 1.3.1 Piattaforma Digitale Nazionale Dati - ANNCSU - Comuni - maggio 2025  | 2025-05-30 | 2025-09-30 | 90/2025  |         |            | 2020-02-01 | DECRETO
					1.4.1-comuni-2022-04          | 1.4.1 Esperienza del Cittadino - Comuni - Aprile 2022                      | 2022-04-26 | 2022-09-02 | 32/2022  | 2204004 | 2022-10-15 | 2020-02-01 | ULTIMO
					1.4.1-comuni-2022-09          | 1.4.1 Esperienza del Cittadino - Comuni - Settembre 2022                   | 2022-09-19 | 2022-11-04 | 135/2022 |         |            | 2020-02-01 | ULTIMO
					1.4.3-app-io-comuni-2022-04   | 1.4.3 - app IO - Comuni - Aprile 2022                                      | 2022-04-04 | 2022-09-02 | 24/2022  |         |            | 2021-04-01 | ULTIMO
					1.4.3-app-io-comuni-2022-09   | 1.4.3 - app IO - Comuni - Settembre 2022                                   | 2022-09-12 | 2023-03-24 | 129/2022 |         |            | 2021-04-01 | ULTIMO
					1.4.3-app-io-comuni-2023-11   | 1.4.3 - app IO - Comuni - Novembre 2023                                    | 2023-11-22 | 2024-04-12 |          |         |            | 2021-04-01 | ULTIMO
					1.4.3-app-io-comuni-2024-05   | 1.4.3 - app IO - Comuni - maggio 2024                                      | 2024-05-07 | 2025-01-31 |          |         |            | 2021-04-01 | ULTIMO
					1.4.3-app-io-comuni-2025-05   | 1.4.3 - app IO - Comuni - maggio 2025                                      | 2025-05-30 | 2025-08-29 |          |         |            | 2022-04-04 | ULTIMO
					1.4.3-pagopa-comuni-2022-04   | 1.4.3 - pagoPA - Comuni - Aprile 2022                                      | 2022-04-04 | 2022-09-02 | 23/2022  |         |            | 2021-04-01 | ULTIMO
					1.4.3-pagopa-comuni-2022-09   | 1.4.3 - pagoPA - Comuni - Settembre 2022                                   | 2022-09-12 | 2023-03-24 | 127/2022 |         |            | 2021-04-01 | ULTIMO
					1.4.3-pagopa-comuni-2023-05   | 1.4.3 - pagoPA - Comuni - maggio 2023                                      | 2023-05-11 | 2024-02-02 | 66/2023  |         |            | 2021-04-01 | ULTIMO
					1.4.3-pagopa-comuni-2024-06   | 1.4.3 - pagoPA - Comuni - giugno 2024                                      | 2024-06-24 | 2025-02-28 |          |         |            | 2021-04-01 | ULTIMO
					1.4.4-spid-cie-comuni-2022-04 | 1.4.4 Adozione SPID CIE - Comuni - Aprile 2022                             | 2022-04-04 | 2022-09-02 | 25/2022  |         |            | 2020-02-01 | ULTIMO
					1.4.4-spid-cie-comuni-2022-09 | 1.4.4 Adozione SPID CIE - Comuni - Settembre 2022                          | 2022-09-12 | 2023-03-24 | 125/2022 |         |            | 2020-02-01 | ULTIMO
					1.4.4-ansc-comuni-2024-07     | 1.4.4 Adozione ANPR ANSC - Comuni - luglio 2024                            | 2024-07-23 | 2024-11-24 | 138/2024 | 2407001 |            | 2020-02-01 | ULTIMO
					1.4.4-ansc-comuni-2025-07     | 1.4.4 Adozione ANPR ANSC - Comuni - luglio 2025                            | 2025-07-02 | 2025-08-01 |          |         |            | 2020-02-01 | ULTIMO
					1.4.5-comuni-2022-09          | "1.4.5 'Piattaforma Notifiche Digitali' Comuni (Settembre 2022)"           | 2022-09-12 | 2022-11-11 | 131/2022 |         |            | 2020-02-01 | ULTIMO
					1.4.5-comuni-2024-05          | "1.4.5 'Piattaforma Notifiche Digitali' Comuni (maggio 2024)"              | 2024-05-07 | 2024-12-06 | 94/2024  |         |            | 2020-02-01 | ULTIMO
					""")
	void anAvviso(String avviso, String titolo, String apertura, String chiusura, String decreto, String templateCup,
			String erogazioneDal, String avviataDal, String decorrenzaCompletamento) {
		String pacchetto = pacchetto(avviso);
		Map<String, Object> attesa = new HashMap<>();
		attesa.put("titolo", titolo);
		attesa.put("misura", pacchetto.split("-")[0]);
		attesa.put("pacchetto", pacchetto);
		attesa.put("processo", "avviso-" + pacchetto.replace('.', '-'));
		attesa.put("apertura", apertura);
		attesa.put("chiusura", chiusura);
		attesa.put("destinatari", "Comuni");
		attesa.put("decreto", Objects.requireNonNullElse(decreto, ""));
		attesa.put("templateCup", Objects.requireNonNullElse(templateCup, ""));
		attesa.put("erogazioneDal", Objects.requireNonNullElse(erogazioneDal, ""));
		attesa.put("avviataDal", avviataDal);
		attesa.put("decorrenzaCompletamento", decorrenzaCompletamento);
		assertThat(riga("avvisi", Map.of("avviso", avviso)).getEntryMap()).containsExactlyInAnyOrderEntriesOf(attesa);
	}

	@Test
	void the24AvvisiOfNinePackages() {
		assertThat(avvisi()).hasSize(24)
			.doesNotHaveDuplicates()
			.allMatch((avviso) -> avviso.matches(
					"(1\\.2|1\\.3\\.1-pdnd|1\\.3\\.1-anncsu|1\\.4\\.1|1\\.4\\.3-pagopa|1\\.4\\.3-app-io|1\\.4\\.4-spid-cie|1\\.4\\.4-ansc|1\\.4\\.5)-comuni-\\d{4}-\\d{2}"));
		assertThat(avvisi().stream().map(TabelleTest::pacchetto).distinct()).hasSize(9);
		assertThat(avvisi().stream().map(TabelleTest::titolo)).doesNotHaveDuplicates();
	}

	@Test
	void theDatesOfAnAvvisoAreDatesInOrder() {
		assertThat(avvisi()).allSatisfy((avviso) -> {
			DmnDecisionRuleResult riga = riga("avvisi", Map.of("avviso", avviso));
			LocalDate apertura = LocalDate.parse(riga.getEntry("apertura"));
			assertThat(apertura).isBefore(LocalDate.parse(riga.getEntry("chiusura")))
				.isAfter(LocalDate.parse(riga.getEntry("avviataDal")));
		});
	}

	/** Where a published list of the avvisi is at hand, the table agrees with it. */
	@TestFactory
	Stream<DynamicTest> theAvvisiAsPublished() {
		return GrigliaOpenDataTest.pubblicati("avvisi.csv")
			.map((file) -> DynamicTest.dynamicTest(file.toString(), () -> {
				Map<String, List<String>> pubblicati = GrigliaOpenDataTest.righe(file)
					.filter((riga) -> riga.getField("soggetti_destinatari").equals("Comuni"))
					.collect(Collectors.toMap((riga) -> GrigliaOpenDataTest.senzaSpaziDoppi(riga.getField("titolo")),
							(riga) -> List.of(riga.getField("data_inizio_bando"), riga.getField("data_fine_bando"),
									riga.getField("soggetti_destinatari"))));
				Map<String, List<String>> nostri = avvisi().stream()
					.map((avviso) -> riga("avvisi", Map.of("avviso", avviso)))
					.collect(Collectors.toMap((riga) -> riga.getEntry("titolo"), (riga) -> List
						.of(riga.getEntry("apertura"), riga.getEntry("chiusura"), riga.getEntry("destinatari"))));
				assertThat(nostri).hasSize(24).isEqualTo(pubblicati);
			}));
	}

	// Importi

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					1.2            | 2022-04 2022-07                 |      1 |   2500 | fino a 2.500    |   6000    |  1528 |  4603 |  7 |   9 |    |
					1.2            | 2022-04 2022-07                 |   2501 |   5000 | 2.501–5.000     |  12000    |  2352 |  5069 | 10 |  13 |    |
					1.2            | 2022-04 2022-07                 |   5001 |  20000 | 5.001–20.000    |  25000    |  4146 |  6928 | 11 |  14 |    |
					1.2            | 2022-04 2022-07                 |  20001 |  50000 | 20.001–50.000   |  50000    |  9143 | 14437 | 11 |  14 |    |
					1.2            | 2022-04 2022-07                 |  50001 | 100000 | 50.001–100.000  | 120000    | 14254 | 16618 | 14 |  18 |    |
					1.2            | 2022-04 2022-07                 | 100001 | 250000 | 100.001–250.000 | 450000    | 15394 | 27694 | 17 |  21 |    |
					1.2            | 2022-04 2022-07                 | 250001 | 300001 | oltre 250.000   |           |       |       |  1 |     |    | 5092136
					1.2            | 2023-11 2024-09 2025-07         |      1 | 300001 | tutte           |           |       |       |  1 |     |    |
					1.3.1-pdnd     | 2022-10                         |      1 |   5000 | fino a 5.000    |  10172    |       |       |  0 |     |    |
					1.3.1-pdnd     | 2022-10                         |   5001 |  20000 | 5.001–20.000    |  20344    |       |       |  0 |     |    |
					1.3.1-pdnd     | 2022-10                         |  20001 |  50000 | 20.001–50.000   |  30515    |       |       |  0 |     |    |
					1.3.1-pdnd     | 2022-10                         |  50001 | 100000 | 50.001–100.000  | 162748    |       |       |  0 |     |    |
					1.3.1-pdnd     | 2022-10                         | 100001 | 250000 | 100.001–250.000 | 203435    |       |       |  0 |     |    |
					1.3.1-pdnd     | 2022-10                         | 250001 | 300001 | oltre 250.000   | 474775    |       |       |  0 |     |    |
					1.3.1-anncsu   | 2025-05                         |      1 | 300001 | tutte           |           |       |       |  0 |   0 |    |
					1.4.1          | 2022-04 2022-09                 |      1 |   5000 | fino a 5.000    |  28902    | 12755 |       |  0 |   4 |    |
					1.4.1          | 2022-04 2022-09                 |   5001 |  20000 | 5.001–20.000    |  51654    | 25895 |       |  0 |   4 |    |
					1.4.1          | 2022-04 2022-09                 |  20001 |  50000 | 20.001–50.000   |  87682    | 38650 |       |  0 |   5 |    |
					1.4.1          | 2022-04 2022-09                 |  50001 | 100000 | 50.001–100.000  |  96260    | 38650 |       |  0 |   6 |    |
					1.4.1          | 2022-04 2022-09                 | 100001 | 250000 | 100.001–250.000 | 162545    | 58963 |       |  0 |   6 |    |
					1.4.1          | 2022-04 2022-09                 | 250001 | 300001 | oltre 250.000   | 500243    | 77684 |       |  0 |  10 |    |
					1.4.3-pagopa   | 2022-04 2022-09 2023-05 2024-06 |      1 |   5000 | fino a 5.000    |      0    |   607 |       |  3 | 117 | 50 |
					1.4.3-pagopa   | 2022-04 2022-09 2023-05 2024-06 |   5001 |  20000 | 5.001–20.000    |      0    |   857 |       |  3 | 117 | 50 |
					1.4.3-pagopa   | 2022-04 2022-09 2023-05 2024-06 |  20001 | 100000 | 20.001–100.000  |      0    |  1821 |       |  5 | 117 | 50 |
					1.4.3-pagopa   | 2022-04 2022-09 2023-05 2024-06 | 100001 | 250000 | 100.001–250.000 |      0    |  2747 |       |  5 | 117 | 50 |
					1.4.3-pagopa   | 2022-04 2022-09 2023-05 2024-06 | 250001 | 300001 | oltre 250.000   |      0    |  7967 |       |  5 | 117 | 50 |
					1.4.3-app-io   | 2022-04 2022-09                 |      1 |   5000 | fino a 5.000    |      0    |   243 |       |  3 |  50 |    |
					1.4.3-app-io   | 2022-04 2022-09                 |   5001 |  20000 | 5.001–20.000    |      0    |   343 |       |  3 |  50 |    |
					1.4.3-app-io   | 2022-04 2022-09                 |  20001 | 100000 | 20.001–100.000  |      0    |   728 |       |  5 |  50 |    |
					1.4.3-app-io   | 2022-04 2022-09                 | 100001 | 250000 | 100.001–250.000 |      0    |  1099 |       |  5 |  50 |    |
					1.4.3-app-io   | 2022-04 2022-09                 | 250001 | 300001 | oltre 250.000   |      0    |  3187 |       |  5 |  50 |    |
					1.4.3-app-io   | 2023-11 2024-05 2025-05         |      1 | 300001 | tutte           |           |       |       |  1 |     |    |
					1.4.4-spid-cie | 2022-04 2022-09                 |      1 | 300001 | tutte           |  14000    |       |       |  0 |   0 |    |
					1.4.4-ansc     | 2024-07                         |      1 |   2500 | fino a 2.500    |   3928.40 |       |       |  0 |   0 |    |
					1.4.4-ansc     | 2024-07                         |   2501 |   5000 | 2.501–5.000     |   6173.20 |       |       |  0 |   0 |    |
					1.4.4-ansc     | 2024-07                         |   5001 |  20000 | 5.001–20.000    |   8979.20 |       |       |  0 |   0 |    |
					1.4.4-ansc     | 2024-07                         |  20001 |  50000 | 20.001–50.000   |  14030    |       |       |  0 |   0 |    |
					1.4.4-ansc     | 2024-07                         |  50001 | 100000 | 50.001–100.000  |  16274.80 |       |       |  0 |   0 |    |
					1.4.4-ansc     | 2024-07                         | 100001 | 250000 | 100.001–250.000 |  19642    |       |       |  0 |   0 |    |
					1.4.4-ansc     | 2024-07                         | 250001 | 300001 | oltre 250.000   |  25254    |       |       |  0 |   0 |    |
					1.4.4-ansc     | 2025-07                         |      1 | 300001 | tutte           |           |       |       |  0 |   0 |    |
					1.4.5          | 2022-09 2024-05                 |      1 |   5000 | fino a 5.000    |  23147    |       |       |  2 |   2 |    |
					1.4.5          | 2022-09 2024-05                 |   5001 |  20000 | 5.001–20.000    |  32589    |       |       |  2 |   2 |    |
					1.4.5          | 2022-09 2024-05                 |  20001 | 100000 | 20.001–100.000  |  59966    |       |       |  2 |   2 |    |
					1.4.5          | 2022-09 2024-05                 | 100001 | 250000 | 100.001–250.000 |  69000    |       |       |  2 |   2 |    |
					1.4.5          | 2022-09 2024-05                 | 250001 | 300001 | oltre 250.000   |  97247    |       |       |  2 |   2 |    |
					""")
	void theAmountsOfAFascia(String pacchetto, String mesi, int primo, int ultimo, String fascia, Double fisso,
			Double servizio, Double aggiornamento, int minServizi, Integer maxServizi, Integer serviziScenario,
			Double massimo) {
		Map<String, Object> attesa = new HashMap<>();
		attesa.put("fascia", fascia);
		attesa.put("fisso", fisso);
		attesa.put("voceFisso", VOCI.get(pacchetto).get(0));
		attesa.put("servizio", servizio);
		attesa.put("voceServizio", VOCI.get(pacchetto).get(1));
		attesa.put("aggiornamento", aggiornamento);
		attesa.put("voceAggiornamento", VOCI.get(pacchetto).get(2));
		attesa.put("minServizi", minServizi);
		attesa.put("maxServizi", maxServizi);
		attesa.put("serviziScenario", serviziScenario);
		attesa.put("ammessi", pacchetto.equals("1.3.1-anncsu") ? ANNCSU : "");
		attesa.put("massimo", massimo);
		attesa.values().removeIf(Objects::isNull);
		for (String avviso : avvisi(pacchetto, mesi)) {
			for (int popolazione : new int[] { primo, primo + 1, (primo + ultimo) / 2, ultimo - 1, ultimo }) {
				assertThat(importi(avviso, popolazione)).as("%s, %d abitanti", avviso, popolazione)
					.containsExactlyInAnyOrderEntriesOf(attesa);
			}
		}
	}

	@Test
	void anAmountNoSourceGivesIsNotInTheAnswer() {
		assertThat(importi("1.2-comuni-2023-11", 3_000)).containsOnlyKeys("fascia", "voceFisso", "voceServizio",
				"voceAggiornamento", "minServizi", "ammessi");
	}

	/** Sums as the sources print them, or as they follow from what they print. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1.2-comuni-2022-04            |   2500 |   7 |  0 |   16696
			1.2-comuni-2022-04            |   2500 |   0 |  9 |   47427
			1.2-comuni-2022-04            |   5000 |  10 |  0 |   35520
			1.2-comuni-2022-04            |   5000 |   0 | 13 |   77897
			1.2-comuni-2022-04            |  20000 |  11 |  0 |   70606
			1.2-comuni-2022-04            |  20000 |   0 | 14 |  121992
			1.2-comuni-2022-04            |  50000 |  11 |  0 |  150573
			1.2-comuni-2022-04            |  50000 |   0 | 14 |  252118
			1.2-comuni-2022-04            | 100000 |  14 |  0 |  319556
			1.2-comuni-2022-04            | 100000 |   0 | 18 |  419124
			1.2-comuni-2022-04            | 250000 |  17 |  0 |  711698
			1.2-comuni-2022-04            | 250000 |   0 | 21 | 1031574
			1.4.1-comuni-2022-04          |   5000 |   4 |  0 |   79922
			1.4.1-comuni-2022-04          |  20000 |   4 |  0 |  155234
			1.4.1-comuni-2022-04          |  50000 |   5 |  0 |  280932
			1.4.1-comuni-2022-04          | 100000 |   6 |  0 |  328160
			1.4.1-comuni-2022-04          | 250000 |   6 |  0 |  516323
			1.4.1-comuni-2022-04          | 250001 |  10 |  0 | 1277083
			1.4.3-pagopa-comuni-2022-04   |   5000 |   3 |  0 |    1821
			1.4.3-pagopa-comuni-2022-04   |  20000 |   3 |  0 |    2571
			1.4.3-pagopa-comuni-2022-04   | 100000 |   5 |  0 |    9105
			1.4.3-pagopa-comuni-2022-04   | 250000 |   5 |  0 |   13735
			1.4.3-pagopa-comuni-2022-04   |   5000 |  50 |  0 |   30350
			1.4.3-pagopa-comuni-2022-04   |  20000 |  50 |  0 |   42850
			1.4.3-pagopa-comuni-2022-04   | 100000 |  50 |  0 |   91050
			1.4.3-pagopa-comuni-2022-04   | 250000 |  50 |  0 |  137350
			1.4.3-pagopa-comuni-2022-04   | 250001 |  50 |  0 |  398350
			1.4.3-app-io-comuni-2022-04   |   5000 |   3 |  0 |     729
			1.4.3-app-io-comuni-2022-04   |  20000 |   3 |  0 |    1029
			1.4.3-app-io-comuni-2022-04   | 100000 |   5 |  0 |    3640
			1.4.3-app-io-comuni-2022-04   | 250000 |   5 |  0 |    5495
			1.4.3-app-io-comuni-2022-04   |   5000 |  50 |  0 |   12150
			1.4.3-app-io-comuni-2022-04   |  20000 |  50 |  0 |   17150
			1.4.3-app-io-comuni-2022-04   | 100000 |  50 |  0 |   36400
			1.4.3-app-io-comuni-2022-04   | 250000 |  50 |  0 |   54950
			1.4.3-app-io-comuni-2022-04   | 250001 |  50 |  0 |  159350
			1.4.4-spid-cie-comuni-2022-04 |      1 |   0 |  0 |   14000
			""")
	void theSumOfAPackage(String avviso, int popolazione, int servizi, int aggiornati, double importo) {
		Map<String, Object> riga = importi(avviso, popolazione);
		assertThat(
				numero(riga, "fisso") + servizi * numero(riga, "servizio") + aggiornati * numero(riga, "aggiornamento"))
			.isEqualTo(importo);
		assertThat(servizi + aggiornati).isIn(riga.get("minServizi"), riga.get("maxServizi"),
				riga.get("serviziScenario"));
	}

	private static double numero(Map<String, Object> riga, String uscita) {
		return (double) riga.getOrDefault(uscita, 0.0);
	}

	@Test
	void theLastFasciaHasNoUpperBound() {
		assertThat(fascia(APRILE, 2_761_632)).isEqualTo("oltre 250.000");
		assertThat(avvisi())
			.allSatisfy((avviso) -> assertThat(fascia(avviso, 2_761_632)).isIn("oltre 250.000", "tutte"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1.2            | 2022-04 2022-07                 | 2500 5000 20000 50000 100000 250000
			1.2            | 2023-11 2024-09 2025-07         |
			1.3.1-pdnd     | 2022-10                         | 5000 20000 50000 100000 250000
			1.3.1-anncsu   | 2025-05                         |
			1.4.1          | 2022-04 2022-09                 | 5000 20000 50000 100000 250000
			1.4.3-pagopa   | 2022-04 2022-09 2023-05 2024-06 | 5000 20000 100000 250000
			1.4.3-app-io   | 2022-04 2022-09                 | 5000 20000 100000 250000
			1.4.3-app-io   | 2023-11 2024-05 2025-05         |
			1.4.4-spid-cie | 2022-04 2022-09                 |
			1.4.4-ansc     | 2024-07                         | 2500 5000 20000 50000 100000 250000
			1.4.4-ansc     | 2025-07                         |
			1.4.5          | 2022-09 2024-05                 | 5000 20000 100000 250000
			""")
	void theUpperBoundOfAFasciaIsIncluded(String pacchetto, String mesi, String confini) {
		List<String> attesi = (confini != null) ? List.of(confini.split(" ")) : List.of();
		for (String avviso : avvisi(pacchetto, mesi)) {
			for (int confine : CONFINI) {
				assertThat(fascia(avviso, confine)).as("%s, %d", avviso, confine)
					.isEqualTo(fascia(avviso, confine - 1));
				assertThat(!fascia(avviso, confine).equals(fascia(avviso, confine + 1))).as("%s, %d", avviso, confine)
					.isEqualTo(attesi.contains(Integer.toString(confine)));
			}
		}
	}

	// Cronoprogramma

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1.2            | 2022-04 2022-07 2023-11 2024-09 2025-07 |     1 |  20000 | P6M  | P15M  | P15M  | si
			1.2            | 2022-04 2022-07 2023-11 2024-09 2025-07 | 20001 | 300001 | P9M  | P18M  | P18M  | si
			1.3.1-pdnd     | 2022-10                                 |     1 |  50000 | P3M  | P6M   | P6M   |
			1.3.1-pdnd     | 2022-10                                 | 50001 | 300001 | P3M  | P6M   | P6M   | si
			1.3.1-anncsu   | 2025-05                                 |     1 | 300001 | P3M  | P6M   | P6M   | si
			1.4.1          | 2022-04 2022-09                         |     1 |   5000 | P6M  | P9M   | P15M  |
			1.4.1          | 2022-04 2022-09                         |  5001 | 300001 | P9M  | P12M  | P21M  |
			1.4.3-pagopa   | 2022-04 2022-09 2023-05 2024-06         |     1 | 300001 | P6M  | P8M   | P14M  |
			1.4.3-app-io   | 2022-04 2022-09 2023-11 2024-05         |     1 | 300001 | P6M  | P8M   | P14M  |
			1.4.3-app-io   | 2025-05                                 |     1 | 300001 | P60D | P120D | P180D |
			1.4.4-spid-cie | 2022-04 2022-09                         |     1 | 300001 | P12M | P10M  | P22M  |
			1.4.4-ansc     | 2024-07 2025-07                         |     1 | 300001 | P3M  | P6M   | P9M   | si
			1.4.5          | 2022-09 2024-05                         |     1 | 300001 | P3M  | P8M   | P11M  | si
			""")
	void theTerms(String pacchetto, String mesi, int primo, int ultimo, String contrattualizzazione,
			String completamento, String limite, String confermare) {
		for (String avviso : avvisi(pacchetto, mesi)) {
			for (int popolazione : new int[] { primo, primo + 1, ultimo - 1, ultimo }) {
				assertThat(riga("cronoprogramma", Map.of("avviso", avviso, "popolazione", popolazione)).getEntryMap())
					.as("%s, %d abitanti", avviso, popolazione)
					.containsExactlyInAnyOrderEntriesOf(Map.of("cup", "P5D", "contrattualizzazione",
							contrattualizzazione, "completamento", completamento, "limite", limite, "confermare",
							Objects.requireNonNullElse(confermare, "")));
			}
		}
		// where completion runs from the decree, or it is not known from where, it is the
		// limit itself
		Period somma = Period.parse(contrattualizzazione).plus(Period.parse(completamento));
		assertThat(Period.parse(limite)).isEqualTo(pacchetto.startsWith("1.4.") ? somma : Period.parse(completamento));
	}

	// Importi and cronoprogramma: one row for each population, none where there are no
	// people

	@ParameterizedTest
	@ValueSource(strings = { "importi", "cronoprogramma" })
	void aPopulationMatchesExactlyOneRow(String tabella) {
		List<Integer> popolazioni = Stream.concat(Stream.of(1, 300_000), CONFINI.stream())
			.flatMap((confine) -> IntStream.rangeClosed(confine - 1, confine + 1).boxed())
			.filter((popolazione) -> popolazione >= 1)
			.toList();
		for (String avviso : avvisi()) {
			assertThat(popolazioni).allSatisfy(
					(popolazione) -> assertThat(valuta(tabella, Map.of("avviso", avviso, "popolazione", popolazione)))
						.hasSize(1));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "importi", "cronoprogramma" })
	void noPeopleNoRow(String tabella) {
		for (String avviso : avvisi()) {
			assertThat(valuta(tabella, Map.of("avviso", avviso, "popolazione", 0))).isEmpty();
			assertThat(valuta(tabella, Map.of("avviso", avviso, "popolazione", -1))).isEmpty();
		}
	}

	@Test
	void anUnknownAvvisoHasNoRow() {
		assertThat(valuta("avvisi", Map.of("avviso", SCONOSCIUTO))).isEmpty();
		assertThat(valuta("importi", Map.of("avviso", SCONOSCIUTO, "popolazione", 1_000))).isEmpty();
		assertThat(valuta("cronoprogramma", Map.of("avviso", SCONOSCIUTO, "popolazione", 1_000))).isEmpty();
	}

	// Promemoria

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			domanda              | 30,15,7,3,1
			cup                  | 4,2,1,0
			contrattualizzazione | 60,30,15,7,3,1
			completamento        | 60,30,15,7,3,1
			limite               | 60,30,7
			controllo            | 15,7,3,1
			""")
	void theDaysOfAReminder(String termine, String giorni) {
		assertThat(riga("promemoria", Map.of("termine", termine)).<String>getEntry("giorni")).isEqualTo(giorni);
		assertThat(Stream.of(giorni.split(",")).map(Integer::valueOf).toList()).isSortedAccordingTo((a, b) -> b - a)
			.doesNotHaveDuplicates();
	}

	@Test
	void everyTermThatAsksForAnActHasItsReminders() {
		assertThat(modello("promemoria").getModelElementsByType(Rule.class)).hasSize(TipoTermine.values().length - 1);
		for (TipoTermine termine : TipoTermine.values()) {
			assertThat(valuta("promemoria", Map.of("termine", termine.codice()))).as(termine.nome())
				.hasSize((termine == TipoTermine.MANTENIMENTO) ? 0 : 1);
		}
		assertThat(valuta("promemoria", Map.of("termine", "erogazione"))).isEmpty();
	}

	// Servizi

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					 1 | permesso-parcheggio-residenti | Richiedere permesso di Parcheggio per residenti             | permessi-autorizzazioni
					 2 | pagare-imu                    | Pagare tributi IMU                                          | pagamenti-dovuti
					 3 | pagare-cimp                   | Pagare canone CIMP                                          | pagamenti-dovuti
					 4 | pagare-cosap                  | Pagare canone COSAP                                         | pagamenti-dovuti
					 5 | pagare-canone-idrico          | Pagare canone idrico                                        | pagamenti-dovuti
					 6 | agevolazioni-scolastiche      | Richiedere agevolazioni scolastiche                         | vantaggi-economici
					 7 | assegnazione-alloggio         | Richiedere assegnazione alloggio                            | domande-graduatoria
					 8 | assegno-maternita             | Presentare domanda per assegno di maternità                 | vantaggi-economici
					 9 | bonus-economici               | Presentare domanda per bonus economici                      | vantaggi-economici
					10 | domanda-contributo            | Presentare domanda per un contributo                        | vantaggi-economici
					11 | agevolazione-tributaria       | Presentare domanda di agevolazione tributaria               | vantaggi-economici
					12 | permesso-ztl                  | Richiedere permesso di accesso ad area ZTL                  | permessi-autorizzazioni
					13 | pagare-contravvenzioni        | Pagare contravvenzioni                                      | pagamenti-dovuti
					14 | permesso-parcheggio-invalidi  | Richiedere permesso per Parcheggio invalidi                 | permessi-autorizzazioni
					15 | permesso-passo-carrabile      | Richiedere permesso per passo carrabile                     | permessi-autorizzazioni
					16 | trasporto-scolastico          | Richiedere iscrizione al trasporto scolastico               | servizi-pagamento
					17 | mensa-scolastica              | Richiedere iscrizione alla mensa scolastica                 | servizi-pagamento
					18 | corsi-formazione              | Richiedere iscrizione a corsi di Formazione                 | servizi-pagamento
					19 | scuola-infanzia               | Richiedere iscrizione alla scuola dell'infanzia             | domande-graduatoria
					20 | asilo-nido                    | Richiedere iscrizione all'asilo nido                        | domande-graduatoria
					21 | concorso-pubblico             | Presentare domanda di partecipazione a un concorso pubblico | domande-graduatoria
					22 | pubblicazione-matrimonio      | Richiedere una pubblicazione di matrimonio                  | permessi-autorizzazioni
					23 | sepoltura-defunto             | Richiedere la sepoltura di un defunto                       | servizi-pagamento
					24 | pagare-lampade-votive         | Pagare il canone per le lampade votive                      | pagamenti-dovuti
					25 | accesso-atti                  | Richiedere l'accesso agli atti                              | permessi-autorizzazioni
					26 | permesso-occupazione-suolo    | Richiedere permesso di occupazione suolo pubblico           | permessi-autorizzazioni
					""")
	void aService(int ordine, String codice, String nome, String flusso) {
		assertThat(riga("servizi", Map.of("pacchetto", "1.4.1", "codice", codice)).getEntryMap())
			.containsExactlyInAnyOrderEntriesOf(Map.of("ordine", ordine, "nome", nome, "flusso", flusso));
	}

	@Test
	void the26ServicesInOrder() {
		List<String> codici = codici("servizi", "1.4.1");
		assertThat(codici).hasSize(26).doesNotHaveDuplicates().allMatch((codice) -> codice.matches("[a-z]+(-[a-z]+)*"));
		assertThat(ordini("servizi", "1.4.1", codici)).isEqualTo(IntStream.rangeClosed(1, 26).boxed().toList());
		assertThat(valuta("servizi", Map.of("pacchetto", "1.2", "codice", "pagare-imu"))).isEmpty();
	}

	@Test
	void everyServiceHasAFlowThatExists() {
		Map<String, Long> perFlusso = codici("servizi", "1.4.1").stream()
			.map((codice) -> riga("servizi", Map.of("pacchetto", "1.4.1", "codice", codice)))
			.collect(Collectors.groupingBy((riga) -> riga.<String>getEntry("flusso"), Collectors.counting()));
		assertThat(perFlusso).isEqualTo(Map.of("permessi-autorizzazioni", 7L, "domande-graduatoria", 4L,
				"servizi-pagamento", 4L, "vantaggi-economici", 5L, "pagamenti-dovuti", 6L));
		assertThat(perFlusso.keySet())
			.allSatisfy((flusso) -> assertThat(valuta("flussi", Map.of("flusso", flusso))).hasSize(1));
	}

	// Flussi

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 | permessi-autorizzazioni | Permessi e autorizzazioni | rilascio di un contestuale permesso
			2 | domande-graduatoria     | Domande con graduatoria   | vincolata a una graduatoria di precedenza
			3 | servizi-pagamento       | Servizi a pagamento       | vincolata esclusivamente al pagamento
			4 | vantaggi-economici      | Vantaggi economici        | vantaggio economico, vincolato unicamente
			5 | pagamenti-dovuti        | Pagamenti dovuti          | pagamento di un onere, senza
			""")
	void aFlow(int ordine, String codice, String nome, String definizione) {
		DmnDecisionRuleResult riga = riga("flussi", Map.of("flusso", codice));
		assertThat(riga.<Integer>getEntry("ordine")).isEqualTo(ordine);
		assertThat(riga.<String>getEntry("nome")).isEqualTo(nome);
		assertThat(riga.<String>getEntry("definizione")).startsWith("Istanze presentate dal cittadino che prevedono")
			.contains(definizione);
		assertThat(modello("flussi").getModelElementsByType(Rule.class)).hasSize(5);
	}

	// Criteri

	@ParameterizedTest
	@CsvSource({ "C.SI, sito, 7, 6, 4, 1, 2", "C.SE, servizio, 10, 2, 3, 1, 2" })
	void theCriteriaOfEachCategory(String prefisso, String oggetto, int esperienza, int funzionalita, int normativa,
			int performance, int sicurezza) {
		List<DmnDecisionRuleResult> righe = codici("criteri", "1.4.1").stream()
			.filter((codice) -> codice.startsWith(prefisso + "."))
			.map((codice) -> riga("criteri", Map.of("pacchetto", "1.4.1", "codice", codice)))
			.toList();
		assertThat(righe).allSatisfy((riga) -> {
			assertThat(riga.<String>getEntry("oggetto")).isEqualTo(oggetto);
			assertThat(riga.<String>getEntry("riferimento")).isNotBlank();
		});
		Map<String, Long> perCategoria = righe.stream()
			.collect(Collectors.groupingBy((riga) -> riga.<String>getEntry("categoria"), Collectors.counting()));
		assertThat(perCategoria)
			.isEqualTo(Map.of("esperienza utente", (long) esperienza, "funzionalità", (long) funzionalita, "normativa",
					(long) normativa, "performance", (long) performance, "sicurezza", (long) sicurezza));
	}

	@Test
	void theCodesOfTheCriteriaRunWithoutGapsThroughTheirCategories() {
		assertThat(codici("criteri", "1.4.1")).containsExactlyElementsOf(
				Stream.concat(codici("C.SI", 7, 6, 4, 1, 2), codici("C.SE", 10, 2, 3, 1, 2)).toList());
		List<String> categorie = List.of("esperienza utente", "funzionalità", "normativa", "performance", "sicurezza");
		assertThat(codici("criteri", "1.4.1")).allSatisfy((codice) -> {
			int categoria = Integer.parseInt(codice.split("\\.")[2]);
			assertThat(riga("criteri", Map.of("pacchetto", "1.4.1", "codice", codice)).<String>getEntry("categoria"))
				.isEqualTo(categorie.get(categoria - 1));
		});
	}

	@Test
	void the20And18CriteriaInOrder() {
		List<String> codici = codici("criteri", "1.4.1");
		assertThat(codici.stream().filter((codice) -> codice.startsWith("C.SI."))).hasSize(20);
		assertThat(codici.stream().filter((codice) -> codice.startsWith("C.SE."))).hasSize(18);
		assertThat(ordini("criteri", "1.4.1", codici)).isEqualTo(IntStream.rangeClosed(1, 38).boxed().toList());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			C.SI.1.1  | Coerenza dell'utilizzo delle font (librerie di caratteri)
			C.SI.1.2  | Libreria di elementi di interfaccia
			C.SI.1.3  | Schede informative di servizio per il cittadino
			C.SI.1.4  | Utilizzo di temi per CMS
			C.SI.1.5  | Vocabolari controllati
			C.SI.1.6  | Voci di menù di primo livello
			C.SI.1.7  | Voci di menù di secondo livello
			C.SI.2.1  | Prenotazione appuntamenti
			C.SI.2.2  | Richiesta di assistenza / contatti
			C.SI.2.3  | Richiesta di assistenza / domande frequenti
			C.SI.2.4  | Segnalazione disservizio
			C.SI.2.5  | Valutazione dell'esperienza d'uso, chiarezza delle pagine informative
			C.SI.2.6  | Valutazione dell'esperienza d'uso, facilità d'uso del servizio digitale
			C.SI.3.1  | Cookie
			C.SI.3.2  | Dichiarazione di accessibilità
			C.SI.3.3  | Informativa privacy
			C.SI.3.4  | Licenza e attribuzione
			C.SI.4.1  | Velocità e tempi di risposta
			C.SI.5.1  | Certificato https
			C.SI.5.2  | Dominio istituzionale
			C.SE.1.1  | Accedere al servizio / identità digitale
			C.SE.1.2  | Conferma di presa in carico dell'istanza
			C.SE.1.3  | Consistenza dell'utilizzo delle font (librerie di caratteri)
			C.SE.1.4  | Inserimento e riepilogo dei dati inseriti
			C.SE.1.5  | Once only, fruizione di dati precedenti
			C.SE.1.6  | Salvataggio della bozza di istanza
			C.SE.1.7  | Suggerimento di valutazione dell'esperienza d'uso del servizio digitale
			C.SE.1.8  | Verifica stato del servizio, progresso e navigazione breadcrumbs
			C.SE.1.9  | Verifica stato istanza, progresso
			C.SE.1.10 | Verifica stato istanza, tempo massimo
			C.SE.2.1  | Effettuare il pagamento
			C.SE.2.2  | Prenotazione appuntamenti
			C.SE.3.1  | Cookie
			C.SE.3.2  | Dichiarazione di accessibilità
			C.SE.3.3  | Informativa privacy
			C.SE.4.1  | Velocità e tempi di risposta
			C.SE.5.1  | Certificato https area servizi per il cittadino
			C.SE.5.2  | Sottodomini servizi
			""")
	void theNameOfACriterion(String codice, String nome) {
		assertThat(riga("criteri", Map.of("pacchetto", "1.4.1", "codice", codice)).<String>getEntry("nome"))
			.isEqualTo(nome);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			C.SI.5.2  | nomi a dominio nel SLD gov.it
			C.SI.3.3  | Regolamento (UE) 2016/679 (GDPR), artt. 13 e 14
			C.SI.3.4  | CAD (d.lgs. 82/2005), art. 52; d.lgs. 33/2013, art. 7, comma 1; d.lgs. 36/2006
			C.SE.1.10 | legge 241/1990, art. 2
			C.SE.3.1  | Linee guida cookie e altri strumenti di tracciamento del 10 giugno 2021
			C.SE.3.2  | WCAG 2.1
			C.SE.3.3  | Regolamento (UE) 2016/679 (GDPR), artt. 13 e 14
			C.SE.4.1  | Lighthouse
			""")
	void aReferenceTheSeedPrintsBadly(String codice, String riferimento) {
		assertThat(riga("criteri", Map.of("pacchetto", "1.4.1", "codice", codice)).<String>getEntry("riferimento"))
			.contains(riferimento);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1.2            | servizio | cloud-qualificato scenario-ammesso migrazione-completata servizio-disponibile
			1.2            | progetto | assessment-completato
			1.3.1-pdnd     | servizio | api-pubblicata hash-unico
			1.3.1-pdnd     | progetto | numero-api
			1.3.1-anncsu   | progetto | dati-verificati dati-validati civici-georeferenziati
			1.4.3-pagopa   | servizio | transazione-reale codice-tassonomico riconciliazione-contabile
			1.4.3-app-io   | servizio | pubblicazione-approvata visibile-in-app
			1.4.4-spid-cie | progetto | spid-attivo cie-federata oidc-o-formazione
			1.4.4-ansc     | progetto | registri-cartacei-chiusi gestione-digitale primo-atto-digitale
			1.4.5          | servizio | notifica-inviata tipologia-atto pagamento-perfezionato
			1.4.5          | progetto | mittente-titolare
			""")
	void theCriteriaOfTheOtherPackages(String pacchetto, String oggetto, String attesi) {
		List<String> codici = codici("criteri", pacchetto);
		assertThat(codici.stream()
			.filter((codice) -> oggetto
				.equals(riga("criteri", Map.of("pacchetto", pacchetto, "codice", codice)).getEntry("oggetto"))))
			.containsExactly(attesi.split(" "));
		assertThat(codici).doesNotHaveDuplicates().allSatisfy((codice) -> {
			assertThat(codice).matches("[a-z]+(-[a-z]+)*");
			DmnDecisionRuleResult riga = riga("criteri", Map.of("pacchetto", pacchetto, "codice", codice));
			assertThat(riga.<String>getEntry("categoria")).isEqualTo("conformità");
			assertThat(riga.<String>getEntry("nome")).isNotBlank();
			assertThat(riga.<String>getEntry("riferimento")).isNotBlank();
		});
		assertThat(ordini("criteri", pacchetto, codici))
			.isEqualTo(IntStream.rangeClosed(1, codici.size()).boxed().toList());
	}

	@Test
	void everyAvvisoHasCriteria() {
		assertThat(modello("criteri").getModelElementsByType(Rule.class)).hasSize(38 + 26);
		assertThat(avvisi()).allSatisfy((avviso) -> assertThat(codici("criteri", pacchetto(avviso))).isNotEmpty());
	}

	// How the tables are read

	private static Stream<String> codici(String prefisso, int... quanti) {
		return IntStream.rangeClosed(1, quanti.length)
			.boxed()
			.flatMap((categoria) -> IntStream.rangeClosed(1, quanti[categoria - 1])
				.mapToObj((numero) -> prefisso + "." + categoria + "." + numero));
	}

	private static List<String> codici(String tabella, String pacchetto) {
		return modello(tabella).getModelElementsByType(Rule.class)
			.stream()
			.filter((regola) -> ingresso(regola, 0).equals(pacchetto))
			.map((regola) -> ingresso(regola, 1))
			.toList();
	}

	private static String ingresso(Rule regola, int colonna) {
		String testo = regola.getInputEntries().stream().toList().get(colonna).getTextContent().strip();
		return testo.substring(1, testo.length() - 1);
	}

	private static List<Integer> ordini(String tabella, String pacchetto, List<String> codici) {
		return codici.stream()
			.map((codice) -> riga(tabella, Map.of("pacchetto", pacchetto, "codice", codice))
				.<Integer>getEntry("ordine"))
			.toList();
	}

	private static String fascia(String avviso, int popolazione) {
		return (String) importi(avviso, popolazione).get("fascia");
	}

	/** The codes of a group of avvisi: one pacchetto, the months one after the other. */
	private static List<String> avvisi(String pacchetto, String mesi) {
		return Stream.of(mesi.split(" ")).map((mese) -> pacchetto + "-comuni-" + mese).toList();
	}

	private static String pacchetto(String avviso) {
		return avviso.substring(0, avviso.indexOf("-comuni-"));
	}

	/** The codes of all avvisi, in the order of the table. */
	static List<String> avvisi() {
		return modello("avvisi").getModelElementsByType(Rule.class)
			.stream()
			.map((regola) -> ingresso(regola, 0))
			.toList();
	}

	static String titolo(String avviso) {
		return riga("avvisi", Map.of("avviso", avviso)).getEntry("titolo");
	}

	/** What a row of the table gives; an output without text gives no entry. */
	static Map<String, Object> importi(String avviso, int popolazione) {
		return riga("importi", Map.of("avviso", avviso, "popolazione", popolazione)).getEntryMap();
	}

	private static DmnDecisionRuleResult riga(String tabella, Map<String, Object> variabili) {
		DmnDecisionTableResult risultato = valuta(tabella, variabili);
		assertThat(risultato).as("%s %s", tabella, variabili).hasSize(1);
		return risultato.getSingleResult();
	}

	private static DmnDecisionTableResult valuta(String tabella, Map<String, Object> variabili) {
		return MOTORE.evaluateDecisionTable(DECISIONI.get(tabella), variabili);
	}

	private static DmnModelInstance modello(String tabella) {
		return Dmn.readModelFromFile(CARTELLA.resolve(tabella + ".dmn").toFile());
	}

	private static DmnDecision leggi(String tabella) {
		try (InputStream file = Files.newInputStream(CARTELLA.resolve(tabella + ".dmn"))) {
			return MOTORE.parseDecision(tabella, file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
