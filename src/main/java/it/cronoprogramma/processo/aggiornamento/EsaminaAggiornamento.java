package it.cronoprogramma.processo.aggiornamento;

import java.util.LinkedHashMap;
import java.util.Map;

import it.cronoprogramma.processo.modello.AggiornaCandidature;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.RegolaModulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Esaminare l'aggiornamento: how many were moved, which were not, and why.
 */
@Component("esaminaAggiornamento")
class EsaminaAggiornamento extends RegolaModulo {

	@Override
	public Map<String, Object> mostra(DelegateTask task) {
		Map<String, Object> dati = new LinkedHashMap<>();
		dati.put("spostate", AggiornaCandidature.SPOSTATE.leggi(task));
		dati.put("nonSpostate", AggiornaCandidature.NON_SPOSTATE.leggi(task));
		dati.put("rapporto", AggiornaCandidature.RAPPORTO.leggi(task));
		return dati;
	}

	@Override
	protected void completa(DelegateTask task, Modulo modulo) {
		// reading it is all there is to do
	}

}
