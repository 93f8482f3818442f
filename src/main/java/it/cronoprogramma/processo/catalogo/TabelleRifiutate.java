package it.cronoprogramma.processo.catalogo;

import java.util.List;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * A deployment refused because of its tables. Nothing of it is deployed. It is no
 * {@link it.cronoprogramma.rifiuto.Rifiuto}: at start-up nobody but the log would tell,
 * and refusals are kept out of the log. The engine's REST answers 400 with the message.
 */
public final class TabelleRifiutate extends BadUserRequestException {

	/** How many problems are told: whoever has more has one cause for many. */
	static final int MOSTRATI = 20;

	private static final long serialVersionUID = 1L;

	private final List<String> problemi;

	TabelleRifiutate(List<String> problemi) {
		super(messaggio(problemi));
		this.problemi = List.copyOf(problemi);
	}

	/**
	 * What is wrong and what is expected.
	 * @return Italian sentences, all of them
	 */
	List<String> problemi() {
		return this.problemi;
	}

	private static String messaggio(List<String> problemi) {
		int altri = problemi.size() - MOSTRATI;
		return "Le tabelle non sono state installate.\n"
				+ problemi.stream().limit(MOSTRATI).map((p) -> "- " + p).collect(Collectors.joining("\n"))
				+ ((altri > 0) ? "\ne altri " + altri : "");
	}

}
