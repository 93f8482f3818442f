package it.cronoprogramma.processo.differimenti;

import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.DifferimentoRepository.Esito;
import it.cronoprogramma.candidatura.DifferimentoRepository.Riga;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ApplicaDifferimento;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.RegolaModulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Esaminare le candidature saltate: the act could not reach them; the office writes down
 * what it does about it.
 */
@Component("esaminaSaltate")
class EsaminaSaltate extends RegolaModulo {

	private final Ufficio ufficio;

	EsaminaSaltate(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	@Override
	public Map<String, Object> mostra(DelegateTask task) {
		return ConfermaDifferimento.mostra(this.ufficio, ApplicaDifferimento.DIFFERIMENTO.leggi(task));
	}

	@Override
	protected void completa(DelegateTask task, Modulo modulo) {
		String valutazione = modulo.testo("valutazione", "Valutazione");
		long numero = ApplicaDifferimento.DIFFERIMENTO.leggi(task);
		int saltate = this.ufficio.differimenti().conteggi(numero).get(Esito.SALTATO);
		// they come first
		for (Riga r : this.ufficio.differimenti().righe(numero, 0, saltate)) {
			this.ufficio.candidature()
				.narra(r.candidatura(), List.of(new VoceStoria("Differimento n. " + numero + " non applicato",
						r.effetto() + " " + valutazione, null, null)), this.ufficio.autore());
		}
	}

}
