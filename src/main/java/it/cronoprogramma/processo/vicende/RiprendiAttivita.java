package it.cronoprogramma.processo.vicende;

import it.cronoprogramma.processo.ProcessiAccanto;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Riprendere le attività: the procedure ended without a decree.
 */
@Component("riprendiAttivita")
class RiprendiAttivita implements JavaDelegate {

	private final ProcessiAccanto processi;

	RiprendiAttivita(ProcessiAccanto processi) {
		this.processi = processi;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.processi.riprendi(execution.getProcessEngineServices(), execution.getProcessBusinessKey());
	}

}
