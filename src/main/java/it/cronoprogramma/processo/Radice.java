package it.cronoprogramma.processo;

import java.math.BigDecimal;
import java.util.List;
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
	 * Tells which term runs: the one that falls due first.
	 * @param pendenti the terms still to be met, earliest first
	 */
	public void corrono(List<Scadenza> pendenti) {
		scrivi(Avviso141.TERMINE, pendenti.isEmpty() ? null : pendenti.get(0).termine().nome());
		scrivi(Avviso141.SCADENZA, pendenti.isEmpty() ? null : pendenti.get(0).governante().toString());
		boolean scaduto = pendenti.stream().anyMatch((s) -> s.stato() == Scadenza.StatoScadenza.SCADUTA);
		scrivi(Avviso141.SCADUTO, scaduto ? Boolean.TRUE : null);
	}

	private <T> void scrivi(Variabile<T> variabile, T valore) {
		if (!Objects.equals(variabile.leggi(this.istanza), valore)) {
			variabile.scrivi(this.istanza, valore);
		}
	}

}
