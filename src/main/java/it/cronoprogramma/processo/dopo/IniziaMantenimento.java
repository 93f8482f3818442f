package it.cronoprogramma.processo.dopo;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.processo.Radice;
import it.cronoprogramma.processo.Ufficio;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Iniziare il mantenimento: the year of erogazione is over, the five years begin.
 */
@Component("iniziaMantenimento")
class IniziaMantenimento implements JavaDelegate {

	private final Ufficio ufficio;

	IniziaMantenimento(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Autore autore = this.ufficio.autore();
		Candidatura c = this.ufficio.candidature().blocca(execution.getProcessBusinessKey());
		c.mantieni();
		this.ufficio.candidature().salva(c, autore);
		Radice.dellAvviso(execution).aggiorna(c);
	}

}
