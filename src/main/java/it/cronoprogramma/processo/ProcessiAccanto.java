package it.cronoprogramma.processo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.processo.modello.ProcedimentoRevoca;
import it.cronoprogramma.processo.modello.ProcessoAccanto;
import it.cronoprogramma.processo.modello.ProcessoAvviso;
import it.cronoprogramma.processo.motore.NelProcesso;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.stereotype.Component;

/**
 * The processes that run beside that of the avviso, with the same business key: a
 * rinuncia, a revoca, a sample check. They reach the avviso's instance by messages.
 */
@Component("processiAccanto")
public class ProcessiAccanto implements NelProcesso {

	private static final String FINE_ANTICIPATA = "fineAnticipata";

	private static final String REVOCA_ARCHIVIATA = "revocaArchiviata";

	private final CandidaturaRepository candidature;

	private final EnteRepository enti;

	private final Ufficio ufficio;

	ProcessiAccanto(CandidaturaRepository candidature, EnteRepository enti, Ufficio ufficio) {
		this.candidature = candidature;
		this.enti = enti;
		this.ufficio = ufficio;
	}

	/**
	 * A candidatura that somebody has chosen from a list.
	 * @param codice its code
	 * @return the candidatura, which nobody else can act upon until the transaction ends
	 * @throws Rifiuto if there is none that he may see
	 */
	public Candidatura scelta(String codice) {
		Candidatura c = this.candidature.blocca(codice);
		if (!this.ufficio.vede(c.ente())) {
			// the same answer as for a candidatura that does not exist
			throw Rifiuto.nonTrovato("La candidatura «%s» non esiste.", codice);
		}
		return c;
	}

	/**
	 * Begins a process beside the avviso's.
	 * @param motore the engine, from inside a running process
	 * @param chiave the process' key
	 * @param c the candidatura
	 * @return the instance to be, with what its readers need
	 */
	public ProcessInstantiationBuilder nuovo(ProcessEngineServices motore, String chiave, Candidatura c) {
		return motore.getRuntimeService()
			.createProcessInstanceByKey(chiave)
			.businessKey(c.codice())
			.setVariable(ProcessoAccanto.ENTE_ID.nome(), c.ente())
			.setVariable(ProcessoAccanto.ENTE.nome(), this.enti.leggi(c.ente()).nomeOggi())
			.setVariable(ProcessoAccanto.AVVISO.nome(), c.avviso());
	}

	/**
	 * Copies the candidatura's facts into the avviso's instance, for its readers.
	 * @param motore the engine
	 * @param c the candidatura
	 */
	public void aggiornaAvviso(ProcessEngineServices motore, Candidatura c) {
		Radice.istanza(motore, c.codice())
			.ifPresent((i) -> Radice.daFuori(motore.getRuntimeService(), i.getId()).aggiorna(c));
	}

	/**
	 * Whether a process runs beside a candidatura's.
	 * @param motore the engine
	 * @param chiave the process' key
	 * @param codice the candidatura's code
	 * @return whether an instance is under way
	 */
	public boolean inCorso(ProcessEngineServices motore, String chiave, String codice) {
		return motore.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(codice)
			.processDefinitionKey(chiave)
			.count() > 0;
	}

	/**
	 * Ends a candidatura before its time: tasks, timers and reminders of all its
	 * processes go, its terms are extinct. The state has been recorded already.
	 * @param motore the engine, from inside the process that decides so
	 * @param codice the candidatura's code
	 * @param motivo why, for the avviso's process
	 * @param istanza the instance that decides, which ends by itself
	 */
	public void concludi(ProcessEngineServices motore, String codice, String motivo, String istanza) {
		this.ufficio.scadenze().estingui(codice, this.ufficio.autore().quando());
		RuntimeService processi = motore.getRuntimeService();
		Optional<Execution> attesa = inAttesa(processi, codice, FINE_ANTICIPATA);
		if (attesa.isPresent()) {
			processi.createMessageCorrelation(FINE_ANTICIPATA)
				.processInstanceId(attesa.get().getProcessInstanceId())
				.setVariable(ProcessoAvviso.MOTIVO.nome(), motivo)
				.correlate();
		}
		for (ProcessInstance altra : processi.createProcessInstanceQuery()
			.processInstanceBusinessKey(codice)
			.rootProcessInstances()
			.list()) {
			// an avviso's process of an earlier version does not wait for the message
			if (!altra.getId().equals(istanza)) {
				processi.deleteProcessInstance(altra.getId(), motivo);
			}
		}
	}

	/**
	 * Ends what runs beside a candidatura that has come to its end by itself: a rinuncia
	 * that awaited its decree, say.
	 * @param execution where it came to its end
	 * @param c the candidatura
	 */
	public static void chiudi(DelegateExecution execution, Candidatura c) {
		RuntimeService processi = execution.getProcessEngineServices().getRuntimeService();
		String questa = Radice.sopra(execution).getProcessInstanceId();
		accanto(processi, c.codice()).filter((i) -> !i.getId().equals(questa))
			.forEach((i) -> processi.deleteProcessInstance(i.getId(), c.stato().nome()));
	}

	/**
	 * Whether a procedure is open that a candidatura must await before it is closed: a
	 * sample check, a revoca.
	 * @param execution the maintenance
	 * @return whether something runs beside it
	 */
	public boolean aperti(DelegateExecution execution) {
		return accanto(execution.getProcessEngineServices().getRuntimeService(), execution.getProcessBusinessKey())
			.findAny()
			.isPresent();
	}

	private static Stream<ProcessInstance> accanto(RuntimeService processi, String codice) {
		return processi.createProcessInstanceQuery()
			.processInstanceBusinessKey(codice)
			.rootProcessInstances()
			.list()
			.stream()
			.filter((i) -> !Radice.dellAvviso(i.getProcessDefinitionId()));
	}

	/**
	 * Lets an avviso's process go on that waits for the outcome of a revoca, which was
	 * archived. One that does not wait has gone on all the while.
	 * @param motore the engine
	 * @param codice the candidatura's code
	 */
	public void riprendi(ProcessEngineServices motore, String codice) {
		RuntimeService processi = motore.getRuntimeService();
		Optional<Execution> attesa = inAttesa(processi, codice, REVOCA_ARCHIVIATA);
		if (attesa.isPresent()) {
			processi.messageEventReceived(REVOCA_ARCHIVIATA, attesa.get().getId());
			return;
		}
		// of an earlier version, where the task itself stood for the procedure
		Radice.istanza(motore, codice)
			.filter((i) -> processi.getActiveActivityIds(i.getId()).contains(ProcedimentoRevoca.REGISTRA_REVOCA))
			.ifPresent((i) -> processi.createProcessInstanceModification(i.getId())
				.startBeforeActivity(ProcessoAvviso.COMPLETAMENTO)
				.cancelAllForActivity(ProcedimentoRevoca.REGISTRA_REVOCA)
				.execute());
	}

	private static Optional<Execution> inAttesa(RuntimeService processi, String codice, String messaggio) {
		List<Execution> attese = processi.createExecutionQuery()
			.processInstanceBusinessKey(codice)
			.messageEventSubscriptionName(messaggio)
			.list();
		return attese.stream().findFirst();
	}

}
