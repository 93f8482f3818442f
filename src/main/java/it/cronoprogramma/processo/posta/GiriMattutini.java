package it.cronoprogramma.processo.posta;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.notifica.MessaggioRepository;
import it.cronoprogramma.notifica.OraDelGiro;
import it.cronoprogramma.notifica.PostaDelMattino;
import it.cronoprogramma.notifica.PostaProperties;
import it.cronoprogramma.processo.modello.GiroMattutino;
import it.cronoprogramma.processo.modello.OrologioTermine;
import it.cronoprogramma.processo.motore.NelProcesso;
import it.cronoprogramma.termine.CalendarioFestivita;
import it.cronoprogramma.termine.Roma;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The morning runs: exactly one waits, whatever the nodes and the restarts, and lets the
 * next one wait before it does anything that may fail.
 */
@Component("giroMattutino")
@Order(30)
public class GiriMattutini implements NelProcesso, ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(GiriMattutini.class);

	private final MessaggioRepository messaggi;

	private final PostaDelMattino posta;

	private final OraDelGiro ora;

	private final Clock orologio;

	private final RuntimeService processi;

	private final ManagementService lavori;

	private final TransactionTemplate transazione;

	GiriMattutini(MessaggioRepository messaggi, PostaDelMattino posta, OraDelGiro ora, Clock orologio,
			RuntimeService processi, ManagementService lavori, PlatformTransactionManager transazioni) {
		this.messaggi = messaggi;
		this.posta = posta;
		this.ora = ora;
		this.orologio = orologio;
		this.processi = processi;
		this.lavori = lavori;
		this.transazione = new TransactionTemplate(transazioni);
	}

	@Override
	public void run(ApplicationArguments argomenti) {
		riprendi();
	}

	/**
	 * Lets a run wait if none does; one that waits for another time than the settings say
	 * now is set anew, unless its time has come; without runs nothing waits.
	 */
	public void riprendi() {
		this.transazione.executeWithoutResult((t) -> {
			this.messaggi.serra();
			List<ProcessInstance> attendono = attendono();
			if (prossimo().isEmpty()) {
				attendono.forEach((i) -> this.processi.deleteProcessInstance(i.getId(), "nessun giro previsto"));
				LOG.info("Nessun giro del mattino: cronoprogramma.posta.giro è vuoto");
				return;
			}
			if (attendono.isEmpty()) {
				avvia();
				return;
			}
			this.lavori.createJobQuery()
				.processInstanceId(attendono.get(0).getId())
				.timers()
				.activityId(GiroMattutino.ORA_DEL_GIRO)
				.duedateHigherThan(Date.from(this.orologio.instant()))
				.list()
				.forEach((Job timer) -> this.lavori.recalculateJobDuedate(timer.getId(), false));
		});
	}

	/**
	 * When a run is.
	 * @param execution the run
	 * @return the next working day at the time set
	 */
	public Date quando(DelegateExecution execution) {
		Instant quando = prossimo().orElseThrow();
		execution.setVariable(GiroMattutino.GIORNO.nome(), Roma.giorno(quando).toString());
		return Date.from(quando);
	}

	/**
	 * Whether clocks are due that have not struck yet: a run must not overtake them, or
	 * what they raise would wait for the next one.
	 * @param execution the run
	 * @return {@code true} while some are
	 */
	public boolean orologiInRitardo(DelegateExecution execution) {
		return servizi(execution).getManagementService()
			.createJobQuery()
			.processDefinitionKey(OrologioTermine.CHIAVE)
			.timers()
			.active()
			.executable()
			.count() > 0;
	}

	private static ProcessEngineServices servizi(DelegateExecution execution) {
		return execution.getProcessEngineServices();
	}

	private Optional<Instant> prossimo() {
		return this.ora.prossima(this.orologio.instant());
	}

	private List<ProcessInstance> attendono() {
		return this.processi.createProcessInstanceQuery()
			.processDefinitionKey(GiroMattutino.CHIAVE)
			.activityIdIn(GiroMattutino.ORA_DEL_GIRO, GiroMattutino.ATTESA_DEGLI_OROLOGI)
			.list();
	}

	private void avvia() {
		LocalDate giorno = Roma.giorno(prossimo().orElseThrow());
		this.processi.startProcessInstanceByKey(GiroMattutino.CHIAVE, giorno.toString(),
				Map.of(GiroMattutino.GIORNO.nome(), giorno.toString()));
	}

	private void avviaSeguente(DelegateExecution execution) {
		this.messaggi.serra();
		boolean altro = attendono().stream().anyMatch((i) -> !i.getId().equals(execution.getProcessInstanceId()));
		if (!altro && prossimo().isPresent()) {
			avvia();
		}
	}

	private void prepara(DelegateExecution execution) {
		int partite = this.posta.prepara(LocalDate.parse(GiroMattutino.GIORNO.leggi(execution)));
		GiroMattutino.PARTITE.scrivi(execution, partite);
	}

	/** The steps of the run, by the names that the model gives them. */
	@Configuration(proxyBeanMethods = false)
	static class Passi {

		@Bean
		OraDelGiro oraDelGiro(PostaProperties posta) {
			return new OraDelGiro(CalendarioFestivita.italiano(), ora(posta.giro()));
		}

		private static LocalTime ora(String testo) {
			try {
				return (testo == null || testo.isBlank()) ? null : LocalTime.parse(testo.strip());
			}
			catch (DateTimeException ex) {
				throw new IllegalStateException("cronoprogramma.posta.giro vale «" + testo
						+ "»: serve un'ora come 08:30, oppure niente per non fare giri.", ex);
			}
		}

		@Bean
		JavaDelegate avviaGiroSeguente(GiriMattutini giri) {
			return giri::avviaSeguente;
		}

		@Bean
		JavaDelegate preparaMail(GiriMattutini giri) {
			return giri::prepara;
		}

	}

}
