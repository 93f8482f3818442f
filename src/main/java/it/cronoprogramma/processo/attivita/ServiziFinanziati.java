package it.cronoprogramma.processo.attivita;

import java.util.List;

import it.cronoprogramma.candidatura.ServizioFinanziato;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.motore.NelProcesso;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The services of a package, one branch of verification for each.
 */
@Component("serviziFinanziati")
public class ServiziFinanziati implements NelProcesso {

	private final Ufficio ufficio;

	ServiziFinanziati(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	/**
	 * The services of the candidatura that a phase belongs to.
	 * @param execution the phase
	 * @return their codes
	 */
	public List<String> codici(DelegateExecution execution) {
		return this.ufficio.candidature()
			.servizi(execution.getProcessBusinessKey())
			.stream()
			.map(ServizioFinanziato::servizio)
			.toList();
	}

}
