package it.cronoprogramma.processo.fasi;

import java.util.Optional;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.RegoleFusione;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ProcessoAvviso;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Aprire la candidatura: records the draft and starts the process of its measure, with
 * the candidatura's code as business key and the ente as tenant.
 */
@Component("apriCandidatura")
class ApriCandidatura extends ModuloDiAvvio {

	private final Ufficio ufficio;

	ApriCandidatura(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		Ente ente = ente(modulo.testo("ente", "Ente", 20));
		Avviso avviso = this.ufficio.catalogo().avviso(modulo.testo("avviso", "Avviso", 60));
		Candidatura c = Candidatura.apri(this.ufficio.candidature().nuovoCodice(), ente, avviso,
				this.ufficio.catalogo().fascia(avviso.codice(), ente.popolazione()), autore);
		precedente(modulo, c).ifPresent(c::succede);
		this.ufficio.candidature().inserisci(c, autore);
		RuntimeService processi = execution.getProcessEngineServices().getRuntimeService();
		processi.createProcessInstanceByKey(avviso.pacchetto().processo())
			.businessKey(c.codice())
			.setVariable(ProcessoAvviso.ENTE.nome(), ente.nome())
			.setVariable(ProcessoAvviso.ENTE_ID.nome(), ente.id())
			.setVariable(ProcessoAvviso.AVVISO.nome(), avviso.codice())
			.setVariable(ProcessoAvviso.FASCIA.nome(), c.fascia())
			.setVariable(ProcessoAvviso.STATO.nome(), c.stato().nome())
			.execute();
	}

	/**
	 * The one that somebody has chosen; else the latest on the same avviso, if any.
	 */
	private Optional<Candidatura> precedente(Modulo modulo, Candidatura c) {
		String scelta = modulo.testoONullo("predecessore", "Prende il posto di", 20);
		if (scelta == null) {
			return this.ufficio.candidature().superate(c.ente(), c.avviso()).stream().findFirst();
		}
		Candidatura precedente = this.ufficio.candidature().leggi(scelta);
		if (!precedente.ente().equals(c.ente())) {
			throw Rifiuto.nonValido("La candidatura precedente «%s» non è di questo ente: la scelga tra le sue.",
					scelta);
		}
		return Optional.of(precedente);
	}

	private Ente ente(String id) {
		if (!this.ufficio.vede(id)) {
			// the same answer as for an ente that does not exist: nothing is told about
			// others
			throw Rifiuto.nonTrovato("L'ente «%s» non esiste.", id);
		}
		Ente ente = this.ufficio.enti().blocca(id);
		RegoleFusione.apribile(ente);
		return ente;
	}

}
