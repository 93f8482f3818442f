package it.cronoprogramma.processo.catalogo;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stands before the engine's own deployers: tables that would not work together are not
 * deployed, whoever brings them (the page, the engine's REST, the start of the
 * application), and nothing else of their deployment either. It runs in the transaction
 * of the deployment, after the engine has made sure that there is no other at the same
 * time.
 */
@Component
public class ControlloTabelle implements Deployer {

	/**
	 * Source of a deployment whose author says that an avviso without candidature may go.
	 */
	static final String CON_RIMOZIONE = "tabelle con avvisi tolti";

	private static final Logger LOG = LoggerFactory.getLogger(ControlloTabelle.class);

	private static final List<String> SUFFISSI = List.of("dmn", "dmn11.xml");

	private final JdbcClient jdbc;

	ControlloTabelle(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void deploy(DeploymentEntity deposito) {
		// the engine also calls its deployers to load again what is deployed
		if (!deposito.isNew()) {
			return;
		}
		List<TabellaLetta> nuove = nuove(deposito);
		if (nuove.isEmpty()) {
			return;
		}
		if (deposito.getTenantId() != null) {
			throw new TabelleRifiutate(List.of("Le tabelle valgono per tutti gli enti: le installi senza tenant."));
		}
		CommandContext comando = Context.getCommandContext();
		List<TabellaLetta> prima = Depositata.tabelle(comando.getProcessEngineConfiguration().getRepositoryService())
			.stream()
			.map(Depositata::tabella)
			.toList();
		Set<String> chiavi = nuove.stream().map(TabellaLetta::chiave).collect(Collectors.toSet());
		List<TabellaLetta> dopo = new ArrayList<>(nuove);
		prima.stream().filter((t) -> !chiavi.contains(t.chiave())).forEach(dopo::add);

		List<String> problemi = new ArrayList<>(VerificaTabelle.problemi(dopo));
		// at start-up there is nobody to ask
		boolean avvio = comando.getAuthenticatedUserId() == null;
		Map<String, Integer> candidature = candidature();
		problemi.addAll(
				VerificaTabelle.spariti(prima, dopo, candidature, avvio || CON_RIMOZIONE.equals(deposito.getSource())));
		if (!problemi.isEmpty()) {
			throw new TabelleRifiutate(problemi);
		}
		if (avvio) {
			VerificaTabelle.spariti(prima, dopo, candidature, false)
				.forEach((sparito) -> LOG.warn("Tabelle installate all'avvio. {}", sparito));
		}
	}

	private static List<TabellaLetta> nuove(DeploymentEntity deposito) {
		List<TabellaLetta> nuove = new ArrayList<>();
		List<String> problemi = new ArrayList<>();
		for (ResourceEntity risorsa : deposito.getResources().values()) {
			if (SUFFISSI.stream().anyMatch(risorsa.getName()::endsWith)) {
				try {
					nuove.addAll(TabellaLetta.di(risorsa.getName(),
							Dmn.readModelFromStream(new ByteArrayInputStream(risorsa.getBytes()))));
				}
				catch (RuntimeException ex) {
					problemi.add(Depositata.illeggibile(risorsa.getName(), ex));
				}
			}
		}
		nuove.stream()
			.collect(Collectors.groupingBy(TabellaLetta::chiave))
			.values()
			.stream()
			.filter((stesse) -> stesse.size() > 1)
			.forEach((stesse) -> problemi.add("La tabella «%s» è in due file: %s e %s; serve in uno solo."
				.formatted(stesse.get(0).chiave(), stesse.get(0).file(), stesse.get(1).file())));
		if (!problemi.isEmpty()) {
			throw new TabelleRifiutate(problemi);
		}
		return nuove;
	}

	private Map<String, Integer> candidature() {
		return this.jdbc.sql("SELECT avviso, COUNT(*) AS quante FROM candidatura GROUP BY avviso")
			.query((rs, riga) -> Map.entry(rs.getString("avviso"), rs.getInt("quante")))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
