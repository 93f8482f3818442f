package it.cronoprogramma;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.notifica.Anteprima;
import it.cronoprogramma.notifica.Anteprima.Composta;
import it.cronoprogramma.notifica.Anteprima.Prevista;
import it.cronoprogramma.notifica.MessaggioRepository;
import it.cronoprogramma.notifica.PostaDelMattino;
import it.cronoprogramma.notifica.PreferenzePosta;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.processo.posta.GiriMattutini;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.MailLetta;
import it.cronoprogramma.prova.Navigatore;
import it.cronoprogramma.prova.Sessione;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the mail: what they foresee is what then leaves, nobody sees what is of
 * another gestione, and they are there by keyboard, wide and narrow.
 */
class PostaPaginaIT extends ScenariSuDueDatabase {

	private static final String MODULO = "application/x-www-form-urlencoded";

	/** On the day after, a Friday, the first reminder of a decree of 19 August. */
	private static final String VIGILIA = "2022-12-15T08:45";

	private static final Predicate<String> TUTTI = (e) -> true;

	private static int numero = 9000;

	private Ente comune;

	/** Of another gestione. */
	private Ente altrove;

	PostaPaginaIT() {
		super(!Boolean.getBoolean("h2"), "cronoprogramma.posta.giro=08:30");
	}

	@BeforeAll
	void unAltraGestione() {
		EnteRepository enti = this.app.bean(EnteRepository.class);
		Registro registro = this.app.bean(Registro.class);
		enti.inserisciGestione("gestione2", "Altra gestione", "ufficio@altra.example");
		registro.gestione("gestione2", "Altra gestione", List.of());
		registro.utente("rtd2", "rtd2", "rtd2", "rtd2@altra.example", "rtd2", Ruolo.RTD);
		registro.diGestione("rtd2", "gestione2");
		registro.utente("senza", "Senza", "Posta", null, "senza", Ruolo.OPERATORE);
		registro.diEnte("senza", "E0013");
	}

	@BeforeEach
	void daCapo() throws IOException {
		sgombera();
		for (String sql : List.of("DELETE FROM promemoria_destinatario", "DELETE FROM promemoria",
				"DELETE FROM messaggio_prova", "DELETE FROM messaggio WHERE origine IS NOT NULL",
				"DELETE FROM messaggio", "DELETE FROM indirizzo_respinto", "DELETE FROM preferenza_posta",
				"DELETE FROM silenzio", "UPDATE scadenza SET stato = 'ESTINTA'")) {
			sql(sql);
		}
		svuota();
		this.app.torna("2022-05-25T09:00");
		this.comune = this.app.nuovoComune("Comune di Soncino", 3000);
		this.altrove = altrove();
	}

	@Test
	void quelloChePrevedePerDomaniEQuelloChePoiParte() throws Exception {
		sql("UPDATE referente SET email = 'Insieme@Comuni.example' WHERE ente = '" + this.comune.id() + "'");
		String sua = this.app.finanziata(this.comune, "2022-08-19");
		String altrui = this.app.finanziata(this.altrove, "2022-08-19");
		Ente muto = this.app.nuovoComune("Comune di Silenzio", 3000);
		this.app.bean(MessaggioRepository.class)
			.tace(suo(muto), this.app.finanziata(muto, "2022-08-19"), LocalDate.parse("2022-12-31"));
		Ente settimanale = this.app.nuovoComune("Comune di Venerdì", 3000);
		this.app.finanziata(settimanale, "2022-08-19");
		this.app.bean(PreferenzePosta.class).scegli(suo(settimanale), "settimanale", "5", null);
		vigilia();

		Anteprima anteprima = this.app.bean(Anteprima.class);
		List<Prevista> domani = anteprima.previste(30, TUTTI)
			.stream()
			.filter((p) -> p.giorno().equals(LocalDate.parse("2022-12-16")))
			.toList();
		List<Inviata> previste = domani.stream()
			.map((p) -> new Inviata(p.indirizzo(), anteprima.componi(p).oggetto(), anteprima.componi(p).testo()))
			.sorted()
			.toList();
		assertThat(previste).extracting(Inviata::indirizzo).containsExactly("insieme@comuni.example", suo(settimanale));
		assertThat(anteprima.oggetti(domani)).as("l'elenco dice lo stesso oggetto")
			.containsExactlyElementsOf(domani.stream().map((p) -> anteprima.componi(p).oggetto()).toList());

		// each sees his lines of the mail to both
		Sessione rtd = Sessione.di(this.app, "rtd");
		Sessione rtd2 = Sessione.di(this.app, "rtd2");
		assertThat(rtd.get("/posta").body())
			.contains("insieme@comuni.example", "e una riga su enti di altre gestioni", "Soncino · Contratti entro")
			.doesNotContain("Altrove");
		assertThat(rtd2.get("/posta").body()).contains("insieme@comuni.example", "Altrove · Contratti entro")
			.doesNotContain("Soncino", suo(settimanale));
		String id = domani.get(0).id();
		for (String percorso : List.of("/posta/previste/" + id, "/posta/previste/" + id + "/html")) {
			assertThat(rtd.get(percorso).body()).contains(sua).doesNotContain(altrui);
			assertThat(rtd2.get(percorso).body()).contains(altrui).doesNotContain(sua);
		}
		assertThat(rtd.get("/posta/previste/" + id + "/html").headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((csp) -> assertThat(csp).contains("default-src 'none'", "sandbox"));
		assertThat(rtd2.get("/posta/previste/" + domani.get(1).id()).statusCode()).isEqualTo(404);

		this.app.alle("2022-12-16T09:00");
		assertThat(inviate()).as("quello che parte").containsExactlyElementsOf(previste);

		// and of what has left
		assertThat(rtd.get("/posta/ultime").body()).contains("1 promemoria sui Suoi enti, e altri su enti")
			.doesNotContain("Altrove");
		assertThat(rtd2.get("/posta/ultime").body()).contains("1 promemoria sui Suoi enti")
			.doesNotContain("Soncino", suo(settimanale));
		assertThat(Sessione.di(this.app, "admin").get("/posta/ultime").body()).contains("e un altro termine");
		String delPrimo = id("SELECT id FROM messaggio WHERE indirizzo = '" + suo(settimanale) + "'");
		assertThat(invia(rtd2, "/posta/ultime/" + delPrimo + "/riprova").statusCode()).isEqualTo(404);
		assertThat(invia(rtd, "/posta/ultime/" + delPrimo + "/riprova").body()).contains("non attende più");
		this.app.bean(MessaggioRepository.class).respinge(suo(settimanale), "550 No such user", this.app.adesso());
		assertThat(rtd.get("/posta/ultime").body()).contains("550 No such user");
		assertThat(rtd.get("/anagrafe/enti/" + settimanale.id()).body()).contains("rifiuta la posta");
		assertThat(rtd2.get("/posta/ultime").body()).doesNotContain("550 No such user");
		assertThat(invia(rtd2, "/posta/indirizzi/riprova", "indirizzo", suo(settimanale)).statusCode()).isEqualTo(404);
		Sessione responsabile = Sessione.di(this.app, "responsabile");
		assertThat(responsabile.get("/posta/ultime").body()).contains("550 No such user")
			.doesNotContain("Riprova questo indirizzo");
		assertThat(invia(responsabile, "/posta/indirizzi/riprova", "indirizzo", suo(settimanale)).statusCode())
			.isEqualTo(403);
		assertThat(invia(rtd, "/posta/indirizzi/riprova", "indirizzo", suo(settimanale)).statusCode()).isEqualTo(302);
		assertThat(rtd.get("/posta/ultime").body()).doesNotContain("550 No such user");
		assertThat(rtd.get("/anagrafe/registro").body()).contains("Indirizzo ritentato");
		for (String chi : List.of("operatore", "referente")) {
			assertThat(Sessione.di(this.app, chi).get("/posta").statusCode()).as(chi).isEqualTo(403);
		}
	}

	@Test
	void quelloCheNonVaSiRifiuta() {
		String altrui = this.app.finanziata(this.altrove, "2022-08-19");
		String sua = this.app.finanziata(this.comune, "2022-08-19");
		Sessione s = Sessione.di(this.app, this.comune.id());
		rifiutata(invia(s, "/preferenze", "cadenza", "mensile"), "Scelga se ricevere la mail ogni giorno");
		rifiutata(invia(s, "/preferenze", "cadenza", "settimanale", "giorno", "7"), "dal lunedì al venerdì");
		for (String giorni : List.of("0", "91", "-3", "due", "", "1e2")) {
			rifiutata(invia(s, "/preferenze/silenzi", "candidatura", sua, "giorni", giorni), "un numero da 1 a 90");
		}
		for (String codice : List.of(altrui, "C999999", "x", "", "C1' OR '1'='1")) {
			rifiutata(invia(s, "/preferenze/silenzi", "candidatura", codice, "giorni", "3"), "non esiste");
		}
		assertThat(invia(s, "/preferenze/silenzi/" + sua + "/riattiva").statusCode()).isEqualTo(404);
		assertThat(s.manda("POST", "/preferenze", MODULO, "cadenza=giornaliera").statusCode()).as("senza token")
			.isEqualTo(403);
		assertThat(conta("SELECT COUNT(*) FROM preferenza_posta")).isZero();
		assertThat(conta("SELECT COUNT(*) FROM silenzio")).isZero();
		Sessione rtd = Sessione.di(this.app, "rtd");
		assertThat(rtd.get("/posta?pagina=-1").statusCode()).isEqualTo(200);
		assertThat(rtd.get("/posta/previste/x").statusCode()).isEqualTo(404);
		rifiutata(rtd.get("/posta/ultime?stato=perse"), "non esiste");

		// for a referente who does not enter, and only for such a one
		String pagina = "/anagrafe/referenti/R" + this.comune.id() + "/posta";
		assertThat(invia(rtd, pagina, "cadenza", "settimanale", "giorno", "3").statusCode()).isEqualTo(302);
		assertThat(this.app.bean(PreferenzePosta.class).di(suo(this.comune)).settimanale())
			.isEqualTo(DayOfWeek.WEDNESDAY);
		assertThat(invia(rtd, pagina + "/silenzi", "candidatura", sua, "giorni", "90").statusCode()).isEqualTo(302);
		rifiutata(invia(rtd, pagina + "/silenzi", "candidatura", altrui, "giorni", "90"), "non esiste");
		assertThat(invia(rtd, pagina + "/silenzi/" + sua + "/riattiva").statusCode()).isEqualTo(302);
		assertThat(rtd.get("/anagrafe/registro").body()).contains("Posta del referente cambiata",
				"Candidatura silenziata", "Candidatura riattivata", "una mail la settimana, il mercoledì");
		assertThat(invia(Sessione.di(this.app, "rtd2"), pagina, "cadenza", "giornaliera").statusCode()).isEqualTo(404);
		sql("UPDATE referente SET email = 'INSIEME@comuni.example' WHERE ente = '" + this.comune.id() + "'");
		rifiutata(invia(rtd, pagina, "cadenza", "giornaliera"), "anche per enti che non segue Lei");
		sql("UPDATE referente SET email = 'operatore@gestione.example' WHERE ente = '" + this.comune.id() + "'");
		rifiutata(invia(rtd, pagina, "cadenza", "giornaliera"), "sceglie da sé");
		assertThat(rtd.get(pagina).body()).contains("sceglie da sé").doesNotContain("name=\"cadenza\"");
	}

	@Test
	void lePagine() throws Exception {
		String c = this.app.finanziata(this.comune, "2022-08-19");
		vigilia();
		try (Navigatore browser = Navigatore.apri(this.app)) {
			Page p = browser.entra(this.comune.id(), "/");
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Le mie mail")).press("Enter");
			assertThat(p).hasTitle("Le mie mail – Cronoprogramma");
			assertThat(p.getByText("arrivano i promemoria di tutte le candidature")).isVisible();
			p.getByLabel("Una volta la settimana").press("Space");
			p.getByLabel("Giorno della mail settimanale").selectOption(new SelectOption().setLabel("martedì"));
			pulsante(p, "Salva").press("Enter");
			assertThat(p.getByRole(AriaRole.STATUS)).containsText("una mail la settimana, il martedì");
			assertThat(p.getByLabel("Una volta la settimana")).isChecked();
			p.navigate(browser.indirizzo("/candidature/" + c));
			p.getByLabel("Non scrivermi di questa per").fill("10");
			pulsante(p, "Silenzia").press("Enter");
			assertThat(p.getByRole(AriaRole.STATUS)).containsText("fino al 25/12/2022 compreso");
			Esame.esamina(p, "candidatura-silenziata");
			p.navigate(browser.indirizzo("/preferenze"));
			assertThat(p.getByRole(AriaRole.TABLE)).containsText("25/12/2022");
			Esame.esamina(p, "preferenze");
			pulsante(p, "Riattiva " + c).press("Enter");
			assertThat(p.getByText("Nessuna: arrivano")).isVisible();
			Page senza = browser.entra("senza", "/preferenze");
			assertThat(senza.getByText("Il Suo utente non ha un indirizzo e-mail")).isVisible();
			Esame.esamina(senza, "preferenze-senza-indirizzo");

			Page rtd = browser.entra("rtd", "/");
			rtd.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Posta").setExact(true)).press("Enter");
			assertThat(rtd).hasTitle("Posta – Cronoprogramma");
			pulsante(rtd, "Manda a me una prova").press("Enter");
			assertThat(rtd.getByRole(AriaRole.STATUS)).containsText("rtd@gestione.example");
			Esame.esamina(rtd, "posta-previste");
			rtd.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Soncino · Contratti entro"))
				.first()
				.press("Enter");
			assertThat(rtd.frameLocator("iframe").getByRole(AriaRole.HEADING).first()).hasText("Un termine da seguire");
			assertThat(rtd.locator("pre")).containsText("Candidatura " + c);
			Esame.esamina(rtd, "posta-prevista");
			rtd.navigate(browser.indirizzo("/anagrafe/referenti/R" + this.comune.id() + "/posta"));
			Esame.esamina(rtd, "posta-referente");
			this.app.alle("2022-12-15T08:50");
			assertThat(inviate()).singleElement().satisfies((prova) -> {
				assertThat(prova.indirizzo()).isEqualTo("rtd@gestione.example");
				assertThat(prova.oggetto()).startsWith("PROVA · Soncino · Contratti entro");
				assertThat(prova.testo()).contains("la mail vera è prevista per venerdì 16/12/2022",
						"Candidatura " + c);
			});

			// no mail server for a day and a half
			svuota();
			Files.deleteIfExists(this.app.posta());
			Files.writeString(this.app.posta(), "non è una cartella");
			this.app.alle("2022-12-17T18:00");
			rtd.navigate(browser.indirizzo("/posta/ultime?stato=non-partite"));
			this.app.bean(MessaggioRepository.class)
				.respinge("rtd@gestione.example", "550 5.1.1 No such user", this.app.adesso());
			assertThat(rtd.getByRole(AriaRole.TABLE)).containsText("tutti i tentativi di un giorno sono falliti");
			rtd.reload();
			Esame.esamina(rtd, "posta-ultime");
			Files.delete(this.app.posta());
			pulsante(rtd, "Riprova la mail a " + suo(this.comune)).press("Enter");
			assertThat(rtd.getByRole(AriaRole.STATUS)).containsText("ritentata adesso");
			this.app.alle("2022-12-17T18:01");
			assertThat(inviate()).extracting(Inviata::indirizzo).containsExactly(suo(this.comune));
			rtd.reload();
			assertThat(rtd.getByText("inviata il 17/12/2022")).isVisible();
			pulsante(rtd, "Riprova questo indirizzo: rtd@gestione.example").press("Enter");
			assertThat(rtd.getByText("tutti gli indirizzi ricevono")).isVisible();
			assertThat(browser.errori()).isEmpty();
		}
	}

	/** On the first working day of the week, to the responsabili of the gestione. */
	@Test
	void ilRiepilogoPrevisto() throws Exception {
		String c = this.app.finanziata(this.comune, "2022-08-19");
		vigilia();
		Sessione rtd = Sessione.di(this.app, "rtd");
		Anteprima anteprima = this.app.bean(Anteprima.class);
		List<Prevista> riepiloghi = anteprima.previste(30, "gestione1"::equals)
			.stream()
			.filter(Prevista::riepilogo)
			.toList();
		assertThat(riepiloghi).as("un mese prima il termine non è a rischio").isEmpty();
		this.app.torna("2023-01-20T10:00");
		riepiloghi = anteprima.previste(30, "gestione1"::equals).stream().filter(Prevista::riepilogo).toList();
		assertThat(riepiloghi).extracting(Prevista::giorno)
			.extracting(LocalDate::toString)
			.containsExactly("2023-01-23", "2023-01-30", "2023-02-06", "2023-02-13");
		assertThat(riepiloghi).extracting(Prevista::indirizzo).containsOnly("responsabile@gestione.example");
		assertThat(rtd.get("/posta").body()).contains("La settimana dei termini", "Domani non parte nessuna mail")
			.doesNotContain("Mail di domani");
		assertThat(rtd.get("/posta/previste/" + riepiloghi.get(0).id()).body())
			.contains("La settimana: 0 termini scaduti, 1 a rischio", "con i fatti di oggi", c)
			.doesNotContain("<dt>Termini</dt>");
		assertThat(anteprima.componi(riepiloghi.get(0)).testo()).contains("mancano 28 giorni", "Dal 16/01/2023");
		assertThat(Sessione.di(this.app, "rtd2").get("/posta/previste/" + riepiloghi.get(0).id()).statusCode())
			.isEqualTo(404);
		// of a day after the term it says that it will have been missed
		this.app.torna("2023-02-10T10:00");
		assertThat(anteprima.previste(30, "gestione1"::equals)).filteredOn(Prevista::riepilogo)
			.filteredOn((p) -> p.giorno().equals(LocalDate.parse("2023-02-27")))
			.singleElement()
			.satisfies((p) -> {
				assertThat(anteprima.componi(p).oggetto()).isEqualTo("La settimana: 1 termine scaduto, 0 a rischio");
				assertThat(anteprima.componi(p).testo()).contains("da 7 giorni");
			});
		// the one that leaves says the same
		Composta prevista = anteprima.componi(riepiloghi.get(0));
		this.app.torna("2023-01-23T08:00");
		this.app.bean(PostaDelMattino.class).prepara(LocalDate.parse("2023-01-23"));
		this.app.alle("2023-01-23T08:10");
		assertThat(tutte()).filteredOn(
				(i) -> i.oggetto().startsWith("La settimana") && i.indirizzo().equals("responsabile@gestione.example"))
			.singleElement()
			.isEqualTo(new Inviata("responsabile@gestione.example", prevista.oggetto(), prevista.testo()));
	}

	// What is there

	private Ente altrove() {
		String id = "N" + (++numero);
		Ente e = new Ente(id, "Comune di Altrove", "c_" + id.toLowerCase(Locale.ROOT), "99" + numero, 3000,
				"gestione2");
		EnteRepository enti = this.app.bean(EnteRepository.class);
		enti.inserisci(e, "X000", "CR", "Lombardia", "prova");
		enti.inserisciReferente("R" + id, id, "Referente", "insieme@comuni.example");
		Registro registro = this.app.bean(Registro.class);
		registro.ente(e);
		registro.gestione("gestione2", "Altra gestione", List.of(e));
		registro.utente(id, id, id, id + "@altra.example", id, Ruolo.OPERATORE);
		registro.diEnte(id, id);
		return e;
	}

	private String suo(Ente ente) {
		return "referente@" + ente.id().toLowerCase(Locale.ROOT) + ".example";
	}

	/** The day before clocks strike for the first time, with no mail of before. */
	private void vigilia() throws IOException {
		this.app.torna(VIGILIA);
		this.app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processDefinitionKey("giro-mattutino")
			.list()
			.forEach((i) -> this.app.bean(RuntimeService.class).deleteProcessInstance(i.getId(), "prova"));
		this.app.bean(GiriMattutini.class).riprendi();
		sql("DELETE FROM promemoria_destinatario");
		sql("DELETE FROM promemoria");
		sql("DELETE FROM messaggio");
		svuota();
	}

	private void svuota() throws IOException {
		for (Path file : file()) {
			Files.delete(file);
		}
	}

	private List<Path> file() {
		if (!Files.isDirectory(this.app.posta())) {
			return List.of();
		}
		try (Stream<Path> file = Files.list(this.app.posta())) {
			return file.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What has left, the summaries of the week aside. */
	private List<Inviata> inviate() throws Exception {
		return tutte().stream().filter((i) -> !i.oggetto().startsWith("La settimana")).toList();
	}

	private List<Inviata> tutte() throws Exception {
		List<Inviata> inviate = new ArrayList<>();
		for (Path file : file()) {
			try (InputStream dentro = Files.newInputStream(file)) {
				MailLetta m = new MailLetta(new MimeMessage(null, dentro));
				inviate.add(new Inviata(m.destinatari().get(0), m.oggetto(), m.testo()));
			}
		}
		inviate.sort(null);
		return inviate;
	}

	private static HttpResponse<String> invia(Sessione s, String percorso, String... campi) {
		StringBuilder corpo = new StringBuilder("_csrf=" + URLEncoder.encode(s.token(), StandardCharsets.UTF_8));
		for (int i = 0; i < campi.length; i += 2) {
			corpo.append('&')
				.append(campi[i])
				.append('=')
				.append(URLEncoder.encode(campi[i + 1], StandardCharsets.UTF_8));
		}
		return s.manda("POST", percorso, MODULO, corpo.toString());
	}

	private static void rifiutata(HttpResponse<String> risposta, String perche) {
		assertThat(risposta.statusCode()).isEqualTo(422);
		assertThat(risposta.body()).contains(perche);
	}

	private static Locator pulsante(Page p, String nome) {
		return p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(nome));
	}

	private String id(String sql) {
		return this.app.bean(JdbcClient.class).sql(sql).query(String.class).single();
	}

	private void sql(String sql) {
		this.app.bean(JdbcClient.class).sql(sql).update();
	}

	private long conta(String sql) {
		return this.app.bean(JdbcClient.class).sql(sql).query(Long.class).single();
	}

	/** A mail that has left, or would. */
	private record Inviata(String indirizzo, String oggetto, String testo) implements Comparable<Inviata> {

		@Override
		public int compareTo(Inviata altra) {
			return Comparator.comparing(Inviata::indirizzo).thenComparing(Inviata::oggetto).compare(this, altra);
		}

	}

}
