package it.cronoprogramma;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.avviso.Scenario;
import it.cronoprogramma.candidatura.Adempimento;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.ServizioFinanziato;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoAdempimento;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Sessione;
import it.cronoprogramma.prova.Vita;
import it.cronoprogramma.termine.Roma;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What each misura has of its own, in the running application: packages, activities,
 * terms; and what a comune may ask for in all.
 */
class MisureIT {

	private static final String CLOUD = "1.2-comuni-2022-04";

	private static final String PAGOPA = "1.4.3-pagopa-comuni-2022-04";

	private static final String SPID_CIE = "1.4.4-spid-cie-comuni-2022-04";

	private static Applicazione app;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-04-20");
	}

	@AfterAll
	static void ferma() {
		app.close();
	}

	// What is on offer

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1.2-comuni-2022-04             | popolazione=2500&trasferimento=7                  | 16696.00
			1.2-comuni-2022-04             | popolazione=2500&trasferimento=0&aggiornamento=9  | 47427.00
			1.2-comuni-2022-07             | popolazione=2501&trasferimento=3&aggiornamento=7  | 54539.00
			1.2-comuni-2022-04             | popolazione=250000&aggiornamento=21               | 1031574.00
			1.4.1-comuni-2022-09           | popolazione=5001                                  | 51654.00
			1.4.3-pagopa-comuni-2022-04    | popolazione=5000&servizi=117                      | 71019.00
			1.4.3-pagopa-comuni-2024-06    | popolazione=250001&servizi=50                     | 398350.00
			1.4.3-app-io-comuni-2022-09    | popolazione=20000&servizi=3                       | 1029.00
			1.4.4-spid-cie-comuni-2022-09  | popolazione=1                                     | 14000.00
			1.4.4-ansc-comuni-2024-07      | popolazione=2501                                  | 6173.20
			1.4.5-comuni-2024-05           | popolazione=100001                                | 69000.00
			1.3.1-pdnd-comuni-2022-10      | popolazione=20001                                 | 30515.00
			""")
	void ogniAvvisoDiceIlSuoImporto(String avviso, String domanda, String importo) {
		HttpResponse<String> r = script().get("/api/v1/avvisi/" + avviso + "/importo?" + domanda);
		assertThat(r.statusCode()).as(r.body()).isEqualTo(200);
		assertThat(r.body()).contains("\"importo\":" + importo + ",\"minServizi\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					1.2-comuni-2022-04             | popolazione=2500&trasferimento=6                 | da 7 a 9
					1.2-comuni-2022-04             | popolazione=2500&trasferimento=5&aggiornamento=5 | da 7 a 9
					1.2-comuni-2022-04             | popolazione=2500&trasferimento=8&aggiornamento=-1 | da zero in su
					1.2-comuni-2022-04             | popolazione=2500&servizi=8                       | quanti servizi in trasferimento e quanti in aggiornamento
					1.2-comuni-2022-04             | popolazione=250001&trasferimento=20              | Nessuna fonte pubblica dà gli importi
					1.4.1-comuni-2022-04           | popolazione=4999&trasferimento=1                 | non si distinguono in trasferimento e aggiornamento
					1.4.3-pagopa-comuni-2022-04    | popolazione=4999                                 | da 3 a 117
					1.4.3-pagopa-comuni-2022-04    | popolazione=4999&servizi=118                     | da 3 a 117
					1.4.3-app-io-comuni-2022-04    | popolazione=4999&servizi=51                      | da 3 a 50
					1.4.3-app-io-comuni-2023-11    | popolazione=4999&servizi=10                      | vale l'importo del decreto di finanziamento
					1.4.4-spid-cie-comuni-2022-04  | popolazione=0                                    | serve un numero intero maggiore di zero
					1.4.5-comuni-2022-09           | popolazione=-5                                   | serve un numero intero maggiore di zero
					1.3.1-pdnd-comuni-2022-10      | servizi=1                                        | Manca il parametro «popolazione»
					""")
	void unImportoCheNonCESiRifiuta(String avviso, String domanda, String motivo) {
		HttpResponse<String> r = script().get("/api/v1/avvisi/" + avviso + "/importo?" + domanda);
		assertThat(r.statusCode()).as(r.body()).isEqualTo(422);
		assertThat(r.body()).contains(motivo);
	}

	@ParameterizedTest
	@CsvSource({ "1.2-comuni-2022-04,20000,P6M,P15M,P15M", "1.2-comuni-2022-04,20001,P9M,P18M,P18M",
			"1.4.3-app-io-comuni-2025-05,4999,P60D,P120D,P180D", "1.4.4-spid-cie-comuni-2022-04,4999,P12M,P10M,P22M",
			"1.4.5-comuni-2022-09,4999,P3M,P8M,P11M", "1.3.1-pdnd-comuni-2022-10,60000,P3M,P6M,P6M" })
	void ogniAvvisoDiceISuoiTermini(String avviso, int popolazione, String contratti, String completamento,
			String limite) {
		assertThat(script().get("/api/v1/avvisi/" + avviso + "/cronoprogramma?popolazione=" + popolazione).body())
			.isEqualTo(("{\"cup\":\"P5D\",\"contrattualizzazione\":\"%s\",\"completamento\":\"%s\",\"limite\":\"%s\"}")
				.formatted(contratti, completamento, limite));
	}

	@Test
	void serviziECriteriHannoLaLoroVoce() {
		assertThat(script().get("/api/v1/avvisi/1.4.1-comuni-2022-04/servizi").body()).contains("\"pagare-imu\"",
				"\"flusso\":\"Pagamenti dovuti\"", "\"definizione\":\"Istanze presentate dal cittadino");
		assertThat(script().get("/api/v1/avvisi/1.4.1-comuni-2022-04/criteri").body()).contains("\"C.SI.5.2\"",
				"\"C.SE.1.10\"", "\"oggetto\":\"sito\"");
		assertThat(script().get("/api/v1/avvisi/" + PAGOPA + "/servizi").body()).isEqualTo("[]");
		assertThat(script().get("/api/v1/avvisi/" + PAGOPA + "/criteri").body()).contains("codice-tassonomico");
		assertThat(script().get("/api/v1/avvisi/1.4.2-comuni-2022-04/criteri").statusCode()).isEqualTo(404);
		assertThat(app.bean(CatalogoAvvisi.class).tutti()).hasSize(24)
			.extracting((a) -> a.pacchetto())
			.contains(Pacchetto.values());
	}

	// Scenario

	/** Seed 001, "Opportunità"; the second column put right (inconsistency 8). */
	@ParameterizedTest
	@CsvSource({ "1,183849.00", "2500,183849.00", "2501,214319.00", "4999,214319.00", "5000,214319.00",
			"5001,351226.00", "20000,351226.00", "20001,674500.00", "50000,674500.00", "50001,888734.00",
			"100000,888734.00", "100001,1754197.00", "250000,1754197.00", "250001,6940919.00" })
	void lOpportunitaDelSeed(int popolazione, BigDecimal opportunita) {
		Scenario s = Scenario.di(app.bean(CatalogoAvvisi.class), popolazione, Scenario.OPPORTUNITA);
		assertThat(s.voci()).hasSize(5);
		assertThat(s.totale()).isEqualTo(opportunita);
		assertThat(script().get("/api/v1/scenario?popolazione=" + popolazione).body())
			.contains("\"opportunita\":" + opportunita);
		assertThat(script().get("/api/v1/scenario?popolazione=" + popolazione + "&aperti=2022-05-25").body())
			.contains("\"totale\":" + opportunita);
	}

	@Test
	void loScenarioContaOgniPacchettoUnaVolta() {
		Scenario s = Scenario.di(app.bean(CatalogoAvvisi.class), 4999, null);
		// 214.319 and, since then, 1.4.5 23.147, ANSC 6.173,20, PDND 10.172
		assertThat(s.totale()).isEqualTo(new BigDecimal("253811.20"));
		assertThat(s.voci()).hasSize(24);
		assertThat(s.voci().stream().filter(s::contata)).extracting((v) -> v.avviso().pacchetto())
			.containsExactlyInAnyOrder(Pacchetto.CLOUD, Pacchetto.PDND, Pacchetto.ESPERIENZA_CITTADINO,
					Pacchetto.PAGOPA, Pacchetto.APP_IO, Pacchetto.SPID_CIE, Pacchetto.ANSC, Pacchetto.NOTIFICHE);
		assertThat(s.voci()).filteredOn((v) -> v.avviso().pacchetto() == Pacchetto.ANNCSU)
			.singleElement()
			.satisfies((v) -> assertThat(v.inParole()).startsWith("nessuna fonte dà gli importi"));
	}

	@Test
	void loScenarioDiUnEnteEDiUnaGestione() {
		assertThat(Sessione.basic(app, "operatore", "operatore").get("/api/v1/scenario?ente=E0013").body())
			.contains("\"nome\":\"Comune di Crema\"", "\"popolazione\":33091", "\"opportunita\":674500.00");
		HttpResponse<String> altrui = Sessione.basic(app, "operatore", "operatore").get("/api/v1/scenario?ente=E0025");
		assertThat(altrui.statusCode()).isEqualTo(404);
		assertThat(altrui.body()).contains("L'ente «E0025» non esiste");
		String somma = script().get("/api/v1/scenario?gestione=gestione1&aperti=2022-05-25").body();
		List<Ente> enti = app.bean(it.cronoprogramma.ente.EnteRepository.class).tutti();
		BigDecimal attesa = enti.stream()
			.map((e) -> Scenario.di(app.bean(CatalogoAvvisi.class), e.popolazione(), Scenario.OPPORTUNITA).totale())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		assertThat(somma).contains("\"ente\":\"E0025\"", "\"totale\":" + attesa);
		assertThat(
				Sessione.basic(app, "operatore", "operatore").get("/api/v1/scenario?gestione=gestione1").statusCode())
			.isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			                                | Manca il parametro «popolazione»
			popolazione=0                   | serve un numero intero maggiore di zero
			popolazione=-1                  | serve un numero intero maggiore di zero
			popolazione=abc                 | non è un numero intero
			popolazione=1&ente=E0013        | uno solo tra popolazione, ente e gestione
			popolazione=1&aperti=2022-02-30 | non è un giorno
			""")
	void unoScenarioSenzaSensoSiRifiuta(String domanda, String motivo) {
		HttpResponse<String> r = script().get("/api/v1/scenario?" + ((domanda == null) ? "" : domanda));
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(r.body()).contains(motivo);
	}

	@Test
	void loScenarioInTasklist() {
		assertThat(rifiuto(() -> scenario("rtd", Map.of("ambito", "popolazione", "popolazione", 0))))
			.contains("serve un numero intero maggiore di zero");
		assertThat(rifiuto(() -> scenario("operatore", Map.of("ambito", "ente", "ente", "E0025"))))
			.contains("L'ente «E0025» non esiste");
		assertThat(rifiuto(() -> scenario("rtd", Map.of("ambito", "nessuno")))).contains("Indichi per chi");
		scenario("rtd", Map.of("ambito", "popolazione", "popolazione", 4999, "apertiIl", "2022-05-25"));
		assertThat(letto("rtd", "Scenario per 4.999 abitanti, avvisi aperti il 25/05/2022"))
			.containsEntry("totale", "214.319,00 €")
			.containsEntry("opportunita", "214.319,00 €");
		scenario("operatore", Map.of("ambito", "tutti"));
		assertThat(letto("operatore", "Scenario per Comune di Crema")).containsEntry("opportunita", "674.500,00 €")
			.doesNotContainKey("enti");
		scenario("rtd", Map.of("ambito", "tutti"));
		int quanti = app.bean(it.cronoprogramma.ente.EnteRepository.class).tutti().size();
		assertThat(letto("rtd", "Scenario per " + quanti + " enti").get("enti").toString()).contains("Comune di Crema",
				"Comune di Pandino", "674.500,00 €");
		assertThat(compiti("operatore2", "esaminaScenario")).as("di altri enti non si vede nulla").isEmpty();
		HttpResponse<String> modulo = Sessione.di(app, "rtd")
			.get("/camunda/api/engine/engine/default/process-definition/" + processo("calcola-scenario")
					+ "/deployed-start-form");
		assertThat(modulo.body()).contains("214.319,00 €", "[id = ente].abitanti[1] else popolazione) <= a]",
				"Comune di Agnadello");
	}

	// Packages

	@Test
	void iServiziDelCloudStannoTraMinimoEMassimo() {
		Ente comune = comune("2022-04-20");
		String c = app.nuovaCandidatura(comune.id(), comune, CLOUD);
		assertThat(app.attivitaAperte(c)).containsExactly("compilaAssessment");
		assertThat(app.attivita(c, "compilaAssessment").getDueDate()).isEqualTo(fine("2022-07-22"));
		assertThat(rifiuto(() -> compila(c, "compilaAssessment", Map.of("giorno", "2022-05-01", "riferimento", "Q1"))))
			.contains("è nel futuro");
		assertThat(rifiuto(() -> compila(c, "compilaAssessment", Map.of("giorno", "2022-04-20")))).contains("Manca «");
		compila(c, "compilaAssessment", Map.of("giorno", "2022-04-20", "riferimento", "Q1"));
		compila(c, "classificaServizi", Map.of("giorno", "2022-04-20", "riferimento", "prot. 7"));
		assertThat(rifiuto(() -> compila(c, "componiPacchetto",
				Map.of("serviziTrasferimento", "a\nb\nc", "serviziAggiornamento", "d\ne\nf"))))
			.isEqualTo(
					"Servizi scelti: 6. Per la fascia fino a 2.500 abitanti l'avviso ne ammette da 7 a 9: corregga la "
							+ "scelta.");
		assertThat(rifiuto(() -> compila(c, "componiPacchetto",
				Map.of("serviziTrasferimento", "a\nb\nc\nd\ne", "serviziAggiornamento", "f\ng\nh\ni\nj"))))
			.startsWith("Servizi scelti: 10.");
		assertThat(rifiuto(() -> compila(c, "componiPacchetto",
				Map.of("serviziTrasferimento", "Anagrafe\nb\nc\nd", "serviziAggiornamento", "ANAGRAFE\ng\nh\ni"))))
			.isEqualTo("Il servizio «ANAGRAFE» è scelto due volte: lo lasci in un solo elenco.");
		assertThat(rifiuto(() -> compila(c, "componiPacchetto",
				Map.of("serviziTrasferimento", "a\nb\nc\nd\ne\nf\ng", "serviziGiaAvviati", "z"))))
			.startsWith("«z» è tra i servizi già avviati, ma non tra quelli del pacchetto");
		assertThat(
				rifiuto(() -> compila(c, "componiPacchetto", Map.of("serviziTrasferimento", "a\nb\n---\nd\ne\nf\ng"))))
			.startsWith("«---» non è il nome di un servizio");
		assertThat(app.candidatura(c).importo()).isEmpty();
		assertThat(app.bean(CandidaturaRepository.class).servizi(c)).isEmpty();
		compila(c, "componiPacchetto", Map.of("serviziTrasferimento", " a \n\nb\nc\nd", "serviziAggiornamento",
				"Città\nTributi minori\ng", "serviziGiaAvviati", "citta\nb"));
		assertThat(app.candidatura(c).importo()).contains(new BigDecimal("25921.00"));
		assertThat(app.bean(CandidaturaRepository.class).servizi(c)).extracting(ServizioFinanziato::servizio)
			.containsExactly("a", "b", "c", "citta", "d", "g", "tributi-minori");
		assertThat(modulo(c, "inviaDomanda").get("riepilogo").toString()).contains(
				"- Città (aggiornamento in sicurezza di applicazioni in cloud): già avviata",
				"- a (trasferimento in sicurezza dell'infrastruttura IT): da avviare");
		compila(c, "inviaDomanda", Map.of("decisione", "modifica"));
		assertThat(modulo(c, "componiPacchetto")).containsEntry("serviziTrasferimento", "a\nb\nc\nd")
			.containsEntry("serviziGiaAvviati", "b\nCittà");
	}

	@Test
	void ogniMisuraChiedeLeSueScelte() {
		String spid = bozza(SPID_CIE, "2022-04-20");
		assertThat(rifiuto(() -> compila(spid, "componiPacchetto", Map.of("protocollo", "oidc"))))
			.contains("Manca «Scenario di partenza»");
		assertThat(rifiuto(
				() -> compila(spid, "componiPacchetto", Map.of("scenarioPartenza", "entrambe", "protocollo", "oidc"))))
			.contains("«entrambe» sconosciuto");
		assertThat(rifiuto(
				() -> compila(spid, "componiPacchetto", Map.of("scenarioPartenza", "nessuna", "protocollo", "ldap"))))
			.contains("«ldap» sconosciuto");
		String io = bozza("1.4.3-app-io-comuni-2022-04", "2022-04-20");
		assertThat(rifiuto(() -> compila(io, "componiPacchetto", Map.of()))).contains("Nessun servizio è indicato");
		assertThat(rifiuto(() -> compila(io, "componiPacchetto", Map.of("serviziMessaggi", "a\nb"))))
			.contains("da 3 a 50");
		String notifiche = bozza("1.4.5-comuni-2022-09", "2022-09-12");
		assertThat(rifiuto(() -> compila(notifiche, "componiPacchetto", Map.of())))
			.contains("Manca «Seconda tipologia");
		assertThat(rifiuto(() -> compila(notifiche, "componiPacchetto", Map.of("altroAtto", "Violazioni 010101p"))))
			.contains("è scelto due volte");
		String ansc = bozza("1.4.4-ansc-comuni-2024-07", "2024-07-23");
		assertThat(rifiuto(() -> compila(ansc, "componiPacchetto", Map.of("adesione", "fax"))))
			.contains("«fax» sconosciuta");
		String civici = bozza("1.3.1-anncsu-comuni-2025-05", "2025-05-30");
		assertThat(rifiuto(() -> compila(civici, "componiPacchetto", Map.of()))).contains("Manca «Contributo»");
		assertThat(rifiuto(() -> compila(civici, "componiPacchetto", Map.of("importoLetto", 5000))))
			.contains("gli importi pubblicati sono solo 4326,40 €; 9506,14 €");
		assertThat(rifiuto(() -> app.nuovaCandidatura("rtd", comune("2022-04-20"), "1.4.9-comuni-2022-04")))
			.contains("L'avviso «1.4.9-comuni-2022-04» non esiste");
		for (String c : List.of(spid, io, notifiche, ansc, civici)) {
			assertThat(app.attivitaAperte(c)).containsExactly("componiPacchetto");
			assertThat(app.candidatura(c).importo()).isEmpty();
		}
	}

	@Test
	void lImportoDelDecretoVinceDoveNessunaFonteLoDa() {
		Vita v = vita("1.3.1-anncsu-comuni-2025-05", "2025-05-30").fino("registraDecreto");
		compila(v.codice(), "registraDecreto",
				decreto("2025-05-30", "9506.14", Map.of("dataPubblicazione", "2025-05-30", "termini", "proposti")));
		assertThat(app.candidatura(v.codice()).importo()).contains(new BigDecimal("9506.14"));
		v.tutta();
		assertThat(app.candidatura(v.codice()).stato()).isEqualTo(Stato.CHIUSA);
	}

	// Terms

	@Test
	void ilCompletamentoDellaPdndDecorreDallaPubblicazioneDelDecreto() {
		Vita v = vita("1.3.1-pdnd-comuni-2022-10", "2022-10-20").fino("registraDecreto");
		app.torna("2022-11-10T12:00");
		assertThat(rifiuto(() -> compila(v.codice(), "registraDecreto", decreto("2022-11-03", "10172.00", Map.of()))))
			.contains("il completamento decorre dalla pubblicazione del decreto: ne indichi il giorno");
		compila(v.codice(), "registraDecreto", decreto("2022-11-03", "10172.00",
				Map.of("dataPubblicazione", "2022-11-04", "dataNotifica", "2022-11-08")));
		assertThat(app.scadenza(v.codice(), TipoTermine.CONTRATTUALIZZAZIONE).date().civile()).isEqualTo("2023-02-08");
		assertThat(app.scadenza(v.codice(), TipoTermine.LIMITE).date().civile())
			.as("si vede dal decreto, prima di ogni contratto")
			.isEqualTo("2023-05-04");
		compila(v.codice(), "registraContratto", Map.of("azione", "ultimo", "fornitore", "F", "tipoAtto",
				"stipula-mepa", "dataContratto", "2022-11-10"));
		assertThat(app.scadenza(v.codice(), TipoTermine.COMPLETAMENTO).date().civile()).isEqualTo("2023-05-04");
		assertThat(app.scadenza(v.codice(), TipoTermine.COMPLETAMENTO).date().spiegazione())
			.contains("6 mesi dal 04/11/2022 (pubblicazione del decreto di finanziamento)");
	}

	@Test
	void iTerminiIncertiSiCorreggonoConLAllegato2() {
		Vita v = vita(CLOUD, "2022-04-20").fino("registraDecreto");
		assertThat(modulo(v.codice(), "registraDecreto"))
			.containsEntry("terminiProposti",
					"contratti entro 6 mesi, completamento entro 15 mesi, limite complessivo 15 mesi")
			.containsEntry("daConfermare", "si")
			.containsEntry("dalDecreto", "no");
		assertThat(rifiuto(() -> compila(v.codice(), "registraDecreto", decreto("2022-04-20", "28996.00",
				Map.of("termini", "diversi", "unitaContrattualizzazione", "anni", "termineContrattualizzazione", 2)))))
			.contains("«anni» sconosciuta");
		assertThat(rifiuto(() -> compila(v.codice(), "registraDecreto", decreto("2022-04-20", "28996.00", Map.of()))))
			.contains("confronti i termini con l'Allegato 2");
		compila(v.codice(), "registraDecreto",
				decreto("2022-04-20", "28996.00",
						Map.of("termini", "diversi", "termineContrattualizzazione", 6, "unitaContrattualizzazione",
								"mesi", "termineCompletamento", 270, "unitaCompletamento", "giorni", "termineLimite",
								24, "unitaLimite", "mesi")));
		assertThat(app.scadenza(v.codice(), TipoTermine.CONTRATTUALIZZAZIONE).date().civile()).isEqualTo("2022-10-20");
		assertThat(app.scadenza(v.codice(), TipoTermine.LIMITE).date().civile()).isEqualTo("2024-04-20");
		v.fino("registraMigrazione");
		assertThat(app.scadenza(v.codice(), TipoTermine.COMPLETAMENTO).date().civile()).isEqualTo("2023-01-15");
		assertThat(app.bean(CandidaturaRepository.class).storia(v.codice()))
			.contains(new VoceStoria("Termini letti nell'Allegato 2", null, null,
					"contrattualizzazione 6 mesi, completamento 270 giorni, limite complessivo 24 mesi"));
	}

	/** FAQ 05/007/010: up to 60 days of approval are inside the ten months. */
	@Test
	void laFederazioneLasciaSessantaGiorniAlMinistero() {
		Vita v = vita(SPID_CIE, "2022-04-20").con("componiPacchetto",
				Map.of("scenarioPartenza", "solo-spid", "protocollo", "oidc"));
		v.fino("federaMetadati");
		assertThat(app.attivitaAperte(v.codice())).as("SPID c'è già").containsExactly("federaMetadati");
		assertThat(app.scadenza(v.codice(), TipoTermine.COMPLETAMENTO).governante()).isEqualTo("2023-02-20");
		assertThat(app.attivita(v.codice(), "federaMetadati").getDueDate()).isEqualTo(fine("2022-12-22"));
		Task task = app.attivita(v.codice(), "federaMetadati");
		assertThat(app.bean(TaskService.class).getVariable(task.getId(), "termine"))
			.isEqualTo("Completamento delle attività");
		// an act moves what is due inside the processes that the phase calls, too
		app.avviaProcesso("rtd", "registra-differimento",
				Map.of("tipo", "proroga", "termine", "completamento", "contatore", "pec", "giorni", 30, "atto", "PEC 1",
						"dataAtto", "2022-04-20", "ambito", "una", "candidatura", v.codice()));
		String atto = app.come("rtd",
				() -> app.bean(TaskService.class)
					.createTaskQuery()
					.taskDefinitionKey("confermaDifferimento")
					.singleResult()
					.getId());
		app.come("rtd", () -> {
			app.bean(FormService.class).submitTaskForm(atto, Map.of("decisione", "conferma"));
			return null;
		});
		app.bean(org.camunda.bpm.engine.ManagementService.class)
			.createJobQuery()
			.messages()
			.list()
			.forEach((lavoro) -> app.bean(org.camunda.bpm.engine.ManagementService.class).executeJob(lavoro.getId()));
		assertThat(app.scadenza(v.codice(), TipoTermine.COMPLETAMENTO).governante()).isEqualTo("2023-03-22");
		assertThat(app.attivita(v.codice(), "federaMetadati").getDueDate()).isEqualTo(fine("2023-01-21"));
		v.con("registraApprovazioneCie", Map.of("esitoFederazione", "respinta")).fino("registraApprovazioneCie");
		compila(v.codice(), "registraApprovazioneCie",
				Map.of("giorno", "2022-04-20", "riferimento", "metadati errati", "esitoFederazione", "respinta"));
		assertThat(app.attivitaAperte(v.codice())).containsExactly("federaMetadati");
		assertThat(app.attivita(v.codice(), "federaMetadati").getDueDate()).isEqualTo(fine("2023-01-21"));
	}

	// Activities

	@Test
	void iServiziSiRegistranoAPiuRiprese() {
		Vita v = vita(PAGOPA, "2022-04-20").fino("registraTransazione");
		String c = v.codice();
		List<String> criteri = app.bean(CatalogoAvvisi.class)
			.criteri(Pacchetto.PAGOPA, Criterio.Oggetto.SERVIZIO)
			.stream()
			.map(Criterio::codice)
			.toList();
		Map<String, Object> campi = new HashMap<>(
				Map.of("serviziAttivi", List.of("9-0301105ts-servizio-2"), "dataAttivazione", "2022-04-20",
						"riferimento", "IUV 1", "criteri", criteri.subList(1, criteri.size())));
		assertThat(rifiuto(() -> compila(c, "registraTransazione", campi)))
			.startsWith("Manca la conferma: Transazione reale con esito positivo");
		campi.put("criteri", criteri);
		compila(c, "registraTransazione", campi);
		assertThat(rifiuto(() -> compila(c, "registraTransazione", campi)))
			.contains("non è tra quelli ancora da attivare");
		assertThat(modulo(c, "registraTransazione")).containsEntry("numeroServizi", 4)
			.containsEntry("numeroMancanti", 3);
		assertThat(modulo(c, "registraTransazione").get("attivi").toString()).contains("IUV 1", "20/04/2022");
		v.fino("registraAsseverazione");
		compila(c, "registraAsseverazione", Map.of("esito", "parziale", "dataEsito", "2022-04-20", "protocollo", "3",
				"motivi", "Codice tassonomico errato"));
		v.fino("registraTransazione");
		assertThat(rifiuto(() -> compila(c, "registraTransazione", campi))).contains("Che cosa ha richiesto");
		campi.put("rielaborazione", "corretti");
		campi.put("riferimento", "IUV 2");
		compila(c, "registraTransazione", campi);
		assertThat(app.bean(CandidaturaRepository.class).servizi(c))
			.filteredOn((s) -> s.servizio().equals("9-0301105ts-servizio-2"))
			.extracting(ServizioFinanziato::url)
			.containsExactly("IUV 2");
		assertThat(app.attivitaAperte(c)).as("si può correggere ancora").containsExactly("registraTransazione");
		compila(c, "registraTransazione", Map.of("rielaborazione", "altro"));
		assertThat(app.attivitaAperte(c)).containsExactly("dichiaraCompletamento");
	}

	@Test
	void unAdempimentoRipetutoPrendeIlPostoDelPrimo() {
		Vita v = vita("1.4.3-app-io-comuni-2022-04", "2022-04-20").fino("nominaDelegati");
		assertThat(rifiuto(() -> compila(v.codice(), "nominaDelegati",
				Map.of("adesioneAppIo", "forse", "giorno", "2022-04-20", "riferimento", "x"))))
			.contains("«forse» sconosciuta");
		v.fino("registraAsseverazione");
		compila(v.codice(), "registraAsseverazione", Map.of("esito", "parziale", "dataEsito", "2022-04-20",
				"protocollo", "3", "motivi", "Schede incomplete"));
		assertThat(modulo(v.codice(), "nominaDelegati")).containsEntry("giaFatto", "prot. 1, 20/04/2022");
		v.con("nominaDelegati", Map.of("adesioneAppIo", "attiva", "riferimento", "Bianchi"));
		v.fino("dichiaraCompletamento");
		assertThat(app.bean(CandidaturaRepository.class).adempimenti(v.codice()))
			.filteredOn((a) -> a.tipo() == TipoAdempimento.DELEGATI)
			.containsExactly(new Adempimento(TipoAdempimento.DELEGATI, LocalDate.parse("2022-04-20"), "Bianchi", null));
		assertThat(modulo(v.codice(), "dichiaraCompletamento").get("riepilogo").toString())
			.contains("- Biblioteca: Prova 1, 20/04/2022", "- Accordo di adesione inviato: prot. 1, 20/04/2022");
	}

	private static Vita vita(String avviso, String giorno) {
		return new Vita(app, comune(giorno), avviso);
	}

	private static String bozza(String avviso, String giorno) {
		return vita(avviso, giorno).codice();
	}

	private static Ente comune(String giorno) {
		app.torna(giorno + "T12:00");
		return app.nuovoComune(2000);
	}

	private static Map<String, Object> decreto(String giorno, String importo, Map<String, Object> altri) {
		Map<String, Object> campi = new HashMap<>(Map.of("numeroDecreto", "Decreto 1", "dataDecreto", giorno,
				"dataNotifica", giorno, "oraNotifica", "09:00", "protocollo", "2", "importoDecretato", importo));
		campi.putAll(altri);
		return campi;
	}

	private static void compila(String c, String attivita, Map<String, Object> campi) {
		app.compila(app.candidatura(c).ente(), c, attivita, campi);
	}

	private static void scenario(String utente, Map<String, Object> campi) {
		app.avviaProcesso(utente, "calcola-scenario", campi);
	}

	private static Map<String, Object> letto(String utente, String descrizione) {
		return compiti(utente, "esaminaScenario").stream()
			.map((t) -> modulo(utente, t))
			.filter((m) -> descrizione.equals(m.get("descrizione")))
			.findFirst()
			.orElseThrow();
	}

	private static List<Task> compiti(String utente, String attivita) {
		return app.come(utente, () -> app.bean(TaskService.class).createTaskQuery().taskDefinitionKey(attivita).list());
	}

	private static Map<String, Object> modulo(String c, String attivita) {
		return modulo(app.candidatura(c).ente(), app.attivita(c, attivita));
	}

	private static Map<String, Object> modulo(String utente, Task task) {
		VariableMap variabili = app.come(utente, () -> app.bean(FormService.class).getTaskFormVariables(task.getId()));
		return new HashMap<>(variabili);
	}

	private static String processo(String chiave) {
		return app.bean(org.camunda.bpm.engine.RepositoryService.class)
			.createProcessDefinitionQuery()
			.processDefinitionKey(chiave)
			.latestVersion()
			.singleResult()
			.getId();
	}

	private static Sessione script() {
		return Sessione.basic(app, "rtd", "rtd");
	}

	private static Date fine(String giorno) {
		return Date.from(Roma.fineGiorno(LocalDate.parse(giorno)));
	}

	private static String rifiuto(ThrowingCallable azione) {
		return Applicazione.rifiuto(catchThrowable(azione));
	}

}
