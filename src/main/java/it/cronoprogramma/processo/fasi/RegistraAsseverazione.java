package it.cronoprogramma.processo.fasi;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Esito;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseAsseverazione;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare l'esito dell'asseverazione.
 */
@Component("registraAsseverazione")
class RegistraAsseverazione extends RegolaCandidatura {

	RegistraAsseverazione(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		Esito esito = Esito.leggi(modulo.testo("esito", "Esito"));
		c.assevera(esito, modulo.giorno("dataEsito", "Data dell'esito"), modulo.testo("protocollo", "Protocollo", 100),
				modulo.testoONullo("motivi", "Motivi", 2000), autore);
		FaseAsseverazione.ESITO_ASSEVERAZIONE.scrivi(task.getExecution(), esito.codice());
	}

}
