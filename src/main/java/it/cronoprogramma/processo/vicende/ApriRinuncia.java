package it.cronoprogramma.processo.vicende;

import java.time.LocalDate;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.processo.ProcessiAccanto;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.Rinuncia;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Aprire la rinuncia: records that the ente gives the financing up, or withdraws its
 * domanda, and starts the process that follows it.
 */
@Component("apriRinuncia")
class ApriRinuncia extends ModuloDiAvvio {

	private final Ufficio ufficio;

	private final ProcessiAccanto processi;

	ApriRinuncia(Ufficio ufficio, ProcessiAccanto processi) {
		this.ufficio = ufficio;
		this.processi = processi;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		Candidatura c = this.processi.scelta(modulo.testo("candidatura", "Candidatura", 20));
		String che = modulo.testo("che", "Che cosa registra");
		LocalDate giorno = modulo.giorno("dataRichiesta", "Data della richiesta");
		String protocollo = modulo.testoONullo("protocollo", "Protocollo", 100);
		String motivo = modulo.testo("motivo", "Motivo", 300);
		switch (che) {
			case "rinuncia" -> c.rinuncia(giorno, protocollo, motivo, autore);
			case "ritiro" -> c.ritira(giorno, protocollo, motivo, autore);
			default -> throw Rifiuto.nonValido("Scelta «%s» sconosciuta: indichi se è una rinuncia o un ritiro.", che);
		}
		this.ufficio.candidature().salva(c, autore);
		this.processi.aggiornaAvviso(execution.getProcessEngineServices(), c);
		this.processi.nuovo(execution.getProcessEngineServices(), Rinuncia.CHIAVE, c)
			.setVariable(Rinuncia.MOTIVO.nome(), che)
			.execute();
	}

}
