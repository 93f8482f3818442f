package it.cronoprogramma.processo.importazione;

import java.time.LocalDate;
import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.opendata.Divergenza;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.fasi.RegolaCandidatura;
import it.cronoprogramma.processo.modello.ConfermaPubblicato;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Confermare quanto pubblicato: whoever follows the candidatura says whether it is as
 * published (dominio 7.1, story i).
 */
@Component("confermaPubblicato")
class RegolaConfermaPubblicato extends RegolaCandidatura {

	private static final String ALTRO = "altro";

	RegolaConfermaPubblicato(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("descrizione", ConfermaPubblicato.DESCRIZIONE.leggi(task));
		dati.put("applicabile", applicabile(divergenza(task)) ? "si" : "no");
		dati.put("statoQui", c.stato().nome());
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		Divergenza divergenza = divergenza(task);
		String scelta = applicabile(divergenza) ? modulo.testo("conferma", "È come pubblicato?") : "no";
		String decisione = switch (scelta) {
			case "si" -> applica(divergenza, c, LocalDate.parse(ConfermaPubblicato.DAL.leggi(task)));
			case "no" -> {
				c.annota("Dato pubblicato non confermato", modulo.testo("motivo", "Che cosa risulta", 400), null,
						c.stato().nome());
				yield ALTRO;
			}
			default -> throw Rifiuto.nonValido("Scelta «%s» sconosciuta: dica se è come pubblicato.", scelta);
		};
		ConfermaPubblicato.DECISIONE.scrivi(task.getExecution(), decisione);
		ConfermaPubblicato.MOTIVO.scrivi(task.getExecution(), "rinuncia");
	}

	/** What was recorded meanwhile need not be recorded again. */
	private static String applica(Divergenza divergenza, Candidatura c, LocalDate dal) {
		if (divergenza == Divergenza.EROGATA) {
			if (c.erogata().isPresent()) {
				c.annota("Erogazione pubblicata già registrata", null, null, c.stato().nome());
				return ALTRO;
			}
			c.pubblicataErogazione(dal);
			return "erogata";
		}
		if (c.fase().finita()) {
			c.annota("Rinuncia pubblicata già registrata", null, null, c.stato().nome());
			return ALTRO;
		}
		c.pubblicataRinuncia(dal);
		return "rinunciata";
	}

	private static boolean applicabile(Divergenza divergenza) {
		return divergenza == Divergenza.EROGATA || divergenza == Divergenza.RINUNCIATA;
	}

	private static Divergenza divergenza(DelegateTask task) {
		return Divergenza.valueOf(ConfermaPubblicato.DIVERGENZA.leggi(task));
	}

}
