package it.cronoprogramma.processo.vicende;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Notifica;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.fasi.RegolaCandidatura;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare la comunicazione di revoca, the first of the two steps.
 */
@Component("comunicaRevoca")
class ComunicaRevoca extends RegolaCandidatura {

	ComunicaRevoca(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		c.comunicaRevoca(Notifica.ricevuta(modulo.giorno("dataNotifica", "Giorno della PEC"),
				modulo.ora("oraNotifica", "Ora della PEC"), modulo.testo("protocollo", "Protocollo", 100), autore),
				modulo.testo("motivi", "Motivi", 400));
	}

}
