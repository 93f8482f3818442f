package it.cronoprogramma.processo.fasi;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

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
		dati.put("cupPrecedente",
				c.predecessore()
					.map(ufficio().candidature()::leggi)
					.flatMap(Candidatura::cup)
					.map(Cup::codice)
					.orElse(""));
		dati.put("prefissoCup", ufficio().candidature().prefissoCup(c.ente()).orElse(""));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		LocalDate entro = ufficio().scadenze().trova(c.codice(), TipoTermine.CUP).orElseThrow().governante();
		String esito = modulo.testoFacoltativo("esitoInserimento", "CUP inserito?").orElse("inserito");
		boolean tardivo = true;
		switch (esito) {
			case "nonInserito" -> c.mancaCup(entro, autore);
			case "inserito" -> tardivo = inserisci(task, c, modulo, entro, autore);
			default -> throw Rifiuto.nonValido("Scelta «%s» sconosciuta: indichi se il CUP è stato inserito.", esito);
		}
		FaseCup.CUP_TARDIVO.scrivi(task.getExecution(), tardivo);
	}

	private boolean inserisci(DelegateTask task, Candidatura c, Modulo modulo, LocalDate entro, Autore autore) {
		Cup cup = Cup.leggi(modulo.testoONullo("cup", "CUP", 40));
		LocalDate giorno = modulo.giorno("dataInserimento", "Data di inserimento");
		Optional<String> prefisso = ufficio().candidature().prefissoCup(c.ente());
		boolean confermato = modulo.spuntato("confermaAltroComune");
		if (giorno.isAfter(entro)) {
			c.inserisciCupTardivo(cup, giorno, entro, prefisso, confermato, autore);
			return true;
		}
		c.inserisciCup(cup, giorno, prefisso, confermato, autore);
		adempi(task.getExecution(), c, giorno, autore);
		FaseCup.ESITO_CUP.scrivi(task.getExecution(), "inserito");
		return false;
	}

}
