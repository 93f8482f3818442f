package it.cronoprogramma;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.Navigatore;
import it.cronoprogramma.prova.Vita;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static it.cronoprogramma.prova.Applicazione.AGNADELLO;
import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.CREMA;
import static it.cronoprogramma.prova.Applicazione.PANDINO;
import static it.cronoprogramma.prova.Applicazione.SETTEMBRE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people see: the application in a browser, from the login to Cockpit. Each test has
 * a candidatura of its own.
 */
class NavigazioneIT {

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	private static final String COCKPIT = "/camunda/app/cockpit/default/";

	private static final DateTimeFormatter GIORNO = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static Applicazione app;

	private static Navigatore browser;

	private static String cremaConCup;

	private static String agnadelloConCup;

	private static String pandinoConDecreto;

	@BeforeAll
	static void avvia() {
		Navigatore.serve();
		app = Applicazione.avvia("2022-09-20");
		cremaConCup = finoAlCup("operatore", CREMA);
		agnadelloConCup = finoAlCup("operatore3", AGNADELLO);
		pandinoConDecreto = finoAlCup("operatore2", PANDINO);
		app.compila("operatore2", pandinoConDecreto, "inserisciCup",
				Map.of("cup", "G51F22003080006", "dataInserimento", "2022-09-19"));
		app.compila("operatore2", pandinoConDecreto, "registraDecreto",
				Map.of("numeroDecreto", "Decreto n.32 - 2 / 2022 - PNRR", "dataDecreto", "2022-09-19", "dataNotifica",
						"2022-09-20", "oraNotifica", "08:40", "protocollo", "1/2022", "importoDecretato", 77549));
		app.nuovaCandidatura("operatore2", PANDINO, SETTEMBRE);
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
	void accessoDiTutti() {
		Page pagina = browser.visita("/accesso");
		assertThat(violazioni(pagina)).isEmpty();

		pagina.getByLabel("Nome utente").fill("referente");
		pagina.getByLabel("Password").fill("sbagliata");
		pagina.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accedi")).click();
		assertThat(pagina.getByRole(AriaRole.ALERT))
			.hasText("Nome utente o password non corretti. Controlli e riprovi.");
		assertThat(violazioni(pagina)).as("con il messaggio").isEmpty();
	}

	@Test
	void accessoConLaSolaTastiera() {
		Page pagina = browser.visita("/accesso");
		assertThat(pagina.getByLabel("Nome utente")).isFocused();
		pagina.keyboard().type("operatore");
		pagina.keyboard().press("Tab");
		pagina.keyboard().type("operatore");
		pagina.keyboard().press("Enter");

		assertThat(pagina.getByText("Ha effettuato l'accesso come operatore")).isVisible();
		assertThat(pagina.getByText("Oggi è martedì 20/09/2022")).isVisible();
		assertThat(violazioni(pagina)).isEmpty();
		pagina.keyboard().press("Tab");
		assertThat(pagina.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Attività"))).isFocused();
		pagina.keyboard().press("Enter");
		assertThat(pagina.locator("li.task").first()).isVisible();
	}

	@Test
	void primaPaginaDiChiHaPiuPorte() {
		Page pagina = browser.entra("responsabile", "/");
		assertThat(pagina.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Menu"))
			.getByRole(AriaRole.LINK))
			.hasText(new String[] { "Attività", "Candidature", "Differimenti", "PEC", "Portafoglio", "Andamento",
					"Calendari", "Le mie mail", "Posta", "Processi" });
		assertThat(violazioni(pagina)).isEmpty();
	}

	@Test
	void uscitaDallaTasklist() {
		Page pagina = browser.entra("operatore", TASKLIST);
		assertThat(pagina.locator("li.task").first()).isVisible();
		pagina.locator(".account .dropdown-toggle").click();
		pagina.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Esci").setExact(true)).click();
		pagina.waitForURL(browser.indirizzo("/accesso"));

		assertThat(pagina.context().cookies()).as("il vecchio biscotto c'è ancora")
			.anyMatch((c) -> c.name.equals("JSESSIONID"));
		assertThat(pagina.context()
			.request()
			.get(browser.indirizzo("/camunda/api/engine/engine/default/task/count"))
			.status()).as("ma non apre più nulla").isEqualTo(401);
		pagina.navigate(browser.indirizzo(TASKLIST));
		assertThat(pagina).hasURL(browser.indirizzo("/accesso"));
		soloRichiesteDopoLUscita();
	}

	@Test
	void uscitaDaCockpit() {
		Page pagina = browser.entra("responsabile", COCKPIT);
		pagina.locator(".account .dropdown-toggle").click();
		pagina.locator(".logout a").click();
		pagina.waitForURL(browser.indirizzo("/accesso"));
		soloRichiesteDopoLUscita();
	}

	@Test
	void tasklistInItalianoConLeSoleAttivitaDelComune() {
		Page pagina = browser.entra("operatore", TASKLIST);
		Locator elenco = pagina.locator("ol.tasks-list > li.task");

		assertThat(pagina).hasTitle("Cronoprogramma Attività");
		assertThat(pagina.locator("html")).hasAttribute("lang", "it");
		assertThat(pagina.getByText("Avvia processo")).isVisible();
		assertThat(pagina.getByPlaceholder("Filtra le attività")).isVisible();
		assertThat(pagina.getByText("Selezionare un'attività nell'elenco.")).isVisible();
		assertThat(pagina.locator(".task-filter h4"))
			.containsText(new String[] { "Le mie attività", "In scadenza", "Scadute" });
		assertThat(pagina.locator(".sort-by")).hasText("Scadenza");
		assertThat(pagina.getByText("Crea attività")).isHidden();

		assertThat(elenco.filter(conTesto("Comune di Crema")).first()).isVisible();
		assertThat(elenco).hasCount((int) app.bean(TaskService.class).createTaskQuery().tenantIdIn(CREMA.id()).count());
		assertThat(app.bean(TaskService.class).createTaskQuery().tenantIdIn(PANDINO.id()).count()).isPositive();
		assertThat(elenco.filter(new Locator.FilterOptions().setHasNotText("Comune di Crema"))).hasCount(0);

		Locator scheda = elenco.filter(conTesto("Inserire il CUP"));
		assertThat(scheda.locator(".due-date")).hasText(Pattern.compile("Scadenza\\s+\\S+ " + termine(cremaConCup)));
		assertThat(scheda).containsText("Inserimento del CUP");
	}

	@Test
	void messaggiDeiModuliInItaliano() {
		Page pagina = browser.entra("operatore", TASKLIST);
		apri(pagina, "Inserire il CUP");
		assertThat(pagina.locator(".disabled-form")).isVisible();
		prendiInCarico(pagina);
		Locator cup = pagina.getByLabel("CUP").first();

		cup.fill("x");
		assertThat(errore(pagina, "CUP")).hasText("Il CUP ha 15 caratteri, solo lettere e cifre.");
		cup.fill("");
		assertThat(errore(pagina, "CUP")).hasText("Campo obbligatorio.");
		assertThat(pagina.getByLabel("Data di inserimento nel portale")).hasAttribute("placeholder", "gg/mm/aaaa");
		assertThat(pulsanteCompleta(pagina)).isDisabled();
	}

	@Test
	void cupRifiutatoDalServerPoiAccettato() {
		Page pagina = browser.entra("operatore3", TASKLIST);
		Locator elenco = pagina.locator("ol.tasks-list > li.task");
		assertThat(elenco).hasCount(1);
		apri(pagina, "Inserire il CUP");
		Locator modulo = pagina.locator(".fjs-container");
		assertThat(modulo).containsText("Comune di Agnadello");
		assertThat(modulo).containsText("2204004");
		assertThat(modulo).containsText(Pattern.compile("Entro \\S+ " + termine(agnadelloConCup)));
		prendiInCarico(pagina);

		Locator cup = pagina.getByLabel("CUP").first();
		Locator data = pagina.getByLabel("Data di inserimento nel portale");
		data.fill("20/09/2022");
		data.press("Enter");
		cup.fill("B91F2200069000X");
		completa(pagina);
		Locator avviso = pagina.locator(".page-notifications .alert-danger, .notifications .alert-danger");
		assertThat(avviso).containsText("Attività non completata");
		assertThat(avviso).containsText("CUP non valido: «B91F2200069000X»");
		assertThat(cup).hasValue("B91F2200069000X");
		assertThat(data).hasValue("20/09/2022");
		assertThat(app.candidatura(agnadelloConCup).cup()).isEmpty();
		assertThat(browser.errori()).as("il rifiuto e nient'altro").singleElement().asString().contains("422");

		cup.fill("B91F22000690006");
		completa(pagina);
		assertThat(elenco.filter(conTesto("Inserire il CUP"))).hasCount(0);
		assertThat(pagina.locator(".task-card")).hasCount(0);
		assertThat(app.candidatura(agnadelloConCup).cup()).get().asString().isEqualTo("B91F22000690006");
	}

	@Test
	void nuovaCandidaturaFinoAllaDomanda() {
		Page pagina = browser.entra("operatore", TASKLIST);
		pagina.getByText("Avvia processo").click();
		Locator finestra = pagina.locator(".modal-dialog");
		finestra.getByText("Nuova candidatura").click();
		assertThat(finestra.getByLabel("Ente")).hasValue("Comune di Crema");
		finestra.getByLabel("Avviso").click();
		Locator avvisi = finestra.locator(".fjs-dropdownlist-item").filter(conTesto("1.4.1"));
		assertThat(avvisi).containsText(
				new String[] { "1.4.1 Esperienza del Cittadino - Comuni - Settembre 2022 – aperto fino al 04/11/2022",
						"1.4.1 Esperienza del Cittadino - Comuni - Aprile 2022 – chiuso il 02/09/2022" });
		finestra.locator(".fjs-dropdownlist-item").filter(conTesto("Cittadino - Comuni - Settembre")).click();
		finestra.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Avvia")).click();
		assertThat(pagina.getByText("Il processo è stato avviato.")).isVisible();

		apri(pagina, "Comporre il pacchetto");
		prendiInCarico(pagina);
		Locator modulo = pagina.locator(".fjs-container");
		assertThat(modulo).containsText("Contributo: 87.682,00 €");
		pagina.getByLabel("Attività da avviare").check();
		Locator servizi = pagina.getByLabel("Servizi da avviare");
		servizi.fill("IMU");
		assertThat(modulo.locator(".fjs-dropdownlist-item")).hasText(new String[] { "Pagare tributi IMU" });
		servizi.press("Enter");
		assertThat(modulo).containsText("Contributo: 126.332,00 €");
		servizi.fill("contravvenzioni");
		modulo.locator(".fjs-dropdownlist-item").filter(conTesto("Pagare contravvenzioni")).click();
		assertThat(modulo.locator(".fjs-taglist-tag-label"))
			.hasText(new String[] { "Pagare tributi IMU", "Pagare contravvenzioni" });
		assertThat(modulo).containsText("Contributo: 164.982,00 € · servizi scelti: 2 su 5");
		completa(pagina);

		apri(pagina, "Inviare la domanda");
		assertThat(modulo).containsText("Pagare tributi IMU");
		assertThat(modulo).containsText("Pagare contravvenzioni");
		assertThat(modulo).containsText("Contributo richiesto: 164.982,00 €");

		prendiInCarico(pagina);
		Locator data = pagina.getByLabel("Data di invio");
		pagina.getByLabel("La domanda è stata inviata dal portale").check();
		pulsanteCompleta(pagina).click();
		assertThat(errore(pagina, "Data di invio")).hasText("Campo obbligatorio.");
		assertThat(pulsanteCompleta(pagina)).isDisabled();
		pagina.getByLabel("Il pacchetto è da modificare").check();
		assertThat(data).hasCount(0);
		// the error of a field that is no longer asked for must not hold anybody up
		assertThat(pulsanteCompleta(pagina)).isEnabled();
		completa(pagina);
		assertThat(pagina.locator("ol.tasks-list > li.task").filter(conTesto("Comporre il pacchetto"))).isVisible();
	}

	/** From the start form to the new date, and what the form asks for as one goes. */
	@Test
	void unDifferimentoDallAvvioAllaConferma() {
		Page pagina = browser.entra("rtd", TASKLIST);
		pagina.getByText("Avvia processo").click();
		Locator finestra = pagina.locator(".modal-dialog");
		finestra.getByText("Registrare un differimento").click();
		assertThat(finestra.getByLabel("Mesi in più")).hasCount(0);
		finestra.getByLabel("Differimento di mesi stabilito da un decreto").check();
		finestra.getByLabel("Mesi in più").fill("3");
		scegli(finestra, "Quale termine l'atto sposta", "Contrattualizzazione");
		finestra.locator("input[id$=Campo_Atto]").fill("Decreto 4/2022");
		finestra.getByLabel("Data dell'atto").fill("19/09/2022");
		finestra.getByLabel("Data dell'atto").press("Enter");
		finestra.getByLabel("Una sola").check();
		scegli(finestra, "Solo le candidature con un termine che corre", pandinoConDecreto);
		finestra.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Avvia")).click();
		assertThat(pagina.getByText("Il processo è stato avviato.")).isVisible();

		apri(pagina, "Confermare il differimento");
		Locator modulo = pagina.locator(".fjs-container");
		assertThat(modulo).containsText("Differimento di 3 mesi · Contrattualizzazione dei fornitori");
		assertThat(modulo).containsText("1 candidatura riceverà l'atto");
		assertThat(modulo.locator("table")).containsText("20/06/2023");
		assertThat(modulo.locator("table")).containsText("20/09/2023");
		assertThat(app.scadenza(pandinoConDecreto, TipoTermine.CONTRATTUALIZZAZIONE).governante())
			.isEqualTo("2023-06-20");
		prendiInCarico(pagina);
		pagina.getByLabel("Sì: applichi l'atto a queste candidature").check();
		completa(pagina);
		assertThat(pagina.locator(".task-card")).hasCount(0);
		ManagementService lavori = app.bean(ManagementService.class);
		lavori.executeJob(lavori.createJobQuery().messages().singleResult().getId());

		Page operatore = browser.entra("operatore2", TASKLIST);
		apri(operatore, "Registrare un contratto");
		assertThat(operatore.locator(".fjs-container")).containsText("Entro mercoledì 20/09/2023");
		assertThat(operatore.locator(".fjs-container"))
			.containsText("Differimento di 3 mesi (Decreto 4/2022 del 19/09/2022)");
		operatore.getByText("Avvia processo").click();
		assertThat(operatore.locator(".modal-dialog").getByText("Registrare un differimento")).hasCount(0);
		operatore.locator(".modal-dialog").getByText("Registrare la data del portale").click();
		Locator avvio = operatore.locator(".modal-dialog");
		scegli(avvio, "I termini che corrono", "Contrattualizzazione dei fornitori · 20/09/2023");
		avvio.getByLabel("Data del portale").first().fill("18/09/2023");
		avvio.getByLabel("Data del portale").first().press("Enter");
		avvio.getByLabel("Dove l'ha letta").fill("schermata prot. 345/2022");
		avvio.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Avvia")).click();
		assertThat(operatore.getByText("Il processo è stato avviato.")).isVisible();
		assertThat(app.scadenza(pandinoConDecreto, TipoTermine.CONTRATTUALIZZAZIONE).governante())
			.isEqualTo("2023-09-18");
	}

	/** Into an ente that is there, then into one that is not known yet. */
	@Test
	void unaFusioneDalModulo() {
		Ente gombito = app.nuovoComune("Comune di Gombito", 600);
		Ente soncino = app.nuovoComune("Comune di Soncino", 7600);
		String codice = finoAlCup(gombito.id(), gombito);
		Page pagina = browser.entra("rtd", TASKLIST);
		pagina.getByText("Avvia processo").click();
		Locator finestra = pagina.locator(".modal-dialog");
		finestra.getByText("Registrare una fusione di enti").click();
		assertThat(finestra.getByLabel("Nome del nuovo ente")).hasCount(0);
		finestra.getByLabel("Incorporazione: un ente entra in uno che resta").check();
		scegli(finestra, "Un ente per volta", "Comune di Gombito");
		finestra.getByLabel("Un ente già presente").check();
		scegli(finestra, "Quello a cui passano le candidature", "Comune di Soncino");
		finestra.locator("input[id$=Campo_Atto]").fill("L.R. Lombardia 5/2022");
		data(finestra, "Data dell'atto", "01/09/2022");
		data(finestra, "Giorno di effetto", "21/09/2022");
		Locator avvia = finestra.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Avvia"));
		avvia.click();
		assertThat(pagina.getByText("Giorno di effetto 21/09/2022: è nel futuro, oggi è il 20/09/2022")).isVisible();
		assertThat(browser.errori()).as("il rifiuto e nient'altro").singleElement().asString().contains("422");
		data(finestra, "Giorno di effetto", "20/09/2022");
		assertThat(violazioni(pagina)).isEmpty();
		avvia.click();
		assertThat(pagina.getByText("Il processo è stato avviato.")).isVisible();

		Page suo = browser.entra(soncino.id(), TASKLIST);
		assertThat(suo.locator("ol.tasks-list > li.task")).hasCount(1);
		assertThat(suo.locator("ol.tasks-list > li.task")).containsText("Comune di Soncino (già Comune di Gombito)");
		apri(suo, "Inserire il CUP");
		assertThat(suo.locator(".fjs-container")).containsText("Comune di Soncino (già Comune di Gombito)");
		assertThat(suo.locator(".fjs-container")).containsText(Pattern.compile("Entro \\S+ " + termine(codice)));
		Page vecchio = browser.entra(gombito.id(), TASKLIST);
		assertThat(vecchio.locator("ol.tasks-list > li.task")).hasCount(0);

		pagina.getByText("Avvia processo").click();
		finestra.getByText("Registrare una fusione di enti").click();
		finestra.getByLabel("Fusione: più enti ne formano uno nuovo").check();
		scegli(finestra, "Un ente per volta", "Comune di Soncino");
		finestra.getByLabel("Un ente nuovo").check();
		assertThat(finestra.locator(".fjs-form-field-select").filter(conTesto("Quello a cui passano"))).hasCount(0);
		finestra.getByLabel("Nome del nuovo ente").fill("Comune di Soncino Nuova");
		finestra.getByLabel("Codice IPA").fill("c_m999");
		finestra.getByLabel("Popolazione").first().fill("8200");
		finestra.getByLabel("Nome del referente").fill("Segretario comunale");
		finestra.getByLabel("E-mail del referente").fill("segretario@soncino.example");
		finestra.locator("input[id$=Campo_Atto]").fill("L.R. Lombardia 6/2022");
		data(finestra, "Data dell'atto", "02/09/2022");
		data(finestra, "Giorno di effetto", "20/09/2022");
		avvia.click();
		assertThat(pagina.getByText("Il processo è stato avviato.").first()).isVisible();
		assertThat(pagina.locator("ol.tasks-list > li.task")
			.filter(conTesto("Comune di Soncino Nuova (già Comune di Gombito)"))).hasCount(1);
	}

	private static void data(Locator modulo, String etichetta, String giorno) {
		modulo.getByLabel(etichetta).first().fill(giorno);
		modulo.getByLabel(etichetta).first().press("Enter");
	}

	@Test
	void loScenarioSiVedeMentreSiScrive() {
		Page pagina = browser.entra("rtd", TASKLIST);
		pagina.getByText("Avvia processo").click();
		Locator finestra = pagina.locator(".modal-dialog");
		finestra.getByText("Calcolare uno scenario").click();
		finestra.getByLabel("Una popolazione").check();
		Locator popolazione = finestra.getByRole(AriaRole.TEXTBOX,
				new Locator.GetByRoleOptions().setName("Popolazione"));
		popolazione.fill("5000");
		Locator righe = finestra.locator("table tbody tr");
		assertThat(righe.first()).containsText("«Opportunità»");
		assertThat(righe.first()).containsText("214.319,00 €");
		assertThat(righe).hasCount(26);
		popolazione.fill("5001");
		assertThat(righe.first()).containsText("351.226,00 €");
		finestra.getByLabel("Un ente").check();
		assertThat(righe).hasCount(0);
		scegli(finestra, "Gli enti per cui Lei lavora", "Comune di Crema");
		assertThat(righe.first()).containsText("674.500,00 €");
		finestra.getByLabel("Tutti i miei enti").check();
		assertThat(righe).hasCount(0);
		finestra.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Avvia")).click();
		assertThat(pagina.getByText("Il processo è stato avviato.")).isVisible();

		apri(pagina, "Esaminare lo scenario");
		Locator modulo = pagina.locator(".fjs-container");
		assertThat(modulo.locator("table")).containsText("Comune di Crema");
		assertThat(modulo.locator("table")).containsText("674.500,00 €");
		prendiInCarico(pagina);
		completa(pagina);
		assertThat(pagina.locator(".task-card")).hasCount(0);
	}

	@Test
	void unPacchettoDiServiziDaComporreEDaRegistrare() {
		Ente comune = app.nuovoComune(2000);
		Vita io = new Vita(app, comune, "1.4.3-app-io-comuni-2022-09");
		Page pagina = browser.entra(comune.id(), TASKLIST);
		apri(pagina, "Comporre il pacchetto");
		prendiInCarico(pagina);
		Locator modulo = pagina.locator(".fjs-container");
		pagina.getByLabel("Servizi con messaggi").fill("Anagrafe\n\nTributi: IMU");
		assertThat(modulo).containsText("I servizi sono 2, il minimo per questo avviso è 3.");
		pagina.getByLabel("Servizi con punti di accesso").fill("ANAGRAFE");
		assertThat(modulo).containsText("Contributo: 729,00 €");
		assertThat(modulo).containsText("servizi scelti: 3 su 50");
		assertThat(modulo.getByLabel("Servizi da trasferire")).hasCount(0);
		completa(pagina);
		assertThat(pagina.getByText("Il servizio «ANAGRAFE» è scelto due volte")).isVisible();
		assertThat(browser.errori()).as("il rifiuto e nient'altro").singleElement().asString().contains("422");
		pagina.getByLabel("Servizi con punti di accesso").fill("Biblioteca");
		completa(pagina);
		assertThat(pagina.locator(".task-card")).hasCount(0);
		assertThat(app.candidatura(io.codice()).importo()).contains(new BigDecimal("729.00"));

		io.fino("registraPubblicazione");
		pagina.reload();
		apri(pagina, "Registrare le pubblicazioni");
		prendiInCarico(pagina);
		assertThat(modulo).containsText("Fatto: 0 di 3.");
		Locator servizi = modulo.locator(".fjs-taglist-input");
		servizi.click();
		modulo.locator(".fjs-dropdownlist-item").filter(conTesto("Biblioteca (punti di accesso")).click();
		modulo.getByLabel("Visibili dal").fill("20/09/2022");
		modulo.getByLabel("Visibili dal").press("Enter");
		modulo.getByLabel("Identificativo del servizio").fill("01GF");
		modulo.getByLabel("Servizio visibile in app IO").check();
		modulo.getByLabel("Richiesta di pubblicazione approvata da PagoPA S.p.A.").check();
		completa(pagina);
		assertThat(pagina.locator(".task-card")).hasCount(0);
		pagina.reload();
		apri(pagina, "Registrare le pubblicazioni");
		assertThat(modulo).containsText("Fatto: 1 di 3.");
		assertThat(modulo.locator("table")).containsText("Biblioteca");
	}

	@Test
	void cockpitDelResponsabile() {
		Page pagina = browser.entra("responsabile", COCKPIT + "#/processes");
		pagina
			.getByRole(AriaRole.LINK,
					new Page.GetByRoleOptions().setName("Avviso 1.4.1 Esperienza del cittadino").setExact(true))
			.click();
		pagina.locator("tr").filter(conTesto(pandinoConDecreto)).locator(".instance-id a").first().click();

		for (String fase : List.of("domanda", "cup", "contrattualizzazione", "completamento", "asseverazione",
				"erogazione")) {
			assertThat(pagina.locator(".djs-container svg g[data-element-id=" + fase + "]")).isVisible();
		}
		assertThat(pagina.locator(".djs-overlays[data-container-id=contrattualizzazione] .instances-overlay"))
			.hasText("1");
		pagina.getByText("Variabili", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(variabile(pagina, "ente")).containsText("Comune di Pandino");
		assertThat(variabile(pagina, "importo")).containsText("77549");
		assertThat(variabile(pagina, "cup")).containsText("G51F22003080006");
		assertThat(variabile(pagina, "scadenza"))
			.containsText(app.scadenza(pandinoConDecreto, TipoTermine.CONTRATTUALIZZAZIONE).governante().toString());
	}

	/** What the page was still asking for when the session ended is refused. */
	private static void soloRichiesteDopoLUscita() {
		assertThat(browser.errori()).allMatch((e) -> e.contains("status of 401"));
	}

	private static Locator variabile(Page pagina, String nome) {
		return pagina.locator("tr:has(td.col-name :text-is('" + nome + "'))");
	}

	private static String finoAlCup(String utente, Ente ente) {
		String c = app.nuovaCandidatura(utente, ente, APRILE);
		app.compila(utente, c, "componiPacchetto",
				Map.of("sito", "da-avviare", "serviziDaAvviare", List.of("pagare-imu"), "serviziAvviati", List.of()));
		app.compila(utente, c, "inviaDomanda",
				Map.of("decisione", "inviata", "dataInvio", "2022-05-25", "oraInvio", "16:52"));
		app.compila(utente, c, "registraAmmissibilita", Map.of("esito", "ammessa", "dataNotifica", "2022-09-19",
				"oraNotifica", "11:20", "protocollo", "24518/2022"));
		return c;
	}

	private static String termine(String codice) {
		return GIORNO.format(app.scadenza(codice, TipoTermine.CUP).governante());
	}

	private static Locator.FilterOptions conTesto(String testo) {
		return new Locator.FilterOptions().setHasText(testo);
	}

	/** Picks from a list, found by what is written under it. */
	private static void scegli(Locator modulo, String descrizione, String voce) {
		Locator campo = modulo.locator(".fjs-form-field-select").filter(conTesto(descrizione));
		campo.locator(".fjs-input-group").click();
		campo.locator(".fjs-dropdownlist-item").filter(conTesto(voce)).click();
	}

	private static void apri(Page pagina, String attivita) {
		pagina.locator("ol.tasks-list > li.task").filter(conTesto(attivita)).locator("h4 a").click();
		assertThat(pagina.locator(".task-card h2.task")).hasText(attivita);
		assertThat(pagina.locator(".fjs-container")).isVisible();
	}

	private static void prendiInCarico(Page pagina) {
		pagina.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Prendi in carico")).click();
		assertThat(pagina.locator(".disabled-form")).hasCount(0);
		assertThat(pagina.locator(".fjs-container")).isVisible();
	}

	private static void completa(Page pagina) {
		pulsanteCompleta(pagina).click();
	}

	private static Locator pulsanteCompleta(Page pagina) {
		return pagina.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Completa"));
	}

	private static Locator errore(Page pagina, String etichetta) {
		return pagina.locator(".fjs-form-field").filter(conTesto(etichetta)).locator(".fjs-form-field-error").first();
	}

	private static List<Rule> violazioni(Page pagina) {
		return Esame.violazioni(pagina);
	}

}
