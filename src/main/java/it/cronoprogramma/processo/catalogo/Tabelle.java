package it.cronoprogramma.processo.catalogo;

import java.util.List;
import java.util.Optional;

/**
 * The names of the tables.
 */
final class Tabelle {

	static final String AVVISI = "avvisi";

	static final String IMPORTI = "importi";

	static final String CRONOPROGRAMMA = "cronoprogramma";

	static final String SERVIZI = "servizi";

	static final String FLUSSI = "flussi";

	static final String CRITERI = "criteri";

	static final String PROMEMORIA = "promemoria";

	private static final List<String> TUTTE = List.of(AVVISI, IMPORTI, CRONOPROGRAMMA, SERVIZI, FLUSSI, CRITERI,
			PROMEMORIA);

	private Tabelle() {
	}

	/**
	 * Which table the rows of a decision belong to.
	 * @param chiave the decision's key: a table's name, or that name, a dash and a suffix
	 * @return the table's name, empty if the decision is none of ours
	 */
	static Optional<String> famiglia(String chiave) {
		return TUTTE.stream().filter((t) -> chiave.equals(t) || chiave.startsWith(t + "-")).findFirst();
	}

}
