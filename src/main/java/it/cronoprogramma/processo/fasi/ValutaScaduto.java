package it.cronoprogramma.processo.fasi;

import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.OrologioTermine;
import it.cronoprogramma.processo.moduli.Intestazione;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Valutare il termine scaduto: the ufficio RTD writes down what is to be done. The term
 * stays open for the ente.
 */
@Component("valutaScaduto")
class ValutaScaduto extends RegolaCandidatura {

	ValutaScaduto(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		Intestazione.termine(scadenza(task), ufficio().oggi(), dati);
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		c.annota("Termine scaduto valutato: " + scadenza(task).termine().nome(),
				modulo.testo("valutazione", "Valutazione"), null, null);
	}

	private Scadenza scadenza(DelegateTask task) {
		return ufficio().scadenze().leggi(OrologioTermine.SCADENZA_ID.leggi(task));
	}

}
