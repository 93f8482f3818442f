package it.cronoprogramma.processo.fasi;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Notifica;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseCup;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare l'esito di ammissibilità: from the PEC run the days for the CUP.
 */
@Component("registraAmmissibilita")
class RegistraAmmissibilita extends RegolaCandidatura {

	RegistraAmmissibilita(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		String esito = modulo.testo("esito", "Esito");
		Notifica notifica = modulo.pec("Data della PEC", "Ora della PEC", autore);
		switch (esito) {
			case "ammessa" -> c.ammetti(notifica, null);
			case "riserva" -> c.ammetti(notifica, modulo.testo("riserva", "Riserva", 300));
			case "nonAmmessa" -> c.nonAmmetti(notifica, modulo.testo("motivo", "Motivo"));
			default -> throw Rifiuto
				.nonValido("Esito «%s» sconosciuto: scelga ammessa, ammessa con riserva o non ammessa.", esito);
		}
		FaseCup.ESITO_CUP.scrivi(task.getExecution(), esito.equals("riserva") ? "ammessa" : esito);
	}

}
