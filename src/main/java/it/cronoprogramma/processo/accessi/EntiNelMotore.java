package it.cronoprogramma.processo.accessi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.EntiDelMotore;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.processo.modello.ProcessoAvviso;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Enti and gestioni as tenants and groups, and the names that running processes show.
 */
@Component
class EntiNelMotore implements EntiDelMotore {

	private final IdentityService identita;

	private final RuntimeService processi;

	private final TaskService attivita;

	private final Registro registro;

	private final EnteRepository enti;

	EntiNelMotore(IdentityService identita, RuntimeService processi, TaskService attivita, Registro registro,
			EnteRepository enti) {
		this.identita = identita;
		this.processi = processi;
		this.attivita = attivita;
		this.registro = registro;
		this.enti = enti;
	}

	@Override
	public void ente(Ente ente) {
		Tenant tenant = this.identita.createTenantQuery().tenantId(ente.id()).singleResult();
		if (tenant == null) {
			this.registro.ente(ente);
			return;
		}
		if (ente.nome().equals(tenant.getName())) {
			return;
		}
		rinomina(ente);
		// what has gone into it bears its name too
		this.enti.confluitiIn(ente.id()).forEach(this::rinomina);
	}

	private void rinomina(Ente ente) {
		Tenant tenant = this.identita.createTenantQuery().tenantId(ente.id()).singleResult();
		if (tenant != null) {
			tenant.setName(ente.nomeOggi());
			this.identita.saveTenant(tenant);
		}
		this.processi.createVariableInstanceQuery()
			.variableName(ProcessoAvviso.ENTE.nome())
			.tenantIdIn(ente.id())
			.list()
			.forEach((v) -> this.processi.setVariableLocal(v.getExecutionId(), v.getName(), ente.nomeOggi()));
	}

	@Override
	public void gestione(Gestione gestione) {
		this.registro.gestione(gestione.id(), gestione.nome(), List.of());
		Group gruppo = this.identita.createGroupQuery().groupId(gestione.id()).singleResult();
		gruppo.setName(gestione.nome());
		this.identita.saveGroup(gruppo);
		Tenant tenant = this.identita.createTenantQuery().tenantId(gestione.id()).singleResult();
		tenant.setName(gestione.nome());
		this.identita.saveTenant(tenant);
	}

	@Override
	public void affida(Ente ente, String prima) {
		if (prima != null) {
			this.identita.deleteTenantGroupMembership(ente.id(), prima);
		}
		if (ente.gestione() != null) {
			this.registro.inGestione(ente);
		}
		Set<String> restano = this.registro.diChiE(ente);
		List<String> tutti = new ArrayList<>(this.enti.confluitiIn(ente.id()).stream().map(Ente::id).toList());
		tutti.add(ente.id());
		this.attivita.createTaskQuery()
			.tenantIdIn(tutti.toArray(String[]::new))
			.taskAssigned()
			.list()
			.stream()
			.filter((task) -> !restano.contains(task.getAssignee()))
			.map(Task::getId)
			.forEach((id) -> this.attivita.setAssignee(id, null));
	}

}
