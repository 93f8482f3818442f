package it.cronoprogramma.processo.dopo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Controllo;
import it.cronoprogramma.candidatura.Cup;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.processo.Radice;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ControlloCampione;
import it.cronoprogramma.processo.moduli.Intestazione;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.RegolaModulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Rispondere al controllo a campione.
 */
@Component("rispondiControllo")
class RispondiControllo extends RegolaModulo {

	private final Ufficio ufficio;

	RispondiControllo(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	@Override
	public Map<String, Object> mostra(DelegateTask task) {
		Controllo controllo = controllo(task);
		Candidatura c = this.ufficio.candidature().leggi(controllo.candidatura());
		Scadenza s = this.ufficio.scadenze().leggi(ControlloCampione.SCADENZA_ID.leggi(task));
		Map<String, Object> dati = Intestazione.di(this.ufficio, c);
		dati.put("cup", c.cup().map(Cup::codice).orElse(""));
		dati.put("pecTesto",
				"prot. " + controllo.pec().protocollo() + " del " + Parole.giornoEsteso(controllo.pec().giorno()));
		Intestazione.termine(s, this.ufficio.oggi(), dati);
		return dati;
	}

	@Override
	protected void completa(DelegateTask task, Modulo modulo) {
		modulo.richiediSpunta("caricato", "i documenti sono nel portale, sezione Richieste chiarimenti");
		LocalDate giorno = modulo.giorno("dataRisposta", "Data della risposta");
		String protocollo = modulo.testo("protocollo", "Protocollo", 100);
		Autore autore = this.ufficio.autore();
		Controllo controllo = controllo(task);
		if (giorno.isAfter(autore.oggi()) || giorno.isBefore(controllo.pec().giorno())) {
			throw Rifiuto.nonValido("Data della risposta %s: deve stare tra la PEC del controllo (%s) e oggi (%s).",
					Parole.giorno(giorno), Parole.giorno(controllo.pec().giorno()), Parole.giorno(autore.oggi()));
		}
		this.ufficio.candidature().rispondiControllo(controllo.id(), giorno, protocollo);
		this.ufficio.scadenze().adempi(ControlloCampione.SCADENZA_ID.leggi(task), giorno, autore.quando());
		Scadenza s = this.ufficio.scadenze().leggi(ControlloCampione.SCADENZA_ID.leggi(task));
		this.ufficio.candidature()
			.narra(controllo.candidatura(),
					List.of(new VoceStoria("Risposta al controllo a campione",
							"PEC del " + Parole.giorno(giorno) + ", prot. " + protocollo, null,
							s.inRitardo() ? s.ritardoInParole() : null)),
					autore);
		Radice.di(task.getExecution()).corrono(List.of());
	}

	private Controllo controllo(DelegateTask task) {
		return this.ufficio.candidature().controllo(ControlloCampione.CONTROLLO.leggi(task));
	}

}
