package it.cronoprogramma.processo.catalogo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * One version of a decision table, with the answers given so far.
 */
final class Tabella {

	private static final Pattern STRINGA = Pattern.compile("\"([^\"]+)\"");

	private static final Pattern NUMERO = Pattern.compile("(\\d{1,9})");

	private static final int RISPOSTE_MASSIME = 20_000;

	private final DmnEngine dmn;

	private final DmnDecision decisione;

	private final List<Rule> regole;

	private final Map<Map<String, Object>, Optional<Map<String, Object>>> risposte = new ConcurrentHashMap<>();

	Tabella(String chiave, DmnModelInstance modello, DmnEngine dmn) {
		this.dmn = dmn;
		this.decisione = dmn.parseDecision(chiave, modello);
		Decision decisione = modello.getModelElementById(chiave);
		this.regole = List.copyOf(((DecisionTable) decisione.getExpression()).getRules());
	}

	/**
	 * The row that answers a question.
	 * @param ingresso values of the inputs by name
	 * @return the outputs by name, empty if no row answers
	 */
	Optional<Map<String, Object>> riga(Map<String, Object> ingresso) {
		if (this.risposte.size() > RISPOSTE_MASSIME) {
			this.risposte.clear();
		}
		return this.risposte.computeIfAbsent(ingresso,
				(i) -> Optional.ofNullable(this.dmn.evaluateDecisionTable(this.decisione, i).getSingleResult())
					.map(DmnDecisionRuleResult::getEntryMap));
	}

	/**
	 * The texts that the rows name in one input column, in the order of the rows.
	 * @param indice which input, from 0
	 * @return each text once
	 */
	List<String> colonna(int indice) {
		return trovati(indice, STRINGA).distinct().toList();
	}

	/**
	 * The whole numbers that the rows name in one input column.
	 * @param indice which input, from 0
	 * @return the numbers as they stand
	 */
	List<Integer> numeri(int indice) {
		return trovati(indice, NUMERO).map(Integer::valueOf).toList();
	}

	private Stream<String> trovati(int indice, Pattern che) {
		return this.regole.stream()
			.map((regola) -> List.copyOf(regola.getInputEntries()).get(indice).getText().getTextContent())
			.flatMap((testo) -> che.matcher(testo).results())
			.map((trovato) -> trovato.group(1));
	}

}
