package it.cronoprogramma.processo.fasi;

import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Cup;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseCup;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Valutare la decadenza: the term of the CUP is perentorio, "a pena di non
 * finanziabilità" (FAQ 05/003/039). The ufficio RTD says so, or that the Dipartimento has
 * accepted the CUP all the same.
 */
@Component("valutaDecadenza")
class ValutaDecadenza extends RegolaCandidatura {

	ValutaDecadenza(Ufficio ufficio) {
		super(ufficio, TipoTermine.CUP);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("cupTesto", c.cup().map(Cup::codice).orElse(""));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		String decisione = modulo.testo("decisione", "Decisione");
		String motivo = modulo.testo("motivo", "Motivo", 400);
		switch (decisione) {
			case "decaduta" -> {
				c.decade(motivo);
				FaseCup.ESITO_CUP.scrivi(task.getExecution(), decisione);
			}
			case "accolta" -> {
				adempi(task.getExecution(), c, c.accogliCupTardivo(motivo), autore);
				FaseCup.ESITO_CUP.scrivi(task.getExecution(), "inserito");
			}
			case "daInserire" -> {
				c.annota("CUP ancora da inserire", motivo, null, null);
				FaseCup.ESITO_CUP.scrivi(task.getExecution(), "ammessa");
			}
			default -> throw Rifiuto.nonValido(
					"Decisione «%s» sconosciuta: indichi se la candidatura è decaduta, accolta o con il CUP da inserire.",
					decisione);
		}
	}

}
