package it.cronoprogramma;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Conformita;
import it.cronoprogramma.candidatura.Evidenza;
import it.cronoprogramma.candidatura.EvidenzaRepository;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.StatoCriterio;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Sessione;
import it.cronoprogramma.prova.Vita;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.FormService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.util.HtmlUtils;

import static it.cronoprogramma.candidatura.StatoCriterio.DA_VERIFICARE;
import static it.cronoprogramma.candidatura.StatoCriterio.NON_RISPETTATO;
import static it.cronoprogramma.candidatura.StatoCriterio.RISPETTATO;
import static it.cronoprogramma.prova.Applicazione.APRILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Several people write over weeks what they found of each criterion, on the page and in
 * the tasks: nothing of anybody is lost, and what is not his does not exist for him.
 * Pages are filled in as a browser sends them: every field that the page holds, changed
 * or not.
 */
abstract class ScenariConformita extends ScenariSuDueDatabase {

	private static final String GIORNO = "2022-05-25";

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final Pattern NASCOSTO = Pattern
		.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

	private static final Pattern SCELTO = Pattern
		.compile("<input type=\"radio\"[^>]* name=\"([^\"]+)\" value=\"([^\"]+)\" checked=\"checked\"");

	private static final Pattern TESTO = Pattern.compile("<textarea[^>]* name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>");

	private static final String PAGAMENTI = "1.4.3-pagopa-comuni-2022-04";

	private Ente comune;

	private String operatore;

	ScenariConformita(boolean suPostgres) {
		super(suPostgres);
	}

	@BeforeEach
	void unComune() {
		this.comune = this.app.nuovoComune(3000);
		this.operatore = this.comune.id();
	}

	// Two people

	@Test
	void criteriDiversiNelloStessoMomento() throws Exception {
		String c = inCompletamento();
		Modulo uno = apri(this.operatore, c, "sito");
		Modulo due = apri("rtd", c, "sito");
		criteri(c, "sito").forEach((k) -> (k.endsWith("1") ? uno : due).scrivi(k, RISPETTATO, "visto " + k));
		assertThat(insieme(uno, due)).containsOnly(302);
		Conformita.Oggetto sito = oggetto(c, "sito");
		assertThat(sito.rispettati()).isEqualTo(20);
		assertThat(sito.criteri()).allSatisfy((k) -> {
			Evidenza e = sito.evidenza(k.codice());
			assertThat(e.testo()).isEqualTo("visto " + k.codice());
			assertThat(e.verificatoDa()).isEqualTo(k.codice().endsWith("1") ? this.operatore : "rtd");
			assertThat(e.versione()).isOne();
		});
		assertThat(storia(c)).hasSize(20)
			.contains(new VoceStoria("Criterio di conformità", "Sito internet: C.SI.1.1", "da verificare",
					"rispettato: «visto C.SI.1.1»"));
	}

	@Test
	void loStessoCriterioNelloStessoMomento() throws Exception {
		String c = inCompletamento();
		for (int volta = 1; volta <= 5; volta++) {
			List<Integer> esiti = insieme(
					apri(this.operatore, c, "sito").scrivi("C.SI.1.1", RISPETTATO, "operatore " + volta),
					apri("rtd", c, "sito").scrivi("C.SI.1.1", NON_RISPETTATO, "rtd " + volta));
			assertThat(esiti).as("uno passa, l'altro lo viene a sapere").containsExactlyInAnyOrder(302, 409);
			Evidenza e = oggetto(c, "sito").evidenza("C.SI.1.1");
			assertThat(e.versione()).isEqualTo(volta);
			assertThat(e.testo()).isEqualTo((e.verificatoDa().equals("rtd") ? "rtd " : "operatore ") + volta);
		}
		assertThat(storia(c)).as("una riga per ogni valore, ognuna dal precedente").hasSize(5);
	}

	@Test
	void ilSecondoVedeIDueValoriENonPerdeNulla() {
		String c = inCompletamento();
		Modulo vecchia = apri(this.operatore, c, "sito");
		apri("rtd", c, "sito").scrivi("C.SI.1.1", NON_RISPETTATO, "font diversa in \"Novità\" <b>").invia(302);
		apri("rtd", c, "sito").scrivi("C.SI.1.4", RISPETTATO, "tema 3.2").invia(302);

		String pagina = vecchia.scrivi("C.SI.1.1", RISPETTATO, "tutto a posto")
			.scrivi("C.SI.1.2", RISPETTATO, "")
			.scrivi("C.SI.1.3", RISPETTATO, "x".repeat(1001))
			.invia(409);
		assertThat(testo(pagina)).contains("Salvato 1 criterio di «Sito internet».",
				"Non sono state salvate queste voci",
				"C.SI.1.1, Lei ha scritto rispettato: «tutto a posto»; rtd, il 25/05/2022 alle 09:",
				", ha scritto nel frattempo non rispettato: «font diversa in \"Novità\" <b>»",
				"Evidenza troppo lunga: 1001 caratteri, al massimo 1000.");
		assertThat(pagina).doesNotContain("<b>");
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.1").stato()).isEqualTo(NON_RISPETTATO);
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.2").verificatoDa()).isEqualTo(this.operatore);
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.4").testo()).as("non toccato da chi non lo aveva visto")
			.isEqualTo("tema 3.2");
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.3").scritta()).isFalse();

		// what was typed is still in the fields, and a second «Salva» decides nothing
		Modulo ancora = new Modulo(vecchia.sessione, vecchia.percorso, pagina);
		assertThat(ancora.campi).containsEntry("stato.C.SI.1.1", "rispettato")
			.containsEntry("evidenza.C.SI.1.1", "tutto a posto")
			.containsEntry("evidenza.C.SI.1.3", "x".repeat(1001))
			.containsEntry("evidenza.C.SI.1.4", "tema 3.2");
		String di_nuovo = ancora.invia(409);
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.1").stato()).isEqualTo(NON_RISPETTATO);

		// he gives in on nothing but what he chooses to
		Modulo scelta = new Modulo(vecchia.sessione, vecchia.percorso, di_nuovo).campo("scelta.C.SI.1.1", "mia-1")
			.scrivi("C.SI.1.3", RISPETTATO, "in breve");
		scelta.invia(302);
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.1").inParole()).isEqualTo("rispettato: «tutto a posto»");
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.1").versione()).isEqualTo(2);
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.3").testo()).isEqualTo("in breve");
		assertThat(storia(c)).contains(new VoceStoria("Criterio di conformità", "Sito internet: C.SI.1.1",
				"non rispettato: «font diversa in \"Novità\" <b>»", "rispettato: «tutto a posto»"));
	}

	@Test
	void chiLasciaIlValoreDellAltro() {
		String c = inCompletamento();
		Modulo vecchia = apri(this.operatore, c, "sito");
		apri("rtd", c, "sito").scrivi("C.SI.1.1", NON_RISPETTATO, "no").invia(302);
		String pagina = vecchia.scrivi("C.SI.1.1", RISPETTATO, "sì").invia(409);
		Modulo tengo = new Modulo(vecchia.sessione, vecchia.percorso, pagina).campo("scelta.C.SI.1.1", "tengo");
		tengo.invia(302);
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.1").inParole()).isEqualTo("non rispettato: «no»");
	}

	@Test
	void rinviareLaStessaPaginaNonFaDanni() {
		String c = inCompletamento();
		Modulo m = apri(this.operatore, c, "sito").scrivi("C.SI.1.1", RISPETTATO, "riga\nsu riga");
		m.invia(302);
		String seguito = m.percorso + "?oggetto=sito";
		assertThat(testo(m.sessione.get(seguito).body())).contains("Salvato 1 criterio di «Sito internet».");
		m.invia(302);
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.1").versione()).isOne();
		assertThat(testo(m.sessione.get(seguito).body()))
			.contains("Nessuna voce è cambiata: non c'era nulla da salvare.");
		apri(this.operatore, c, "sito").invia(302);
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.1").versione()).as("aperta e rinviata com'era").isOne();
		apri(this.operatore, c, "sito").scrivi("C.SI.1.1", DA_VERIFICARE, "").invia(302);
		assertThat(storia(c)).hasSize(2);
	}

	@Test
	void unEvidenzaLungaResteNellaStoriaPerIntero() {
		String c = inCompletamento();
		String lunga = "è".repeat(999) + "!";
		apri(this.operatore, c, "sito").scrivi("C.SI.1.1", RISPETTATO, lunga).invia(302);
		apri("rtd", c, "sito").scrivi("C.SI.1.1", DA_VERIFICARE, "da rifare").invia(302);
		assertThat(storia(c).get(1).prima()).isEqualTo("rispettato: «" + lunga + "»");
	}

	// What is shown

	@Test
	void laPaginaDiceAChePuntoSono() {
		String c = inCompletamento();
		apri(this.operatore, c, "sito").scrivi("C.SI.5.1", RISPETTATO, "https://www.comune.prova.it/certificato")
			.invia(302);
		this.app.compila(this.operatore, c, "verificaServizio",
				con(this.app.checklist(it.cronoprogramma.avviso.Criterio.Oggetto.SERVIZIO), "url",
						"https://servizi.comune.prova.it", "dataOnline", GIORNO, "conclusa", "si"));
		String pagina = pagina(this.operatore, percorso(c));
		assertThat(testo(pagina)).contains("19 di 38 criteri, 1 di 1 servizi verificati",
				"Sito internet in corso 1 di 20 criteri", "Pagare tributi IMU verificato 18 di 18 criteri",
				"25/05/2022", "Criteri: Sito internet", "Esperienza utente", "Sicurezza", "C.SI.5.1 Certificato https",
				"Registrato: rispettato, da " + this.operatore + ", il 25/05/2022 alle 09:");
		assertThat(pagina).contains("href=\"https://servizi.comune.prova.it\"",
				"href=\"https://www.comune.prova.it/certificato\"", "href=\"/candidature/" + c + "\"",
				"<progress value=\"1\" max=\"20\"",
				"href=\"/candidature/" + c + "/conformita?oggetto=pagare-imu#criteri\"");
		assertThat(testo(pagina("rtd", percorso(c) + "?oggetto=pagare-imu"))).contains("Criteri: Pagare tributi IMU",
				"C.SE.1.10 Verifica stato istanza, tempo massimo");
	}

	@Test
	void iServiziCheSiAttivano() {
		Vita v = new Vita(this.app, this.comune, PAGAMENTI).fino("registraTransazione");
		String c = v.codice();
		List<String> servizi = conformita(c).oggetti().stream().map(Conformita.Oggetto::codice).toList();
		assertThat(testo(pagina(this.operatore, percorso(c)))).contains("0 di 12 criteri, 0 di 4 servizi attivi",
				"non iniziato", "Transazione reale con esito positivo");
		apri(this.operatore, c, servizi.get(0)).scrivi("transazione-reale", RISPETTATO, "IUV 3").invia(302);
		this.app.compila(this.operatore, c, "registraTransazione",
				Map.of("serviziAttivi", servizi.subList(0, 2), "dataAttivazione", GIORNO, "riferimento", "IUV 3, IUV 4",
						"criteri", List.of("transazione-reale", "codice-tassonomico", "riconciliazione-contabile")));
		assertThat(testo(pagina(this.operatore, percorso(c)))).contains("6 di 12 criteri, 2 di 4 servizi attivi",
				"attivo 3 di 3 criteri IUV 3, IUV 4 25/05/2022");
		assertThat(conformita(c).oggetti().get(0).evidenza("transazione-reale").testo()).isEqualTo("IUV 3");
		assertThat(storia(c)).as("la pagina, poi le spunte: quella che c'era già non cambia").hasSize(6);
	}

	@Test
	void senzaServizi() {
		String spid = new Vita(this.app, this.comune, "1.4.4-spid-cie-comuni-2022-04").codice();
		assertThat(testo(pagina(this.operatore, percorso(spid)))).contains("Non ci sono servizi da seguire qui",
				"Questa misura non ha servizi", "Dichiarare il completamento");
		String bozza = this.app.nuovaCandidatura(this.operatore, this.comune, APRILE);
		assertThat(testo(pagina(this.operatore, percorso(bozza)))).contains("Il pacchetto non è ancora composto",
				"Comporre il pacchetto");
		assertThat(Sessione.di(this.app, this.operatore).get(percorso(bozza) + "?oggetto=sito").statusCode())
			.isEqualTo(404);
	}

	// Who, and when

	@Test
	void diUnAltroEnteNonEsiste() {
		String c = inCompletamento();
		String pagina = pagina(this.operatore, percorso(c));
		for (String altro : List.of("operatore2", "admin", "referente")) {
			Sessione s = Sessione.di(this.app, altro);
			HttpResponse<String> r = s.get(percorso(c));
			HttpResponse<String> mancante = s.get(percorso("C999999"));
			assertThat(r.statusCode()).as(altro).isEqualTo(404);
			assertThat(r.body()).isEqualTo(mancante.body().replace("C999999", c));
		}
		Sessione altri = Sessione.di(this.app, "operatore2");
		Modulo m = new Modulo(altri, percorso(c), pagina).campo("_csrf", token(altri));
		assertThat(m.scrivi("C.SI.1.1", RISPETTATO, "").manda().statusCode()).isEqualTo(404);
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.1").scritta()).isFalse();
		for (String assurdo : List.of("C", "%3Cb%3E", "C000001'--", "c000001", "C".repeat(300))) {
			HttpResponse<String> r = altri.get(percorso(assurdo));
			assertThat(r.statusCode()).as(assurdo).isEqualTo(404);
			assertThat(r.body()).doesNotContain("<b>");
		}
	}

	@Test
	void chiSoloLegge() {
		String c = inCompletamento();
		String aperta = pagina(this.operatore, percorso(c));
		String pagina = pagina("responsabile", percorso(c));
		assertThat(testo(pagina)).contains("Lei può leggere", "C.SI.1.1", "da verificare");
		assertThat(pagina).doesNotContain("<textarea", "Salva<");
		Sessione s = Sessione.di(this.app, "responsabile");
		assertThat(new Modulo(s, percorso(c), aperta).campo("_csrf", token(s)).manda().statusCode()).isEqualTo(403);
		assertThat(Sessione.di(this.app, this.operatore).manda("POST", percorso(c), FORM, "oggetto=sito").statusCode())
			.as("senza token")
			.isEqualTo(403);
		assertThat(Sessione.anonima(this.app).get(percorso(c)).statusCode()).isEqualTo(302);
	}

	@Test
	void fuoriDalCompletamentoNonSiScrive() {
		Vita v = new Vita(this.app, this.comune, APRILE).fino("registraContratto");
		String c = v.codice();
		assertThat(testo(pagina(this.operatore, percorso(c)))).contains("Qui si scrive durante il completamento",
				"nello stato «finanziata»", "non iniziato");
		assertThat(pagina(this.operatore, percorso(c))).doesNotContain("<textarea");
		v.fino("verificaSito");
		Modulo m = apri(this.operatore, c, "sito").scrivi("C.SI.1.1", NON_RISPETTATO, "scritto a lungo");
		v.fino("registraAsseverazione");
		assertThat(this.app.candidatura(c).stato()).isEqualTo(Stato.IN_VERIFICA);
		assertThat(testo(m.invia(409))).contains("nello stato «in verifica»", "Non è stato salvato nulla",
				"Lei ha scritto non rispettato: «scritto a lungo»");
		assertThat(oggetto(c, "sito").rispettati()).isEqualTo(20);

		// a partial outcome opens it again
		v.con("registraAsseverazione", Map.of("esito", "parziale")).fino("verificaSito");
		assertThat(this.app.candidatura(c).stato()).isEqualTo(Stato.IN_RIELABORAZIONE);
		apri(this.operatore, c, "sito").scrivi("C.SI.1.1", NON_RISPETTATO, "da rifare").invia(302);
	}

	@Test
	void invioSbagliato() {
		String c = inCompletamento();
		Modulo m = apri(this.operatore, c, "sito");
		assertThat(m.copia().campo("oggetto", "altro-servizio").manda().statusCode()).isEqualTo(404);
		assertThat(m.copia().campo("oggetto", "").manda().statusCode()).isEqualTo(404);
		assertThat(Sessione.di(this.app, this.operatore).get(percorso(c) + "?oggetto=%3Cb%3E").statusCode())
			.isEqualTo(404);
		assertThat(testo(m.copia().scrivi("C.SE.1.1", RISPETTATO, "").scrivi("C.SI.1.1", RISPETTATO, "mio").invia(422)))
			.contains("Il criterio «C.SE.1.1» non è tra quelli previsti per «Sito internet». Non è stato salvato nulla",
					"Lei ha scritto rispettato: «mio»");
		for (Map.Entry<String, String> sbagliata : Map
			.of("javascript:alert(1)", "deve cominciare con https://", "http://www.comune.it",
					"deve cominciare con https://", "a\u0000b", "caratteri di controllo", "a\u202eb",
					"caratteri di controllo", "x".repeat(1001), "1001 caratteri, al massimo 1000")
			.entrySet()) {
			String pagina = m.copia().scrivi("C.SI.1.2", RISPETTATO, sbagliata.getKey()).invia(422);
			assertThat(testo(pagina)).as(sbagliata.getKey())
				.contains("Non è stata salvata questa voce", sbagliata.getValue());
			assertThat(pagina).doesNotContain("href=\"javascript", "href=\"http://www");
		}
		assertThat(testo(m.copia().scrivi("C.SI.1.2", RISPETTATO, "").campo("stato.C.SI.1.2", "forse").invia(422)))
			.contains("Stato del criterio «forse» sconosciuto");
		for (String versione : List.of("", "-1", "uno", "99999999999")) {
			assertThat(
					testo(m.copia().scrivi("C.SI.1.2", RISPETTATO, "").campo("versione.C.SI.1.2", versione).invia(422)))
				.contains("La pagina è arrivata incompleta");
		}
		m.copia().scrivi("C.SI.1.2", RISPETTATO, "").campo("versione.C.SI.1.2", "7").invia(409);
		assertThat(conformita(c).oggetti()).allMatch((o) -> o.rispettati() == 0);
		assertThat(storia(c)).isEmpty();
	}

	// The tasks

	@Test
	void ilModuloAggiungeSoltanto() {
		String c = inCompletamento();
		apri("rtd", c, "sito").scrivi("C.SI.1.1", RISPETTATO, "visto da me").invia(302);
		// an older form, that knows nothing of it
		String prima = this.app.attivita(c, "verificaSito").getId();
		this.app.compila(this.operatore, c, "verificaSito",
				Map.of("criteriEsperienza", List.of("C.SI.1.2"), "conclusa", "no"));
		assertThat(oggetto(c, "sito").criteriRispettati()).containsExactly("C.SI.1.1", "C.SI.1.2");
		assertThat(this.app.attivita(c, "verificaSito").getId()).as("l'attività ricompare").isNotEqualTo(prima);
		this.app.compila(this.operatore, c, "verificaSito", Map.of("conclusa", "no"));
		assertThat(oggetto(c, "sito").criteriRispettati()).as("una spunta tolta non toglie")
			.containsExactly("C.SI.1.1", "C.SI.1.2");
		assertThat(oggetto(c, "sito").evidenza("C.SI.1.1").verificatoDa()).isEqualTo("rtd");
		assertThat(storia(c)).extracting(VoceStoria::atto)
			.containsExactly("Sito internet: C.SI.1.1", "Sito internet: C.SI.1.2");

		// all twenty, some here and some there
		Modulo m = apri("rtd", c, "sito");
		criteri(c, "sito").stream().skip(3).forEach((k) -> m.scrivi(k, RISPETTATO, ""));
		m.invia(302);
		assertThat(Applicazione.rifiuto(catchThrowable(() -> this.app.compila(this.operatore, c, "verificaSito",
				Map.of("url", "https://www.comune.prova.it", "dataOnline", GIORNO, "conclusa", "si")))))
			.contains("Criteri non ancora rispettati: 1 su 20 (C.SI.1.3)");
		this.app.compila(this.operatore, c, "verificaSito", Map.of("url", "https://www.comune.prova.it", "dataOnline",
				GIORNO, "criteriEsperienza", List.of("C.SI.1.3"), "conclusa", "si"));
		assertThat(this.app.candidatura(c).sitoVerificato()).isTrue();
	}

	@Test
	void unaSpuntaNonCambiaCioCheEScrittoNellaPagina() {
		String c = inCompletamento();
		apri("rtd", c, "sito").scrivi("C.SI.1.1", NON_RISPETTATO, "font diversa").invia(302);
		assertThat(modulo(c, "verificaSito")).containsEntry("altrove",
				"- C.SI.1.1 non rispettato, " + oggetto(c, "sito").evidenza("C.SI.1.1").firma());
		ThrowingCallable spunta = () -> this.app.compila(this.operatore, c, "verificaSito",
				Map.of("criteriEsperienza", List.of("C.SI.1.1", "C.SI.1.2"), "conclusa", "no"));
		assertThat(Applicazione.rifiuto(catchThrowable(spunta))).contains(
				"per Sito internet: C.SI.1.1 non rispettato: " + "«font diversa» (rtd, il 25/05/2022",
				"lo cambi nella pagina, oppure tolga la spunta");
		assertThat(oggetto(c, "sito").criteriRispettati()).as("nulla a metà").isEmpty();
		assertThat(this.app.attivitaAperte(c)).contains("verificaSito");
	}

	@Test
	void dueSullaStessaAttivita() {
		String c = inCompletamento();
		String task = this.app.attivita(c, "verificaSito").getId();
		Sessione uno = Sessione.di(this.app, this.operatore);
		Sessione due = Sessione.di(this.app, "rtd");
		String percorso = "/camunda/api/engine/engine/default/task/" + task + "/submit-form";
		String corpo = "{\"variables\":{\"criteriEsperienza\":{\"value\":\"[\\\"C.SI.1.%s\\\"]\"},\"conclusa\":{\"value\":\"no\"}}}";
		assertThat(uno.json("POST", percorso, corpo.formatted(1)).statusCode()).isEqualTo(204);
		HttpResponse<String> r = due.json("POST", percorso, corpo.formatted(2));
		assertThat(r.statusCode()).isEqualTo(409);
		assertThat(r.body()).contains("L'attività è già stata completata");
		assertThat(oggetto(c, "sito").criteriRispettati()).containsExactly("C.SI.1.1");
		String nuovo = this.app.attivita(c, "verificaSito").getId();
		assertThat(due.json("POST", percorso.replace(task, nuovo), corpo.formatted(2)).statusCode()).isEqualTo(204);
		assertThat(oggetto(c, "sito").criteriRispettati()).containsExactly("C.SI.1.1", "C.SI.1.2");
	}

	@Test
	void ilCompletamentoDiceCheCosaManca() {
		Vita v = new Vita(this.app, this.comune, APRILE).fino("dichiaraCompletamento");
		String c = v.codice();
		assertThat(modulo(c, "dichiaraCompletamento"))
			.containsEntry("progresso", "38 di 38 criteri, 1 di 1 servizi verificati")
			.containsEntry("mancanze", "");
		apri("rtd", c, "pagare-imu").scrivi("C.SE.4.1", NON_RISPETTATO, "lento").invia(302);
		assertThat(testo(pagina("rtd", percorso(c)))).contains("Pagare tributi IMU da rivedere 17 di 18 criteri");
		assertThat(modulo(c, "dichiaraCompletamento"))
			.containsEntry("progresso", "37 di 38 criteri, 0 di 1 servizi verificati")
			.containsEntry("mancanze", "- Pagare tributi IMU: criteri rispettati 17 di 18, mancano C.SE.4.1");
		ThrowingCallable dichiara = () -> this.app.compila(this.operatore, c, "dichiaraCompletamento",
				Map.of("dataCompletamento", GIORNO, "checklistCompilata", true));
		assertThat(Applicazione.rifiuto(catchThrowable(dichiara)))
			.startsWith("Criteri che non risultano più rispettati: Pagare tributi IMU (C.SE.4.1).");
		assertThat(this.app.attivitaAperte(c)).contains("dichiaraCompletamento");
		apri(this.operatore, c, "pagare-imu").scrivi("C.SE.4.1", RISPETTATO, "ora 2 secondi").invia(302);
		v.fino("registraAsseverazione");
		assertThat(this.app.candidatura(c).stato()).isEqualTo(Stato.IN_VERIFICA);
	}

	// The update

	@Test
	void leRighePrecedentiRestano() throws IOException {
		DataSource dati = (this.postgres != null) ? altroDatabase()
				: new DriverManagerDataSource("jdbc:h2:mem:prima" + this.comune.id() + ";DB_CLOSE_DELAY=-1", "sa", "");
		Flyway.configure().dataSource(dati).target("3").load().migrate();
		JdbcTemplate sql = new JdbcTemplate(dati);
		sql.update("INSERT INTO ente (id, nome, tipologia) VALUES ('E1', 'Comune', 'comune')");
		sql.update(
				"""
						INSERT INTO candidatura (codice, ente, avviso, stato, creata, popolazione, fascia, sito_verificato,
							credenziali_consegnate, versione)
						VALUES ('C000001', 'E1', 'a', 'CONTRATTI_CONCLUSI', TIMESTAMP WITH TIME ZONE '2022-05-25 09:00:00+02:00',
							3000, 'f', FALSE, FALSE, 0)""");
		for (String oggetto : List.of("sito", "pagare-imu")) {
			sql.update("""
					INSERT INTO criterio_rispettato (candidatura, oggetto, criterio, verificato, verificato_da)
					VALUES ('C000001', ?, 'C.1', TIMESTAMP WITH TIME ZONE '2022-06-01 10:00:00+02:00', 'anna')""",
					oggetto);
		}
		Flyway.configure().dataSource(dati).load().migrate();
		assertThat(sql.queryForList("SELECT * FROM evidenza ORDER BY oggetto")).hasSize(2).allSatisfy((riga) -> {
			Map<String, Object> r = riga.entrySet()
				.stream()
				.collect(Collectors.toMap((x) -> x.getKey().toLowerCase(), Map.Entry::getValue));
			assertThat(r).containsEntry("criterio", "C.1")
				.containsEntry("stato", "rispettato")
				.containsEntry("evidenza", "")
				.containsEntry("verificato_da", "anna")
				.containsEntry("versione", 1);
		});
		assertThat(sql.queryForObject("SELECT COUNT(*) FROM evidenza WHERE verificato = "
				+ "TIMESTAMP WITH TIME ZONE '2022-06-01 10:00:00+02:00'", Integer.class))
			.isEqualTo(2);
	}

	private DataSource altroDatabase() {
		new JdbcTemplate(this.postgres.getPostgresDatabase()).execute("CREATE DATABASE prima");
		return new DriverManagerDataSource(this.postgres.getJdbcUrl("postgres", "prima"), "postgres", "postgres");
	}

	// Steps

	private String inCompletamento() {
		return new Vita(this.app, this.comune, APRILE).fino("verificaSito").codice();
	}

	private Conformita conformita(String c) {
		return this.app.bean(EvidenzaRepository.class)
			.conformita(this.app.candidatura(c), this.app.bean(CatalogoAvvisi.class));
	}

	private Conformita.Oggetto oggetto(String c, String oggetto) {
		return conformita(c).oggetto(oggetto).orElseThrow();
	}

	private List<String> criteri(String c, String oggetto) {
		return oggetto(c, oggetto).criteri().stream().map((k) -> k.codice()).toList();
	}

	private List<VoceStoria> storia(String c) {
		return this.app.bean(CandidaturaRepository.class)
			.storia(c)
			.stream()
			.filter((v) -> v.fatto().equals("Criterio di conformità"))
			.toList();
	}

	private Map<String, Object> modulo(String c, String attivita) {
		return this.app.come(this.operatore, () -> new LinkedHashMap<>(
				this.app.bean(FormService.class).getTaskFormVariables(this.app.attivita(c, attivita).getId())));
	}

	private static Map<String, Object> con(Map<String, Object> campi, Object... altri) {
		Map<String, Object> tutti = new LinkedHashMap<>(campi);
		for (int i = 0; i < altri.length; i += 2) {
			tutti.put((String) altri[i], altri[i + 1]);
		}
		return tutti;
	}

	private static String percorso(String c) {
		return "/candidature/" + c + "/conformita";
	}

	private String pagina(String utente, String percorso) {
		HttpResponse<String> r = Sessione.di(this.app, utente).get(percorso);
		assertThat(r.statusCode()).as(utente + " " + percorso).isEqualTo(200);
		return r.body();
	}

	/** What a reader reads. */
	private static String testo(String pagina) {
		return HtmlUtils
			.htmlUnescape(pagina.substring(pagina.indexOf("<body")).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
			.replaceAll("\\s+([,;.:»])", "$1");
	}

	private static String token(Sessione s) {
		Matcher m = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(s.get("/").body());
		assertThat(m.find()).isTrue();
		return m.group(1);
	}

	private Modulo apri(String utente, String c, String oggetto) {
		Sessione sessione = Sessione.di(this.app, utente);
		String percorso = percorso(c) + "?oggetto=" + oggetto;
		return new Modulo(sessione, percorso(c), sessione.get(percorso).body());
	}

	private static List<Integer> insieme(Modulo... moduli) throws Exception {
		CyclicBarrier via = new CyclicBarrier(moduli.length);
		ExecutorService persone = Executors.newFixedThreadPool(moduli.length);
		try {
			List<Future<Integer>> esiti = new ArrayList<>();
			for (Modulo m : moduli) {
				esiti.add(persone.submit(() -> {
					via.await();
					return m.manda().statusCode();
				}));
			}
			List<Integer> stati = new ArrayList<>();
			for (Future<Integer> e : esiti) {
				stati.add(e.get());
			}
			return stati;
		}
		finally {
			persone.shutdownNow();
		}
	}

	/** The form of a page, with every field as a browser would send it. */
	private static final class Modulo {

		private final Sessione sessione;

		private final String percorso;

		private final Map<String, String> campi = new LinkedHashMap<>();

		Modulo(Sessione sessione, String percorso, String pagina) {
			this.sessione = sessione;
			this.percorso = percorso;
			for (Pattern p : List.of(NASCOSTO, SCELTO, TESTO)) {
				for (Matcher m = p.matcher(pagina); m.find();) {
					this.campi.put(m.group(1), HtmlUtils.htmlUnescape(m.group(2)));
				}
			}
		}

		Modulo copia() {
			Modulo copia = new Modulo(this.sessione, this.percorso, "");
			copia.campi.putAll(this.campi);
			return copia;
		}

		Modulo campo(String nome, String valore) {
			this.campi.put(nome, valore);
			return this;
		}

		Modulo scrivi(String criterio, StatoCriterio stato, String testo) {
			this.campi.putIfAbsent("versione." + criterio, "0");
			return campo("stato." + criterio, stato.codice()).campo("evidenza." + criterio,
					testo.replace("\n", "\r\n"));
		}

		HttpResponse<String> manda() {
			return this.sessione.manda("POST", this.percorso, FORM,
					this.campi.entrySet()
						.stream()
						.map((c) -> URLEncoder.encode(c.getKey(), StandardCharsets.UTF_8) + "="
								+ URLEncoder.encode(c.getValue(), StandardCharsets.UTF_8))
						.collect(Collectors.joining("&")));
		}

		String invia(int atteso) {
			HttpResponse<String> r = manda();
			assertThat(r.statusCode()).as(r.body().replaceAll("\\s+", " ")).isEqualTo(atteso);
			return r.body();
		}

	}

}
