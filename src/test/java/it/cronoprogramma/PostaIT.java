package it.cronoprogramma;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Sostituzione;
import it.cronoprogramma.ente.TipoReferente;
import it.cronoprogramma.notifica.Anteprima;
import it.cronoprogramma.notifica.MessaggioRepository;
import it.cronoprogramma.notifica.PostaDelMattino;
import it.cronoprogramma.notifica.PostaDiRitorno;
import it.cronoprogramma.notifica.Preferenza;
import it.cronoprogramma.processo.posta.GiriMattutini;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.FilePubblicato;
import it.cronoprogramma.prova.Linea;
import it.cronoprogramma.prova.Linea.Guasto;
import it.cronoprogramma.prova.MailLetta;
import it.cronoprogramma.prova.RitornoDiProva;
import it.cronoprogramma.termine.Roma;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * One mail a day to each, by a real SMTP server behind a line that breaks; on the
 * database of production.
 */
class PostaIT extends ScenariSuDueDatabase {

	/** The sixtieth day before the cautious date of a term from a decree of 19 August. */
	private static final String SESSANTA = "2022-12-16";

	private static final String RTD = "rtd@gestione.example";

	private static final String MITTENTE = "cronoprogramma@gestione.example";

	private static final String RESPONSABILE = "responsabile@gestione.example";

	private static GreenMail posta;

	private static Linea linea;

	private Ente comune;

	PostaIT() throws IOException {
		super(true, "spring.mail.host=127.0.0.1", "spring.mail.port=" + porta(), "cronoprogramma.posta.giro=08:30",
				"spring.mail.properties.mail.smtp.timeout=700", "cronoprogramma.posta.mittente=" + MITTENTE,
				ritorno("host", "localhost"), ritorno("porta", "" + posta.getImap().getPort()),
				ritorno("cifrata", "false"), ritorno("utente", MITTENTE), ritorno("password", "segreta"),
				ritorno("ogni", "20000d"));
	}

	private static String ritorno(String nome, String valore) {
		return "cronoprogramma.posta.ritorno." + nome + "=" + valore;
	}

	private static int porta() throws IOException {
		posta = new GreenMail(new ServerSetup[] { new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
				ServerSetup.IMAP.dynamicPort() });
		posta.setUser(MITTENTE, MITTENTE, "segreta");
		posta.start();
		linea = new Linea(posta.getSmtp().getPort());
		return linea.porta();
	}

	@AfterAll
	static void riaggancia() {
		linea.close();
		posta.stop();
	}

	@BeforeEach
	void daCapo() throws Exception {
		linea.guasto(Guasto.NESSUNO);
		linea.rifiuta();
		sgombera();
		for (String sql : List.of("DELETE FROM promemoria_destinatario", "DELETE FROM promemoria",
				"DELETE FROM messaggio WHERE origine IS NOT NULL", "DELETE FROM messaggio",
				"DELETE FROM indirizzo_respinto", "DELETE FROM preferenza_posta", "DELETE FROM silenzio",
				"UPDATE scadenza SET stato = 'ESTINTA'")) {
			sql(sql);
		}
		posta.purgeEmailFromAllMailboxes();
		this.app.torna("2022-05-25T09:00");
		this.comune = this.app.nuovoComune(3000);
	}

	@Test
	void trentasetteCandidatureDecretateInUnGiornoSonoUnaMail() throws Exception {
		FilePubblicato file = new FilePubblicato();
		List<Ente> comuni = new ArrayList<>();
		for (int i = 0; i < 37; i++) {
			Ente c = this.app.nuovoComune("Comune di Nome" + (char) ('A' + i % 26) + i, 3000);
			comuni.add(c);
			file.riga(c.codiceIpa(), "C91F22%09d".formatted(i));
			sql("UPDATE referente SET email = 'Tutti@Unione.example' WHERE ente = '" + c.id() + "'");
		}
		this.app.torna("2022-08-22T09:00");
		this.app.importa("37.csv", new ByteArrayInputStream(file.csv().getBytes(StandardCharsets.UTF_8)), List.of());
		daOra();
		this.app.alle(SESSANTA + "T08:29");
		assertThat(messaggi("tutti@unione.example")).as("gli orologi sollevano alle otto").isEmpty();
		this.app.alle(SESSANTA + "T08:31");
		List<MailLetta> arrivati = messaggi("tutti@unione.example");
		assertThat(arrivati).hasSize(1);
		MailLetta mail = arrivati.get(0);
		assertThat(mail.oggetto()).matches("Nome\\w+ · Contratti entro lunedì 20/02 · 1\\.4\\.1 e altri 36 termini");
		assertThat(mail.intestazione("List-Unsubscribe")).containsExactly("<http://localhost:8080/preferenze>");
		assertThat(mail.intestazione("Auto-Submitted")).containsExactly("auto-generated");
		String testo = mail.testo();
		assertThat(testo.split("Candidatura C")).hasSize(38);
		for (Ente c : comuni) {
			assertThat(testo).contains("\n" + c.nome() + "\n");
		}
		assertThat(testo).contains("37 termini da seguire", "entro lunedì 20/02/2023 (mancano 66 giorni)",
				"Perché questa data: 6 mesi dal 19/08/2022", "/camunda/app/tasklist/default/#/?task=");
		assertThat(mail.html()).contains("width=device-width").contains("Comune di NomeA0");
		assertThat(this.app.bean(PostaDelMattino.class).prepara(LocalDate.parse(SESSANTA))).as("un secondo giro")
			.isZero();
		this.app.alle(SESSANTA + "T18:00");
		assertThat(messaggi("tutti@unione.example")).hasSize(1);
		assertThat(attendono()).as("un giro solo attende").isEqualTo(1);
	}

	@Test
	void laScalaISostitutiEPiuReferenti() throws Exception {
		PersoneRepository persone = this.app.bean(PersoneRepository.class);
		persone.inserisci(referente("I", TipoReferente.INDIVIDUATO, "dirigente"));
		persone.inserisci(referente("A", TipoReferente.ALTRO, "ufficio"));
		persone.inserisci(new Sostituzione("S" + this.comune.id(), new Persona(null, "Dirigente", suo("dirigente")),
				new Persona(null, "Vice", suo("vice")), this.comune.id(), null, LocalDate.parse("2023-01-01"),
				LocalDate.parse("2023-01-20")));
		String c = this.app.finanziata(this.comune, "2022-08-19");
		daOra();
		this.app.alle(SESSANTA + "T09:00");
		assertThat(aChi()).containsExactly(suo("dirigente"), suo("ufficio"));
		// thirty days before: the dirigente is away
		this.app.alle("2023-01-17T09:00");
		assertThat(aChi()).containsExactly(suo("dirigente"), suo("ufficio"), suo("ufficio"), suo("vice"));
		// fifteen days: the segretario too, back to the dirigente
		svuota();
		this.app.alle("2023-02-01T09:00");
		assertThat(aChi()).containsExactly(suo("dirigente"), suo("referente"), suo("ufficio"));
		assertThat(messaggi(suo("referente")).get(0).testo())
			.contains("Le scriviamo come segretario comunale: il termine è vicino.");
		// seven: the ufficio RTD
		svuota();
		this.app.alle("2023-02-08T09:00");
		assertThat(aChi()).containsExactly(suo("dirigente"), suo("referente"), suo("ufficio"), RTD);
		// three and one: the responsabile
		svuota();
		this.app.alle("2023-02-13T09:00");
		assertThat(aChi()).contains(RESPONSABILE);
		svuota();
		// the last working day, then missed: at once, to all
		this.app.alle("2023-02-21T00:01");
		assertThat(oggetti(suo("dirigente")))
			.anySatisfy((o) -> assertThat(o).contains("Contratti scaduto lunedì 20/02"));
		for (String chi : List.of(suo("ufficio"), suo("referente"), RTD, RESPONSABILE)) {
			assertThat(oggetti(chi)).as(chi).anySatisfy((o) -> assertThat(o).contains("Contratti scaduto"));
		}
		MailLetta urgente = messaggi(RTD).stream().filter((m) -> m.oggetto().contains("scaduto")).findFirst().get();
		assertThat(urgente.intestazione("List-Unsubscribe")).as("dall'urgente non ci si toglie").isNull();
		assertThat(Roma.giorno(urgente.inviata().toInstant())).isEqualTo("2023-02-20");
		// met: no sollecito
		svuota();
		this.app.compila(this.comune.id(), c, "registraContratto", Map.of("azione", "ultimo", "fornitore", "Fornitore",
				"tipoAtto", "stipula-mepa", "dataContratto", "2023-02-20"));
		this.app.alle("2023-03-08T09:00");
		assertThat(arrivate().stream().map(MailLetta::oggetto)).noneMatch((o) -> o.contains("Contratti"));
	}

	@Test
	void senzaReferentiLoSaLUfficioRtd() throws Exception {
		sql("DELETE FROM referente WHERE ente = '" + this.comune.id() + "'");
		this.app.finanziata(this.comune, "2022-08-19");
		daOra();
		this.app.alle(SESSANTA + "T09:00");
		assertThat(aChi()).containsExactly(RTD);
		assertThat(messaggi(RTD).get(0).testo()).contains("non è registrato nessun referente",
				"Aggiunga un referente: http://localhost:8080/anagrafe/enti/" + this.comune.id());
	}

	@Test
	void unIndirizzoCheRifiuta() throws Exception {
		this.app.finanziata(this.comune, "2022-08-19");
		daOra();
		linea.rifiuta(suo("referente"));
		this.app.alle(SESSANTA + "T09:00");
		assertThat(aChi()).containsExactly(RTD);
		MailLetta avviso = messaggi(RTD).get(0);
		assertThat(avviso.oggetto())
			.isEqualTo("Un indirizzo rifiuta la posta · Prova · Contratti entro lunedì 20/02 · 1.4.1");
		assertThat(avviso.testo()).contains("L'indirizzo " + suo("referente") + " rifiuta la posta",
				"entro lunedì 20/02/2023", "Corregga l'indirizzo: http://localhost:8080/anagrafe/enti/");
		assertThat(incidenti()).isZero();
		// from now on the ufficio gets the lines at once, with the reason
		this.app.alle("2023-01-17T09:00");
		assertThat(aChi()).containsExactly(RTD, RTD);
		assertThat(messaggi(RTD).get(1).testo()).contains(suo("referente") + " rifiuta la posta");
		// corrected
		linea.rifiuta();
		this.app.bean(MessaggioRepository.class).accetta(suo("REFERENTE"));
		this.app.alle("2023-02-01T09:00");
		assertThat(aChi()).containsExactly(suo("referente"), RTD, RTD);
		// the ufficio refuses too: the responsabile; nobody at all: an incident
		svuota();
		linea.rifiuta(suo("referente"), RTD);
		this.app.alle("2023-02-08T09:00");
		assertThat(aChi()).contains(RESPONSABILE).doesNotContain(RTD, suo("referente"));
		linea.rifiuta(suo("referente"), RTD, RESPONSABILE);
		this.app.alle("2023-02-16T09:00");
		assertThat(incidenti()).as("si vede in Cockpit").isPositive();
	}

	/** The server takes everything, and says a minute later what it could not deliver. */
	@Test
	void cioCheTornaIndietro() throws Exception {
		this.app.finanziata(this.comune, "2022-08-19");
		daOra();
		this.app.alle(SESSANTA + "T08:31");
		MailLetta mail = messaggi(suo("referente")).get(0);
		String id = mail.id().replaceAll("[<>]|@.*", "");
		arriva("Return-Path: <maria@comune.example>\nFrom: maria@comune.example\nIn-Reply-To: " + mail.id()
				+ "\nSubject: Re: Prova\n\nGrazie\n");
		arriva(RitornoDiProva.postfix(id, suo("referente"), "delayed", "4.4.1", "connection timed out"));
		leggiRitorno();
		assertThat(stato(id)).as("una risposta, un ritardo").isEqualTo("INVIATO");

		arriva(RitornoDiProva.postfix(id, suo("referente"), "failed", "5.2.2", "552 5.2.2 Mailbox full"));
		leggiRitorno();
		assertThat(stato(id)).isEqualTo("RESPINTO");
		assertThat(aChi()).containsExactly(suo("referente"), RTD);
		MailLetta avviso = messaggi(RTD).get(0);
		assertThat(avviso.oggetto())
			.isEqualTo("Una mail non è arrivata · Prova · Contratti entro lunedì 20/02 · 1.4.1");
		assertThat(avviso.testo())
			.contains("La mail a " + suo("referente") + " è tornata indietro", "entro lunedì 20/02/2023")
			.doesNotContain("Corregga", "Mailbox full", "Le scriviamo come");
		assertThat(this.app.bean(MessaggioRepository.class).abitudini().respinti()).isEmpty();

		// thirty days before: written to all the same, and now nobody is there
		this.app.alle("2023-01-17T09:00");
		assertThat(messaggi(suo("referente"))).hasSize(2);
		String altra = messaggi(suo("referente")).get(1).id().replaceAll("[<>]|@.*", "");
		arriva(RitornoDiProva.postfix(altra, suo("referente"), "failed", "5.1.1", "550 5.1.1 User unknown"));
		leggiRitorno();
		assertThat(messaggi(RTD)).hasSize(2);
		assertThat(messaggi(RTD).get(1).testo()).contains("L'indirizzo " + suo("referente") + " rifiuta la posta",
				"Corregga l'indirizzo");
		assertThat(this.app.bean(MessaggioRepository.class).abitudini().respinti()).containsExactly(suo("referente"));

		// all numbers are others after a restore of the server: nothing is told twice
		sql("UPDATE casella SET uidvalidity = 1");
		leggiRitorno();
		this.app.alle("2023-01-18T09:00");
		assertThat(aChi()).hasSize(4);
		// the notice itself comes back: the responsabile
		String terza = messaggi(RTD).get(1).id().replaceAll("[<>]|@.*", "");
		arriva(RitornoDiProva.postfix(terza, RTD, "failed", "5.1.1", "550 5.1.1 User unknown"));
		leggiRitorno();
		assertThat(aChi()).hasSize(5).contains(RESPONSABILE);
		// whoever is left: it is on the page, and nothing stands still
		String quarta = messaggi(RESPONSABILE).stream()
			.filter((m) -> m.oggetto().startsWith("Un indirizzo"))
			.findFirst()
			.orElseThrow()
			.id()
			.replaceAll("[<>]|@.*", "");
		arriva(RitornoDiProva.postfix(quarta, RESPONSABILE, "failed", "5.1.1", "550 5.1.1 User unknown"));
		leggiRitorno();
		assertThat(stato(quarta)).isEqualTo("RESPINTO");
		assertThat(incidenti()).isZero();
	}

	private void arriva(String testo) throws Exception {
		posta.setUser(MITTENTE, MITTENTE, "segreta").deliver(RitornoDiProva.messaggio(testo));
	}

	/** The next reading, and what it lets leave. */
	private void leggiRitorno() {
		this.app.bean(RuntimeService.class)
			.createProcessInstanceByKey("leggi-ritorno")
			.businessKey(PostaDiRitorno.CASELLA)
			.startBeforeActivity("leggiRitorno")
			.execute();
		this.app.alle(this.app.adesso().plusSeconds(60).atZone(Roma.FUSO).toLocalDateTime().toString());
	}

	private String stato(String messaggio) {
		return this.app.bean(JdbcClient.class)
			.sql("SELECT stato FROM messaggio WHERE id = :id")
			.param("id", messaggio)
			.query(String.class)
			.single();
	}

	@Test
	void laPostaSpentaPerUnGiorno() throws Exception {
		this.app.finanziata(this.comune, "2022-08-19");
		String altra = this.app.finanziata(this.app.nuovoComune(2500), "2022-08-19");
		daOra();
		linea.guasto(Guasto.SPENTA);
		this.app.alle(SESSANTA + "T20:00");
		assertThat(posta.getReceivedMessages()).isEmpty();
		assertThat(messaggiInCorso()).hasSize(2).allSatisfy((j) -> assertThat(j.getRetries()).isPositive());
		assertThat(messaggiInCorso()).allSatisfy((j) -> assertThat(j.getTenantId()).isEqualTo("gestione1"));
		assertThat(messaggiInCorso().get(0).getExceptionMessage()).as("in Cockpit non si legge a chi")
			.doesNotContain("@");
		// what was met meanwhile is not told any more
		this.app.bean(ScadenzaRepository.class)
			.adempi(altra, TipoTermine.CONTRATTUALIZZAZIONE, LocalDate.parse(SESSANTA), this.app.adesso());
		linea.guasto(Guasto.NESSUNO);
		this.app.alle("2022-12-17T12:00");
		assertThat(aChi()).containsExactly(suo("referente"));
		assertThat(messaggiInCorso()).isEmpty();
		assertThat(conta("SELECT COUNT(*) FROM messaggio WHERE stato = 'ANNULLATO'")).isOne();
	}

	/** An incident is for whoever watches Cockpit, not for an administrator only. */
	@Test
	void lUfficioVedeIlGiroERitentaDaCockpit() throws Exception {
		this.app.finanziata(this.comune, "2022-08-19");
		daOra();
		linea.guasto(Guasto.SPENTA);
		this.app.alle("2022-12-18T12:00");
		assertThat(incidenti()).isPositive();
		Job fallito = messaggiInCorso().get(0);
		assertThat(fallito.getRetries()).isZero();
		for (String chi : List.of("rtd", "responsabile")) {
			assertThat(this.app.come(chi,
					() -> this.app.bean(RuntimeService.class)
						.createProcessInstanceQuery()
						.processDefinitionKey("giro-mattutino")
						.count()))
				.as(chi)
				.isOne();
		}
		for (String chi : List.of(this.comune.id(), "responsabile")) {
			assertThatThrownBy(() -> ritenta(chi, fallito)).as(chi).isInstanceOf(ProcessEngineException.class);
		}
		linea.guasto(Guasto.NESSUNO);
		ritenta("rtd", fallito);
		this.app.alle("2022-12-18T12:01");
		assertThat(aChi()).containsExactly(suo("referente"));
		assertThat(incidenti()).isZero();
	}

	private void ritenta(String chi, Job lavoro) {
		this.app.come(chi, () -> {
			this.app.bean(ManagementService.class).setJobRetries(lavoro.getId(), 1);
			return null;
		});
	}

	@Test
	void lentaOTagliataDopoIDati() throws Exception {
		this.app.finanziata(this.comune, "2022-08-19");
		daOra();
		linea.guasto(Guasto.MUTA);
		this.app.alle(SESSANTA + "T08:32");
		assertThat(posta.getReceivedMessages()).isEmpty();
		assertThat(messaggiInCorso()).hasSize(1);
		linea.guasto(Guasto.TAGLIATA_DOPO_DATA);
		this.app.alle(SESSANTA + "T08:40");
		assertThat(posta.getReceivedMessages()).as("presa, ma non si sa").hasSize(1);
		assertThat(messaggiInCorso()).hasSize(1);
		linea.guasto(Guasto.NESSUNO);
		this.app.alle(SESSANTA + "T12:00");
		assertThat(aChi()).containsExactly(suo("referente"), suo("referente"));
		assertThat(messaggi(suo("referente")).stream().map(MailLetta::id).distinct())
			.as("la seconda si riconosce come la stessa")
			.hasSize(1);
		assertThat(messaggiInCorso()).isEmpty();
	}

	@Test
	void dopoUnaSettimanaDiFermoIlGiroNonSuperaGliOrologi() throws Exception {
		this.app.finanziata(this.comune, "2022-08-19");
		daOra();
		this.app.alle(SESSANTA + "T07:00");
		this.app.torna("2022-12-20T10:00");
		// the run is due since the 16th, like the clock: whoever is first
		ManagementService lavori = this.app.bean(ManagementService.class);
		lavori
			.executeJob(lavori.createJobQuery().processDefinitionKey("giro-mattutino").timers().singleResult().getId());
		assertThat(posta.getReceivedMessages()).isEmpty();
		assertThat(attendono()).as("attende gli orologi").isEqualTo(1);
		this.app.alle("2022-12-20T10:06");
		assertThat(aChi()).containsExactly(suo("referente"));
		assertThat(attendono()).isEqualTo(1);
		this.app.bean(GiriMattutini.class).riprendi();
		assertThat(attendono()).as("un riavvio non ne aggiunge").isEqualTo(1);
	}

	@Test
	void chiVuoleUnaMailLaSettimanaEChiVuoleSilenzio() throws Exception {
		MessaggioRepository messaggi = this.app.bean(MessaggioRepository.class);
		String c = this.app.finanziata(this.comune, "2022-08-19");
		// 16 December 2022 is a Friday
		messaggi.preferisce(suo("Referente"), new Preferenza(DayOfWeek.TUESDAY, true));
		daOra();
		assertThat(this.app.bean(Anteprima.class).previste(30, (e) -> true))
			.filteredOn((p) -> p.indirizzo().equals(suo("referente")))
			.first()
			.satisfies((p) -> assertThat(p.giorno()).isEqualTo("2022-12-20"));
		this.app.alle("2022-12-19T18:00");
		assertThat(messaggi(suo("referente"))).isEmpty();
		this.app.alle("2022-12-20T09:00");
		assertThat(messaggi(suo("referente"))).hasSize(1);
		messaggi.preferisce(suo("referente"), Preferenza.DI_TUTTI);
		messaggi.tace(suo("referente"), c, LocalDate.parse("2023-01-19"));
		this.app.alle("2023-01-19T18:00");
		assertThat(messaggi(suo("referente"))).hasSize(1);
		this.app.alle("2023-01-20T09:00");
		assertThat(messaggi(suo("referente"))).as("finito il silenzio").hasSize(2);
	}

	@Test
	void ilRiepilogoDellaSettimana() throws Exception {
		this.app.finanziata(this.comune, "2022-08-19");
		daOra();
		// Monday: the term falls due on 20 February
		this.app.alle("2023-01-20T09:00");
		svuota();
		this.app.alle("2023-01-23T09:00");
		List<MailLetta> riepiloghi = messaggi(RESPONSABILE);
		MailLetta ultimo = riepiloghi.get(riepiloghi.size() - 1);
		assertThat(ultimo.oggetto()).isEqualTo("La settimana: 0 termini scaduti, 1 a rischio");
		assertThat(Roma.giorno(ultimo.inviata().toInstant())).isEqualTo("2023-01-23");
		assertThat(ultimo.testo()).contains("A rischio nei prossimi 30 giorni", "Ne dipendono",
				"Contrattualizzazione dei fornitori", "Dal 16/01/2023 al 22/01/2023", "28.902,00 €");
		assertThat(ultimo.intestazione("List-Unsubscribe")).isNotNull();
		svuota();
		this.app.bean(MessaggioRepository.class).preferisce(RESPONSABILE, new Preferenza(null, false));
		this.app.alle("2023-01-30T09:00");
		assertThat(messaggi(RESPONSABILE)).isEmpty();
	}

	// What is there

	private Referente referente(String id, TipoReferente tipo, String chi) {
		return new Referente(id + this.comune.id(), this.comune.id(), tipo, chi, suo(chi), null, null, null, null);
	}

	private String suo(String chi) {
		return chi + "@" + this.comune.id().toLowerCase(Locale.ROOT) + ".example";
	}

	/** The day before clocks strike for the first time, with no mail of before. */
	private void daOra() throws Exception {
		this.app.torna("2022-12-15T08:45");
		this.app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processDefinitionKey("giro-mattutino")
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.forEach((id) -> this.app.bean(RuntimeService.class).deleteProcessInstance(id, "prova"));
		this.app.bean(GiriMattutini.class).riprendi();
		this.app.bean(EnteRepository.class).salva(new Gestione("gestione1", "Gestione associata RTD", RTD));
		sql("DELETE FROM promemoria_destinatario");
		sql("DELETE FROM promemoria");
		sql("DELETE FROM messaggio");
		posta.purgeEmailFromAllMailboxes();
	}

	private void svuota() throws Exception {
		posta.purgeEmailFromAllMailboxes();
	}

	private long attendono() {
		return this.app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processDefinitionKey("giro-mattutino")
			.activityIdIn("OraDelGiro", "AttesaDegliOrologi")
			.count();
	}

	private List<Job> messaggiInCorso() {
		return this.app.bean(ManagementService.class).createJobQuery().processDefinitionKey("invia-messaggio").list();
	}

	private long incidenti() {
		return this.app.bean(HistoryService.class).createHistoricIncidentQuery().open().count();
	}

	private void sql(String sql) {
		this.app.bean(JdbcClient.class).sql(sql).update();
	}

	private long conta(String sql) {
		return this.app.bean(JdbcClient.class).sql(sql).query(Long.class).single();
	}

	/**
	 * Reminders only: the weekly summaries stand apart, and what comes back to ourselves.
	 */
	private static List<String> aChi() {
		return arrivate().stream()
			.filter((m) -> !m.oggetto().startsWith("La settimana"))
			.flatMap((m) -> m.destinatari().stream())
			.filter((i) -> !i.equals(MITTENTE))
			.sorted((a, b) -> a.equals(RTD) == b.equals(RTD) ? a.compareTo(b) : a.equals(RTD) ? 1 : -1)
			.toList();
	}

	private static List<MailLetta> arrivate() {
		return MailLetta.di(posta.getReceivedMessages());
	}

	private static List<MailLetta> messaggi(String indirizzo) {
		return arrivate().stream().filter((m) -> m.per(indirizzo)).toList();
	}

	private static List<String> oggetti(String indirizzo) {
		return messaggi(indirizzo).stream().map(MailLetta::oggetto).toList();
	}

}
