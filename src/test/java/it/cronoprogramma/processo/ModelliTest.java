package it.cronoprogramma.processo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.cronoprogramma.processo.ModelloBpmn.Espressione;
import it.cronoprogramma.processo.modello.ProcessoAttivita;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the classes of {@code it.cronoprogramma.processo.modello} against the models,
 * both ways: neither names what the other does not have.
 */
class ModelliTest {

	private static final Map<String, ModelloBpmn> MODELLI = ModelloBpmn.tutti()
		.stream()
		.collect(Collectors.toMap(ModelloBpmn::chiave, Function.identity()));

	private static final Fonti FONTI = Fonti.delProgetto();

	/** The attributes, besides expressions and mappings, whose value is a variable. */
	private static final Set<String> ATTRIBUTI = Set.of("elementVariable", "resultVariable");

	static List<Class<?>> classi() {
		return ClassiModello.tutte();
	}

	@Test
	void everyModelHasItsClassAndEveryClassItsModel() {
		assertThat(classi()).extracting(ClassiModello::chiave)
			.as("the keys of the classes against those of the models")
			.containsExactlyInAnyOrderElementsOf(MODELLI.keySet());
	}

	@ParameterizedTest
	@MethodSource("classi")
	void everyTextConstantIsAnElement(Class<?> classe) {
		Set<String> id = modello(classe).elementiDelProcesso()
			.stream()
			.map((elemento) -> elemento.getAttribute("id"))
			.collect(Collectors.toSet());
		Map<String, String> senzaElemento = ClassiModello.elementi(classe);
		senzaElemento.values().removeIf(id::contains);
		assertThat(senzaElemento)
			.as("constants of %s that are no element of %s", classe.getSimpleName(), modello(classe))
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("classi")
	void everyTaskAndCallActivityIsAConstant(Class<?> classe) {
		assertThat(RegoleBpmn.passi(modello(classe))).extracting(FlowElement::getId)
			.as("%s against %s", modello(classe), classe.getSimpleName())
			.isSubsetOf(ClassiModello.elementi(classe).values());
	}

	@ParameterizedTest
	@MethodSource("classi")
	void noTwoConstantsSayTheSame(Class<?> classe) {
		assertThat(ClassiModello.elementi(classe).values()).doesNotHaveDuplicates();
		assertThat(ClassiModello.variabili(classe).values()).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("classi")
	void everyVariableIsUsed(Class<?> classe) throws IOException {
		Set<String> nelModello = nominate(modello(classe));
		Set<String> dalChiamante = mappate(classe);
		List<String> sorgenti = sorgentiSenza(classe);
		List<String> inutili = new ArrayList<>();
		ClassiModello.variabili(classe).forEach((costante, variabile) -> {
			Pattern uso = Pattern.compile("\\b(" + classe.getSimpleName() + "|" + classe.getSuperclass().getSimpleName()
					+ ")\\." + costante + "\\b");
			if (!nelModello.contains(variabile) && !dalChiamante.contains(variabile)
					&& sorgenti.stream().noneMatch((sorgente) -> uso.matcher(sorgente).find())) {
				inutili.add("%s.%s (%s)".formatted(classe.getSimpleName(), costante, variabile));
			}
		});
		assertThat(inutili).as("variables that neither %s, nor a caller of it, nor the code uses", modello(classe))
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("classi")
	void everyVariableOfAConditionIsDeclared(Class<?> classe) {
		Set<String> delModello = new TreeSet<>();
		modello(classe).espressioni()
			.stream()
			.filter(Espressione::condizione)
			.forEach((espressione) -> delModello.addAll(variabili(espressione)));
		assertThat(delModello).as("the conditions of %s against %s", modello(classe), classe.getSimpleName())
			.isSubsetOf(ClassiModello.variabili(classe).values());
	}

	@ParameterizedTest
	@MethodSource("classi")
	void everyVariableOfAMappingIsDeclaredOnItsSide(Class<?> classe) {
		List<String> ignote = new ArrayList<>();
		for (CallActivity chiamata : modello(classe).tutti(CallActivity.class)) {
			Class<?> chiamato = classe(chiamata.getCalledElement());
			for (CamundaIn entra : ModelloBpmn.estensioni(chiamata, CamundaIn.class)) {
				dichiarata(classe, entra.getCamundaSource(), chiamata, "in source", ignote);
				dichiarata(chiamato, entra.getCamundaTarget(), chiamata, "in target", ignote);
			}
			for (CamundaOut esce : ModelloBpmn.estensioni(chiamata, CamundaOut.class)) {
				dichiarata(chiamato, esce.getCamundaSource(), chiamata, "out source", ignote);
				dichiarata(classe, esce.getCamundaTarget(), chiamata, "out target", ignote);
			}
		}
		assertThat(ignote).as("what the call activities of %s pass and take back", modello(classe)).isEmpty();
	}

	private static void dichiarata(Class<?> classe, String variabile, CallActivity chiamata, String dove,
			List<String> ignote) {
		if (variabile != null && classe != null && !ClassiModello.variabili(classe).containsValue(variabile)) {
			ignote.add("%s: %s %s is no Variabile of %s".formatted(chiamata.getId(), dove, variabile,
					classe.getSimpleName()));
		}
	}

	private static ModelloBpmn modello(Class<?> classe) {
		assertThat(MODELLI).as("the model of %s", classe.getSimpleName()).containsKey(ClassiModello.chiave(classe));
		return MODELLI.get(ClassiModello.chiave(classe));
	}

	private static Class<?> classe(String chiave) {
		return classi().stream()
			.filter((classe) -> ClassiModello.chiave(classe).equals(chiave))
			.findFirst()
			.orElse(null);
	}

	/** What a model says itself, in expressions, mappings and loops. */
	private static Set<String> nominate(ModelloBpmn modello) {
		Set<String> nomi = new TreeSet<>();
		modello.espressioni().forEach((espressione) -> nomi.addAll(variabili(espressione)));
		modello.tutti(CamundaIn.class).forEach((entra) -> nomi.add(String.valueOf(entra.getCamundaSource())));
		modello.tutti(CamundaOut.class).forEach((esce) -> nomi.add(String.valueOf(esce.getCamundaTarget())));
		for (Element elemento : modello.elementiDelProcesso()) {
			for (Attr attributo : ModelloBpmn.attributi(elemento)) {
				if (ATTRIBUTI.contains(attributo.getLocalName())) {
					nomi.add(attributo.getValue());
				}
			}
		}
		return nomi;
	}

	/** What the callers of a model pass to it and take from it. */
	private static Set<String> mappate(Class<?> classe) {
		Set<String> nomi = new TreeSet<>();
		MODELLI.values()
			.stream()
			.flatMap((modello) -> modello.tutti(CallActivity.class).stream())
			.filter((chiamata) -> chiama(chiamata, classe))
			.forEach((chiamata) -> {
				ModelloBpmn.estensioni(chiamata, CamundaIn.class)
					.forEach((entra) -> nomi.add(String.valueOf(entra.getCamundaTarget())));
				ModelloBpmn.estensioni(chiamata, CamundaOut.class)
					.forEach((esce) -> nomi.add(String.valueOf(esce.getCamundaSource())));
			});
		return nomi;
	}

	/** By its key, or by a variable that holds the key of one of the activities. */
	private static boolean chiama(CallActivity chiamata, Class<?> classe) {
		return ClassiModello.chiave(classe).equals(chiamata.getCalledElement())
				|| (chiamata.getCalledElement().startsWith("${") && ProcessoAttivita.class.isAssignableFrom(classe));
	}

	private static Set<String> variabili(Espressione espressione) {
		return espressione.radici()
			.stream()
			.filter((radice) -> !radice.equals("execution") && !FONTI.beans().containsKey(radice))
			.collect(Collectors.toSet());
	}

	private static List<String> sorgentiSenza(Class<?> classe) throws IOException {
		List<String> sorgenti = new ArrayList<>();
		try (Stream<Path> file = Files.walk(ClassiModello.SORGENTI)) {
			for (Path percorso : file.filter((p) -> p.toString().endsWith(".java"))
				.filter((p) -> !p.endsWith(classe.getSimpleName() + ".java"))
				.toList()) {
				sorgenti.add(Files.readString(percorso).replaceAll("(?s)/\\*.*?\\*/", ""));
			}
		}
		return sorgenti;
	}

}
