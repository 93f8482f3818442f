package it.cronoprogramma.processo.enti;

import java.util.List;
import java.util.Set;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.RegoleFusione;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EventoEnte;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.processo.modello.ProcessoAvviso;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What changes when another ente takes the place of one: who sees its candidature, what
 * they are called, what their stories tell, and that nobody who is out keeps one of their
 * tasks. The tenant of the running processes stays: the engine has no way to change it.
 */
@Component
class Subentro {

	private final Ufficio ufficio;

	private final Registro registro;

	Subentro(Ufficio ufficio, Registro registro) {
		this.ufficio = ufficio;
		this.registro = registro;
	}

	/**
	 * Hands over what is an ente's.
	 * @param prima the ente as it was
	 * @param dopo the ente as it is after the merger
	 * @param nuovo who takes its place
	 * @param evento the merger
	 * @param autore who registers it
	 * @param motore the engine, from inside a running process: the user who acts need not
	 * be allowed to take a task from somebody
	 */
	void esegui(Ente prima, Ente dopo, Ente nuovo, EventoEnte evento, Autore autore, ProcessEngineServices motore) {
		this.registro.subentra(dopo, nuovo);
		rinomina(motore.getRuntimeService(), dopo);
		libera(motore.getTaskService(), dopo, this.registro.diChiE(nuovo));
		this.ufficio.candidature()
			.diEnti(List.of(dopo.id()))
			.stream()
			.filter((c) -> !c.fase().finita())
			.map(Candidatura::codice)
			.forEach((codice) -> this.ufficio.candidature()
				.narra(codice, List.of(RegoleFusione.voce(prima, dopo, evento)), autore));
	}

	/** The name stands in every running process, called ones too. */
	private static void rinomina(RuntimeService processi, Ente ente) {
		processi.createVariableInstanceQuery()
			.variableName(ProcessoAvviso.ENTE.nome())
			.tenantIdIn(ente.id())
			.list()
			.forEach((v) -> processi.setVariableLocal(v.getExecutionId(), v.getName(), ente.nomeOggi()));
	}

	private static void libera(TaskService attivita, Ente ente, Set<String> restano) {
		attivita.createTaskQuery()
			.tenantIdIn(ente.id())
			.taskAssigned()
			.list()
			.stream()
			.filter((task) -> !restano.contains(task.getAssignee()))
			.map(Task::getId)
			.forEach((id) -> attivita.setAssignee(id, null));
	}

}
