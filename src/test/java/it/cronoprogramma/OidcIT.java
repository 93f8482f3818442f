package it.cronoprogramma;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.FornitoreDiProva;
import it.cronoprogramma.prova.Navigatore;
import it.cronoprogramma.prova.Sessione;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.CREMA;
import static it.cronoprogramma.prova.Applicazione.PANDINO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Login through an identity provider: a real one, by real HTTP. It decides roles, enti
 * and gestioni; {@code crono-...} are the names of the roles there.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcIT {

	private static final String REST = "/camunda/api/engine/engine/default";

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private static final String[] CHI_DECIDE = { "cronoprogramma.oidc.claim.ruoli=accessi.ruoli",
			"cronoprogramma.oidc.claim.enti=ipa", "cronoprogramma.oidc.claim.gestioni=gestione",
			"cronoprogramma.oidc.ruoli=crono-operatori=operatore;CN=referenti,OU=comune=referente;crono-rtd=rtd;"
					+ "crono-responsabili=responsabile;crono-admin=amministratore",
			"cronoprogramma.oidc.pulsante=Entra con l'identità di prova" };

	private static FornitoreDiProva fornitore;

	private static Applicazione app;

	private static String task;

	private static String altrui;

	private static int numero;

	@BeforeAll
	static void avvia() {
		fornitore = new FornitoreDiProva();
		app = Applicazione.avvia("2022-05-25",
				Stream.of(fornitore.proprieta(), CHI_DECIDE).flatMap(Stream::of).toArray(String[]::new));
		fornitore.conosce(app);
		task = app.attivita(app.nuovaCandidatura("operatore", CREMA, APRILE), "componiPacchetto").getId();
		altrui = app.attivita(app.nuovaCandidatura("operatore2", PANDINO, APRILE), "componiPacchetto").getId();
	}

	@AfterAll
	static void ferma() {
		if (app != null) {
			app.close();
		}
		fornitore.close();
	}

	// Chi entra

	@Test
	void entraNelCruscottoEInTasklistConIlSuoEnteSolo() {
		String chi = nuovo();
		dice(chi, List.of("crono-operatori", "offline_access"), List.of("c_d142"), List.of());
		Visita v = new Visita();
		HttpResponse<String> prima = v.get("/accesso");
		assertThat(prima.body()).contains("Entra con l&#39;identità di prova", "id=\"password\"");
		assertThat(prima.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("form-action 'self' " + fornitore.issuer());
		HttpResponse<String> via = v.get("/oauth2/authorization/provider");
		assertThat(dove(via)).startsWith(fornitore.issuer() + "/oauth2/authorize?")
			.contains("code_challenge_method=S256", "state=", "nonce=", "scope=openid%20profile%20email");
		String sessione = v.sessione();
		HttpResponse<String> r = v.get(v.ritorno(chi));
		assertThat(dove(r)).endsWith(":" + app.porta() + "/");
		assertThat(v.sessione()).as("un'altra sessione").isNotEqualTo(sessione);
		assertThat(v.get("/").statusCode()).isEqualTo(200);
		assertThat(v.get("/candidature").body()).contains("Comune di Crema").doesNotContain("Pandino");
		assertThat(v.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
		assertThat(v.get(REST + "/task").body()).contains(task).doesNotContain(altrui);
		assertThat(v.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"" + chi + "\"",
				"tasklist");
		assertThat(v.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
		assertThat(v.get("/anagrafe/utenti").statusCode()).isEqualTo(403);
		User u = identita().createUserQuery().userId(chi).singleResult();
		assertThat(u.getFirstName() + " " + u.getLastName() + " " + u.getEmail())
			.isEqualTo("Nome Cognome " + chi + "@comune.example");
		assertThat(gruppi(chi)).containsExactly("operatori");
		assertThat(enti(chi)).containsExactly(CREMA.id());
		assertThat(registro(chi)).containsExactly("Utente creato", "Identità collegata");
		// he needs no link to set a password
		assertThat(conta("SELECT COUNT(*) FROM invito WHERE utente = '" + chi + "'")).isZero();
	}

	@Test
	void ognunoColSuoRuolo() {
		String rtd = nuovo();
		dice(rtd, List.of("crono-rtd"), List.of(), List.of("gestione1"));
		Visita v = entrata(rtd);
		assertThat(v.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
		assertThat(v.get("/anagrafe/utenti").statusCode()).isEqualTo(200);
		assertThat(v.get("/tabelle").statusCode()).isEqualTo(403);
		assertThat(v.get(REST + "/task").body()).contains(task, altrui);
		assertThat(gruppi(rtd)).containsExactly("gestione1", "rtd");

		String capo = nuovo();
		dice(capo, List.of("crono-admin"), List.of(), List.of());
		Visita a = entrata(capo);
		assertThat(a.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
		assertThat(a.get("/tabelle").statusCode()).isEqualTo(200);
		assertThat(gruppi(capo)).containsExactly("camunda-admin");

		String referente = nuovo();
		dice(referente, List.of("CN=referenti,OU=comune"), List.of("C_D142"), List.of());
		entrata(referente);
		assertThat(gruppi(referente)).containsExactly("referenti");
	}

	@Test
	void unSecondoAccessoPortaIRuoliEGliEntiNuovi() {
		String chi = nuovo();
		dice(chi, List.of("crono-operatori"), List.of("c_d142"), List.of());
		Visita prima = entrata(chi);
		Map<String, Object> nuovi = claim(chi, List.of("CN=referenti,OU=comune"), List.of("c_g306"), List.of());
		nuovi.put("family_name", "Sposato");
		// the name there has passed on: who he is has not
		nuovi.put("preferred_username", "altro" + chi);
		fornitore.di(chi, nuovi);
		Visita dopo = entrata(chi);
		assertThat(gruppi(chi)).containsExactly("referenti");
		assertThat(enti(chi)).containsExactly(PANDINO.id());
		assertThat(identita().createUserQuery().userId(chi).singleResult().getLastName()).isEqualTo("Sposato");
		assertThat(identita().createUserQuery().userId("altro" + chi).count()).isZero();
		assertThat(dopo.get(REST + "/task").body()).contains(altrui).doesNotContain(task);
		assertThat(dove(prima.get("/"))).as("la sessione di prima è finita").endsWith("/accesso");
	}

	@Test
	void chiNonHaPiuUnRuoloNonEntraENonLoTiene() {
		String chi = nuovo();
		dice(chi, List.of("crono-operatori"), List.of("c_d142"), List.of());
		Visita prima = entrata(chi);
		dice(chi, List.of("crono-sconosciuti"), List.of("c_d142"), List.of());
		assertThat(negato(chi)).contains("manca: un ruolo", "«crono-sconosciuti» non corrisponde a nessun ruolo");
		assertThat(gruppi(chi)).isEmpty();
		assertThat(dove(prima.get("/"))).endsWith("/accesso");
		assertThat(registro(chi)).last().isEqualTo("Utente modificato");
	}

	// Chi non entra

	@Test
	void senzaRuoloOSenzaEnteNonSiEntra() {
		String senzaRuolo = nuovo();
		dice(senzaRuolo, List.of(), List.of("c_d142"), List.of());
		assertThat(negato(senzaRuolo)).contains("manca: un ruolo, che si dà presso il fornitore di identità",
				"ufficio RTD della Sua gestione");
		String senzaEnte = nuovo();
		dice(senzaEnte, List.of("crono-operatori"), List.of("c_ignoto"), List.of("gestione9"));
		assertThat(negato(senzaEnte)).contains("manca: un ente", "«c_ignoto» non è il codice IPA di un ente presente",
				"«gestione9» non è una gestione associata presente");
		assertThat(identita().createUserQuery().userIdIn(senzaRuolo, senzaEnte).count()).isZero();
	}

	@Test
	void unEnteIgnotoSiLasciaDaParte() {
		String chi = nuovo();
		dice(chi, List.of("crono-operatori"), List.of("c_ignoto", "c_g306"), List.of());
		entrata(chi);
		assertThat(enti(chi)).containsExactly(PANDINO.id());
	}

	@Test
	void unDisattivatoNonEntra() {
		String chi = nuovo();
		dice(chi, List.of("crono-operatori"), List.of("c_d142"), List.of());
		Visita prima = entrata(chi);
		Sessione rtd = Sessione.di(app, "rtd");
		assertThat(modulo(rtd, "/anagrafe/utenti/" + chi + "/disattiva").statusCode()).isEqualTo(302);
		assertThat(app.bean(PersoneRepository.class).stato(chi).attivo()).isFalse();
		assertThat(dove(prima.get("/"))).endsWith("/accesso");
		dice(chi, List.of("crono-admin"), List.of("c_d142"), List.of());
		assertThat(negato(chi)).contains("L&#39;accesso dell&#39;utente «" + chi + "» è stato disattivato.");
		assertThat(gruppi(chi)).containsExactly("operatori");
	}

	/** Nobody becomes a user who is there already because his name is the same. */
	@Test
	void unOmonimoNonPrendeIlPostoDiChiCe() {
		Map<String, Object> ladro = claim("operatore3", List.of("crono-admin"), List.of(), List.of());
		fornitore.di("ladro", ladro);
		assertThat(negato("ladro")).contains("c&#39;è già un utente «operatore3»");
		assertThat(gruppi("operatore3")).containsExactly("operatori");
		Sessione.di(app, "operatore3");

		// until somebody who manages him allows it: then once
		Sessione rtd = Sessione.di(app, "rtd");
		assertThat(rtd.get("/anagrafe/utenti/operatore3").body()).contains("Consenti l'accesso con l'identità");
		modulo(rtd, "/anagrafe/utenti/operatore3/collega");
		fornitore.di("vero", claim("Operatore3", List.of("crono-operatori"), List.of("c_a076"), List.of()));
		Visita vero = entrata("vero");
		vero.get("/camunda/app/tasklist/default/");
		assertThat(vero.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"operatore3\"");
		assertThat(negato("ladro")).contains("«operatore3» è già collegato a un&#39;altra identità");
		assertThat(registro("operatore3")).contains("Accesso con l'identità consentito", "Identità collegata");
		assertThat(rtd.get("/anagrafe/utenti/operatore3").body()).contains("Soggetto: vero.",
				"il fornitore di identità dice: nome, cognome, e-mail, ruoli, enti, gestione.");
		modulo(rtd, "/anagrafe/utenti/operatore3/scollega");
		assertThat(dove(vero.get("/"))).endsWith("/accesso");
		assertThat(negato("vero")).contains("c&#39;è già un utente «operatore3»");
	}

	@ParameterizedTest
	@CsvSource({ "admin, riservato", "ADMIN, riservato", "sistema, riservato", "camunda-admin, riservato",
			"mario rossi, non si può usare", "'<b>x</b>', '«&lt;b&gt;x&lt;/b&gt;» non si può usare'",
			"'', nome utente" })
	void unNomeCheNonSiPuoUsareERifiutato(String nome, String perche) {
		String chi = nuovo();
		fornitore.di(chi, claim(nome, List.of("crono-admin"), List.of(), List.of()));
		assertThat(negato(chi)).contains(perche).doesNotContain("<b>x");
		assertThat(conta("SELECT COUNT(*) FROM identita_esterna WHERE soggetto = '" + chi + "'")).isZero();
	}

	@Test
	void ilPrimoAmministratoreNonSiCollega() {
		Sessione admin = Sessione.di(app, "admin");
		assertThat(admin.get("/anagrafe/utenti/admin").body()).contains("Entra solo con la password")
			.doesNotContain("/anagrafe/utenti/admin/collega");
		modulo(admin, "/anagrafe/utenti/admin/collega");
		assertThat(conta("SELECT COUNT(*) FROM identita_esterna WHERE utente = 'admin'")).isZero();
	}

	@Test
	void senzaEmailUnUtenteNuovoNonNasce() {
		String chi = nuovo();
		Map<String, Object> dice = claim(chi, List.of("crono-operatori"), List.of("c_d142"), List.of());
		dice.remove("email");
		fornitore.di(chi, dice);
		assertThat(negato(chi)).contains("non si può usare", "E-mail: manca il valore.");
		assertThat(identita().createUserQuery().userId(chi).count()).isZero();
	}

	// Ciò che torna indietro

	@Test
	void chiDiceDiNoTornaAllaPaginaDiAccesso() {
		String chi = FornitoreDiProva.INCERTO + nuovo();
		dice(chi, List.of("crono-operatori"), List.of("c_d142"), List.of());
		Visita v = new Visita();
		v.get("/oauth2/authorization/provider");
		HttpResponse<String> consenso = v.get(v.ritorno(chi));
		assertThat(consenso.statusCode()).isEqualTo(200);
		Matcher stato = Pattern.compile("name=\"state\" value=\"([^\"]+)\"").matcher(consenso.body());
		assertThat(stato.find()).as(consenso.body()).isTrue();
		String ritorno = dove(v.posta(fornitore.issuer() + "/oauth2/authorize",
				Map.of("client_id", FornitoreDiProva.CLIENTE, "state", stato.group(1))));
		assertThat(ritorno).contains("error=access_denied");
		assertThat(dove(v.get(ritorno))).endsWith("/accesso?identita=rifiutata");
		assertThat(v.get("/accesso?identita=rifiutata").body())
			.contains("L&#39;accesso non è stato completato: il fornitore di identità lo ha negato");
		assertThat(identita().createUserQuery().userId(chi).count()).isZero();
	}

	@Test
	void unoStatoManomessoEUnCodiceGiaUsatoNonValgono() {
		String chi = nuovo();
		dice(chi, List.of("crono-operatori"), List.of("c_d142"), List.of());
		Visita v = new Visita();
		v.get("/oauth2/authorization/provider");
		String ritorno = v.ritorno(chi);
		assertThat(dove(v.get(ritorno.replace("state=", "state=x")))).endsWith("/accesso?identita=scaduta");
		assertThat(dove(new Visita().get(ritorno))).as("in un altro browser").endsWith("/accesso?identita=scaduta");
		assertThat(identita().createUserQuery().userId(chi).count()).isZero();
		assertThat(dove(v.get(ritorno))).endsWith("/");
		assertThat(dove(v.get(ritorno))).as("la seconda volta").endsWith("/accesso?identita=scaduta");
		assertThat(v.get("/accesso?identita=scaduta").body()).contains("La richiesta di accesso è scaduta");
		// a code of one's own with the state of another request
		v.get("/oauth2/authorization/provider");
		Visita altra = new Visita();
		altra.get("/oauth2/authorization/provider");
		String suo = altra.ritorno(chi);
		String mio = v.ritorno(chi);
		String codice = suo.replaceAll(".*code=([^&]+).*", "$1");
		assertThat(dove(v.get(mio.replaceAll("code=[^&]+", Matcher.quoteReplacement("code=" + codice)))))
			.endsWith("/accesso?identita=scaduta");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/authorization/altro", "/login/oauth2/code/altro", "/login/oauth2/code/provider" })
	void altreStradeNonPortanoDaNessunaParte(String percorso) {
		HttpResponse<String> r = new Visita().get(percorso);
		assertThat(r.statusCode()).isIn(302, 404);
		assertThat(r.headers().firstValue("Location").orElse("/accesso")).contains("/accesso");
	}

	@Test
	void laPaginaDelRifiutoESoloDiChiEStatoRifiutato() {
		assertThat(dove(new Visita().get("/accesso/negato"))).endsWith("/accesso");
	}

	// Uscire

	@Test
	void lUscitaDelleWebappFinisceLaSessione() {
		String chi = nuovo();
		dice(chi, List.of("crono-operatori"), List.of("c_d142"), List.of());
		Visita v = entrata(chi);
		v.get("/camunda/app/tasklist/default/");
		assertThat(v.posta("/camunda/api/admin/auth/user/default/logout", Map.of()).statusCode()).isEqualTo(204);
		assertThat(dove(v.get("/"))).endsWith("/accesso");
	}

	/** With a browser, which keeps to the page's policy where a form leads elsewhere. */
	@Test
	void nelBrowserDallAccessoAllUscita() {
		String chi = nuovo();
		dice(chi, List.of("crono-operatori"), List.of("c_d142"), List.of());
		try (Navigatore browser = Navigatore.apri(app)) {
			Page p = browser.visita("/accesso");
			esamina(p, "oidc", 320, 768, 1366);
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Entra con l'identità di prova"))
				.press("Enter");
			p.locator("#username").fill(chi);
			p.locator("#password").fill(chi);
			p.locator("button[type=submit]").click();
			p.waitForURL(browser.indirizzo("/"));
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Esci")).click();
			p.waitForURL("**/accesso?uscita");
			assertThat(p.getByRole(AriaRole.STATUS)).hasText("È uscito dall'applicazione.");
			// he has left there too: he is asked again who he is
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Entra con l'identità di prova")).click();
			p.locator("#username").waitFor();
			assertThat(p.url()).startsWith(fornitore.issuer());
			dice(chi, List.of("crono-sconosciuti"), List.of("c_ignoto"), List.of());
			p.locator("#username").fill(chi);
			p.locator("#password").fill(chi);
			p.locator("button[type=submit]").click();
			p.waitForURL("**/accesso/negato");
			esamina(p, "oidc-negato", 320);
			assertThat(p.getByRole(AriaRole.HEADING)).hasText("Accesso non consentito");
			Page scheda = browser.entra("rtd", "/anagrafe/utenti/operatore");
			scheda.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Consenti l'accesso con l'identità"))
				.press("Enter");
			assertThat(scheda.getByRole(AriaRole.STATUS)).containsText("Il primo che entra con l'identità");
			esamina(scheda, "oidc-scheda", 320);
			scheda.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Togli l'accesso con l'identità"))
				.press("Enter");
			assertThat(scheda.getByRole(AriaRole.STATUS)).containsText("Con l'identità non entra più");
		}
	}

	// Come si imposta

	/**
	 * The password stays for the API only; roles and enti are the application's own.
	 * Late: engines of one name are known to the web apps of the whole machine, and one
	 * that ends takes the name with it.
	 */
	@Test
	@Order(Integer.MAX_VALUE - 2)
	void laPortaDellaPasswordSiPuoChiudere() {
		try (Applicazione sola = Applicazione.avvia("2022-05-25",
				Stream.concat(Stream.of(fornitore.proprieta()), Stream.of("cronoprogramma.oidc.esclusivo=true"))
					.toArray(String[]::new))) {
			fornitore.conosce(sola);
			Visita v = new Visita(sola);
			assertThat(v.get("/accesso").body()).contains("Entra con l&#39;identità dell&#39;ente")
				.doesNotContain("id=\"password\"", "Password dimenticata");
			assertThat(v.posta("/accesso", Map.of("utente", "operatore", "password", "operatore")).statusCode())
				.isIn(403, 405);
			assertThat(dove(v.get("/"))).endsWith("/accesso");
			assertThat(Sessione.basic(sola, "operatore", "operatore").get("/api/v1/avvisi").statusCode())
				.isEqualTo(200);
			// nobody is made a user: who is there, and allowed to, is recognised
			fornitore.di("tizio", claim("tizio", List.of(), List.of(), List.of()));
			v.get("/oauth2/authorization/provider");
			v.get(v.ritorno("tizio"));
			assertThat(v.get("/accesso/negato").body())
				.contains("manca: un ruolo, che si dà nella pagina Enti e persone");
			sola.bean(it.cronoprogramma.ente.IdentitaRepository.class)
				.consenti("operatore2", Applicazione.istante("2022-05-25T09:00"), "rtd");
			fornitore.di("due", claim("operatore2", List.of("crono-admin"), List.of("c_d142"), List.of()));
			Visita due = new Visita(sola);
			due.get("/oauth2/authorization/provider");
			assertThat(dove(due.get(due.ritorno("due")))).endsWith(":" + sola.porta() + "/");
			assertThat(gruppi(sola, "operatore2")).containsExactly("operatori");
			due.get("/camunda/app/tasklist/default/");
			assertThat(due.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"operatore2\"");
			assertThat(due.get("/tabelle").statusCode()).isEqualTo(403);
		}
		finally {
			fornitore.conosce(app);
		}
	}

	@Test
	@Order(Integer.MAX_VALUE - 1)
	void senzaUnFornitoreCheRispondeNonSiParte() {
		assertThatThrownBy(() -> Applicazione.sola("2022-05-25", "cronoprogramma.oidc.issuer=http://127.0.0.1:1",
				"cronoprogramma.oidc.client-id=x", "cronoprogramma.oidc.client-secret=y"))
			.rootCause()
			.isInstanceOf(IllegalStateException.class)
			.hasMessageStartingWith("Il fornitore di identità «http://127.0.0.1:1» non risponde come dovrebbe");
	}

	/** The last: the provider does not come back. */
	@Test
	@Order(Integer.MAX_VALUE)
	void seIlFornitoreNonRispondeRestaLaPassword() {
		String chi = nuovo();
		dice(chi, List.of("crono-operatori"), List.of("c_d142"), List.of());
		Visita aMeta = new Visita();
		aMeta.get("/oauth2/authorization/provider");
		String ritorno = aMeta.ritorno(chi);
		fornitore.close();
		assertThat(dove(aMeta.get(ritorno))).endsWith("/accesso?identita=irraggiungibile");
		assertThat(dove(new Visita().get("/oauth2/authorization/provider")))
			.endsWith("/accesso?identita=irraggiungibile");
		assertThat(aMeta.get("/accesso?identita=irraggiungibile").body())
			.contains("Il fornitore di identità non risponde.");
		assertThat(Sessione.di(app, "operatore").get("/").statusCode()).isEqualTo(200);
		assertThat(identita().createUserQuery().userId(chi).count()).isZero();
	}

	private static void esamina(Page p, String nome, int... larghezze) {
		for (int larghezza : larghezze) {
			p.setViewportSize(larghezza, 850);
			assertThat((Integer) p.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(larghezza);
			Esame.foto(p, nome + "-" + larghezza, true);
		}
		assertThat(Esame.violazioni(p)).isEmpty();
	}

	private static String nuovo() {
		return "persona" + ++numero;
	}

	private static void dice(String chi, List<String> ruoli, List<String> enti, List<String> gestioni) {
		fornitore.di(chi, claim(chi, ruoli, enti, gestioni));
	}

	private static Map<String, Object> claim(String nomeUtente, List<String> ruoli, List<String> enti,
			List<String> gestioni) {
		Map<String, Object> claim = new HashMap<>(Map.of("preferred_username", nomeUtente, "given_name", "Nome",
				"family_name", "Cognome", "email", nomeUtente.toLowerCase() + "@comune.example"));
		claim.put("accessi", Map.of("ruoli", ruoli));
		claim.put("ipa", enti);
		claim.put("gestione", gestioni);
		return claim;
	}

	private static Visita entrata(String chi) {
		Visita v = new Visita();
		v.get("/oauth2/authorization/provider");
		HttpResponse<String> r = v.get(v.ritorno(chi));
		assertThat(dove(r)).as(() -> v.get("/accesso/negato").body()).endsWith(":" + app.porta() + "/");
		return v;
	}

	/** What somebody is told who is not let in. */
	private static String negato(String chi) {
		Visita v = new Visita();
		v.get("/oauth2/authorization/provider");
		assertThat(dove(v.get(v.ritorno(chi)))).endsWith("/accesso/negato");
		assertThat(dove(v.get("/"))).endsWith("/accesso");
		HttpResponse<String> pagina = v.get("/accesso/negato");
		assertThat(pagina.statusCode()).isEqualTo(403);
		return pagina.body();
	}

	private static HttpResponse<String> modulo(Sessione chi, String percorso) {
		return chi.manda("POST", percorso, "application/x-www-form-urlencoded",
				"_csrf=" + URLEncoder.encode(chi.token(), StandardCharsets.UTF_8));
	}

	private static String dove(HttpResponse<String> r) {
		return r.headers().firstValue("Location").orElseGet(() -> r.statusCode() + " " + r.body());
	}

	private static IdentityService identita() {
		return app.bean(IdentityService.class);
	}

	private static List<String> gruppi(String utente) {
		return gruppi(app, utente);
	}

	private static List<String> gruppi(Applicazione app, String utente) {
		return app.bean(IdentityService.class)
			.createGroupQuery()
			.groupMember(utente)
			.orderByGroupId()
			.asc()
			.list()
			.stream()
			.map(Group::getId)
			.toList();
	}

	private static List<String> enti(String utente) {
		return identita().createTenantQuery().userMember(utente).list().stream().map(Tenant::getId).toList();
	}

	private static List<String> registro(String utente) {
		return app.bean(JdbcClient.class)
			.sql("SELECT atto FROM registro_amministrativo WHERE oggetto = :utente ORDER BY numero")
			.param("utente", utente)
			.query(String.class)
			.list();
	}

	private static int conta(String sql) {
		return app.bean(JdbcClient.class).sql(sql).query(Integer.class).single();
	}

	/** Somebody who goes from the application to the provider and back. */
	private static final class Visita {

		private final CookieManager cookie = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

		private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookie).build();

		private final String base;

		private HttpResponse<String> ultima;

		Visita() {
			this(app);
		}

		Visita(Applicazione app) {
			this.base = "http://localhost:" + app.porta();
		}

		HttpResponse<String> get(String dove) {
			return manda(HttpRequest.newBuilder(indirizzo(dove)).GET());
		}

		HttpResponse<String> posta(String dove, Map<String, String> campi) {
			StringBuilder corpo = new StringBuilder();
			campi.forEach((nome, valore) -> corpo.append(corpo.isEmpty() ? "" : "&")
				.append(nome)
				.append('=')
				.append(URLEncoder.encode(valore, StandardCharsets.UTF_8)));
			HttpRequest.Builder richiesta = HttpRequest.newBuilder(indirizzo(dove))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(corpo.toString()));
			this.cookie.getCookieStore()
				.getCookies()
				.stream()
				.filter((c) -> c.getName().equals("XSRF-TOKEN"))
				.map(HttpCookie::getValue)
				.findFirst()
				.ifPresent((token) -> richiesta.header("X-XSRF-TOKEN", token));
			return manda(richiesta);
		}

		/**
		 * Goes where the application has sent him, and says there who he is.
		 * @return the address that the provider sends him to
		 */
		String ritorno(String chi) {
			HttpResponse<String> r = get(dove(this.ultima));
			if (dove(r).endsWith("/login")) {
				Matcher m = CSRF.matcher(get(dove(r)).body());
				assertThat(m.find()).isTrue();
				r = posta(fornitore.issuer() + "/login", Map.of("username", chi, "password", chi, "_csrf", m.group(1)));
				if (!chi.startsWith(FornitoreDiProva.INCERTO)) {
					r = get(dove(r));
				}
			}
			return dove(r);
		}

		String sessione() {
			return this.cookie.getCookieStore()
				.get(URI.create(this.base))
				.stream()
				.filter((c) -> c.getName().equals("JSESSIONID"))
				.map(HttpCookie::getValue)
				.findFirst()
				.orElseThrow();
		}

		private URI indirizzo(String dove) {
			return URI.create(dove.startsWith("http") ? dove : this.base + dove);
		}

		private HttpResponse<String> manda(HttpRequest.Builder richiesta) {
			try {
				this.ultima = this.http.send(richiesta.build(), HttpResponse.BodyHandlers.ofString());
				return this.ultima;
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

	}

}
