package it.cronoprogramma.processo.attivita;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.TipoAdempimento;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.OnboardingAppIo;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Nominare i delegati; who has adhered to app IO before goes on with the cards of the
 * services.
 */
@Component("nominaDelegati")
class NominaDelegati extends RegistraAdempimento {

	NominaDelegati(Ufficio ufficio) {
		super(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.DELEGATI, "Nominati il", "Delegati");
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		String adesione = modulo.testo("adesioneAppIo", "L'ente ha già aderito?");
		if (!adesione.equals("nuova") && !adesione.equals("attiva")) {
			throw Rifiuto.nonValido("Scelta «%s» sconosciuta: indichi se l'ente ha già aderito ad app IO.", adesione);
		}
		registra(c, modulo, autore);
		OnboardingAppIo.ADESIONE_ATTIVA.scrivi(task.getExecution(), adesione.equals("attiva"));
	}

}
