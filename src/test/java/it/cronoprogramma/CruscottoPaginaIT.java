package it.cronoprogramma;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.Navigatore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cruscotto as people see it: with the keyboard, on a telephone, and as a section of
 * Cockpit's dashboard. The contracts of 60 comuni fall due from 1 August 2022 on, one a
 * day; it is 11 August.
 */
class CruscottoPaginaIT {

	private static final String COCKPIT = "/camunda/app/cockpit/default/";

	private static Applicazione app;

	private static Navigatore browser;

	private static String primo;

	@BeforeAll
	static void avvia() {
		Navigatore.serve();
		app = Applicazione.avvia("2022-05-25");
		app.bean(Registro.class).utente("sola", "sola", "sola", "sola@gestione.example", "sola", Ruolo.OPERATORE);
		JdbcClient jdbc = app.bean(JdbcClient.class);
		for (int i = 0; i < 60; i++) {
			Ente comune = app.nuovoComune("Comune di <b>Prova</b> %02d".formatted(i + 1), 3000);
			String c = app.nuovaCandidatura(comune.id(), comune, Applicazione.APRILE);
			jdbc.sql("UPDATE candidatura SET importo = 100000 WHERE codice = '" + c + "'").update();
			jdbc.sql("UPDATE scadenza SET governante = DATEADD(DAY, " + i
					+ ", DATE '2022-08-01'), termine = 'contrattualizzazione' " + "WHERE candidatura = '" + c + "'")
				.update();
			primo = (i == 0) ? c : primo;
		}
		app.torna("2022-08-11T09:00");
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

	@AfterEach
	void nessunErroreNelBrowser() {
		browser.congeda();
		assertThat(browser.errori()).isEmpty();
	}

	@Test
	void siFiltraESiScaricaConLaTastiera() throws IOException {
		Page p = browser.entra("rtd", "/");
		assertThat(p).hasTitle("Cruscotto – Cronoprogramma");
		assertThat(p.locator(".quadro li")).hasText(new String[] { "Scaduti: 10, 1.000.000,00 €",
				"Entro 7 giorni: 8, 800.000,00 €", "Entro 30 giorni: 31, 3.100.000,00 €" });
		Locator righe = p.locator("table.termini tbody tr");
		assertThat(righe).hasCount(41);
		assertThat(righe.first()).containsText("lunedì 01/08/2022");
		assertThat(righe.first()).containsText("in ritardo di 10 giorni");
		assertThat(righe.first()).containsText("Comune di <b>Prova</b> 01");
		assertThat(Esame.violazioni(p)).as("da rtd").isEmpty();
		Esame.foto(p, "inizio", false);

		p.getByLabel("Ente", new Page.GetByLabelOptions().setExact(true)).focus();
		p.keyboard().type("prova</b> 1");
		p.keyboard().press("Tab");
		assertThat(p.getByLabel("Referente")).isFocused();
		p.keyboard().press("Tab");
		assertThat(p.getByLabel("Termine", new Page.GetByLabelOptions().setExact(true))).isFocused();
		p.keyboard().press("Tab");
		p.getByLabel("Quando").selectOption("7");
		p.keyboard().press("Tab");
		p.keyboard().press("Tab");
		assertThat(p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filtra"))).isFocused();
		p.keyboard().press("Enter");
		assertThat(p).hasURL(Pattern.compile(".*quando=7.*"));
		assertThat(righe).hasCount(8);
		assertThat(p.getByLabel("Ente", new Page.GetByLabelOptions().setExact(true))).hasValue("prova</b> 1");
		assertThat(p.getByLabel("Quando")).hasValue("7");
		assertThat(Esame.violazioni(p)).as("filtrato").isEmpty();

		Download csv = p.waitForDownload(
				() -> p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV")).press("Enter"));
		assertThat(csv.suggestedFilename()).isEqualTo("scadenze.csv");
		assertThat(Files.readAllLines(csv.path())).hasSize(9);
		Download xlsx = p.waitForDownload(
				() -> p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Excel")).press("Enter"));
		assertThat(xlsx.suggestedFilename()).isEqualTo("scadenze.xlsx");

		p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Togli i filtri")).press("Enter");
		assertThat(righe).hasCount(41);
		p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Scaduti:")).press("Enter");
		assertThat(righe).hasCount(10);
		righe.first().getByRole(AriaRole.LINK).press("Enter");
		assertThat(p).hasURL(browser.indirizzo("/candidature/" + primo));
	}

	@Test
	void leAltrePagineEIlRifiuto() {
		Page p = browser.entra("responsabile", "/?quando=tutti");
		p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pagina successiva")).press("Enter");
		assertThat(p.locator("table.termini caption"))
			.hasText("Tutti i termini: 60 termini, 6.000.000,00 €, pagina 2 di 2.");
		assertThat(p.locator("table.termini tbody tr")).hasCount(10);
		assertThat(Esame.violazioni(p)).as("seconda pagina").isEmpty();
		p.navigate(browser.indirizzo("/?quando=ieri"));
		assertThat(p.getByRole(AriaRole.ALERT)).containsText("Il filtro «quando» non può essere «ieri»");
		assertThat(Esame.violazioni(p)).as("con il rifiuto").isEmpty();
		assertThat(browser.errori()).as("il rifiuto e nient'altro").singleElement().asString().contains("422");
		Page vuota = browser.entra("sola", "/");
		assertThat(vuota.locator(".vuoto")).containsText("Non c'è nessun termine scaduto");
		assertThat(Esame.violazioni(vuota)).as("vuota").isEmpty();
	}

	@Test
	void alTelefonoNonSiScorreDiLato() {
		Page p = browser.entra("admin", "/");
		for (int larghezza : new int[] { 320, 768, 991, 1024, 1366 }) {
			Esame.nonScorreDiLato(p, "pagina", larghezza);
			assertThat(Esame.violazioni(p)).as("a %d pixel", larghezza).isEmpty();
			Esame.foto(p, "inizio-" + larghezza, true);
		}
	}

	@Test
	void inCockpitITerminiARischio() {
		for (String chi : List.of("rtd", "responsabile")) {
			Page p = browser.entra(chi, COCKPIT);
			Locator sezione = p.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Termini a rischio"));
			Locator righe = sezione.locator("tbody tr");
			assertThat(righe).hasCount(41);
			assertThat(sezione).hasAttribute("lang", "it");
			assertThat(sezione).containsText("Scaduti: 10, 1.000.000,00 €. Entro 30 giorni: 31, 3.100.000,00 €.");
			assertThat(righe.first()).containsText("lunedì 01/08/2022 in ritardo di 10 giorni");
			assertThat(righe.first()).containsText("Contrattualizzazione dei fornitori");
			assertThat(righe.first()).containsText("Comune di <b>Prova</b> 01");
			assertThat(righe.first()).containsText("1.4.1 Esperienza del Cittadino");
			// what comes from the data is text
			assertThat(sezione.locator("b")).hasCount(0);
			assertThat(Esame.violazioni(p, ".termini-a-rischio")).as(chi).isEmpty();
			sezione.scrollIntoViewIfNeeded();
			Esame.foto(p, "cockpit-" + chi, false);

			assertThat(righe.first().locator("th a")).hasAttribute("href", "/candidature/" + primo);
			righe.first()
				.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Apri il processo di " + primo))
				.press("Enter");
			assertThat(p).hasURL(Pattern.compile(".*#/process-instance/[0-9a-f-]+/runtime.*"));
			assertThat(p.locator(".djs-container svg g[data-element-id=domanda]")).isVisible();
			assertThat(p.locator("body")).containsText(primo);
		}
	}

}
