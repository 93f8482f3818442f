package it.cronoprogramma.processo.vicende;

import it.cronoprogramma.processo.ProcessiAccanto;
import it.cronoprogramma.processo.modello.Rinuncia;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Concludere la candidatura before its time: the rinuncia or the revoca has its decree,
 * or the domanda was withdrawn.
 */
@Component("concludiAnticipatamente")
class ConcludiAnticipatamente implements JavaDelegate {

	private final ProcessiAccanto processi;

	ConcludiAnticipatamente(ProcessiAccanto processi) {
		this.processi = processi;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.processi.concludi(execution.getProcessEngineServices(), execution.getProcessBusinessKey(),
				Rinuncia.MOTIVO.leggi(execution), execution.getProcessInstanceId());
	}

}
