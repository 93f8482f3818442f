package it.cronoprogramma.processo.orologio;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A clock that stands on another day and runs on from there. It never goes back on the
 * same database: what has happened has happened. For the demo and for tests.
 */
public final class OrologioSimulato {

	private static final Logger LOG = LoggerFactory.getLogger(OrologioSimulato.class);

	private static final LocalTime APERTURA_UFFICI = LocalTime.of(9, 0);

	private static final Period SALTO_MASSIMO = Period.ofYears(10);

	private final JdbcClient jdbc;

	private final ProcessEngine motore;

	OrologioSimulato(JdbcClient jdbc, ProcessEngine motore) {
		this.jdbc = jdbc;
		this.motore = motore;
	}

	/**
	 * Sets the clock at the start of the application: on the given day at nine in the
	 * morning, or where it stood on this database if that is later.
	 * @param jdbc the database
	 * @param giorno the day asked for, Rome
	 */
	static void regola(JdbcClient jdbc, LocalDate giorno) {
		long adesso = System.currentTimeMillis();
		long chiesto = Roma.alle(giorno, APERTURA_UFFICI).toEpochMilli() - adesso;
		Optional<Long> noto = jdbc.sql("SELECT scarto_millis FROM orologio WHERE id = 1").query(Long.class).optional();
		long scarto = Math.max(chiesto, noto.orElse(Long.MIN_VALUE));
		if (scarto > chiesto) {
			LOG.info("L'orologio simulato non torna indietro: chiesto il {}, resta al {}", giorno,
					Roma.giorno(Instant.ofEpochMilli(adesso + scarto)));
		}
		ClockUtil.offset(scarto);
		if (noto.isEmpty()) {
			jdbc.sql("INSERT INTO orologio (id, scarto_millis) VALUES (1, :scarto)").param("scarto", scarto).update();
		}
		else {
			ricorda(jdbc, scarto);
		}
	}

	/**
	 * Moves the clock on, stopping at every event on the way: each timer finds the day it
	 * was waiting for.
	 * @param quanto how far, at most ten years
	 * @return the instant it is now
	 * @throws Rifiuto if it is not forward or too far
	 */
	public synchronized Instant avanza(Period quanto) {
		Instant inizio = ClockUtil.getCurrentTime().toInstant();
		Instant fine = inizio.atZone(Roma.FUSO).plus(quanto).toInstant();
		if (!fine.isAfter(inizio) || fine.isAfter(inizio.atZone(Roma.FUSO).plus(SALTO_MASSIMO).toInstant())) {
			throw Rifiuto.nonValido("L'orologio va solo avanti, al massimo di dieci anni: per esempio avanti=P10D.");
		}
		conEsecutoreFermo(() -> raggiungi(fine));
		return fine;
	}

	/**
	 * Tells a story from its beginning to the day it is: the clock goes back, once, on a
	 * database that has no story yet.
	 * @param inizio where the story begins
	 * @param storia tells the story up to the instant it is given
	 */
	public synchronized void ripercorri(Instant inizio, Consumer<Instant> storia) {
		Instant fine = ClockUtil.getCurrentTime().toInstant();
		conEsecutoreFermo(() -> {
			if (inizio.isBefore(fine)) {
				ClockUtil.offset(inizio.toEpochMilli() - System.currentTimeMillis());
			}
			storia.accept(fine);
			raggiungi(fine);
		});
	}

	private void conEsecutoreFermo(Runnable azione) {
		JobExecutor esecutore = ((ProcessEngineConfigurationImpl) this.motore.getProcessEngineConfiguration())
			.getJobExecutor();
		boolean attivo = esecutore != null && esecutore.isActive();
		if (attivo) {
			esecutore.shutdown();
		}
		try {
			azione.run();
		}
		finally {
			if (attivo) {
				esecutore.start();
			}
		}
	}

	/**
	 * Brings the clock to an instant, running on the way what falls due.
	 * @param fine the instant to reach
	 */
	public void raggiungi(Instant fine) {
		ManagementService lavori = this.motore.getManagementService();
		eseguiDovuti(lavori);
		List<Job> prossimi = prossimi(lavori, fine);
		while (!prossimi.isEmpty()) {
			sposta(prossimi.get(0).getDuedate().toInstant());
			eseguiDovuti(lavori);
			prossimi = prossimi(lavori, fine);
		}
		sposta(fine);
	}

	private static List<Job> prossimi(ManagementService lavori, Instant fine) {
		return lavori.createJobQuery()
			.active()
			.withRetriesLeft()
			.duedateHigherThan(ClockUtil.getCurrentTime())
			.duedateLowerThan(Date.from(fine.plusMillis(1)))
			.orderByJobDuedate()
			.asc()
			.listPage(0, 1);
	}

	/** A job that fails is left to its retries, as the job executor would. */
	private void eseguiDovuti(ManagementService lavori) {
		boolean eseguito = true;
		while (eseguito) {
			eseguito = false;
			for (Job lavoro : lavori.createJobQuery().active().executable().list()) {
				try {
					lavori.executeJob(lavoro.getId());
					eseguito = true;
				}
				catch (RuntimeException ex) {
					LOG.warn("Il lavoro {} non è riuscito: {}", lavoro.getId(), ex.getMessage());
				}
			}
		}
	}

	private void sposta(Instant quando) {
		Instant adesso = ClockUtil.getCurrentTime().toInstant();
		if (quando.isAfter(adesso)) {
			long scarto = Duration.between(Instant.ofEpochMilli(System.currentTimeMillis()), quando).toMillis() + 1;
			ClockUtil.offset(scarto);
			ricorda(this.jdbc, scarto);
		}
	}

	private static void ricorda(JdbcClient jdbc, long scarto) {
		jdbc.sql("UPDATE orologio SET scarto_millis = :scarto WHERE id = 1").param("scarto", scarto).update();
	}

}
