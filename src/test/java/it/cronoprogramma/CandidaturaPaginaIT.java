package it.cronoprogramma;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.FileDiProva;
import it.cronoprogramma.prova.Navigatore;
import it.cronoprogramma.prova.Sessione;
import it.cronoprogramma.prova.Vita;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The page of a candidatura that waits for its dossier: what is on it, what is printed
 * from it, and how a document gets there by keyboard.
 */
class CandidaturaPaginaIT {

	private static Applicazione app;

	private static Ente comune;

	private static String codice;

	private static String pagina;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-11-15");
		app.bean(Registro.class).utente("sola", "sola", "sola", "sola@gestione.example", "sola", Ruolo.OPERATORE);
		app.torna("2022-05-20T12:00");
		comune = app.nuovoComune(3000);
		Vita vita = new Vita(app, comune, Applicazione.APRILE).con("registraContratto",
				Map.of("fornitore", "Società «Però» S.r.l. <&>", "numeroAtto", "12/€", "cig", "9876543210"));
		vita.fino("registraAsseverazione");
		app.alle("2022-11-15T10:00");
		codice = vita.codice();
		app.compila(comune.id(), codice, "registraAsseverazione",
				Map.of("esito", "positivo", "dataEsito", "2022-11-14", "protocollo", "3"));
		pagina = "/candidature/" + codice;
	}

	@AfterAll
	static void ferma() {
		if (app != null) {
			app.close();
		}
	}

	@Test
	void laPaginaDiceTutto() {
		Sessione s = Sessione.di(app, comune.id());
		String corpo = s.get(pagina).body();
		assertThat(corpo).contains("Comune di Prova: candidatura " + codice, "1.4.1", "B91F2200", "41.657,00 €",
				"Contrattualizzazione dei fornitori", "adempiuto", "Decorre da:", "Società «Però» S.r.l. &lt;&amp;&gt;",
				"Documento di stipula MEPA, n. 12/€", "9876543210", "Nessun documento è ancora caricato",
				"Mancano 4 voci obbligatorie", "Asseverazione: esito positivo", "Pagina 1 di 2");
		assertThat(s.get(pagina + "?pagina=2").body()).contains("Candidatura aperta", "Pagina 2 di 2");
		assertThat(corpo).doesNotContain("<script", "style=");
		assertThat(s.get("/").body()).contains("href=\"/candidature\"");
		assertThat(s.get("/candidature").body()).contains("href=\"" + pagina + "\"", "1 candidatura",
				"Comune di Prova");
	}

	@Test
	void unElencoVuotoDiceCheCosaFare() {
		assertThat(Sessione.di(app, "sola").get("/candidature").body()).contains("Non c'è ancora nessuna candidatura",
				"«Avvia processo»", "«Nuova candidatura»", "href=\"/camunda/app/tasklist/default/\"");
		assertThat(Sessione.di(app, "referente").get("/candidature").body()).contains("si rivolga all'amministratore");
		assertThat(Sessione.di(app, "admin").get("/candidature").body()).contains("href=\"" + pagina + "\"");
	}

	/** The request is refused until the dossier is whole, and says what is missing. */
	@Test
	void senzaDossierNessunaRichiesta() {
		Ente altro = app.nuovoComune(3000);
		app.torna("2022-05-20T12:00");
		Vita vita = new Vita(app, altro, Applicazione.APRILE);
		vita.fino("registraAsseverazione");
		app.torna("2022-11-15T11:00");
		app.compila(altro.id(), vita.codice(), "registraAsseverazione",
				Map.of("esito", "positivo", "dataEsito", "2022-11-14", "protocollo", "3"));
		Map<String, Object> campi = Map.of("dataRichiesta", "2022-11-15", "allegato5Firmato", true, "creFirmato", true,
				"fuoriTesoreriaUnica", true, "credenzialiConsegnate", true);
		Throwable ex = catchThrowable(() -> app.compila(altro.id(), vita.codice(), "richiediErogazione", campi));
		assertThat(Applicazione.rifiuto(ex))
			.startsWith("Il dossier di erogazione non è completo. Mancano: Allegato 5 firmato")
			.contains("; Certificato di regolare esecuzione (CRE); Documento del contratto: Fornitore, documento di "
					+ "stipula MEPA", "; Checklist di conformità.", vita.codice());
		String modulo = Sessione.di(app, altro.id())
			.get("/camunda/api/engine/engine/default/task/" + app.attivita(vita.codice(), "richiediErogazione").getId()
					+ "/form-variables")
			.body();
		assertThat(modulo).contains("\"dossier\"", "\"mancano\"", "Certificato di regolare esecuzione");

		app.caricaDossier(vita.codice());
		app.compila(altro.id(), vita.codice(), "richiediErogazione", campi);
		assertThat(app.candidatura(vita.codice()).stato()).isEqualTo(Stato.EROGAZIONE_RICHIESTA);
		assertThat(Sessione.di(app, altro.id()).get("/candidature/" + vita.codice()).body())
			.contains("C'è tutto quello che serve");
	}

	// On paper

	@Test
	void dossierInPdf() throws IOException {
		try (PDDocument pdf = pdf("dossier")) {
			assertThat(testo(pdf)).contains("Dossier di erogazione", "Comune di Prova", "41.657,00 €",
					"Società «Però» S.r.l. <&>", "12/€", "Checklist di conformità", "manca", "presente", "Pagina 1 di ",
					"Stampato da " + comune.id());
			accessibile(pdf, "Dossier di erogazione, Comune di Prova, candidatura " + codice);
		}
	}

	@Test
	void storiaInPdf() throws IOException {
		try (PDDocument pdf = pdf("storia")) {
			assertThat(testo(pdf)).contains("Storia della candidatura", "Candidatura aperta", "bozza → inviata",
					"Asseverazione: esito positivo");
			accessibile(pdf, "Storia, Comune di Prova, candidatura " + codice);
		}
	}

	private static PDDocument pdf(String quale) throws IOException {
		HttpResponse<byte[]> r = Sessione.di(app, comune.id()).scarica(pagina + "/" + quale + ".pdf");
		assertThat(r.statusCode()).isEqualTo(200);
		assertThat(r.headers().firstValue("Content-Type")).contains("application/pdf");
		assertThat(r.headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"" + quale + "-" + codice + ".pdf\"");
		return Loader.loadPDF(r.body());
	}

	/** As it is read: a line that wraps is one line. */
	private static String testo(PDDocument pdf) throws IOException {
		return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
	}

	/** Tagged, titled, in Italian, with its font inside. */
	private static void accessibile(PDDocument pdf, String titolo) throws IOException {
		assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(titolo);
		assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo(titolo);
		assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("it");
		assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
		assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
		assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
		for (PDPage foglio : pdf.getPages()) {
			List<COSName> caratteri = StreamSupport.stream(foglio.getResources().getFontNames().spliterator(), false)
				.toList();
			assertThat(caratteri).isNotEmpty();
			for (COSName carattere : caratteri) {
				assertThat(foglio.getResources().getFont(carattere).isEmbedded()).isTrue();
			}
		}
	}

	// In the browser

	@Test
	void caricareERitirareConLaTastiera() throws IOException {
		Path cartella = Files.createTempDirectory("documenti");
		Path falso = Files.write(cartella.resolve("Foto.pdf"), FileDiProva.docx());
		Path cre = Files.write(cartella.resolve("CRE però.pdf"), FileDiProva.pdf("tastiera"));
		Path enorme = Files.write(cartella.resolve("enorme.pdf"), new byte[21 << 20]);
		Ente altro = app.nuovoComune(3000);
		app.torna("2022-05-20T12:00");
		String c = app.nuovaCandidatura(altro.id(), altro, Applicazione.APRILE);
		app.torna("2022-11-15T11:00");
		try (Navigatore browser = Navigatore.apri(app)) {
			Page p = browser.entra(altro.id(), "/");
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Candidature")).press("Enter");
			assertThat(p).hasTitle("Candidature – Cronoprogramma");
			assertThat(Esame.violazioni(p)).as("elenco").isEmpty();
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(c)).press("Enter");
			assertThat(p).hasTitle("Comune di Prova, " + c + " – Cronoprogramma");
			assertThat(Esame.violazioni(p)).as("pagina").isEmpty();

			scegli(p, falso);
			assertThat(p.getByRole(AriaRole.ALERT)).containsText("«Foto.pdf» non è un file PDF");
			assertThat(p.getByLabel("Che cos'è")).hasValue("cre");
			assertThat(Esame.violazioni(p)).as("con il rifiuto").isEmpty();

			scegli(p, enorme);
			assertThat(p.getByRole(AriaRole.ALERT)).containsText("Il documento è troppo grande: al massimo 20 MB");
			browser.errori();

			scegli(p, cre);
			assertThat(p.getByRole(AriaRole.STATUS)).hasText("«CRE però.pdf» è tra i documenti.");
			assertThat(p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CRE però.pdf"))).isVisible();
			assertThat(Esame.violazioni(p)).as("con un documento").isEmpty();
			byte[] scaricato = Files.readAllBytes(p
				.waitForDownload(() -> p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CRE però.pdf"))
					.press("Enter"))
				.path());
			assertThat(scaricato).isEqualTo(FileDiProva.pdf("tastiera"));
			assertThat(p
				.waitForDownload(() -> p
					.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Scarica il dossier (PDF)"))
					.press("Enter"))
				.suggestedFilename()).isEqualTo("dossier-" + c + ".pdf");

			p.locator("summary", new Page.LocatorOptions().setHasText("Ritira")).press("Enter");
			p.getByLabel("Motivo").fill("File sbagliato");
			assertThat(Esame.violazioni(p)).as("con il motivo").isEmpty();
			p.getByLabel("Motivo").press("Enter");
			assertThat(p.getByRole(AriaRole.STATUS)).hasText("«CRE però.pdf» è stato ritirato.");
			assertThat(p.locator("tr.ritirato")).containsText("File sbagliato");
			assertThat(Esame.violazioni(p)).as("ritirato").isEmpty();

			Page attivita = browser.entra(altro.id(), "/candidature/" + codice);
			assertThat(attivita.locator("h1")).hasText("Non trovato");
			browser.errori();
			attivita.navigate(browser.indirizzo("/candidature/" + c));
			attivita.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Le sue attività")).press("Enter");
			attivita.waitForURL("**/tasklist/**");
			assertThat(attivita.getByText("Comporre il pacchetto").first()).isVisible();
			Esame.foto(attivita, "attivita", false);
			browser.errori();

			Page admin = browser.entra("admin", "/candidature/" + c);
			assertThat(admin.locator("tr.ritirato")).containsText("CRE però.pdf");
			assertThat(admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CRE però.pdf"))).hasCount(0);
			assertThat(Esame.violazioni(admin)).as("per l'amministratore").isEmpty();

			Page letta = browser.entra("responsabile", "/candidature/" + c);
			assertThat(letta.locator("tr.ritirato")).containsText("File sbagliato");
			// how he is written to is his to say, nothing else
			assertThat(letta.locator("form:not(.silenzio)")).hasCount(0);
			assertThat(Esame.violazioni(letta)).as("per chi legge").isEmpty();

			for (int larghezza : new int[] { 320, 768, 1366 }) {
				Esame.nonScorreDiLato(p, "pagina", larghezza);
			}
			assertThat(browser.errori()).isEmpty();
		}
	}

	private static void scegli(Page p, Path file) {
		p.getByLabel("Che cos'è").selectOption("cre");
		// On a busy machine a key pressed while the page still loads opens no dialogue.
		p.waitForLoadState();
		FileChooser scelta = p
			.waitForFileChooser(() -> p.getByLabel("File", new Page.GetByLabelOptions().setExact(true)).press("Space"));
		scelta.setFiles(file);
		p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Carica").setExact(true)).press("Enter");
	}

}
