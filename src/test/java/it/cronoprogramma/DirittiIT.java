package it.cronoprogramma;

import java.util.List;

import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Who may do a task: by the process where all its tasks are for the role, else by the
 * task (docs/adr/0016).
 */
class DirittiIT {

	private static final String OPERATORI = "operatori";

	private static final String RTD = "rtd";

	private static Applicazione app;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-05-10");
	}

	@AfterAll
	static void ferma() {
		app.close();
	}

	@Test
	void unAttivitaNonPortaDirittiSuoiDoveBastaIlProcesso() {
		Ente comune = app.nuovoComune(4000);
		app.torna("2022-05-10T09:00");
		String codice = app.nuovaCandidatura(comune.id(), comune, Applicazione.APRILE);
		Task task = app.attivita(codice, "componiPacchetto");
		assertThat(gruppiConDiritto(task)).isEmpty();
		app.come(comune.id(), () -> {
			app.bean(TaskService.class).claim(task.getId(), comune.id());
			return null;
		});
		assertThat(diritti(task)).as("prenderla in carico non dà diritti").isZero();
		assertThat(visteDa(comune.id())).contains(task.getId());
		assertThat(visteDa("operatore2")).doesNotContain(task.getId());
	}

	@Test
	void doveUnAttivitaEDiAltriIDirittiSonoSulleSingole() {
		prova("mista", 1, OPERATORI + "," + RTD, RTD);
		List<Task> aperte = avviate("mista");
		Task sua = aperte.stream().filter((t) -> t.getTaskDefinitionKey().equals("prima")).findFirst().orElseThrow();
		Task altrui = aperte.stream()
			.filter((t) -> t.getTaskDefinitionKey().equals("seconda"))
			.findFirst()
			.orElseThrow();
		assertThat(gruppiConDiritto(sua)).containsExactly(OPERATORI);
		assertThat(gruppiConDiritto(altrui)).isEmpty();
		assertThat(visteDa("operatore")).contains(sua.getId()).doesNotContain(altrui.getId());
		assertThat(visteDa(RTD)).contains(sua.getId(), altrui.getId());
		assertThatThrownBy(() -> app.come("operatore", () -> {
			app.bean(TaskService.class).claim(altrui.getId(), "operatore");
			return null;
		})).isInstanceOf(AuthorizationException.class);
	}

	@Test
	void ilDirittoSulProcessoSegueCioCheSiInstalla() {
		prova("cambia", 1, OPERATORI + "," + RTD, OPERATORI);
		assertThat(dirittiSulProcesso("cambia", OPERATORI)).isTrue();
		assertThat(dirittiSulProcesso("cambia", RTD)).isFalse();
		// the second version has a task that is not for operatori
		prova("cambia", 2, OPERATORI + "," + RTD, RTD);
		assertThat(dirittiSulProcesso("cambia", OPERATORI)).isFalse();
		// the third has none, but tasks of the second may be open
		prova("cambia", 3, OPERATORI, OPERATORI);
		assertThat(dirittiSulProcesso("cambia", OPERATORI)).isFalse();
		assertThat(dirittiSulProcesso("cambia", RTD)).isFalse();
	}

	private static void prova(String chiave, int versione, String prima, String seconda) {
		BpmnModelInstance modello = Bpmn.createExecutableProcess(chiave)
			.name(chiave + " " + versione)
			.camundaHistoryTimeToLive(3650)
			.startEvent()
			.parallelGateway("insieme")
			.userTask("prima")
			.camundaCandidateGroups(prima)
			.endEvent()
			.moveToNode("insieme")
			.userTask("seconda")
			.camundaCandidateGroups(seconda)
			.endEvent()
			.done();
		app.bean(RepositoryService.class).createDeployment().addModelInstance(chiave + ".bpmn", modello).deploy();
	}

	private static List<Task> avviate(String chiave) {
		app.bean(RuntimeService.class)
			.createProcessInstanceByKey(chiave)
			.setVariable("enteId", Applicazione.CREMA.id())
			.execute();
		return app.bean(TaskService.class).createTaskQuery().processDefinitionKey(chiave).list();
	}

	private static List<String> visteDa(String utente) {
		return app.come(utente,
				() -> app.bean(TaskService.class).createTaskQuery().list().stream().map(Task::getId).toList());
	}

	private static boolean dirittiSulProcesso(String chiave, String gruppo) {
		return app.bean(AuthorizationService.class)
			.createAuthorizationQuery()
			.resourceType(Resources.PROCESS_DEFINITION)
			.resourceId(chiave)
			.groupIdIn(gruppo)
			.count() == 1;
	}

	private static long diritti(Task task) {
		return app.bean(AuthorizationService.class)
			.createAuthorizationQuery()
			.resourceType(Resources.TASK)
			.resourceId(task.getId())
			.count();
	}

	private static List<String> gruppiConDiritto(Task task) {
		return app.bean(AuthorizationService.class)
			.createAuthorizationQuery()
			.resourceType(Resources.TASK)
			.resourceId(task.getId())
			.list()
			.stream()
			.map((a) -> a.getGroupId())
			.toList();
	}

}
