package it.cronoprogramma;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.DifferimentoRepository.Esito;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.modello.OrologioTermine;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.termine.Roma;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An act for many candidature, per second, one thread: ours, with its rules, its story
 * and its loop in the engine, against the bare engine that moves the same two timers, due
 * date and variables of each candidatura in a transaction of its own. Run by
 * {@code ./mvnw -Pbench verify} only; {@code -Dbench.candidature=5000} for the whole.
 */
class DifferimentiBench {

	private static final int CANDIDATURE = Integer.getInteger("bench.candidature", 200);

	private static final double RAPPORTO_MINIMO = 0.3;

	@Test
	void controIlMotoreNudo() throws Exception {
		StringBuilder tabella = new StringBuilder("\nUn differimento su ").append(CANDIDATURE)
			.append(" candidature, un filo, storia full\n")
			.append(String.format("%-12s%12s%12s%12s%10s%n", "database", "anteprima s", "nostre/s", "nude/s",
					"rapporto"));
		List<Double> rapporti = new ArrayList<>();
		rapporti.add(
				misura("H2", tabella, "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
		try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
			rapporti
				.add(misura("PostgreSQL", tabella, "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
						"spring.datasource.username=postgres", "spring.datasource.password=postgres"));
		}
		System.out.println(tabella);
		assertThat(rapporti).allSatisfy((r) -> assertThat(r).isGreaterThanOrEqualTo(RAPPORTO_MINIMO));
	}

	private static double misura(String nome, StringBuilder tabella, String... proprieta) {
		try (Applicazione app = Applicazione.avvia("2022-05-25", proprieta)) {
			List<String> codici = new ArrayList<>();
			for (int i = 0; i < CANDIDATURE; i++) {
				codici.add(app.finanziata(app.nuovoComune(3000), "2022-08-19"));
			}
			// first what warms up, then what is measured
			giro(app, codici, 1);
			nudo(app, codici, "2023-04-01");
			double[] nostro = giro(app, codici, 2);
			double nudo = nudo(app, codici, "2023-04-02");
			double rapporto = nostro[1] / nudo;
			tabella.append(String.format(Locale.ROOT, "%-12s%12.1f%12.1f%12.1f%10.2f%n", nome, nostro[0], nostro[1],
					nudo, rapporto));
			assertThat(app.scadenza(codici.get(CANDIDATURE - 1), TipoTermine.CONTRATTUALIZZAZIONE).governante())
				.isEqualTo("2023-05-20");
			return rapporto;
		}
	}

	/** Seconds for the preview, candidature per second for the application. */
	private static double[] giro(Applicazione app, List<String> codici, int quale) {
		long inizio = System.nanoTime();
		app.avviaProcesso("rtd", "registra-differimento",
				Map.of("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "automatica", "giorni",
						(quale == 1) ? 30 : 60, "atto", "Decreto " + quale + "/2022", "dataAtto", "2022-08-19",
						"ambito", "elenco", "elenco", String.join("\n", codici)));
		double anteprima = (System.nanoTime() - inizio) / 1e9;
		DifferimentoRepository differimenti = app.bean(DifferimentoRepository.class);
		long numero = differimenti.elenco(List.of("gestione1"), 1).get(0).numero();
		app.compila("rtd", "D%06d".formatted(numero), "confermaDifferimento", Map.of("decisione", "conferma"));
		ManagementService lavori = app.bean(ManagementService.class);
		inizio = System.nanoTime();
		for (Job lavoro = prossimo(lavori); lavoro != null; lavoro = prossimo(lavori)) {
			lavori.executeJob(lavoro.getId());
		}
		double ritmo = codici.size() / ((System.nanoTime() - inizio) / 1e9);
		assertThat(differimenti.conteggi(numero)).containsEntry(Esito.APPLICATO, codici.size());
		return new double[] { anteprima, ritmo };
	}

	private static Job prossimo(ManagementService lavori) {
		return lavori.createJobQuery().messages().singleResult();
	}

	private static double nudo(Applicazione app, List<String> codici, String giorno) {
		RuntimeService processi = app.bean(RuntimeService.class);
		ManagementService lavori = app.bean(ManagementService.class);
		TaskService attivita = app.bean(TaskService.class);
		TransactionTemplate una = new TransactionTemplate(app.bean(PlatformTransactionManager.class));
		Date fine = Date.from(Roma.fineGiorno(java.time.LocalDate.parse(giorno)));
		long inizio = System.nanoTime();
		for (String codice : codici) {
			una.executeWithoutResult((t) -> {
				String fase = null;
				for (ProcessInstance orologio : processi.createProcessInstanceQuery()
					.processInstanceBusinessKey(codice)
					.processDefinitionKey(OrologioTermine.CHIAVE)
					.list()) {
					processi.setVariable(orologio.getId(), "scadenza", giorno);
					Job timer = lavori.createJobQuery().processInstanceId(orologio.getId()).timers().singleResult();
					lavori.setJobDuedate(timer.getId(), fine);
					fase = processi.createProcessInstanceQuery()
						.subProcessInstanceId(orologio.getId())
						.singleResult()
						.getId();
				}
				processi.setVariables(fase, Map.of("scadenza", giorno, "limite", giorno));
				Task task = attivita.createTaskQuery().processInstanceId(fase).singleResult();
				attivita.setDueDate(task.getId(), fine);
				String radice = processi.createProcessInstanceQuery()
					.processInstanceBusinessKey(codice)
					.rootProcessInstances()
					.singleResult()
					.getId();
				processi.setVariables(radice, Map.of("scadenza", giorno, "termine", "prova"));
			});
		}
		return codici.size() / ((System.nanoTime() - inizio) / 1e9);
	}

}
