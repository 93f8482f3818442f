package it.cronoprogramma.processo.catalogo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.springframework.stereotype.Component;

/**
 * The tables as they are deployed. What bears the name of a table and a suffix after a
 * dash ({@code avvisi-2027}) adds its rows to that table: rows of one's own need not go
 * into the tables that come with the application. A new deployment is seen within a
 * second, on every node.
 */
@Component
class TabelleInstallate {

	private static final long RILETTURA_NANOS = 1_000_000_000L;

	private final RepositoryService depositi;

	private final DmnEngine dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	private final Map<String, Famiglia> famiglie = new ConcurrentHashMap<>();

	TabelleInstallate(RepositoryService depositi) {
		this.depositi = depositi;
	}

	/**
	 * The row that answers a question, from whichever table of a name has it.
	 * @param nome the table's name
	 * @param ingresso values of the inputs by name
	 * @return the outputs by name, empty if no row answers
	 */
	Optional<Map<String, Object>> riga(String nome, Map<String, Object> ingresso) {
		return tabelle(nome).flatMap((t) -> t.riga(ingresso).stream()).findFirst();
	}

	/**
	 * The texts that the rows name in one input column.
	 * @param nome the table's name
	 * @param indice which input, from 0
	 * @return each text once
	 */
	List<String> colonna(String nome, int indice) {
		return tabelle(nome).flatMap((t) -> t.colonna(indice).stream()).distinct().toList();
	}

	/**
	 * The whole numbers that the rows name in one input column.
	 * @param nome the table's name
	 * @param indice which input, from 0
	 * @return each number once, ascending
	 */
	List<Integer> numeri(String nome, int indice) {
		return tabelle(nome).flatMap((t) -> t.numeri(indice).stream()).distinct().sorted().toList();
	}

	/**
	 * Forgets what has been read: the next question looks at the deployed tables again.
	 */
	void dimentica() {
		this.famiglie.clear();
	}

	private Stream<Tabella> tabelle(String nome) {
		return this.famiglie.compute(nome, (n, nota) -> {
			if (nota != null && System.nanoTime() - nota.letta < RILETTURA_NANOS) {
				return nota;
			}
			return leggi(n, (nota == null) ? Map.of() : nota.perVersione);
		}).perVersione.values().stream();
	}

	private Famiglia leggi(String nome, Map<String, Tabella> note) {
		Map<String, Tabella> perVersione = new LinkedHashMap<>();
		Map<String, DecisionDefinition> ultime = new HashMap<>();
		this.depositi.createDecisionDefinitionQuery()
			.decisionDefinitionKeyLike(nome + "%")
			.withoutTenantId()
			.latestVersion()
			.orderByDecisionDefinitionKey()
			.asc()
			.list()
			.stream()
			.filter((d) -> Tabelle.famiglia(d.getKey()).equals(Optional.of(nome)))
			.forEach((d) -> {
				ultime.put(d.getKey(), d);
				perVersione.put(d.getId(), note.containsKey(d.getId()) ? note.get(d.getId()) : leggi(d));
			});
		if (!ultime.containsKey(nome)) {
			throw new IllegalStateException("La tabella «" + nome + "» non è installata");
		}
		return new Famiglia(perVersione, System.nanoTime());
	}

	private Tabella leggi(DecisionDefinition definizione) {
		try (InputStream sorgente = this.depositi.getDecisionModel(definizione.getId())) {
			return new Tabella(definizione.getKey(), Dmn.readModelFromStream(sorgente), this.dmn);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The tables of one name, by the id of their newest version. */
	private record Famiglia(Map<String, Tabella> perVersione, long letta) {
	}

}
