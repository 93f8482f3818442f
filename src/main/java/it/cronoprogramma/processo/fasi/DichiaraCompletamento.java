package it.cronoprogramma.processo.fasi;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Conformita;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Dichiarare il completamento, once everything in the package is verified.
 */
@Component("dichiaraCompletamento")
class DichiaraCompletamento extends RegolaCandidatura {

	DichiaraCompletamento(Ufficio ufficio) {
		super(ufficio, TipoTermine.COMPLETAMENTO);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		StringBuilder riepilogo = new StringBuilder();
		c.sitoUrl().ifPresent((url) -> riga(riepilogo, "Sito", url, c.sitoOnline().orElseThrow()));
		ufficio().candidature().servizi(c.codice()).forEach((s) -> riga(riepilogo, s.nome(), s.url(), s.online()));
		ufficio().candidature()
			.adempimenti(c.codice())
			.forEach((a) -> riga(riepilogo, a.tipo().nome(), a.riferimento(), a.giorno()));
		dati.put("riepilogo", riepilogo.toString());
		Conformita conformita = conformita(c);
		dati.put("progresso", conformita.oggetti().isEmpty() ? "" : conformita.inParole());
		dati.put("mancanze", conformita.mancanze().stream().map((m) -> "- " + m).collect(Collectors.joining("\n")));
		dati.put("conChecklist", avviso.pacchetto().sito() ? "si" : "no");
	}

	private Conformita conformita(Candidatura c) {
		return ufficio().evidenze().conformita(c, ufficio().catalogo());
	}

	private static void riga(StringBuilder riepilogo, String che, String prova, LocalDate giorno) {
		riepilogo.append("- ")
			.append(che)
			.append(": ")
			.append(prova)
			.append(", ")
			.append(Parole.giorno(giorno))
			.append('\n');
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		Pacchetto pacchetto = avviso(c).pacchetto();
		modulo.richiediSpunta("checklistCompilata",
				pacchetto.sito() ? "la checklist di conformità è stata compilata nel portale"
						: "le attività risultano completate nel portale");
		LocalDate giorno = modulo.giorno("dataCompletamento", "Data di completamento");
		ufficio().candidature().blocca(c.codice());
		conformita(c).richiediTutti();
		c.completa(giorno, pacchetto, ufficio().candidature().servizi(c.codice()), autore);
		adempi(task.getExecution(), c, giorno, autore);
	}

}
