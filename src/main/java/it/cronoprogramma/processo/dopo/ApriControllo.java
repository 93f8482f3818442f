package it.cronoprogramma.processo.dopo;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Controllo;
import it.cronoprogramma.candidatura.Notifica;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ControlloCampione;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Aprire il controllo a campione: records the PEC and starts the process that follows the
 * answer.
 */
@Component("apriControllo")
class ApriControllo extends ModuloDiAvvio {

	private final Ufficio ufficio;

	ApriControllo(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		Candidatura c = candidatura(modulo.testo("candidatura", "Candidatura", 20));
		Notifica pec = Notifica.ricevuta(modulo.giorno("dataNotifica", "Giorno della PEC"),
				modulo.ora("oraNotifica", "Ora della PEC"), modulo.testo("protocollo", "Protocollo", 100), autore);
		c.controlla(pec);
		Controllo controllo = this.ufficio.candidature().inserisciControllo(c.codice(), pec, autore);
		this.ufficio.candidature().salva(c, autore);
		execution.getProcessEngineServices()
			.getRuntimeService()
			.createProcessInstanceByKey(ControlloCampione.CHIAVE)
			.businessKey(c.codice())
			.setVariable(ControlloCampione.ENTE_ID.nome(), c.ente())
			.setVariable(ControlloCampione.ENTE.nome(), this.ufficio.enti().leggi(c.ente()).nomeOggi())
			.setVariable(ControlloCampione.AVVISO.nome(), c.avviso())
			.setVariable(ControlloCampione.CONTROLLO.nome(), controllo.id())
			.execute();
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
