package it.cronoprogramma.processo.fasi;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare la revoca, an act of the Dipartimento.
 */
@Component("registraRevoca")
class RegistraRevoca extends RegolaCandidatura {

	RegistraRevoca(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		c.revoca(modulo.testo("numeroAtto", "Numero dell'atto", 60), modulo.giorno("dataRevoca", "Data della revoca"),
				modulo.testo("protocollo", "Protocollo", 100), modulo.testo("motivi", "Motivi"), autore);
	}

}
