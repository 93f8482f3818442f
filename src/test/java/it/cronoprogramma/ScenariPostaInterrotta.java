package it.cronoprogramma;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.prova.AltraJvm;
import it.cronoprogramma.prova.H2SuFile;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.termine.Roma;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.management.Metrics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A morning run that is interrupted half-way. The application runs in a machine of its
 * own with the threads of its job executor, the mail server outlives it: what has arrived
 * there is what people have read.
 */
abstract class ScenariPostaInterrotta {

	private static final String VIGILIA = "2022-10-18";

	private static final String GIORNO = "2022-10-19";

	private static final String PRONTA = "pronta";

	private static final String MANCANO = "mancano ";

	private static final String QUANTE = "quante";

	private static final String MANDATE = "mandate ";

	private static final String ALLE = "alle ";

	private static final String ATTENDE = "attende";

	private static final long ATTESA_MILLIS = TimeUnit.MINUTES.toMillis(10);

	private static final int FILI = 3;

	/** Longer than the engine lets whoever holds a job keep it. */
	private static final long PRESA_MILLIS = TimeUnit.MINUTES.toMillis(6);

	private final int mail;

	private GreenMail posta;

	@TempDir
	private Path cartella;

	/**
	 * A run of so many mails.
	 * @param mail how many
	 */
	ScenariPostaInterrotta(int mail) {
		this.mail = mail;
	}

	@BeforeEach
	void rispondi() {
		this.posta = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.posta.start();
	}

	@AfterEach
	void riaggancia() {
		this.posta.stop();
	}

	/** First the process is killed, then, when it has gone on, the database goes down. */
	@Test
	void suPostgresUccisaEPoiSenzaDatabase() throws Exception {
		Path dati = this.cartella.resolve("postgres");
		int porta = portaLibera();
		EmbeddedPostgres database = postgres(dati, porta);
		String[] base = { database.getJdbcUrl("postgres", "postgres"), "postgres", "postgres" };
		try {
			uccidi(base);
			try (AltraJvm dopo = avvia(base)) {
				dopo.attendi(PRONTA);
				arrivano(2 * this.mail / 3);
				database.close();
				assertThat(arrivate()).as("a metà").isLessThan(this.mail);
				database = postgres(dati, porta);
				finisce(dopo);
			}
			controlla("PostgreSQL, uccisa e poi senza database", 2 * FILI);
		}
		finally {
			database.close();
		}
	}

	/** On the database of whoever tries, in a file, by the application's own address. */
	void h2Uccisa() throws Exception {
		String[] base = { H2SuFile.in(this.cartella.resolve("h2")), "sa", "" };
		uccidi(base);
		try (AltraJvm dopo = avvia(base)) {
			dopo.attendi(PRONTA);
			finisce(dopo);
		}
		controlla("H2, uccisa", FILI);
	}

	/** Two nodes on one database, on which the run becomes due at the same moment. */
	void dueNodi() throws Exception {
		try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
			String[] base = { database.getJdbcUrl("postgres", "postgres"), "postgres", "postgres" };
			try (AltraJvm uno = avvia(base[0], base[1], base[2], "" + this.mail, ATTENDE)) {
				uno.attendi(PRONTA);
				try (AltraJvm altro = avvia(base[0], base[1], base[2], ATTENDE)) {
					altro.attendi(PRONTA);
					uno.di(ALLE + GIORNO + "T08:30:01");
					altro.di(ALLE + GIORNO + "T08:30:01");
					uno.attendi(PRONTA);
					altro.attendi(PRONTA);
					arrivano(this.mail / 3);
					finisce(altro);
					int sue = conta(uno);
					int altrui = conta(altro);
					System.out.printf("Due nodi: uno ne ha mandate %d, l'altro %d%n", sue, altrui);
					assertThat(sue).isPositive();
					assertThat(altrui).isPositive();
				}
			}
		}
		controlla("PostgreSQL, due nodi", 0);
	}

	private static int conta(AltraJvm nodo) {
		nodo.di(MANDATE);
		return Integer.parseInt(nodo.attendi(MANDATE));
	}

	/** Starts a run and kills the process when a third of the mails has arrived. */
	private void uccidi(String... base) throws IOException {
		try (AltraJvm prima = avvia(base[0], base[1], base[2], "" + this.mail)) {
			prima.attendi(PRONTA);
			arrivano(this.mail / 3);
			prima.uccidi();
			assertThat(arrivate()).as("a metà").isLessThan(this.mail);
		}
	}

	private AltraJvm avvia(String... argomenti) throws IOException {
		List<String> tutti = new ArrayList<>(List.of("" + this.posta.getSmtp().getPort()));
		tutti.addAll(List.of(argomenti));
		return AltraJvm.avvia(ScenariPostaInterrotta.class, tutti.toArray(String[]::new));
	}

	private void arrivano(int quante) {
		assertThat(this.posta.waitForIncomingEmail(ATTESA_MILLIS, quante)).as(quante + " mail").isTrue();
	}

	private int arrivate() {
		return this.posta.getReceivedMessages().length;
	}

	private void finisce(AltraJvm dopo) {
		long fine = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ATTESA_MILLIS);
		String mancano;
		do {
			dopo.di(QUANTE);
			mancano = dopo.attendi(MANCANO);
		}
		while (!mancano.equals("0") && System.nanoTime() < fine);
		assertThat(mancano).as("messaggi non inviati, lavori in corso, incidenti").isEqualTo("0");
	}

	private void controlla(String caso, int doppiMassimi) throws MessagingException {
		Map<String, List<String>> perIndirizzo = new HashMap<>();
		for (MimeMessage m : this.posta.getReceivedMessages()) {
			perIndirizzo.computeIfAbsent(m.getAllRecipients()[0].toString(), (i) -> new ArrayList<>())
				.add(m.getMessageID());
		}
		Set<String> attesi = new HashSet<>();
		for (int i = 0; i < this.mail; i++) {
			attesi.add(indirizzo(i));
		}
		assertThat(perIndirizzo.keySet()).as("nessuna è persa").isEqualTo(attesi);
		assertThat(perIndirizzo.values()).as("la stessa mail ha lo stesso Message-ID")
			.allSatisfy((id) -> assertThat(new HashSet<>(id)).hasSize(1));
		long doppi = arrivate() - this.mail;
		System.out.printf("%s: %d mail, %d arrivate due volte, al più %d in volo%n", caso, this.mail, doppi,
				doppiMassimi);
		assertThat(doppi).as("due volte solo quelle in volo").isLessThanOrEqualTo(doppiMassimi);
	}

	private static EmbeddedPostgres postgres(Path dati, int porta) throws IOException {
		return EmbeddedPostgres.builder()
			.setDataDirectory(dati)
			.setCleanDataDirectory(false)
			.setPort(porta)
			.setConnectConfig("connectTimeout", "20")
			.start();
	}

	private static int portaLibera() throws IOException {
		try (ServerSocket s = new ServerSocket(0)) {
			return s.getLocalPort();
		}
	}

	private static String indirizzo(int i) {
		return "referente@comune" + i + ".example";
	}

	/**
	 * The application as it is installed, which does what it is told by lines.
	 * @param args port of the mail server, database, user, password, how many mails to
	 * prepare, without which it goes on with what it finds, and whether the run waits
	 * until it is told what time it is
	 * @throws IOException if nobody can tell it anything
	 */
	public static void main(String[] args) throws IOException {
		boolean attende = List.of(args).contains(ATTENDE);
		boolean nuova = args.length > 4 && !args[4].equals(ATTENDE);
		String[] proprieta = { "spring.mail.host=127.0.0.1", "spring.mail.port=" + args[0],
				"spring.datasource.url=" + args[1], "spring.datasource.username=" + args[2],
				"spring.datasource.password=" + args[3], "cronoprogramma.posta.giro=08:30",
				"camunda.bpm.job-execution.enabled=true",
				// few threads: few mails are in flight, and one that is sent again for
				// another reason is seen
				"camunda.bpm.job-execution.core-pool-size=" + FILI, "camunda.bpm.job-execution.max-pool-size=" + FILI,
				// how long an idle executor rests: a minute in the office
				"camunda.bpm.job-execution.wait-time-in-millis=200", "camunda.bpm.job-execution.max-wait=1000",
				"camunda.bpm.job-execution.max-backoff=1000" };
		try (Applicazione app = nuova ? Applicazione.avvia(VIGILIA, proprieta)
				: Applicazione.sola(attende ? VIGILIA : GIORNO, proprieta)) {
			if (nuova) {
				riempi(app, Integer.parseInt(args[4]));
				app.torna(GIORNO + (attende ? "T08:20:00" : "T08:30:01"));
			}
			System.out.println(PRONTA);
			ascolta(app);
		}
	}

	private static void ascolta(Applicazione app) throws IOException {
		BufferedReader comandi = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String riga = comandi.readLine(); riga != null; riga = comandi.readLine()) {
			if (riga.startsWith(ALLE)) {
				app.torna(riga.substring(ALLE.length()));
				System.out.println(PRONTA);
				continue;
			}
			if (riga.equals(MANDATE)) {
				System.out.println(MANDATE + riuscite(app));
				continue;
			}
			long mancano = app.bean(JdbcClient.class)
				.sql("SELECT COUNT(*) FROM messaggio WHERE stato <> 'INVIATO'")
				.query(Long.class)
				.single()
					+ app.bean(ManagementService.class)
						.createJobQuery()
						.processDefinitionKey("invia-messaggio")
						.count();
			if (mancano > 0 && riposa(app)) {
				passanoMinuti(app);
			}
			System.out.println(MANCANO + mancano);
		}
	}

	/** How many jobs this node has done, as it reports them. */
	private static long riuscite(Applicazione app) {
		ProcessEngineConfigurationImpl motore = (ProcessEngineConfigurationImpl) app.bean(ProcessEngine.class)
			.getProcessEngineConfiguration();
		return motore.getMetricsRegistry().getDbMeterByName(Metrics.JOB_SUCCESSFUL).get();
	}

	/**
	 * What is left waits for its next attempt, or for the end of the hold of whoever had
	 * taken it: nobody waits for that here. While a job runs no time passes, or its hold
	 * would end.
	 */
	private static void passanoMinuti(Applicazione app) {
		JobExecutor esecutore = ((ProcessEngineConfigurationImpl) app.bean(ProcessEngine.class)
			.getProcessEngineConfiguration()).getJobExecutor();
		esecutore.shutdown();
		try {
			if (riposa(app)) {
				app.torna(app.adesso().plusMillis(PRESA_MILLIS).atZone(Roma.FUSO).toLocalDateTime().toString());
			}
		}
		finally {
			esecutore.start();
		}
	}

	/** Whether no job is run; the threads of the web are others. */
	private static boolean riposa(Applicazione app) {
		return app.beans(ThreadPoolTaskExecutor.class)
			.stream()
			.allMatch((e) -> e.getActiveCount() == 0 && e.getThreadPoolExecutor().getQueue().isEmpty());
	}

	/** So many comuni, each with a term and a reminder that waits for the morning. */
	static void riempi(Applicazione app, int quanti) {
		EnteRepository enti = app.bean(EnteRepository.class);
		JdbcClient jdbc = app.bean(JdbcClient.class);
		for (int i = 0; i < quanti; i++) {
			String n = "%04d".formatted(i);
			String ente = "M" + n;
			enti.inserisci(new Ente(ente, "Comune " + n, "c_m" + n, "98" + n, 3000, "gestione1"), null, "CR",
					"Lombardia", "prova");
			enti.inserisciReferente("R" + ente, ente, "Referente", indirizzo(i));
			jdbc.sql("""
					INSERT INTO candidatura (codice, ente, avviso, stato, fase, creata, popolazione, sito_verificato,
						credenziali_consegnate, versione, seguita)
					VALUES (?, ?, ?, 'FINANZIATA', 'FINANZIATA', TIMESTAMP WITH TIME ZONE '2022-05-01 00:00:00+00', 1,
						FALSE, FALSE, 0, FALSE)""").params("C9" + n, ente, Applicazione.APRILE).update();
			jdbc.sql("""
					INSERT INTO scadenza (id, candidatura, termine, evento, decorrenza, civile, prudenziale, legale,
						governante, spiegazione, stato, aperta, ultimo_evento)
					VALUES (?, ?, 'contrattualizzazione', 'notifica', DATE '2022-06-17', DATE '2022-12-17',
						DATE '2022-12-16', DATE '2022-12-19', DATE '2022-12-19', '6 mesi dal 17/06/2022', 'APERTA',
						TIMESTAMP WITH TIME ZONE '2022-06-17 00:00:00+00',
						TIMESTAMP WITH TIME ZONE '2022-10-19 06:00:00+00')""").params("T" + n, "C9" + n).update();
			jdbc.sql("""
					INSERT INTO promemoria (id, scadenza, evento, governante, sollevato)
					VALUES (?, ?, 'PROMEMORIA-60', DATE '2022-12-19',
						TIMESTAMP WITH TIME ZONE '2022-10-19 06:00:00+00')""").params("P" + n, "T" + n).update();
		}
	}

}
