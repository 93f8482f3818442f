package it.cronoprogramma.processo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Cup;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.processo.modello.ProcessoAvviso;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * The instance of the avviso's process, whose variables tell a reader of Cockpit where a
 * candidatura stands. The tables own the facts: what is written here is a copy.
 */
public final class Radice {

	/** How the definitions of all avvisi begin. */
	private static final String AVVISO = "avviso-";

	private final Variabili istanza;

	private Radice(Variabili istanza) {
		this.istanza = istanza;
	}

	/**
	 * The instance above an execution, however deep: the avviso's, or that of a process
	 * that runs beside it.
	 * @param execution where the token is
	 * @return the instance
	 */
	public static Radice di(DelegateExecution execution) {
		return new Radice(diretta(sopra(execution)));
	}

	/**
	 * The avviso's instance of a candidatura, also from a process that runs beside it.
	 * @param execution where the token is
	 * @return the instance; what is written to it goes nowhere if it has ended
	 */
	public static Radice dellAvviso(DelegateExecution execution) {
		DelegateExecution sopra = sopra(execution);
		if (dellAvviso(sopra.getProcessDefinitionId())) {
			return new Radice(diretta(sopra));
		}
		RuntimeService processi = execution.getProcessEngineServices().getRuntimeService();
		return istanza(execution.getProcessEngineServices(), execution.getProcessBusinessKey())
			.map((i) -> daFuori(processi, i.getId()))
			.orElseGet(() -> new Radice(new Variabili((nome) -> null, (nome, valore) -> {
			})));
	}

	/**
	 * The avviso's instance of a candidatura.
	 * @param motore the engine
	 * @param codice the candidatura's code
	 * @return the instance, empty if it has ended
	 */
	static Optional<ProcessInstance> istanza(ProcessEngineServices motore, String codice) {
		return motore.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(codice)
			.rootProcessInstances()
			.list()
			.stream()
			.filter((i) -> dellAvviso(i.getProcessDefinitionId()))
			.findFirst();
	}

	static boolean dellAvviso(String definizione) {
		return definizione.startsWith(AVVISO);
	}

	static DelegateExecution sopra(DelegateExecution execution) {
		DelegateExecution istanza = execution.getProcessInstance();
		while (istanza.getSuperExecution() != null) {
			istanza = istanza.getSuperExecution().getProcessInstance();
		}
		return istanza;
	}

	private static Variabili diretta(DelegateExecution istanza) {
		return new Variabili(istanza::getVariable, istanza::setVariable);
	}

	static Radice daFuori(RuntimeService processi, String istanza) {
		return new Radice(new Variabili((nome) -> processi.getVariable(istanza, nome),
				(nome, valore) -> processi.setVariable(istanza, nome, valore)));
	}

	/**
	 * Copies the candidatura's facts.
	 * @param c the candidatura
	 */
	public void aggiorna(Candidatura c) {
		scrivi(ProcessoAvviso.STATO.nome(), c.stato().nome());
		scrivi(ProcessoAvviso.IMPORTO.nome(), c.importo().map(BigDecimal::doubleValue).orElse(null));
		scrivi(ProcessoAvviso.VALORE_CUP.nome(), c.cup().map(Cup::codice).orElse(null));
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

	private void scrivi(String variabile, Object valore) {
		if (!Objects.equals(this.istanza.lettura().apply(variabile), valore)) {
			this.istanza.scrittura().accept(variabile, valore);
		}
	}

	/** How the variables of an instance are reached: from inside it or from outside. */
	private record Variabili(Function<String, Object> lettura, BiConsumer<String, Object> scrittura) {
	}

}
