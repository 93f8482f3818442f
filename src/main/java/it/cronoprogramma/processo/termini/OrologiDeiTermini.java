package it.cronoprogramma.processo.termini;

import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Radice;
import it.cronoprogramma.processo.modello.FaseContrattualizzazione;
import it.cronoprogramma.processo.modello.FaseCup;
import it.cronoprogramma.processo.modello.OrologioTermine;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Brings the engine's clocks of a candidatura in line with its terms, after their dates
 * have moved: timers, due dates of tasks, what readers of Cockpit and Tasklist see. All
 * of it joins the transaction that moved the dates.
 */
@Component
public class OrologiDeiTermini {

	/** Phases that call nothing but clocks: a bulk act asks for nothing below them. */
	private static final Set<String> SENZA_CHIAMATE = Set.of(FaseCup.CHIAVE, FaseContrattualizzazione.CHIAVE);

	private final ScadenzaRepository scadenze;

	OrologiDeiTermini(ScadenzaRepository scadenze) {
		this.scadenze = scadenze;
	}

	/**
	 * Sets every clock of a candidatura anew.
	 * @param motore the engine, from inside a running process: the user who acts need not
	 * be allowed to move a due date by himself
	 * @param candidatura the candidatura's code
	 */
	public void rimetti(ProcessEngineServices motore, String candidatura) {
		RuntimeService processi = motore.getRuntimeService();
		List<Scadenza> pendenti = this.scadenze.pendenti(candidatura);
		Map<String, Scadenza> perId = pendenti.stream().collect(Collectors.toMap(Scadenza::id, Function.identity()));
		Map<String, ProcessInstance> fasi = new HashMap<>();
		Map<String, Map<String, Object>> governanti = new HashMap<>();
		Set<String> radici = new HashSet<>();
		for (ProcessInstance orologio : processi.createProcessInstanceQuery()
			.processInstanceBusinessKey(candidatura)
			.processDefinitionKey(OrologioTermine.CHIAVE)
			.list()) {
			Scadenza s = perId
				.get(processi.getVariable(orologio.getId(), OrologioTermine.SCADENZA_ID.nome()).toString());
			if (s != null) {
				rimetti(motore, orologio, s);
				radici.add(orologio.getRootProcessInstanceId());
				ProcessInstance fase = processi.createProcessInstanceQuery()
					.subProcessInstanceId(orologio.getId())
					.singleResult();
				fasi.put(fase.getId(), fase);
				governanti.computeIfAbsent(fase.getId(), (id) -> new HashMap<>())
					.put((s.termine() == TipoTermine.LIMITE) ? FaseContrattualizzazione.LIMITE.nome()
							: FaseCup.SCADENZA.nome(), s.governante().toString());
			}
		}
		governanti.forEach((fase, giorni) -> {
			processi.setVariables(fase, giorni);
			String primo = giorni.values().stream().map(Object::toString).min(String::compareTo).orElseThrow();
			scadenze(motore, fasi.get(fase), primo);
		});
		radici.forEach((radice) -> processi.setVariables(radice, Radice.termine(pendenti)));
	}

	private static void rimetti(ProcessEngineServices motore, ProcessInstance orologio, Scadenza s) {
		motore.getRuntimeService()
			.setVariable(orologio.getId(), OrologioTermine.SCADENZA.nome(), s.governante().toString());
		ManagementService lavori = motore.getManagementService();
		for (Job timer : lavori.createJobQuery().processInstanceId(orologio.getId()).timers().list()) {
			// asks the clock for its next event, as it is now
			lavori.recalculateJobDuedate(timer.getId(), false);
		}
		TaskService attivita = motore.getTaskService();
		if (s.stato() == StatoScadenza.SCADUTA) {
			scadenza(attivita, orologio.getId(), Date.from(s.fine()));
		}
		else if (attivita.createTaskQuery().processInstanceId(orologio.getId()).count() > 0) {
			// there is time again: nothing is left to be judged
			motore.getRuntimeService()
				.createProcessInstanceModification(orologio.getId())
				.cancelAllForActivity(OrologioTermine.VALUTA_SCADUTO)
				.execute();
		}
	}

	/** The tasks of a phase and of the processes it calls, its clocks aside. */
	private static void scadenze(ProcessEngineServices motore, ProcessInstance istanza, String giorno) {
		for (Task task : conScadenza(motore.getTaskService(), istanza.getId())) {
			motore.getTaskService().setDueDate(task.getId(), Termini.scadenza(task.getTaskDefinitionKey(), giorno));
		}
		if (!SENZA_CHIAMATE.contains(istanza.getProcessDefinitionKey())) {
			motore.getRuntimeService()
				.createProcessInstanceQuery()
				.superProcessInstanceId(istanza.getId())
				.processDefinitionKeyNotIn(OrologioTermine.CHIAVE)
				.list()
				.forEach((chiamata) -> scadenze(motore, chiamata, giorno));
		}
	}

	private static void scadenza(TaskService attivita, String istanza, Date fine) {
		conScadenza(attivita, istanza).forEach((task) -> attivita.setDueDate(task.getId(), fine));
	}

	private static List<Task> conScadenza(TaskService attivita, String istanza) {
		return attivita.createTaskQuery()
			.processInstanceId(istanza)
			.list()
			.stream()
			.filter((task) -> task.getDueDate() != null)
			.toList();
	}

}
