package it.cronoprogramma.processo.dopo;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Controllo;
import it.cronoprogramma.candidatura.Notifica;
import it.cronoprogramma.processo.ProcessiAccanto;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ControlloCampione;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Aprire il controllo a campione: records the PEC and starts the process that follows the
 * answer.
 */
@Component("apriControllo")
class ApriControllo extends ModuloDiAvvio {

	private final Ufficio ufficio;

	private final ProcessiAccanto processi;

	ApriControllo(Ufficio ufficio, ProcessiAccanto processi) {
		this.ufficio = ufficio;
		this.processi = processi;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		Candidatura c = this.processi.scelta(modulo.testo("candidatura", "Candidatura", 20));
		Notifica pec = modulo.pec("Giorno della PEC", "Ora della PEC", autore);
		c.controlla(pec);
		Controllo controllo = this.ufficio.candidature().inserisciControllo(c.codice(), pec, autore);
		this.ufficio.candidature().salva(c, autore);
		this.processi.nuovo(execution.getProcessEngineServices(), ControlloCampione.CHIAVE, c)
			.setVariable(ControlloCampione.CONTROLLO.nome(), controllo.id())
			.execute();
	}

}
