package it.cronoprogramma.processo.accessi;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import it.cronoprogramma.ente.AttivitaPrese;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Visibilita;
import it.cronoprogramma.termine.Roma;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The tasks that somebody has taken in Tasklist.
 */
@Component
class AttivitaNelMotore implements AttivitaPrese {

	private final TaskService attivita;

	private final RuntimeService processi;

	private final IdentityService identita;

	private final Visibilita visibilita;

	AttivitaNelMotore(TaskService attivita, RuntimeService processi, IdentityService identita, Visibilita visibilita) {
		this.attivita = attivita;
		this.processi = processi;
		this.identita = identita;
		this.visibilita = visibilita;
	}

	@Override
	public List<Presa> di(String utente) {
		List<Task> prese = this.attivita.createTaskQuery()
			.taskAssignee(utente)
			.orderByDueDate()
			.asc()
			.orderByTaskCreateTime()
			.asc()
			.list();
		if (prese.isEmpty()) {
			return List.of();
		}
		Map<String, String> codici = this.processi.createProcessInstanceQuery()
			.processInstanceIds(prese.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
			.list()
			.stream()
			.filter((i) -> i.getBusinessKey() != null)
			.collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
		return prese.stream()
			.map((t) -> new Presa(t.getId(), t.getName(), codici.get(t.getProcessInstanceId()), t.getTenantId(),
					(t.getDueDate() == null) ? null : Roma.giorno(Instant.ofEpochMilli(t.getDueDate().getTime())),
					ruoli(t.getId())))
			.toList();
	}

	private Set<Ruolo> ruoli(String task) {
		Set<String> gruppi = this.attivita.getIdentityLinksForTask(task)
			.stream()
			.filter((l) -> IdentityLinkType.CANDIDATE.equals(l.getType()) && l.getGroupId() != null)
			.map(IdentityLink::getGroupId)
			.collect(Collectors.toSet());
		return Arrays.stream(Ruolo.values()).filter((r) -> gruppi.contains(r.gruppo())).collect(Collectors.toSet());
	}

	@Override
	public void passa(Collection<String> ids, String utente) {
		ids.forEach((id) -> this.attivita.setAssignee(id, utente));
	}

	@Override
	public int lasciaCioCheNonVede(String utente) {
		if (this.identita.createGroupQuery().groupMember(utente).groupId(Ruolo.AMMINISTRATORE.gruppo()).count() > 0) {
			return 0;
		}
		Set<String> vede = this.visibilita.di(utente);
		List<String> fuori = di(utente).stream()
			.filter((p) -> p.ente() != null && !vede.contains(p.ente()))
			.map(Presa::id)
			.toList();
		passa(fuori, null);
		return fuori.size();
	}

}
