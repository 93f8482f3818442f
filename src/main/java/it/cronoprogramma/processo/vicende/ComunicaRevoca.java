package it.cronoprogramma.processo.vicende;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
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
		c.comunicaRevoca(modulo.pec("Giorno della PEC", "Ora della PEC", autore),
				modulo.testo("motivi", "Motivi", 400));
	}

}
