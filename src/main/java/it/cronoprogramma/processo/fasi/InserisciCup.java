package it.cronoprogramma.processo.fasi;

import java.time.LocalDate;
import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Cup;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseCup;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Inserire il CUP: its form is checked, and whether it looks like another comune's.
 */
@Component("inserisciCup")
class InserisciCup extends RegolaCandidatura {

	InserisciCup(Ufficio ufficio) {
		super(ufficio, TipoTermine.CUP);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("templateCup", avviso.templateCup().orElse(""));
		dati.put("prefissoCup", ufficio().candidature().prefissoCup(c.ente()).orElse(""));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		Cup cup = Cup.leggi(modulo.testoONullo("cup", "CUP", 40));
		LocalDate giorno = modulo.giorno("dataInserimento", "Data di inserimento");
		c.inserisciCup(cup, giorno, ufficio().candidature().prefissoCup(c.ente()),
				modulo.spuntato("confermaAltroComune"), autore);
		adempi(task.getExecution(), c, giorno, autore);
		FaseCup.ESITO_CUP.scrivi(task.getExecution(), "inserito");
	}

}
