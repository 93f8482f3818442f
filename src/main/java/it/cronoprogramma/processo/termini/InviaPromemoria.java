package it.cronoprogramma.processo.termini;

import it.cronoprogramma.notifica.InvioPromemoria;
import it.cronoprogramma.processo.modello.OrologioTermine;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Inviare il promemoria: a job of its own, so that a dead mail server stops neither the
 * clock nor anybody's click; retried over a day, then an incident in Cockpit.
 */
@Component("inviaPromemoria")
class InviaPromemoria implements JavaDelegate {

	private final InvioPromemoria invio;

	private final String indirizzo;

	InviaPromemoria(InvioPromemoria invio, @Value("${cronoprogramma.indirizzo}") String indirizzo) {
		this.invio = invio;
		this.indirizzo = indirizzo;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.invio.invia(OrologioTermine.PROMEMORIA.leggi(execution), OrologioTermine.SCADENZA_ID.leggi(execution),
				attivita(execution));
	}

	/** The task to be done is one of the phase that called this clock. */
	private String attivita(DelegateExecution execution) {
		TaskService attivita = execution.getProcessEngineServices().getTaskService();
		String fase = execution.getProcessInstance().getSuperExecution().getProcessInstanceId();
		return attivita.createTaskQuery()
			.processInstanceId(fase)
			.orderByTaskCreateTime()
			.asc()
			.list()
			.stream()
			.findFirst()
			.map(Task::getId)
			.map((id) -> this.indirizzo + "/camunda/app/tasklist/default/#/?task=" + id)
			.orElse(this.indirizzo + "/camunda/app/tasklist/default/");
	}

}
