package it.cronoprogramma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.Navigatore;
import it.cronoprogramma.prova.PecDiProva;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the task that waits for a PEC to the page that takes it, and back to Tasklist,
 * where it is confirmed: in the browser.
 */
class PecPaginaIT {

	private static Applicazione app;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-05-25");
	}

	@AfterAll
	static void ferma() {
		app.close();
	}

	@Test
	void dallAttivitaAllaPaginaEIndietro() throws IOException {
		Ente comune = app.nuovoComune("Comune di Prova", 3000);
		String c = app.nuovaCandidatura(comune.id(), comune, Applicazione.APRILE);
		app.compila(comune.id(), c, "componiPacchetto", Map.of("sito", "da-avviare"));
		app.compila(comune.id(), c, "inviaDomanda",
				Map.of("decisione", "inviata", "dataInvio", "2022-05-25", "oraInvio", "08:00"));
		app.torna("2022-08-22T09:00");
		Path file = Files.createTempDirectory("pec").resolve("POSTA CERTIFICATA.eml");
		Files.write(file, PecDiProva.di("mezzanotte.eml", "pagina", "Comune di Crema", "Comune di Prova", "c_d142",
				comune.codiceIpa()));
		try (Navigatore browser = Navigatore.apri(app)) {
			Page p = browser.entra(comune.id(),
					"/camunda/app/tasklist/default/#/?task=" + app.attivita(c, "registraAmmissibilita").getId());
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("La carichi qui")).waitFor();
			p.navigate(browser.indirizzo("/pec?candidatura=" + c));
			assertThat(p).hasTitle("PEC – Cronoprogramma");
			assertThat(p.getByText("Non c'è nessuna PEC da guardare")).isVisible();
			Esame.esamina(p, "pec vuota");
			p.getByLabel("File .eml").setInputFiles(file);
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Carica").setExact(true)).press("Enter");
			assertThat(p.getByRole(AriaRole.STATUS)).hasText("La PEC è stata caricata.");
			Esame.esamina(p, "pec caricata");
			p.setViewportSize(1366, 850);
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Confermi la PEC in Attività")).click();
			Locator attivita = p.locator("ol.tasks-list > li.task");
			assertThat(attivita).hasCount(1);
			assertThat(attivita).containsText("Confermare la PEC");
			attivita.click();
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Prendi in carico")).click();
			Locator modulo = p.locator(".fjs-form");
			assertThat(modulo).containsText("decida da quale decorre il termine");
			modulo.getByText("sabato 20/08/2022 alle 00:03", new Locator.GetByTextOptions().setExact(false))
				.first()
				.click();
			modulo.getByLabel("Protocollo della PEC").fill("77/2022");
			assertThat(Esame.violazioni(p, ".fjs-form")).as("modulo").isEmpty();
			Esame.foto(p, "conferma pec", true);
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Completa")).click();
			assertThat(p.getByText("Confermare la PEC")).hasCount(0);
			p.navigate(browser.indirizzo("/candidature/" + c + "#pec"));
			assertThat(p.locator("#pec")).containsText("Esito di ammissibilità");
			assertThat(p.locator("#storia")).containsText("PEC confermata");
			assertThat(Esame.violazioni(p)).isEmpty();
			p.navigate(browser.indirizzo("/pec?vista=confermate"));
			assertThat(p.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("confermata"))).hasCount(1);
			Esame.esamina(p, "pec confermate");
			assertThat(browser.errori()).isEmpty();
		}
		assertThat(app.scadenza(c, TipoTermine.CUP).date().civile()).isEqualTo("2022-08-25");
	}

}
