package it.cronoprogramma.processo.fasi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Avvio;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseDomanda;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Inviare la domanda: it was sent from the portal, or the package is to be changed, or
 * the candidatura is withdrawn.
 */
@Component("inviaDomanda")
class InviaDomanda extends RegolaCandidatura {

	InviaDomanda(Ufficio ufficio) {
		super(ufficio, TipoTermine.DOMANDA);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		List<String> righe = new ArrayList<>();
		c.sitoAvvio().ifPresent((avvio) -> righe.add("Sito internet: " + parole(avvio)));
		c.scenarioPartenza().ifPresent((s) -> righe.add("Scenario di partenza: " + s.nome()));
		c.protocollo().ifPresent((k) -> righe.add("Protocollo: " + k.nome()));
		c.adesione().ifPresent((a) -> righe.add("Adesione: " + a.nome()));
		ufficio().candidature()
			.servizi(c.codice())
			.forEach((s) -> righe
				.add(s.nome() + s.modalita().map((m) -> " (" + m.nome() + ")").orElse("") + ": " + parole(s.avvio())));
		StringBuilder riepilogo = new StringBuilder();
		righe.forEach((r) -> riepilogo.append("- ").append(r).append('\n'));
		dati.put("riepilogo", riepilogo.toString());
		dati.put("importo", Parole.euro(c.importo().orElseThrow()));
		dati.put("chiusuraTesto", Parole.giorno(chiusura(c)) + " ore 23:59");
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		String decisione = modulo.testo("decisione", "Domanda inviata?");
		switch (decisione) {
			case "inviata" -> {
				LocalDate giorno = modulo.giorno("dataInvio", "Data di invio");
				c.invia(avviso(c), chiusura(c), giorno, modulo.ora("oraInvio", "Ora di invio"),
						modulo.testoONullo("protocolloInvio", "Protocollo", 100), autore);
				adempi(task.getExecution(), c, giorno, autore);
			}
			case "ritira" -> c.ritira();
			case "modifica" -> c.annota("Pacchetto da modificare", null, null, null);
			default ->
				throw Rifiuto.nonValido("Scelta «%s» sconosciuta: indichi se la domanda è stata inviata.", decisione);
		}
		FaseDomanda.ESITO_DOMANDA.scrivi(task.getExecution(), decisione.equals("ritira") ? "ritirata" : decisione);
	}

	private LocalDate chiusura(Candidatura c) {
		return ufficio().scadenze().trova(c.codice(), TipoTermine.DOMANDA).orElseThrow().governante();
	}

	private static String parole(Avvio avvio) {
		return (avvio == Avvio.DA_AVVIARE) ? "da avviare" : "già avviata";
	}

}
