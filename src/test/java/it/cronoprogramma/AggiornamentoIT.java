package it.cronoprogramma;

import java.util.Date;
import java.util.Map;

import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Vita;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Candidature that are under way when a new version of the models arrives: those in
 * {@code src/test/resources/prima} are the models of the version that knew 1.4.1 only.
 */
class AggiornamentoIT {

	@Test
	void chiEPartitoPrimaArrivaInFondo() {
		try (Applicazione app = Applicazione.avvia("2022-10-20")) {
			installa(app, "prima/avviso-1-4-1.bpmn", "prima/domanda.bpmn", "prima/completamento.bpmn");
			Vita inDomanda = new Vita(app, app.nuovoComune(3000), APRILE).con("inviaDomanda",
					Map.of("dataInvio", "2022-09-02"));
			Vita conContratti = new Vita(app, app.nuovoComune(3000), APRILE)
				.con("inviaDomanda", Map.of("dataInvio", "2022-09-02"))
				.fino("registraContratto");
			Vita inVerifica = new Vita(app, app.nuovoComune(3000), APRILE)
				.con("inviaDomanda", Map.of("dataInvio", "2022-09-02"))
				.fino("verificaSito");
			assertThat(chiamate(app, inVerifica)).as("le attività stavano nella fase").isZero();

			installa(app, "processes/avvisi/avviso-1-4-1.bpmn", "processes/fasi/domanda.bpmn",
					"processes/fasi/completamento.bpmn");
			conContratti.fino("verificaSito");
			assertThat(chiamate(app, conContratti)).as("la fase nuova chiama le attività della 1.4.1").isOne();
			for (Vita v : new Vita[] { conContratti, inVerifica }) {
				// the engine's clocks reach the task wherever it stands
				app.avviaProcesso(app.candidatura(v.codice()).ente(), "registra-data-portale",
						Map.of("scadenza", app.scadenza(v.codice(), TipoTermine.COMPLETAMENTO).id(), "dataPortale",
								"2023-05-05", "riferimento", "schermata"));
				assertThat(app.attivita(v.codice(), "verificaSito").getDueDate()).as(v.codice())
					.isEqualTo(Date.from(Applicazione.istante("2023-05-05T23:59:59")));
			}
			for (Vita v : new Vita[] { inDomanda, conContratti, inVerifica }) {
				v.tutta();
				assertThat(app.candidatura(v.codice()).stato()).as(v.codice()).isEqualTo(Stato.LIQUIDATA);
			}
		}
	}

	private static long chiamate(Applicazione app, Vita v) {
		return app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(v.codice())
			.processDefinitionKey("attivita-1-4-1")
			.count();
	}

	private static void installa(Applicazione app, String... modelli) {
		var deposito = app.bean(RepositoryService.class).createDeployment().name("modelli");
		for (String m : modelli) {
			deposito.addClasspathResource(m);
		}
		deposito.deploy();
	}

}
