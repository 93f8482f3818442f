package it.cronoprogramma.processo.vicende;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.processo.ProcessiAccanto;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ProcedimentoRevoca;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Aprire il procedimento di revoca after a negative outcome, unless it is open already.
 */
@Component("avviaRevoca")
class AvviaRevoca implements JavaDelegate {

	private final Ufficio ufficio;

	private final ProcessiAccanto processi;

	AvviaRevoca(Ufficio ufficio, ProcessiAccanto processi) {
		this.ufficio = ufficio;
		this.processi = processi;
	}

	@Override
	public void execute(DelegateExecution execution) {
		ProcessEngineServices motore = execution.getProcessEngineServices();
		Candidatura c = this.ufficio.candidature().leggi(execution.getProcessBusinessKey());
		if (!this.processi.inCorso(motore, ProcedimentoRevoca.CHIAVE, c.codice())) {
			this.processi.nuovo(motore, ProcedimentoRevoca.CHIAVE, c)
				.setVariable(ProcedimentoRevoca.COMUNICATA.nome(), c.revocaComunicata().isPresent())
				.execute();
		}
	}

}
