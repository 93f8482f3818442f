package it.cronoprogramma;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.prova.Applicazione;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * Scenarios that hold on the database of the demo and on that of production: one
 * application for all of them, begun on 25 May 2022.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScenariSuDueDatabase {

	final boolean suPostgres;

	private final List<String> proprieta;

	EmbeddedPostgres postgres;

	Applicazione app;

	/**
	 * On one of the two.
	 * @param suPostgres whether on PostgreSQL, else on H2
	 * @param proprieta further settings, {@code name=value}
	 */
	ScenariSuDueDatabase(boolean suPostgres, String... proprieta) {
		this.suPostgres = suPostgres;
		this.proprieta = List.of(proprieta);
	}

	@BeforeAll
	void avvia() throws IOException {
		List<String> tutte = new ArrayList<>(this.proprieta);
		if (this.suPostgres) {
			this.postgres = EmbeddedPostgres.start();
			tutte.add("spring.datasource.url=" + this.postgres.getJdbcUrl("postgres", "postgres"));
			tutte.add("spring.datasource.username=postgres");
			tutte.add("spring.datasource.password=postgres");
		}
		this.app = Applicazione.avvia("2022-05-25", tutte.toArray(String[]::new));
	}

	@AfterAll
	void ferma() throws IOException {
		this.app.close();
		if (this.postgres != null) {
			this.postgres.close();
		}
	}

	/** Nothing of what went before runs any more. */
	final void sgombera() {
		this.app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.rootProcessInstances()
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.forEach((id) -> this.app.bean(RuntimeService.class).deleteProcessInstance(id, "prova"));
	}

}
