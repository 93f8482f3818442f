package it.cronoprogramma.processo.fasi;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Contratto;
import it.cronoprogramma.processo.ProcessiAccanto;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Aggiungere l'addendum: what is agreed upon with a supplier after contrattualizzazione
 * was concluded, and the atto ricognitivo. It only records.
 */
@Component("aggiungiAddendum")
class AggiungiAddendum extends ModuloDiAvvio {

	private final Ufficio ufficio;

	private final LetturaContratto lettura;

	private final ProcessiAccanto processi;

	AggiungiAddendum(Ufficio ufficio, LetturaContratto lettura, ProcessiAccanto processi) {
		this.processi = processi;
		this.ufficio = ufficio;
		this.lettura = lettura;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		Candidatura c = this.processi.scelta(modulo.testo("candidatura", "Candidatura", 20));
		Contratto addendum = this.lettura.addendum(modulo, c, autore);
		c.aggiungiAddendum(addendum, this.ufficio.catalogo().avviso(c.avviso()), autore);
		this.ufficio.candidature().inserisciContratto(c.codice(), addendum, autore);
		this.ufficio.candidature().salva(c, autore);
	}

}
