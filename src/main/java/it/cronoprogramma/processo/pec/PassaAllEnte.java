package it.cronoprogramma.processo.pec;

import it.cronoprogramma.pec.NotificaRicevutaRepository;
import it.cronoprogramma.processo.modello.RiceviPec;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Passare la PEC all'ente, which has to confirm it.
 */
@Component("passaAllEnte")
class PassaAllEnte implements JavaDelegate {

	private final NotificaRicevutaRepository notifiche;

	private final SeguitoPec seguito;

	PassaAllEnte(NotificaRicevutaRepository notifiche, SeguitoPec seguito) {
		this.notifiche = notifiche;
		this.seguito = seguito;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.seguito.avvia(this.notifiche.trova(RiceviPec.NOTIFICA.leggi(execution)).orElseThrow());
	}

}
