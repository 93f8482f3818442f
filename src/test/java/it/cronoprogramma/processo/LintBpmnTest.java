package it.cronoprogramma.processo;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.cronoprogramma.processo.ModelloBpmn.Espressione;
import it.cronoprogramma.processo.motore.NelProcesso;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every model of {@code processes/} to the rules of {@link RegolaBpmn}, and each
 * rule to its duty: a small model in order passes them all, and for each rule there are
 * changes to it that the rule must find.
 */
class LintBpmnTest {

	private static final List<ModelloBpmn> MODELLI = ModelloBpmn.tutti();

	private static final Fonti FONTI = Fonti.delProgetto();

	private static final Fonti FONTI_DI_PROVA = new Fonti(Set.of("prova-buona", "orologio-termine"),
			Map.of("registraProva", "registraProva", "altroId", "unAltro"),
			Map.of("registraProva", TaskListener.class, "preparaProva", JavaDelegate.class, "avvisaProva",
					JavaDelegate.class, "terminiDiProva", TerminiDiProva.class, "nascosto", String.class),
			Set.of("esito", "giorno"));

	// The models of the project

	@ParameterizedTest(name = "{1} / {0}")
	@MethodSource("regolePerModello")
	void theModelKeepsTheRule(RegolaBpmn regola, ModelloBpmn modello) {
		assertThat(regola.violazioni(modello, FONTI)).as("%s breaks %s", modello, regola).isEmpty();
	}

	static Stream<Arguments> regolePerModello() {
		return MODELLI.stream()
			.flatMap((modello) -> Arrays.stream(RegolaBpmn.values()).map((regola) -> Arguments.of(regola, modello)));
	}

	@Test
	void thereAreModelsBeansVariablesAndForms() {
		assertThat(MODELLI).isNotEmpty();
		assertThat(FONTI.beans()).isNotEmpty();
		assertThat(FONTI.variabili()).isNotEmpty();
		assertThat(FONTI.moduli()).isNotEmpty();
	}

	@Test
	void noTwoModelsHaveTheSameKey() {
		assertThat(RegoleBpmn.chiaviDoppie(MODELLI)).isEmpty();
	}

	/**
	 * A phase calls what its caller names: each name that is handed over must be a model,
	 * and there must be one.
	 */
	@Test
	void aProcessCalledByAVariableExists() {
		Set<String> variabili = MODELLI.stream()
			.flatMap((m) -> m.tutti(CallActivity.class).stream())
			.map(CallActivity::getCalledElement)
			.filter((chiamato) -> chiamato.startsWith("${"))
			.flatMap((chiamato) -> Espressione.in("chiamata", "calledElement", chiamato).stream())
			.flatMap((chiamato) -> chiamato.radici().stream())
			.filter((radice) -> !radice.equals("execution"))
			.collect(Collectors.toSet());
		assertThat(variabili).containsExactlyInAnyOrder("attivita", "preparazione");
		Set<String> consegnati = MODELLI.stream()
			.flatMap((m) -> m.tutti(CamundaIn.class).stream())
			.filter((entra) -> variabili.contains(entra.getCamundaTarget()))
			.map(CamundaIn::getCamundaSourceExpression)
			.collect(Collectors.toSet());
		assertThat(consegnati).hasSize(10).isSubsetOf(FONTI.processi());
	}

	@Test
	void everyFormIsUsed() {
		assertThat(RegoleBpmn.moduliInutili(MODELLI, FONTI.moduli().keySet())).isEmpty();
	}

	// The lint itself

	@ParameterizedTest
	@EnumSource
	void theGoodModelKeepsTheRule(RegolaBpmn regola) {
		assertThat(regola.violazioni(ModelloBpmn.di("prova.bpmn", BUONO), FONTI_DI_PROVA)).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@FieldSource("GUASTI")
	void theRuleFindsTheFault(Guasto guasto) {
		String xml = BUONO;
		for (int i = 0; i < guasto.cambi().size(); i += 2) {
			assertThat(xml).as("the good model has what the fault changes").contains(guasto.cambi().get(i));
			xml = xml.replace(guasto.cambi().get(i), guasto.cambi().get(i + 1));
		}
		assertThat(guasto.regola().violazioni(ModelloBpmn.di("guasto.bpmn", xml), FONTI_DI_PROVA))
			.anySatisfy((violazione) -> assertThat(violazione).contains(guasto.violazione()));
	}

	@Test
	void everyRuleHasAFaultToFind() {
		assertThat(GUASTI.stream().map(Guasto::regola).collect(Collectors.toSet()))
			.containsExactlyInAnyOrderElementsOf(EnumSet.allOf(RegolaBpmn.class));
	}

	@Test
	void aFormThatNobodyUsesIsFound() {
		List<ModelloBpmn> modelli = List.of(ModelloBpmn.di("prova.bpmn", BUONO));
		assertThat(RegoleBpmn.moduliInutili(modelli, List.of("registraProva"))).isEmpty();
		assertThat(RegoleBpmn.moduliInutili(modelli, List.of("registraProva", "dimenticato"))).singleElement()
			.asString()
			.contains("forms/dimenticato.form");
	}

	@Test
	void aKeyUsedTwiceIsFound() {
		ModelloBpmn uno = ModelloBpmn.di("uno.bpmn", BUONO);
		assertThat(RegoleBpmn.chiaviDoppie(List.of(uno))).isEmpty();
		assertThat(RegoleBpmn.chiaviDoppie(List.of(uno, ModelloBpmn.di("due.bpmn", BUONO)))).singleElement()
			.asString()
			.contains("due.bpmn", "prova-buona", "uno.bpmn");
	}

	@Test
	void rootsFunctionsAndMethodsOfAnExpression() {
		assertThat(Espressione.in("passo", "dueDate",
				"${a.b(execution).c == 'd.e(f)' and not empty g.h} o ${now()} #{a.z( i , 2)}"))
			.satisfiesExactly((prima) -> {
				assertThat(prima.radici()).containsExactly("a", "execution", "g");
				assertThat(prima.funzioni()).isEmpty();
				assertThat(prima.metodi()).isEqualTo(Map.of("a", Set.of("b")));
			}, (seconda) -> {
				assertThat(seconda.radici()).isEmpty();
				assertThat(seconda.funzioni()).containsExactly("now");
			}, (terza) -> assertThat(terza.radici()).containsExactly("a", "i"));
	}

	@Test
	void beansOfASource() {
		Map<String, Class<?>> attesi = new HashMap<>();
		attesi.put("primo", JavaDelegate.class);
		attesi.put("altroNome", String.class);
		attesi.put("terzo", Object.class);
		attesi.put("config", Object.class);
		attesi.put("espressione", Espressione.class);
		assertThat(Fonti.beansIn("ModelloBpmn", """
				package it.cronoprogramma.processo;
				import org.camunda.bpm.engine.delegate.JavaDelegate;
				/** Not a @Component class Commento. */
				@Configuration(proxyBeanMethods = false)
				class Config {
					@Bean(destroyMethod = "close")
					@DependsOn("altro")
					JavaDelegate primo(String a) {
					}
					@Bean("altroNome")
					public static String secondo() {
					}
					@Bean
					Ignoto<String> terzo() {
					}
					@Component
					static final class Espressione {
					}
				}
				""")).isEqualTo(attesi);
	}

	/**
	 * A change to the good model that a rule must find.
	 *
	 * @param regola the rule
	 * @param violazione what it must say
	 * @param cambi pairs: what stands there, what takes its place
	 */
	record Guasto(RegolaBpmn regola, String violazione, List<String> cambi) {

		static Guasto di(RegolaBpmn regola, String violazione, String... cambi) {
			return new Guasto(regola, violazione, List.of(cambi));
		}

		@Override
		public String toString() {
			return this.regola.name() + " says «" + this.violazione + "»";
		}

	}

	/** A bean that expressions may call. */
	public abstract static class TerminiDiProva implements NelProcesso {

		public abstract String scadenza(Object execution);

	}

	static final List<Guasto> GUASTI = List.of(
			Guasto.di(RegolaBpmn.VALID, "Line=", "<bpmn:documentation>Una prova.</bpmn:documentation>", "",
					"<bpmndi:BPMNDiagram ", "<bpmn:documentation>Una prova.</bpmn:documentation><bpmndi:BPMNDiagram "),
			Guasto.di(RegolaBpmn.KEY, "prova_Buona: is not a kebab-case key", "\"prova-buona\"", "\"prova_Buona\""),
			Guasto.di(RegolaBpmn.KEY, "has 2 processes", "<bpmndi:BPMNDiagram ",
					"<bpmn:process id=\"seconda-prova\" /><bpmndi:BPMNDiagram "),
			Guasto.di(RegolaBpmn.HISTORY, "historyTimeToLive is «null»", " camunda:historyTimeToLive=\"P3650D\"", ""),
			Guasto.di(RegolaBpmn.HISTORY, "historyTimeToLive is «dieci anni»", "P3650D", "dieci anni"),
			Guasto.di(RegolaBpmn.EXECUTABLE, "prova-buona: is not executable", " isExecutable=\"true\"", ""),
			Guasto.di(RegolaBpmn.DOCUMENTED, "has no name", " name=\"Prova buona\"", ""),
			Guasto.di(RegolaBpmn.DOCUMENTED, "has no documentation",
					"<bpmn:documentation>Una prova.</bpmn:documentation>", ""),
			Guasto.di(RegolaBpmn.SPEAKING_IDS, "rg: the id of this userTask is not", "\"registraProva\"", "\"rg\""),
			Guasto.di(RegolaBpmn.SPEAKING_IDS, "a_1_2_3_4: the id of this userTask is not", "\"registraProva\"",
					"\"a_1_2_3_4\""),
			Guasto.di(RegolaBpmn.SPEAKING_IDS, "Activity_0ab12cd: the id of this userTask was made by the modeler",
					"\"registraProva\"", "\"Activity_0ab12cd\""),
			Guasto.di(RegolaBpmn.SPEAKING_IDS, "Flow_Avanti: the id of this sequenceFlow was made by the modeler",
					"\"Flusso_AllaFine\"", "\"Flow_Avanti\""),
			Guasto.di(RegolaBpmn.SPEAKING_IDS, "StartEvent_1: the id of this startEvent was made by the modeler",
					"\"Inizio\"", "\"StartEvent_1\""),
			Guasto.di(RegolaBpmn.SPEAKING_IDS, "Inizio_di: the id of this BPMNShape was made by the modeler",
					"\"Inizio_Forma\"", "\"Inizio_di\""),
			Guasto.di(RegolaBpmn.UNIQUE_IDS, "Inizio: a second element, endEvent, has this id", "\"Fine\"",
					"\"Inizio\""),
			Guasto.di(RegolaBpmn.INFINITIVES, "registraProva: its name «Registrazione prova» does not begin",
					"\"Registrare la prova\"", "\"Registrazione prova\""),
			Guasto.di(RegolaBpmn.INFINITIVES, "preparaProva: its name «Preparare» has less than two words",
					"\"Preparare la prova\"", "\"Preparare\""),
			Guasto.di(RegolaBpmn.INFINITIVES, "avvisaProva: its name «» does not begin",
					" name=\"Avvisare della prova\"", ""),
			Guasto.di(RegolaBpmn.INFINITIVES, "orologioProva: its name «Il termine»", "\"Seguire il termine\"",
					"\"Il termine\""),
			Guasto.di(RegolaBpmn.QUESTIONS, "ProvaRiuscita: its name «Prova riuscita» is not a question",
					"Prova riuscita?", "Prova riuscita"),
			Guasto.di(RegolaBpmn.QUESTIONS, "ProvaRiuscita: its name «null» is not a question",
					" name=\"Prova riuscita?\"", ""),
			Guasto.di(RegolaBpmn.ANSWERS, "ProvaRiuscita: has no default flow", " default=\"Flusso_SeNo\"", ""),
			Guasto.di(RegolaBpmn.ANSWERS, "Flusso_SeNo: leaves the gateway without a condition",
					" default=\"Flusso_SeNo\"", ""),
			Guasto.di(RegolaBpmn.ANSWERS, "Flusso_SeSi: leaves the gateway without a name", " name=\"sì\"", ""),
			Guasto.di(RegolaBpmn.ANSWERS, "Flusso_SeSi: is the default, yet has a condition", "default=\"Flusso_SeNo\"",
					"default=\"Flusso_SeSi\""),
			Guasto.di(RegolaBpmn.NAMED_EVENTS, "Inizio: has no name", " name=\"Prova iniziata\"", ""),
			Guasto.di(RegolaBpmn.NAMED_EVENTS, "Fine: has no name", " name=\"Prova finita\"", " name=\" \""),
			Guasto.di(RegolaBpmn.NO_CODE, "serviceTask has the attribute camunda:class",
					"camunda:delegateExpression=\"${preparaProva}\"", "camunda:class=\"Prepara\""),
			Guasto.di(RegolaBpmn.NO_CODE,
					"preparaProva: serviceTask camunda:expression names the class it.prova.Prepara",
					"camunda:delegateExpression=\"${preparaProva}\"", "camunda:expression=\"${it.prova.Prepara}\""),
			Guasto.di(RegolaBpmn.NO_CODE, "names the class TaskEntityImpl", "${preparaProva}", "${TaskEntityImpl}"),
			Guasto.di(RegolaBpmn.NO_CODE, "preparaProva: is or holds a scriptTask", "serviceTask", "scriptTask"),
			Guasto.di(RegolaBpmn.NO_CODE, "registraProva: is or holds a script",
					"<camunda:taskListener event=\"complete\" delegateExpression=\"${registraProva}\" />",
					"<camunda:taskListener event=\"complete\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:taskListener>"),
			Guasto.di(RegolaBpmn.NO_CODE, "taskListener has the attribute class",
					"delegateExpression=\"${registraProva}\"", "class=\"Registra\""),
			Guasto.di(RegolaBpmn.NO_CODE, "conditionExpression has the attribute language",
					"<bpmn:conditionExpression ", "<bpmn:conditionExpression language=\"javascript\" "),
			Guasto.di(RegolaBpmn.DELEGATES, "preparaProva: its delegateExpression «» is not ${bean}",
					" camunda:delegateExpression=\"${preparaProva}\"", ""),
			Guasto.di(RegolaBpmn.DELEGATES, "preparaProva: the bean registraProva is no JavaDelegate",
					"${preparaProva}", "${registraProva}"),
			Guasto.di(RegolaBpmn.DELEGATES, "avvisaProva: the bean terminiDiProva is no JavaDelegate", "${avvisaProva}",
					"${terminiDiProva}"),
			Guasto.di(RegolaBpmn.DELEGATES, "registraProva: the bean preparaProva is no TaskListener",
					"${registraProva}", "${preparaProva}"),
			Guasto.di(RegolaBpmn.EXPRESSIONS,
					"preparaProva (delegateExpression): ${assente} names assente, which is no", "${preparaProva}",
					"${assente}"),
			Guasto.di(RegolaBpmn.EXPRESSIONS, "names the bean nascosto, which the engine is not shown",
					"${preparaProva}", "${nascosto}"),
			Guasto.di(RegolaBpmn.EXPRESSIONS, "registraProva (dueDate): ${esito} names esito, which is no bean",
					"${terminiDiProva.scadenza(execution)}", "${esito}"),
			Guasto.di(RegolaBpmn.EXPRESSIONS, "names ignota, which is no bean", "${terminiDiProva.scadenza(execution)}",
					"${terminiDiProva.scadenza(ignota)}"),
			Guasto.di(RegolaBpmn.EXPRESSIONS, "calls scadenze, which TerminiDiProva does not have",
					"terminiDiProva.scadenza", "terminiDiProva.scadenze"),
			Guasto.di(RegolaBpmn.EXPRESSIONS, "calls the unknown function oggi",
					"${terminiDiProva.scadenza(execution)}", "${oggi()}"),
			Guasto.di(RegolaBpmn.EXPRESSIONS, "names esitoo, which is no bean and no declared variable",
					"${esito == 'riuscita'}", "${esitoo == 'riuscita'}"),
			Guasto.di(RegolaBpmn.EXPRESSIONS,
					"GiornoDopo_Quando (timeDate): ${assente.giorno(execution)} names assente",
					"<bpmn:endEvent id=\"Fine\" name=\"Prova finita\">",
					"""
							<bpmn:intermediateCatchEvent id="GiornoDopo">
								<bpmn:timerEventDefinition id="GiornoDopo_Quando">
									<bpmn:timeDate xsi:type="bpmn:tFormalExpression">${assente.giorno(execution)}</bpmn:timeDate>
								</bpmn:timerEventDefinition>
							</bpmn:intermediateCatchEvent>
							<bpmn:endEvent id="Fine" name="Prova finita">"""),
			Guasto.di(RegolaBpmn.FORMS, "registraProva: its formRef is «altro», not its own id",
					"camunda:formRef=\"registraProva\"", "camunda:formRef=\"altro\""),
			Guasto.di(RegolaBpmn.FORMS, "registraProva: its formRef is «», not its own id",
					" camunda:formRef=\"registraProva\"", ""),
			Guasto.di(RegolaBpmn.FORMS, "Inizio: forms/assente.form does not exist", "<bpmn:startEvent id=\"Inizio\" ",
					"<bpmn:startEvent id=\"Inizio\" camunda:formRef=\"assente\" "),
			Guasto.di(RegolaBpmn.FORMS, "altroId: forms/altroId.form does not exist or has the id «unAltro»",
					"\"registraProva\"", "\"altroId\""),
			Guasto.di(RegolaBpmn.GROUPS, "registraProva: its candidateGroups are «»",
					" camunda:candidateGroups=\"operatori,rtd\"", ""),
			Guasto.di(RegolaBpmn.GROUPS, "registraProva: its candidateGroups are «operatori,tutti»", "operatori,rtd",
					"operatori,tutti"),
			Guasto.di(RegolaBpmn.LISTENERS, "registraProva: has no complete listener", "event=\"complete\"",
					"event=\"create\""),
			Guasto.di(RegolaBpmn.LISTENERS, "registraProva: has no complete listener",
					"delegateExpression=\"${registraProva}\"", "delegateExpression=\"${altra}\""),
			Guasto.di(RegolaBpmn.DUE_DATES, "registraProva: a term runs against it",
					" camunda:dueDate=\"${terminiDiProva.scadenza(execution)}\"", ""),
			Guasto.di(RegolaBpmn.DUE_DATES, "valutaScaduto: a term runs against it",
					" camunda:dueDate=\"${terminiDiProva.scadenza(execution)}\"", "", "\"registraProva\"",
					"\"valutaScaduto\"", "calledElement=\"orologio-termine\"", "calledElement=\"prova-buona\""),
			Guasto.di(RegolaBpmn.CALLS, "orologioProva: calls «orologio», which is no model",
					"calledElement=\"orologio-termine\"", "calledElement=\"orologio\""),
			Guasto.di(RegolaBpmn.CALLS, "orologioProva: does not pass the business key",
					"<camunda:in businessKey=\"#{execution.processBusinessKey}\" />", ""),
			Guasto.di(RegolaBpmn.CALLS, "orologioProva: does not pass the business key",
					"#{execution.processBusinessKey}", "un-altro-codice"),
			Guasto.di(RegolaBpmn.SENDING, "avvisaProva: is not asyncBefore", " camunda:asyncBefore=\"true\"", ""),
			Guasto.di(RegolaBpmn.SENDING, "avvisaProva: has no failedJobRetryTimeCycle",
					"<camunda:failedJobRetryTimeCycle>R3/PT5M</camunda:failedJobRetryTimeCycle>", ""),
			Guasto.di(RegolaBpmn.DRAWN, "Fine: has no BPMNShape", "bpmnElement=\"Fine\"",
					"bpmnElement=\"prova-buona\""),
			Guasto.di(RegolaBpmn.DRAWN, "Flusso_AllaFine: has no BPMNEdge", "bpmnElement=\"Flusso_AllaFine\"",
					"bpmnElement=\"prova-buona\""),
			Guasto.di(RegolaBpmn.NO_OVERLAP, "registraProva: its box overlaps that of orologioProva",
					"<dc:Bounds x=\"520\" y=\"210\"", "<dc:Bounds x=\"520\" y=\"189\""),
			Guasto.di(RegolaBpmn.INSIDE,
					"orologioProva: its box is not inside that of its sub-process provaEntroIlTermine",
					"<dc:Bounds x=\"520\" y=\"210\"", "<dc:Bounds x=\"520\" y=\"260\""),
			Guasto.di(RegolaBpmn.LEFT_TO_RIGHT, "Flusso_AllaPreparazione: runs from right to left, from Inizio",
					"<dc:Bounds x=\"100\" y=\"132\"", "<dc:Bounds x=\"260\" y=\"432\""),
			Guasto.di(RegolaBpmn.DOCKED, "Flusso_AllaFine: does not begin on the border of its source avvisaProva",
					"<di:waypoint x=\"1170\" y=\"150\" />", "<di:waypoint x=\"1120\" y=\"150\" />"),
			Guasto.di(RegolaBpmn.DOCKED, "Flusso_AllaFine: does not end on the border of its target Fine",
					"<di:waypoint x=\"1210\" y=\"150\" />", "<di:waypoint x=\"1200\" y=\"150\" />"),
			Guasto.di(RegolaBpmn.NO_CROSSING, "Flusso_AllaRegistrazione: crosses Flusso_AllOrologio at (500, 150)",
					"<di:waypoint x=\"455\" y=\"175\" /><di:waypoint x=\"455\" y=\"245\" />",
					"<di:waypoint x=\"455\" y=\"125\" /><di:waypoint x=\"455\" y=\"100\" />"
							+ "<di:waypoint x=\"500\" y=\"100\" /><di:waypoint x=\"500\" y=\"245\" />"),
			Guasto.di(RegolaBpmn.NO_CROSSING, "Flusso_SeNo: runs on top of Flusso_AllaFine",
					"<di:waypoint x=\"685\" y=\"70\" /><di:waypoint x=\"570\" y=\"70\" />",
					"<di:waypoint x=\"685\" y=\"70\" /><di:waypoint x=\"1170\" y=\"70\" />"
							+ "<di:waypoint x=\"1170\" y=\"150\" /><di:waypoint x=\"1190\" y=\"150\" />"
							+ "<di:waypoint x=\"1190\" y=\"50\" /><di:waypoint x=\"570\" y=\"50\" />"),
			Guasto.di(RegolaBpmn.NO_PASSING_THROUGH, "Flusso_AllOrologio: passes through the box of registraProva",
					"<di:waypoint x=\"455\" y=\"175\" /><di:waypoint x=\"455\" y=\"245\" /><di:waypoint x=\"520\" y=\"245\" />",
					"<di:waypoint x=\"480\" y=\"150\" /><di:waypoint x=\"500\" y=\"170\" />"
							+ "<di:waypoint x=\"570\" y=\"170\" /><di:waypoint x=\"570\" y=\"210\" />"));

	private static final String BUONO = """
			<?xml version="1.0" encoding="UTF-8"?>
			<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
				xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
				xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
				xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Modello_Prova" targetNamespace="prova">
			<bpmn:process id="prova-buona" name="Prova buona" isExecutable="true" camunda:historyTimeToLive="P3650D">
				<bpmn:documentation>Una prova.</bpmn:documentation>
				<bpmn:startEvent id="Inizio" name="Prova iniziata">
					<bpmn:outgoing>Flusso_AllaPreparazione</bpmn:outgoing>
				</bpmn:startEvent>
				<bpmn:serviceTask id="preparaProva" name="Preparare la prova" camunda:delegateExpression="${preparaProva}">
					<bpmn:incoming>Flusso_AllaPreparazione</bpmn:incoming>
					<bpmn:outgoing>Flusso_AllaProva</bpmn:outgoing>
				</bpmn:serviceTask>
				<bpmn:subProcess id="provaEntroIlTermine" name="Prova entro il termine">
					<bpmn:incoming>Flusso_AllaProva</bpmn:incoming>
					<bpmn:outgoing>Flusso_AllAvviso</bpmn:outgoing>
					<bpmn:startEvent id="ProvaCominciata">
						<bpmn:outgoing>Flusso_AllaBiforcazione</bpmn:outgoing>
					</bpmn:startEvent>
					<bpmn:parallelGateway id="ProvaEOrologio">
						<bpmn:incoming>Flusso_AllaBiforcazione</bpmn:incoming>
						<bpmn:outgoing>Flusso_AllaRegistrazione</bpmn:outgoing>
						<bpmn:outgoing>Flusso_AllOrologio</bpmn:outgoing>
					</bpmn:parallelGateway>
					<bpmn:userTask id="registraProva" name="Registrare la prova" camunda:formRef="registraProva" camunda:formRefBinding="latest" camunda:candidateGroups="operatori,rtd" camunda:dueDate="${terminiDiProva.scadenza(execution)}">
						<bpmn:extensionElements>
							<camunda:taskListener event="complete" delegateExpression="${registraProva}" />
						</bpmn:extensionElements>
						<bpmn:incoming>Flusso_AllaRegistrazione</bpmn:incoming>
						<bpmn:incoming>Flusso_SeNo</bpmn:incoming>
						<bpmn:outgoing>Flusso_DallaRegistrazione</bpmn:outgoing>
					</bpmn:userTask>
					<bpmn:exclusiveGateway id="ProvaRiuscita" name="Prova riuscita?" default="Flusso_SeNo">
						<bpmn:incoming>Flusso_DallaRegistrazione</bpmn:incoming>
						<bpmn:outgoing>Flusso_SeSi</bpmn:outgoing>
						<bpmn:outgoing>Flusso_SeNo</bpmn:outgoing>
					</bpmn:exclusiveGateway>
					<bpmn:endEvent id="ProvaConclusa">
						<bpmn:incoming>Flusso_SeSi</bpmn:incoming>
					</bpmn:endEvent>
					<bpmn:callActivity id="orologioProva" name="Seguire il termine" calledElement="orologio-termine">
						<bpmn:extensionElements>
							<camunda:in businessKey="#{execution.processBusinessKey}" />
						</bpmn:extensionElements>
						<bpmn:incoming>Flusso_AllOrologio</bpmn:incoming>
					</bpmn:callActivity>
					<bpmn:sequenceFlow id="Flusso_AllaBiforcazione" sourceRef="ProvaCominciata" targetRef="ProvaEOrologio" />
					<bpmn:sequenceFlow id="Flusso_AllaRegistrazione" sourceRef="ProvaEOrologio" targetRef="registraProva" />
					<bpmn:sequenceFlow id="Flusso_AllOrologio" sourceRef="ProvaEOrologio" targetRef="orologioProva" />
					<bpmn:sequenceFlow id="Flusso_DallaRegistrazione" sourceRef="registraProva" targetRef="ProvaRiuscita" />
					<bpmn:sequenceFlow id="Flusso_SeSi" name="sì" sourceRef="ProvaRiuscita" targetRef="ProvaConclusa">
						<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${esito == 'riuscita'}</bpmn:conditionExpression>
					</bpmn:sequenceFlow>
					<bpmn:sequenceFlow id="Flusso_SeNo" name="no" sourceRef="ProvaRiuscita" targetRef="registraProva" />
				</bpmn:subProcess>
				<bpmn:sendTask id="avvisaProva" name="Avvisare della prova" camunda:delegateExpression="${avvisaProva}" camunda:asyncBefore="true">
					<bpmn:extensionElements>
						<camunda:failedJobRetryTimeCycle>R3/PT5M</camunda:failedJobRetryTimeCycle>
					</bpmn:extensionElements>
					<bpmn:incoming>Flusso_AllAvviso</bpmn:incoming>
					<bpmn:outgoing>Flusso_AllaFine</bpmn:outgoing>
				</bpmn:sendTask>
				<bpmn:endEvent id="Fine" name="Prova finita">
					<bpmn:incoming>Flusso_AllaFine</bpmn:incoming>
				</bpmn:endEvent>
				<bpmn:sequenceFlow id="Flusso_AllaPreparazione" sourceRef="Inizio" targetRef="preparaProva" />
				<bpmn:sequenceFlow id="Flusso_AllaProva" sourceRef="preparaProva" targetRef="provaEntroIlTermine" />
				<bpmn:sequenceFlow id="Flusso_AllAvviso" sourceRef="provaEntroIlTermine" targetRef="avvisaProva" />
				<bpmn:sequenceFlow id="Flusso_AllaFine" sourceRef="avvisaProva" targetRef="Fine" />
			</bpmn:process>
			<bpmndi:BPMNDiagram id="Diagramma_Prova">
				<bpmndi:BPMNPlane id="Piano_Prova" bpmnElement="prova-buona">
					<bpmndi:BPMNShape id="Inizio_Forma" bpmnElement="Inizio"><dc:Bounds x="100" y="132" width="36" height="36" /></bpmndi:BPMNShape>
					<bpmndi:BPMNShape id="preparaProva_Forma" bpmnElement="preparaProva"><dc:Bounds x="180" y="110" width="100" height="80" /></bpmndi:BPMNShape>
					<bpmndi:BPMNShape id="provaEntroIlTermine_Forma" bpmnElement="provaEntroIlTermine" isExpanded="true"><dc:Bounds x="330" y="40" width="700" height="260" /></bpmndi:BPMNShape>
					<bpmndi:BPMNShape id="ProvaCominciata_Forma" bpmnElement="ProvaCominciata"><dc:Bounds x="360" y="132" width="36" height="36" /></bpmndi:BPMNShape>
					<bpmndi:BPMNShape id="ProvaEOrologio_Forma" bpmnElement="ProvaEOrologio"><dc:Bounds x="430" y="125" width="50" height="50" /></bpmndi:BPMNShape>
					<bpmndi:BPMNShape id="registraProva_Forma" bpmnElement="registraProva"><dc:Bounds x="520" y="110" width="100" height="80" /></bpmndi:BPMNShape>
					<bpmndi:BPMNShape id="ProvaRiuscita_Forma" bpmnElement="ProvaRiuscita"><dc:Bounds x="660" y="125" width="50" height="50" /></bpmndi:BPMNShape>
					<bpmndi:BPMNShape id="ProvaConclusa_Forma" bpmnElement="ProvaConclusa"><dc:Bounds x="760" y="132" width="36" height="36" /></bpmndi:BPMNShape>
					<bpmndi:BPMNShape id="orologioProva_Forma" bpmnElement="orologioProva"><dc:Bounds x="520" y="210" width="100" height="70" /></bpmndi:BPMNShape>
					<bpmndi:BPMNShape id="avvisaProva_Forma" bpmnElement="avvisaProva"><dc:Bounds x="1070" y="110" width="100" height="80" /></bpmndi:BPMNShape>
					<bpmndi:BPMNShape id="Fine_Forma" bpmnElement="Fine"><dc:Bounds x="1210" y="132" width="36" height="36" /></bpmndi:BPMNShape>
					<bpmndi:BPMNEdge id="Flusso_AllaPreparazione_Linea" bpmnElement="Flusso_AllaPreparazione"><di:waypoint x="136" y="150" /><di:waypoint x="180" y="150" /></bpmndi:BPMNEdge>
					<bpmndi:BPMNEdge id="Flusso_AllaProva_Linea" bpmnElement="Flusso_AllaProva"><di:waypoint x="280" y="150" /><di:waypoint x="330" y="150" /></bpmndi:BPMNEdge>
					<bpmndi:BPMNEdge id="Flusso_AllaBiforcazione_Linea" bpmnElement="Flusso_AllaBiforcazione"><di:waypoint x="396" y="150" /><di:waypoint x="430" y="150" /></bpmndi:BPMNEdge>
					<bpmndi:BPMNEdge id="Flusso_AllaRegistrazione_Linea" bpmnElement="Flusso_AllaRegistrazione"><di:waypoint x="480" y="150" /><di:waypoint x="520" y="150" /></bpmndi:BPMNEdge>
					<bpmndi:BPMNEdge id="Flusso_AllOrologio_Linea" bpmnElement="Flusso_AllOrologio"><di:waypoint x="455" y="175" /><di:waypoint x="455" y="245" /><di:waypoint x="520" y="245" /></bpmndi:BPMNEdge>
					<bpmndi:BPMNEdge id="Flusso_DallaRegistrazione_Linea" bpmnElement="Flusso_DallaRegistrazione"><di:waypoint x="620" y="150" /><di:waypoint x="660" y="150" /></bpmndi:BPMNEdge>
					<bpmndi:BPMNEdge id="Flusso_SeSi_Linea" bpmnElement="Flusso_SeSi"><di:waypoint x="710" y="150" /><di:waypoint x="760" y="150" /></bpmndi:BPMNEdge>
					<bpmndi:BPMNEdge id="Flusso_SeNo_Linea" bpmnElement="Flusso_SeNo"><di:waypoint x="685" y="125" /><di:waypoint x="685" y="70" /><di:waypoint x="570" y="70" /><di:waypoint x="570" y="110" /></bpmndi:BPMNEdge>
					<bpmndi:BPMNEdge id="Flusso_AllAvviso_Linea" bpmnElement="Flusso_AllAvviso"><di:waypoint x="1030" y="150" /><di:waypoint x="1070" y="150" /></bpmndi:BPMNEdge>
					<bpmndi:BPMNEdge id="Flusso_AllaFine_Linea" bpmnElement="Flusso_AllaFine"><di:waypoint x="1170" y="150" /><di:waypoint x="1210" y="150" /></bpmndi:BPMNEdge>
				</bpmndi:BPMNPlane>
			</bpmndi:BPMNDiagram>
			</bpmn:definitions>
			""";

}
