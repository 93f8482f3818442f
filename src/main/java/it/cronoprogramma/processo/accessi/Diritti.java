package it.cronoprogramma.processo.accessi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.processo.modello.ApplicaDifferimento;
import it.cronoprogramma.processo.modello.ProcessoAvviso;
import it.cronoprogramma.processo.modello.RiceviPec;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives each role its rights and Tasklist its filters. The tenant check does the fencing
 * between enti; these say what may be done inside.
 */
@Component
@Order(10)
class Diritti implements ApplicationRunner {

	private static final List<Ruolo> IN_TASKLIST = List.of(Ruolo.OPERATORE, Ruolo.REFERENTE, Ruolo.RTD,
			Ruolo.RESPONSABILE);

	private final IdentityService identita;

	private final AuthorizationService autorizzazioni;

	private final FilterService filtri;

	private final TaskService attivita;

	private final RepositoryService depositi;

	private final DirittiSuiProcessi processi;

	Diritti(IdentityService identita, AuthorizationService autorizzazioni, FilterService filtri, TaskService attivita,
			RepositoryService depositi, DirittiSuiProcessi processi) {
		this.depositi = depositi;
		this.processi = processi;
		this.identita = identita;
		this.autorizzazioni = autorizzazioni;
		this.filtri = filtri;
		this.attivita = attivita;
	}

	@Override
	public void run(ApplicationArguments argomenti) {
		for (Ruolo ruolo : Ruolo.values()) {
			gruppo(ruolo);
		}
		for (Ruolo ruolo : IN_TASKLIST) {
			concedi(ruolo, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
			// the tables hold what the avvisi publish: whoever opens a form reads them
			concedi(ruolo, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
			concedi(ruolo, Resources.PROCESS_DEFINITION, Authorization.ANY, permessiSuiProcessi(ruolo));
		}
		for (Ruolo ruolo : List.of(Ruolo.OPERATORE, Ruolo.RTD)) {
			concedi(ruolo, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
		}
		this.processi.regola(this.depositi, this.autorizzazioni);
		concedi(Ruolo.RESPONSABILE, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
		concedi(Ruolo.RTD, Resources.APPLICATION, "cockpit", Permissions.ACCESS);

		filtro("Le mie attività", "Tutto ciò che c'è da fare, la scadenza più vicina per prima", 0,
				this.attivita.createTaskQuery());
		filtro("In scadenza", "Le attività il cui termine cade nei prossimi 30 giorni", 1,
				this.attivita.createTaskQuery()
					.dueAfterExpression("${now()}")
					.dueBeforeExpression("${dateTime().plusDays(30)}"));
		filtro("Scadute", "Le attività la cui data è passata: vanno completate comunque", 2,
				this.attivita.createTaskQuery().dueBeforeExpression("${now()}"));
		filtro("PEC da assegnare", "Le PEC di cui non si è riconosciuta la candidatura", 3,
				this.attivita.createTaskQuery().taskDefinitionKey(RiceviPec.ASSEGNA_PEC));
	}

	/**
	 * An operatore sees the tasks that are his group's; the others read all of their
	 * enti.
	 */
	private static Permission[] permessiSuiProcessi(Ruolo ruolo) {
		return (ruolo == Ruolo.OPERATORE)
				? new Permission[] { Permissions.READ, ProcessDefinitionPermissions.READ_INSTANCE,
						ProcessDefinitionPermissions.READ_HISTORY }
				: new Permission[] { Permissions.READ, ProcessDefinitionPermissions.READ_TASK,
						ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY };
	}

	private void gruppo(Ruolo ruolo) {
		Group gruppo = this.identita.createGroupQuery().groupId(ruolo.gruppo()).singleResult();
		if (gruppo == null) {
			gruppo = this.identita.newGroup(ruolo.gruppo());
			gruppo.setType((ruolo == Ruolo.AMMINISTRATORE) ? "SYSTEM" : "RUOLO");
		}
		gruppo.setName(ruolo.nome());
		this.identita.saveGroup(gruppo);
	}

	private void concedi(Ruolo ruolo, Resource risorsa, String id, Permission... permessi) {
		Concessione.su(this.autorizzazioni, ruolo, risorsa, id, List.of(permessi));
	}

	private void filtro(String nome, String descrizione, int posto, TaskQuery interrogazione) {
		Filter filtro = this.filtri.createFilterQuery().filterName(nome).singleResult();
		if (filtro == null) {
			filtro = this.filtri.newTaskFilter(nome);
		}
		Query<?, ?> ordinata = interrogazione.orderByDueDate().asc().orderByTaskCreateTime().asc();
		filtro.setQuery(ordinata);
		filtro.setProperties(proprieta(descrizione, posto));
		Filter salvato = this.filtri.saveFilter(filtro);
		for (Ruolo ruolo : IN_TASKLIST) {
			concedi(ruolo, Resources.FILTER, salvato.getId(), Permissions.READ);
		}
	}

	private static Map<String, Object> proprieta(String descrizione, int posto) {
		Map<String, Object> proprieta = new LinkedHashMap<>();
		proprieta.put("description", descrizione);
		proprieta.put("priority", posto);
		proprieta.put("color", (posto == 2) ? "#b31128" : "#0066cc");
		proprieta.put("refresh", true);
		proprieta.put("showUndefinedVariable", false);
		proprieta.put("variables",
				List.of(Map.of("name", ProcessoAvviso.ENTE.nome(), "label", "Ente"),
						Map.of("name", ProcessoAvviso.AVVISO.nome(), "label", "Avviso"),
						Map.of("name", ProcessoAvviso.TERMINE.nome(), "label", "Termine"),
						Map.of("name", ApplicaDifferimento.DESCRIZIONE.nome(), "label", "Atto")));
		return proprieta;
	}

}
