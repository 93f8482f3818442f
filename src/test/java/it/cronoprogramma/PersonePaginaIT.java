package it.cronoprogramma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.Navigatore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.CREMA;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Enti and people as those who manage them see them: by keyboard, on a telephone, with a
 * screen reader's eyes.
 */
class PersonePaginaIT {

	private static Applicazione app;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-05-25");
	}

	@AfterAll
	static void ferma() {
		if (app != null) {
			app.close();
		}
	}

	@Test
	void entiReferentiESostituzioni() {
		try (Navigatore browser = Navigatore.apri(app)) {
			Page p = browser.entra("rtd", "/");
			link(p, "Enti e persone").press("Enter");
			assertThat(p).hasTitle("Enti – Cronoprogramma");
			Esame.esamina(p, "persone-enti");
			link(p, "Nuovo ente").press("Enter");
			p.getByLabel("Nome (obbligatorio)").fill("Comune di Tastiera");
			p.getByLabel("Codice ISTAT").fill("12");
			p.getByLabel("Codice ISTAT").press("Enter");
			assertThat(p.getByRole(AriaRole.ALERT)).containsText("Codice ISTAT «12»: servono sei cifre");
			assertThat(p.getByLabel("Nome (obbligatorio)")).hasValue("Comune di Tastiera");
			browser.errori();
			Esame.esamina(p, "persone-ente-errori");
			link(p, "Codice ISTAT «12»").press("Enter");
			assertThat(p.getByLabel("Codice ISTAT")).isFocused();
			p.getByLabel("Codice ISTAT").fill("019999");
			p.getByLabel("Codice IPA (obbligatorio)").fill("c_tast");
			p.getByLabel("Popolazione", new Page.GetByLabelOptions().setExact(true)).fill("3.757");
			p.getByLabel("Fonte della popolazione").fill("ISTAT");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Crea")).press("Enter");
			assertThat(p.getByRole(AriaRole.STATUS)).containsText("Ente creato");
			assertThat(p.getByText("Ente da completare.")).isVisible();
			assertThat(p.getByLabel("Codice IPA (obbligatorio)")).hasValue("c_tast");
			Esame.esamina(p, "persone-ente-da-completare");
			link(p, "Aggiungi un referente").press("Enter");
			assertThat(p.getByLabel("Qualifica")).hasValue("segretario");
			Esame.esamina(p, "persone-referente");
			p.getByLabel("Nome", new Page.GetByLabelOptions().setExact(true)).fill("Maria Rossi");
			p.getByLabel("E-mail", new Page.GetByLabelOptions().setExact(true)).fill("maria@tastiera.example");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aggiungi")).press("Enter");
			assertThat(p.getByText("Ente da completare.")).hasCount(0);
			assertThat(p.getByRole(AriaRole.TABLE)).containsText("Segretario comunale");
			Esame.esamina(p, "persone-ente-completo");
			p.navigate(browser.indirizzo("/anagrafe/sostituzioni"));
			assertThat(p.getByText("Nessuno è sostituito")).isVisible();
			p.getByLabel("Chi è assente")
				.selectOption(new com.microsoft.playwright.options.SelectOption()
					.setLabel("Maria Rossi (maria@tastiera.example)"));
			p.getByLabel("Nome del sostituto").fill("Vice Segretario");
			p.getByLabel("E-mail del sostituto").fill("vice@tastiera.example");
			p.locator("#dal").fill("2022-05-25");
			p.locator("#al").fill("2022-05-30");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Registra")).press("Enter");
			assertThat(p.getByRole(AriaRole.TABLE)).containsText("in corso");
			Esame.esamina(p, "persone-sostituzioni");
			p.navigate(browser.indirizzo("/anagrafe/gestioni/gestione1"));
			Esame.esamina(p, "persone-gestione");
			p.navigate(browser.indirizzo("/anagrafe/gestioni"));
			Esame.esamina(p, "persone-gestioni");
			p.navigate(browser.indirizzo("/anagrafe/registro"));
			assertThat(p.getByRole(AriaRole.TABLE)).containsText("Sostituzione registrata");
			Esame.esamina(p, "persone-registro");
			assertThat(browser.errori()).isEmpty();
		}
	}

	@Test
	void unUtenteDallaNascitaAlleConsegne() throws IOException {
		try (Navigatore browser = Navigatore.apri(app)) {
			Page p = browser.entra("rtd", "/anagrafe/utenti");
			Esame.esamina(p, "persone-utenti");
			link(p, "Nuovo utente").press("Enter");
			p.getByLabel("Nome utente (obbligatorio)").fill("mario.rossi@comune.it");
			p.getByLabel("Nome (obbligatorio)", new Page.GetByLabelOptions().setExact(true)).fill("Mario");
			p.getByLabel("Cognome (obbligatorio)").fill("Rossi");
			p.getByLabel("E-mail (obbligatorio)").fill("mario.rossi@comune.example");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Crea e manda")).press("Enter");
			assertThat(p.getByRole(AriaRole.ALERT)).containsText("scelga almeno un ruolo");
			browser.errori();
			p.getByLabel("Operatore").press("Space");
			p.getByLabel("Comune di Crema").press("Space");
			Esame.esamina(p, "persone-utente-errori");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Crea e manda")).press("Enter");
			assertThat(p.getByRole(AriaRole.STATUS)).containsText("Parte ora la mail");
			assertThat(p.getByLabel("Operatore")).isChecked();
			assertThat(p.getByLabel("Comune di Crema")).isChecked();
			assertThat(p.getByLabel("Comune di Pandino")).not().isChecked();
			Page lui = browser.visita(collegamento());
			assertThat(lui.getByText("mario.rossi@comune.it")).isVisible();
			Esame.esamina(lui, "persone-password");
			lui.getByLabel("Nuova password").fill("una");
			lui.getByLabel("La scriva di nuovo").fill("altra");
			lui.getByLabel("La scriva di nuovo").press("Enter");
			assertThat(lui.getByRole(AriaRole.ALERT)).containsText("non sono uguali");
			Esame.esamina(lui, "persone-password-errori");
			browser.errori();
			lui.getByLabel("Nuova password").fill("una");
			lui.getByLabel("La scriva di nuovo").fill("una");
			lui.getByLabel("La scriva di nuovo").press("Enter");
			assertThat(lui.getByRole(AriaRole.STATUS)).containsText("Password impostata");
			Esame.esamina(lui, "persone-accesso");
			lui.getByLabel("Nome utente").fill("mario.rossi@comune.it");
			lui.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("una");
			lui.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).press("Enter");
			assertThat(lui.locator("h1")).hasText("Cruscotto");
			lui.navigate(browser.indirizzo("/camunda/app/tasklist/default/"));
			lui.getByPlaceholder("Filtra le attività").waitFor();
			// Tasklist would go on asking, and be refused, once he is out
			lui.navigate(browser.indirizzo("/"));
			browser.errori();
			String c = app.nuovaCandidatura("operatore", CREMA, APRILE);
			app.bean(TaskService.class)
				.setAssignee(app.attivita(c, "componiPacchetto").getId(), "mario.rossi@comune.it");
			p.reload();
			link(p, "Passaggio di consegne").press("Enter");
			p.locator("#a").selectOption("operatore");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mostra che cosa passa")).press("Enter");
			assertThat(p.getByRole(AriaRole.TABLE)).containsText("a operatore operatore");
			p.getByLabel("e disattiva Mario Rossi").press("Space");
			Esame.esamina(p, "persone-consegne");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Conferma il passaggio")).press("Enter");
			assertThat(p.getByRole(AriaRole.STATUS)).containsText("Passaggio di consegne fatto. Attività assegnate:");
			Esame.esamina(p, "persone-utente-disattivato");
			assertThat(browser.errori()).isEmpty();
			lui.navigate(browser.indirizzo("/"));
			assertThat(lui.locator("h1")).hasText("Accesso");
			link(lui, "Password dimenticata?").press("Enter");
			lui.getByLabel("Nome utente o indirizzo e-mail").fill("nessuno");
			lui.getByLabel("Nome utente o indirizzo e-mail").press("Enter");
			assertThat(lui.getByRole(AriaRole.STATUS)).containsText("Se l'utente esiste");
			Esame.esamina(lui, "persone-password-dimenticata");
			lui.navigate(browser.indirizzo("/password/inventato"));
			Esame.esamina(lui, "persone-password-non-valida");
		}
	}

	@Test
	void unFileSiGuardaPrimaDiApplicarlo() throws IOException {
		Path cartella = Files.createTempDirectory("anagrafe");
		Path sbagliato = Files.writeString(cartella.resolve("enti.csv"),
				"codice_ipa;nome;popolazione;popolazione_fonte\nc_web1;Comune Web;tanti;ISTAT\nc_d142;Comune di Crema;33092;ISTAT\n");
		Path giusto = Files.writeString(cartella.resolve("giusto.csv"),
				"codice_ipa;nome;popolazione;popolazione_fonte\nc_web1;Comune Web;1000;ISTAT\n");
		try (Navigatore browser = Navigatore.apri(app)) {
			Page p = browser.entra("rtd", "/anagrafe/caricamenti");
			Esame.esamina(p, "persone-caricamenti");
			p.getByLabel("File", new Page.GetByLabelOptions().setExact(true)).setInputFiles(sbagliato);
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mostra che cosa cambia")).press("Enter");
			assertThat(p.getByRole(AriaRole.TABLE).first()).containsText("tanti");
			assertThat(p.getByRole(AriaRole.TABLE).last()).containsText("Popolazione: da «33091» a «33092»");
			Esame.esamina(p, "persone-caricamento-errori");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Annulla")).press("Enter");
			p.getByLabel("File", new Page.GetByLabelOptions().setExact(true)).setInputFiles(giusto);
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mostra che cosa cambia")).press("Enter");
			assertThat(p.getByText("da creare 1")).isVisible();
			Esame.esamina(p, "persone-caricamento");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Conferma e applica")).press("Enter");
			assertThat(p.getByRole(AriaRole.STATUS)).containsText("File applicato: 1 creati");
			assertThat(p.getByRole(AriaRole.TABLE)).containsText("Comune Web");
			assertThat(browser.errori()).isEmpty();
		}
	}

	/** The path in the only mail there is, sent as the job executor would. */
	private static String collegamento() throws IOException {
		ManagementService lavori = app.bean(ManagementService.class);
		lavori.createJobQuery()
			.processDefinitionKey("invia-invito")
			.list()
			.forEach((j) -> lavori.executeJob(j.getId()));
		try (Stream<Path> posta = Files.list(app.posta())) {
			String mail = Files
				.readString(posta.filter((f) -> f.toString().contains("mario.rossi")).findFirst().orElseThrow());
			Matcher m = Pattern.compile("/password/[A-Za-z0-9_-]{43}")
				.matcher(mail.replace("=\r\n", "").replace("=\n", ""));
			assertThat(m.find()).isTrue();
			return m.group().strip();
		}
	}

	private static Locator link(Page p, String nome) {
		return p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(nome)).first();
	}

}
