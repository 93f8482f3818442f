package it.cronoprogramma;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.processo.catalogo.CatalogoDmn;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.Navigatore;
import it.cronoprogramma.prova.Sessione;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A new avviso of a known misura on the running application: rows, no Java and no BPMN
 * (docs/nuovo-avviso.md). And what must not get in.
 */
class NuovoAvvisoIT {

	private static final String REST = "/camunda/api/engine/engine/default";

	private static final String M = "nuovo-avviso.dmn";

	/** What the model says, and what a test makes of it. */
	private static final String ESEMPIO = "1.4.1-comuni-2027-01";

	private static Applicazione app;

	private static Sessione admin;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-05-25");
		admin = Sessione.di(app, "admin");
	}

	@AfterAll
	static void ferma() {
		if (app != null) {
			app.close();
		}
	}

	// An avviso that was not there

	@Test
	void unAvvisoNuovoDaFileProprio() {
		String avviso = "1.4.1-comuni-2022-05";
		HttpResponse<String> r = carica(
				Map.of("a.dmn", nuovo("maggio", avviso).replace(">28902<", ">12345.50<").replace("P9M", "P10M")));
		assertThat(r.statusCode()).as(r.body()).isEqualTo(302);
		String pagina = admin.get("/tabelle").body();
		assertThat(pagina).contains("Le tabelle sono installate", "<strong>avvisi-maggio</strong>",
				"versione 1: 1 riga aggiunta, nessuna riga cambiata, nessuna riga tolta", "aggiunta: " + avviso,
				"<strong>importi-maggio</strong>", "versione 1: 2 righe aggiunte", "href=\"/tabelle/importi-maggio\"",
				"aggiunta dall&#39;ente");
		assertThat(ultimo().getName()).isEqualTo("Tabelle caricate da admin");

		lApplicazioneLoConosce(avviso, "12345.50");
		app.bean(CatalogoDmn.class).dimentica();
		lApplicazioneLoConosce(avviso, "12345.50");
		laCandidaturaSiApre(avviso);
	}

	private static void lApplicazioneLoConosce(String avviso, String fisso) {
		Sessione script = Sessione.basic(app, "operatore", "operatore");
		assertThat(script.get("/api/v1/avvisi").body()).contains("\"" + avviso + "\"");
		assertThat(script.get("/api/v1/avvisi/" + avviso + "/importo?popolazione=4999&servizi=2").body())
			.contains("\"unitario\":" + fisso, "\"fascia\":\"fino a 5.000\"");
		assertThat(script.get("/api/v1/avvisi/" + avviso + "/cronoprogramma?popolazione=33091").body())
			.contains("\"completamento\":\"P10M\"", "\"contrattualizzazione\":\"P6M\"");
		String modulo = Sessione.di(app, "operatore")
			.get(REST + "/process-definition/" + processo("nuova-candidatura") + "/deployed-start-form")
			.body();
		assertThat(modulo).contains("\"value\":\"" + avviso + "\"", "Esempio – aperto fino al 02/12/2022");
	}

	/** The same file in the words of another misura. */
	@Test
	void unAltraMisura() {
		String avviso = "1.4.3-pagopa-comuni-2022-06";
		String xml = nuovo("pagopa", avviso).replace("\"1.4.1 Esperienza", "\"1.4.3 pagoPA")
			.replace(
					"<text>\"1.4.1\"</text>\n\t\t\t\t</outputEntry>\n\t\t\t\t<outputEntry id=\"Regola_Avvisi_Avviso_Pacchetto\">\n\t\t\t\t\t<text>\"1.4.1\"</text>",
					"<text>\"1.4.3\"</text>\n\t\t\t\t</outputEntry>\n\t\t\t\t<outputEntry id=\"Regola_Avvisi_Avviso_Pacchetto\">\n\t\t\t\t\t<text>\"1.4.3-pagopa\"</text>")
			.replace("\"avviso-1-4-1\"", "\"avviso-1-4-3-pagopa\"");
		HttpResponse<String> r = carica(Map.of("pagopa.dmn", xml));
		assertThat(r.statusCode()).as(r.body()).isEqualTo(302);
		assertThat(Sessione.basic(app, "rtd", "rtd").get("/api/v1/avvisi").body()).contains(avviso,
				"\"misura\":\"1.4.3\"");
		laCandidaturaSiApre(avviso);
	}

	private static void laCandidaturaSiApre(String avviso) {
		Ente ente = app.nuovoComune(4200);
		String codice = app.nuovaCandidatura(ente.id(), ente, avviso);
		assertThat(app.candidatura(codice).avviso()).isEqualTo(avviso);
		assertThat(app.attivitaAperte(codice)).hasSize(1);
	}

	@Test
	void ilModelloSiInstallaComE() {
		HttpResponse<String> r = admin.get("/tabelle/modello");
		assertThat(r.headers().firstValue("Content-Disposition")).get()
			.asString()
			.startsWith("attachment;")
			.contains(M);
		assertThat(r.body()).isEqualTo(modello());
		assertThat(carica(Map.of(M, r.body())).statusCode()).isEqualTo(302);
		assertThat(Sessione.basic(app, "rtd", "rtd").get("/api/v1/avvisi").body()).contains(ESEMPIO);
		HttpResponse<String> scaricata = admin.get("/tabelle/cronoprogramma-NUOVO");
		assertThat(scaricata.body()).isEqualTo(modello());
		assertThat(scaricata.headers().firstValue("Content-Disposition")).get().asString().contains(M);

		// nobody uses it: it goes, if somebody says so
		String altro = modello().replace(ESEMPIO, "1.4.1-comuni-2027-02");
		assertThat(rifiuto(Map.of(M, altro))).contains("La tabella non contiene più l&#39;avviso «" + ESEMPIO + "»",
				"lo dichiari quando carica il file");
		assertThat(admin.carica("/tabelle", Map.of("togliendo", "si"), byteDi(Map.of(M, altro))).statusCode())
			.isEqualTo(302);
		assertThat(admin.get("/tabelle").body()).contains("1 riga cambiata");
		assertThat(Sessione.basic(app, "rtd", "rtd").get("/api/v1/avvisi").body()).doesNotContain(ESEMPIO);
	}

	@Test
	void correggereUnaRiga() {
		String avviso = "1.4.1-comuni-2022-03";
		String xml = nuovo("marzo", avviso);
		assertThat(carica(Map.of("marzo.dmn", xml)).statusCode()).isEqualTo(302);
		laCandidaturaSiApre(avviso);
		assertThat(carica(Map.of("marzo.dmn", xml.replace(">28902<", ">30000<"))).statusCode()).isEqualTo(302);
		assertThat(admin.get("/tabelle").body()).contains("versione 2: nessuna riga aggiunta, 1 riga cambiata",
				"cambiata: " + avviso + ", abitanti [1..5000]");
		assertThat(Sessione.basic(app, "rtd", "rtd")
			.get("/api/v1/avvisi/" + avviso + "/importo?popolazione=100&servizi=0")
			.body()).contains("30000.00");

		// somebody uses it: it stays, whatever one says
		long prima = depositi();
		HttpResponse<String> r = admin.carica("/tabelle", Map.of("togliendo", "si"),
				byteDi(Map.of("marzo.dmn", xml.replace(avviso, "1.4.1-comuni-2022-02"))));
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(r.body())
			.contains("La tabella non contiene più l&#39;avviso «" + avviso + "», che ha 1 candidatura");
		assertThat(depositi()).isEqualTo(prima);
	}

	/**
	 * As when a new version of the application brings an avviso that the ente had made.
	 */
	@Test
	void unAvvisoPassaDaUnFileAUnAltro() {
		String avviso = "1.4.1-comuni-2022-01";
		assertThat(carica(Map.of("primo.dmn", nuovo("primo", avviso))).statusCode()).isEqualTo(302);
		laCandidaturaSiApre(avviso);
		String vuoto = nuovo("primo", avviso).replaceAll("(?s)<rule .*?</rule>", "");
		assertThat(rifiuto(Map.of("secondo.dmn", nuovo("secondo", avviso)))).contains("c&#39;è già");
		assertThat(carica(mappa("primo.dmn", vuoto, "secondo.dmn", nuovo("secondo", avviso))).statusCode())
			.isEqualTo(302);
		assertThat(admin.get("/tabelle").body()).contains("nessuna riga cambiata, 1 riga tolta");
		laCandidaturaSiApre(avviso);
	}

	@Test
	void piuFileInUnaVolta() {
		String primo = nuovo("uno", "1.4.1-comuni-2022-07");
		String secondo = nuovo("due", "1.4.1-comuni-2022-08");
		assertThat(rifiuto(mappa("uno.dmn", primo, "due.dmn", secondo.replace("P9M", "nove mesi"))))
			.contains("due.dmn, tabella «cronoprogramma-due», riga 1", "«nove mesi»");
		assertThat(definizione("avvisi-uno")).as("tutti o nessuno").isNull();
		assertThat(rifiuto(mappa("uno.dmn", primo, "due.dmn", secondo.replace("Definizioni_due", "Definizioni_uno"))))
			.contains("ha lo stesso id di uno.dmn, «Definizioni_uno»");
		assertThat(rifiuto(mappa("uno.dmn", primo, "due.dmn", primo.replace("Definizioni_uno", "Definizioni_due"))))
			.contains("La tabella «avvisi-uno» è in due file");
		assertThat(carica(mappa("uno.dmn", primo, "due.dmn", secondo)).statusCode()).isEqualTo(302);
		assertThat(definizione("avvisi-uno").getDeploymentId()).isEqualTo(definizione("importi-due").getDeploymentId());
	}

	// What must not get in

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "[1..5000] | [1..6000] | vale anche, da 5.001 a 6.000 abitanti, la riga 2",
					"[1..5000] | [1..4000] | da 4.001 a 5.000 abitanti non c&#39;è nessuna fascia",
					"\"2022-12-02\" | \"02/12/2022\" | colonna «chiusura»: «02/12/2022»: serve un giorno che esiste",
					"\"avviso-1-4-1\" | \"avviso-1-2\" | serve «avviso-1-4-1»",
					"\"P5D\" | \"P5G\" | «P5G»: serve una durata", "28902 | 28.902,00 | «28.902,00»: serve un importo",
					"28902 | sum([1,2]) | «sum([1,2])»: serve un importo", "UNIQUE | FIRST | serve UNIQUE",
					"name=\"titolo\" | name=\"Titolo\" | manca la colonna di uscita «titolo»",
					"id=\"importi-brutto\" | id=\"importo-brutto\" | la tabella «importo-brutto» non è tra quelle",
					"1.4.1-comuni-2022-10 | 1.4.1-comuni-2022-04 | «1.4.1-comuni-2022-04» c&#39;è già" })
	void unaTabellaSbagliata(String vecchio, String nuovo, String atteso) {
		String xml = nuovo("brutto", "1.4.1-comuni-2022-10");
		assertThat(xml).contains(vecchio);
		assertThat(rifiuto(Map.of("brutto.dmn", xml.replace(vecchio, nuovo)))).contains("brutto.dmn", atteso);
		assertThat(Sessione.basic(app, "rtd", "rtd").get("/api/v1/avvisi").body())
			.doesNotContain("1.4.1-comuni-2022-10");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', value = { "x.dmn | '' | x.dmn: il file è vuoto",
			"x.dmn | '<!DOCTYPE html><html><body>Accesso</body></html>' | x.dmn: è una pagina web",
			"x.dmn | 'PK\u0003\u0004eccetera' | x.dmn: è un archivio zip",
			"x.dmn | 'codice;titolo' | x.dmn: non si legge come DMN",
			"x.dmn | '<?xml version=\"1.0\"?><altro/>' | x.dmn: non si legge come DMN",
			"x.dmn | '<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d>&e;</d>' | x.dmn: contiene una dichiarazione DOCTYPE",
			"x.bpmn | '<?xml version=\"1.0\"?><definitions/>' | x.bpmn: il nome non finisce con .dmn" })
	void nonEUnaTabella(String nome, String contenuto, String atteso) {
		assertThat(rifiuto(Map.of(nome, contenuto))).contains(atteso).doesNotContain("root:");
	}

	/**
	 * Another encoding hides the declaration from the first look, not from the parser.
	 */
	@Test
	void nessunaEntitaEsterna() {
		String xxe = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
				+ "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"&e;\" namespace=\"n\"/>";
		long prima = depositi();
		HttpResponse<String> r = admin.carica("/tabelle", Map.of(),
				Map.of("x.dmn", xxe.getBytes(StandardCharsets.UTF_16)));
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(r.body()).contains("x.dmn: non si legge come DMN").doesNotContain("root:");
		assertThat(depositi()).isEqualTo(prima);
	}

	@Test
	void nessunFileOUnoTroppoGrande() {
		assertThat(rifiuto(Map.of())).contains("Non ha scelto nessun file");
		assertThat(rifiuto(Map.of("", ""))).contains("Non ha scelto nessun file");
		for (int mega : new int[] { 2, 12 }) {
			long prima = depositi();
			HttpResponse<String> r = admin.carica("/tabelle", Map.of(), Map.of("x.dmn", new byte[mega << 20]));
			assertThat(r.statusCode()).as(mega + " MB").isEqualTo(302);
			assertThat(r.headers().firstValue("Location")).get().asString().endsWith("/tabelle?troppo=si");
			assertThat(admin.get("/tabelle?troppo=si").body()).contains("I file sono troppo grandi: al massimo 1 MB");
			assertThat(depositi()).isEqualTo(prima);
		}
	}

	/** The page is not the only way in. */
	@Test
	void ancheDallaRestDelMotore() {
		long prima = depositi();
		String xml = nuovo("rest", "1.4.1-comuni-2022-11");
		HttpResponse<String> r = rest(xml.replace("[1..5000]", "[1..6000]"));
		assertThat(r.statusCode()).as(r.body()).isEqualTo(400);
		assertThat(r.body()).contains("Le tabelle non sono state installate", "da 5.001 a 6.000 abitanti",
				"importi-rest", "riga 1 (1.4.1-comuni-2022-11, abitanti [1..6000]");
		assertThat(depositi()).isEqualTo(prima);
		assertThat(definizione("avvisi-rest")).isNull();
		assertThat(Sessione.basic(app, "rtd", "rtd").get("/api/v1/avvisi").statusCode()).isEqualTo(200);

		assertThat(rest(xml).statusCode()).isEqualTo(200);
		assertThat(definizione("avvisi-rest")).isNotNull();
	}

	private static HttpResponse<String> rest(String xml) {
		String confine = "confine123";
		String corpo = "--" + confine + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nrest\r\n--"
				+ confine + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"rest.dmn\"\r\n"
				+ "Content-Type: application/octet-stream\r\n\r\n" + xml + "\r\n--" + confine + "--\r\n";
		return admin.manda("POST", REST + "/deployment/create", "multipart/form-data; boundary=" + confine, corpo);
	}

	// Who

	@ParameterizedTest
	@ValueSource(strings = { "operatore", "referente", "rtd", "responsabile" })
	void soloLAmministratore(String chi) {
		Sessione s = Sessione.di(app, chi);
		for (String percorso : List.of("/tabelle", "/tabelle/modello", "/tabelle/avvisi")) {
			assertThat(s.get(percorso).statusCode()).as(percorso).isEqualTo(403);
		}
		assertThat(s.get("/").body()).doesNotContain("/tabelle");
		long prima = depositi();
		assertThat(s.carica("/tabelle", Map.of("_csrf", tokenDi(s)), byteDi(Map.of(M, modello()))).statusCode())
			.isEqualTo(403);
		assertThat(depositi()).isEqualTo(prima);
	}

	@Test
	void nessunoSenzaAccessoNeSenzaToken() {
		long prima = depositi();
		assertThat(Sessione.anonima(app).carica("/tabelle", Map.of(), byteDi(Map.of(M, modello()))).statusCode())
			.isIn(302, 403);
		assertThat(admin
			.manda("POST", "/tabelle", "multipart/form-data; boundary=x",
					"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + M + "\"\r\n\r\n" + modello()
							+ "\r\n--x--\r\n")
			.statusCode()).isEqualTo(403);
		assertThat(depositi()).isEqualTo(prima);
		assertThat(admin.get("/").body()).contains("href=\"/tabelle\"");
		HttpResponse<String> r = admin.get("/tabelle/inesistente");
		assertThat(r.statusCode()).isEqualTo(404);
		assertThat(r.body()).contains("La tabella «inesistente» non è installata");
	}

	// In the browser

	@Test
	void caricareConLaTastieraESulTelefono() throws IOException {
		Path cartella = Files.createTempDirectory("tabelle");
		Path sbagliato = Files.writeString(cartella.resolve("sbagliato.dmn"),
				nuovo("tastiera", "1.4.1-comuni-2022-12").replace("[1..5000]", "[1..6000]"));
		Path giusto = Files.writeString(cartella.resolve("giusto.dmn"), nuovo("tastiera", "1.4.1-comuni-2022-12"));
		try (Navigatore browser = Navigatore.apri(app)) {
			Page pagina = browser.entra("admin", "/");
			pagina.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tabelle")).press("Enter");
			assertThat(pagina).hasTitle("Tabelle – Cronoprogramma");
			assertThat(violazioni(pagina)).isEmpty();
			largaQuantoLoSchermo(pagina);

			pagina.getByLabel("File .dmn").setInputFiles(sbagliato);
			pagina.getByLabel("File .dmn").focus();
			pagina.keyboard().press("Tab");
			assertThat(pagina.getByLabel("Tolgo apposta")).isFocused();
			pagina.keyboard().press("Tab");
			pagina.keyboard().press("Enter");
			assertThat(pagina.getByRole(AriaRole.ALERT)).containsText("Non è stato installato nulla");
			assertThat(pagina.getByRole(AriaRole.ALERT)).containsText("da 5.001 a 6.000 abitanti");
			assertThat(violazioni(pagina)).as("rifiuto").isEmpty();
			largaQuantoLoSchermo(pagina);

			pagina.getByLabel("File .dmn").setInputFiles(giusto);
			pagina.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Carica e installa")).press("Enter");
			assertThat(pagina.getByRole(AriaRole.STATUS)).containsText("avvisi-tastiera");
			assertThat(violazioni(pagina)).as("installate").isEmpty();
			largaQuantoLoSchermo(pagina);
			assertThat(browser.errori()).allMatch((e) -> e.contains("422"));
		}
	}

	private static void largaQuantoLoSchermo(Page pagina) {
		for (int larghezza : new int[] { 320, 1280 }) {
			pagina.setViewportSize(larghezza, 850);
			assertThat((Integer) pagina.evaluate("document.documentElement.scrollWidth")).as(larghezza + " pixel")
				.isLessThanOrEqualTo(larghezza);
			assertThat(violazioni(pagina)).as(larghezza + " pixel").isEmpty();
		}
	}

	private static List<Rule> violazioni(Page pagina) {
		return Esame.violazioni(pagina);
	}

	// Steps

	private static String modello() {
		try {
			return Files.readString(Path.of("src", "main", "resources", "modelli", M));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The model, filled in: other names, another code, open in the days of the test. */
	private static String nuovo(String nome, String avviso) {
		return modello().replace("NUOVO", nome)
			.replace(ESEMPIO, avviso)
			.replace("2027-01-18", "2022-05-02")
			.replace("2027-03-19", "2022-12-02");
	}

	private static HttpResponse<String> carica(Map<String, String> file) {
		return admin.carica("/tabelle", Map.of(), byteDi(file));
	}

	/** Nothing of it gets in. */
	private static String rifiuto(Map<String, String> file) {
		long prima = depositi();
		long tabelle = definizioni();
		HttpResponse<String> r = carica(file);
		assertThat(r.statusCode()).as(r.body()).isEqualTo(422);
		assertThat(r.body()).contains("Non è stato installato nulla").contains("role=\"alert\"");
		assertThat(depositi()).isEqualTo(prima);
		assertThat(definizioni()).isEqualTo(tabelle);
		return r.body();
	}

	private static Map<String, byte[]> byteDi(Map<String, String> file) {
		Map<String, byte[]> contenuti = new LinkedHashMap<>();
		file.forEach((nome, testo) -> contenuti.put(nome, testo.getBytes(StandardCharsets.UTF_8)));
		return contenuti;
	}

	private static Map<String, String> mappa(String primo, String suo, String secondo, String sua) {
		Map<String, String> mappa = new LinkedHashMap<>();
		mappa.put(primo, suo);
		mappa.put(secondo, sua);
		return mappa;
	}

	private static String tokenDi(Sessione s) {
		String inizio = s.get("/").body();
		int da = inizio.indexOf("name=\"_csrf\" value=\"") + "name=\"_csrf\" value=\"".length();
		return inizio.substring(da, inizio.indexOf('"', da));
	}

	private static long depositi() {
		return app.bean(RepositoryService.class).createDeploymentQuery().count();
	}

	private static long definizioni() {
		return app.bean(RepositoryService.class).createDecisionDefinitionQuery().count();
	}

	private static DecisionDefinition definizione(String chiave) {
		return app.bean(RepositoryService.class)
			.createDecisionDefinitionQuery()
			.decisionDefinitionKey(chiave)
			.latestVersion()
			.singleResult();
	}

	private static Deployment ultimo() {
		return app.bean(RepositoryService.class)
			.createDeploymentQuery()
			.orderByDeploymentTime()
			.desc()
			.listPage(0, 1)
			.get(0);
	}

	private static String processo(String chiave) {
		return app.bean(RepositoryService.class)
			.createProcessDefinitionQuery()
			.processDefinitionKey(chiave)
			.latestVersion()
			.singleResult()
			.getId();
	}

}
