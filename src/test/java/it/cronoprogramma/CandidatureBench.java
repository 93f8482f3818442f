package it.cronoprogramma;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.processo.modello.Avviso141;
import it.cronoprogramma.processo.modello.ProcessoAvviso;
import it.cronoprogramma.processo.modello.FaseContrattualizzazione;
import it.cronoprogramma.processo.modello.FaseCup;
import it.cronoprogramma.processo.modello.FaseDomanda;
import it.cronoprogramma.processo.modello.NuovaCandidatura;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.MotoreNudo;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Candidature per second, from the start form to the open task of contrattualizzazione,
 * against the bare engine that leads the same models through the same instances, tasks,
 * gateways and timers with no code of ours. Rounds alternate in one run, so that what
 * slows the machine slows both: the ratio says what our code costs, the absolute figures
 * say little. Run by {@code ./mvnw -Pbench verify} only.
 */
class CandidatureBench {

	private static final int FILI = 2;

	private static final int CONNESSIONI = 30;

	private static final long RISCALDAMENTO_NANOS = 40_000_000_000L;

	private static final int ASSAGGIO = 20;

	private static final int GIRI = 5;

	private static final double SECONDI_PER_GIRO = 7;

	private static final double RAPPORTO_MINIMO = 0.6;

	private static final int ABITANTI = 4000;

	/** 28.902 for the site, 12.755 for each of two services. */
	private static final int IMPORTO = 54412;

	@Test
	void controIlMotoreNudo() throws Exception {
		List<Misura> misure = new ArrayList<>();
		misure.add(misura("H2", h2(), h2()));
		try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
			misure.add(misura("PostgreSQL", postgres(server, "nostro"), postgres(server, "nudo")));
		}
		stampa(misure);
		assertThat(misure)
			.allSatisfy((m) -> assertThat(m.rapporto()).as(m.database()).isGreaterThanOrEqualTo(RAPPORTO_MINIMO));
	}

	private static Misura misura(String nome, Database nostro, Database nudo) throws Exception {
		double[] nostri = new double[GIRI];
		double[] nudi = new double[GIRI];
		int quante = ASSAGGIO;
		try (Lato noi = new Nostro(nostro); Lato loro = new Nudo(nudo)) {
			long caldo = System.nanoTime() + RISCALDAMENTO_NANOS;
			while (System.nanoTime() < caldo) {
				double ritmo = noi.giro(ASSAGGIO);
				loro.giro(ASSAGGIO);
				quante = Math.max(ASSAGGIO, (int) (ritmo * SECONDI_PER_GIRO));
			}
			noi.statistiche();
			loro.statistiche();
			for (int g = 0; g < GIRI; g++) {
				nostri[g] = noi.giro(quante);
				nudi[g] = loro.giro(quante);
			}
			assertThat(noi.lavoro()).as("lo stesso lavoro da entrambe le parti").isEqualTo(loro.lavoro());
		}
		nostro.butta();
		nudo.butta();
		return new Misura(nome, quante, nostri, nudi);
	}

	private static Database h2() {
		return new Database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
	}

	private static Database postgres(EmbeddedPostgres server, String nome) throws SQLException {
		try (Connection c = server.getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
			s.execute("CREATE DATABASE " + nome);
		}
		return new Database(server.getJdbcUrl("postgres", nome), "postgres", "postgres");
	}

	private static void stampa(List<Misura> misure) {
		StringBuilder tabella = new StringBuilder("\nCandidature condotte al secondo fino a registraContratto, ")
			.append(FILI)
			.append(" fili, storia full, mediana di ")
			.append(GIRI)
			.append(" giri alternati\n")
			.append(String.format("%-12s%10s%10s%10s   %s%n", "database", "nostre/s", "nude/s", "rapporto", "giri"));
		for (Misura m : misure) {
			tabella.append(String.format(Locale.ROOT, "%-12s%10.1f%10.1f%10.2f   %d candidature per giro: %s%n",
					m.database(), mediana(m.nostri()), mediana(m.nudi()), m.rapporto(), m.quante(), giri(m)));
		}
		System.out.println(tabella);
	}

	private static String giri(Misura m) {
		return IntStream.range(0, GIRI)
			.mapToObj((g) -> String.format(Locale.ROOT, "%.1f/%.1f=%.2f", m.nostri()[g], m.nudi()[g], m.rapporti()[g]))
			.collect(Collectors.joining("  "));
	}

	private static double mediana(double[] valori) {
		double[] ordinati = valori.clone();
		Arrays.sort(ordinati);
		return ordinati[ordinati.length / 2];
	}

	private record Misura(String database, int quante, double[] nostri, double[] nudi) {

		/** Of rounds next to each other, which the same load has slowed. */
		double rapporto() {
			return mediana(rapporti());
		}

		double[] rapporti() {
			return IntStream.range(0, GIRI).mapToDouble((g) -> this.nostri[g] / this.nudi[g]).toArray();
		}

	}

	private record Database(String url, String utente, String password) {

		/** A database in memory gives its memory back. */
		void butta() throws SQLException {
			if (this.url.startsWith("jdbc:h2:mem:")) {
				try (Connection c = DriverManager.getConnection(this.url, this.utente, this.password);
						Statement s = c.createStatement()) {
					s.execute("SHUTDOWN");
				}
			}
		}

	}

	/**
	 * One form: what our side fills in, and what the bare engine's gateways need to know.
	 */
	private record Passo(String attivita, Map<String, Object> modulo, Map<String, Object> variabili) {

	}

	private static List<Passo> passi(int numero) {
		return List.of(
				new Passo(FaseDomanda.COMPONI_PACCHETTO,
						Map.of("sito", "da-avviare", "serviziDaAvviare", List.of("pagare-imu", "accesso-atti"),
								"serviziAvviati", List.of()),
						Map.of()),
				new Passo(FaseDomanda.INVIA_DOMANDA,
						Map.of("decisione", "inviata", "dataInvio", "2022-05-25", "oraInvio", "16:52"),
						Map.of("esitoDomanda", "inviata")),
				new Passo(FaseCup.REGISTRA_AMMISSIBILITA,
						Map.of("esito", "ammessa", "dataNotifica", "2022-08-10", "oraNotifica", "11:20", "protocollo",
								"24518/2022"),
						Map.of("esitoCup", "ammessa")),
				new Passo(FaseCup.INSERISCI_CUP,
						Map.of("cup", "B91F2200%07d".formatted(numero), "dataInserimento", "2022-08-12"),
						Map.of("esitoCup", "inserito")),
				new Passo(FaseContrattualizzazione.REGISTRA_DECRETO,
						Map.of("numeroDecreto", "Decreto n.32 - 1 / 2022 - PNRR", "dataDecreto", "2022-08-19",
								"dataNotifica", "2022-08-19", "oraNotifica", "12:40", "protocollo", "1/2022",
								"importoDecretato", IMPORTO),
						Map.of()));
	}

	/**
	 * Who leads candidature. Both sides find tasks by the same query.
	 */
	private abstract static class Lato implements AutoCloseable {

		private final AtomicInteger ultima = new AtomicInteger();

		private int pronte;

		/** Candidature per second of one round; what it needs beforehand is not timed. */
		final double giro(int quante) throws Exception {
			prepara(this.pronte + 1, this.pronte + quante);
			this.pronte += quante;
			ExecutorService fili = Executors.newFixedThreadPool(FILI);
			try {
				Callable<Void> filo = () -> {
					for (int n = this.ultima.incrementAndGet(); n <= this.pronte; n = this.ultima.incrementAndGet()) {
						conduci(n);
					}
					return null;
				};
				long inizio = System.nanoTime();
				List<Future<Void>> esiti = new ArrayList<>();
				for (int f = 0; f < FILI; f++) {
					esiti.add(fili.submit(filo));
				}
				for (Future<Void> esito : esiti) {
					esito.get();
				}
				return quante / ((System.nanoTime() - inizio) / 1e9);
			}
			finally {
				fili.shutdownNow();
				this.ultima.set(this.pronte);
			}
		}

		final void conduci(int numero) {
			String codice = avvia(numero);
			for (Passo passo : passi(numero)) {
				completa(attivita(codice, passo.attivita()), passo);
			}
			attivita(codice, FaseContrattualizzazione.REGISTRA_CONTRATTO);
		}

		private String attivita(String codice, String quale) {
			return motore().getTaskService()
				.createTaskQuery()
				.processInstanceBusinessKey(codice)
				.taskDefinitionKey(quale)
				.singleResult()
				.getId();
		}

		/** The business key of the one candidatura that a query finds. */
		final String codice(ProcessInstanceQuery una) {
			return una.processDefinitionKey(Avviso141.CHIAVE).singleResult().getBusinessKey();
		}

		/** How much the engine has done and has left to do. */
		final Map<String, Long> lavoro() {
			HistoryService storia = motore().getHistoryService();
			return Map.of("candidature", (long) this.pronte, "istanze",
					storia.createHistoricProcessInstanceQuery().count(), "passi",
					storia.createHistoricActivityInstanceQuery().count(), "attività aperte",
					motore().getTaskService().createTaskQuery().count(), "timer che aspettano",
					motore().getManagementService().createJobQuery().timers().count());
		}

		/** Lets the planner know the tables, which were empty when the round began. */
		final void statistiche() throws SQLException {
			try (Connection c = connessioni().getConnection(); Statement s = c.createStatement()) {
				s.execute("ANALYZE");
			}
		}

		abstract ProcessEngine motore();

		abstract DataSource connessioni();

		abstract void prepara(int prima, int ultima);

		/** Opens a candidatura, in one transaction. */
		abstract String avvia(int numero);

		abstract void completa(String attivita, Passo passo);

		@Override
		public abstract void close();

	}

	/**
	 * The whole application, with its forms, rules and tables.
	 */
	private static final class Nostro extends Lato {

		private final Applicazione app;

		private final ProcessEngine motore;

		private final String nuovaCandidatura;

		Nostro(Database database) {
			this.app = Applicazione.avvia("2023-01-10", "spring.datasource.url=" + database.url(),
					"spring.datasource.username=" + database.utente(),
					"spring.datasource.password=" + database.password(),
					"spring.datasource.hikari.maximum-pool-size=" + CONNESSIONI);
			this.motore = this.app.bean(ProcessEngine.class);
			this.nuovaCandidatura = this.motore.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionKey(NuovaCandidatura.CHIAVE)
				.singleResult()
				.getId();
		}

		@Override
		ProcessEngine motore() {
			return this.motore;
		}

		@Override
		DataSource connessioni() {
			return this.app.bean(DataSource.class);
		}

		@Override
		void prepara(int prima, int ultima) {
			EnteRepository enti = this.app.bean(EnteRepository.class);
			for (int n = prima; n <= ultima; n++) {
				enti.inserisci(new Ente(ente(n), "Comune " + n, null, null, ABITANTI, "gestione1"), "X000", "CR",
						"Lombardia", "prova");
			}
		}

		@Override
		String avvia(int numero) {
			this.motore.getFormService()
				.submitStartForm(this.nuovaCandidatura, Map.of("ente", ente(numero), "avviso", Applicazione.APRILE));
			return codice(this.motore.getRuntimeService().createProcessInstanceQuery().tenantIdIn(ente(numero)));
		}

		@Override
		void completa(String attivita, Passo passo) {
			this.motore.getFormService().submitTaskForm(attivita, passo.modulo());
		}

		private static String ente(int numero) {
			return "B%07d".formatted(numero);
		}

		@Override
		public void close() {
			this.app.close();
		}

	}

	/**
	 * The engine alone on the same models, from which all that is ours has been taken.
	 * What the starter sets for our engine without our asking, and what makes queries for
	 * tasks cheaper, is set here too.
	 */
	private static final class Nudo extends Lato {

		private final MotoreNudo nudo;

		Nudo(Database database) throws IOException {
			// the decree is recorded on the way, the package was composed in the domanda
			this.nudo = new MotoreNudo(database.url(), database.utente(), database.password(), CONNESSIONI,
					new MotoreNudo.DatiPubblicati(false, true));
		}

		@Override
		ProcessEngine motore() {
			return this.nudo.motore();
		}

		@Override
		DataSource connessioni() {
			return this.nudo.connessioni();
		}

		@Override
		void prepara(int prima, int ultima) {
			// the bare engine knows no enti
		}

		@Override
		String avvia(int numero) {
			String codice = "C%06d".formatted(numero);
			this.nudo.transazione().executeWithoutResult((stato) -> {
				motore().getRuntimeService().startProcessInstanceByKey(NuovaCandidatura.CHIAVE);
				motore().getRuntimeService()
					.startProcessInstanceByKey(Avviso141.CHIAVE, codice,
							Map.of("ente", "Comune " + numero, "enteId", "B%07d".formatted(numero), "avviso",
									Applicazione.APRILE, "fascia", "fino a 5.000", "stato", "bozza"));
			});
			return codice(motore().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(codice));
		}

		@Override
		void completa(String attivita, Passo passo) {
			motore().getTaskService().complete(attivita, passo.variabili());
		}

		@Override
		public void close() {
			this.nudo.close();
		}

	}

}
