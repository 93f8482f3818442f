package it.cronoprogramma.processo.importazione;

import it.cronoprogramma.processo.Ufficio;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Portare la candidatura al mantenimento: the published payment was confirmed.
 */
@Component("portaAlMantenimento")
class PortaAlMantenimento implements JavaDelegate {

	private final Ufficio ufficio;

	private final SeguitoNelMotore seguito;

	PortaAlMantenimento(Ufficio ufficio, SeguitoNelMotore seguito) {
		this.ufficio = ufficio;
		this.seguito = seguito;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.seguito.mantieni(execution.getProcessEngineServices(),
				this.ufficio.candidature().leggi(execution.getProcessBusinessKey()), execution.getProcessInstanceId());
	}

}
