package it.cronoprogramma.processo.fasi;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseErogazione;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare l'esito della verifica formale: CRE, contracts, CUP on the documents,
 * account (dominio 2.9). It is passed, or something is asked for.
 */
@Component("registraVerificaFormale")
class RegistraVerificaFormale extends RegolaCandidatura {

	RegistraVerificaFormale(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		boolean chiesta = RichiestaIntegrazione.registra(ufficio(), c, modulo, autore);
		if (!chiesta) {
			if (!modulo.testo("esito", "Esito").equals("positivo")) {
				throw Rifiuto.nonValido("Esito «%s» sconosciuto: indichi se la verifica è superata o se è chiesta "
						+ "un'integrazione.", modulo.testo("esito", "Esito"));
			}
			c.superaVerificaFormale(modulo.giorno("dataEsito", "Data dell'esito"),
					modulo.testoONullo("protocollo", "Protocollo", 100), autore);
		}
		FaseErogazione.INTEGRAZIONE_CHIESTA.scrivi(task.getExecution(), chiesta);
	}

}
