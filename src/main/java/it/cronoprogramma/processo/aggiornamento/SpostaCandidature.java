package it.cronoprogramma.processo.aggiornamento;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import it.cronoprogramma.processo.modello.AggiornaCandidature;
import it.cronoprogramma.processo.modello.FaseMantenimento;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Spostare le prossime candidature to the models of today, one instance in one
 * transaction. What stands where the new model has no place stays in its version and runs
 * to its end there: nothing is forced.
 */
@Component("spostaCandidature")
class SpostaCandidature implements JavaDelegate {

	private static final int PER_VOLTA = 50;

	private static final int RAPPORTO_MASSIMO = 3_500;

	private static final int MOTIVO_MASSIMO = 300;

	/**
	 * Where what had one place has another now: process key, old element, new element.
	 * They hold only where the old model did not know the new element.
	 */
	private static final Map<String, Map<String, String>> SPOSTAMENTI = Map.of(FaseMantenimento.CHIAVE,
			Map.of("FineDelMantenimento", "FineAnnoErogazione"));

	@Override
	public void execute(DelegateExecution execution) {
		ProcessEngineServices motore = execution.getProcessEngineServices();
		Lavoro lavoro = new Lavoro(execution);
		Optional<ProcessDefinition> vecchia = superate(motore).stream()
			.filter((d) -> d.getId().compareTo(lavoro.definizione) >= 0)
			.findFirst();
		vecchia.ifPresent((d) -> sposta(motore, d, lavoro));
		AggiornaCandidature.ALTRE.scrivi(execution, vecchia.isPresent());
		lavoro.scrivi(execution);
	}

	/**
	 * The definitions that are not the latest of their key, in the order of their ids.
	 */
	private static List<ProcessDefinition> superate(ProcessEngineServices motore) {
		List<String> ultime = motore.getRepositoryService()
			.createProcessDefinitionQuery()
			.latestVersion()
			.list()
			.stream()
			.map(ProcessDefinition::getId)
			.toList();
		return motore.getRepositoryService()
			.createProcessDefinitionQuery()
			.list()
			.stream()
			.filter((d) -> !ultime.contains(d.getId()))
			.sorted(Comparator.comparing(ProcessDefinition::getId))
			.toList();
	}

	/**
	 * The next instances of a definition. Those that could not be moved are still found
	 * by the query, before all others: as many are passed over.
	 */
	private static void sposta(ProcessEngineServices motore, ProcessDefinition vecchia, Lavoro lavoro) {
		lavoro.comincia(vecchia.getId());
		List<ProcessInstance> prossime = motore.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionId(vecchia.getId())
			.orderByProcessInstanceId()
			.asc()
			.listPage(lavoro.passate, PER_VOLTA);
		if (prossime.isEmpty()) {
			// what follows in the order of ids
			lavoro.comincia(vecchia.getId() + "~");
			return;
		}
		MigrationPlan piano;
		try {
			piano = piano(motore, vecchia);
		}
		catch (ProcessEngineException ex) {
			prossime.forEach((i) -> lavoro.nonSpostata(i, ex));
			return;
		}
		for (ProcessInstance istanza : prossime) {
			try {
				// in another thread, since an engine's command and what it calls are one
				// transaction
				CompletableFuture
					.runAsync(() -> motore.getRuntimeService()
						.newMigration(piano)
						.processInstanceIds(istanza.getId())
						.execute())
					.join();
				lavoro.spostate++;
			}
			catch (CompletionException ex) {
				lavoro.nonSpostata(istanza, ex.getCause());
			}
		}
	}

	private static MigrationPlan piano(ProcessEngineServices motore, ProcessDefinition vecchia) {
		ProcessDefinition nuova = motore.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(vecchia.getKey())
			.latestVersion()
			.singleResult();
		MigrationPlanBuilder piano = motore.getRuntimeService().createMigrationPlan(vecchia.getId(), nuova.getId());
		Map<String, String> spostamenti = SPOSTAMENTI.getOrDefault(vecchia.getKey(), Map.of());
		var noti = motore.getRepositoryService().getBpmnModelInstance(vecchia.getId());
		MigrationPlan uguali = piano.mapEqualActivities().updateEventTriggers().build();
		MigrationPlanBuilder intero = motore.getRuntimeService().createMigrationPlan(vecchia.getId(), nuova.getId());
		uguali.getInstructions().forEach((i) -> {
			String dove = spostamenti.get(i.getSourceActivityId());
			boolean altrove = dove != null && noti.getModelElementById(dove) == null;
			var istruzione = intero.mapActivities(i.getSourceActivityId(), altrove ? dove : i.getTargetActivityId());
			if (i.isUpdateEventTrigger() || altrove) {
				istruzione.updateEventTrigger();
			}
		});
		return intero.build();
	}

	/** How far the work has come: it is taken up where it was left. */
	private static final class Lavoro {

		private String definizione;

		private int passate;

		private int spostate;

		private int nonSpostate;

		private String rapporto;

		Lavoro(DelegateExecution execution) {
			this.definizione = testo(AggiornaCandidature.DEFINIZIONE.leggi(execution));
			this.passate = numero(AggiornaCandidature.PASSATE.leggi(execution));
			this.spostate = numero(AggiornaCandidature.SPOSTATE.leggi(execution));
			this.nonSpostate = numero(AggiornaCandidature.NON_SPOSTATE.leggi(execution));
			this.rapporto = testo(AggiornaCandidature.RAPPORTO.leggi(execution));
		}

		void comincia(String nuova) {
			if (!nuova.equals(this.definizione)) {
				this.definizione = nuova;
				this.passate = 0;
			}
		}

		void nonSpostata(ProcessInstance istanza, Throwable perche) {
			this.passate++;
			this.nonSpostate++;
			String motivo = String.valueOf(perche.getMessage()).replaceAll("\\s+", " ");
			String riga = "- " + istanza.getBusinessKey() + ", " + istanza.getProcessDefinitionId() + ": "
					+ motivo.substring(0, Math.min(motivo.length(), MOTIVO_MASSIMO)) + "\n";
			if (this.rapporto.length() + riga.length() <= RAPPORTO_MASSIMO) {
				this.rapporto += riga;
			}
		}

		void scrivi(DelegateExecution execution) {
			AggiornaCandidature.DEFINIZIONE.scrivi(execution, this.definizione);
			AggiornaCandidature.PASSATE.scrivi(execution, this.passate);
			AggiornaCandidature.SPOSTATE.scrivi(execution, this.spostate);
			AggiornaCandidature.NON_SPOSTATE.scrivi(execution, this.nonSpostate);
			AggiornaCandidature.RAPPORTO.scrivi(execution, this.rapporto);
		}

		private static String testo(String valore) {
			return (valore == null) ? "" : valore;
		}

		private static int numero(Integer valore) {
			return (valore == null) ? 0 : valore;
		}

	}

}
