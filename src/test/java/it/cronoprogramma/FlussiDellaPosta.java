package it.cronoprogramma;

import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.modello.GiroMattutino;
import it.cronoprogramma.processo.modello.OrologioTermine;
import it.cronoprogramma.processo.posta.GiriMattutini;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.termine.Roma;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way a morning run can go.
 */
final class FlussiDellaPosta {

	private FlussiDellaPosta() {
	}

	/**
	 * Lets no run wait: whoever walks for years need not have every morning.
	 * @param app the application
	 */
	static void ferma(Applicazione app) {
		app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processDefinitionKey(GiroMattutino.CHIAVE)
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.forEach((id) -> app.bean(RuntimeService.class).deleteProcessInstance(id, "prova"));
	}

	/**
	 * A run that has to wait for clocks, and then goes on.
	 * @param app the application, with clocks that are late on some day
	 */
	static void percorri(Applicazione app) {
		app.torna("2035-01-08T09:00");
		app.bean(GiriMattutini.class).riprendi();
		scatta(app, GiroMattutino.ORA_DEL_GIRO);
		app.torna("2022-04-01T09:00");
		nonUrgente(app);
		scatta(app, GiroMattutino.ATTESA_DEGLI_OROLOGI);
		scatta(app, GiroMattutino.PREPARA_MAIL);
		assertThat(app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processDefinitionKey(GiroMattutino.CHIAVE)
			.activityIdIn(GiroMattutino.ORA_DEL_GIRO)
			.count()).as("il giro seguente attende").isOne();
		ferma(app);
	}

	/** A clock that strikes in the morning, and not for the CUP. */
	private static void nonUrgente(Applicazione app) {
		ManagementService lavori = app.bean(ManagementService.class);
		Job orologio = lavori.createJobQuery()
			.processDefinitionKey(OrologioTermine.CHIAVE)
			.timers()
			.active()
			.list()
			.stream()
			.filter((j) -> j.getDuedate().toInstant().atZone(Roma.FUSO).getHour() == 8)
			.filter((j) -> !TipoTermine.CUP.nome()
				.equals(app.bean(RuntimeService.class)
					.getVariable(j.getProcessInstanceId(), OrologioTermine.TERMINE.nome())))
			.findFirst()
			.orElseThrow();
		lavori.executeJob(orologio.getId());
	}

	private static void scatta(Applicazione app, String attivita) {
		ManagementService lavori = app.bean(ManagementService.class);
		lavori.executeJob(lavori.createJobQuery()
			.processDefinitionKey(GiroMattutino.CHIAVE)
			.activityId(attivita)
			.singleResult()
			.getId());
	}

}
