package it.cronoprogramma.processo.catalogo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.xml.sax.SAXException;

/**
 * A table as it is deployed, in its newest version.
 *
 * @param definizione what the engine knows of it
 * @param tabella what is written in it
 */
record Depositata(DecisionDefinition definizione, TabellaLetta tabella) {

	/**
	 * The newest version of every table, by key.
	 * @param depositi where they are
	 * @return the tables, ours only
	 */
	static List<Depositata> tabelle(RepositoryService depositi) {
		Map<String, List<TabellaLetta>> perFile = new HashMap<>();
		List<Depositata> tabelle = new ArrayList<>();
		for (DecisionDefinition d : depositi.createDecisionDefinitionQuery()
			.withoutTenantId()
			.latestVersion()
			.orderByDecisionDefinitionKey()
			.asc()
			.list()) {
			if (Tabelle.famiglia(d.getKey()).isPresent()) {
				perFile.computeIfAbsent(d.getDeploymentId() + " " + d.getResourceName(), (f) -> leggi(depositi, d))
					.stream()
					.filter((t) -> t.chiave().equals(d.getKey()))
					.forEach((t) -> tabelle.add(new Depositata(d, t)));
			}
		}
		return tabelle;
	}

	private static List<TabellaLetta> leggi(RepositoryService depositi, DecisionDefinition d) {
		try (InputStream sorgente = depositi.getResourceAsStream(d.getDeploymentId(), d.getResourceName())) {
			return TabellaLetta.di(d.getResourceName(), Dmn.readModelFromStream(sorgente));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The sentence for a file that the engine cannot read as DMN.
	 * @param file its name
	 * @param ex what the engine said
	 * @return an Italian sentence
	 */
	static String illeggibile(String file, RuntimeException ex) {
		Optional<String> motivo = Optional.empty();
		for (Throwable causa = ex; causa != null; causa = causa.getCause()) {
			if (causa instanceof SAXException) {
				motivo = Optional.ofNullable(causa.getMessage());
			}
		}
		return file + ": non si legge come DMN" + motivo.map((m) -> " (" + m + ")").orElse("")
				+ "; serve un file .dmn salvato da Camunda Modeler.";
	}

}
