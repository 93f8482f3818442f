package it.cronoprogramma.processo.differimenti;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.DifferenzaPortale;
import it.cronoprogramma.processo.moduli.Intestazione;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.RegolaModulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Verificare la data del portale: it is not the one that the law gives; the ufficio RTD
 * finds out why.
 */
@Component("verificaDataPortale")
class VerificaDataPortale extends RegolaModulo {

	private final Ufficio ufficio;

	VerificaDataPortale(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	@Override
	public Map<String, Object> mostra(DelegateTask task) {
		Scadenza s = scadenza(task);
		Candidatura c = this.ufficio.candidature().leggi(s.candidatura());
		Map<String, Object> dati = Intestazione.di(this.ufficio, c);
		dati.put("termineNome", s.termine().nome());
		dati.put("legaleTesto", Parole.giornoEsteso(s.date().legale()));
		dati.put("portaleTesto", (s.date().portale() == null) ? "" : Parole.giornoEsteso(s.date().portale()));
		dati.put("scarto", (int) ChronoUnit.DAYS.between(s.date().legale(), s.governante()));
		dati.put("spiegazione", s.date().spiegazione());
		return dati;
	}

	@Override
	protected void completa(DelegateTask task, Modulo modulo) {
		String valutazione = modulo.testo("valutazione", "Valutazione");
		Scadenza s = scadenza(task);
		this.ufficio.candidature()
			.narra(s.candidatura(), List.of(new VoceStoria("Data del portale verificata", valutazione,
					Parole.giorno(s.date().legale()), Parole.giorno(s.governante()))), this.ufficio.autore());
	}

	private Scadenza scadenza(DelegateTask task) {
		return this.ufficio.scadenze().leggi(DifferenzaPortale.SCADENZA_ID.leggi(task));
	}

}
