package it.cronoprogramma;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Page;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.DocumentoRepository;
import it.cronoprogramma.candidatura.TipoDocumento;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.FileDiProva;
import it.cronoprogramma.prova.Navigatore;
import it.cronoprogramma.prova.Rotta;
import it.cronoprogramma.prova.Sessione;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody of ill will would try, by real HTTP and in a real browser.
 */
class SondeIT {

	private static final String REST = "/camunda/api/engine/engine/default";

	private static final String MODULO = "application/x-www-form-urlencoded";

	/** Would run if a page took it for its own. */
	private static final String HTML = "<img src=x onerror=\"window.bucata=1\"><script>window.bucata=1</script>";

	/** The engine logs a stack trace for whatever it refuses: thousands, here. */
	private static final String MUTO = "logging.level.org.camunda=OFF";

	/** So slowly does the limit give way that a busy machine makes no difference. */
	private static final String LENTO = "cronoprogramma.accesso.finestra=2h";

	private static Applicazione app;

	private static Ente ente;

	private static String candidatura;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-05-26", MUTO, LENTO);
		ente = app.nuovoComune("Comune " + HTML, 4000);
		candidatura = app.finanziata(ente, "2022-06-20");
	}

	@AfterAll
	static void ferma() {
		app.close();
	}

	@Test
	void lAccessoCambiaSessione() {
		Esterno chiunque = new Esterno("198.51.100.1");
		chiunque.chiedi("GET", "/accesso", null, null);
		String prima = chiunque.sessione();
		HttpResponse<String> dentro = chiunque.accedi("operatore", "operatore");
		assertThat(dentro.headers().firstValue("Location")).get().asString().doesNotContain("accesso");
		assertThat(chiunque.sessione()).isNotEqualTo(prima);
		// whoever had planted the first one has nothing
		HttpResponse<String> piantata = new Esterno("198.51.100.1").con("Cookie", "JSESSIONID=" + prima)
			.chiedi("GET", "/", null, null);
		assertThat(piantata.statusCode()).isEqualTo(302);
		assertThat(piantata.headers().firstValue("Location")).get().asString().endsWith("/accesso");
		assertThat(chiunque.chiedi("GET", "/;jsessionid=" + chiunque.sessione(), null, null).statusCode())
			.isEqualTo(400);
	}

	@Test
	void senzaTokenNessunaPaginaScrive() {
		Sessione admin = Sessione.di(app, "admin");
		Sessione rtd = Sessione.di(app, "rtd");
		int provate = 0;
		for (Rotta r : Rotta.tutte(app)) {
			if (r.metodo().equals("POST") && !r.percorso().startsWith("/camunda/")
					&& !r.percorso().startsWith("/api/")) {
				for (Sessione s : List.of(admin, rtd)) {
					HttpResponse<String> negata = s.manda("POST", r.percorso().replaceAll("\\{[^}]+}", "x1"), MODULO,
							"_csrf=falso");
					assertThat(negata.statusCode()).as(r.toString()).isEqualTo(403);
				}
				provate++;
			}
		}
		assertThat(provate).isGreaterThan(25);
		Esterno senza = new Esterno("198.51.100.2").con("Accept", "text/html");
		senza.accedi("operatore", "operatore");
		assertThat(senza.chiedi("POST", "/candidature/" + candidatura + "/documenti", MODULO, "").body())
			.contains("era scaduta, e nulla è stato cambiato");
		HttpResponse<String> risposta = senza.chiedi("POST", REST + "/task/x/claim", "application/json", "{}");
		assertThat(risposta.statusCode()).isEqualTo(403);
		assertThat(risposta.body()).contains("La pagina è scaduta: la ricarichi e riprovi.");
	}

	@Test
	void iRifiutiSonoInItaliano() {
		Esterno browser = new Esterno("198.51.100.8").con("Accept", "text/html");
		browser.accedi("operatore", "operatore");
		HttpResponse<String> pagina = browser.chiedi("GET", "/importazioni", null, null);
		assertThat(pagina.statusCode()).isEqualTo(403);
		assertThat(pagina.body()).contains("Non consentito", "Il suo ruolo non consente questa operazione");
		Sessione operatore = Sessione.di(app, "operatore");
		HttpResponse<String> motore = operatore.json("POST",
				REST + "/process-definition/key/registra-revoca/submit-form", "{\"variables\":{}}");
		assertThat(motore.statusCode()).isEqualTo(403);
		assertThat(motore.body()).contains("Il suo ruolo non consente questa operazione")
			.doesNotContain("permission", "AuthorizationException");
		HttpResponse<String> script = Sessione.basic(app, "operatore", "operatore").get("/api/v1/importazioni/1");
		assertThat(script.statusCode()).isEqualTo(403);
		assertThat(script.body()).contains("Il suo ruolo non consente questa operazione");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/stile/../application.yaml", "/stile/..%2fapplication.yaml",
			"/stile/%2e%2e/application.yaml", "/stile/..%5capplication.yaml", "/stile/%252e%252e/application.yaml",
			"/webjars/bootstrap-italia/../../application.yaml", "/webjars/bootstrap-italia/..%2f..%2fapplication.yaml",
			"/camunda/lib/..%2f..%2fapplication.yaml", "/camunda/assets/..;/..;/application.yaml",
			"/andamento/..%2f..%2fapplication.csv", "/tabelle/..%2f..%2fapplication.yaml",
			"/tabelle/..%2fprocesses%2favvisi", "/camunda/api/cockpit/plugin/base/static/..%2f..%2fplugin.js" })
	void daiPercorsiNonSiRisale(String percorso) {
		Esterno admin = new Esterno("198.51.100.3");
		admin.accedi("admin", "admin");
		HttpResponse<String> risposta = admin.chiedi("GET", percorso, null, null);
		assertThat(risposta.statusCode()).isIn(302, 400, 403, 404, 422);
		assertThat(risposta.body()).doesNotContain("datasource", "spring:");
	}

	@Test
	void ilNomeDiUnDocumentoEUnNome() {
		Sessione suo = Sessione.di(app, ente.id());
		String pagina = "/candidature/" + candidatura;
		for (String nome : List.of("../../../tmp/evasione.txt", "..\\\\..\\\\evasione.txt", "a%0d%0aX-Mio: si.txt")) {
			HttpResponse<String> risposta = suo.carica(pagina + "/documenti",
					Map.of("_csrf", suo.token(), "tipo", "altro"),
					Map.of(nome, ("nota " + nome).getBytes(StandardCharsets.UTF_8)));
			// refused, or taken by its last part
			assertThat(risposta.statusCode()).as(nome).isIn(302, 422);
		}
		List<String> nomi = app.bean(JdbcClient.class)
			.sql("SELECT nome FROM documento WHERE candidatura = ?")
			.param(candidatura)
			.query(String.class)
			.list();
		assertThat(nomi).noneMatch((n) -> n.matches("(?s).*[/\\\\\\r\\n].*"));
		assertThat(Files.exists(Path.of("/tmp/evasione.txt"))).isFalse();
		for (String id : app.bean(JdbcClient.class)
			.sql("SELECT id FROM documento WHERE candidatura = ?")
			.param(candidatura)
			.query(String.class)
			.list()) {
			HttpResponse<String> file = suo.get(pagina + "/documenti/" + id);
			assertThat(file.statusCode()).isEqualTo(200);
			assertThat(file.headers().firstValue("X-Mio")).isEmpty();
			assertThat(file.headers().firstValue("Content-Disposition")).get().asString().startsWith("attachment");
			assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		}
	}

	@Test
	void nelleMailNonSiScrivonoIntestazioni() throws IOException {
		Sessione admin = Sessione.di(app, "admin");
		int n = 0;
		for (Map<String, String> campi : List.of(Map.of("email", "a@b.example\r\nBcc: spia@b.example"),
				Map.of("nome", "Mario\r\nBcc: spia@b.example"), Map.of("cognome", "Rossi\nBcc: spia@b.example"))) {
			Map<String, String> tutti = new LinkedHashMap<>(Map.of("id", "nuovo" + n++, "nome", "Mario", "cognome",
					"Rossi", "email", "m@b.example", "ruoli", "operatore", "enti", ente.codiceIpa()));
			tutti.putAll(campi);
			admin.manda("POST", "/anagrafe/utenti", MODULO, modulo(tutti, admin.token()));
		}
		app.alle("2022-07-01T10:00");
		try (Stream<Path> posta = Files.exists(app.posta()) ? Files.walk(app.posta()) : Stream.empty()) {
			assertThat(posta.filter(Files::isRegularFile))
				.allSatisfy((f) -> assertThat(intestazioni(f)).as(f.toString())
					.noneMatch((riga) -> riga.toLowerCase().startsWith("bcc:")));
		}
		assertThat(app.bean(JdbcClient.class)
			.sql("SELECT email_ FROM ACT_ID_USER WHERE email_ LIKE '%spia%'")
			.query(String.class)
			.list()).isEmpty();
	}

	private static List<String> intestazioni(Path mail) {
		try {
			return Files.readString(mail).lines().takeWhile((r) -> !r.isEmpty()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String modulo(Map<String, String> campi, String token) {
		StringBuilder corpo = new StringBuilder("_csrf=").append(codificato(token));
		campi.forEach((nome, valore) -> corpo.append('&').append(nome).append('=').append(codificato(valore)));
		return corpo.toString();
	}

	private static String codificato(String testo) {
		return URLEncoder.encode(testo, StandardCharsets.UTF_8);
	}

	@Test
	void cioCheSiScriveRestaTesto() {
		app.bean(DocumentoRepository.class)
			.carica(candidatura, TipoDocumento.ALTRO, null,
					FileDiProva.pdf("img src=x onerror=window.bucata=1.pdf", "x"), new Autore(ente.id(), app.adesso()));
		Sessione suo = Sessione.di(app, ente.id());
		String attivita = app.attivita(candidatura, "registraContratto").getId();
		assertThat(suo
			.json("POST", REST + "/task/" + attivita + "/comment/create", "{\"message\":" + virgolette(HTML) + "}")
			.statusCode()).isEqualTo(200);
		app.avviaProcesso("rtd", "registra-differimento",
				Map.of("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "pec", "giorni", 5, "atto",
						HTML, "dataAtto", "2022-06-20", "ambito", "una", "candidatura", candidatura));
		String istanza = app.attivita(candidatura, "registraContratto").getProcessInstanceId();
		try (Navigatore browser = Navigatore.apri(app)) {
			Page p = browser.entra("rtd", "/");
			for (String percorso : List.of("/", "/candidature", "/candidature/" + candidatura,
					"/candidature/" + candidatura + "/conformita", "/enti/" + ente.id(), "/portafoglio?per=ente",
					"/andamento", "/differimenti", "/differimenti/1", "/anagrafe/enti", "/anagrafe/enti/" + ente.id(),
					"/anagrafe/utenti/" + ente.id(), "/anagrafe/registro", "/importazioni",
					"/?referente=" + codificato(HTML), "/candidature?ente=" + codificato(HTML))) {
				p.navigate(browser.indirizzo(percorso));
				p.waitForLoadState();
				innocua(p, percorso);
			}
			String tasklist = "/camunda/app/tasklist/default/#/?task=" + attivita;
			p.navigate(browser.indirizzo(tasklist));
			p.locator(".fjs-container").first().waitFor();
			innocua(p, tasklist);
			assertThat(p.locator(".fjs-container").first().innerText()).contains("Comune " + HTML);
			p.getByText("Storico", new Page.GetByTextOptions().setExact(true)).first().click();
			p.getByText(HTML).first().waitFor();
			innocua(p, "i commenti");
			String cockpit = "/camunda/app/cockpit/default/#/process-instance/" + istanza + "/runtime";
			p.navigate(browser.indirizzo(cockpit));
			p.locator("[cam-widget-variables-table] tbody tr").first().waitFor();
			innocua(p, cockpit);
		}
	}

	/** Every page there is, whoever adds one: also those that say no. */
	@Test
	void ogniPaginaSiUsaSenzaBarriere() {
		Set<String> pagine = new TreeSet<>(List.of("/nulla", "/accesso?errore", "/candidature?misura=x"));
		Sessione rtd = Sessione.di(app, "rtd");
		for (Rotta r : Rotta.tutte(app)) {
			if (r.metodo().equals("GET") && !r.percorso().matches("/(camunda|api|v3|webjars)/.*|.*[*].*|/error")) {
				String percorso = conId(r.percorso());
				HttpResponse<String> pagina = rtd.get(percorso);
				if (pagina.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
						|| pagina.statusCode() == 403) {
					pagine.add(percorso);
				}
			}
		}
		assertThat(pagine).hasSizeGreaterThan(30);
		try (Navigatore browser = Navigatore.apri(app)) {
			Page p = browser.entra("rtd", "/");
			for (String percorso : pagine) {
				p.navigate(browser.indirizzo(percorso));
				assertThat(Esame.violazioni(p)).as(percorso).isEmpty();
				assertThat(p.locator("h1").count()).as(percorso).isEqualTo(1);
				assertThat(p.locator("html").getAttribute("lang")).as(percorso).isEqualTo("it");
			}
		}
	}

	private static String conId(String percorso) {
		return percorso.replace("{codice}", candidatura)
			.replace("/anagrafe/referenti/{id}", "/anagrafe/referenti/R" + ente.id())
			.replace("/anagrafe/gestioni/{id}", "/anagrafe/gestioni/gestione1")
			.replace("/anagrafe/utenti/{id}", "/anagrafe/utenti/" + ente.id())
			.replace("enti/{id}", "enti/" + ente.id())
			.replace("{ente}", ente.id())
			.replaceAll("\\{[^}]+}", "1");
	}

	private static void innocua(Page p, String dove) {
		assertThat(p.evaluate("window.bucata")).as(dove).isNull();
		assertThat(p.locator("img[src=x]").count()).as(dove).isZero();
	}

	private static String virgolette(String testo) {
		return "\"" + testo.replace("\"", "\\\"") + "\"";
	}

	@Test
	void corpiTroppoGrandi() {
		String grande = "{\"decorrenza\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";
		Sessione script = Sessione.basic(app, "operatore", "operatore");
		Sessione operatore = Sessione.di(app, "operatore");
		for (HttpResponse<String> risposta : List.of(script.json("POST", "/api/v1/termini", grande),
				operatore.json("POST", REST + "/task", grande),
				operatore.manda("POST", "/differimenti/1/interrompi", MODULO, grande))) {
			assertThat(risposta.statusCode()).isEqualTo(413);
			assertThat(risposta.body()).contains("La richiesta è troppo grande: ne sono ammessi 1024 KB");
		}
		// without saying beforehand how large it is
		Esterno afiotti = new Esterno("198.51.100.4").con("Authorization",
				"Basic " + Base64.getEncoder().encodeToString("operatore:operatore".getBytes(StandardCharsets.UTF_8)));
		HttpResponse<String> risposta = afiotti.manda("POST", "/api/v1/termini", "application/json",
				HttpRequest.BodyPublishers
					.ofInputStream(() -> new ByteArrayInputStream(grande.getBytes(StandardCharsets.UTF_8))));
		assertThat(risposta.statusCode()).isEqualTo(413);
	}

	@Test
	void jsonSenzaFondo() {
		String fondo = "[".repeat(200_000);
		Sessione operatore = Sessione.di(app, "operatore");
		for (HttpResponse<String> risposta : List.of(
				Sessione.basic(app, "operatore", "operatore").json("POST", "/api/v1/termini", fondo),
				operatore.json("POST", REST + "/task", "{\"orQueries\":" + fondo),
				operatore.json("POST", REST + "/task/x/submit-form", "{\"variables\":" + fondo),
				operatore.json("POST", REST + "/process-definition/key/nuova-candidatura/submit-form",
						"{\"variables\":{\"ente\":{\"value\":" + fondo))) {
			assertThat(risposta.statusCode()).isBetween(400, 499);
			assertThat(risposta.body()).doesNotContain("StackOverflow");
		}
		assertThat(operatore.get("/").statusCode()).isEqualTo(200);
	}

	@Test
	void unModelloNonLeggeFile() {
		String modello = """
				<?xml version="1.0"?>
				<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>
				<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
				<process id="xxe" name="&file;&b;" isExecutable="true"><startEvent id="s"/></process></definitions>""";
		Sessione admin = Sessione.di(app, "admin");
		HttpResponse<String> risposta = admin.carica(REST + "/deployment/create", Map.of("deployment-name", "xxe"),
				Map.of("xxe.bpmn", modello.getBytes(StandardCharsets.UTF_8)));
		assertThat(risposta.statusCode()).isBetween(400, 599);
		assertThat(app.bean(RepositoryService.class).createProcessDefinitionQuery().processDefinitionKey("xxe").count())
			.isZero();
		assertThat(risposta.body()).doesNotContain("root:", "aaaaaaaaaa");
	}

	/** Pages and API take each parameter as a value, whatever is in it. */
	@ParameterizedTest
	@ValueSource(strings = { "' OR '1'='1", "1; DROP TABLE candidatura --", "') UNION SELECT id FROM ente --", "%",
			"\\", "\u0000" })
	void neiParametriNonCeSql(String pezzo) {
		long prima = candidature();
		Map<String, Set<String>> parametri = parametri();
		assertThat(parametri).hasSizeGreaterThan(20);
		Sessione pagine = Sessione.di(app, "operatore3");
		Sessione script = Sessione.basic(app, "operatore3", "operatore3");
		parametri.forEach((percorso, nomi) -> nomi.forEach((nome) -> {
			String domanda = percorso.replaceAll("\\{[^}]+}", codificato(pezzo).replace("%00", "x").replace("%5C", "x"))
					+ "?" + nome + "=" + codificato(pezzo);
			HttpResponse<String> risposta = (percorso.startsWith("/api/") ? script : pagine).get(domanda);
			assertThat(risposta.statusCode()).as(domanda).isLessThan(500);
			assertThat(risposta.body()).as(domanda)
				.doesNotContain(candidatura, ente.codiceIpa(), "SQLException", "Syntax error", "JdbcSQL");
		}));
		for (String nome : List.of("sortBy", "sortOrder", "processInstanceId", "tenantIdIn", "nameLike",
				"processVariables", "taskVariables")) {
			HttpResponse<String> risposta = pagine.get(REST + "/task?sortOrder=asc&" + nome + "=" + codificato(pezzo));
			assertThat(risposta.statusCode()).as(nome).isLessThan(500);
			assertThat(risposta.body()).doesNotContain(candidatura);
		}
		assertThat(candidature()).isEqualTo(prima);
	}

	private static long candidature() {
		return app.bean(JdbcClient.class).sql("SELECT COUNT(*) FROM candidatura").query(Long.class).single();
	}

	/** The parameters of what is read, by path. */
	private static Map<String, Set<String>> parametri() {
		Map<String, Set<String>> parametri = new LinkedHashMap<>();
		for (RequestMappingHandlerMapping m : app.beans(RequestMappingHandlerMapping.class)) {
			m.getHandlerMethods().forEach((info, metodo) -> {
				Set<String> nomi = nomi(metodo);
				if (!nomi.isEmpty() && info.getMethodsCondition().getMethods().toString().contains("GET")) {
					info.getPatternValues().forEach((percorso) -> parametri.put(percorso, nomi));
				}
			});
		}
		return parametri;
	}

	private static Set<String> nomi(HandlerMethod metodo) {
		Set<String> nomi = new TreeSet<>();
		for (MethodParameter p : metodo.getMethodParameters()) {
			p.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
			if (p.hasParameterAnnotation(RequestParam.class)) {
				nomi.add(p.getParameterName());
			}
			else if (p.getParameterType().isRecord()) {
				Arrays.stream(p.getParameterType().getRecordComponents()).forEach((c) -> nomi.add(c.getName()));
			}
		}
		return nomi;
	}

	@Test
	void chiProvaMolteUtenzeAspetta() {
		Esterno uno = new Esterno("203.0.113.7");
		List<String> esiti = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			esiti.add(uno.accedi("inesistente" + i, "x").headers().firstValue("Location").orElse(""));
		}
		assertThat(esiti.subList(0, 30)).allMatch((e) -> e.endsWith("/accesso?errore"));
		assertThat(esiti.subList(31, 40)).allMatch((e) -> e.endsWith("/accesso?attendi"));
		assertThat(uno.chiedi("GET", "/accesso?attendi", null, null).body())
			.contains("Troppi accessi falliti da questa rete");
		// even with the right password, which is not looked at
		assertThat(uno.accedi("operatore", "operatore").headers().firstValue("Location")).get()
			.asString()
			.endsWith("/accesso?attendi");
		HttpResponse<String> script = new Esterno("203.0.113.7")
			.con("Authorization",
					"Basic " + Base64.getEncoder().encodeToString("rtd:rtd".getBytes(StandardCharsets.UTF_8)))
			.chiedi("GET", "/api/v1/avvisi", null, null);
		assertThat(script.statusCode()).isEqualTo(429);
		assertThat(script.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 7200L);
		assertThat(script.body()).contains("Troppi accessi falliti da questo indirizzo");
		// elsewhere nobody waits
		assertThat(new Esterno("203.0.113.8").accedi("operatore", "operatore").headers().firstValue("Location")).get()
			.asString()
			.doesNotContain("accesso");
	}

	@Test
	void ogniAccessoERifiutoLasciaUnaRiga() {
		Logger log = (Logger) LoggerFactory.getLogger("cronoprogramma.accessi");
		ListAppender<ILoggingEvent> righe = new ListAppender<>();
		righe.start();
		log.addAppender(righe);
		try {
			Esterno uno = new Esterno("192.0.2.55");
			uno.accedi("mario%0d%0aaccesso+riuscito+utente=admin", "x");
			uno.accedi("operatore", "operatore");
			uno.chiedi("GET", "/importazioni", null, null);
			uno.chiedi("GET", REST + "/metrics", null, null);
			Sessione admin = Sessione.di(app, "admin");
			admin.json("PUT", REST + "/user/operatore3/profile",
					"{\"id\":\"operatore3\",\"firstName\":\"Tre\",\"lastName\":\"Tre\",\"email\":\"t@b.example\"}");
			admin.json("POST", REST + "/task", "{}");
		}
		finally {
			log.detachAppender(righe);
		}
		assertThat(righe.list.stream().map(ILoggingEvent::getFormattedMessage)).containsSubsequence(
				"accesso fallito (BadCredentialsException) utente=mario__accesso_riuscito_utente=admin da=192.0.2.55 richiesta=POST /accesso",
				"accesso riuscito utente=operatore da=192.0.2.55 richiesta=POST /accesso",
				"rifiutato (ruolo) utente=operatore da=192.0.2.55 richiesta=GET /importazioni",
				"rifiutato (ruolo) utente=operatore da=192.0.2.55 richiesta=GET " + REST + "/metrics",
				"accesso riuscito utente=admin da=127.0.0.1 richiesta=POST /accesso",
				"atto sul motore (204) utente=admin da=127.0.0.1 richiesta=PUT " + REST + "/user/operatore3/profile")
			.noneMatch((r) -> r.contains("\n") || r.endsWith("POST " + REST + "/task"));
	}

	@Test
	void chiNonEEntratoNonSaCheCosaCESotto() {
		Esterno chiunque = new Esterno("198.51.100.6");
		for (String percorso : List.of("/accesso", "/", "/password/x", "/api/v1/avvisi",
				"/camunda/app/tasklist/default/", REST + "/version", "/error", "/nulla", "/api/v1/%7B")) {
			HttpResponse<String> risposta = chiunque.chiedi("GET", percorso, null, null);
			assertThat(risposta.headers().firstValue("Server")).as(percorso).isEmpty();
			assertThat(risposta.headers().firstValue("X-Powered-By")).as(percorso).isEmpty();
			assertThat(risposta.body()).as(percorso)
				.doesNotContainPattern(Pattern.compile("7\\.24|Tomcat|Spring|Camunda|java\\.|Exception"));
		}
	}

	@Test
	void dietroTlsIlBrowserNonTornaInChiaro() {
		Esterno chiunque = new Esterno("198.51.100.7").con("X-Forwarded-Proto", "https");
		for (String percorso : List.of("/accesso", "/api/v1/avvisi", "/camunda/app/tasklist/default/",
				REST + "/task")) {
			assertThat(chiunque.chiedi("GET", percorso, null, null).headers().firstValue("Strict-Transport-Security"))
				.as(percorso)
				.get()
				.asString()
				.contains("max-age=31536000");
		}
	}

	/** Holes of AngularJS that are accepted are harmless because of this. */
	@Test
	void leWebappMostranoSoloImmaginiDiQui() {
		for (String pagina : List.of("tasklist", "cockpit", "admin", "welcome")) {
			HttpResponse<String> risposta = Sessione.di(app, "admin").get("/camunda/app/" + pagina + "/default/");
			assertThat(risposta.headers().firstValue("Content-Security-Policy")).as(pagina)
				.get()
				.asString()
				.contains("img-src 'self' data:;", "default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
		}
	}

	/** Somebody at an address of his own, with a browser of his own. */
	private static final class Esterno {

		private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

		private final CookieManager biscotti = new CookieManager();

		private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.biscotti).build();

		private final Map<String, String> intestazioni = new LinkedHashMap<>();

		private Esterno(String indirizzo) {
			this.intestazioni.put("X-Forwarded-For", indirizzo);
		}

		private Esterno con(String intestazione, String valore) {
			this.intestazioni.put(intestazione, valore);
			return this;
		}

		private HttpResponse<String> accedi(String utente, String password) {
			Matcher token = TOKEN.matcher(chiedi("GET", "/accesso", null, null).body());
			assertThat(token.find()).isTrue();
			return chiedi("POST", "/accesso", MODULO,
					"utente=" + utente + "&password=" + password + "&_csrf=" + codificato(token.group(1)));
		}

		private HttpResponse<String> chiedi(String metodo, String percorso, String tipo, String corpo) {
			return manda(metodo, percorso, tipo,
					(corpo == null) ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(corpo));
		}

		private HttpResponse<String> manda(String metodo, String percorso, String tipo,
				HttpRequest.BodyPublisher corpo) {
			HttpRequest.Builder richiesta = HttpRequest
				.newBuilder(URI.create("http://localhost:" + app.porta() + percorso))
				.method(metodo, corpo);
			this.intestazioni.forEach(richiesta::header);
			if (tipo != null) {
				richiesta.header("Content-Type", tipo);
			}
			try {
				return this.http.send(richiesta.build(), HttpResponse.BodyHandlers.ofString());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

		private String sessione() {
			return this.biscotti.getCookieStore()
				.getCookies()
				.stream()
				.filter((c) -> c.getName().equals("JSESSIONID"))
				.findFirst()
				.orElseThrow()
				.getValue();
		}

	}

}
