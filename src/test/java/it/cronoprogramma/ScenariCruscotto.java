package it.cronoprogramma;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.prova.Sessione;
import it.cronoprogramma.termine.DateTermine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.CREMA;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cruscotto: what is late and what is due, on the page, in files, for scripts and for
 * Cockpit. It is 1 June 2022. Each test has comuni of its own, told from the others by
 * their names.
 */
abstract class ScenariCruscotto extends ScenariSuDueDatabase {

	private static final LocalDate OGGI = LocalDate.of(2022, 6, 1);

	private static final String JSON = "/cruscotto/termini-a-rischio.json";

	private static final Pattern RIGA = Pattern.compile("<tr>\\s*<td data-nome=\"Giorno\">(.*?)</tr>", Pattern.DOTALL);

	private final ObjectMapper json = new ObjectMapper();

	ScenariCruscotto(boolean suPostgres) {
		super(suPostgres);
	}

	@BeforeEach
	void ilPrimoDiGiugno() {
		this.app.torna("2022-06-01T09:00");
	}

	// The page

	@Test
	void ilQuadroELeRighe() {
		quadro("Quadro");
		String pagina = pagina("rtd", "/?ente=quadro");
		assertThat(testo(pagina)).contains("Oggi è mercoledì 01/06/2022", "Ha effettuato l'accesso come rtd",
				"Scaduti: 1, 100.000,00 €", "Entro 7 giorni: 1, 100.000,00 €", "Entro 30 giorni: 2, 150.000,50 €",
				"Scaduti e prossimi 30 giorni: 3 termini, 150.000,50 €");
		List<String> righe = righe(pagina);
		assertThat(righe).hasSize(3);
		assertThat(righe.get(0)).startsWith("domenica 29/05/2022 in ritardo di 3 giorni C")
			.endsWith("Inserimento del CUP Comune di Quadro Uno Referente 1.4.1 Esperienza del Cittadino - Comuni - "
					+ "Aprile 2022 100.000,00 €");
		assertThat(righe.get(1)).startsWith("lunedì 06/06/2022 tra 5 giorni")
			.contains("Contrattualizzazione dei fornitori Comune di Quadro Uno");
		assertThat(righe.get(2)).startsWith("martedì 21/06/2022 tra 20 giorni").contains("Comune di Quadro Due");
		assertThat(pagina).containsPattern("href=\"/candidature/C[0-9]{6}\"").doesNotContain("<script", "style=");
	}

	@Test
	void ilGiornoDiOggiEIlGiornoDopo() {
		Ente comune = this.app.nuovoComune("Comune di Vigilia", 3000);
		String c = candidatura(comune, "1000");
		termine(c, TipoTermine.CUP, OGGI);
		termine(c, TipoTermine.CONTRATTUALIZZAZIONE, OGGI.plusDays(1));
		termine(c, TipoTermine.COMPLETAMENTO, OGGI.minusDays(1));
		termine(c, TipoTermine.LIMITE, OGGI.plusDays(31));
		String pagina = pagina(comune.id(), "/");
		assertThat(testo(pagina)).contains("Scaduti: 1,", "Entro 7 giorni: 2,", "Entro 30 giorni: 2,");
		assertThat(righe(pagina)).extracting((r) -> r.replaceAll("(.*) C[0-9]{6}.*", "$1"))
			.containsExactly("martedì 31/05/2022 in ritardo di 1 giorno", "mercoledì 01/06/2022 scade oggi",
					"giovedì 02/06/2022 scade domani");
	}

	/** What is over, met, extinct, or ends by itself is nobody's delay. */
	@Test
	void quelloCheNonCorrePiuNonCompare() {
		Ente comune = this.app.nuovoComune("Comune di Passato", 3000);
		String c = candidatura(comune, "1000");
		termine(c, TipoTermine.CUP, OGGI.minusDays(9));
		this.app.bean(ScadenzaRepository.class).adempi(c, TipoTermine.CUP, OGGI, adesso());
		termine(c, TipoTermine.MANTENIMENTO, OGGI.minusDays(1));
		assertThat(testo(pagina(comune.id(), "/")))
			.contains("Non c'è nessun termine scaduto, né in scadenza nei prossimi 30 giorni", "«Nuova candidatura»");
		termine(c, TipoTermine.LIMITE, OGGI.minusDays(1));
		assertThat(righe(pagina(comune.id(), "/"))).hasSize(1);
		sql("UPDATE candidatura SET stato = 'RINUNCIATA' WHERE codice = '" + c + "'");
		assertThat(righe(pagina(comune.id(), "/?quando=tutti"))).isEmpty();
		assertThat(testo(pagina(comune.id(), "/?quando=tutti"))).contains("Nessun termine corrisponde ai filtri");
	}

	@ParameterizedTest
	@CsvSource({ "'', 3", "quando=scaduti, 1", "quando=7, 1", "quando=30, 2", "quando=90, 3", "quando=tutti, 5",
			"termine=cup, 1", "termine=limite, 0", "quando=tutti&termine=limite, 1", "referente=rossi, 1",
			"referente=ROSSI&quando=tutti, 2", "referente=nessuno, 0", "referente=%25, 0", "referente=_, 0" })
	void iFiltri(String domanda, int righe) {
		String nome = "Filtro" + Integer.toHexString(domanda.hashCode());
		quadro(nome);
		String elenco = "/?ente=" + nome + "&" + domanda;
		assertThat(righe(pagina("rtd", elenco))).hasSize(righe);
		assertThat(righe(pagina("responsabile", elenco))).hasSize(righe);
		assertThat(celle("rtd", elenco.replace("/?", "/scadenze.csv?"))).hasSize(righe + 1);
	}

	@Test
	void lOrdine() {
		quadro("Ordine");
		assertThat(righe(pagina("rtd", "/?ente=ordine&ordine=importo"))).extracting(ScenariCruscotto::ente)
			.containsExactly("Comune di Ordine Uno", "Comune di Ordine Uno", "Comune di Ordine Due");
		assertThat(righe(pagina("rtd", "/?ente=ordine&ordine=ente"))).extracting(ScenariCruscotto::ente)
			.containsExactly("Comune di Ordine Due", "Comune di Ordine Uno", "Comune di Ordine Uno");
		assertThat(celle("rtd", "/scadenze.csv?ente=ordine&ordine=ente")).extracting((r) -> r.get(5))
			.containsExactly("Ente", "Comune di Ordine Due", "Comune di Ordine Uno", "Comune di Ordine Uno");
	}

	@Test
	void lePagineSonoDiCinquanta() {
		Ente comune = this.app.nuovoComune("Comune di Molti", 3000);
		String c = candidatura(comune, "1000");
		for (int i = 0; i < 120; i++) {
			termine(c, TipoTermine.INTEGRAZIONE, OGGI.plusDays(i % 30));
		}
		List<String> tutte = new ArrayList<>();
		String prima = pagina(comune.id(), "/?ente=molti%26%7B");
		assertThat(righe(prima)).isEmpty();
		for (int p = 1; p <= 3; p++) {
			String pagina = pagina(comune.id(), "/?ente=molti&pagina=" + p);
			assertThat(testo(pagina)).contains("120 termini, 1.000,00 €, pagina " + p + " di 3", "Scaduti: 0, 0,00 €");
			assertThat(pagina.contains("/?ente=molti&amp;pagina=" + (p + 1))).isEqualTo(p < 3);
			tutte.addAll(righe(pagina));
		}
		assertThat(tutte).hasSize(120).first().asString().contains("scade oggi");
		assertThat(tutte.get(119)).contains("tra 29 giorni");
		assertThat(righe(pagina(comune.id(), "/?pagina=99"))).as("oltre l'ultima").hasSize(20);
		assertThat(righe(pagina(comune.id(), "/?pagina=abc"))).as("non è una pagina").hasSize(50);
		assertThat(celle(comune.id(), "/scadenze.csv")).hasSize(121);
	}

	/** The term follows who holds it today. */
	@Test
	void dopoUnaFusioneComandaChiSubentra() throws IOException {
		Ente vecchio = this.app.nuovoComune("Comune di Confluito", 3000);
		Ente nuovo = comune("Comune di Subentrante", "c_s999");
		String c = candidatura(vecchio, "1000");
		termine(c, TipoTermine.CUP, OGGI);
		this.app.bean(EnteRepository.class)
			.inserisciReferente("RN" + nuovo.id(), nuovo.id(), "Zoe Nuova", "z@n.example");
		this.app.bean(EnteRepository.class).salvaConfluenza(vecchio.confluisceIn(nuovo, OGGI));
		for (String filtro : List.of("confluito", "SUBENTR", "c_S999", nuovo.id())) {
			assertThat(righe(pagina("rtd", "/?ente=" + filtro))).singleElement()
				.asString()
				.contains("Comune di Subentrante (già Comune di Confluito) Referente, Zoe Nuova");
		}
		for (String chi : List.of("C_S999", nuovo.id(), vecchio.id())) {
			JsonNode una = api("rtd", "/api/v1/scadenze?ente=" + chi).get(0);
			assertThat(una.get("ente").asText()).isEqualTo(vecchio.id());
			assertThat(una.get("nomeEnte").asText()).isEqualTo("Comune di Subentrante (già Comune di Confluito)");
		}
	}

	// Who sees what

	@Test
	void ciascunoVedeISuoi() throws IOException {
		String crema = candidatura(CREMA, "1000");
		termine(crema, TipoTermine.CUP, OGGI.minusDays(300));
		Ente altrove = new Ente("NA" + this.suPostgres, "Comune di Altrove", "c_z998", "999998", 3000, "gestione9");
		this.app.bean(EnteRepository.class).inserisciGestione("gestione9", "Altra gestione", "altra@gestione.example");
		this.app.bean(EnteRepository.class).inserisci(altrove, "X000", "CR", "Lombardia", "prova");
		Registro registro = this.app.bean(Registro.class);
		registro.ente(altrove);
		registro.gestione("gestione9", "Altra gestione", List.of(altrove));
		registro.utente("rtd9", "rtd9", "rtd9", "rtd9@gestione.example", "rtd9", Ruolo.RTD);
		registro.diGestione("rtd9", "gestione9");
		registro.utente("op9", "op9", "op9", "op9@gestione.example", "op9", Ruolo.OPERATORE);
		registro.diEnte("op9", altrove.id());
		String altra = this.app.nuovaCandidatura("op9", altrove, APRILE);
		termine(altra, TipoTermine.CUP, OGGI.minusDays(300));

		for (String chi : List.of("operatore", "referente", "rtd", "responsabile", "admin")) {
			assertThat(pagina(chi, "/?ente=crema").contains(crema)).as(chi).isTrue();
			assertThat(pagina(chi, "/?ente=altrove").contains(altra)).as(chi).isEqualTo(chi.equals("admin"));
			assertThat(corpo(chi, "/scadenze.csv").contains(altra)).as(chi).isEqualTo(chi.equals("admin"));
			assertThat(Sessione.basic(this.app, chi, chi).get("/api/v1/scadenze").body().contains(altra)).as(chi)
				.isEqualTo(chi.equals("admin"));
			assertThat(Sessione.basic(this.app, chi, chi).get("/api/v1/scadenze?ente=c_z998").statusCode()).as(chi)
				.isEqualTo(chi.equals("admin") ? 200 : 404);
		}
		assertThat(pagina("operatore2", "/?quando=tutti")).doesNotContain(crema).doesNotContain(altra);
		assertThat(pagina("rtd9", "/?quando=tutti")).doesNotContain(crema).contains(altra);
		assertThat(corpo("rtd9", JSON)).doesNotContain(crema).contains(altra);
		assertThat(corpo("admin", JSON)).contains(altra);
		for (String chi : List.of("operatore", "referente")) {
			assertThat(Sessione.di(this.app, chi).get(JSON).statusCode()).as(chi).isEqualTo(403);
		}
	}

	@Test
	void ilMenuSegueIlRuolo() {
		for (String chi : List.of("operatore", "referente", "responsabile", "rtd", "admin")) {
			String pagina = pagina(chi, "/");
			assertThat(pagina).contains("href=\"/candidature\"", "href=\"/differimenti\"", "href=\"/portafoglio\"",
					"href=\"/andamento\"", "href=\"/camunda/app/tasklist/default/\"");
			assertThat(pagina.contains("href=\"/importazioni\"")).as(chi)
				.isEqualTo(List.of("rtd", "admin").contains(chi));
			assertThat(pagina.contains("/app/cockpit/")).as(chi)
				.isEqualTo(List.of("responsabile", "rtd", "admin").contains(chi));
			assertThat(pagina.contains("href=\"/tabelle\"")).as(chi).isEqualTo(chi.equals("admin"));
		}
	}

	// Files

	@Test
	void iFileDiconoQuelloCheSiVedeENonEseguonoNulla() throws IOException {
		Ente comune = this.app.nuovoComune("=Comune di Formula", 3000);
		this.app.bean(EnteRepository.class)
			.inserisciReferente("RF" + comune.id(), comune.id(), "=HYPERLINK(\"http://x\")", "f@f.example");
		String c = candidatura(comune, "1234.50");
		termine(c, TipoTermine.CUP, OGGI.minusDays(3));
		termine(c, TipoTermine.COMPLETAMENTO, OGGI.plusDays(12));
		HttpResponse<String> csv = Sessione.di(this.app, comune.id()).get("/scadenze.csv");
		assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"scadenze.csv\"");
		assertThat(csv.headers().firstValue("Content-Type")).get().asString().startsWith("text/csv");
		assertThat(csv.body().lines()).containsExactly(
				"\ufeffGiorno;Giorni residui;Situazione;Candidatura;Termine;Ente;Referenti;Avviso;Importo (euro)",
				"2022-05-29;-3;in ritardo di 3 giorni;" + c + ";Inserimento del CUP;'=Comune di Formula;"
						+ "\"'=HYPERLINK(\"\"http://x\"\"), Referente\";1.4.1 Esperienza del Cittadino - Comuni - "
						+ "Aprile 2022;1234,50",
				"2022-06-13;12;tra 12 giorni;" + c + ";Completamento delle attività;'=Comune di Formula;"
						+ "\"'=HYPERLINK(\"\"http://x\"\"), Referente\";1.4.1 Esperienza del Cittadino - Comuni - "
						+ "Aprile 2022;1234,50");

		HttpResponse<byte[]> xlsx = Sessione.di(this.app, comune.id()).scarica("/scadenze.xlsx?quando=scaduti");
		assertThat(xlsx.statusCode()).isEqualTo(200);
		String foglio = parte(xlsx.body(), "xl/worksheets/sheet1.xml");
		assertThat(foglio).contains("<v>1234.5", "<v>-3</v>").doesNotContain("<f>");
		assertThat(foglio.split("<row ")).as("la testa e una riga").hasSize(3);
	}

	// Bad input

	@ParameterizedTest
	@ValueSource(strings = { "quando=ieri", "termine=inesistente", "ordine=nome", "quando=31", "ente=LUNGO" })
	void unFiltroCheNonEsisteSiRifiuta(String domanda) {
		String completa = domanda.replace("LUNGO", "x".repeat(201));
		for (String percorso : List.of("/", "/scadenze.csv", "/scadenze.xlsx")) {
			HttpResponse<String> r = Sessione.di(this.app, "rtd").get(percorso + "?" + completa);
			assertThat(r.statusCode()).as(percorso).isEqualTo(422);
			assertThat(testo(r.body())).contains("Il filtro non è stato applicato.", "Quadro dei termini",
					"Il filtro «" + domanda.substring(0, domanda.indexOf('=')) + "»");
			assertThat(r.headers().firstValue("Content-Disposition")).isEmpty();
		}
	}

	@Test
	void quelloCheSiScriveRestaTesto() {
		for (String testo : List.of("<b>\"x\"", "'; DROP TABLE ente; --", "{x}${7*7}", "!%_\\", "a\u0000b\u0001")) {
			String pagina = pagina("rtd", "/?quando=tutti&ente=" + URLEncoder.encode(testo, StandardCharsets.UTF_8));
			assertThat(righe(pagina)).as(testo).isEmpty();
			assertThat(pagina).doesNotContain("<b>\"x").doesNotContain("}49");
		}
	}

	@ParameterizedTest
	@CsvSource({ "entro=ieri, 422, anno-mese-giorno", "entro=2022-02-30, 422, anno-mese-giorno",
			"entro=99999-01-01, 422, anno-mese-giorno", "entro=, 422, anno-mese-giorno",
			"stato=chiusa, 422, APERTA oppure SCADUTA", "pagina=0, 422, da 1 a", "pagina=x, 422, numero intero",
			"pagina=-1, 422, da 1 a", "ente=, 422, codice IPA", "ente=%00, 422, codice IPA",
			"ente=inesistente, 404, non esiste", "ente=%27%3B--, 404, non esiste" })
	void laApiRifiutaInItaliano(String domanda, int stato, String dice) {
		HttpResponse<String> r = Sessione.basic(this.app, "rtd", "rtd").get("/api/v1/scadenze?" + domanda);
		assertThat(r.statusCode()).as(r.body()).isEqualTo(stato);
		assertThat(r.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
		assertThat(r.body()).contains("\"detail\"", dice);
	}

	// The API

	@Test
	void laApiDaOgniData() throws IOException {
		Ente comune = comune("Comune di Api", "c_A" + (this.suPostgres ? "111" : "112"));
		String c = candidatura(comune, "1234.50");
		termine(c, TipoTermine.CUP, OGGI.minusDays(3));
		Scadenza portale = this.app.bean(ScadenzaRepository.class)
			.apri(c, TipoTermine.COMPLETAMENTO, "prova", new DateTermine(OGGI, null, LocalDate.of(2022, 7, 2),
					LocalDate.of(2022, 7, 1), LocalDate.of(2022, 7, 4), LocalDate.of(2022, 7, 3), "Perché sì."),
					adesso());
		JsonNode tutte = api("rtd", "/api/v1/scadenze?ente=" + comune.codiceIpa().toUpperCase());
		assertThat(tutte).hasSize(2);
		assertThat(tutte.get(0).get("stato").asText()).isEqualTo("SCADUTA");
		assertThat(tutte.get(0).get("giorniResidui").asInt()).isEqualTo(-3);
		assertThat(tutte.get(0).get("quale").asText()).isEqualTo("legale");
		assertThat(tutte.get(0).get("portale").isNull()).isTrue();
		assertThat(tutte.get(1).toString()).isEqualTo("{\"candidatura\":\"" + c + "\",\"ente\":\"" + comune.id()
				+ "\",\"nomeEnte\":\"Comune di Api\",\"avviso\":\"" + APRILE + "\",\"termine\":\"completamento\","
				+ "\"decorrenza\":\"2022-06-01\",\"civile\":\"2022-07-02\",\"prudenziale\":\"2022-07-01\","
				+ "\"legale\":\"2022-07-04\",\"portale\":\"2022-07-03\",\"governante\":\"2022-07-03\","
				+ "\"quale\":\"portale\",\"stato\":\"APERTA\",\"giorniResidui\":32,\"importo\":1234.5,"
				+ "\"spiegazione\":\"Perché sì.\"}");
		assertThat(portale.governante()).isEqualTo("2022-07-03");
		String suo = "/api/v1/scadenze?ente=" + comune.id();
		assertThat(api("rtd", suo + "&entro=2022-07-02")).hasSize(1);
		assertThat(api("rtd", suo + "&entro=2022-07-03")).hasSize(2);
		assertThat(api("rtd", suo + "&stato=scaduta")).hasSize(1);
		assertThat(api("rtd", suo + "&stato=APERTA").get(0).get("termine").asText()).isEqualTo("completamento");
		assertThat(api("rtd", suo + "&stato=APERTA&entro=2022-05-01")).isEmpty();
		assertThat(api(comune.id(), "/api/v1/scadenze")).as("l'operatore vede i suoi").hasSize(2);
		assertThat(Sessione.basic(this.app, "rtd", "rtd").get("/v3/api-docs").body()).contains("/api/v1/scadenze");
	}

	@Test
	void laApiVaAMigliaia() throws IOException {
		Ente comune = this.app.nuovoComune("Comune di Mille", 3000);
		String c = candidatura(comune, "1000");
		termine(c, TipoTermine.CONTROLLO, OGGI.plusDays(200));
		for (int i = 2; i <= 1001; i++) {
			sql("INSERT INTO scadenza (id, candidatura, termine, progressivo, evento, decorrenza, civile, prudenziale, "
					+ "legale, governante, spiegazione, stato, aperta, ultimo_evento) SELECT '" + c + "-" + i
					+ "', candidatura, termine, " + i
					+ ", evento, decorrenza, civile, prudenziale, legale, governante, "
					+ "spiegazione, stato, aperta, ultimo_evento FROM scadenza WHERE candidatura = '" + c
					+ "' AND progressivo = 1 AND termine = 'controllo'");
		}
		Sessione script = Sessione.basic(this.app, comune.id(), comune.id());
		HttpResponse<String> prima = script.get("/api/v1/scadenze?entro=2022-12-31&ente=" + comune.id());
		assertThat(this.json.readTree(prima.body())).hasSize(1000);
		Matcher seguito = Pattern.compile("<http://localhost:[0-9]+(/[^>]+)>; rel=\"next\"")
			.matcher(prima.headers().firstValue("Link").orElseThrow());
		assertThat(seguito.matches()).isTrue();
		assertThat(seguito.group(1)).isEqualTo("/api/v1/scadenze?entro=2022-12-31&ente=" + comune.id() + "&pagina=2");
		HttpResponse<String> seconda = script.get(seguito.group(1));
		assertThat(this.json.readTree(seconda.body())).hasSize(1);
		assertThat(seconda.headers().firstValue("Link")).isEmpty();
		assertThat(script.get("/api/v1/scadenze?pagina=9").body()).isEqualTo("[]");
		assertThat(celle(comune.id(), "/scadenze.csv?quando=tutti")).hasSize(1002);
	}

	// For Cockpit

	@Test
	void cockpitTrovaIlProcesso() throws IOException {
		Ente comune = this.app.nuovoComune("Comune di Processo", 3000);
		String c = candidatura(comune, "1000");
		termine(c, TipoTermine.CUP, LocalDate.of(2021, 1, 1));
		String istanza = this.app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(c)
			.rootProcessInstances()
			.list()
			.stream()
			.filter((i) -> i.getProcessDefinitionId().startsWith("avviso-"))
			.findFirst()
			.orElseThrow()
			.getId();
		for (String chi : List.of("rtd", "responsabile", "admin")) {
			JsonNode rischio = this.json.readTree(corpo(chi, JSON));
			assertThat(rischio.get("totale").asInt()).isGreaterThanOrEqualTo(rischio.get("termini").size());
			JsonNode primo = rischio.get("termini").get(0);
			assertThat(primo.get("candidatura").asText()).isEqualTo(c);
			assertThat(primo.get("istanza").asText()).isEqualTo(istanza);
			assertThat(primo.get("situazione").asText()).isEqualTo("in ritardo di 516 giorni");
			assertThat(primo.get("scaduto").asBoolean()).isTrue();
			assertThat(primo.get("ente").asText()).isEqualTo("Comune di Processo");
		}
		this.app.bean(RuntimeService.class).deleteProcessInstance(istanza, "prova");
		assertThat(this.json.readTree(corpo("rtd", JSON)).get("termini").get(0).get("istanza").isNull()).isTrue();
		sql("DELETE FROM scadenza WHERE candidatura = '" + c + "' AND termine = 'cup'");
	}

	// What is needed

	/**
	 * Uno: 100.000 euro, CUP three days late, contracts in five days. Due: 50.000,50 euro
	 * and a referente of its own, completion in twenty days, the limit in sixty. Tre: one
	 * that is a hundred days away.
	 */
	private void quadro(String nome) {
		String uno = candidatura(this.app.nuovoComune("Comune di " + nome + " Uno", 3000), "100000");
		termine(uno, TipoTermine.CUP, OGGI.minusDays(3));
		termine(uno, TipoTermine.CONTRATTUALIZZAZIONE, OGGI.plusDays(5));
		Ente due = this.app.nuovoComune("Comune di " + nome + " Due", 3000);
		this.app.bean(EnteRepository.class)
			.inserisciReferente("RQ" + due.id(), due.id(), "Maria Rossi", "maria@rossi.example");
		String seconda = candidatura(due, "70000");
		sql("UPDATE candidatura SET importo_decretato = 50000.50 WHERE codice = '" + seconda + "'");
		termine(seconda, TipoTermine.COMPLETAMENTO, OGGI.plusDays(20));
		termine(seconda, TipoTermine.LIMITE, OGGI.plusDays(60));
		String terza = candidatura(this.app.nuovoComune("Comune di " + nome + " Tre", 3000), "10");
		termine(terza, TipoTermine.MANTENIMENTO, OGGI.plusDays(100));
	}

	private Ente comune(String nome, String ipa) {
		Ente ente = this.app.nuovoComune(nome, 3000);
		sql("UPDATE ente SET codice_ipa = '" + ipa + "', chiave_ipa = LOWER('" + ipa + "') WHERE id = '" + ente.id()
				+ "'");
		return this.app.bean(EnteRepository.class).leggi(ente.id());
	}

	/** Without the terms that come by themselves. */
	private String candidatura(Ente ente, String importo) {
		String c = this.app.nuovaCandidatura(ente.equals(CREMA) ? "operatore" : ente.id(), ente, APRILE);
		sql("DELETE FROM scadenza WHERE candidatura = '" + c + "'");
		sql("UPDATE candidatura SET importo = " + new BigDecimal(importo) + " WHERE codice = '" + c + "'");
		return c;
	}

	private void termine(String candidatura, TipoTermine termine, LocalDate giorno) {
		this.app.bean(ScadenzaRepository.class)
			.apri(candidatura, termine, "prova", new DateTermine(giorno, null, giorno, giorno, giorno, null, "Prova."),
					adesso());
	}

	private Instant adesso() {
		return this.app.bean(Clock.class).instant();
	}

	private void sql(String sql) {
		this.app.bean(JdbcClient.class).sql(sql).update();
	}

	private String pagina(String chi, String percorso) {
		String corpo = corpo(chi, percorso);
		assertThat(corpo).contains("<h1 class=\"h3\">Cruscotto</h1>");
		return corpo;
	}

	private String corpo(String chi, String percorso) {
		HttpResponse<String> r = Sessione.di(this.app, chi).get(percorso);
		assertThat(r.statusCode()).as(percorso + ": " + r.body()).isEqualTo(200);
		return r.body();
	}

	private JsonNode api(String chi, String percorso) throws IOException {
		HttpResponse<String> r = Sessione.basic(this.app, chi, chi).get(percorso);
		assertThat(r.statusCode()).as(r.body()).isEqualTo(200);
		return this.json.readTree(r.body());
	}

	/** The cells of a CSV that has no quotes in it. */
	private List<List<String>> celle(String chi, String percorso) {
		return corpo(chi, percorso).lines().map((riga) -> List.of(riga.split(";", -1))).toList();
	}

	private static List<String> righe(String pagina) {
		return RIGA.matcher(pagina).results().map((m) -> testo(m.group(1))).toList();
	}

	private static String ente(String riga) {
		return riga.replaceAll(".*(Comune di \\S+ \\S+) (Maria|Referente).*", "$1");
	}

	private static String testo(String html) {
		return html.replaceAll("<[^>]+>", " ").replace("&#39;", "'").replaceAll("\\s+", " ").replace(" ,", ",").strip();
	}

	private static String parte(byte[] zip, String nome) throws IOException {
		// by its directory: what is written as it comes has its sizes only there
		Path file = Files.write(Files.createTempFile("scadenze", ".xlsx"), zip);
		try (ZipFile archivio = new ZipFile(file.toFile())) {
			return new String(archivio.getInputStream(archivio.getEntry(nome)).readAllBytes(), StandardCharsets.UTF_8);
		}
		finally {
			Files.delete(file);
		}
	}

}
