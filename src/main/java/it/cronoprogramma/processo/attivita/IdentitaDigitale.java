package it.cronoprogramma.processo.attivita;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Protocollo;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.motore.NelProcesso;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What the package of 1.4.4 asks for, as its process asks it.
 */
@Component("identitaDigitale")
public class IdentitaDigitale implements NelProcesso {

	private final Ufficio ufficio;

	IdentitaDigitale(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	/**
	 * Whether SPID is to be integrated.
	 * @param execution the activities
	 * @return {@code true} unless the ente had it
	 */
	public boolean mancaSpid(DelegateExecution execution) {
		return candidatura(execution).scenarioPartenza().orElseThrow().mancaSpid();
	}

	/**
	 * Whether CIE is to be integrated.
	 * @param execution the activities
	 * @return {@code true} unless the ente had it
	 */
	public boolean mancaCie(DelegateExecution execution) {
		return candidatura(execution).scenarioPartenza().orElseThrow().mancaCie();
	}

	/**
	 * Whether a training plan is part of the package.
	 * @param execution the activities
	 * @return {@code true} where neither of the two uses OpenID Connect
	 */
	public boolean conFormazione(DelegateExecution execution) {
		return candidatura(execution).protocollo().orElseThrow() == Protocollo.SAML2;
	}

	private Candidatura candidatura(DelegateExecution execution) {
		return this.ufficio.candidature().leggi(execution.getProcessBusinessKey());
	}

}
