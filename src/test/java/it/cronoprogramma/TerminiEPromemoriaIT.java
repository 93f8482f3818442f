package it.cronoprogramma;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.notifica.PostaDelMattino;
import it.cronoprogramma.processo.orologio.OrologioSimulato;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.MailLetta;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A term as it runs: its timer in the engine, its reminders by a real SMTP server, what
 * happens when it passes, and that nothing is sent once it is met.
 */
class TerminiEPromemoriaIT {

	private static GreenMail posta;

	private static Applicazione app;

	private Ente comune;

	@BeforeAll
	static void avvia() throws IOException {
		posta = new GreenMail(new ServerSetup(portaLibera(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		posta.start();
		app = Applicazione.avvia("2022-05-25", "spring.mail.host=127.0.0.1",
				"spring.mail.port=" + posta.getSmtp().getPort());
	}

	/** A port that stays the same when the server comes back. */
	private static int portaLibera() throws IOException {
		try (ServerSocket s = new ServerSocket(0)) {
			return s.getLocalPort();
		}
	}

	@AfterAll
	static void ferma() {
		app.close();
		posta.stop();
	}

	@BeforeEach
	void unComune() throws Exception {
		app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.rootProcessInstances()
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.forEach((id) -> app.bean(RuntimeService.class).deleteProcessInstance(id, "prova"));
		posta.purgeEmailFromAllMailboxes();
		app.torna("2022-05-25T09:00");
		this.comune = app.nuovoComune(3000);
	}

	@Test
	void unSoloTimerPerTermineCheConosceIlProssimoEvento() {
		String c = ammessa("2022-06-01T10:00");
		List<Job> timer = timer();
		assertThat(timer).hasSize(1);
		// due date 6/6: reminders 4, 2, 1 and 0 days before; 2/6 is a holiday, 4 and 5/6
		// a weekend
		assertThat(timer.get(0).getDuedate()).isEqualTo(quando("2022-06-03T08:00"));
		assertThat(app.scadenza(c, TipoTermine.CUP).governante()).isEqualTo("2022-06-06");
		assertThat(app.attivita(c, "inserisciCup").getDueDate()).isEqualTo(quando("2022-06-06T23:59:59"));
		app.alle("2022-06-03T08:00:01");
		assertThat(timer()).hasSize(1);
		assertThat(timer().get(0).getDuedate()).isEqualTo(quando("2022-06-06T08:00"));
		assertThat(timer().get(0).getTenantId() == null ? tenant(timer().get(0)) : timer().get(0).getTenantId())
			.isEqualTo(this.comune.id());
	}

	@Test
	void iPromemoriaArrivanoAlReferenteUnaVoltaSola() throws Exception {
		String c = ammessa("2022-06-01T10:00");
		app.alle("2022-06-06T09:00");
		assertThat(oggetti("referente")).containsExactly("Prova · CUP entro lunedì 06/06 · 1.4.1",
				"Prova · CUP entro lunedì 06/06 · 1.4.1");
		MailLetta primo = messaggi("referente").get(0);
		assertThat(primo.id()).matches("<[0-9a-f-]{36}@cronoprogramma>");
		assertThat(primo.inviata()).isEqualTo(quando("2022-06-03T08:00"));
		String testo = GreenMailUtil.getBody(primo.messaggio());
		assertThat(testo).contains("text/plain").contains("text/html");
		String contenuto = primo.testo();
		assertThat(contenuto).contains("Comune di Prova")
			.contains("lunedì 06/06/2022 (mancano 3 giorni)")
			.contains("5 giorni dal 01/06/2022 (notifica di ammissibilità)")
			.contains("/camunda/app/tasklist/default/#/?task=" + app.attivita(c, "inserisciCup").getId());
		assertThat(messaggi("referente").stream().map(MailLetta::id).distinct()).hasSize(2);
		assertThat(oggetti("rtd")).as("dal giorno prima lo sa anche l'ufficio RTD").hasSize(2);
		assertThat(oggetti("responsabile")).as("il giorno stesso anche il responsabile").hasSize(1);
		assertThat(messaggi("rtd").get(0).testo()).contains("Le scriviamo come ufficio RTD: il termine è vicino.");
	}

	@Test
	void nessunPromemoriaDopoLAdempimento() {
		String c = ammessa("2022-06-01T10:00");
		app.alle("2022-06-03T09:00");
		app.compila(this.comune.id(), c, "inserisciCup",
				Map.of("cup", "C31F22003090006", "dataInserimento", "2022-06-03"));
		int prima = posta.getReceivedMessages().length;
		app.alle("2022-07-30T10:00");
		assertThat(posta.getReceivedMessages()).hasSize(prima);
		assertThat(timer()).as("il termine adempiuto non ha più timer").isEmpty();
	}

	@Test
	void ilTermineScadutoRestaApertoEChiamaLUfficioRtd() throws Exception {
		String c = ammessa("2022-06-01T10:00");
		app.alle("2022-06-07T00:00:01");
		assertThat(app.scadenza(c, TipoTermine.CUP).stato()).isEqualTo(StatoScadenza.SCADUTA);
		assertThat(app.variabili(c)).containsEntry("scaduto", true).containsEntry("scadenza", "2022-06-06");
		assertThat(app.attivitaAperte(c)).as("nulla si chiude da sé").containsExactly("inserisciCup", "valutaScaduto");
		assertThat(viste(this.comune.id())).as("l'attività dell'ufficio RTD non è dell'operatore")
			.containsExactly("inserisciCup");
		assertThat(viste("rtd")).contains("inserisciCup", "valutaScaduto");
		assertThat(oggetti("rtd")).containsExactly("Prova · CUP entro lunedì 06/06 · 1.4.1",
				"Prova · CUP entro lunedì 06/06 · 1.4.1", "Prova · CUP scaduto lunedì 06/06 · 1.4.1");
		assertThat(oggetti("referente")).contains("Prova · CUP scaduto lunedì 06/06 · 1.4.1");
		assertThat(messaggi("rtd").get(2).testo()).contains("il sistema non chiude nulla da sé");

		app.alle("2022-06-07T08:00:01");
		assertThat(oggetti("rtd")).as("il sollecito del giorno dopo aspetta il giro del mattino").hasSize(3);
		app.bean(PostaDelMattino.class).prepara(app.oggi());
		app.alle("2022-06-08T09:00");
		assertThat(oggetti("rtd")).hasSize(4).last().asString().startsWith("Prova · CUP scaduto lunedì 06/06 · 1.4.1");
		app.compila("rtd", c, "valutaScaduto", Map.of("valutazione", "Chiesta la rimessione in termini"));
		app.compila(this.comune.id(), c, "inserisciCup",
				Map.of("cup", "C31F22003090006", "dataInserimento", "2022-06-08"));
		assertThat(app.candidatura(c).stato()).as("perentorio: lo valuta l'ufficio RTD").isEqualTo(Stato.AMMESSA);
		app.compila("rtd", c, "valutaDecadenza", Map.of("decisione", "accolta", "motivo", "Rimessione in termini"));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.CUP_INSERITO);
		assertThat(app.variabili(c)).doesNotContainKeys("scaduto", "scadenza", "termine");
		assertThat(timer()).isEmpty();
	}

	/**
	 * A dead SMTP server: nobody's click fails, the clock goes on, the mail leaves when
	 * it is back.
	 */
	@Test
	void ilServerDiPostaSpentoNonFermaNulla() throws Exception {
		String c = ammessa("2022-06-01T10:00");
		posta.getSmtp().stopService();
		try {
			app.alle("2022-06-03T08:30");
			assertThat(app.attivitaAperte(c)).containsExactly("inserisciCup");
			assertThat(timer()).as("l'orologio va avanti").hasSize(1);
			assertThat(inCoda()).as("la posta si riprova: il referente, l'ufficio RTD").hasSize(2);
			assertThat(inCoda().get(0).getRetries()).isPositive();
		}
		finally {
			posta.reset();
		}
		app.alle("2022-06-03T14:00");
		assertThat(inCoda()).as("tornato il server, la posta è partita").isEmpty();
		assertThat(oggetti("referente")).hasSize(1);
	}

	/** The API call of the simulated clock is the same walk. */
	@Test
	void avanzareDiDieciGiorniFermaAOgniEvento() {
		String c = ammessa("2022-06-01T10:00");
		app.bean(OrologioSimulato.class).avanza(java.time.Period.ofDays(10));
		assertThat(app.oggi()).isEqualTo("2022-06-11");
		assertThat(messaggi("referente").stream().map(MailLetta::inviata)).containsExactly(quando("2022-06-03T08:00"),
				quando("2022-06-06T08:00"), quando("2022-06-06T23:59:59"));
		assertThat(app.scadenza(c, TipoTermine.CUP).stato()).isEqualTo(StatoScadenza.SCADUTA);
	}

	private String ammessa(String quando) {
		String c = app.nuovaCandidatura(this.comune.id(), this.comune, APRILE);
		app.compila(this.comune.id(), c, "componiPacchetto", Map.of("sito", "da-avviare"));
		app.compila(this.comune.id(), c, "inviaDomanda",
				Map.of("decisione", "inviata", "dataInvio", "2022-05-25", "oraInvio", "08:00"));
		app.alle(quando);
		app.compila(this.comune.id(), c, "registraAmmissibilita", Map.of("esito", "ammessa", "dataNotifica",
				quando.substring(0, 10), "oraNotifica", "09:00", "protocollo", "1/2022"));
		return c;
	}

	private static List<String> viste(String utente) {
		return app.come(utente,
				() -> app.bean(TaskService.class)
					.createTaskQuery()
					.list()
					.stream()
					.map(Task::getTaskDefinitionKey)
					.toList());
	}

	private static List<Job> timer() {
		return app.bean(ManagementService.class).createJobQuery().timers().orderByJobDuedate().asc().list();
	}

	private static List<Job> inCoda() {
		return app.bean(ManagementService.class).createJobQuery().messages().list();
	}

	private static String tenant(Job job) {
		return app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processInstanceId(job.getProcessInstanceId())
			.singleResult()
			.getTenantId();
	}

	private static Date quando(String quando) {
		return Date.from(Applicazione.istante(quando));
	}

	private List<MailLetta> messaggi(String chi) {
		String indirizzo = !chi.equals("referente") ? chi + "@gestione.example"
				: "referente@" + this.comune.id().toLowerCase() + ".example";
		return MailLetta.di(posta.getReceivedMessages())
			.stream()
			.filter((m) -> m.per(indirizzo))
			.sorted(Comparator.comparing(MailLetta::inviata))
			.toList();
	}

	private List<String> oggetti(String chi) {
		return messaggi(chi).stream().map(MailLetta::oggetto).toList();
	}

}
