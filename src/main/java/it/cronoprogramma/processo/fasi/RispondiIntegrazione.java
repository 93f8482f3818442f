package it.cronoprogramma.processo.fasi;

import java.time.LocalDate;
import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Integrazione;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Radice;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseIntegrazione;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Rispondere alla richiesta di integrazione, in the portal and here.
 */
@Component("rispondiIntegrazione")
class RispondiIntegrazione extends RegolaCandidatura {

	RispondiIntegrazione(Ufficio ufficio) {
		super(ufficio, TipoTermine.INTEGRAZIONE);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		Integrazione richiesta = richiesta(c);
		dati.put("richiestaTesto", richiesta.richiesta());
		dati.put("pecTesto",
				"prot. " + richiesta.pec().protocollo() + " del " + Parole.giornoEsteso(richiesta.pec().giorno()));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		modulo.richiediSpunta("caricato", "la risposta è nel portale, sezione Richieste chiarimenti");
		Integrazione richiesta = richiesta(c);
		LocalDate giorno = modulo.giorno("dataRisposta", "Data della risposta");
		String protocollo = modulo.testoONullo("protocollo", "Protocollo", 100);
		c.integra(giorno, richiesta.pec(), protocollo, autore);
		ufficio().candidature().rispondiIntegrazione(richiesta.id(), giorno, protocollo);
		ufficio().scadenze().adempi(FaseIntegrazione.SCADENZA_ID.leggi(task), giorno, autore.quando());
		Radice.dellAvviso(task.getExecution()).corrono(ufficio().scadenze().pendenti(c.codice()));
	}

	private Integrazione richiesta(Candidatura c) {
		return ufficio().candidature().integrazioneAperta(c.codice()).orElseThrow();
	}

}
