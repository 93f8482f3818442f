package it.cronoprogramma.processo;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What every model of {@code processes/} keeps to.
 */
enum RegolaBpmn {

	VALID("the file is valid against the schema of BPMN 2.0", RegoleBpmn::valido),

	KEY("one process, with a kebab-case key", RegoleBpmn::chiave),

	HISTORY("the history has a time to live", RegoleBpmn::storia),

	EXECUTABLE("the process is executable", RegoleBpmn::eseguibile),

	DOCUMENTED("the process has a name and a documentation", RegoleBpmn::documentato),

	SPEAKING_IDS("every id speaks", RegoleBpmn::idParlanti),

	UNIQUE_IDS("every id is unique in its file", RegoleBpmn::idUnici),

	INFINITIVES("tasks and call activities are named by an infinitive and its object", RegoleBpmn::nomiAllInfinito),

	QUESTIONS("a gateway that divides asks a question", RegoleBpmn::domande),

	ANSWERS("the flows out of a gateway have names, conditions and one default", RegoleBpmn::uscite),

	NAMED_EVENTS("start and end of a process have names", RegoleBpmn::eventiConNome),

	NO_CODE("no scripts and no class names", RegoleBpmn::senzaCodice),

	DELEGATES("service tasks, send tasks and listeners name a bean of their kind", RegoleBpmn::delegati),

	EXPRESSIONS("expressions name beans, conditions also declared variables", RegoleBpmn::espressioni),

	FORMS("a user task has the form of its own id", RegoleBpmn::moduli),

	GROUPS("a user task is offered to known groups", RegoleBpmn::gruppi),

	LISTENERS("a user task is completed through the bean of its own id", RegoleBpmn::ascoltatori),

	DUE_DATES("a user task against which a term runs has a due date", RegoleBpmn::scadenze),

	CALLS("a call activity calls a model and passes the business key", RegoleBpmn::chiamate),

	SENDING("sending is a job with retries", RegoleBpmn::invii),

	DRAWN("every node and every flow is drawn", RegoleDisegno::completo),

	NO_OVERLAP("no two boxes overlap", RegoleDisegno::senzaSovrapposizioni),

	INSIDE("what is in a sub-process is drawn inside it", RegoleDisegno::figliDentro),

	LEFT_TO_RIGHT("flows run from left to right, but for loops", RegoleDisegno::daSinistraADestra),

	DOCKED("a flow begins on the border of its source and ends on that of its target", RegoleDisegno::lineeAttaccate),

	NO_CROSSING("no two flows cross", RegoleDisegno::senzaIncroci),

	NO_PASSING_THROUGH("no flow passes through another's box", RegoleDisegno::senzaAttraversamenti);

	private final String testo;

	private final BiFunction<ModelloBpmn, Fonti, List<String>> controllo;

	RegolaBpmn(String testo, BiFunction<ModelloBpmn, Fonti, List<String>> controllo) {
		this.testo = testo;
		this.controllo = controllo;
	}

	RegolaBpmn(String testo, Function<ModelloBpmn, List<String>> controllo) {
		this(testo, (modello, fonti) -> controllo.apply(modello));
	}

	List<String> violazioni(ModelloBpmn modello, Fonti fonti) {
		return this.controllo.apply(modello, fonti);
	}

	@Override
	public String toString() {
		return name() + ": " + this.testo;
	}

}
