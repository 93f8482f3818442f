package it.cronoprogramma.processo.vicende;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Notifica;
import it.cronoprogramma.processo.ProcessiAccanto;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ProcedimentoRevoca;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Aprire il procedimento di revoca: records the PEC that announces it, in whatever phase
 * the candidatura is, and starts the process that follows it.
 */
@Component("apriRevoca")
class ApriRevoca extends ModuloDiAvvio {

	private final Ufficio ufficio;

	private final ProcessiAccanto processi;

	ApriRevoca(Ufficio ufficio, ProcessiAccanto processi) {
		this.ufficio = ufficio;
		this.processi = processi;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		Candidatura c = this.processi.scelta(modulo.testo("candidatura", "Candidatura", 20));
		Notifica pec = modulo.pec("Giorno della PEC", "Ora della PEC", autore);
		if (this.processi.inCorso(execution.getProcessEngineServices(), ProcedimentoRevoca.CHIAVE, c.codice())) {
			throw Rifiuto.conflitto("Il procedimento di revoca è già aperto: lo prosegua tra le attività.");
		}
		c.comunicaRevoca(pec, modulo.testo("motivi", "Motivi", 400));
		this.ufficio.candidature().salva(c, autore);
		this.processi.aggiornaAvviso(execution.getProcessEngineServices(), c);
		this.processi.nuovo(execution.getProcessEngineServices(), ProcedimentoRevoca.CHIAVE, c)
			.setVariable(ProcedimentoRevoca.COMUNICATA.nome(), Boolean.TRUE)
			.execute();
	}

}
