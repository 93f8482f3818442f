package it.cronoprogramma.processo.differimenti;

import java.util.List;

import it.cronoprogramma.candidatura.AttoDifferimento;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.DifferimentoRepository.Esito;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ApplicaDifferimento;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Applicare alla prossima candidatura: one job, one candidatura, one transaction. Which
 * one is next stands in the table, so that whatever stops the work, none is done twice
 * and none is left out.
 */
@Component("applicaAllaProssima")
class ApplicaAllaProssima implements JavaDelegate {

	private final Ufficio ufficio;

	private final EsecuzioneDifferimento esecuzione;

	ApplicaAllaProssima(Ufficio ufficio, EsecuzioneDifferimento esecuzione) {
		this.ufficio = ufficio;
		this.esecuzione = esecuzione;
	}

	@Override
	public void execute(DelegateExecution execution) {
		long numero = ApplicaDifferimento.DIFFERIMENTO.leggi(execution);
		DifferimentoRepository differimenti = this.ufficio.differimenti();
		AttoDifferimento atto = differimenti.leggi(numero);
		// the engine acts for the one who registered the act
		Autore autore = new Autore(atto.registrato().chi(), this.ufficio.autore().quando());
		// the one to do, and whether another follows
		List<String> prossime = differimenti.prossime(numero, 2);
		prossime.stream().limit(1).forEach((codice) -> {
			try {
				this.esecuzione.applica(atto, codice, autore, execution.getProcessEngineServices());
				ApplicaDifferimento.APPLICATE.scrivi(execution, ApplicaDifferimento.APPLICATE.leggi(execution) + 1);
			}
			catch (Rifiuto rifiuto) {
				// something has happened to it since the preview: somebody will look
				differimenti.segnaSaltato(numero, codice, rifiuto.getMessage(), autore.quando());
			}
		});
		boolean altre = prossime.size() > 1;
		ApplicaDifferimento.ALTRE.scrivi(execution, altre);
		if (!altre) {
			ApplicaDifferimento.SALTATE.scrivi(execution, differimenti.conteggi(numero).get(Esito.SALTATO));
			differimenti.passa(numero, StatoAtto.IN_CORSO, StatoAtto.CONCLUSO, autore);
		}
	}

}
