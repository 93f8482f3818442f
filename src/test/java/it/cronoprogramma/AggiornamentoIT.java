package it.cronoprogramma;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Vita;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

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
				assertThat(app.candidatura(v.codice()).stato()).as(v.codice()).isEqualTo(Stato.CHIUSA);
			}
		}
	}

	/**
	 * From the models that knew neither the formal check, nor the yearly checks, nor an
	 * end before its time.
	 */
	@Test
	void chiEPartitoPrimaSiSpostaEArrivaInFondo() {
		try (Applicazione app = Applicazione.avvia("2022-10-20")) {
			installa(app, "prima/ciclo/avviso-1-4-1.bpmn", "prima/ciclo/cup.bpmn", "prima/ciclo/asseverazione.bpmn",
					"prima/ciclo/erogazione.bpmn", "prima/ciclo/mantenimento.bpmn",
					"prima/ciclo/controllo-campione.bpmn");
			Vita conCup = partita(app).fino("inserisciCup");
			Vita inVerifica = partita(app).fino("registraAsseverazione");
			Vita inErogazione = partita(app).fino("richiediErogazione");
			Vita inMantenimento = partita(app).fino("nessuna");
			Vita daRevocare = partita(app)
				.con("registraAsseverazione", Map.of("esito", "negativo", "inammissibile", true))
				.fino("registraRevoca");
			Vita daRinunciare = partita(app).fino("registraContratto");

			installa(app, "processes/avvisi/avviso-1-4-1.bpmn", "processes/fasi/cup.bpmn",
					"processes/fasi/asseverazione.bpmn", "processes/fasi/erogazione.bpmn",
					"processes/fasi/mantenimento.bpmn", "processes/controllo-campione.bpmn");
			// what the old version cannot do by itself happens all the same
			rinunciaDecretata(app, daRinunciare);
			assertThat(app.candidatura(daRinunciare.codice()).stato()).isEqualTo(Stato.RINUNCIATA);
			assertThat(app.attivitaAperte(daRinunciare.codice())).isEmpty();

			Map<String, Object> esame = aggiorna(app);
			assertThat(esame.get("nonSpostate")).as(esame.toString()).isEqualTo(1);
			assertThat(esame.get("rapporto")).asString().contains(daRevocare.codice(), "avviso-1-4-1");
			assertThat(superate(app)).containsExactly(daRevocare.codice());

			daRevocare.fino("nessuna");
			assertThat(app.candidatura(daRevocare.codice()).stato()).isEqualTo(Stato.REVOCATA);
			rinunciaDecretata(app, conCup);
			assertThat(app.candidatura(conCup.codice()).stato()).isEqualTo(Stato.RINUNCIATA);
			for (Vita v : new Vita[] { inVerifica, inErogazione, inMantenimento }) {
				v.tutta();
				assertThat(app.candidatura(v.codice()).stato()).as(v.codice()).isEqualTo(Stato.CHIUSA);
				assertThat(app.candidatura(v.codice()).annoVerificato()).as(v.codice()).contains(2027);
			}
		}
	}

	private static Vita partita(Applicazione app) {
		return new Vita(app, app.nuovoComune(3000), APRILE)
			.con("componiPacchetto", Map.of("sito", "da-avviare", "serviziDaAvviare", List.of()))
			.con("inviaDomanda", Map.of("dataInvio", "2022-09-02"));
	}

	private static void rinunciaDecretata(Applicazione app, Vita v) {
		String oggi = app.oggi().toString();
		app.avviaProcesso("rtd", "registra-rinuncia", Map.of("candidatura", v.codice(), "che", "rinuncia",
				"dataRichiesta", oggi, "motivo", "Un avviso migliore"));
		app.compila("rtd", v.codice(), "registraDecretoRinuncia",
				Map.of("esito", "decretata", "numeroAtto", "Decreto 5", "dataAtto", oggi, "protocollo", "5"));
	}

	/** Starts the move as an administrator does, and lets its jobs run. */
	private static Map<String, Object> aggiorna(Applicazione app) {
		app.avviaProcesso("admin", "aggiorna-candidature", Map.of("conferma", true));
		ManagementService lavori = app.bean(ManagementService.class);
		for (Job job = prossimo(lavori); job != null; job = prossimo(lavori)) {
			lavori.executeJob(job.getId());
		}
		String esame = app.bean(TaskService.class)
			.createTaskQuery()
			.taskDefinitionKey("esaminaAggiornamento")
			.singleResult()
			.getId();
		return app.come("admin", () -> {
			Map<String, Object> mostrato = Map.copyOf(app.bean(FormService.class).getTaskFormVariables(esame));
			app.bean(FormService.class).submitTaskForm(esame, Map.of());
			return mostrato;
		});
	}

	private static Job prossimo(ManagementService lavori) {
		return lavori.createJobQuery().activityId("spostaCandidature").singleResult();
	}

	/** The candidature that still have an instance of an earlier version. */
	private static Set<String> superate(Applicazione app) {
		Set<String> ultime = app.bean(RepositoryService.class)
			.createProcessDefinitionQuery()
			.latestVersion()
			.list()
			.stream()
			.map(ProcessDefinition::getId)
			.collect(Collectors.toSet());
		return app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.list()
			.stream()
			.filter((i) -> !ultime.contains(i.getProcessDefinitionId()))
			.map(ProcessInstance::getBusinessKey)
			.collect(Collectors.toSet());
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
