package it.cronoprogramma.processo.pec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.pec.NotificaRicevuta;
import it.cronoprogramma.pec.NotificaRicevutaRepository;
import it.cronoprogramma.processo.ProcessiAccanto;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.RiceviPec;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.RegolaModulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Assegnare la PEC: somebody says whose it is, or that it notifies nothing.
 */
@Component("assegnaPec")
class AssegnaPec extends RegolaModulo {

	private final NotificaRicevutaRepository notifiche;

	private final Ufficio ufficio;

	private final ProcessiAccanto processi;

	AssegnaPec(NotificaRicevutaRepository notifiche, Ufficio ufficio, ProcessiAccanto processi) {
		this.notifiche = notifiche;
		this.ufficio = ufficio;
		this.processi = processi;
	}

	@Override
	public Map<String, Object> mostra(DelegateTask task) {
		NotificaRicevuta n = this.notifiche.trova(RiceviPec.NOTIFICA.leggi(task)).orElseThrow();
		Map<String, Object> dati = new LinkedHashMap<>();
		PecInParole.riempi(n, dati);
		List<Map<String, String>> scelte = scelte(n);
		dati.put("candidature", scelte);
		if (n.possibili().size() == 1 && !scelte.isEmpty() && scelte.get(0).get("value").equals(n.possibili().get(0))) {
			dati.put("candidatura", n.possibili().get(0));
		}
		return dati;
	}

	/** Those it could be of come first. */
	private List<Map<String, String>> scelte(NotificaRicevuta n) {
		Map<String, Ente> enti = this.ufficio.entiVisibili()
			.stream()
			.collect(Collectors.toMap(Ente::id, Function.identity()));
		List<Candidatura> candidature = new ArrayList<>(this.ufficio.candidature().diEnti(enti.keySet()));
		candidature.removeIf((c) -> c.fase() == Stato.BOZZA);
		candidature.sort(Comparator.<Candidatura>comparingInt((c) -> n.possibili().contains(c.codice()) ? 0 : 1)
			.thenComparing((c) -> enti.get(c.ente()).nomeOggi())
			.thenComparing(Candidatura::codice));
		return candidature.stream()
			.map((c) -> Map.of("value", c.codice(), "label",
					(n.possibili().contains(c.codice()) ? "Probabile: " : "") + enti.get(c.ente()).nomeOggi() + " · "
							+ c.avviso() + " · " + c.codice() + " · " + c.stato().nome()))
			.toList();
	}

	@Override
	protected void completa(DelegateTask task, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		NotificaRicevuta n = this.notifiche.blocca(RiceviPec.NOTIFICA.leggi(task));
		String decisione = modulo.testo("decisione", "Che cosa ne è");
		switch (decisione) {
			case "assegnata" -> {
				Candidatura c = this.processi.scelta(modulo.testo("candidatura", "Candidatura", 20));
				this.notifiche.assegna(n, c.codice(), c.ente(),
						"Assegnata da " + autore.chi() + " alla candidatura " + c.codice() + ".");
			}
			case "scartata" -> this.notifiche.scarta(n, modulo.testo("motivo", "Motivo", 400), autore);
			default -> throw Rifiuto.nonValido("Scelta «%s» sconosciuta: dica se assegnarla o scartarla.", decisione);
		}
		RiceviPec.DECISIONE.scrivi(task.getExecution(), decisione);
	}

}
