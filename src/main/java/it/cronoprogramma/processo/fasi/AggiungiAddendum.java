package it.cronoprogramma.processo.fasi;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Contratto;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;
import it.cronoprogramma.rifiuto.Rifiuto;

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

	AggiungiAddendum(Ufficio ufficio, LetturaContratto lettura) {
		this.ufficio = ufficio;
		this.lettura = lettura;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		Candidatura c = candidatura(modulo.testo("candidatura", "Candidatura", 20));
		Contratto addendum = this.lettura.addendum(modulo, c, autore);
		c.aggiungiAddendum(addendum, this.ufficio.catalogo().avviso(c.avviso()), autore);
		this.ufficio.candidature().inserisciContratto(c.codice(), addendum, autore);
		this.ufficio.candidature().salva(c, autore);
	}

	private Candidatura candidatura(String codice) {
		Candidatura c = this.ufficio.candidature().leggi(codice);
		if (!this.ufficio.vede(c.ente())) {
			// the same answer as for a candidatura that does not exist
			throw Rifiuto.nonTrovato("La candidatura «%s» non esiste.", codice);
		}
		return c;
	}

}
