package it.cronoprogramma.processo.importazione;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Origine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.motore.NelProcesso;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What is already known of a candidatura from the published data, as the models ask for
 * it.
 */
@Component("datiPubblicati")
public class DatiPubblicati implements NelProcesso {

	private final Ufficio ufficio;

	DatiPubblicati(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	/**
	 * Whether the decree need not be recorded any more.
	 * @param execution the phase
	 * @return {@code true} where it was published before anybody recorded it
	 */
	public boolean decretoNoto(DelegateExecution execution) {
		return candidatura(execution).decreto().isPresent();
	}

	/**
	 * Whether the package was composed: the published data tell its amount only.
	 * @param execution the phase
	 * @return {@code true} for a candidatura that was opened here
	 */
	public boolean pacchettoNoto(DelegateExecution execution) {
		return candidatura(execution).origine() == Origine.UFFICIO;
	}

	private Candidatura candidatura(DelegateExecution execution) {
		return this.ufficio.candidature().leggi(execution.getProcessBusinessKey());
	}

}
