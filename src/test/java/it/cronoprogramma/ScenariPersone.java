package it.cronoprogramma;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import it.cronoprogramma.ente.AccessoNegato;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.IdentitaEsterna;
import it.cronoprogramma.ente.IdentitaRepository;
import it.cronoprogramma.ente.Riconoscimento;
import it.cronoprogramma.ente.Riconoscimento.Riconosciuto;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.notifica.Rubrica;
import it.cronoprogramma.notifica.Rubriche;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.prova.Sessione;
import it.cronoprogramma.prova.MailLetta;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.CREMA;
import static it.cronoprogramma.prova.Applicazione.PANDINO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Enti and people, managed by people: through the pages, with real sessions. There are
 * two gestioni, each with its ufficio RTD: {@code rtd} and {@code rtd2}, who follows the
 * Comune di Altrove with its operatore {@code altrui}.
 */
abstract class ScenariPersone extends ScenariSuDueDatabase {

	private static final GreenMail POSTA = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

	private static final String REST = "/camunda/api/engine/engine/default";

	private static final Pattern COLLEGAMENTO = Pattern.compile("/password/([A-Za-z0-9_-]{43})\\b");

	static {
		POSTA.start();
	}

	private static int numero;

	private Ente altrove;

	ScenariPersone(boolean suPostgres) {
		super(suPostgres, "spring.mail.host=127.0.0.1", "spring.mail.port=" + POSTA.getSmtp().getPort());
	}

	@BeforeAll
	void altraGestione() {
		this.app.bean(EnteRepository.class).inserisciGestione("gestione2", "Altra gestione", "rtd2@altra.example");
		this.altrove = new Ente("E9001", "Comune di Altrove", "c_z999", "099001", 5000, "gestione2");
		this.app.bean(EnteRepository.class).inserisci(this.altrove, "Z999", "PV", "Lombardia", "prova");
		Registro registro = this.app.bean(Registro.class);
		registro.ente(this.altrove);
		registro.gestione("gestione2", "Altra gestione", List.of(this.altrove));
		registro.utente("rtd2", "Rina", "Altra", "rtd2@altra.example", "rtd2", Ruolo.RTD);
		registro.diGestione("rtd2", "gestione2");
		registro.utente("altrui", "Aldo", "Altrui", "altrui@altra.example", "altrui", Ruolo.OPERATORE);
		registro.diEnte("altrui", this.altrove.id());
	}

	@AfterAll
	static void chiudi() throws com.icegreen.greenmail.store.FolderException {
		POSTA.purgeEmailFromAllMailboxes();
	}

	@BeforeEach
	void pulisci() throws com.icegreen.greenmail.store.FolderException {
		this.app.torna("2022-05-25T09:00");
		// what was left to be sent by the test before
		lavora();
		POSTA.purgeEmailFromAllMailboxes();
	}

	// Enti

	/**
	 * What {@link ScenariCalendario} tells at length, here for its SQL on both databases.
	 */
	@Test
	void unCalendarioSiCreaSiLeggeESiRevoca() {
		String c = this.app.finanziata(this.app.nuovoComune(3000), "2022-08-19");
		Pattern ics = Pattern.compile("(/calendario/[A-Za-z0-9_-]{43}\\.ics)\"");
		Sessione responsabile = Sessione.di(this.app, "responsabile");
		assertThat(manda(responsabile, "/calendari", "quale=gestione:gestione1").statusCode()).isEqualTo(302);
		Matcher primo = ics.matcher(responsabile.get("/calendari").body());
		assertThat(primo.find()).isTrue();
		Sessione programma = Sessione.anonima(this.app);
		for (int volta = 0; volta < 2; volta++) {
			assertThat(programma.get(primo.group(1)).body()).contains("BEGIN:VEVENT", c, "STATUS:CANCELLED");
		}
		Sessione rtd = Sessione.di(this.app, "rtd");
		Matcher revoca = Pattern.compile("(/calendari/[^/\"]+/)revoca").matcher(rtd.get("/calendari").body());
		assertThat(revoca.find()).isTrue();
		assertThat(Sessione.di(this.app, "rtd2").get("/calendari").body()).doesNotContain(revoca.group(1));
		assertThat(manda(responsabile, revoca.group(1) + "rigenera", "").statusCode()).isEqualTo(302);
		Matcher secondo = ics.matcher(responsabile.get("/calendari").body());
		assertThat(secondo.find()).isTrue();
		assertThat(programma.get(primo.group(1)).statusCode()).isEqualTo(404);
		assertThat(programma.get(secondo.group(1)).statusCode()).isEqualTo(200);
		assertThat(manda(rtd, revoca.group(1) + "revoca", "").statusCode()).isEqualTo(302);
		assertThat(programma.get(secondo.group(1)).statusCode()).isEqualTo(404);
		assertThat(manda(responsabile, "/calendari", "quale=referente").statusCode()).isEqualTo(422);
	}

	@Test
	void unEnteSiCreaSiModificaESiCompleta() {
		Sessione rtd = Sessione.di(this.app, "rtd");
		String ipa = "c_t" + ++numero;
		HttpResponse<String> r = manda(rtd, "/anagrafe/enti", "nome=Comune di Prova&tipologia=Comune&codice_ipa=" + ipa
				+ "&codice_istat=98%04d&codice_catastale=t001&provincia=cr&regione=Lombardia".formatted(numero));
		assertThat(r.statusCode()).as(r.body()).isEqualTo(302);
		String id = ultimo(r);
		assertThat(riga("ente", id)).containsEntry("gestione", "gestione1")
			.containsEntry("provincia", "CR")
			.containsEntry("cod_provincia", "98%04d".formatted(numero).substring(0, 3))
			.containsEntry("da_completare", true);
		String elenco = rtd.get("/anagrafe/enti").body();
		assertThat(elenco.indexOf("/anagrafe/enti/" + id)).as("da completare, per primi")
			.isPositive()
			.isLessThan(elenco.indexOf("/anagrafe/enti/" + CREMA.id()));
		assertThat(rtd.get("/anagrafe/enti/" + id).body()).contains("la popolazione: senza", "un referente: senza")
			.doesNotContain("la gestione associata: senza");
		// whoever belongs to the gestione sees it at once, in the engine too
		assertThat(this.app.come("rtd", () -> this.app.bean(it.cronoprogramma.processo.Ufficio.class).vede(id)))
			.isTrue();
		assertThat(manda(rtd, "/anagrafe/enti/" + id, "nome=Comune di Nuovonome&tipologia=Comune&codice_ipa=" + ipa
				+ "&codice_istat=&codice_catastale=&provincia=&regione=&popolazione=3.757&popolazione_fonte=ISTAT")
			.statusCode()).isEqualTo(302);
		assertThat(riga("ente", id)).containsEntry("popolazione", 3757).containsEntry("da_completare", true);
		assertThat(manda(rtd, "/anagrafe/enti/" + id + "/referenti", "tipo=segretario&nome=Maria&email=m@t.example")
			.statusCode()).isEqualTo(302);
		assertThat(riga("ente", id)).containsEntry("da_completare", false);
		assertThat(this.app.bean(IdentityService.class).createTenantQuery().tenantId(id).singleResult().getName())
			.isEqualTo("Comune di Nuovonome");
		assertThat(rtd.get("/anagrafe/registro").body()).contains("Ente creato", "Ente modificato",
				"Referente aggiunto", "Nome: Comune di Prova", "Nome: Comune di Nuovonome", "Popolazione: 3757");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					nome=&codice_ipa=c_q1                              | Nome: manca il valore.
					nome=A&codice_ipa=                                 | Codice IPA: manca il valore.
					nome=A&codice_ipa=c d142                           | Codice IPA «c d142»: da 2 a 20 lettere
					nome=A&codice_ipa=C_D142                           | Codice IPA «C_D142»: è già di Comune di Crema.
					nome=A&codice_ipa=c_Z999                           | Codice IPA «c_Z999»: è già di un altro ente, che non è della Sua gestione
					nome=A&codice_ipa=c_q2&codice_istat=12             | Codice ISTAT «12»: servono sei cifre
					nome=A&codice_ipa=c_q2&codice_istat=019035&tipologia=Comune | Codice ISTAT «019035»: è già di Comune di Crema.
					nome=A&codice_ipa=c_q2&codice_catastale=1234       | Codice catastale «1234»: servono una lettera e tre cifre
					nome=A&codice_ipa=c_q2&provincia=Cremona           | Provincia «Cremona»: serve la sigla di due lettere
					nome=A&codice_ipa=c_q2&regione=Padania             | Regione «Padania»: non è una regione
					nome=A&codice_ipa=c_q2&popolazione=-1              | Popolazione «-1»: serve un numero intero da 1
					nome=A&codice_ipa=c_q2&popolazione=12              | Fonte della popolazione: dica da dove viene
					nome=A&codice_ipa=c_q2&gestione=gestione2          | Gestione associata «gestione2»: non è una delle Sue.
					""")
	void unEnteSbagliatoNonEntra(String campi, String attesa) {
		int prima = conta("ente");
		HttpResponse<String> r = manda(Sessione.di(this.app, "rtd"), "/anagrafe/enti", campi);
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(piano(r.body())).contains("Non è stato salvato nulla.", attesa);
		assertThat(conta("ente")).isEqualTo(prima);
	}

	/**
	 * The name stands in the tasks too; of a gestione that it leaves nobody keeps one.
	 */
	@Test
	void unEnteCambiaNomeEGestione() {
		Ente comune = this.app.nuovoComune("Comune di Partenza", 3000);
		String c = this.app.nuovaCandidatura(comune.id(), comune, APRILE);
		String task = this.app.attivita(c, "componiPacchetto").getId();
		this.app.bean(TaskService.class).setAssignee(task, "rtd");
		Sessione admin = Sessione.di(this.app, "admin");
		String campi = "nome=Comune di Arrivo&tipologia=Comune&codice_ipa=" + comune.codiceIpa()
				+ "&popolazione=3000&popolazione_fonte=prova&gestione=";
		assertThat(manda(Sessione.di(this.app, "rtd"), "/anagrafe/enti/" + comune.id(), campi + "gestione2").body())
			.contains("un ente cambia gestione solo dall&#39;amministratore");
		assertThat(manda(admin, "/anagrafe/enti/" + comune.id(), campi + "gestione2").statusCode()).isEqualTo(302);
		assertThat(this.app.variabili(c)).containsEntry("ente", "Comune di Arrivo");
		assertThat(this.app.attivita(c, "componiPacchetto").getAssignee()).isNull();
		assertThat(Sessione.di(this.app, "rtd").get("/anagrafe/enti/" + comune.id()).statusCode()).isEqualTo(404);
		assertThat(Sessione.di(this.app, "rtd").get(REST + "/task/" + task).statusCode()).isEqualTo(404);
		assertThat(Sessione.di(this.app, "rtd2").get(REST + "/task/" + task).statusCode()).isEqualTo(200);
		assertThat(Sessione.di(this.app, comune.id()).get(REST + "/task/" + task).statusCode()).isEqualTo(200);
		assertThat(Sessione.di(this.app, "rtd").get("/anagrafe/registro").body())
			.contains("Ente uscito dalla gestione");
	}

	// Chi gestisce che cosa

	/** What belongs to another gestione does not exist, to be read or to be written. */
	@ParameterizedTest
	@ValueSource(strings = { "/anagrafe/enti/E9001", "/anagrafe/enti/E9001/referenti/nuovo", "/anagrafe/utenti/altrui",
			"/anagrafe/utenti/rtd2", "/anagrafe/utenti/admin", "/anagrafe/utenti/altrui/consegne",
			"/anagrafe/gestioni/gestione2", "/anagrafe/referenti/inesistente" })
	void cioCheEAltruiNonEsiste(String percorso) {
		HttpResponse<String> r = Sessione.di(this.app, "rtd").get(percorso);
		assertThat(r.statusCode()).isEqualTo(404);
		assertThat(piano(r.body())).contains("non esiste.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/anagrafe/enti/E9001", "/anagrafe/enti/E9001/referenti", "/anagrafe/utenti/altrui",
			"/anagrafe/utenti/altrui/disattiva", "/anagrafe/utenti/altrui/riattiva", "/anagrafe/utenti/altrui/invito",
			"/anagrafe/utenti/altrui/collega", "/anagrafe/utenti/altrui/scollega", "/anagrafe/utenti/admin/disattiva",
			"/anagrafe/sostituzioni/inesistente/togli" })
	void cioCheEAltruiNonSiTocca(String percorso) {
		String prima = fotografia();
		HttpResponse<String> r = manda(Sessione.di(this.app, "rtd"), percorso,
				"nome=X&codice_ipa=c_x&tipo=altro&email=x@x.example&cognome=X&ruoli=operatore");
		assertThat(r.statusCode()).isEqualTo(404);
		assertThat(piano(r.body())).contains("non esiste.");
		assertThat(fotografia()).isEqualTo(prima);
	}

	@Test
	void gliElenchiMostranoSoloIPropri() {
		String utenti = Sessione.di(this.app, "rtd").get("/anagrafe/utenti").body();
		assertThat(utenti).contains("/anagrafe/utenti/operatore\"", "/anagrafe/utenti/responsabile\"")
			.doesNotContain("altrui", "rtd2", "/anagrafe/utenti/admin\"");
		assertThat(Sessione.di(this.app, "rtd").get("/anagrafe/enti").body()).doesNotContain("Altrove", "gestione2");
		assertThat(Sessione.di(this.app, "rtd2").get("/anagrafe/enti").body()).contains("Altrove")
			.doesNotContain("Comune di Crema");
		assertThat(Sessione.di(this.app, "admin").get("/anagrafe/utenti").body()).contains("altrui", "operatore2",
				"/anagrafe/utenti/admin\"");
		assertThat(Sessione.di(this.app, "rtd").get("/anagrafe/utenti?nome=_perator").body())
			.contains("Nessun utente corrisponde");
	}

	/**
	 * Whoever works for two gestioni is known in both, and changed by the administrator.
	 */
	@Test
	void chiLavoraPerDueGestioniLoGestisceLAmministratore() {
		Registro registro = this.app.bean(Registro.class);
		registro.utente("adue", "Dino", "Due", "due@altra.example", "adue", Ruolo.OPERATORE);
		registro.diEnte("adue", CREMA.id());
		registro.diEnte("adue", this.altrove.id());
		Sessione rtd = Sessione.di(this.app, "rtd");
		assertThat(piano(rtd.get("/anagrafe/utenti/adue").body()))
			.contains("lo gestisce l'amministratore", "Comune di Crema")
			.doesNotContain("Altrove");
		HttpResponse<String> r = manda(rtd, "/anagrafe/utenti/adue/disattiva", "");
		assertThat(r.statusCode()).isEqualTo(302);
		assertThat(piano(rtd.get("/anagrafe/utenti/adue").body()))
			.contains("L'utente «adue» lavora anche per enti di un'altra gestione");
		assertThat(Sessione.di(this.app, "adue").get("/").statusCode()).isEqualTo(200);
	}

	// Utenti

	@Test
	void unNuovoUtenteImpostaLaPasswordEdEntra() {
		Sessione rtd = Sessione.di(this.app, "rtd");
		String id = nuovoUtente(rtd, "operatore", "c_d142");
		String segreto = segreto(id);
		assertThat(tabella("invito", "utente", id)).hasToString(tabella("invito", "utente", id).toString())
			.asString()
			.doesNotContain(segreto);
		Sessione lui = Sessione.anonima(this.app);
		HttpResponse<String> pagina = lui.get("/password/" + segreto);
		assertThat(pagina.statusCode()).isEqualTo(200);
		assertThat(pagina.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(pagina.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(pagina.body()).contains(id);
		assertThat(imposta(segreto, "segreta", "altra").body()).contains("Le due password non sono uguali");
		HttpResponse<String> r = imposta(segreto, "segreta", "segreta");
		assertThat(r.statusCode()).isEqualTo(302);
		assertThat(r.headers().firstValue("Location")).get().asString().endsWith("/accesso?impostata");
		HttpResponse<String> accesso = Sessione.anonima(this.app).accedi(id, "segreta");
		assertThat(accesso.headers().firstValue("Location")).get().asString().doesNotContain("accesso");
		assertThat(Sessione.basic(this.app, id, "segreta").get("/api/v1/avvisi").statusCode()).isEqualTo(200);
		// once only
		assertThat(Sessione.anonima(this.app).get("/password/" + segreto).statusCode()).isEqualTo(404);
		assertThat(imposta(segreto, "rubata", "rubata").statusCode()).isEqualTo(404);
		assertThat(Sessione.basic(this.app, id, "rubata").get("/api/v1/avvisi").statusCode()).isEqualTo(401);
		assertThat(rtd.get("/anagrafe/registro").body()).contains("Utente creato").doesNotContain(segreto, "segreta");
	}

	@Test
	void laPasswordSegueLeRegoleDelMotore() {
		Sessione rtd = Sessione.di(this.app, "rtd");
		String id = nuovoUtente(rtd, "operatore", "c_d142");
		String segreto = segreto(id);
		ProcessEngineConfiguration motore = this.app.bean(ProcessEngineConfiguration.class);
		((ProcessEngineConfigurationImpl) motore).setPasswordPolicy(new DefaultPasswordPolicyImpl());
		motore.setEnablePasswordPolicy(true);
		try {
			assertThat(piano(Sessione.anonima(this.app).get("/password/" + segreto).body()))
				.contains("ha almeno 10 caratteri", "ha almeno una lettera maiuscola", "ha almeno una cifra",
						"ha almeno un carattere speciale", "non contiene il nome utente")
				.doesNotContain("Manca:");
			HttpResponse<String> r = imposta(segreto, "cortA1", "cortA1");
			assertThat(r.statusCode()).isEqualTo(422);
			assertThat(piano(r.body()))
				.contains("Manca: ha almeno 10 caratteri", "Manca: ha almeno un carattere speciale",
						"Va bene: ha almeno una cifra")
				.doesNotContain("PASSWORD_POLICY");
			assertThat(imposta(segreto, "Lunga-abbastanza-1", "Lunga-abbastanza-1").statusCode()).isEqualTo(302);
		}
		finally {
			motore.setEnablePasswordPolicy(false);
		}
	}

	@Test
	void unCollegamentoScadeEUnoNuovoLoSostituisce() {
		Sessione rtd = Sessione.di(this.app, "rtd");
		String id = nuovoUtente(rtd, "operatore", "c_d142");
		String primo = segreto(id);
		this.app.torna("2022-06-01T08:59");
		assertThat(Sessione.anonima(this.app).get("/password/" + primo).statusCode()).isEqualTo(200);
		this.app.torna("2022-06-01T09:01");
		assertThat(Sessione.anonima(this.app).get("/password/" + primo).statusCode()).isEqualTo(404);
		assertThat(imposta(primo, "x", "x").statusCode()).isEqualTo(404);
		this.app.torna("2022-05-25T10:00");
		svuota();
		assertThat(manda(rtd, "/anagrafe/utenti/" + id + "/invito", "").statusCode()).isEqualTo(302);
		assertThat(Sessione.anonima(this.app).get("/password/" + primo).statusCode()).as("finché il nuovo non parte")
			.isEqualTo(200);
		String secondo = segreto(id);
		assertThat(secondo).isNotEqualTo(primo);
		assertThat(Sessione.anonima(this.app).get("/password/" + primo).statusCode()).isEqualTo(404);
		assertThat(Sessione.anonima(this.app).get("/password/" + secondo).statusCode()).isEqualTo(200);
		manda(rtd, "/anagrafe/utenti/" + id + "/disattiva", "");
		assertThat(Sessione.anonima(this.app).get("/password/" + secondo).statusCode()).isEqualTo(404);
		manda(rtd, "/anagrafe/utenti/" + id + "/riattiva", "");
		assertThat(Sessione.anonima(this.app).get("/password/" + secondo).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%27%20OR%201=1", "..%2F" })
	void unCollegamentoInventatoNonPortaANulla(String segreto) {
		assertThat(Sessione.anonima(this.app).get("/password/" + segreto).statusCode()).isIn(400, 404);
	}

	/** A mail server that is down stops nobody, and the link leaves when it is back. */
	@Test
	void seLaPostaEGiuLUtenteCeLoStesso() {
		POSTA.stop();
		String id;
		try {
			id = nuovoUtente(Sessione.di(this.app, "rtd"), "operatore", "c_d142");
			Job job = lavori().get(0);
			try {
				this.app.bean(ManagementService.class).executeJob(job.getId());
				throw new AssertionError("la posta è giù");
			}
			catch (org.springframework.mail.MailException | org.camunda.bpm.engine.ProcessEngineException ex) {
				assertThat(testo(ex)).as("Cockpit lo mostra a molti").doesNotContain(id, "@");
			}
			assertThat(this.app.bean(IdentityService.class).createUserQuery().userId(id).count()).isEqualTo(1);
			assertThat(piano(Sessione.di(this.app, "rtd").get("/anagrafe/utenti/" + id).body()))
				.contains("non ancora partito");
		}
		finally {
			POSTA.start();
		}
		this.app.bean(org.springframework.mail.javamail.JavaMailSenderImpl.class).setPort(POSTA.getSmtp().getPort());
		assertThat(Sessione.anonima(this.app).get("/password/" + segreto(id)).statusCode()).isEqualTo(200);
	}

	@Test
	void passwordDimenticata() {
		Sessione rtd = Sessione.di(this.app, "rtd");
		String id = nuovoUtente(rtd, "operatore", "c_d142");
		imposta(segreto(id), "prima", "prima");
		HttpResponse<String> ignoto = dimenticata("nessuno.mai");
		HttpResponse<String> noto = dimenticata(id);
		assertThat(noto.statusCode()).isEqualTo(302).isEqualTo(ignoto.statusCode());
		assertThat(noto.headers().firstValue("Location")).isEqualTo(ignoto.headers().firstValue("Location"));
		attendiInviti(id, "DIMENTICATA", 1);
		String segreto = segreto(id);
		assertThat(Sessione.basic(this.app, id, "prima").get("/api/v1/avvisi").statusCode())
			.as("la password di prima vale finché non se ne imposta un'altra")
			.isEqualTo(200);
		Sessione aperta = Sessione.anonima(this.app);
		aperta.accedi(id, "prima");
		assertThat(imposta(segreto, "dopo", "dopo").statusCode()).isEqualTo(302);
		assertThat(aperta.get("/").statusCode()).as("una password nuova chiude le sessioni").isEqualTo(302);
		// three in an hour, by name or by address; the fourth is not sent
		dimenticata(id);
		attendiInviti(id, "DIMENTICATA", 2);
		dimenticata((id + "@nuovi.example").toUpperCase());
		attendiInviti(id, "DIMENTICATA", 3);
		dimenticata(id);
		String altro = nuovoUtente(rtd, "operatore", "c_d142");
		dimenticata(altro);
		// one at a time: whoever came before him has been dealt with
		attendiInviti(altro, "DIMENTICATA", 1);
		assertThat(inviti(id, "DIMENTICATA")).isEqualTo(3);
		this.app.torna("2022-05-25T10:01");
		dimenticata(id);
		attendiInviti(id, "DIMENTICATA", 4);
	}

	/**
	 * Whom the identity provider vouches for is a user like the others: {@code OidcIT}.
	 */
	@Test
	void chiVieneDalFornitoreDiIdentita() {
		Riconoscimento porta = this.app.bean(Riconoscimento.class);
		Sessione rtd = Sessione.di(this.app, "rtd");
		String id = nuovoUtente(rtd, "operatore", "c_d142");
		IdentitaEsterna suo = identita("s-" + id, id, Set.of(Ruolo.REFERENTE), Set.of("c_g306"));
		assertThatThrownBy(() -> porta.riconosci(suo)).isInstanceOf(AccessoNegato.class)
			.hasMessageContaining("c'è già un utente «" + id + "»");
		assertThat(manda(rtd, "/anagrafe/utenti/" + id + "/collega", "").statusCode()).isEqualTo(302);
		assertThat(porta.riconosci(suo).ruoli()).containsExactly(Ruolo.REFERENTE);
		Riconosciuto ancora = porta.riconosci(suo);
		assertThat(ancora.utente()).isEqualTo(id);
		assertThat(ancora.stato()).as("nulla è cambiato").isEqualTo(porta.riconosci(suo).stato());
		assertThat(this.app.bean(Utenti.class).trova(id).orElseThrow().enti()).containsExactly(PANDINO.id());
		assertThatThrownBy(() -> porta.riconosci(identita("un altro", id, Set.of(Ruolo.RTD), Set.of())))
			.isInstanceOf(AccessoNegato.class)
			.hasMessageContaining("già collegato a un'altra identità");
		// a mailbox is not a way back in
		dimenticata(id);
		String altro = nuovoUtente(rtd, "operatore", "c_d142");
		dimenticata(altro);
		attendiInviti(altro, "DIMENTICATA", 1);
		assertThat(inviti(id, "DIMENTICATA")).isZero();

		assertThatThrownBy(() -> porta.riconosci(identita("s-" + id, id, Set.of(Ruolo.RTD), Set.of("c_g306"))))
			.isInstanceOf(AccessoNegato.class)
			.hasMessageContaining("manca: la gestione associata, che si dà nella pagina Enti e persone");
		assertThat(this.app.bean(Utenti.class).trova(id).orElseThrow().ruoli()).containsExactly(Ruolo.RTD);

		// who is deleted in Admin leaves nothing behind for the next of his name
		this.app.bean(IdentityService.class).deleteUser(id);
		assertThat(this.app.bean(IdentitaRepository.class).di(id)).isEmpty();
		porta.riconosci(identita("s2-" + id, id, Set.of(Ruolo.OPERATORE), Set.of("C_D142")));
		assertThat(this.app.bean(IdentitaRepository.class).di(id).orElseThrow().soggetto()).isEqualTo("s2-" + id);
		assertThat(this.app.bean(Utenti.class).trova(id).orElseThrow().enti()).containsExactly(CREMA.id());
		assertThat(manda(rtd, "/anagrafe/utenti/" + id + "/scollega", "").statusCode()).isEqualTo(302);
		assertThat(this.app.bean(IdentitaRepository.class).di(id)).isEmpty();
	}

	private static IdentitaEsterna identita(String soggetto, String nomeUtente, Set<Ruolo> ruoli, Set<String> enti) {
		return new IdentitaEsterna("https://sso.example", soggetto, nomeUtente, "Nome", "Cognome",
				nomeUtente + "@nuovi.example", ruoli, enti, null, List.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					utente=Mario&ruoli=operatore&enti=c_d142           | Nome utente «Mario»: da 3 a 60 caratteri
					utente=ab&ruoli=operatore&enti=c_d142              | Nome utente «ab»: da 3 a 60 caratteri
					utente=operatore&ruoli=operatore&enti=c_d142       | Nome utente «operatore»: non si può usare: ne scelga un altro.
					utente=altrui&ruoli=operatore&enti=c_d142          | Nome utente «altrui»: non si può usare: ne scelga un altro.
					utente=sistema&ruoli=operatore&enti=c_d142         | Nome utente «sistema»: non si può usare: ne scelga un altro.
					utente=nuovo.u&enti=c_d142                         | Ruoli: scelga almeno un ruolo.
					utente=nuovo.u&ruoli=capo&enti=c_d142              | «capo» non è un ruolo
					utente=nuovo.u&ruoli=amministratore                | solo un amministratore nomina un amministratore
					utente=nuovo.u&ruoli=operatore                     | Enti: chi è Operatore lavora per almeno un ente.
					utente=nuovo.u&ruoli=rtd&enti=c_d142               | chi è Ufficio RTD ne ha una
					utente=nuovo.u&ruoli=operatore&enti=c_z999         | «c_z999» non è il codice IPA di un ente della Sua gestione
					utente=nuovo.u&ruoli=rtd&gestione=gestione2        | «gestione2» non è una delle Sue
					utente=nuovo.u&ruoli=operatore&enti=c_d142&email=x | E-mail «x»: serve un solo indirizzo e-mail
					""")
	void unUtenteSbagliatoNonEntra(String campi, String attesa) {
		String prima = fotografia();
		HttpResponse<String> r = manda(Sessione.di(this.app, "rtd"), "/anagrafe/utenti",
				"nome=N&cognome=C&" + campi + (campi.contains("email=") ? "" : "&email=n@c.example"));
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(piano(r.body())).contains(attesa);
		assertThat(fotografia()).isEqualTo(prima);
	}

	@Test
	void unRtdCreaUnRtdDellaPropriaGestione() {
		Sessione rtd = Sessione.di(this.app, "rtd");
		String id = "collega." + ++numero;
		assertThat(manda(rtd, "/anagrafe/utenti",
				"utente=" + id
						+ "&nome=Carla&cognome=Collega&email=c@g.example&ruoli=rtd&ruoli=operatore&gestione=gestione1")
			.statusCode()).isEqualTo(302);
		assertThat(this.app.bean(IdentityService.class).createGroupQuery().groupMember(id).list()).extracting("id")
			.containsExactlyInAnyOrder("rtd", "operatori", "gestione1");
	}

	// Disattivare

	@Test
	void disattivareChiudeSubitoOgniAccesso() {
		Ente comune = this.app.nuovoComune(3000);
		String chi = comune.id();
		String c = this.app.nuovaCandidatura(chi, comune, APRILE);
		String task = this.app.attivita(c, "componiPacchetto").getId();
		this.app.bean(TaskService.class).setAssignee(task, chi);
		Sessione lui = Sessione.di(this.app, chi);
		Sessione script = Sessione.basic(this.app, chi, chi);
		assertThat(lui.get("/").statusCode()).isEqualTo(200);
		assertThat(lui.get(REST + "/task/" + task).statusCode()).isEqualTo(200);
		assertThat(script.get("/api/v1/avvisi").statusCode()).isEqualTo(200);
		Sessione rtd = Sessione.di(this.app, "rtd");
		assertThat(manda(rtd, "/anagrafe/utenti/" + chi + "/disattiva", "").statusCode()).isEqualTo(302);
		HttpResponse<String> pagina = lui.get("/");
		assertThat(pagina.statusCode()).isEqualTo(302);
		assertThat(pagina.headers().firstValue("Location")).get().asString().endsWith("/accesso");
		assertThat(lui.get(REST + "/task/" + task).statusCode()).isEqualTo(401);
		assertThat(script.get("/api/v1/avvisi").statusCode()).isEqualTo(401);
		assertThat(Sessione.anonima(this.app).accedi(chi, chi).headers().firstValue("Location")).get()
			.asString()
			.endsWith("/accesso?errore");
		assertThat(this.app.attivita(c, "componiPacchetto").getAssignee()).isNull();
		assertThat(manda(rtd, "/anagrafe/utenti/" + chi + "/riattiva", "").statusCode()).isEqualTo(302);
		assertThat(lui.get("/").statusCode()).as("la sessione di prima resta chiusa").isEqualTo(302);
		assertThat(Sessione.di(this.app, chi).get("/").statusCode()).isEqualTo(200);
		assertThat(rtd.get("/anagrafe/registro").body()).contains("Utente disattivato",
				"Attività tornate a disposizione: 1", "Utente riattivato");
	}

	@Test
	void unSessioneAltroveFinisceConIlRuolo() {
		Sessione rtd = Sessione.di(this.app, "rtd");
		String id = nuovoUtente(rtd, "rtd", "");
		imposta(segreto(id), "p", "p");
		Sessione lui = Sessione.anonima(this.app);
		lui.accedi(id, "p");
		assertThat(lui.get("/anagrafe/enti").statusCode()).isEqualTo(200);
		assertThat(manda(rtd, "/anagrafe/utenti/" + id,
				"nome=N&cognome=C&email=" + id + "@nuovi.example&ruoli=operatore&enti=c_d142")
			.statusCode()).isEqualTo(302);
		assertThat(lui.get("/anagrafe/enti").statusCode()).isEqualTo(302);
		lui = Sessione.anonima(this.app);
		lui.accedi(id, "p");
		assertThat(lui.get("/anagrafe/enti").statusCode()).isEqualTo(403);
	}

	/** Admin and its REST change people too: the rules hold there. */
	@Test
	void ancheDaAmministrazioneLeSessioniFiniscono() {
		Registro registro = this.app.bean(Registro.class);
		registro.utente("daadmin", "d", "a", "d@a.example", "daadmin", Ruolo.OPERATORE);
		registro.diEnte("daadmin", CREMA.id());
		Sessione lui = Sessione.di(this.app, "daadmin");
		Sessione admin = Sessione.di(this.app, "admin");
		assertThat(admin
			.json("PUT", REST + "/user/daadmin/credentials",
					"{\"password\":\"nuova\",\"authenticatedUserPassword\":\"admin\"}")
			.statusCode()).isEqualTo(204);
		assertThat(lui.get("/").statusCode()).isEqualTo(302);
		assertThat(admin.get(REST + "/user/daadmin/profile").statusCode()).isEqualTo(200);
		lui = Sessione.anonima(this.app);
		lui.accedi("daadmin", "nuova");
		assertThat(lui.get("/").statusCode()).isEqualTo(200);
		assertThat(admin.manda("DELETE", REST + "/user/daadmin", null, null).statusCode()).isEqualTo(204);
		assertThat(lui.get("/").statusCode()).isEqualTo(302);
	}

	@Test
	void nessunoDisattivaSeStessoNeLUltimoAmministratore() {
		for (String chi : List.of("rtd", "admin")) {
			Sessione s = Sessione.di(this.app, chi);
			manda(s, "/anagrafe/utenti/" + chi + "/disattiva", "");
			assertThat(s.get("/anagrafe/utenti/" + chi).body()).contains("Nessuno disattiva sé stesso");
			HttpResponse<String> r = manda(s, "/anagrafe/utenti/" + chi,
					"nome=N&cognome=C&email=n@c.example&ruoli=operatore&enti=c_d142");
			assertThat(piano(r.body())).contains("ruoli, enti e gestione propri li cambia qualcun altro");
		}
		Registro registro = this.app.bean(Registro.class);
		registro.utente("admin2", "Ada", "Min", "ada@g.example", "admin2", Ruolo.AMMINISTRATORE);
		Sessione admin2 = Sessione.di(this.app, "admin2");
		manda(admin2, "/anagrafe/utenti/admin/disattiva", "");
		assertThat(Sessione.anonima(this.app).accedi("admin", "admin").headers().firstValue("Location")).get()
			.asString()
			.endsWith("?errore");
		// the other one is the last
		this.app.bean(it.cronoprogramma.ente.PersoneRepository.class).riattiva("admin");
		manda(Sessione.di(this.app, "admin"), "/anagrafe/utenti/admin2/disattiva", "");
		assertThat(admin2.get("/").statusCode()).isEqualTo(302);
	}

	// Referenti e sostituzioni

	@Test
	void ilSegretarioDelega() {
		Ente comune = this.app.nuovoComune("Comune di Delega", 3000);
		Sessione rtd = Sessione.di(this.app, "rtd");
		String base = "/anagrafe/enti/" + comune.id() + "/referenti";
		HttpResponse<String> r = manda(rtd, base, "tipo=delegato&nome=Dora&email=dora@d.example");
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(piano(r.body())).contains("indichi chi lo delega", "indichi da quale giorno",
				"indichi l'atto di delega");
		assertThat(manda(rtd, base, "tipo=delegato&nome=Dora&email=dora@d.example&delegante=R" + comune.id()
				+ "&dal=2022-06-01&atto=Decreto 1/2022")
			.statusCode()).isEqualTo(302);
		String segretario = "referente@" + comune.id().toLowerCase() + ".example";
		assertThat(destinatari(comune, false)).as("la delega vale dal suo giorno").containsExactly(segretario);
		this.app.torna("2022-06-01T00:00");
		assertThat(destinatari(comune, false)).containsExactly("dora@d.example", segretario);
		assertThat(rtd.get("/anagrafe/enti/" + comune.id()).body()).contains("Dora, Comune di Delega: aggiunto",
				"value=\"Comune di Delega\"", "value=\"" + comune.codiceIpa() + "\"", "value=\"prova\"");
		manda(rtd, "/anagrafe/referenti/R" + comune.id() + "/togli", "");
		assertThat(rtd.get("/anagrafe/enti/" + comune.id()).body()).contains("ha delegato Dora");
		assertThat(piano(manda(rtd, base, "tipo=altro&nome=Z&email=DORA@d.example").body()))
			.contains("è già di un referente di questo ente");
		assertThat(piano(manda(rtd, base, "tipo=altro&utente=altrui").body()))
			.contains("non c'è un utente con questo nome");
		assertThat(piano(manda(rtd, base, "tipo=altro&utente=operatore").body()))
			.contains("non lavora per questo ente");
		assertThat(manda(rtd, base, "tipo=altro&utente=" + comune.id()).statusCode()).isEqualTo(302);
		assertThat(destinatari(comune, false)).contains(comune.id() + "@gestione.example");
		// whoever may not enter is not written to; his address follows his scheda
		manda(rtd, "/anagrafe/utenti/" + comune.id(),
				"nome=N&cognome=C&email=nuovo@indirizzo.example&ruoli=operatore&enti=" + comune.codiceIpa());
		assertThat(destinatari(comune, false)).contains("nuovo@indirizzo.example");
		manda(rtd, "/anagrafe/utenti/" + comune.id() + "/disattiva", "");
		assertThat(destinatari(comune, false)).doesNotContain("nuovo@indirizzo.example");
	}

	@Test
	void unSostitutoRiceveAlPostoDellAssente() {
		Ente comune = this.app.nuovoComune("Comune di Ferie", 3000);
		String segretario = "referente@" + comune.id().toLowerCase() + ".example";
		Sessione rtd = Sessione.di(this.app, "rtd");
		String campi = "assente=r:R" + comune.id() + "&sostituto_nome=Vice&sostituto_email=vice@v.example&ambito=ente:"
				+ comune.id();
		assertThat(manda(rtd, "/anagrafe/sostituzioni", campi + "&dal=2022-06-01&al=2022-06-10").statusCode())
			.isEqualTo(302);
		for (Map.Entry<String, String> giorno : Map
			.of("2022-05-31T23:59", segretario, "2022-06-01T00:01", "vice@v.example", "2022-06-10T23:59",
					"vice@v.example", "2022-06-11T00:01", segretario)
			.entrySet()) {
			this.app.torna(giorno.getKey());
			assertThat(destinatari(comune, false)).as(giorno.getKey()).containsExactly(giorno.getValue());
		}
		this.app.torna("2022-06-05T09:00");
		assertThat(destinatari(comune, true)).containsExactly("rtd@gestione.example", "vice@v.example");
		assertThat(piano(manda(rtd, "/anagrafe/sostituzioni", campi + "&dal=2022-06-10&al=2022-06-12").body()))
			.contains("è già sostituito dal 01/06/2022 al 10/06/2022");
		assertThat(piano(manda(rtd, "/anagrafe/sostituzioni", campi + "&dal=2022-06-15&al=2022-06-12").body()))
			.contains("viene prima del giorno d'inizio");
		assertThat(piano(manda(rtd, "/anagrafe/sostituzioni", campi + "&dal=2022-05-01&al=2022-05-02").body()))
			.contains("è già passato");
		assertThat(piano(manda(rtd, "/anagrafe/sostituzioni",
				"assente=u:altrui&sostituto=u:operatore&ambito=ente:E9001&dal=2022-06-15&al=2022-06-16")
			.body()))
			.contains("Chi è assente «u:altrui»: scelga una persona dall'elenco", "non è un ente che può scegliere");
		String id = this.app.bean(JdbcClient.class)
			.sql("SELECT id FROM sostituzione WHERE ente = ?")
			.param(comune.id())
			.query(String.class)
			.single();
		assertThat(Sessione.di(this.app, "rtd2").get("/anagrafe/sostituzioni").body()).doesNotContain("Vice");
		assertThat(manda(Sessione.di(this.app, "rtd2"), "/anagrafe/sostituzioni/" + id + "/togli", "").statusCode())
			.isEqualTo(404);
		assertThat(manda(rtd, "/anagrafe/sostituzioni/" + id + "/togli", "").statusCode()).isEqualTo(302);
		assertThat(destinatari(comune, false)).containsExactly(segretario);
	}

	@Test
	void senzaReferentiScriveAllUfficioRtd() {
		Ente comune = this.app.nuovoComune("Comune Solo", 3000);
		manda(Sessione.di(this.app, "rtd"), "/anagrafe/referenti/R" + comune.id() + "/togli", "");
		assertThat(destinatari(comune, false)).containsExactly("rtd@gestione.example");
		assertThat(riga("ente", comune.id())).containsEntry("da_completare", true);
	}

	// Consegne

	@Test
	void ilPassaggioDiConsegne() {
		Ente comune = this.app.nuovoComune("Comune di Consegna", 3000);
		String da = comune.id();
		Sessione rtd = Sessione.di(this.app, "rtd");
		String a = nuovoUtente(rtd, "operatore", comune.codiceIpa());
		String c = this.app.nuovaCandidatura(da, comune, APRILE);
		this.app.bean(TaskService.class).setAssignee(this.app.attivita(c, "componiPacchetto").getId(), da);
		manda(rtd, "/anagrafe/enti/" + comune.id() + "/referenti",
				"tipo=delegato&utente=" + da + "&delegante=R" + comune.id() + "&dal=2022-01-01&atto=Decreto 1");
		String pagina = "/anagrafe/utenti/" + da + "/consegne";
		String anteprima = rtd.get(pagina + "?a=" + a + "&attivita=assegna").body();
		assertThat(piano(anteprima)).contains("Comporre il pacchetto", c, "a Nora Cerri",
				"Comune di Consegna (Referente delegato)");
		String impronta = trova("name=\"impronta\" value=\"([0-9a-f]{64})\"", anteprima);
		String corpo = "a=" + a + "&attivita=assegna&disattiva=si&impronta=";
		assertThat(piano(manda(rtd, pagina, corpo + impronta).body())).contains("una delega è personale");
		assertThat(piano(manda(rtd, pagina, corpo + "0" + "&atto=Decreto 2").body()))
			.contains("Nel frattempo qualcosa è cambiato");
		assertThat(this.app.attivita(c, "componiPacchetto").getAssignee()).as("nulla a metà").isEqualTo(da);
		// operatore2 does not work for this ente
		assertThat(piano(rtd.get(pagina + "?a=operatore2").body())).contains("non lavora per Comune di Consegna");
		assertThat(manda(rtd, pagina, "a=operatore2&attivita=assegna&atto=x&impronta=" + impronta).statusCode())
			.isEqualTo(422);
		assertThat(rtd.get(pagina + "?a=altrui").statusCode()).isEqualTo(404);
		// a referente reads only: the tasks go back to all
		assertThat(piano(rtd.get(pagina + "?a=responsabile").body())).contains("torna a disposizione");
		assertThat(manda(rtd, pagina, corpo + impronta + "&atto=Decreto 2").statusCode()).isEqualTo(302);
		assertThat(this.app.attivita(c, "componiPacchetto").getAssignee()).isEqualTo(a);
		assertThat(destinatari(comune, false)).contains(a + "@nuovi.example").doesNotContain(da + "@gestione.example");
		assertThat(Sessione.basic(this.app, da, da).get("/api/v1/avvisi").statusCode()).isEqualTo(401);
		assertThat(piano(rtd.get("/anagrafe/registro").body())).contains("Passaggio di consegne",
				"Attività assegnate: Comporre il pacchetto " + c, "Atto: Decreto 2");
	}

	// Registro

	@Test
	void ilRegistroELAnagrafeSonoDiChiGestisce() {
		for (String chi : List.of("operatore", "referente", "responsabile")) {
			Sessione s = Sessione.di(this.app, chi);
			for (String percorso : List.of("/anagrafe/registro", "/anagrafe/enti", "/anagrafe/utenti")) {
				assertThat(s.get(percorso).statusCode()).as(chi + percorso).isEqualTo(403);
			}
			assertThat(s.get("/").body()).doesNotContain("Enti e persone");
		}
		manda(Sessione.di(this.app, "admin"), "/anagrafe/gestioni/gestione2",
				"nome=Altra gestione bis&email=rtd2@altra.example");
		assertThat(Sessione.di(this.app, "rtd2").get("/anagrafe/registro").body()).contains("Altra gestione bis");
		assertThat(Sessione.di(this.app, "rtd").get("/anagrafe/registro").body()).doesNotContain("Altra gestione bis");
		assertThat(manda(Sessione.di(this.app, "rtd"), "/anagrafe/gestioni/gestione1", "nome=Mia&email=x@x.example")
			.statusCode()).isEqualTo(403);
		HttpResponse<String> r = manda(Sessione.di(this.app, "admin"), "/anagrafe/gestioni",
				"id=operatori&nome=X&email=x@x.example");
		assertThat(piano(r.body())).contains("è il nome di un ruolo");
		assertThat(
				manda(Sessione.di(this.app, "admin"), "/anagrafe/gestioni", "id=gestione3&nome=Terza&email=x@x.example")
					.statusCode())
			.isEqualTo(302);
		assertThat(this.app.bean(IdentityService.class).createGroupQuery().groupId("gestione3").count()).isEqualTo(1);
	}

	// Caricamenti

	private HttpResponse<String> carica(Sessione chi, String tipo, String csv) {
		return carica(chi, tipo, csv.getBytes(StandardCharsets.UTF_8));
	}

	private static HttpResponse<String> carica(Sessione chi, String tipo, byte[] csv) {
		return chi.carica("/anagrafe/caricamenti", Map.of("tipo", tipo), Map.of("prova.csv", csv));
	}

	private String anteprima(Sessione chi, HttpResponse<String> caricato) {
		assertThat(caricato.statusCode()).as(piano(caricato.body())).isEqualTo(302);
		return "/anagrafe/caricamenti/" + ultimo(caricato);
	}

	@Test
	void unFileDiEntiReferentiEUtenti() {
		Sessione rtd = Sessione.di(this.app, "rtd");
		int n = ++numero;
		String prima = fotografia();
		String enti = "\ufeffcodice_ipa;nome;popolazione;popolazione_fonte;regione\r\nc_f%d;\"Comune di \"\"Fila\"\"; uno\";1200;ISTAT;lombardia\r\nC_D142;Comune di Crema;33091;prova;Lombardia\r\n"
			.formatted(n);
		String pagina = anteprima(rtd, carica(rtd, "enti", enti));
		assertThat(piano(rtd.get(pagina).body())).contains("da creare 1, da cambiare 1, invariate 0, con errori 0",
				"Comune di \"Fila\"; uno", "Codice IPA: da «c_d142» a «C_D142»");
		assertThat(fotografia()).as("l'anteprima non lascia nulla").isEqualTo(prima);
		assertThat(Sessione.di(this.app, "admin").get(pagina).statusCode()).as("è solo di chi lo ha caricato")
			.isEqualTo(404);
		assertThat(manda(rtd, pagina + "/conferma", "").statusCode()).isEqualTo(302);
		assertThat(manda(rtd, pagina + "/conferma", "").statusCode()).as("una volta sola").isEqualTo(404);
		String referenti = "codice_ipa;tipo;nome;email;delegante;dal;atto\nc_f%d;;Seg Retario;seg%d@f.example;;;\nc_f%d;delegato;Delia;delia%d@f.example;SEG%d@f.example;1/5/2022;Decreto 3\n"
			.formatted(n, n, n, n, n);
		pagina = anteprima(rtd, carica(rtd, "referenti", referenti));
		assertThat(manda(rtd, pagina + "/conferma", "").statusCode()).isEqualTo(302);
		String utenti = "utente;nome;cognome;email;ruoli;enti\ncaricato.%d;Carla;Cata;carla%d@f.example;operatore,referente;c_f%d\n"
			.formatted(n, n, n);
		pagina = anteprima(rtd, carica(rtd, "utenti", utenti));
		assertThat(lavori()).as("un'anteprima non scrive a nessuno").isEmpty();
		assertThat(manda(rtd, pagina + "/conferma", "").statusCode()).isEqualTo(302);
		assertThat(lavori()).hasSize(1);
		String id = this.app.bean(JdbcClient.class)
			.sql("SELECT id FROM ente WHERE chiave_ipa = ?")
			.param("c_f" + n)
			.query(String.class)
			.single();
		assertThat(riga("ente", id)).containsEntry("da_completare", false).containsEntry("regione", "Lombardia");
		assertThat(destinatari(id, false)).containsExactly("delia" + n + "@f.example", "seg" + n + "@f.example");
		// the same files again change nothing
		String dopo = fotografia();
		for (String[] file : new String[][] { { "enti", enti }, { "referenti", referenti }, { "utenti", utenti } }) {
			pagina = anteprima(rtd, carica(rtd, file[0], file[1]));
			assertThat(piano(rtd.get(pagina).body())).as(file[0])
				.contains("da creare 0, da cambiare 0", "È già tutto così")
				.doesNotContain("Conferma e applica");
			manda(rtd, pagina + "/annulla", "");
		}
		assertThat(fotografia()).isEqualTo(dopo);
		assertThat(piano(rtd.get("/anagrafe/registro").body())).contains("File caricato", "Utenti: da creare 1");
	}

	@Test
	void unFileConErroriNonSiApplica() {
		Sessione rtd = Sessione.di(this.app, "rtd");
		String prima = fotografia();
		String pagina = anteprima(rtd, carica(rtd, "enti", """
				codice_ipa;nome;popolazione;popolazione_fonte;provincia
				c_buono;Comune Buono;100;ISTAT;CR
				c_z999;Comune Altrui;100;ISTAT;CR
				c_err;;tanti;ISTAT;CRE
				c_buono;Comune Doppio;100;ISTAT;CR
				c_corta;Comune Corto
				"""));
		String testo = piano(rtd.get(pagina).body());
		assertThat(testo)
			.contains("da creare 1, da cambiare 0, invariate 0, con errori 4",
					"3 codice_ipa c_z999 è già di un altro ente", "4 nome – manca il valore",
					"4 popolazione tanti serve un numero intero", "4 provincia CRE serve la sigla di due lettere",
					"5 codice_ipa c_buono è già in una riga precedente", "6 riga – ha 2 campi, l'intestazione ne ha 5")
			.doesNotContain("Conferma e applica");
		HttpResponse<String> r = manda(rtd, pagina + "/conferma", "");
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(piano(r.body())).contains("Non è stato applicato nulla");
		assertThat(fotografia()).isEqualTo(prima);
		pagina = anteprima(rtd, carica(rtd, "utenti", """
				utente;nome;cognome;email;ruoli;enti;gestione
				altrui;A;B;a@b.example;operatore;c_d142;
				x.y;A;B;a@b;capo;c_z999;gestione2
				"""));
		assertThat(piano(rtd.get(pagina).body())).contains("2 utente altrui non si può usare",
				"3 email a@b serve un solo", "3 ruoli capo «capo» non è un ruolo", "3 enti c_z999",
				"3 gestione gestione2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                              | Il file è vuoto.
			codice_ipa;nome                 | Il file ha solo l'intestazione
			codice_ipa,nome\\nc_a,A        | serve il punto e virgola
			codice_ipa;sindaco\\nc_a;A     | Colonne sconosciute: «sindaco»
			nome\\nA                       | Mancano le colonne «codice_ipa».
			codice_ipa;nome;nome\\nc_a;A;B | Una colonna è scritta due volte
			codice_ipa;nome\\nc_a;"A       | forse manca una virgoletta di chiusura
			PK                              | lo salvi come CSV UTF-8
			""")
	void unFileCheNonEUnFileSiRifiuta(String csv, String attesa) {
		Sessione rtd = Sessione.di(this.app, "rtd");
		HttpResponse<String> r = carica(rtd, "enti", csv.replace("\\n", "\n"));
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(piano(r.body())).contains(attesa);
	}

	@Test
	void unFileInAltraCodificaOTroppoGrandeSiRifiuta() {
		Sessione rtd = Sessione.di(this.app, "rtd");
		assertThat(
				piano(carica(rtd, "enti", "codice_ipa;nome\nc_a;Città".getBytes(StandardCharsets.ISO_8859_1)).body()))
			.contains("non è in UTF-8");
		assertThat(piano(carica(rtd, "enti", new byte[1_100_000]).body())).contains("Il file è troppo grande");
		assertThat(piano(carica(rtd, "cose", "a").body())).contains("Dica che cosa c'è nel file");
	}

	/** What is confirmed is what was shown. */
	@Test
	void seIDatiCambianoSiGuardaDiNuovo() {
		Ente comune = this.app.nuovoComune("Comune di Gara", 3000);
		Sessione rtd = Sessione.di(this.app, "rtd");
		String pagina = anteprima(rtd, carica(rtd, "enti",
				"codice_ipa;popolazione;popolazione_fonte\n" + comune.codiceIpa() + ";4000;ISTAT\n"));
		manda(Sessione.di(this.app, "admin"), "/anagrafe/enti/" + comune.id(), "nome=Comune di Gara&tipologia=Comune"
				+ "&codice_ipa=" + comune.codiceIpa() + "&popolazione=3500&popolazione_fonte=x&gestione=gestione1");
		HttpResponse<String> r = manda(rtd, pagina + "/conferma", "");
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(piano(r.body())).contains("Nel frattempo i dati sono cambiati");
		assertThat(riga("ente", comune.id())).containsEntry("popolazione", 3500);
	}

	// Di servizio

	/** A user of his own, whose address is his name at nuovi.example. */
	final String nuovoUtente(Sessione chi, String ruolo, String enti) {
		String id = "nuovo." + ++numero;
		HttpResponse<String> r = manda(chi, "/anagrafe/utenti", "utente=" + id + "&nome=Nora&cognome=Cerri&email=" + id
				+ "@nuovi.example&ruoli=" + ruolo + "&enti=" + enti + (enti.isEmpty() ? "&gestione=gestione1" : ""));
		assertThat(r.statusCode()).as(r.body()).isEqualTo(302);
		return id;
	}

	final HttpResponse<String> manda(Sessione chi, String percorso, String campi) {
		StringBuilder corpo = new StringBuilder("_csrf=" + codifica(chi.token()));
		for (String campo : campi.isEmpty() ? new String[0] : campi.split("&")) {
			int uguale = campo.indexOf('=');
			corpo.append('&').append(campo, 0, uguale + 1).append(codifica(campo.substring(uguale + 1)));
		}
		return chi.manda("POST", percorso, "application/x-www-form-urlencoded", corpo.toString());
	}

	private HttpResponse<String> imposta(String segreto, String password, String ripetuta) {
		Sessione s = Sessione.anonima(this.app);
		// the login page has the token of a session without a user
		String token = trova("name=\"_csrf\" value=\"([^\"]+)\"", s.get("/accesso").body());
		return s.manda("POST", "/password/" + segreto, "application/x-www-form-urlencoded",
				"_csrf=" + codifica(token) + "&password=" + codifica(password) + "&ripetuta=" + codifica(ripetuta));
	}

	private HttpResponse<String> dimenticata(String chi) {
		Sessione s = Sessione.anonima(this.app);
		String token = trova("name=\"_csrf\" value=\"([^\"]+)\"", s.get("/password-dimenticata").body());
		return s.manda("POST", "/password-dimenticata", "application/x-www-form-urlencoded",
				"_csrf=" + codifica(token) + "&chi=" + codifica(chi));
	}

	private static String codifica(String testo) {
		return URLEncoder.encode(testo, StandardCharsets.UTF_8);
	}

	private static String ultimo(HttpResponse<String> r) {
		String dove = r.headers().firstValue("Location").orElseThrow();
		return dove.substring(dove.lastIndexOf('/') + 1);
	}

	private static String trova(String forma, String testo) {
		Matcher m = Pattern.compile(forma).matcher(testo);
		assertThat(m.find()).as(forma + " in " + testo).isTrue();
		return m.group(1);
	}

	/** The words of a page. */
	static String piano(String html) {
		return html.replaceAll("(?s)<head.*?</head>", "")
			.replaceAll("<[^>]+>", " ")
			.replace("&#39;", "'")
			.replace("&quot;", "\"")
			.replaceAll("\\s+", " ")
			.replace(" .", ".");
	}

	private Map<String, Object> riga(String tabella, String id) {
		return this.app.bean(JdbcClient.class)
			.sql("SELECT * FROM " + tabella + " WHERE id = ?")
			.param(id)
			.query()
			.singleRow();
	}

	private List<Map<String, Object>> tabella(String tabella, String colonna, String valore) {
		return this.app.bean(JdbcClient.class)
			.sql("SELECT * FROM " + tabella + " WHERE " + colonna + " = ?")
			.param(valore)
			.query()
			.listOfRows();
	}

	private int conta(String tabella) {
		return this.app.bean(JdbcClient.class).sql("SELECT COUNT(*) FROM " + tabella).query(Integer.class).single();
	}

	/** How many rows everything has that an act could touch, and who may enter. */
	final String fotografia() {
		StringBuilder foto = new StringBuilder();
		for (String t : List.of("ente", "referente", "sostituzione", "invito", "registro_amministrativo", "ACT_ID_USER",
				"ACT_ID_MEMBERSHIP", "ACT_ID_TENANT_MEMBER", "ACT_ID_TENANT")) {
			foto.append(t).append(' ').append(conta(t)).append("; ");
		}
		return foto + this.app.bean(JdbcClient.class)
			.sql("SELECT id FROM utente WHERE disattivato IS NOT NULL ORDER BY id")
			.query(String.class)
			.list()
			.toString();
	}

	private Set<String> destinatari(Ente ente, boolean scaduto) {
		return destinatari(ente.id(), scaduto);
	}

	/** Referenti and segretario, the ufficio RTD where there is none or it is late. */
	private Set<String> destinatari(String ente, boolean scaduto) {
		Rubrica r = this.app.bean(Rubriche.class).del(this.app.oggi(), Set.of(ente)).apply(ente);
		Set<String> tutti = new TreeSet<>(r.referenti());
		tutti.addAll(r.segretari());
		if (tutti.isEmpty() || scaduto) {
			tutti.addAll(r.ufficio());
		}
		return tutti;
	}

	private List<Job> lavori() {
		return this.app.bean(ManagementService.class).createJobQuery().processDefinitionKey("invia-invito").list();
	}

	/** As the job executor would. */
	private void lavora() {
		lavori().forEach((j) -> this.app.bean(ManagementService.class).executeJob(j.getId()));
	}

	private static void svuota() {
		try {
			POSTA.purgeEmailFromAllMailboxes();
		}
		catch (com.icegreen.greenmail.store.FolderException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What stands in the link that a user has got. */
	final String segreto(String utente) {
		lavora();
		List<String> testi = MailLetta.di(POSTA.getReceivedMessages())
			.stream()
			.filter((m) -> m.per(utente + "@nuovi.example"))
			.map(MailLetta::testo)
			.toList();
		assertThat(testi).as("mail per " + utente).isNotEmpty();
		return trova(COLLEGAMENTO.pattern(), testi.get(testi.size() - 1));
	}

	private static String testo(Throwable ex) {
		StringBuilder testo = new StringBuilder();
		for (Throwable causa = ex; causa != null; causa = causa.getCause()) {
			testo.append(causa.getMessage()).append('\n');
		}
		return testo.toString();
	}

	private int inviti(String utente, String motivo) {
		return this.app.bean(JdbcClient.class)
			.sql("SELECT COUNT(*) FROM invito WHERE utente = ? AND motivo = ?")
			.params(utente, motivo)
			.query(Integer.class)
			.single();
	}

	private void attendiInviti(String utente, String motivo, int quanti) {
		long fine = System.nanoTime() + 20_000_000_000L;
		while (inviti(utente, motivo) < quanti && System.nanoTime() < fine) {
			Thread.onSpinWait();
		}
		assertThat(inviti(utente, motivo)).isEqualTo(quanti);
	}

}
