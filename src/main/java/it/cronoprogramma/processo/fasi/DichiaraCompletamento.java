package it.cronoprogramma.processo.fasi;

import java.time.LocalDate;
import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Dichiarare il completamento, once site and services are verified.
 */
@Component("dichiaraCompletamento")
class DichiaraCompletamento extends RegolaCandidatura {

	DichiaraCompletamento(Ufficio ufficio) {
		super(ufficio, TipoTermine.COMPLETAMENTO);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		StringBuilder riepilogo = new StringBuilder();
		c.sitoUrl().ifPresent((url) -> riepilogo.append("- Sito: ").append(url));
		ufficio().candidature()
			.servizi(c.codice())
			.forEach((s) -> riepilogo.append("\n- ")
				.append(s.servizio())
				.append(": ")
				.append(s.url())
				.append(" dal ")
				.append((s.online() == null) ? "?" : Parole.giorno(s.online())));
		dati.put("riepilogo", riepilogo.toString());
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		modulo.richiediSpunta("checklistCompilata", "la checklist di conformità è stata compilata nel portale");
		LocalDate giorno = modulo.giorno("dataCompletamento", "Data di completamento");
		c.completa(giorno, ufficio().candidature().servizi(c.codice()), autore);
		adempi(task.getExecution(), c, giorno, autore);
	}

}
