package it.cronoprogramma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.FilePubblicato;
import it.cronoprogramma.prova.Navigatore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.ManagementService;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The published data from the page, in the browser.
 */
class ImportazionePaginaIT {

	private static Applicazione app;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-09-01");
	}

	@AfterAll
	static void ferma() {
		app.close();
	}

	@Test
	void caricareEGuardare() throws IOException {
		Ente comune = app.nuovoComune(4000);
		Path file = Files.createTempDirectory("dati").resolve("candidature «però».csv");
		Files.writeString(file,
				new FilePubblicato().riga(comune.codiceIpa(), "B91F22000690006")
					.riga(comune.codiceIpa(), "H28122001420005", "ente", "<b>Comune</b>")
					.riga("c_altrove", "B91F22000690106")
					.csv());
		try (Navigatore browser = Navigatore.apri(app)) {
			Page p = browser.entra("rtd", "/importazioni");
			assertThat(p).hasTitle("Dati pubblicati – Cronoprogramma");
			assertThat(p.getByText("Nessun file è ancora stato importato")).isVisible();
			assertThat(Esame.violazioni(p)).as("elenco vuoto").isEmpty();
			p.getByLabel("File", new Page.GetByLabelOptions().setExact(true)).setInputFiles(file);
			p.getByLabel("Solo questi enti").fill("c_d142, è");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Importa").setExact(true)).press("Enter");
			assertThat(p.getByRole(AriaRole.ALERT)).containsText("non è un codice IPA");
			browser.errori();
			p.waitForLoadState();
			p.getByLabel("File", new Page.GetByLabelOptions().setExact(true)).setInputFiles(file);
			p.getByLabel("Solo questi enti").fill("");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Importa").setExact(true)).press("Enter");
			assertThat(p.getByRole(AriaRole.STATUS)).containsText("In corso");
			assertThat(Esame.violazioni(p)).as("in corso").isEmpty();
			lavora();
			assertThat(p.getByRole(AriaRole.STATUS)).hasText("Importazione conclusa.");
			assertThat(p.locator("dl.fatti")).containsText("Candidature nuove");
			assertThat(p.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("codice_cup")))
				.containsText("H28122001420005");
			assertThat(Esame.violazioni(p)).as("conclusa").isEmpty();
			for (int larghezza : new int[] { 320, 768, 1366 }) {
				Esame.nonScorreDiLato(p, "pagina", larghezza);
			}
			p.navigate(browser.indirizzo("/importazioni"));
			assertThat(Esame.violazioni(p)).as("elenco").isEmpty();
			assertThat(browser.errori()).isEmpty();
		}
	}

	/** As the job executor would. */
	private static void lavora() {
		ManagementService lavori = app.bean(ManagementService.class);
		for (int passo = 0; passo < 2; passo++) {
			lavori.executeJob(
					lavori.createJobQuery().processDefinitionKey("importa-dati-pubblicati").singleResult().getId());
		}
	}

}
