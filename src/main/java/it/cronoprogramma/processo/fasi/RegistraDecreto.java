package it.cronoprogramma.processo.fasi;

import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Notifica;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare il decreto di finanziamento: from its notification runs
 * contrattualizzazione.
 */
@Component("registraDecreto")
class RegistraDecreto extends RegolaCandidatura {

	RegistraDecreto(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("importo", Parole.euro(c.importo().orElseThrow()));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		Notifica notifica = Notifica.ricevuta(modulo.giorno("dataNotifica", "Data della notifica"),
				modulo.ora("oraNotifica", "Ora della notifica"), modulo.testo("protocollo", "Protocollo", 100), autore);
		c.finanzia(modulo.testo("numeroDecreto", "Numero del decreto", 60),
				modulo.giorno("dataDecreto", "Data del decreto"), notifica,
				modulo.importo("importoDecretato", "Importo del decreto"), autore);
	}

}
