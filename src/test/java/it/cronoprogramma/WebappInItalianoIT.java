package it.cronoprogramma;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.Navigatore;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine's web apps in a browser that is American and in New York: no word of theirs
 * is English, no hour is New York's, until English is asked for. The candidatura begins
 * in Rome half an hour after midnight, when in New York it is still the day before.
 */
class WebappInItalianoIT {

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	private static final String COCKPIT = "/camunda/app/cockpit/default/";

	private static final String ADMIN = "/camunda/app/admin/default/";

	private static final String WELCOME = "/camunda/app/welcome/default/";

	private static final ZoneId ROMA = ZoneId.of("Europe/Rome");

	private static final DateTimeFormatter ORA = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ROMA);

	/** Words that no file of the web apps has: they are in their code. */
	private static final Set<String> NEL_CODICE = Set.of("And", "Annotations", "Click to remove sorting", "Hit policy:",
			"No istanze in corso", "Then", "When", "mm/dd/yyyy", "next", "null", "previous", "reset zoom", "zoom in",
			"zoom out");

	/**
	 * What can be read on the page, and what is read aloud, once it is drawn: fixed words
	 * are replaced just before.
	 */
	private static final String SCRITTE = """
			async () => {
				await new Promise(fatto => requestAnimationFrame(() => requestAnimationFrame(fatto)));
				const visibile = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
				const scritte = new Set();
				const nodi = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
				while (nodi.nextNode()) {
					const testo = nodi.currentNode.data.trim();
					if (testo && visibile(nodi.currentNode.parentElement)) {
						scritte.add(testo);
					}
				}
				for (const nome of ['title', 'placeholder', 'aria-label', 'alt']) {
					document.querySelectorAll(`[${nome}]`).forEach(e => visibile(e) && scritte.add(e.getAttribute(nome).trim()));
				}
				return [...scritte];
			}""";

	private static Applicazione app;

	private static Navigatore browser;

	private static String candidatura;

	@BeforeAll
	static void avvia() {
		Navigatore.serve();
		app = Applicazione.avvia("2022-05-25");
		app.torna("2022-05-26T00:30");
		candidatura = app.nuovaCandidatura("operatore", Applicazione.CREMA, Applicazione.APRILE);
		browser = Navigatore.apri(app, "en-US", "America/New_York");
	}

	@AfterAll
	static void ferma() {
		if (browser != null) {
			browser.close();
		}
		if (app != null) {
			app.close();
		}
	}

	@AfterEach
	void congeda() {
		browser.congeda();
		// the tests have no rules for passwords
		assertThat(browser.errori()).allMatch((e) -> e.contains("/identity/password-policy"));
	}

	@Test
	void cockpit() throws IOException {
		Page p = browser.entra("admin", COCKPIT);
		Inglese inglese = new Inglese("cockpit", p);
		assertThat(p.getByText("Istanze di processo in corso")).isVisible();
		assertThat(p.locator(".termini-a-rischio")).isVisible();
		assertThat(p.locator(".dashboard, body").first()).containsText("Cronoprogramma");
		assertThat(p).hasTitle("Cronoprogramma Processi | Cruscotto dei processi");
		assertThat(p.locator("html")).hasAttribute("lang", "it");
		assertThat(p.locator(".ce-eol-banner")).containsText("guida alla migrazione");
		assertThat(p.locator("#footer-timezone")).hasText("Date e ore nel fuso orario: Europe/Rome");
		inglese.nessuno("cruscotto");
		assertThat(Esame.violazioni(p, "[cam-widget-header] .lingua")).isEmpty();
		assertThat(Esame.violazioni(p, "[cam-widget-header] .navbar-brand")).isEmpty();

		vai(p, COCKPIT + "#/processes", p.locator("table.process-definitions-list tbody tr, .cam-table tbody tr"));
		inglese.nessuno("processi");
		ProcessInstance avviso = istanza("avviso-1-4-1");
		vai(p, COCKPIT + "#/process-definition/" + avviso.getProcessDefinitionId() + "/runtime",
				p.getByText("26/05/2022 00:30"));
		assertThat(p.locator(".djs-container svg").first()).isVisible();
		inglese.nessuno("un processo");
		p.getByPlaceholder("Aggiungi un criterio").click();
		p.getByText("Data di inizio", new Page.GetByTextOptions().setExact(true)).click();
		// where the list is still on its way it shuts the calendar: its place is left
		Locator vuota = p.getByText("??", new Page.GetByTextOptions().setExact(true));
		p.waitForCondition(() -> {
			if (vuota.isVisible()) {
				vuota.click();
			}
			return p.locator(".uib-daypicker").isVisible();
		});
		assertThat(p.locator(".uib-daypicker thead").getByText("lun")).isVisible();
		inglese.nessuno("la data da cercare");

		ProcessInstance orologio = istanza("orologio-termine");
		vai(p, COCKPIT + "#/process-instance/" + orologio.getId() + "/runtime",
				p.locator("[cam-widget-variables-table] tbody tr"));
		inglese.nessuno("le variabili di un'istanza");
		scheda(p, "Istanze di processo chiamate");
		inglese.nessuno("le istanze chiamate");
		scheda(p, "Attività");
		inglese.nessuno("le attività di un'istanza");
		scheda(p, "Lavori");
		Job lavoro = app.bean(ManagementService.class)
			.createJobQuery()
			.processInstanceId(orologio.getId())
			.singleResult();
		assertThat(p.getByText(ORA.format(lavoro.getDuedate().toInstant())).first()).isVisible();
		inglese.nessuno("i lavori di un'istanza");

		// what is written is Rome's, too
		p.locator("[ng-click^=openRecalculationWindow]").click();
		p.locator("input[type=radio][value=specific]").check();
		assertThat(Duration.between(LocalDateTime.parse(p.locator(".modal-body input[type=text]").inputValue()),
				LocalDateTime.now(ROMA)))
			.isBetween(Duration.ZERO, Duration.ofMinutes(5));
		inglese.nessuno("la scadenza di un lavoro");
		p.locator(".modal-body input[type=text]").fill("2022-08-01T12:00:00");
		p.locator(".modal-footer .btn-primary").click();
		p.locator(".modal-footer").getByText("Chiudi").click();
		assertThat(p.getByText("01/08/2022 12:00:00").first()).isVisible();
		assertThat(scadenza(lavoro)).isEqualTo(Date.from(Applicazione.istante("2022-08-01T12:00")));

		vai(p, COCKPIT + "#/decisions", p.getByText("Importi per fascia di popolazione"));
		inglese.nessuno("decisioni");
		vai(p, COCKPIT + "#/decision-definition/" + tabella(), p.locator(".tjs-table .clause").first());
		assertThat(p.locator(".hit-policy")).containsText("Regole che valgono:");
		inglese.nessuno("una decisione");
		vai(p, COCKPIT + "#/tasks", p.getByText("Assegnazioni per gruppo"));
		inglese.nessuno("attività");
		vai(p, COCKPIT + "#/repository", p.getByText("aderisciPdnd.form"));
		inglese.nessuno("depositi");
		p.getByText("aderisciPdnd.form").click();
		assertThat(p.getByPlaceholder("gg/mm/aaaa")).isVisible();
		inglese.nessuno("un modulo");
		vai(p, COCKPIT + "#/batch", p.getByText("Nessuna operazione massiva in corso"));
		inglese.nessuno("operazioni massive");
	}

	@Test
	void admin() throws IOException {
		Page p = browser.entra("admin", ADMIN);
		Inglese inglese = new Inglese("admin", p);
		assertThat(p.getByText("Elenco degli enti")).isVisible();
		assertThat(p).hasTitle("Cronoprogramma Amministrazione | Inizio");
		inglese.nessuno("inizio");
		vai(p, ADMIN + "#/users", p.getByText("Aggiungi un utente"));
		inglese.nessuno("utenti");
		vai(p, ADMIN + "#/users/operatore?tab=account", p.getByText("Sblocca l'utente").first());
		inglese.nessuno("un utente");
		vai(p, ADMIN + "#/groups", p.getByText("Crea un nuovo gruppo"));
		inglese.nessuno("gruppi");
		vai(p, ADMIN + "#/tenants", p.getByText("Crea un nuovo ente"));
		inglese.nessuno("enti");
		vai(p, ADMIN + "#/authorization?resource=0", p.getByText("Autorizzazioni: Applicazione"));
		inglese.nessuno("autorizzazioni");
		vai(p, ADMIN + "#/system?section=system-settings-general", p.getByText("è in funzione."));
		inglese.nessuno("sistema");
	}

	@Test
	void welcome() throws IOException {
		Page p = browser.entra("admin", WELCOME);
		Inglese inglese = new Inglese("welcome", p);
		assertThat(p.getByText("Amministrazione (Admin)")).isVisible();
		inglese.nessuno("welcome");
		p.locator("a").filter(new Locator.FilterOptions().setHasText("Modifica il profilo")).click();
		inglese.nessuno("il profilo");
		assertThat(p.locator(".custom-link-wrapper a")).hasCount(1);
		p.locator(".custom-link-wrapper a").click();
		assertThat(p).hasTitle("Cruscotto – Cronoprogramma");
	}

	@Test
	void tasklist() throws IOException {
		Page p = browser.entra("operatore", TASKLIST);
		Inglese inglese = new Inglese("tasklist", p);
		Locator attivita = p.locator(".tasks-list .task");
		assertThat(attivita.first()).containsText("Creata gio 26/05/2022");
		attivita.first().locator("h4").click();
		p.getByText("Prendi in carico", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(p.locator(".fjs-container button, .fjs-form").first()).isVisible();
		inglese.nessuno("il modulo");
		p.getByText("Diagramma", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(p.locator(".djs-container svg").first()).isVisible();
		inglese.nessuno("il diagramma");
		p.getByText("Avvia processo").first().click();
		assertThat(p.locator(".modal-body").getByText("Nuova candidatura")).isVisible();
		inglese.nessuno("l'avvio");
	}

	@Test
	void chiVuoleLInglese() {
		Page p = browser.entra("responsabile", COCKPIT);
		p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English").setExact(true)).press("Enter");
		assertThat(p.getByText("Running Process Instances")).isVisible();
		assertThat(p.locator("html")).hasAttribute("lang", "en");
		assertThat(p.locator("#footer-timezone")).containsText("Europe/Rome");
		vai(p, COCKPIT + "#/process-definition/" + istanza("avviso-1-4-1").getProcessDefinitionId() + "/runtime",
				p.getByText("26/05/2022 00:30"));
		assertThat(p.getByText("Process Instances", new Page.GetByTextOptions().setExact(true))).isVisible();
		// the choice holds for the other web apps
		p.navigate(browser.indirizzo(TASKLIST));
		assertThat(p.getByPlaceholder("Filter Tasks")).isVisible();
		p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Italiano").setExact(true)).click();
		assertThat(p.getByPlaceholder("Filtra le attività")).isVisible();
		assertThat(p.locator("html")).hasAttribute("lang", "it");
	}

	private static void vai(Page p, String percorso, Locator attesa) {
		p.navigate(browser.indirizzo(percorso));
		attesa.first().waitFor();
	}

	private static void scheda(Page p, String nome) {
		p.locator(".nav-tabs").getByText(nome, new Locator.GetByTextOptions().setExact(true)).click();
		assertThat(p.locator(".nav-tabs li.active").getByText(nome)).isVisible();
	}

	private static ProcessInstance istanza(String processo) {
		return app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(candidatura)
			.processDefinitionKey(processo)
			.list()
			.get(0);
	}

	private static Date scadenza(Job lavoro) {
		return app.bean(ManagementService.class).createJobQuery().jobId(lavoro.getId()).singleResult().getDuedate();
	}

	private static String tabella() {
		return app.bean(RepositoryService.class)
			.createDecisionDefinitionQuery()
			.decisionDefinitionKey("promemoria")
			.latestVersion()
			.singleResult()
			.getId();
	}

	/** The English texts of a web app that are not the Italian ones. */
	private static final class Inglese {

		private final Page pagina;

		private final Set<String> testi = new HashSet<>(NEL_CODICE);

		Inglese(String app, Page pagina) throws IOException {
			this.pagina = pagina;
			Map<String, String> inglese = leggi(app, "en");
			// a text that is not there yet shows its key
			this.testi.addAll(inglese.keySet());
			inglese.values().forEach((t) -> this.testi.add(t.strip()));
			leggi(app, "it").values().forEach((t) -> this.testi.remove(t.strip()));
		}

		/**
		 * Waits for the last words to be replaced: what is found at first and stays is
		 * English.
		 */
		void nessuno(String dove) {
			Esame.foto(this.pagina, dove, false);
			assertThat(trovati()).as(dove).isEmpty();
		}

		private List<String> trovati() {
			return ((List<?>) this.pagina.evaluate(SCRITTE)).stream()
				.map(String::valueOf)
				.filter(this.testi::contains)
				.toList();
		}

		private static Map<String, String> leggi(String app, String lingua) throws IOException {
			try (InputStream dati = WebappInItalianoIT.class.getClassLoader()
				.getResourceAsStream(
						"META-INF/resources/webjars/camunda/app/" + app + "/locales/" + lingua + ".json")) {
				ObjectMapper json = new ObjectMapper();
				return json.convertValue(json.readTree(dati).get("labels"), new TypeReference<>() {
				});
			}
		}

	}

}
