package it.cronoprogramma.processo.attivita;

import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Conformita;
import it.cronoprogramma.candidatura.Verifica;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.Attivita141;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Verificare il sito: online, and the twenty criteria C.SI.
 */
@Component("verificaSito")
class VerificaSito extends VerificaConformita {

	VerificaSito(Ufficio ufficio) {
		super(ufficio, Criterio.Oggetto.SITO);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		mostraCriteri(c, avviso, Conformita.SITO, dati);
		c.sitoUrl().ifPresent((url) -> dati.put("url", url));
		c.sitoOnline().ifPresent((giorno) -> dati.put("dataOnline", giorno.toString()));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		Verifica verifica = verifica(c, Conformita.SITO, modulo);
		c.verificaSito(verifica, autore);
		salvaCriteri(c, Conformita.SITO, modulo, autore);
		Attivita141.VERIFICA_CONCLUSA.scriviQui(task.getExecution(), verifica.conclusa());
	}

}
