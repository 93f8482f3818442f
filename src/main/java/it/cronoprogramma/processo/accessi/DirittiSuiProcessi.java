package it.cronoprogramma.processo.accessi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.processo.modello.CalcolaScenario;
import it.cronoprogramma.processo.modello.GiroMattutino;
import it.cronoprogramma.processo.modello.InviaMessaggio;
import it.cronoprogramma.processo.modello.LeggiCasellePec;
import it.cronoprogramma.processo.modello.NuovaCandidatura;
import it.cronoprogramma.processo.modello.RegistraAddendum;
import it.cronoprogramma.processo.modello.RegistraControllo;
import it.cronoprogramma.processo.modello.RegistraDataPortale;
import it.cronoprogramma.processo.modello.RegistraDecreti;
import it.cronoprogramma.processo.modello.RegistraDifferimento;
import it.cronoprogramma.processo.modello.RegistraFusione;
import it.cronoprogramma.processo.modello.RegistraRevoca;
import it.cronoprogramma.processo.modello.RegistraRinuncia;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * What operatori and the ufficio RTD may do with one process: start it, do its tasks, let
 * a step that has failed be tried again. Where every task of a process is for a role, the
 * role has the right on the process once, and its tasks carry none of their own
 * ({@link DirittiSulleAttivita}): a right for each open task makes a list of tasks as
 * slow as the square of their number (docs/adr/0016). It follows what is deployed, in the
 * same transaction.
 */
@Component
public class DirittiSuiProcessi implements Deployer {

	/** Started by whoever follows an ente. */
	private static final Set<String> DI_UN_ENTE = Set.of(NuovaCandidatura.CHIAVE, RegistraDataPortale.CHIAVE,
			RegistraControllo.CHIAVE, RegistraAddendum.CHIAVE, CalcolaScenario.CHIAVE, RegistraRinuncia.CHIAVE);

	/** What moves or ends many financings, or says whose they are. */
	private static final Set<String> DELL_UFFICIO = Set.of(RegistraDifferimento.CHIAVE, RegistraRevoca.CHIAVE,
			RegistraDecreti.CHIAVE, RegistraFusione.CHIAVE);

	/** What the ufficio RTD lets the engine try again when it has given up. */
	private static final Set<String> RITENTATI = Set.of(InviaMessaggio.CHIAVE, GiroMattutino.CHIAVE,
			LeggiCasellePec.CHIAVE);

	private static final Map<Ruolo, Set<String>> AVVIANO = new EnumMap<>(Map.of(Ruolo.OPERATORE, DI_UN_ENTE, Ruolo.RTD,
			Stream.concat(DI_UN_ENTE.stream(), DELL_UFFICIO.stream()).collect(Collectors.toUnmodifiableSet())));

	@Override
	public void deploy(DeploymentEntity deposito) {
		// the engine also calls its deployers to load again what is deployed
		List<ProcessDefinitionEntity> nuovi = deposito.isNew()
				? deposito.getDeployedArtifacts(ProcessDefinitionEntity.class) : null;
		if (nuovi == null) {
			return;
		}
		Context.getCommandContext().runWithoutAuthorization(() -> {
			nuovi.forEach((p) -> regola(p.getKey(), List.of(p),
					Context.getProcessEngineConfiguration().getRepositoryService(),
					Context.getProcessEngineConfiguration().getAuthorizationService()));
			return null;
		});
	}

	/**
	 * Sets the rights on all that is deployed.
	 * @param depositi the processes
	 * @param autorizzazioni the rights
	 */
	void regola(RepositoryService depositi, AuthorizationService autorizzazioni) {
		Set<String> chiavi = depositi.createProcessDefinitionQuery()
			.latestVersion()
			.list()
			.stream()
			.map(ProcessDefinition::getKey)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		chiavi.forEach((chiave) -> regola(chiave, List.of(), depositi, autorizzazioni));
	}

	private static void regola(String chiave, List<ProcessDefinitionEntity> nuovi, RepositoryService depositi,
			AuthorizationService autorizzazioni) {
		List<ProcessDefinitionEntity> versioni = Stream
			.concat(nuovi.stream(),
					depositi.createProcessDefinitionQuery()
						.processDefinitionKey(chiave)
						.list()
						.stream()
						.filter((p) -> nuovi.stream().noneMatch((n) -> n.getId().equals(p.getId())))
						.map((p) -> (ProcessDefinitionEntity) ((RepositoryServiceImpl) depositi)
							.getDeployedProcessDefinition(p.getId())))
			.toList();
		AVVIANO.forEach((ruolo, avvia) -> {
			List<Permission> permessi = new ArrayList<>();
			if (avvia.contains(chiave)) {
				permessi.add(Permissions.READ);
				permessi.add(Permissions.CREATE_INSTANCE);
			}
			if (ruolo == Ruolo.RTD && RITENTATI.contains(chiave)) {
				permessi.add(ProcessDefinitionPermissions.RETRY_JOB);
			}
			if (tuttePer(ruolo.gruppo(), versioni)) {
				permessi.add(ProcessDefinitionPermissions.TASK_WORK);
				if (ruolo == Ruolo.OPERATORE) {
					// the ufficio RTD reads those of every process
					permessi.add(ProcessDefinitionPermissions.READ_TASK);
				}
			}
			Concessione.su(autorizzazioni, ruolo, Resources.PROCESS_DEFINITION, chiave, permessi);
		});
	}

	/** An older version may still have tasks that the new one has not. */
	private static boolean tuttePer(String gruppo, List<ProcessDefinitionEntity> versioni) {
		List<TaskDefinition> attivita = versioni.stream()
			.flatMap((v) -> v.getTaskDefinitions().values().stream())
			.toList();
		return !attivita.isEmpty() && attivita.stream()
			.allMatch((a) -> a.getCandidateGroupIdExpressions()
				.stream()
				.anyMatch((e) -> gruppo.equals(e.getExpressionText())));
	}

}
