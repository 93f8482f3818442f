package it.cronoprogramma.processo.pec;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.pec.CasellePec;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.LeggiCasellePec;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Leggere la casella: some messages in one transaction, with the note how far it has been
 * read.
 */
@Component("leggiCasella")
class LeggiCasella implements JavaDelegate {

	private final CasellePec caselle;

	private final Ufficio ufficio;

	LeggiCasella(CasellePec caselle, Ufficio ufficio) {
		this.caselle = caselle;
		this.ufficio = ufficio;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String casella = execution.getProcessBusinessKey();
		String resta;
		if (!this.caselle.nomi().contains(casella)) {
			resta = "tolta";
		}
		else {
			Autore autore = new Autore("casella " + casella, this.ufficio.autore().quando());
			resta = this.caselle.leggi(casella, autore) ? "altri" : "niente";
		}
		LeggiCasellePec.RESTA.scrivi(execution, resta);
	}

}
