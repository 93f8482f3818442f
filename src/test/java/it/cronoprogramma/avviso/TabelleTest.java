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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the decision tables to their sources: every figure of the avviso 1.4.1 for comuni
 * (amounts, terms, services, criteria, dates) is written here a second time, and the real
 * DMN engine must give it back from the files that get deployed.
 */
public class TabelleTest {

	private static final Path CARTELLA = Path.of("processes", "tabelle");

	private static final String APRILE = "1.4.1-comuni-2022-04";

	private static final String SETTEMBRE = "1.4.1-comuni-2022-09";

	private static final List<String> AVVISI = List.of(APRILE, SETTEMBRE);

	private static final List<Integer> CONFINI = List.of(5_000, 20_000, 50_000, 100_000, 250_000);

	private static final DmnEngine MOTORE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	private static final Map<String, DmnDecision> DECISIONI = tabelle()
		.collect(Collectors.toUnmodifiableMap((tabella) -> tabella, TabelleTest::leggi));

	// The files

	static Stream<String> tabelle() {
		return Stream.of("avvisi", "importi", "cronoprogramma", "promemoria", "servizi", "criteri");
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
				.containsPattern("Seed 00\\d|Open data|Scelta del progetto");
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

	/** No source says otherwise for these avvisi: seed 001, "Chiarimenti", D.26. */
	private static Map<String, Object> dallUltimoContratto(String... nomiEValori) {
		Map<String, Object> riga = new HashMap<>(Map.of("decorrenzaCompletamento", "ULTIMO"));
		for (int i = 0; i < nomiEValori.length; i += 2) {
			riga.put(nomiEValori[i], nomiEValori[i + 1]);
		}
		return riga;
	}

	@Test
	void avvisoAprile2022() {
		assertThat(riga("avvisi", Map.of("avviso", APRILE)).getEntryMap()).containsExactlyInAnyOrderEntriesOf(
				dallUltimoContratto("titolo", "1.4.1 Esperienza del Cittadino - Comuni - Aprile 2022", "misura",
						"1.4.1", "processo", "avviso-1-4-1", "apertura", "2022-04-26", "chiusura", "2022-09-02",
						"destinatari", "Comuni", "decreto", "32/2022", "templateCup", "2204004", "erogazioneDal",
						"2022-10-15", "avviataDal", "2020-02-01"));
	}

	@Test
	void avvisoSettembre2022() {
		assertThat(riga("avvisi", Map.of("avviso", SETTEMBRE)).getEntryMap())
			.containsExactlyInAnyOrderEntriesOf(dallUltimoContratto("titolo",
					"1.4.1 Esperienza del Cittadino - Comuni - Settembre 2022", "misura", "1.4.1", "processo",
					"avviso-1-4-1", "apertura", "2022-09-19", "chiusura", "2022-11-04", "destinatari", "Comuni",
					"decreto", "135/2022", "templateCup", "", "erogazioneDal", "", "avviataDal", "2020-02-01"));
	}

	@Test
	void theDatesOfAnAvvisoAreDatesInOrder() {
		assertThat(AVVISI).allSatisfy((avviso) -> {
			DmnDecisionRuleResult riga = riga("avvisi", Map.of("avviso", avviso));
			LocalDate apertura = LocalDate.parse(riga.getEntry("apertura"));
			assertThat(apertura).isBefore(LocalDate.parse(riga.getEntry("chiusura")))
				.isAfter(LocalDate.parse(riga.getEntry("avviataDal")));
		});
	}

	// Importi

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			     1 |   5000 | fino a 5.000    |  28902 | 12755 |  4 |   79922
			  5001 |  20000 | 5.001–20.000    |  51654 | 25895 |  4 |  155234
			 20001 |  50000 | 20.001–50.000   |  87682 | 38650 |  5 |  280932
			 50001 | 100000 | 50.001–100.000  |  96260 | 38650 |  6 |  328160
			100001 | 250000 | 100.001–250.000 | 162545 | 58963 |  6 |  516323
			250001 | 300000 | oltre 250.000   | 500243 | 77684 | 10 | 1277083
			""")
	void theAmountsOfAFascia(int primo, int ultimo, String fascia, int fisso, int servizio, int maxServizi,
			int contributoMassimo) {
		for (String avviso : AVVISI) {
			for (int popolazione : new int[] { primo, primo + 1, (primo + ultimo) / 2, ultimo - 1, ultimo }) {
				DmnDecisionRuleResult riga = riga("importi", Map.of("avviso", avviso, "popolazione", popolazione));
				assertThat(riga.getEntryMap()).as("%s, %d abitanti", avviso, popolazione)
					.containsExactlyInAnyOrderEntriesOf(Map.of("fascia", fascia, "fisso", (double) fisso, "voceFisso",
							"Sito internet (pacchetto cittadino informato)", "servizio", (double) servizio,
							"voceServizio", "Servizio digitale (pacchetto cittadino attivo)", "minServizi", 0,
							"maxServizi", maxServizi));
				double massimo = riga.<Double>getEntry("fisso")
						+ riga.<Integer>getEntry("maxServizi") * riga.<Double>getEntry("servizio");
				assertThat(massimo).isEqualTo(contributoMassimo);
			}
		}
	}

	@Test
	void theLastFasciaHasNoUpperBound() {
		assertThat(riga("importi", Map.of("avviso", APRILE, "popolazione", 2_761_632)).<String>getEntry("fascia"))
			.isEqualTo("oltre 250.000");
	}

	@Test
	void theUpperBoundOfAFasciaIsIncluded() {
		assertThat(CONFINI).allSatisfy((confine) -> assertThat(fascia(confine)).isEqualTo(fascia(confine - 1))
			.isNotEqualTo(fascia(confine + 1)));
	}

	// Cronoprogramma

	@ParameterizedTest
	@CsvSource({ "1, P6M, P9M, P15M", "4999, P6M, P9M, P15M", "5000, P6M, P9M, P15M", "5001, P9M, P12M, P21M",
			"20000, P9M, P12M, P21M", "20001, P9M, P12M, P21M", "250000, P9M, P12M, P21M", "250001, P9M, P12M, P21M" })
	void theTermsOnBothSidesOf5000(int popolazione, String contrattualizzazione, String completamento, String limite) {
		for (String avviso : AVVISI) {
			DmnDecisionRuleResult riga = riga("cronoprogramma", Map.of("avviso", avviso, "popolazione", popolazione));
			assertThat(riga.getEntryMap()).containsExactlyInAnyOrderEntriesOf(Map.of("cup", "P5D",
					"contrattualizzazione", contrattualizzazione, "completamento", completamento, "limite", limite));
			assertThat(Period.parse(contrattualizzazione).plus(Period.parse(completamento)))
				.isEqualTo(Period.parse(limite));
		}
	}

	// Importi and cronoprogramma: one row for each population, none where there are no
	// people

	@ParameterizedTest
	@ValueSource(strings = { "importi", "cronoprogramma" })
	void aPopulationMatchesExactlyOneRow(String tabella) {
		List<Integer> popolazioni = Stream.concat(Stream.of(1, 300_000), CONFINI.stream())
			.flatMap((confine) -> IntStream.rangeClosed(confine - 3, confine + 3).boxed())
			.filter((popolazione) -> popolazione >= 1)
			.toList();
		for (String avviso : AVVISI) {
			assertThat(popolazioni).allSatisfy(
					(popolazione) -> assertThat(valuta(tabella, Map.of("avviso", avviso, "popolazione", popolazione)))
						.hasSize(1));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "importi", "cronoprogramma" })
	void noPeopleNoRow(String tabella) {
		for (String avviso : AVVISI) {
			assertThat(valuta(tabella, Map.of("avviso", avviso, "popolazione", 0))).isEmpty();
			assertThat(valuta(tabella, Map.of("avviso", avviso, "popolazione", -1))).isEmpty();
		}
	}

	@Test
	void anUnknownAvvisoHasNoRow() {
		assertThat(valuta("avvisi", Map.of("avviso", "1.4.1-comuni-2022-10"))).isEmpty();
		assertThat(valuta("importi", Map.of("avviso", "1.4.1-comuni-2022-10", "popolazione", 1_000))).isEmpty();
		assertThat(valuta("cronoprogramma", Map.of("avviso", "1.4.1-comuni-2022-10", "popolazione", 1_000))).isEmpty();
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
	@CsvSource(delimiter = '|', textBlock = """
			 1 | permesso-parcheggio-residenti | Richiedere permesso di Parcheggio per residenti
			 2 | pagare-imu                    | Pagare tributi IMU
			 3 | pagare-cimp                   | Pagare canone CIMP
			 4 | pagare-cosap                  | Pagare canone COSAP
			 5 | pagare-canone-idrico          | Pagare canone idrico
			 6 | agevolazioni-scolastiche      | Richiedere agevolazioni scolastiche
			 7 | assegnazione-alloggio         | Richiedere assegnazione alloggio
			 8 | assegno-maternita             | Presentare domanda per assegno di maternità
			 9 | bonus-economici               | Presentare domanda per bonus economici
			10 | domanda-contributo            | Presentare domanda per un contributo
			11 | agevolazione-tributaria       | Presentare domanda di agevolazione tributaria
			12 | permesso-ztl                  | Richiedere permesso di accesso ad area ZTL
			13 | pagare-contravvenzioni        | Pagare contravvenzioni
			14 | permesso-parcheggio-invalidi  | Richiedere permesso per Parcheggio invalidi
			15 | permesso-passo-carrabile      | Richiedere permesso per passo carrabile
			16 | trasporto-scolastico          | Richiedere iscrizione al trasporto scolastico
			17 | mensa-scolastica              | Richiedere iscrizione alla mensa scolastica
			18 | corsi-formazione              | Richiedere iscrizione a corsi di Formazione
			19 | scuola-infanzia               | Richiedere iscrizione alla scuola dell'infanzia
			20 | asilo-nido                    | Richiedere iscrizione all'asilo nido
			21 | concorso-pubblico             | Presentare domanda di partecipazione a un concorso pubblico
			22 | pubblicazione-matrimonio      | Richiedere una pubblicazione di matrimonio
			23 | sepoltura-defunto             | Richiedere la sepoltura di un defunto
			24 | pagare-lampade-votive         | Pagare il canone per le lampade votive
			25 | accesso-atti                  | Richiedere l'accesso agli atti
			26 | permesso-occupazione-suolo    | Richiedere permesso di occupazione suolo pubblico
			""")
	void aService(int ordine, String codice, String nome) {
		assertThat(riga("servizi", Map.of("misura", "1.4.1", "codice", codice)).getEntryMap())
			.containsExactlyInAnyOrderEntriesOf(Map.of("ordine", ordine, "nome", nome));
	}

	@Test
	void the26ServicesInOrder() {
		List<String> codici = codici("servizi");
		assertThat(codici).hasSize(26).doesNotHaveDuplicates().allMatch((codice) -> codice.matches("[a-z]+(-[a-z]+)*"));
		assertThat(ordini("servizi", codici)).isEqualTo(IntStream.rangeClosed(1, 26).boxed().toList());
		assertThat(valuta("servizi", Map.of("misura", "1.2", "codice", "pagare-imu"))).isEmpty();
	}

	// Criteri

	@ParameterizedTest
	@CsvSource({ "C.SI, sito, 7, 6, 4, 1, 2", "C.SE, servizio, 10, 2, 3, 1, 2" })
	void theCriteriaOfEachCategory(String prefisso, String oggetto, int esperienza, int funzionalita, int normativa,
			int performance, int sicurezza) {
		List<DmnDecisionRuleResult> righe = codici("criteri").stream()
			.filter((codice) -> codice.startsWith(prefisso + "."))
			.map((codice) -> riga("criteri", Map.of("misura", "1.4.1", "codice", codice)))
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
		assertThat(codici("criteri")).containsExactlyElementsOf(
				Stream.concat(codici("C.SI", 7, 6, 4, 1, 2), codici("C.SE", 10, 2, 3, 1, 2)).toList());
		List<String> categorie = List.of("esperienza utente", "funzionalità", "normativa", "performance", "sicurezza");
		assertThat(codici("criteri")).allSatisfy((codice) -> {
			int categoria = Integer.parseInt(codice.split("\\.")[2]);
			assertThat(riga("criteri", Map.of("misura", "1.4.1", "codice", codice)).<String>getEntry("categoria"))
				.isEqualTo(categorie.get(categoria - 1));
		});
	}

	@Test
	void the20And18CriteriaInOrder() {
		List<String> codici = codici("criteri");
		assertThat(codici.stream().filter((codice) -> codice.startsWith("C.SI."))).hasSize(20);
		assertThat(codici.stream().filter((codice) -> codice.startsWith("C.SE."))).hasSize(18);
		assertThat(ordini("criteri", codici)).isEqualTo(IntStream.rangeClosed(1, 38).boxed().toList());
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
		assertThat(riga("criteri", Map.of("misura", "1.4.1", "codice", codice)).<String>getEntry("nome"))
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
		assertThat(riga("criteri", Map.of("misura", "1.4.1", "codice", codice)).<String>getEntry("riferimento"))
			.contains(riferimento);
	}

	// How the tables are read

	private static Stream<String> codici(String prefisso, int... quanti) {
		return IntStream.rangeClosed(1, quanti.length)
			.boxed()
			.flatMap((categoria) -> IntStream.rangeClosed(1, quanti[categoria - 1])
				.mapToObj((numero) -> prefisso + "." + categoria + "." + numero));
	}

	private static List<String> codici(String tabella) {
		return modello(tabella).getModelElementsByType(Rule.class)
			.stream()
			.map((regola) -> regola.getInputEntries().stream().toList().get(1).getTextContent().strip())
			.map((testo) -> testo.substring(1, testo.length() - 1))
			.toList();
	}

	private static List<Integer> ordini(String tabella, List<String> codici) {
		return codici.stream()
			.map((codice) -> riga(tabella, Map.of("misura", "1.4.1", "codice", codice)).<Integer>getEntry("ordine"))
			.toList();
	}

	private static String fascia(int popolazione) {
		return riga("importi", Map.of("avviso", APRILE, "popolazione", popolazione)).getEntry("fascia");
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
