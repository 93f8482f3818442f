package it.cronoprogramma.processo.fasi;

import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare l'erogazione.
 */
@Component("registraErogazione")
class RegistraErogazione extends RegolaCandidatura {

	RegistraErogazione(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("importo", Parole.euro(c.importo().orElseThrow()));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		c.eroga(modulo.giorno("dataErogazione", "Data di accredito"),
				modulo.importo("importoErogato", "Importo accreditato"), autore);
	}

}
