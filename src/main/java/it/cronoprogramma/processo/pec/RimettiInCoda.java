package it.cronoprogramma.processo.pec;

import java.util.List;

import it.cronoprogramma.pec.NotificaRicevuta;
import it.cronoprogramma.pec.NotificaRicevutaRepository;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.RiceviPec;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Rimettere la PEC in coda: it goes back to whom it came to.
 */
@Component("rimettiInCoda")
class RimettiInCoda implements JavaDelegate {

	private final NotificaRicevutaRepository notifiche;

	private final SeguitoPec seguito;

	private final Ufficio ufficio;

	RimettiInCoda(NotificaRicevutaRepository notifiche, SeguitoPec seguito, Ufficio ufficio) {
		this.notifiche = notifiche;
		this.seguito = seguito;
		this.ufficio = ufficio;
	}

	@Override
	public void execute(DelegateExecution execution) {
		NotificaRicevuta n = this.notifiche.blocca(RiceviPec.NOTIFICA.leggi(execution));
		this.seguito.avvia(this.notifiche.inCoda(n,
				"Non è della candidatura " + n.candidatura() + ", dice " + this.ufficio.autore().chi() + ".",
				List.of()));
	}

}
