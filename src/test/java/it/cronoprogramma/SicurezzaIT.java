package it.cronoprogramma;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Sessione;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.CREMA;
import static it.cronoprogramma.prova.Applicazione.PANDINO;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The doors, by real HTTP: who gets in, what an operator may and may not do, the known
 * holes of the engine, and what the API answers.
 */
class SicurezzaIT {

	private static final String REST = "/camunda/api/engine/engine/default";

	private static Applicazione app;

	private static String codice;

	private static String task;

	private static String altrui;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-05-25");
		codice = app.nuovaCandidatura("operatore", CREMA, APRILE);
		task = app.attivita(codice, "componiPacchetto").getId();
		altrui = app.attivita(app.nuovaCandidatura("operatore2", PANDINO, APRILE), "componiPacchetto").getId();
	}

	@AfterAll
	static void ferma() {
		app.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", "/differimenti",
			"/differimenti/1", "/tabelle", "/tabelle/modello", "/tabelle/avvisi", "/candidature",
			"/candidature/C000001", "/candidature/C000001/conformita", "/candidature/C000001/documenti",
			"/candidature/C000001/documenti/1", "/candidature/C000001/dossier.pdf", "/candidature/C000001/storia.pdf",
			"/candidature/C000001/storia.csv", "/candidature.csv", "/candidature.xlsx", "/calendari", "/portafoglio",
			"/portafoglio.csv", "/portafoglio.xlsx", "/andamento", "/andamento/fasi.csv", "/andamento/fasi.xlsx",
			"/enti/E0013", "/enti/E0013/scheda.pdf", "/importazioni", "/importazioni/1", "/pec", "/pec/1",
			"/pec/1/messaggio.eml", "/scadenze.csv", "/scadenze.xlsx", "/cruscotto/termini-a-rischio.json",
			"/anagrafe/enti", "/anagrafe/enti/nuovo", "/anagrafe/enti/E0013", "/anagrafe/enti/E0013/referenti/nuovo",
			"/anagrafe/referenti/RE0013", "/anagrafe/gestioni", "/anagrafe/gestioni/nuova",
			"/anagrafe/gestioni/gestione1", "/anagrafe/utenti", "/anagrafe/utenti/nuovo", "/anagrafe/utenti/operatore",
			"/anagrafe/utenti/operatore/consegne", "/anagrafe/sostituzioni", "/anagrafe/registro",
			"/anagrafe/caricamenti", "/anagrafe/caricamenti/1", "/anagrafe/altro", "/altro",
			"/oauth2/authorization/provider", "/login/oauth2/code/provider", "/accesso/negato" })
	void chiNonHaEffettuatoLAccessoVaAllaPaginaDiAccesso(String percorso) {
		HttpResponse<String> r = Sessione.anonima(app).get(percorso);
		assertThat(r.statusCode()).isEqualTo(302);
		assertThat(r.headers().firstValue("Location")).get().asString().endsWith("/accesso");
	}

	@ParameterizedTest
	@ValueSource(strings = { REST + "/task", "/api/v1/avvisi", "/api/v1/termini?decorrenza=2022-08-31&termine=P6M",
			"/api/v1/scadenze", "/api/v1/importazioni/1", "/api/v1/riepilogo", "/api/v1/candidature",
			"/api/v1/candidature/C000001", "/v3/api-docs", REST + "/user", "/engine-rest/task", "/actuator/env",
			"/h2-console" })
	void nullaRispondeSenzaAccesso(String percorso) {
		assertThat(Sessione.anonima(app).get(percorso).statusCode()).isIn(401, 302, 404, 403).isNotEqualTo(200);
	}

	@Test
	void passwordSbagliata() {
		// nobody else's: after a wrong password the engine lets its user wait
		String utente = app.nuovoComune(3000).id();
		HttpResponse<String> r = Sessione.anonima(app).accedi(utente, "sbagliata");
		assertThat(r.headers().firstValue("Location")).get().asString().endsWith("/accesso?errore");
		HttpResponse<String> api = Sessione.basic(app, utente, "sbagliata").get("/api/v1/avvisi");
		assertThat(api.statusCode()).isEqualTo(401);
		assertThat(api.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
		assertThat(api.body()).contains("\"detail\":\"Accesso richiesto");
	}

	/** CVE-2026-109432: the or-part of a query evaluated any expression. */
	@ParameterizedTest
	@ValueSource(strings = { "${''.getClass().forName('java.lang.Runtime')}", "${environment.getProperty('user.home')}",
			"${dataSource.getConnection()}", "${termini}", "${now().getClass()}", "${dateTime().getZone()}" })
	void unaInterrogazioneNonEseguePiuCodice(String espressione) {
		Sessione operatore = Sessione.di(app, "operatore");
		for (String corpo : List.of("{\"orQueries\":[{\"dueAfterExpression\":\"%s\"}]}",
				"{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}", "{\"dueAfterExpression\":\"%s\"}")) {
			HttpResponse<String> r = operatore.json("POST", REST + "/task", corpo.formatted(espressione));
			assertThat(r.statusCode()).as(corpo + r.body()).isGreaterThanOrEqualTo(400);
			String filtro = app.bean(org.camunda.bpm.engine.FilterService.class)
				.createFilterQuery()
				.filterName("Le mie attività")
				.singleResult()
				.getId();
			assertThat(operatore.json("POST", REST + "/filter/" + filtro + "/list", corpo.formatted(espressione))
				.statusCode()).as(corpo).isGreaterThanOrEqualTo(400);
		}
	}

	@Test
	void leFunzioniSulleDateRestanoUsabili() {
		Sessione operatore = Sessione.di(app, "operatore");
		HttpResponse<String> r = operatore.json("POST", REST + "/task",
				"{\"orQueries\":[{\"dueAfterExpression\":\"${now()}\"}]}");
		assertThat(r.statusCode()).as(r.body()).isEqualTo(200);
		for (String nome : List.of("Le mie attività", "In scadenza", "Scadute")) {
			String filtro = app.bean(org.camunda.bpm.engine.FilterService.class)
				.createFilterQuery()
				.filterName(nome)
				.singleResult()
				.getId();
			assertThat(operatore.json("POST", REST + "/filter/" + filtro + "/list", "{}").statusCode()).as(nome)
				.isEqualTo(200);
		}
	}

	/**
	 * The web apps keep the nonce of a page where every other request writes its own: a
	 * page of one user asked for while another's is under way would come out blank.
	 */
	@Test
	void lePagineDiChiLavoraInsiemeSonoIntere() {
		List<Sessione> utenti = List.of(Sessione.di(app, "operatore"), Sessione.di(app, "operatore2"),
				Sessione.di(app, "operatore3"), Sessione.di(app, "rtd"));
		ConcurrentLinkedQueue<String> diverse = new ConcurrentLinkedQueue<>();
		CompletableFuture
			.allOf(utenti.stream()
				.map((utente) -> CompletableFuture.runAsync(() -> pagineDiverse(utente, diverse)))
				.toArray(CompletableFuture[]::new))
			.join();
		assertThat(diverse).isEmpty();
	}

	private static void pagineDiverse(Sessione utente, Collection<String> diverse) {
		for (int i = 0; i < 100; i++) {
			HttpResponse<String> pagina = utente.get("/camunda/app/tasklist/default/");
			Matcher nonce = Pattern.compile("'nonce-([^']+)'")
				.matcher(pagina.headers().firstValue("Content-Security-Policy").orElseThrow());
			assertThat(nonce.find()).isTrue();
			if (!pagina.body().contains("nonce=\"" + nonce.group(1) + "\"")) {
				diverse.add(nonce.group(1));
			}
		}
	}

	/** CVE-2026-77226: anybody could make an admin. */
	@ParameterizedTest
	@ValueSource(strings = { "anonimo", "operatore", "admin" })
	void nessunoCreaUnAmministratoreDaFuori(String chi) {
		Sessione s = chi.equals("anonimo") ? Sessione.anonima(app) : Sessione.di(app, chi);
		HttpResponse<String> r = s.json("POST", "/camunda/api/admin/setup/default/user/create",
				"{\"profile\":{\"id\":\"intruso\",\"firstName\":\"a\",\"lastName\":\"b\"},\"credentials\":{\"password\":\"c\"}}");
		assertThat(r.statusCode()).isIn(401, 403);
		assertThat(app.bean(org.camunda.bpm.engine.IdentityService.class).createUserQuery().userId("intruso").count())
			.isZero();
	}

	@Test
	void unOperatoreVedeSoloIlSuoEnte() {
		Sessione operatore = Sessione.di(app, "operatore");
		String elenco = operatore.get(REST + "/task").body();
		assertThat(elenco).contains(task).doesNotContain(altrui).doesNotContain(PANDINO.id());
		assertThat(operatore.get(REST + "/task/" + altrui).statusCode()).isIn(403, 404);
		assertThat(operatore.get(REST + "/task/" + altrui + "/form-variables").statusCode()).isIn(400, 403, 404, 500)
			.isNotEqualTo(200);
		assertThat(operatore.get(REST + "/variable-instance").body()).doesNotContain("Pandino");
		assertThat(operatore.get(REST + "/process-instance").body()).doesNotContain(PANDINO.id());
		assertThat(operatore.get(REST + "/history/variable-instance").body()).doesNotContain("Pandino");
		assertThat(
				operatore.json("POST", REST + "/task/" + altrui + "/claim", "{\"userId\":\"operatore\"}").statusCode())
			.isGreaterThanOrEqualTo(400);
		assertThat(operatore
			.json("POST", REST + "/task/" + altrui + "/submit-form",
					"{\"variables\":{\"sito\":{\"value\":\"avviata\"}}}")
			.statusCode()).isGreaterThanOrEqualTo(400);
	}

	/**
	 * Every role that may see a task can also open its form: the tables are read with his
	 * rights.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "operatore", "referente", "rtd", "responsabile" })
	void chiVedeUnAttivitaNeApreIlModulo(String chi) {
		app.bean(it.cronoprogramma.processo.catalogo.CatalogoDmn.class).dimentica();
		HttpResponse<String> r = Sessione.di(app, chi).get(REST + "/task/" + task + "/form-variables");
		assertThat(r.statusCode()).as(r.body()).isEqualTo(200);
		assertThat(r.body()).contains("\"fascia\"", "20.001–50.000", "\"catalogoServizi\"", "\"type\":\"Json\"",
				"\"scadenzaTesto\"", "venerdì 02/09/2022");
	}

	@Test
	void allegatiECommentiSingoliNonSiLeggono() {
		for (String chi : List.of("operatore", "operatore2", "rtd")) {
			Sessione s = Sessione.di(app, chi);
			assertThat(s.get(REST + "/task/" + task + "/comment/x").statusCode()).isEqualTo(403);
			assertThat(s.get(REST + "/task/" + task + "/attachment/x/data").statusCode()).isEqualTo(403);
			assertThat(s.manda("DELETE", REST + "/task/" + task + "/attachment/x", null, null).statusCode())
				.isEqualTo(403);
		}
	}

	@Test
	void unOperatoreNonSpostaScadenzeNeScriveVariabili() {
		Sessione operatore = Sessione.di(app, "operatore");
		String prima = app.bean(TaskService.class)
			.createTaskQuery()
			.taskId(task)
			.singleResult()
			.getDueDate()
			.toString();
		for (Map.Entry<String, String> vietata : Map
			.of("PUT " + REST + "/task/" + task, "{\"name\":\"x\",\"due\":\"2030-01-01T00:00:00.000+0000\"}",
					"PUT " + REST + "/task/" + task + "/variables/importo", "{\"value\":1,\"type\":\"Double\"}",
					"POST " + REST + "/task/" + task + "/complete", "{\"variables\":{\"ente\":{\"value\":\"x\"}}}",
					"POST " + REST + "/task/" + task + "/localVariables", "{}", "POST " + REST + "/filter/create",
					"{\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{}}", "POST " + REST + "/message",
					"{\"messageName\":\"x\"}", "POST " + REST + "/process-definition/key/nuova-candidatura/start", "{}")
			.entrySet()) {
			String[] parti = vietata.getKey().split(" ");
			HttpResponse<String> r = operatore.json(parti[0], parti[1], vietata.getValue());
			assertThat(r.statusCode()).as(vietata.getKey()).isEqualTo(403);
			assertThat(r.body()).as(vietata.getKey()).contains("Il suo ruolo non consente questa operazione");
		}
		assertThat(app.bean(TaskService.class).createTaskQuery().taskId(task).singleResult().getDueDate().toString())
			.isEqualTo(prima);
		assertThat(app.variabili(codice)).containsEntry("ente", "Comune di Crema").doesNotContainKey("importo");
	}

	@Test
	void unOperatoreNonEntraInCockpitNeInAdmin() {
		Sessione operatore = Sessione.di(app, "operatore");
		for (String percorso : List.of("/camunda/app/cockpit/default/", "/camunda/app/admin/default/",
				"/camunda/api/cockpit/plugin/base/default/process-definition/statistics")) {
			assertThat(operatore.get(percorso).statusCode()).as(percorso).isEqualTo(403);
		}
		assertThat(Sessione.di(app, "responsabile").get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
		assertThat(Sessione.di(app, "responsabile").get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
	}

	/** Everybody reads what is his own; the office writes. */
	@ParameterizedTest
	@CsvSource({ "operatore, 200, 302", "rtd, 200, 302", "referente, 200, 403", "responsabile, 200, 403",
			"operatore2, 404, 404", "admin, 200, 403" })
	void chiLeggeLaCandidaturaEChiCaricaDocumenti(String chi, int legge, int scrive) {
		Sessione s = Sessione.di(app, chi);
		String pagina = "/candidature/" + codice;
		for (String percorso : List.of("", "/dossier.pdf", "/storia.pdf", "/storia.csv")) {
			assertThat(s.get(pagina + percorso).statusCode()).as(percorso).isEqualTo(legge);
		}
		assertThat(s.get("/candidature").body().contains(codice)).isEqualTo(legge == 200);
		String token = s.token();
		assertThat(s
			.carica(pagina + "/documenti", Map.of("_csrf", token, "tipo", "altro"),
					Map.of(chi + ".txt", ("Nota di " + chi).getBytes(StandardCharsets.UTF_8)))
			.statusCode()).isEqualTo(scrive);
		assertThat(s
			.manda("POST", pagina + "/documenti/8c1f6f0e-0000-4000-8000-000000000000/ritira",
					"application/x-www-form-urlencoded", "motivo=x&_csrf=" + token)
			.statusCode()).isEqualTo((scrive == 403) ? 403 : 404);
		assertThat(s.get(pagina + "/documenti/8c1f6f0e-0000-4000-8000-000000000000").statusCode()).isEqualTo(404);
		assertThat(Sessione.di(app, "rtd").get(pagina).body().contains(">" + chi + ".txt<")).isEqualTo(scrive == 302);
	}

	/** Lists and sums are for everybody, of what is his own; nobody writes there. */
	@ParameterizedTest
	@ValueSource(strings = { "operatore", "referente", "rtd", "responsabile", "operatore2", "admin" })
	void elenchiESommeLiLeggonoTutti(String chi) {
		Sessione s = Sessione.di(app, chi);
		for (String percorso : List.of("/candidature.csv", "/candidature.xlsx", "/portafoglio", "/portafoglio.csv",
				"/portafoglio.xlsx", "/andamento", "/andamento/fasi.csv", "/andamento/fasi.xlsx")) {
			assertThat(s.get(percorso).statusCode()).as(percorso).isEqualTo(200);
			assertThat(s
				.manda("POST", percorso, "application/x-www-form-urlencoded",
						"_csrf=" + URLEncoder.encode(s.token(), StandardCharsets.UTF_8))
				.statusCode()).as(percorso).isEqualTo(403);
		}
		int crema = chi.equals("operatore2") ? 404 : 200;
		assertThat(s.get("/candidature.csv").body().contains(codice)).isEqualTo(crema == 200);
		Sessione script = Sessione.basic(app, chi, chi);
		assertThat(script.get("/api/v1/riepilogo").statusCode()).isEqualTo(200);
		assertThat(script.get("/api/v1/candidature").body().contains(codice)).isEqualTo(crema == 200);
		assertThat(script.get("/api/v1/candidature/" + codice).statusCode()).isEqualTo(crema);
		assertThat(s.get("/enti/" + CREMA.id()).statusCode()).isEqualTo(crema);
		assertThat(s.get("/enti/" + CREMA.id() + "/scheda.pdf").statusCode()).isEqualTo(crema);
	}

	/** Enti and people are for the ufficio RTD and the amministratore to manage. */
	@ParameterizedTest
	@ValueSource(strings = { "operatore", "referente", "responsabile" })
	void entiEPersoneLiGestisceChiDeve(String chi) {
		Sessione s = Sessione.di(app, chi);
		for (String percorso : List.of("/anagrafe/enti", "/anagrafe/enti/nuovo", "/anagrafe/enti/E0013",
				"/anagrafe/enti/E0013/referenti/nuovo", "/anagrafe/referenti/RE0013", "/anagrafe/gestioni",
				"/anagrafe/gestioni/gestione1", "/anagrafe/utenti", "/anagrafe/utenti/nuovo",
				"/anagrafe/utenti/operatore", "/anagrafe/utenti/operatore/consegne", "/anagrafe/sostituzioni",
				"/anagrafe/registro", "/anagrafe/caricamenti", "/anagrafe/caricamenti/1")) {
			assertThat(s.get(percorso).statusCode()).as(percorso).isEqualTo(403);
		}
		String corpo = "_csrf=" + URLEncoder.encode(s.token(), StandardCharsets.UTF_8);
		for (String percorso : List.of("/anagrafe/enti", "/anagrafe/enti/E0013", "/anagrafe/enti/E0013/referenti",
				"/anagrafe/referenti/RE0013", "/anagrafe/referenti/RE0013/togli", "/anagrafe/gestioni",
				"/anagrafe/gestioni/gestione1", "/anagrafe/utenti", "/anagrafe/utenti/operatore",
				"/anagrafe/utenti/operatore/disattiva", "/anagrafe/utenti/operatore/riattiva",
				"/anagrafe/utenti/operatore/invito", "/anagrafe/utenti/operatore/consegne",
				"/anagrafe/utenti/operatore/collega", "/anagrafe/utenti/operatore/scollega", "/anagrafe/sostituzioni",
				"/anagrafe/sostituzioni/1/togli", "/anagrafe/caricamenti", "/anagrafe/caricamenti/1/conferma",
				"/anagrafe/caricamenti/1/annulla")) {
			assertThat(s.manda("POST", percorso, "application/x-www-form-urlencoded", corpo).statusCode()).as(percorso)
				.isEqualTo(403);
			assertThat(
					Sessione.anonima(app).manda("POST", percorso, "application/x-www-form-urlencoded", "").statusCode())
				.as(percorso)
				.isEqualTo(403);
		}
		assertThat(Sessione.anonima(app).get("/password-dimenticata").statusCode()).isEqualTo(200);
		assertThat(Sessione.anonima(app).get("/password/x").statusCode()).isEqualTo(404);
		assertThat(Sessione.anonima(app).get("/password/x/y").statusCode()).isEqualTo(302);
	}

	/** A table decides what everybody is paid and by when. */
	@ParameterizedTest
	@ValueSource(strings = { "operatore", "referente", "rtd", "responsabile" })
	void leTabelleSonoDellAmministratore(String chi) {
		Sessione s = Sessione.di(app, chi);
		for (String percorso : List.of("/tabelle", "/tabelle/modello", "/tabelle/avvisi")) {
			assertThat(s.get(percorso).statusCode()).as(percorso).isEqualTo(403);
		}
		assertThat(s.manda("POST", "/tabelle", "multipart/form-data; boundary=x", "--x--").statusCode()).isEqualTo(403);
		assertThat(
				s.manda("POST", REST + "/deployment/create", "multipart/form-data; boundary=x", "--x--").statusCode())
			.isEqualTo(403);
		assertThat(s.get("/").body()).doesNotContain("/tabelle");
		assertThat(Sessione.di(app, "admin").get("/tabelle").statusCode()).isEqualTo(200);
	}

	/** Whose candidature are is for the ufficio RTD and the amministratore to say. */
	@ParameterizedTest
	@ValueSource(strings = { "operatore", "referente", "responsabile" })
	void unaFusioneLaRegistranoSoloLUfficioRtdELAmministratore(String chi) {
		Sessione s = Sessione.di(app, chi);
		HttpResponse<String> r = s.json("POST", REST + "/process-definition/key/registra-fusione/submit-form", """
				{"variables":{"tipo":{"value":"fusione"},"vecchio":{"value":"%s"},"subentra":{"value":"noto"},
				"nuovo":{"value":"%s"},"atto":{"value":"L.R. 1/2022"},"dataAtto":{"value":"2022-05-01"},
				"giorno":{"value":"2022-05-02"}}}""".formatted(PANDINO.id(), CREMA.id()));
		assertThat(r.statusCode()).as(r.body()).isEqualTo(403);
		assertThat(app.bean(it.cronoprogramma.ente.EnteRepository.class).leggi(PANDINO.id()).soppresso()).isFalse();
		String avviabili = "/process-definition?latest=true&startableInTasklist=true&startablePermissionCheck=true";
		assertThat(s.get(REST + avviabili).body()).doesNotContain("registra-fusione");
		assertThat(Sessione.di(app, "rtd").get(REST + avviabili).body()).contains("registra-fusione");
		assertThat(Sessione.di(app, "admin").get(REST + avviabili).body()).contains("registra-fusione");
	}

	/**
	 * What ends a financing, or many begin with, is for the ufficio RTD; the models are
	 * the administrator's.
	 */
	@Test
	void chiPuoAvviareCheCosa() {
		Map<String, List<String>> avviabili = Map.of("registra-rinuncia", List.of("operatore", "rtd", "admin"),
				"registra-revoca", List.of("rtd", "admin"), "registra-decreti", List.of("rtd", "admin"),
				"aggiorna-candidature", List.of("admin"));
		for (String chi : List.of("operatore", "referente", "rtd", "responsabile", "admin")) {
			Sessione s = Sessione.di(app, chi);
			String elenco = s
				.get(REST + "/process-definition?latest=true&startableInTasklist=true&startablePermissionCheck=true")
				.body();
			avviabili.forEach((processo, possono) -> {
				assertThat(elenco.contains("\"key\":\"" + processo + "\"")).as(chi + " " + processo)
					.isEqualTo(possono.contains(chi));
				if (!possono.contains(chi)) {
					assertThat(s
						.json("POST", REST + "/process-definition/key/" + processo + "/submit-form",
								"{\"variables\":{\"candidatura\":{\"value\":\"" + codice + "\"}}}")
						.statusCode()).as(chi + " " + processo).isEqualTo(403);
				}
			});
		}
		HttpResponse<String> r = Sessione.di(app, "operatore2")
			.json("POST", REST + "/process-definition/key/registra-rinuncia/submit-form", """
					{"variables":{"candidatura":{"value":"%s"},"che":{"value":"rinuncia"},
					"dataRichiesta":{"value":"2022-05-25"},"motivo":{"value":"Ripensamento"}}}""".formatted(codice));
		assertThat(r.statusCode()).isEqualTo(404);
		assertThat(r.body()).contains("La candidatura «" + codice + "» non esiste.");
	}

	/** Who loses a place loses it at once, in a session that is open. */
	@Test
	void chiPerdeUnEnteNonLoVedePiuDaSubito() {
		it.cronoprogramma.processo.accessi.Registro registro = app
			.bean(it.cronoprogramma.processo.accessi.Registro.class);
		registro.utente("passante", "p", "p", "p@gestione.example", "passante", it.cronoprogramma.ente.Ruolo.OPERATORE);
		registro.diEnte("passante", CREMA.id());
		Sessione s = Sessione.di(app, "passante");
		assertThat(s.get(REST + "/task/" + task).statusCode()).isEqualTo(200);
		app.bean(org.camunda.bpm.engine.IdentityService.class).deleteTenantUserMembership(CREMA.id(), "passante");
		assertThat(s.get(REST + "/task/" + task).statusCode()).isEqualTo(404);
	}

	/** Whoever sees the ente reads; its operatori and the ufficio RTD write. */
	@Test
	void laConformitaLaScriveChiLavoraPerLEnte() {
		String percorso = "/candidature/" + codice + "/conformita";
		for (Map.Entry<String, List<Integer>> chi : Map
			.of("operatore", List.of(200, 404), "rtd", List.of(200, 404), "referente", List.of(200, 403),
					"responsabile", List.of(200, 403), "operatore2", List.of(404, 404), "admin", List.of(404, 403))
			.entrySet()) {
			Sessione s = Sessione.di(app, chi.getKey());
			assertThat(s.get(percorso).statusCode()).as(chi.getKey()).isEqualTo(chi.getValue().get(0));
			Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(s.get("/").body());
			assertThat(token.find()).isTrue();
			// the package is not composed: there is no site to write about
			assertThat(s
				.manda("POST", percorso, "application/x-www-form-urlencoded",
						"oggetto=sito&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))
				.statusCode()).as(chi.getKey()).isEqualTo(chi.getValue().get(1));
			assertThat(s.manda("DELETE", percorso, null, null).statusCode()).as(chi.getKey()).isEqualTo(403);
		}
	}

	/** Cockpit shows a responsabile buttons that change things: none of them does. */
	@Test
	void unResponsabileLeggeSoltanto() {
		Sessione responsabile = Sessione.di(app, "responsabile");
		String istanza = app.bean(org.camunda.bpm.engine.RuntimeService.class)
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(codice)
			.rootProcessInstances()
			.singleResult()
			.getId();
		assertThat(responsabile.get(REST + "/process-instance/" + istanza + "/variables").body())
			.contains("Comune di Crema");
		for (String[] vietata : new String[][] { { "DELETE", "/process-instance/" + istanza, null },
				{ "PUT", "/process-instance/" + istanza + "/variables/ente", "{\"value\":\"x\"}" },
				{ "PUT", "/process-instance/" + istanza + "/suspended", "{\"suspended\":true}" },
				{ "POST", "/process-instance/" + istanza + "/modification", "{\"instructions\":[]}" },
				{ "POST", "/task/" + task + "/claim", "{\"userId\":\"responsabile\"}" },
				{ "POST", "/task/" + task + "/submit-form", "{\"variables\":{}}" } }) {
			assertThat(responsabile.json(vietata[0], REST + vietata[1], vietata[2]).statusCode())
				.as(vietata[0] + " " + vietata[1])
				.isEqualTo(403);
		}
		assertThat(app.variabili(codice)).containsEntry("ente", "Comune di Crema");
	}

	/** Who reads only starts nothing; who may start it reaches his own enti only. */
	@Test
	void unAddendumLoRegistraChiSegueLEnte() {
		String avvio = REST + "/process-definition/key/registra-addendum/submit-form";
		String corpo = "{\"variables\":{\"candidatura\":{\"value\":\"" + codice
				+ "\"},\"fornitore\":{\"value\":\"Alfa\"},\"tipoAtto\":{\"value\":\"buono-ordine\"},"
				+ "\"dataContratto\":{\"value\":\"2022-05-25\"},\"oggetto\":{\"value\":\"Ore\"}}}";
		for (String chi : List.of("referente", "responsabile")) {
			assertThat(Sessione.di(app, chi).json("POST", avvio, corpo).statusCode()).as(chi).isEqualTo(403);
		}
		assertThat(Sessione.anonima(app).json("POST", avvio, corpo).statusCode()).isIn(401, 403);
		HttpResponse<String> altrove = Sessione.di(app, "operatore2").json("POST", avvio, corpo);
		assertThat(altrove.statusCode()).as(altrove.body()).isEqualTo(404);
		assertThat(altrove.body()).contains("La candidatura «" + codice + "» non esiste.");
		for (String chi : List.of("operatore", "rtd")) {
			HttpResponse<String> r = Sessione.di(app, chi).json("POST", avvio, corpo);
			assertThat(r.statusCode()).as(r.body()).isEqualTo(409);
			assertThat(r.body()).contains("La contrattualizzazione della candidatura " + codice + " non è conclusa");
		}
	}

	@Test
	void ilRifiutoArrivaComeEScritto() {
		Sessione operatore = Sessione.di(app, "operatore");
		HttpResponse<String> r = operatore.json("POST", REST + "/task/" + task + "/submit-form",
				"{\"variables\":{\"sito\":{\"value\":\"avviata\"},\"importo\":{\"value\":1}}}");
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(r.body()).contains(
				"\"message\":\"Il campo «importo» non fa parte di questo modulo: non è stato registrato nulla.\"");
		r = operatore.json("POST", REST + "/task/non-esiste/submit-form", "{\"variables\":{}}");
		assertThat(r.statusCode()).isEqualTo(409);
		assertThat(r.body()).contains("L'attività è già stata completata");
	}

	@Test
	void senzaTokenNienteScritture() {
		Sessione operatore = Sessione.di(app, "operatore");
		HttpResponse<String> r = operatore.manda("POST", "/accesso", "application/x-www-form-urlencoded",
				"utente=admin&password=admin");
		assertThat(r.statusCode()).isEqualTo(403);
		r = operatore.manda("POST", "/uscita", "application/x-www-form-urlencoded", "");
		assertThat(r.statusCode()).isEqualTo(403);
	}

	@Test
	void ilLoginDelleWebappEChiuso() {
		HttpResponse<String> r = Sessione.anonima(app)
			.manda("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "application/x-www-form-urlencoded",
					"username=admin&password=admin");
		assertThat(r.statusCode()).isIn(401, 403);
	}

	@Test
	void termini() {
		Sessione script = Sessione.basic(app, "operatore", "operatore");
		HttpResponse<String> r = script.get("/api/v1/termini?decorrenza=2022-08-31&termine=P6M");
		assertThat(r.statusCode()).isEqualTo(200);
		assertThat(r.body()).contains("\"decorrenza\":\"2022-08-31\"", "\"termine\":\"P6M\"",
				"\"civile\":\"2023-02-28\"", "\"prudenziale\":\"2023-02-27\"", "\"legale\":\"2023-02-28\"",
				"\"spiegazione\":\"6 mesi");
		assertThat(script.get("/api/v1/termini?decorrenza=2022-08-19T22:03:00Z&termine=P5D").body())
			.contains("\"decorrenza\":\"2022-08-20\"", "\"civile\":\"2022-08-25\"");
		r = script.json("POST", "/api/v1/termini",
				"[{\"decorrenza\":\"2022-08-19\",\"termine\":\"P9M\"},{\"decorrenza\":\"2022-03-25\",\"termine\":\"P9M\"}]");
		assertThat(r.statusCode()).isEqualTo(200);
		assertThat(r.body().indexOf("2023-05-19")).isPositive().isLessThan(r.body().indexOf("2022-12-27"));
		r = script.json("POST", "/api/v1/termini",
				"[{\"decorrenza\":\"2022-08-19\",\"termine\":\"P9M\"},{\"decorrenza\":\"2022-03-25\",\"termine\":\"P9Y\"}]");
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(r.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
		assertThat(r.body()).contains("Riga 2").contains("P9Y");
		for (String q : List.of("decorrenza=2022-02-30&termine=P5D", "decorrenza=2022-08-19&termine=P0D",
				"decorrenza=2022-08-19", "termine=P5D", "decorrenza=&termine=")) {
			assertThat(script.get("/api/v1/termini?" + q).statusCode()).as(q).isEqualTo(422);
		}
		assertThat(script.json("POST", "/api/v1/termini", "{").statusCode()).isEqualTo(400);
		assertThat(script.json("POST", "/api/v1/termini", "{").body()).contains("\"detail\":\"Il corpo");
	}

	@Test
	void importoECronoprogramma() {
		Sessione script = Sessione.basic(app, "rtd", "rtd");
		HttpResponse<String> r = script.get("/api/v1/avvisi/" + APRILE + "/importo?popolazione=4999&servizi=4");
		assertThat(r.statusCode()).isEqualTo(200);
		assertThat(r.body()).contains("\"fascia\":\"fino a 5.000\"", "\"importo\":79922.00", "\"minServizi\":0",
				"\"maxServizi\":4", "\"unitario\":12755.00", "\"importo\":51020.00");
		assertThat(script.get("/api/v1/avvisi/" + APRILE + "/cronoprogramma?popolazione=4999").body()).contains(
				"\"cup\":\"P5D\"", "\"contrattualizzazione\":\"P6M\"", "\"completamento\":\"P9M\"",
				"\"limite\":\"P15M\"");
		assertThat(script.get("/api/v1/avvisi").body()).contains(APRILE, "\"decreto\":\"32/2022\"",
				"\"chiusura\":\"2022-09-02\"");
		assertThat(script.get("/api/v1/avvisi/" + APRILE + "/importo?popolazione=4999&servizi=5").body())
			.contains("da 0 a 4");
		assertThat(script.get("/api/v1/avvisi/inesistente/importo?popolazione=4999").statusCode()).isEqualTo(404);
		for (String q : List.of("popolazione=0", "popolazione=-1", "popolazione=abc", "servizi=1",
				"popolazione=4999&servizi=-1", "popolazione=99999999999")) {
			HttpResponse<String> no = script.get("/api/v1/avvisi/" + APRILE + "/importo?" + q);
			assertThat(no.statusCode()).as(q).isEqualTo(422);
			assertThat(no.body()).as(q).contains("\"detail\"");
		}
		assertThat(script.get("/v3/api-docs").body()).contains("/api/v1/termini");
		assertThat(script.get("/api/v1/inesistente").statusCode()).isEqualTo(404);
	}

	@Test
	void lOrologioLoMuoveSoloLAmministratore() {
		assertThat(Sessione.basic(app, "operatore", "operatore")
			.manda("POST", "/api/v1/demo/orologio?avanti=P1D", null, null)
			.statusCode()).isEqualTo(403);
		Sessione admin = Sessione.basic(app, "admin", "admin");
		assertThat(admin.manda("POST", "/api/v1/demo/orologio?avanti=ieri", null, null).statusCode()).isEqualTo(422);
		assertThat(admin.manda("POST", "/api/v1/demo/orologio?avanti=P-1D", null, null).statusCode()).isEqualTo(422);
		java.time.LocalDate oggi = app.oggi();
		HttpResponse<String> r = admin.manda("POST", "/api/v1/demo/orologio?avanti=P1D", null, null);
		assertThat(r.statusCode()).isEqualTo(200);
		assertThat(r.body()).contains("\"oggi\":\"" + oggi.plusDays(1) + "\"");
		assertThat(app.oggi()).isEqualTo(oggi.plusDays(1));
	}

}
