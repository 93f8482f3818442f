package it.cronoprogramma.processo.termini;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.notifica.AttivitaDeiTermini;
import it.cronoprogramma.processo.modello.OrologioTermine;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is to be done about a term is a task of the phase that called its clock, or of a
 * process that the phase has called.
 */
@Component
class AttivitaNelleFasi implements AttivitaDeiTermini {

	private static final Comparator<Task> PRIMA = Comparator.comparing(Task::getCreateTime).thenComparing(Task::getId);

	private final RuntimeService processi;

	private final TaskService attivita;

	private final String tasklist;

	AttivitaNelleFasi(RuntimeService processi, TaskService attivita,
			@Value("${cronoprogramma.indirizzo}") String indirizzo) {
		this.processi = processi;
		this.attivita = attivita;
		this.tasklist = indirizzo + "/camunda/app/tasklist/default/";
	}

	@Override
	public String collegamento(Scadenza s) {
		return fase(s).flatMap(this::attivita).map((t) -> this.tasklist + "#/?task=" + t.getId()).orElse(this.tasklist);
	}

	private Optional<ProcessInstance> fase(Scadenza s) {
		return this.processi.createProcessInstanceQuery()
			.processDefinitionKey(OrologioTermine.CHIAVE)
			.processInstanceBusinessKey(s.candidatura())
			.variableValueEquals(OrologioTermine.SCADENZA_ID.nome(), s.id())
			.list()
			.stream()
			.findFirst()
			.map((orologio) -> this.processi.createProcessInstanceQuery()
				.subProcessInstanceId(orologio.getId())
				.singleResult());
	}

	private Optional<Task> attivita(ProcessInstance istanza) {
		List<Task> sue = this.attivita.createTaskQuery().processInstanceId(istanza.getId()).list();
		return sue.stream()
			.min(PRIMA)
			.or(() -> this.processi.createProcessInstanceQuery()
				.superProcessInstanceId(istanza.getId())
				.processDefinitionKeyNotIn(OrologioTermine.CHIAVE)
				.list()
				.stream()
				.flatMap((chiamata) -> attivita(chiamata).stream())
				.min(PRIMA));
	}

}
