package it.cronoprogramma.processo.aggiornamento;

import it.cronoprogramma.processo.modello.AggiornaCandidature;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Annotare la richiesta di aggiornamento: the work itself goes on by itself, a few
 * candidature at a time.
 */
@Component("annunciaAggiornamento")
class AnnunciaAggiornamento extends ModuloDiAvvio {

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		modulo.richiediSpunta("conferma", "è stata fatta una copia del database");
		AggiornaCandidature.SPOSTATE.scrivi(execution, 0);
		AggiornaCandidature.NON_SPOSTATE.scrivi(execution, 0);
		AggiornaCandidature.RAPPORTO.scrivi(execution, "");
	}

}
