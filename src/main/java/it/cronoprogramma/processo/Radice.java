package it.cronoprogramma.processo;

import java.math.BigDecimal;
import java.util.Objects;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Cup;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.processo.modello.Avviso141;
import it.cronoprogramma.processo.modello.Variabile;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * The instance of the avviso's process, whose variables tell a reader of Cockpit where a
 * candidatura stands. The tables own the facts: what is written here is a copy.
 */
public final class Radice {

	private final DelegateExecution istanza;

	private Radice(DelegateExecution istanza) {
		this.istanza = istanza;
	}

	/**
	 * The avviso's instance above an execution, however deep.
	 * @param execution where the token is
	 * @return the instance
	 */
	public static Radice di(DelegateExecution execution) {
		DelegateExecution istanza = execution.getProcessInstance();
		while (istanza.getSuperExecution() != null) {
			istanza = istanza.getSuperExecution().getProcessInstance();
		}
		return new Radice(istanza);
	}

	/**
	 * Copies the candidatura's facts.
	 * @param c the candidatura
	 */
	public void aggiorna(Candidatura c) {
		scrivi(Avviso141.STATO, c.stato().nome());
		scrivi(Avviso141.IMPORTO, c.importo().map(BigDecimal::doubleValue).orElse(null));
		scrivi(Avviso141.VALORE_CUP, c.cup().map(Cup::codice).orElse(null));
	}

	/**
	 * Tells which term runs.
	 * @param s the term
	 */
	public void corre(Scadenza s) {
		scrivi(Avviso141.TERMINE, s.termine().nome());
		scrivi(Avviso141.SCADENZA, s.governante().toString());
		scrivi(Avviso141.SCADUTO, (s.stato() == Scadenza.StatoScadenza.SCADUTA) ? Boolean.TRUE : null);
	}

	/** Tells that no term runs. */
	public void nessunTermine() {
		scrivi(Avviso141.TERMINE, null);
		scrivi(Avviso141.SCADENZA, null);
		scrivi(Avviso141.SCADUTO, null);
	}

	private <T> void scrivi(Variabile<T> variabile, T valore) {
		if (!Objects.equals(variabile.leggi(this.istanza), valore)) {
			variabile.scrivi(this.istanza, valore);
		}
	}

}
