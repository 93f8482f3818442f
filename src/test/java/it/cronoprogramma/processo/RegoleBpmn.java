package it.cronoprogramma.processo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import it.cronoprogramma.processo.ModelloBpmn.Espressione;
import it.cronoprogramma.processo.modello.OrologioTermine;
import it.cronoprogramma.processo.motore.NelProcesso;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The rules on what a model says. Each gives one line per violation, which begins with
 * the element; none where the model is in order.
 */
final class RegoleBpmn {

	private static final Pattern CHIAVE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	private static final Pattern ID_PARLANTE = Pattern.compile("(?=(?:[^A-Za-z]*[A-Za-z]){3})[A-Za-z][A-Za-z0-9_]*");

	private static final Pattern ID_DEL_MODELER = Pattern.compile(
			".*_(?=[0-9a-z]*[0-9])[0-9a-z]{7}(_.*)?|(\\w*(Activity|Gateway|Flow|Event|Task|Process|Definition|Definitions)"
					+ "|Participant|Lane|DataObject|DataObjectReference|DataStoreReference|TextAnnotation|Association"
					+ "|Group|Category|CategoryValue|FormalExpression|Message|Error|Signal|Escalation|BPMN\\w*)_.*"
					+ "|.*_di");

	private static final Pattern INFINITO = Pattern.compile("\\p{Lu}\\p{Ll}*(are|ere|ire|rre)");

	/** Infinitives that lost their last letter. */
	private static final Set<String> INFINITI_TRONCHI = Set.of("Far", "Dar");

	private static final Pattern NOME_DI_CLASSE = Pattern
		.compile("\\b(?:org|com|net|it|java|javax|jakarta)\\.(?:[a-z_]\\w*\\.)+[A-Z]\\w*|\\b\\w+Impl\\b");

	private static final Set<String> GRUPPI = Set.of("operatori", "rtd", "referenti", "responsabili", "camunda-admin");

	/** What the engine gives to every expression of a model. */
	private static final Set<String> DEL_MOTORE = Set.of("execution");

	private static final Set<String> DEI_CICLI = Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances",
			"nrOfCompletedInstances");

	private static final Set<String> FUNZIONI = Set.of("now", "dateTime", "currentUser", "currentUserGroups");

	/** The types whose beans the engine sees: see {@code BeanEsposti}. */
	private static final List<Class<?>> ESPOSTI = List.of(JavaDelegate.class, TaskListener.class, NelProcesso.class);

	private RegoleBpmn() {
	}

	static List<String> valido(ModelloBpmn m, Fonti fonti) {
		try {
			m.modello();
			return List.of();
		}
		catch (ModelParseException ex) {
			Throwable causa = (ex.getCause() != null) ? ex.getCause() : ex;
			return List.of("definitions: " + causa.getMessage());
		}
	}

	static List<String> chiave(ModelloBpmn m, Fonti fonti) {
		Collection<Process> processi = m.tutti(Process.class);
		if (processi.size() != 1) {
			return List.of("definitions: has %d processes".formatted(processi.size()));
		}
		return seNon(CHIAVE.matcher(m.chiave()).matches(), m.processo(), "is not a kebab-case key");
	}

	static List<String> storia(ModelloBpmn m, Fonti fonti) {
		String durata = m.processo().getCamundaHistoryTimeToLiveString();
		return seNon(durata != null && durata.matches("P\\d+D"), m.processo(),
				"historyTimeToLive is «%s», not a period in days such as P3650D".formatted(durata));
	}

	static List<String> eseguibile(ModelloBpmn m, Fonti fonti) {
		return seNon(m.processo().isExecutable(), m.processo(), "is not executable");
	}

	static List<String> documentato(ModelloBpmn m, Fonti fonti) {
		Process processo = m.processo();
		return unisci(seNon(!vuoto(processo.getName()), processo, "has no name"),
				seNon(processo.getDocumentations().stream().anyMatch((d) -> !vuoto(d.getTextContent())), processo,
						"has no documentation"));
	}

	static List<String> idParlanti(ModelloBpmn m, Fonti fonti) {
		List<String> violazioni = new ArrayList<>();
		for (Element elemento : m.elementiDelProcesso()) {
			String id = elemento.getAttribute("id");
			boolean chiave = "process".equals(elemento.getLocalName());
			if (elemento.hasAttribute("id") && !chiave && !ID_PARLANTE.matcher(id).matches()) {
				violazioni
					.add("%s: the id of this %s is not made of letters, digits and underscores with 3 letters at least"
						.formatted(id, elemento.getLocalName()));
			}
		}
		for (Element elemento : m.elementiConId()) {
			if (ID_DEL_MODELER.matcher(elemento.getAttribute("id")).matches()) {
				violazioni.add("%s: the id of this %s was made by the modeler".formatted(elemento.getAttribute("id"),
						elemento.getLocalName()));
			}
		}
		return violazioni;
	}

	static List<String> idUnici(ModelloBpmn m, Fonti fonti) {
		Set<String> visti = new HashSet<>();
		return m.elementiConId()
			.stream()
			.filter((elemento) -> !visti.add(elemento.getAttribute("id")))
			.map((elemento) -> "%s: a second element, %s, has this id".formatted(elemento.getAttribute("id"),
					elemento.getLocalName()))
			.toList();
	}

	static List<String> nomiAllInfinito(ModelloBpmn m, Fonti fonti) {
		List<String> violazioni = new ArrayList<>();
		for (FlowElement passo : passi(m)) {
			String nome = (passo.getName() != null) ? passo.getName().strip() : "";
			String[] parole = nome.split("\\s+");
			if (!INFINITO.matcher(parole[0]).matches() && !INFINITI_TRONCHI.contains(parole[0])) {
				violazioni.add("%s: its name «%s» does not begin with an infinitive".formatted(passo.getId(), nome));
			}
			if (parole.length < 2) {
				violazioni.add("%s: its name «%s» has less than two words".formatted(passo.getId(), nome));
			}
		}
		return violazioni;
	}

	static List<String> domande(ModelloBpmn m, Fonti fonti) {
		return divergenti(m)
			.flatMap((gateway) -> seNon(gateway.getName() != null && gateway.getName().matches("(?s).*\\S.*\\?"),
					gateway, "its name «%s» is not a question".formatted(gateway.getName()))
				.stream())
			.toList();
	}

	static List<String> uscite(ModelloBpmn m, Fonti fonti) {
		List<String> violazioni = new ArrayList<>();
		divergenti(m).forEach((gateway) -> {
			SequenceFlow predefinito = gateway.getDefault();
			violazioni.addAll(seNon(predefinito != null && gateway.equals(predefinito.getSource()), gateway,
					"has no default flow among its own"));
			for (SequenceFlow uscita : gateway.getOutgoing()) {
				boolean condizione = uscita.getConditionExpression() != null
						&& !vuoto(uscita.getConditionExpression().getTextContent());
				violazioni.addAll(seNon(!vuoto(uscita.getName()), uscita, "leaves the gateway without a name"));
				violazioni.addAll(seNon(condizione || uscita.equals(predefinito), uscita,
						"leaves the gateway without a condition"));
				violazioni.addAll(seNon(!condizione || !uscita.equals(predefinito), uscita,
						"is the default, yet has a condition"));
			}
		});
		return violazioni;
	}

	static List<String> eventiConNome(ModelloBpmn m, Fonti fonti) {
		List<String> violazioni = new ArrayList<>();
		for (FlowElement elemento : m.processo().getFlowElements()) {
			if (elemento instanceof StartEvent || elemento instanceof EndEvent) {
				violazioni.addAll(seNon(!vuoto(elemento.getName()), elemento, "has no name"));
			}
		}
		return violazioni;
	}

	static List<String> senzaCodice(ModelloBpmn m, Fonti fonti) {
		List<String> violazioni = new ArrayList<>();
		for (Element elemento : m.elementiDelProcesso()) {
			String id = ModelloBpmn.idPiuVicino(elemento);
			String tag = elemento.getLocalName();
			if (Set.of("scriptTask", "script").contains(tag)) {
				violazioni.add("%s: is or holds a %s".formatted(id, tag));
			}
			for (Attr attributo : ModelloBpmn.attributi(elemento)) {
				if (Set.of("class", "scriptFormat", "resource", "language").contains(attributo.getLocalName())) {
					violazioni.add("%s: %s has the attribute %s".formatted(id, tag, attributo.getName()));
				}
				nomeDiClasse(attributo.getValue(), "%s: %s %s".formatted(id, tag, attributo.getName()), violazioni);
			}
			nomeDiClasse(ModelloBpmn.testo(elemento), "%s: %s".formatted(id, tag), violazioni);
		}
		return violazioni;
	}

	static List<String> delegati(ModelloBpmn m, Fonti fonti) {
		List<String> violazioni = new ArrayList<>();
		for (BaseElement passo : unisci(List.<BaseElement>copyOf(m.tutti(ServiceTask.class)),
				List.<BaseElement>copyOf(m.tutti(SendTask.class)))) {
			delegato(passo, ModelloBpmn.camunda(passo, "delegateExpression"), JavaDelegate.class, fonti, violazioni);
		}
		for (CamundaTaskListener ascoltatore : m.tutti(CamundaTaskListener.class)) {
			delegato((BaseElement) ascoltatore.getParentElement().getParentElement(),
					ascoltatore.getCamundaDelegateExpression(), TaskListener.class, fonti, violazioni);
		}
		return violazioni;
	}

	static List<String> espressioni(ModelloBpmn m, Fonti fonti) {
		List<String> violazioni = new ArrayList<>();
		for (Espressione espressione : m.espressioni()) {
			List<String> radici = espressione.radici();
			for (int i = 0; i < radici.size(); i++) {
				String radice = radici.get(i);
				Class<?> bean = fonti.beans().get(radice);
				boolean variabile = fonti.variabili().contains(radice) || DEI_CICLI.contains(radice);
				boolean ammessa = DEL_MOTORE.contains(radice) || (variabile && (espressione.condizione() || i > 0));
				if (bean != null && !ammessa && !esposto(bean)) {
					violazioni.add(espressione + " names the bean " + radice + ", which the engine is not shown");
				}
				if (bean == null && !ammessa) {
					violazioni.add(espressione + " names " + radice + ", which is no bean"
							+ (espressione.condizione() ? " and no declared variable" : ""));
				}
			}
			espressione.funzioni()
				.stream()
				.filter((funzione) -> !FUNZIONI.contains(funzione))
				.forEach((funzione) -> violazioni.add(espressione + " calls the unknown function " + funzione));
			espressione.metodi().forEach((radice, metodi) -> {
				Class<?> bean = fonti.beans().get(radice);
				metodi.stream()
					.filter((metodo) -> bean != null && bean != Object.class && !haMetodo(bean, metodo))
					.forEach((metodo) -> violazioni.add("%s calls %s, which %s does not have".formatted(espressione,
							metodo, bean.getSimpleName())));
			});
		}
		return violazioni;
	}

	static List<String> moduli(ModelloBpmn m, Fonti fonti) {
		List<String> violazioni = new ArrayList<>();
		for (UserTask compito : m.tutti(UserTask.class)) {
			violazioni.addAll(seNon(compito.getId().equals(ModelloBpmn.camunda(compito, "formRef")), compito,
					"its formRef is «%s», not its own id".formatted(ModelloBpmn.camunda(compito, "formRef"))));
		}
		for (BaseElement elemento : conModulo(m)) {
			String modulo = ModelloBpmn.camunda(elemento, "formRef");
			if (!modulo.isEmpty()) {
				violazioni.addAll(seNon(modulo.equals(fonti.moduli().get(modulo)), elemento,
						"forms/%s.form does not exist or has the id «%s»".formatted(modulo,
								fonti.moduli().get(modulo))));
			}
		}
		return violazioni;
	}

	static List<String> gruppi(ModelloBpmn m, Fonti fonti) {
		return m.tutti(UserTask.class)
			.stream()
			.flatMap((compito) -> seNon(
					GRUPPI
						.containsAll(Arrays.asList(ModelloBpmn.camunda(compito, "candidateGroups").split("\\s*,\\s*"))),
					compito,
					"its candidateGroups are «%s», not among %s"
						.formatted(ModelloBpmn.camunda(compito, "candidateGroups"), new TreeSet<>(GRUPPI)))
				.stream())
			.toList();
	}

	static List<String> ascoltatori(ModelloBpmn m, Fonti fonti) {
		return m.tutti(UserTask.class).stream().flatMap((compito) -> {
			String atteso = "${%s}".formatted(compito.getId());
			return seNon(
					ModelloBpmn.estensioni(compito, CamundaTaskListener.class)
						.stream()
						.anyMatch((ascoltatore) -> "complete".equals(ascoltatore.getCamundaEvent())
								&& atteso.equals(ascoltatore.getCamundaDelegateExpression())),
					compito, "has no complete listener with delegateExpression " + atteso)
				.stream();
		}).toList();
	}

	static List<String> scadenze(ModelloBpmn m, Fonti fonti) {
		List<String> violazioni = new ArrayList<>();
		for (UserTask compito : m.tutti(UserTask.class)) {
			boolean conTermine = compito.getId().equals(OrologioTermine.VALUTA_SCADUTO);
			for (ModelElementInstance padre = compito.getParentElement(); padre instanceof SubProcess; padre = padre
				.getParentElement()) {
				conTermine |= padre.getChildElementsByType(CallActivity.class)
					.stream()
					.anyMatch((chiamata) -> OrologioTermine.CHIAVE.equals(chiamata.getCalledElement()));
			}
			violazioni.addAll(seNon(!conTermine || !ModelloBpmn.camunda(compito, "dueDate").isBlank(), compito,
					"a term runs against it, yet it has no dueDate"));
		}
		return violazioni;
	}

	static List<String> chiamate(ModelloBpmn m, Fonti fonti) {
		List<String> violazioni = new ArrayList<>();
		for (CallActivity chiamata : m.tutti(CallActivity.class)) {
			String chiamato = (chiamata.getCalledElement() != null) ? chiamata.getCalledElement() : "";
			violazioni.addAll(seNon(chiamato.matches("[$#]\\{.+}") || fonti.processi().contains(chiamato), chiamata,
					"calls «%s», which is no model".formatted(chiamato)));
			violazioni.addAll(seNon(
					ModelloBpmn.estensioni(chiamata, CamundaIn.class)
						.stream()
						.map(CamundaIn::getCamundaBusinessKey)
						.anyMatch((codice) -> codice != null
								&& codice.matches("[$#]\\{\\s*execution\\.(processBusinessKey|businessKey)\\s*}")),
					chiamata, "does not pass the business key"));
		}
		return violazioni;
	}

	static List<String> invii(ModelloBpmn m, Fonti fonti) {
		List<String> violazioni = new ArrayList<>();
		for (SendTask invio : m.tutti(SendTask.class)) {
			violazioni.addAll(seNon(invio.isCamundaAsyncBefore(), invio, "is not asyncBefore"));
			violazioni.addAll(seNon(ModelloBpmn.estensioni(invio, CamundaFailedJobRetryTimeCycle.class)
				.stream()
				.anyMatch((ritmo) -> !vuoto(ritmo.getTextContent())), invio, "has no failedJobRetryTimeCycle"));
		}
		return violazioni;
	}

	/**
	 * The forms that no model asks for.
	 * @param modelli all models
	 * @param moduli the names of all forms
	 * @return one line per form
	 */
	static List<String> moduliInutili(List<ModelloBpmn> modelli, Collection<String> moduli) {
		Set<String> usati = new HashSet<>();
		modelli.forEach((m) -> conModulo(m).forEach((elemento) -> usati.add(ModelloBpmn.camunda(elemento, "formRef"))));
		return moduli.stream()
			.filter((modulo) -> !usati.contains(modulo))
			.map("forms/%s.form: no user task or start event has it as its formRef"::formatted)
			.toList();
	}

	/**
	 * The keys that two models share.
	 * @param modelli all models
	 * @return one line per model that comes second
	 */
	static List<String> chiaviDoppie(List<ModelloBpmn> modelli) {
		Map<String, String> viste = new HashMap<>();
		return modelli.stream()
			.filter((m) -> viste.putIfAbsent(m.chiave(), m.file()) != null)
			.map((m) -> "%s: its key %s is that of %s".formatted(m.file(), m.chiave(), viste.get(m.chiave())))
			.toList();
	}

	/** User, service and send tasks and call activities: what a reader follows. */
	static List<FlowElement> passi(ModelloBpmn m) {
		List<FlowElement> passi = new ArrayList<>();
		Stream.of(UserTask.class, ServiceTask.class, SendTask.class, CallActivity.class)
			.forEach((tipo) -> passi.addAll(m.tutti(tipo)));
		return passi;
	}

	private static Stream<ExclusiveGateway> divergenti(ModelloBpmn m) {
		return m.tutti(ExclusiveGateway.class).stream().filter((gateway) -> gateway.getOutgoing().size() > 1);
	}

	private static List<BaseElement> conModulo(ModelloBpmn m) {
		return unisci(List.<BaseElement>copyOf(m.tutti(UserTask.class)),
				List.<BaseElement>copyOf(m.tutti(StartEvent.class)));
	}

	private static void delegato(BaseElement elemento, String espressione, Class<?> tipo, Fonti fonti,
			List<String> violazioni) {
		Matcher nome = Pattern.compile("\\$\\{(\\w+)}").matcher((espressione != null) ? espressione : "");
		if (!nome.matches()) {
			violazioni.add("%s: its delegateExpression «%s» is not ${bean}".formatted(elemento.getId(), espressione));
			return;
		}
		Class<?> bean = fonti.beans().getOrDefault(nome.group(1), tipo);
		violazioni.addAll(seNon(tipo.isAssignableFrom(bean), elemento,
				"the bean %s is no %s".formatted(nome.group(1), tipo.getSimpleName())));
	}

	private static void nomeDiClasse(String testo, String dove, List<String> violazioni) {
		Matcher nome = NOME_DI_CLASSE.matcher(testo);
		if (nome.find()) {
			violazioni.add("%s names the class %s".formatted(dove, nome.group()));
		}
	}

	private static boolean esposto(Class<?> bean) {
		return ESPOSTI.stream().anyMatch((tipo) -> tipo.isAssignableFrom(bean));
	}

	private static boolean haMetodo(Class<?> tipo, String metodo) {
		return Arrays.stream(tipo.getMethods()).anyMatch((candidato) -> candidato.getName().equals(metodo));
	}

	private static boolean vuoto(String testo) {
		return testo == null || testo.isBlank();
	}

	private static List<String> seNon(boolean inRegola, BaseElement elemento, String violazione) {
		return inRegola ? List.of() : List.of(elemento.getId() + ": " + violazione);
	}

	private static <T> List<T> unisci(List<T> primi, List<T> secondi) {
		return Stream.concat(primi.stream(), secondi.stream()).toList();
	}

}
