package it.cronoprogramma.processo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Cup;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.processo.modello.ProcessoAvviso;
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
		scrivi(ProcessoAvviso.STATO, c.stato().nome());
		scrivi(ProcessoAvviso.IMPORTO, c.importo().map(BigDecimal::doubleValue).orElse(null));
		scrivi(ProcessoAvviso.VALORE_CUP, c.cup().map(Cup::codice).orElse(null));
	}

	/**
	 * Tells which term runs: the one that falls due first.
	 * @param pendenti the terms still to be met, earliest first
	 */
	public void corrono(List<Scadenza> pendenti) {
		termine(pendenti).forEach(this::scrivi);
	}

	/**
	 * The variables that tell which term runs.
	 * @param pendenti the terms still to be met, earliest first
	 * @return values by name, {@code null} where there is nothing to tell
	 */
	public static Map<String, Object> termine(List<Scadenza> pendenti) {
		Map<String, Object> valori = new HashMap<>();
		valori.put(ProcessoAvviso.TERMINE.nome(), pendenti.isEmpty() ? null : pendenti.get(0).termine().nome());
		valori.put(ProcessoAvviso.SCADENZA.nome(), pendenti.isEmpty() ? null : pendenti.get(0).governante().toString());
		boolean scaduto = pendenti.stream().anyMatch((s) -> s.stato() == Scadenza.StatoScadenza.SCADUTA);
		valori.put(ProcessoAvviso.SCADUTO.nome(), scaduto ? Boolean.TRUE : null);
		return valori;
	}

	private <T> void scrivi(Variabile<T> variabile, T valore) {
		scrivi(variabile.nome(), valore);
	}

	private void scrivi(String variabile, Object valore) {
		if (!Objects.equals(this.istanza.getVariable(variabile), valore)) {
			this.istanza.setVariable(variabile, valore);
		}
	}

}
