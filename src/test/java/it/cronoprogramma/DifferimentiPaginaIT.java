package it.cronoprogramma;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.candidatura.AttoDifferimento;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.DifferimentoRepository.Esito;
import it.cronoprogramma.candidatura.DifferimentoRepository.Riga;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.processo.modello.ApplicaDifferimento;
import it.cronoprogramma.processo.modello.RegistraDataPortale;
import it.cronoprogramma.processo.modello.RegistraDifferimento;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.Navigatore;
import it.cronoprogramma.prova.Sessione;
import it.cronoprogramma.termine.Contatore;
import it.cronoprogramma.termine.Differimento;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static it.cronoprogramma.prova.Applicazione.CREMA;
import static it.cronoprogramma.prova.Applicazione.SETTEMBRE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the differimenti: what each person finds there, and how the ufficio RTD
 * stops the work of an act and lets it go on. Acts are registered from the real form;
 * their jobs run when the test says so.
 */
class DifferimentiPaginaIT {

	private static final Pattern NUMERO = Pattern.compile("/differimenti/(\\d+)\"");

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final int COMUNI = 55;

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final Page.GetByRoleOptions INTERROMPI = new Page.GetByRoleOptions().setName("Interrompi");

	private static final Page.GetByRoleOptions RIPRENDI = new Page.GetByRoleOptions().setName("Riprendi");

	private static Applicazione app;

	private static String diCrema;

	/** The first of the candidature that an act for the avviso reaches. */
	private static String diProva;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-09-20");
		app.bean(EnteRepository.class).inserisciGestione("gestione2", "Altra gestione", "rtd@altra.example");
		Registro registro = app.bean(Registro.class);
		registro.gestione("gestione2", "Altra gestione", List.of());
		registro.utente("rtd2", "rtd2", "rtd2", "rtd2@altra.example", "rtd2", Ruolo.RTD);
		registro.diGestione("rtd2", "gestione2");
		for (int i = 0; i < COMUNI; i++) {
			Ente ente = app.nuovoComune(3000);
			String codice = app.nuovaCandidatura(ente.id(), ente, SETTEMBRE);
			diProva = (i == 0) ? codice : diProva;
		}
		// the one whose term runs no more: an act for the avviso leaves it out
		diCrema = app.nuovaCandidatura("operatore", CREMA, SETTEMBRE);
		app.compila("operatore", diCrema, "componiPacchetto",
				Map.of("sito", "da-avviare", "serviziDaAvviare", List.of("pagare-imu"), "serviziAvviati", List.of()));
		app.compila("operatore", diCrema, "inviaDomanda",
				Map.of("decisione", "inviata", "dataInvio", "2022-09-19", "oraInvio", "10:00"));
		app.compila("operatore", diCrema, "registraAmmissibilita", Map.of("esito", "ammessa", "dataNotifica",
				"2022-09-20", "oraNotifica", "08:00", "protocollo", "24518/2022"));
	}

	@AfterAll
	static void ferma() {
		if (app != null) {
			app.close();
		}
	}

	// What is there

	@Test
	void unElencoVuotoDiceCheCosaFare() {
		assertThat(pagina("rtd2", "/differimenti")).contains("Non c'è ancora nessun differimento")
			.contains("«Avvia processo»", "«Registrare un differimento»", "href=\"/camunda/app/tasklist/default/\"")
			.doesNotContain("<table");
		for (String altro : List.of("operatore2", "admin")) {
			assertThat(pagina(altro, "/differimenti")).as(altro).contains("Li registra l'ufficio RTD");
		}
	}

	@Test
	void lElencoDiceCheCosaPerChiEAChePunto() {
		long primo = registra(domandaFinoAl("2022-12-02"));
		conferma(primo);
		applica(primo, 3);
		long secondo = registra(domandaFinoAl("2022-12-05"));
		for (String chi : List.of("rtd", "responsabile")) {
			String pagina = pagina(chi, "/differimenti");
			assertThat(numeri(pagina)).as("l'ultimo per primo").startsWith(secondo, primo);
			assertThat(riga(pagina, primo)).contains("Nuova data fissa 02/12/2022", "Invio della domanda",
					"Decreto 99/2022 del 15/09/2022", "tutte le candidature dell&#39;avviso " + SETTEMBRE, "in corso",
					"3 di 55, 1 esclusa", "rtd", "20/09/2022 alle 09:0");
			assertThat(riga(pagina, secondo)).contains("da confermare", "0 di 55, 1 esclusa");
		}
	}

	@Test
	void unAttoConOgniSuoFatto() {
		String prima = Parole.giorno(app.scadenza(diProva, TipoTermine.DOMANDA).governante());
		long numero = registra(domandaFinoAl("2022-12-07"));
		String pagina = pagina("rtd", "/differimenti/" + numero);
		assertThat(pagina).contains("Differimento n. " + numero + ": Nuova data fissa 07/12/2022",
				"aspetta in Attività chi la confermi", "0 di 55, 1 esclusa", "mercoledì 07/12/2022",
				"Serve a tutti gli enti.", "da rtd, il 20/09/2022 alle 09:0");
		assertThat(pagina).doesNotContain("http-equiv=\"refresh\"", "Interrompi", "Confermato");
		assertThat(righe(pagina).get(0)).as("prima la esclusa, con il motivo")
			.contains("Comune di Crema", diCrema, SETTEMBRE, "–", "esclusa", "il termine «Invio della domanda»");
		assertThat(righe(pagina).get(1)).contains("Comune di Prova", diProva, prima, "07/12/2022",
				"Invio della domanda: " + prima + " → 07/12/2022", "da applicare");

		conferma(numero);
		applica(numero, 55);
		pagina = pagina("rtd", "/differimenti/" + numero);
		assertThat(pagina).contains("concluso", "55 di 55, 1 esclusa",
				"Ha raggiunto tutte le candidature che poteva raggiungere",
				"<dt>Confermato</dt><dd>da rtd, il 20/09/2022", "<dt>Concluso</dt><dd>il 20/09/2022");
		assertThat(righe(pagina).get(1)).contains("applicata");
		assertThat(pagina).doesNotContain("http-equiv=\"refresh\"", "Interrompi", "Riprendi");
	}

	@Test
	void unAnnullato() {
		long numero = registra(domandaFinoAl("2022-12-02"));
		app.compila("rtd", "D%06d".formatted(numero), "confermaDifferimento", Map.of("decisione", "annulla"));
		assertThat(pagina("rtd", "/differimenti/" + numero)).contains("annullato", "nessuna data è cambiata",
				"<dt>Annullato</dt><dd>da rtd");
	}

	/** Kinds that no term of these candidature takes: as they stand in the table. */
	@Test
	void contatoreGiorniSospesiERevoche() {
		long proroga = inserisci(Differimento.proroga(0, Contatore.PEC, 1090, "PEC prot. 12/2022", giorno()), null);
		long sospensione = inserisci(Differimento.sospensione(0, LocalDate.of(2020, 2, 23), LocalDate.of(2020, 5, 15),
				"DL 18/2020", giorno()), null);
		long revoca = inserisci(null, proroga);
		assertThat(pagina("rtd", "/differimenti/" + proroga))
			.contains("<dt>Contatore del portale</dt><dd>proroga richiesta via PEC</dd>",
					"<dt>Giorni concessi</dt><dd>1.090</dd>")
			.contains("<dt>Revocato</dt><dd><a href=\"/differimenti/" + revoca + "\">");
		assertThat(pagina("rtd", "/differimenti/" + sospensione)).contains(
				"<dt>Sospeso</dt><dd>dal 23/02/2020 al 15/05/2020 compresi, 83 giorni</dd>",
				"<dt>Termine</dt><dd>tutti i termini</dd>");
		assertThat(pagina("rtd", "/differimenti/" + revoca)).contains("<dt>Revoca</dt><dd><a href=\"/differimenti/"
				+ proroga + "\">il differimento n. " + proroga + "</a></dd>");
	}

	@Test
	void cinquantaCandidaturePerPagina() {
		long numero = registra(domandaFinoAl("2022-12-02"));
		String percorso = "/differimenti/" + numero;
		String prima = pagina("rtd", percorso);
		String seconda = pagina("rtd", percorso + "?pagina=2");
		assertThat(righe(prima)).hasSize(50);
		assertThat(righe(seconda)).hasSize(6).doesNotContainAnyElementsOf(righe(prima));
		assertThat(prima).contains("Pagina 1 di 2", "href=\"" + percorso + "?pagina=2\"")
			.doesNotContain("Pagina precedente");
		assertThat(seconda).contains("Pagina 2 di 2", "href=\"" + percorso + "\"").doesNotContain("Pagina successiva");
		for (String oltre : List.of("3", "9999999")) {
			assertThat(righe(pagina("rtd", percorso + "?pagina=" + oltre))).isEqualTo(righe(seconda));
		}
		for (String assurda : List.of("0", "-1", "due", "99999999999999", "")) {
			assertThat(righe(pagina("rtd", percorso + "?pagina=" + assurda))).isEqualTo(righe(prima));
		}
	}

	// Who sees what

	@Test
	void loVedeSoloChiDeve() {
		long numero = registra(domandaFinoAl("2022-12-02"));
		for (String altro : List.of("rtd2", "operatore", "referente", "operatore2", "admin")) {
			Sessione s = Sessione.di(app, altro);
			assertThat(numeri(s.get("/differimenti").body())).as(altro).doesNotContain(numero);
			HttpResponse<String> r = s.get("/differimenti/" + numero);
			HttpResponse<String> mancante = s.get("/differimenti/999999");
			assertThat(r.statusCode()).as(altro).isEqualTo(404);
			assertThat(mancante.statusCode()).isEqualTo(404);
			assertThat(r.body()).isEqualTo(mancante.body().replace("999999", String.valueOf(numero)));
		}
	}

	@Test
	void laDataDelPortaleLaVedeIlSuoEnte() {
		app.come("operatore",
				() -> app.bean(FormService.class)
					.submitStartForm(processo(RegistraDataPortale.CHIAVE),
							Map.of("scadenza", app.scadenza(diCrema, TipoTermine.CUP).id(), "dataPortale", "2022-09-30",
									"riferimento", "portale, schermata del 20/09/2022")));
		List<Long> di = numeri(pagina("operatore", "/differimenti"));
		assertThat(di).hasSize(1);
		String percorso = "/differimenti/" + di.get(0);
		for (String chi : List.of("operatore", "referente", "rtd", "responsabile")) {
			assertThat(pagina(chi, percorso)).as(chi).contains("Data del portale 30/09/2022", "1 di 1", "concluso");
		}
		for (String altro : List.of("operatore2", "rtd2")) {
			assertThat(Sessione.di(app, altro).get(percorso).statusCode()).as(altro).isEqualTo(404);
		}
		long revoca = inserisci(null, di.get(0));
		assertThat(pagina("operatore", percorso)).as("della revoca sa che c'è, non di chi altro parla")
			.contains("<dt>Revocato</dt><dd>dall&#39;ufficio RTD</dd>")
			.doesNotContain("/differimenti/" + revoca, "ambito di prova");
		assertThat(pagina("rtd", percorso)).contains("/differimenti/" + revoca, "ambito di prova");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "abc", "1e3", "99999999999999999999999", "%3Cb%3E" })
	void unNumeroCheNonEsiste(String assurdo) {
		HttpResponse<String> r = Sessione.di(app, "rtd").get("/differimenti/" + assurdo);
		assertThat(r.statusCode()).isEqualTo(404);
		assertThat(r.body()).contains("non esiste.").doesNotContain("<b>");
	}

	@Test
	void soloLUfficioRtdInterrompe() {
		long numero = inCorso();
		String percorso = "/differimenti/" + numero + "/interrompi";
		for (String altro : List.of("operatore", "referente", "responsabile", "admin")) {
			assertThat(invia(Sessione.di(app, altro), percorso).statusCode()).as(altro).isEqualTo(403);
		}
		assertThat(Sessione.anonima(app).manda("POST", percorso, FORM, "").statusCode()).isIn(302, 403);
		assertThat(invia(Sessione.di(app, "rtd2"), percorso).statusCode()).as("di un'altra gestione").isEqualTo(404);
		assertThat(Sessione.di(app, "rtd").manda("POST", percorso, FORM, "").statusCode()).as("senza token")
			.isEqualTo(403);
		assertThat(stato(numero)).isEqualTo(StatoAtto.IN_CORSO);
		assertThat(pagina("responsabile", "/differimenti/" + numero)).doesNotContain("Interrompi<");

		HttpResponse<String> r = invia(Sessione.di(app, "rtd"), percorso);
		assertThat(r.statusCode()).isEqualTo(302);
		assertThat(r.headers().firstValue("Location")).get().asString().endsWith("/differimenti/" + numero);
		assertThat(stato(numero)).isEqualTo(StatoAtto.INTERROTTO);
	}

	@Test
	void senzaScriptLaPaginaSiRicaricaFinoAChePuo() {
		long numero = inCorso();
		String percorso = "/differimenti/" + numero;
		assertThat(pagina("rtd", percorso)).contains("<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>",
				"href=\"" + percorso + "?fermo=si\"", "?pagina=2\"");
		assertThat(pagina("rtd", percorso + "?fermo=si")).doesNotContain("http-equiv=\"refresh\"", "<script")
			.contains("Riprendi l'aggiornamento automatico", "?pagina=2&amp;fermo=si");
	}

	// In the browser

	@Test
	void seguireInterrompereERiprendereConLaTastiera() {
		long numero = inCorso();
		try (Navigatore browser = Navigatore.apri(app)) {
			Page pagina = browser.entra("rtd", "/");
			pagina.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Differimenti")).press("Enter");
			assertThat(pagina).hasTitle("Differimenti – Cronoprogramma");
			pagina.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("n. " + numero).setExact(true))
				.press("Enter");
			assertThat(pagina.locator("#conteggio")).hasText("0 di 55, 1 esclusa");

			Locator interrompi = pagina.getByRole(AriaRole.BUTTON, INTERROMPI);
			interrompi.focus();
			applica(numero, 2);
			assertThat(pagina.locator("#conteggio")).hasText("2 di 55, 1 esclusa");
			assertThat(pagina.locator("#barra")).hasJSProperty("value", 2);
			assertThat(pagina.locator("#righe tr")).hasCount(50);
			assertThat(interrompi).isFocused();
			assertThat(Esame.violazioni(pagina)).as("mentre si aggiorna").isEmpty();

			Page vecchia = pagina.context().newPage();
			vecchia.navigate(browser.indirizzo("/differimenti/" + numero + "?fermo=si"));

			pagina.keyboard().press("Enter");
			assertThat(pagina.locator("#stato")).hasText("interrotto");
			assertThat(pagina.getByRole(AriaRole.BUTTON, INTERROMPI)).hasCount(0);
			assertThat(lavoro(numero).isSuspended()).isTrue();
			assertThat(Esame.violazioni(pagina)).as("interrotto").isEmpty();

			vecchia.getByRole(AriaRole.BUTTON, INTERROMPI).press("Enter");
			assertThat(vecchia.getByRole(AriaRole.ALERT))
				.hasText("Il differimento n. " + numero + " non è più «in corso»: aggiorni la pagina.");
			assertThat(vecchia.locator("#stato")).hasText("interrotto");
			assertThat(Esame.violazioni(vecchia)).as("con il rifiuto").isEmpty();
			vecchia.reload();
			assertThat(vecchia.getByRole(AriaRole.ALERT)).hasCount(0);

			pagina.getByRole(AriaRole.BUTTON, RIPRENDI).press("Enter");
			assertThat(pagina.locator("#stato")).hasText("in corso");
			assertThat(lavoro(numero).isSuspended()).isFalse();
			applica(numero, 53);
			assertThat(pagina.locator("#stato")).hasText("concluso");
			assertThat(pagina.locator("#conteggio")).hasText("55 di 55, 1 esclusa");
			assertThat(browser.errori()).isEmpty();
		}
	}

	@Test
	void fermareLAggiornamento() {
		long numero = inCorso();
		try (Navigatore browser = Navigatore.apri(app)) {
			Page pagina = browser.entra("rtd", "/differimenti/" + numero);
			pagina.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ferma l'aggiornamento automatico"))
				.press("Enter");
			assertThat(pagina.getByRole(AriaRole.LINK,
					new Page.GetByRoleOptions().setName("Riprendi l'aggiornamento automatico")))
				.isVisible();
			assertThat(pagina.locator("script")).hasCount(0);
			assertThat(Esame.violazioni(pagina)).isEmpty();
			pagina.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pagina successiva")).press("Enter");
			assertThat(pagina.locator("#righe tr")).hasCount(6);
			// and stays so
			assertThat(pagina.locator("script")).hasCount(0);
			assertThat(browser.errori()).isEmpty();
		}
	}

	@Test
	void accessibiliAncheSulTelefono() {
		long numero = inCorso();
		applica(numero, 20);
		try (Navigatore browser = Navigatore.apri(app)) {
			Page pagina = browser.entra("rtd", "/differimenti");
			for (String percorso : List.of("/", "/differimenti", "/differimenti/" + numero, "/differimenti/999999")) {
				for (int larghezza : new int[] { 1280, 390 }) {
					pagina.setViewportSize(larghezza, 850);
					pagina.navigate(browser.indirizzo(percorso));
					assertThat(Esame.violazioni(pagina)).as(percorso + " " + larghezza).isEmpty();
				}
				pagina.setViewportSize(320, 850);
				assertThat(pagina.evaluate("document.documentElement.scrollWidth"))
					.as(percorso + " non si scorre di lato")
					.isEqualTo(320);
			}
			Page vuota = browser.entra("rtd2", "/differimenti");
			assertThat(Esame.violazioni(vuota)).as("elenco vuoto").isEmpty();
			assertThat(browser.errori()).allMatch((e) -> e.contains("404"));
		}
	}

	// Steps

	private static Map<String, Object> domandaFinoAl(String giorno) {
		return Map.of("tipo", "data-fissa", "termine", "domanda", "nuovaData", giorno, "atto", "Decreto 99/2022",
				"dataAtto", "2022-09-15", "ambito", "avviso", "avviso", SETTEMBRE, "nota", "Serve a tutti gli enti.");
	}

	private static long registra(Map<String, Object> campi) {
		return app.come("rtd", () -> {
			app.bean(FormService.class).submitStartForm(processo(RegistraDifferimento.CHIAVE), campi);
			return app.bean(DifferimentoRepository.class).elenco(List.of("gestione1"), 1).get(0).numero();
		});
	}

	private static void conferma(long numero) {
		app.compila("rtd", "D%06d".formatted(numero), "confermaDifferimento", Map.of("decisione", "conferma"));
	}

	private static long inCorso() {
		long numero = registra(domandaFinoAl("2022-12-02"));
		conferma(numero);
		return numero;
	}

	private static void applica(long numero, int volte) {
		for (int i = 0; i < volte; i++) {
			app.bean(ManagementService.class).executeJob(lavoro(numero).getId());
		}
	}

	private static Job lavoro(long numero) {
		ProcessInstance istanza = app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processDefinitionKey(ApplicaDifferimento.CHIAVE)
			.processInstanceBusinessKey("D%06d".formatted(numero))
			.singleResult();
		return app.bean(ManagementService.class).createJobQuery().processInstanceId(istanza.getId()).singleResult();
	}

	private static String processo(String chiave) {
		return app.bean(RepositoryService.class)
			.createProcessDefinitionQuery()
			.processDefinitionKey(chiave)
			.latestVersion()
			.singleResult()
			.getId();
	}

	private static StatoAtto stato(long numero) {
		return app.bean(DifferimentoRepository.class).leggi(numero).stato();
	}

	private static LocalDate giorno() {
		return LocalDate.of(2022, 9, 15);
	}

	private static long inserisci(Differimento effetto, Long revoca) {
		DifferimentoRepository differimenti = app.bean(DifferimentoRepository.class);
		long numero = differimenti.nuovoNumero();
		TipoTermine termine = (effetto == null || effetto.tipo() == Differimento.Tipo.SOSPENSIONE) ? null
				: TipoTermine.COMPLETAMENTO;
		differimenti.inserisci(
				new AttoDifferimento(numero, termine, effetto, revoca,
						(effetto == null) ? "Nota prot. 7/2022" : effetto.atto(), giorno(), null, "ambito di prova",
						"gestione1", StatoAtto.CONCLUSO, new Autore("rtd", Applicazione.istante("2022-09-20T09:00"))),
				List.of(new Riga(diCrema, "", "", Esito.SALTATO, null, null, "prova")));
		return numero;
	}

	// Pages

	private static String pagina(String utente, String percorso) {
		HttpResponse<String> r = Sessione.di(app, utente).get(percorso);
		assertThat(r.statusCode()).as(utente + " " + percorso).isEqualTo(200);
		return r.body();
	}

	/** As a page of the user would send it, with a token that is his. */
	private static HttpResponse<String> invia(Sessione sessione, String percorso) {
		Matcher m = CSRF.matcher(sessione.get("/").body());
		assertThat(m.find()).isTrue();
		return sessione.manda("POST", percorso, FORM, "_csrf=" + URLEncoder.encode(m.group(1), StandardCharsets.UTF_8));
	}

	private static List<Long> numeri(String pagina) {
		List<Long> numeri = new ArrayList<>();
		for (Matcher m = NUMERO.matcher(pagina); m.find();) {
			numeri.add(Long.valueOf(m.group(1)));
		}
		return numeri;
	}

	private static String riga(String pagina, long numero) {
		return righe(pagina).stream()
			.filter((r) -> r.contains("/differimenti/" + numero + "\""))
			.findFirst()
			.map((r) -> r.replaceAll("<[^>]+>", ""))
			.orElseThrow(() -> new AssertionError("il n. " + numero + " non è nella pagina"));
	}

	private static List<String> righe(String pagina) {
		String corpo = pagina.substring(pagina.indexOf("<tbody"), pagina.indexOf("</tbody>"));
		return List.of(corpo.split("<tr>")).stream().skip(1).toList();
	}

}
