package it.cronoprogramma;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.candidatura.Conformita;
import it.cronoprogramma.candidatura.EvidenzaRepository;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.Navigatore;
import it.cronoprogramma.prova.Vita;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static it.cronoprogramma.prova.Applicazione.APRILE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of the conformity and the forms that lead to it, in a browser: two people on
 * the same criterion, the keyboard alone, a telephone.
 */
class ConformitaPaginaIT {

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	private static final Page.GetByRoleOptions SALVA = new Page.GetByRoleOptions().setName("Salva").setExact(true);

	private static Applicazione app;

	private static Navigatore browser;

	private static Ente comune;

	private static String codice;

	private static String percorso;

	@BeforeAll
	static void avvia() {
		Navigatore.serve();
		app = Applicazione.avvia("2022-05-25");
		comune = app.nuovoComune(3000);
		codice = new Vita(app, comune, APRILE)
			.con("componiPacchetto", Map.of("serviziDaAvviare", List.of("pagare-imu", "accesso-atti")))
			.fino("verificaSito")
			.codice();
		percorso = "/candidature/" + codice + "/conformita";
		browser = Navigatore.apri(app);
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

	@Test
	void dueAlLavoroConLaTastiera() {
		Page una = browser.entra(comune.id(), percorso + "?oggetto=sito");
		Page altra = browser.entra("rtd", percorso + "?oggetto=sito");
		assertThat(una).hasTitle("Conformità, candidatura " + codice + " – Cronoprogramma");

		// arrows choose the state, Tab goes on to the text, Tab again to the next
		// criterion
		Locator primo = criterio(una, "C.SI.1.1");
		primo.getByLabel("da verificare").focus();
		una.keyboard().press("ArrowDown");
		una.keyboard().press("Tab");
		assertThat(primo.getByLabel("Evidenza")).isFocused();
		una.keyboard().type("Titillium Web in ogni pagina");
		una.keyboard().press("Tab");
		assertThat(criterio(una, "C.SI.1.2").getByLabel("da verificare")).isFocused();
		una.getByRole(AriaRole.BUTTON, SALVA).press("Enter");
		assertThat(una.getByRole(AriaRole.STATUS)).hasText("Salvato 1 criterio di «Sito internet».");
		assertThat(una.locator("#conteggio")).hasText("1 di 56 criteri, 0 di 2 servizi verificati");
		assertThat(Esame.violazioni(una)).as("salvato").isEmpty();

		criterio(altra, "C.SI.1.1").getByLabel("non rispettato").check();
		criterio(altra, "C.SI.1.1").getByLabel("Evidenza").fill("nelle notizie il carattere è un altro");
		criterio(altra, "C.SI.1.2").getByLabel("rispettato", esatto()).check();
		criterio(altra, "C.SI.1.3").getByLabel("Evidenza").fill("http://www.comune.prova.it");
		altra.getByRole(AriaRole.BUTTON, SALVA).press("Enter");
		Locator avviso = altra.getByRole(AriaRole.ALERT);
		assertThat(avviso).containsText("Salvato 1 criterio di «Sito internet».");
		assertThat(avviso).containsText("ha scritto nel frattempo rispettato: «Titillium Web in ogni pagina»");
		assertThat(avviso).containsText("deve cominciare con https://");
		assertThat(criterio(altra, "C.SI.1.1").getByLabel("Evidenza"))
			.hasValue("nelle notizie il carattere è un altro");
		assertThat(Esame.violazioni(altra)).as("con il conflitto").isEmpty();

		avviso.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("C.SI.1.1")).press("Enter");
		altra.keyboard().press("Tab");
		assertThat(criterio(altra, "C.SI.1.1").getByLabel("non rispettato", esatto())).isFocused();
		criterio(altra, "C.SI.1.1").getByLabel("Il mio, come è scritto qui sopra").press("Space");
		criterio(altra, "C.SI.1.3").getByLabel("Evidenza").fill("https://www.comune.prova.it/servizi");
		altra.getByRole(AriaRole.BUTTON, SALVA).press("Enter");
		assertThat(altra.getByRole(AriaRole.STATUS)).hasText("Salvati 2 criteri di «Sito internet».");
		assertThat(altra.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Apra la prova di C.SI.1.3")))
			.hasAttribute("href", "https://www.comune.prova.it/servizi");
		assertThat(sito().evidenza("C.SI.1.1").inParole())
			.isEqualTo("non rispettato: «nelle notizie il carattere è un altro»");
		assertThat(browser.errori()).allMatch((e) -> e.contains("409"));
		browser.congeda();
	}

	@Test
	void accessibileAncheSulTelefono() {
		String spid = new Vita(app, app.nuovoComune(3000), "1.4.4-spid-cie-comuni-2022-04").codice();
		String pagopa = new Vita(app, app.nuovoComune(3000), "1.4.3-pagopa-comuni-2022-04").fino("registraTransazione")
			.codice();
		for (Map.Entry<String, List<String>> chi : Map
			.of("rtd",
					List.of(percorso, percorso + "?oggetto=pagare-imu", "/candidature/" + spid + "/conformita",
							"/candidature/" + pagopa + "/conformita", "/candidature/C999999/conformita"),
					"responsabile", List.of(percorso + "?oggetto=accesso-atti"))
			.entrySet()) {
			Page pagina = browser.entra(chi.getKey(), "/");
			for (String p : chi.getValue()) {
				for (int larghezza : new int[] { 1280, 390 }) {
					pagina.setViewportSize(larghezza, 850);
					pagina.navigate(browser.indirizzo(p));
					assertThat(Esame.violazioni(pagina)).as(p + " " + larghezza).isEmpty();
				}
				pagina.setViewportSize(320, 850);
				assertThat(pagina.evaluate("document.documentElement.scrollWidth")).as(p + " non si scorre di lato")
					.isEqualTo(320);
			}
		}
		assertThat(browser.errori()).allMatch((e) -> e.contains("404"));
		browser.congeda();
	}

	@Test
	void iModuliPortanoAllaPagina() {
		Ente altro = app.nuovoComune(3000);
		Vita v = new Vita(app, altro, APRILE).fino("verificaSito");
		Page pagina = browser.entra(altro.id(), TASKLIST);
		for (String attivita : List.of("Verificare il sito", "Dichiarare il completamento")) {
			if (attivita.startsWith("Dichiarare")) {
				v.fino("dichiaraCompletamento");
				pagina.navigate(browser.indirizzo(TASKLIST));
			}
			pagina.locator("ol.tasks-list > li.task")
				.filter(new Locator.FilterOptions().setHasText(attivita))
				.first()
				.click();
			Locator modulo = pagina.locator(".fjs-container");
			assertThat(modulo.locator("a[href='/candidature/" + v.codice() + "/conformita']").first()).isVisible();
			assertThat(modulo).containsText(attivita.startsWith("Dichiarare")
					? "38 di 38 criteri, 1 di 1 servizi verificati" : "una spunta tolta qui non cancella nulla");
		}
		browser.congeda();
		browser.errori();
	}

	// Steps

	private static Conformita.Oggetto sito() {
		return app.bean(EvidenzaRepository.class)
			.conformita(app.candidatura(codice), app.bean(CatalogoAvvisi.class))
			.oggetto(Conformita.SITO)
			.orElseThrow();
	}

	private static Locator criterio(Page pagina, String codice) {
		return pagina.locator("fieldset.criterio")
			.filter(new Locator.FilterOptions().setHas(pagina.locator("legend .codice:text-is('" + codice + "')")));
	}

	private static Locator.GetByLabelOptions esatto() {
		return new Locator.GetByLabelOptions().setExact(true);
	}

}
