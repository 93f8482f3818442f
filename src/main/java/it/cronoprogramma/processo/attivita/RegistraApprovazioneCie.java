package it.cronoprogramma.processo.attivita;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.TipoAdempimento;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FederazioneCie;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare l'esito della federazione: approved, or the metadata are to be sent again.
 */
@Component("registraApprovazioneCie")
class RegistraApprovazioneCie extends RegistraAdempimento {

	RegistraApprovazioneCie(Ufficio ufficio) {
		super(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.CIE, "Data dell'esito", "Risposta del portale");
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		String esito = modulo.testo("esitoFederazione", "Esito");
		if (!esito.equals("approvata") && !esito.equals("respinta")) {
			throw Rifiuto.nonValido("Esito «%s» sconosciuto: la federazione è approvata oppure respinta.", esito);
		}
		registra(c, modulo, autore);
		FederazioneCie.FEDERAZIONE_APPROVATA.scrivi(task.getExecution(), esito.equals("approvata"));
	}

}
