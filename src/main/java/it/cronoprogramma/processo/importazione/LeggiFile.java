package it.cronoprogramma.processo.importazione;

import it.cronoprogramma.opendata.Importazioni;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ImportaDatiPubblicati;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Leggere e controllare il file: all of it before any row is followed.
 */
@Component("leggiFile")
class LeggiFile implements JavaDelegate {

	private final Importazioni importazioni;

	private final Ufficio ufficio;

	LeggiFile(Importazioni importazioni, Ufficio ufficio) {
		this.importazioni = importazioni;
		this.ufficio = ufficio;
	}

	@Override
	public void execute(DelegateExecution execution) {
		ImportaDatiPubblicati.ACCETTATO.scrivi(execution,
				this.importazioni.leggi(ImportaDatiPubblicati.IMPORTAZIONE.leggi(execution), this.ufficio.autore()));
	}

}
