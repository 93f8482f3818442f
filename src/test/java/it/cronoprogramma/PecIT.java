package it.cronoprogramma;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.pec.AttoNotificato;
import it.cronoprogramma.pec.NotificaRicevuta;
import it.cronoprogramma.pec.NotificaRicevuta.StatoNotifica;
import it.cronoprogramma.pec.NotificaRicevutaRepository;
import it.cronoprogramma.pec.TipoMessaggio;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.PecDiProva;
import it.cronoprogramma.prova.Sessione;
import it.cronoprogramma.prova.Vita;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * PEC come in by upload and from a mailbox, are recognised, confirmed or assigned; and
 * the term starts on the right day. On PostgreSQL; on H2 the flows and the page are
 * tried.
 */
class PecIT {

	private static final String UTENTE = "gestione@pec.example.it";

	private static EmbeddedPostgres server;

	private static GreenMail posta;

	private static Applicazione app;

	private Ente comune;

	@BeforeAll
	static void avvia() throws IOException {
		server = EmbeddedPostgres.start();
		posta = new GreenMail(new ServerSetup[] { ServerSetup.IMAP.dynamicPort() });
		posta.setUser(UTENTE, UTENTE, "segreta");
		posta.start();
		app = Applicazione.avvia("2022-08-19", "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
				"spring.datasource.username=postgres", "spring.datasource.password=postgres",
				casella("host", "localhost"), casella("porta", "" + posta.getImap().getPort()),
				casella("cifrata", "false"), casella("utente", UTENTE), casella("password", "segreta"),
				casella("di", "gestione1"), casella("segna-lette", "true"), casella("dal", "2022-08-01"),
				"cronoprogramma.pec.dimensione-massima=200KB");
	}

	static String casella(String nome, String valore) {
		return "cronoprogramma.pec.imap.caselle.gestione." + nome + "=" + valore;
	}

	@AfterAll
	static void ferma() throws IOException {
		app.close();
		posta.stop();
		server.close();
	}

	@BeforeEach
	void nuovo() {
		app.torna("2022-08-22T09:00");
		this.comune = app.nuovoComune("Comune di Prova" + Long.toString(System.nanoTime(), 36).replaceAll("\\d", "x"),
				3000);
	}

	private String inviata() {
		app.torna("2022-05-25T09:00");
		String c = app.nuovaCandidatura(this.comune.id(), this.comune, APRILE);
		app.compila(this.comune.id(), c, "componiPacchetto", Map.of("sito", "da-avviare"));
		app.compila(this.comune.id(), c, "inviaDomanda",
				Map.of("decisione", "inviata", "dataInvio", "2022-05-25", "oraInvio", "08:00"));
		app.torna("2022-08-22T09:00");
		return c;
	}

	private byte[] pec(String esempio, String id, String... altro) {
		String[] parole = new String[altro.length + 4];
		System.arraycopy(altro, 0, parole, 0, altro.length);
		parole[altro.length] = "Comune di Crema";
		parole[altro.length + 1] = this.comune.nome();
		parole[altro.length + 2] = "c_d142";
		parole[altro.length + 3] = this.comune.codiceIpa();
		return PecDiProva.di(esempio, id + "." + this.comune.id(), parole);
	}

	private NotificaRicevuta carica(String utente, byte[] pec, String... candidatura) {
		HttpResponse<String> risposta = Sessione.di(app, utente)
			.carica("/pec", (candidatura.length > 0) ? Map.of("candidatura", candidatura[0]) : Map.of(),
					Map.of("POSTA CERTIFICATA Esito (1).eml", pec));
		assertThat(risposta.statusCode()).as(risposta.body()).isEqualTo(302);
		String dove = risposta.headers().firstValue("Location").orElseThrow();
		return notifica(Long.parseLong(dove.replaceAll(".*/pec/", "")));
	}

	private static NotificaRicevuta notifica(long numero) {
		return app.bean(NotificaRicevutaRepository.class).trova(numero).orElseThrow();
	}

	private static long ultima() {
		return app.bean(JdbcClient.class)
			.sql("SELECT COALESCE(MAX(numero), 0) FROM notifica_ricevuta")
			.query(Long.class)
			.single();
	}

	private static List<Task> attivita(String utente, NotificaRicevuta n) {
		return app.come(utente,
				() -> app.bean(TaskService.class).createTaskQuery().processInstanceBusinessKey(n.codice()).list());
	}

	private static Map<String, Object> modulo(String utente, Task task) {
		return app.come(utente, () -> {
			VariableMap dati = app.bean(FormService.class).getTaskFormVariables(task.getId());
			return dati;
		});
	}

	@Test
	void caricataRiconosciutaConfermataEIlTermineDecorre() {
		String c = inviata();
		byte[] pec = pec("ammissibilita.eml", "amm");
		NotificaRicevuta n = carica(this.comune.id(), pec);
		assertThat(n.candidatura()).isEqualTo(c);
		assertThat(n.stato()).isEqualTo(StatoNotifica.DA_CONFERMARE);
		Task task = attivita(this.comune.id(), n).get(0);
		assertThat(task.getTaskDefinitionKey()).isEqualTo("confermaPec");
		assertThat(task.getTenantId()).isEqualTo(this.comune.id());
		Map<String, Object> dati = modulo(this.comune.id(), task);
		assertThat(dati).containsEntry("decisione", "confermata")
			.containsEntry("atto", "ammissibilita")
			.containsEntry("esito", "ammessa")
			.containsEntry("giorno", "ricezione");
		app.compila(this.comune.id(), task, Map.of("decisione", "confermata", "atto", "ammissibilita", "giorno",
				"ricezione", "esito", "ammessa", "protocollo", "77/2022"));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.AMMESSA);
		assertThat(app.candidatura(c).ammissibilita().orElseThrow().protocollo()).isEqualTo("77/2022");
		assertThat(app.scadenza(c, TipoTermine.CUP).date().civile()).isEqualTo("2022-08-24");
		assertThat(app.attivitaAperte(c)).containsExactly("inserisciCup");
		assertThat(attivita("rtd", n)).isEmpty();
		assertThat(notifica(n.numero()).decisione().scelta()).isEqualTo("ricezione");

		Sessione suo = Sessione.di(app, this.comune.id());
		assertThat(suo.scarica("/pec/" + n.numero() + "/messaggio.eml").body()).isEqualTo(pec);
		assertThat(suo.get("/candidature/" + c).body()).contains(n.codice(), "PEC confermata", "prot. 77/2022");
		Sessione altro = Sessione.di(app, "operatore");
		assertThat(altro.get("/pec/" + n.numero()).statusCode()).isEqualTo(404);
		assertThat(altro.get("/pec/" + n.numero() + "/messaggio.eml").statusCode()).isEqualTo(404);
		assertThat(altro.get("/pec?vista=confermate").body()).doesNotContain(n.codice());
		assertThat(attivita("operatore", n)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ricezione 2022-08-25", "busta 2022-08-24", "altro 2022-08-23" })
	void traLeDueMezzanottiSceglieChiConferma(String caso) {
		String c = inviata();
		String scelta = caso.split(" ")[0];
		NotificaRicevuta n = carica(this.comune.id(), pec("mezzanotte.eml", scelta));
		Task task = attivita(this.comune.id(), n).get(0);
		Map<String, Object> dati = modulo(this.comune.id(), task);
		assertThat(dati).doesNotContainKey("giorno").containsEntry("giornoDaScegliere", "si");
		assertThat(dati.get("giorni").toString()).contains("20/08/2022 alle 00:03", "19/08/2022 alle 23:58");
		Map<String, Object> senza = Map.of("decisione", "confermata", "atto", "ammissibilita", "esito", "ammessa",
				"protocollo", "1");
		assertThatThrownBy(() -> app.compila(this.comune.id(), task, senza))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("Da quando decorre"));
		Map<String, Object> con = new java.util.HashMap<>(senza);
		con.put("giorno", scelta);
		if (scelta.equals("altro")) {
			con.putAll(Map.of("dataNotifica", "2022-08-18", "oraNotifica", "10:00"));
		}
		app.compila(this.comune.id(), task, con);
		assertThat(app.scadenza(c, TipoTermine.CUP).date().civile()).isEqualTo(caso.split(" ")[1]);
		assertThat(notifica(n.numero()).contenuto().proposta().busta()).isEqualTo("2022-08-19T21:58:40Z");
	}

	@Test
	void dueVolteLaStessa() {
		inviata();
		byte[] pec = pec("ammissibilita.eml", "due");
		NotificaRicevuta n = carica(this.comune.id(), pec);
		assertThat(carica(this.comune.id(), pec).numero()).isEqualTo(n.numero());
		assertThat(carica("rtd", pec).numero()).isEqualTo(n.numero());
		NotificaRicevuta copia = carica("rtd", pec("ammissibilita.eml", "due", "Return-Path", "X-Salvata-Da"));
		assertThat(copia.doppioneDi()).isEqualTo(n.numero());
		assertThat(copia.stato()).isEqualTo(StatoNotifica.SCARTATA);
		assertThat(attivita("rtd", copia)).isEmpty();
		assertThat(attivita("rtd", n)).hasSize(1);
		Sessione rtd = Sessione.di(app, "rtd");
		assertThat(rtd.get("/pec/" + copia.numero()).body()).contains("c&#39;è già, con il numero " + n.codice());
	}

	@Test
	void nonRiconosciutaAssegnataRimandataScartataRipresa() {
		String c = inviata();
		NotificaRicevuta n = carica("rtd", pec("ammissibilita.eml", "coda", "Comune di Crema", "Ente", "c_d142", "-"));
		assertThat(n.stato()).isEqualTo(StatoNotifica.DA_ASSEGNARE);
		assertThat(n.visibileA()).isEqualTo("gestione1");
		assertThat(attivita(this.comune.id(), n)).isEmpty();
		assertThat(Sessione.di(app, this.comune.id()).get("/pec/" + n.numero()).statusCode()).isEqualTo(404);
		Task task = attivita("rtd", n).get(0);
		assertThat(modulo("rtd", task).get("candidature").toString()).contains(c);
		app.compila("rtd", task, Map.of("decisione", "assegnata", "candidatura", c));
		Task conferma = attivita(this.comune.id(), n).get(0);
		assertThat(conferma.getTaskDefinitionKey()).isEqualTo("confermaPec");
		app.compila(this.comune.id(), conferma, Map.of("decisione", "altra"));
		assertThat(attivita(this.comune.id(), n)).isEmpty();
		assertThat(notifica(n.numero()).riconoscimento()).contains("Non è della candidatura " + c);
		app.compila("rtd", attivita("rtd", n).get(0), Map.of("decisione", "scartata", "motivo", "Pubblicità"));
		assertThat(notifica(n.numero()).stato()).isEqualTo(StatoNotifica.SCARTATA);
		Sessione rtd = Sessione.di(app, "rtd");
		assertThat(rtd
			.manda("POST", "/pec/" + n.numero() + "/riprendi", "application/x-www-form-urlencoded",
					"_csrf=" + java.net.URLEncoder.encode(rtd.token(), StandardCharsets.UTF_8))
			.statusCode()).isEqualTo(302);
		assertThat(attivita("rtd", n)).extracting(Task::getTaskDefinitionKey).containsExactly("assegnaPec");
	}

	@Test
	void ilDecretoSiRegistraSeSiSaTuttoAltrimentiIlSuoModuloSiApreRiempito() {
		String c = inviata();
		app.compila(this.comune.id(), c, "registraAmmissibilita",
				Map.of("esito", "ammessa", "dataNotifica", "2022-08-01", "oraNotifica", "08:30", "protocollo", "1"));
		String cup = "B91F2200%07d".formatted(this.comune.id().hashCode() & 0xfffff);
		app.compila(this.comune.id(), c, "inserisciCup", Map.of("cup", cup, "dataInserimento", "2022-08-02"));
		app.torna("2022-08-23T09:00");
		NotificaRicevuta n = carica(this.comune.id(), pec("decreto.eml", "dec", "B91F&nbsp;2200 0690 006", cup));
		assertThat(n.candidatura()).isEqualTo(c);
		app.compila(this.comune.id(), attivita(this.comune.id(), n).get(0), Map.of("decisione", "confermata", "atto",
				"decreto", "giorno", "ricezione", "protocollo", "88/2022", "numeroDecreto", "32 - 1/2022"));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.CUP_INSERITO);
		Task decreto = app.attivita(c, "registraDecreto");
		Map<String, Object> dati = modulo(this.comune.id(), decreto);
		assertThat(dati).containsEntry("dataNotifica", "2022-08-22")
			.containsEntry("oraNotifica", "10:00")
			.containsEntry("protocollo", "88/2022")
			.containsEntry("numeroDecreto", "32 - 1/2022");
		assertThat(dati.get("pecTesto").toString()).contains("Notifica decreto di finanziamento", "prot. 88/2022");
		app.compila(this.comune.id(), decreto,
				Map.of("numeroDecreto", "32 - 1/2022", "dataDecreto", "2022-08-18", "dataNotifica", "2022-08-22",
						"oraNotifica", "10:00", "protocollo", "88/2022", "importoDecretato",
						app.candidatura(c).importo().orElseThrow()));
		assertThat(app.bean(NotificaRicevutaRepository.class).daRegistrare(c, AttoNotificato.DECRETO)).isEmpty();
	}

	@Test
	void ilDecretoDiCuiSiSaTuttoParteDaSolo() {
		String c = inviata();
		app.compila(this.comune.id(), c, "registraAmmissibilita",
				Map.of("esito", "ammessa", "dataNotifica", "2022-08-01", "oraNotifica", "08:30", "protocollo", "1"));
		app.compila(this.comune.id(), c, "inserisciCup", Map.of("cup",
				"C91F2200%07d".formatted(this.comune.id().hashCode() & 0xfffff), "dataInserimento", "2022-08-02"));
		app.torna("2022-08-23T09:00");
		NotificaRicevuta n = carica(this.comune.id(), pec("decreto.eml", "tut", "B91F&nbsp;2200 0690 006", "-"), c);
		assertThat(n.candidatura()).isEqualTo(c);
		app.compila(this.comune.id(), attivita(this.comune.id(), n).get(0),
				Map.of("decisione", "confermata", "atto", "decreto", "giorno", "busta", "protocollo", "88/2022",
						"numeroDecreto", "32 - 1/2022", "dataDecreto", "2022-08-18", "importoDecretato",
						app.candidatura(c).importo().orElseThrow()));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.FINANZIATA);
		assertThat(app.scadenza(c, TipoTermine.CONTRATTUALIZZAZIONE).date().civile()).isEqualTo("2023-02-22");
	}

	/** What a PEC may notify later on, each recorded by what waits for it. */
	@Test
	void unaRevocaEComunicataELaSegueLUfficio() {
		String c = app.finanziata(this.comune, "2022-08-19");
		app.torna("2022-11-15T12:00");
		confermata(c, "revoca", "rev", "2022-11-15");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.REVOCA_COMUNICATA);
		assertThat(app.candidatura(c).revocaComunicata().orElseThrow()).isEqualTo("2022-11-15");
		assertThat(app.attivitaAperte(c)).containsExactly("registraContratto", "registraRevoca");
		assertThat(daRegistrare(c, AttoNotificato.REVOCA)).isEmpty();
		assertThat(Sessione.di(app, "rtd").get("/candidature/" + c).body()).contains("prot. 50/2022: Come dalla PEC «");
		// another one of the same procedure is kept, and begins nothing
		confermata(c, "revoca", "rev2", "2022-11-15");
		assertThat(app.attivitaAperte(c)).containsExactly("registraContratto", "registraRevoca");
	}

	@Test
	void ilDecretoDiRinunciaApreRiempitaLaSuaAttivita() {
		String c = app.finanziata(this.comune, "2022-08-19");
		app.torna("2022-10-10T12:00");
		app.avviaProcesso(this.comune.id(), "registra-rinuncia", Map.of("candidatura", c, "che", "rinuncia",
				"dataRichiesta", "2022-10-10", "motivo", "Un avviso migliore"));
		confermata(c, "decretoRinuncia", "rin", "2022-10-10");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.RINUNCIA_RICHIESTA);
		Task task = app.attivita(c, "registraDecretoRinuncia");
		assertThat(modulo(this.comune.id(), task)).containsEntry("esito", "decretata")
			.containsEntry("protocollo", "50/2022");
		app.compila(this.comune.id(), task, Map.of("esito", "decretata", "numeroAtto", "Decreto 90/2022", "dataAtto",
				"2022-10-10", "protocollo", "50/2022"));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.RINUNCIATA);
		assertThat(daRegistrare(c, AttoNotificato.DECRETO_RINUNCIA)).isEmpty();
	}

	@Test
	void laRichiestaDiIntegrazioneEIlControlloACampione() {
		app.torna("2022-10-17T12:00");
		Vita v = new Vita(app, this.comune, "1.4.1-comuni-2022-09").fino("registraAsseverazione");
		String c = v.codice();
		confermata(c, "integrazione", "int", "2022-10-17");
		Task task = app.attivita(c, "registraAsseverazione");
		assertThat(modulo("rtd", task)).containsEntry("esito", "integrazione")
			.containsEntry("dataNotifica", "2022-10-17")
			.containsEntry("protocollo", "50/2022");
		app.compila(this.comune.id(), task, Map.of("esito", "integrazione", "dataNotifica", "2022-10-17", "oraNotifica",
				"09:00", "protocollo", "50/2022", "richiesta", "Manca un contratto", "giorniRisposta", 10));
		assertThat(app.scadenza(c, TipoTermine.INTEGRAZIONE).date().civile()).isEqualTo("2022-10-27");
		assertThat(daRegistrare(c, AttoNotificato.INTEGRAZIONE)).isEmpty();

		// too early for a sample check: the PEC is confirmed, nothing begins
		confermata(c, "controllo", "con", "2022-10-17");
		assertThat(app.attivitaAperte(c)).doesNotContain("rispondiControllo");
		v.fino("nessuna");
		assertThat(app.candidatura(c).fase().dopoErogazione()).isTrue();
		confermata(c, "controllo", "con2", "2022-10-17");
		assertThat(app.attivitaAperte(c)).contains("rispondiControllo");
		// twenty working days, with 1 November and the weekends left out
		assertThat(app.scadenza(c, TipoTermine.CONTROLLO).governante()).isEqualTo("2022-11-15");
		assertThat(daRegistrare(c, AttoNotificato.CONTROLLO)).isEmpty();
	}

	/** A PEC about a candidatura, confirmed by whoever follows it. */
	private void confermata(String c, String atto, String id, String giorno) {
		NotificaRicevuta n = carica(this.comune.id(), pec("ammissibilita.eml", id), c);
		assertThat(n.candidatura()).isEqualTo(c);
		app.compila(this.comune.id(), attivita(this.comune.id(), n).get(0), Map.of("decisione", "confermata", "atto",
				atto, "giorno", "altro", "dataNotifica", giorno, "oraNotifica", "09:00", "protocollo", "50/2022"));
		assertThat(notifica(n.numero()).stato()).isEqualTo(StatoNotifica.CONFERMATA);
	}

	private static Optional<NotificaRicevuta> daRegistrare(String c, AttoNotificato atto) {
		return app.bean(NotificaRicevutaRepository.class).daRegistrare(c, atto);
	}

	@Test
	void cioCheNonENotificaNonVaDaNessunaParteDaSe() {
		String c = inviata();
		NotificaRicevuta ricevuta = carica(this.comune.id(), pec("ricevuta-consegna.eml", "ric"));
		assertThat(ricevuta.stato()).isEqualTo(StatoNotifica.SCARTATA);
		NotificaRicevuta estranea = carica(this.comune.id(), pec("mittente-sconosciuto.eml", "estr"), c);
		assertThat(estranea.stato()).isEqualTo(StatoNotifica.DA_ASSEGNARE);
		assertThat(estranea.possibili()).containsExactly(c);
		assertThat(carica(this.comune.id(), pec("anomalia.eml", "anom")).stato()).isEqualTo(StatoNotifica.DA_ASSEGNARE);
		NotificaRicevuta cifrata = carica(this.comune.id(), pec("cifrata.eml", "cif"));
		assertThat(cifrata.stato()).isEqualTo(StatoNotifica.DA_ASSEGNARE);
		Sessione suo = Sessione.di(app, this.comune.id());
		assertThat(suo.get("/pec/" + cifrata.numero()).body()).contains("smime.p7m");
		for (Map.Entry<String, byte[]> file : Map
			.of("prova.pdf", PecDiProva.come("non-posta.eml"), "vuoto.eml", new byte[0])
			.entrySet()) {
			HttpResponse<String> no = suo.carica("/pec", Map.of(), Map.of(file.getKey(), file.getValue()));
			assertThat(no.statusCode()).isEqualTo(422);
			assertThat(no.body()).contains("salvi il messaggio intero come file .eml");
		}
		HttpResponse<String> troppo = suo.carica("/pec", Map.of(), Map.of("x.eml", new byte[300 * 1024]));
		assertThat(troppo.headers().firstValue("Location").orElseThrow()).endsWith("/pec?troppo=si");
		assertThat(suo.get("/pec?troppo=si").body()).contains("al massimo 200 KB");
	}

	@Test
	void laCasellaSiLeggeInOrdineENienteSiPrendeDueVolte() throws MessagingException {
		String c = inviata();
		consegna("2022-07-01T10:00", pec("ammissibilita.eml", "vecchia"));
		consegna("2022-08-19T09:13", pec("ammissibilita.eml", "casella"));
		consegna("2022-08-20T09:13", "questo non è: un messaggio\r\n\u0000".getBytes(StandardCharsets.ISO_8859_1));
		consegna("2022-08-20T10:00", pec("tronca.eml", "tronca", "c_d142", "nessuno"));
		consegna("2022-08-20T11:00", grande());
		long prima = ultima();
		// stopped after reading, before the database has it for good
		TransactionTemplate annullata = new TransactionTemplate(app.bean(PlatformTransactionManager.class));
		annullata.executeWithoutResult((t) -> {
			esegui("leggiCasella");
			t.setRollbackOnly();
		});
		assertThat(ultima()).isEqualTo(prima);
		assertThat(lette()).as("nulla è segnato").isZero();

		esegui("leggiCasella");
		List<NotificaRicevuta> prese = java.util.stream.LongStream.rangeClosed(prima + 1, ultima())
			.mapToObj((n) -> app.bean(NotificaRicevutaRepository.class).trova(n))
			.flatMap(Optional::stream)
			.toList();
		assertThat(prese).extracting((n) -> n.contenuto().tipo())
			.containsExactly(TipoMessaggio.POSTA_CERTIFICATA, TipoMessaggio.ILLEGGIBILE,
					TipoMessaggio.POSTA_CERTIFICATA, TipoMessaggio.POSTA_CERTIFICATA);
		assertThat(prese.get(0).candidatura()).isEqualTo(c);
		assertThat(prese.get(0).contenuto().proposta().ricezione()).isEqualTo(Applicazione.istante("2022-08-19T09:13"));
		assertThat(prese.get(0).visibileA()).isEqualTo(this.comune.id());
		assertThat(prese.get(3).arrivo().conservata()).isFalse();
		assertThat(prese.get(3).contenuto().avvertenze()).contains("resta nella casella gestione");
		assertThat(prese).filteredOn((n) -> n.candidatura() == null)
			.allSatisfy((n) -> assertThat(attivita("rtd", n)).hasSize(1));
		assertThat(lette()).as("si segna solo ciò che è preso").isZero();

		// the next reading marks, and takes nothing again
		long dopo = ultima();
		app.alle("2022-08-22T09:06");
		assertThat(ultima()).isEqualTo(dopo);
		assertThat(lette()).isEqualTo(4);
		assertThat(app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processDefinitionKey("leggi-caselle-pec")
			.count()).isEqualTo(1);

		// all numbers are others after a restore of the server: what is known stays known
		app.bean(JdbcClient.class).sql("UPDATE casella SET uidvalidity = 1").update();
		app.alle("2022-08-22T09:12");
		assertThat(ultima()).isEqualTo(dopo);

		// a server that does not answer is a job that fails, and is tried again
		posta.stop();
		try {
			app.alle("2022-08-22T09:18");
			ManagementService lavori = app.bean(ManagementService.class);
			Job fallito = lavori.createJobQuery().activityId("leggiCasella").singleResult();
			assertThat(fallito.getExceptionMessage()).contains("La casella «gestione» non si può leggere");
			assertThat(fallito.getRetries()).isPositive();
		}
		finally {
			posta.start();
		}
	}

	private byte[] grande() {
		return (new String(pec("ammissibilita.eml", "grande", "c_d142", "nessuno"), StandardCharsets.ISO_8859_1)
				+ "x".repeat(300 * 1024))
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static void esegui(String passo) {
		ManagementService lavori = app.bean(ManagementService.class);
		Job lavoro = lavori.createJobQuery().activityId(passo).list().get(0);
		lavori.executeJob(lavoro.getId());
	}

	private static void consegna(String quando, byte[] messaggio) throws MessagingException {
		MimeMessage m = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(messaggio));
		try {
			var cartella = posta.getManagers().getImapHostManager().getInbox(posta.getUserManager().getUser(UTENTE));
			cartella.appendMessage(m, new Flags(), Date.from(Applicazione.istante(quando)));
		}
		catch (com.icegreen.greenmail.store.FolderException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long lette() throws MessagingException {
		Session sessione = Session.getInstance(new Properties());
		try (Store magazzino = sessione.getStore("imap")) {
			magazzino.connect("localhost", posta.getImap().getPort(), UTENTE, "segreta");
			try (Folder cartella = magazzino.getFolder("INBOX")) {
				cartella.open(Folder.READ_ONLY);
				long lette = 0;
				for (Message m : cartella.getMessages()) {
					lette += m.isSet(Flags.Flag.SEEN) ? 1 : 0;
				}
				return lette;
			}
		}
	}

}
