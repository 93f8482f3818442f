package it.cronoprogramma.processo.catalogo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static it.cronoprogramma.processo.catalogo.Contenuto.DATA;
import static it.cronoprogramma.processo.catalogo.Contenuto.DATA_FACOLTATIVA;
import static it.cronoprogramma.processo.catalogo.Contenuto.DECORRENZA;
import static it.cronoprogramma.processo.catalogo.Contenuto.DURATA;
import static it.cronoprogramma.processo.catalogo.Contenuto.FASCIA;
import static it.cronoprogramma.processo.catalogo.Contenuto.GIORNI;
import static it.cronoprogramma.processo.catalogo.Contenuto.IMPORTO;
import static it.cronoprogramma.processo.catalogo.Contenuto.INTERO;
import static it.cronoprogramma.processo.catalogo.Contenuto.INTERO_FACOLTATIVO;
import static it.cronoprogramma.processo.catalogo.Contenuto.OGGETTO;
import static it.cronoprogramma.processo.catalogo.Contenuto.PACCHETTO;
import static it.cronoprogramma.processo.catalogo.Contenuto.SI;
import static it.cronoprogramma.processo.catalogo.Contenuto.TESTO;
import static it.cronoprogramma.processo.catalogo.Contenuto.TESTO_FACOLTATIVO;

/**
 * The tables: their names and their columns.
 */
final class Tabelle {

	static final String AVVISI = "avvisi";

	static final String IMPORTI = "importi";

	static final String CRONOPROGRAMMA = "cronoprogramma";

	static final String SERVIZI = "servizi";

	static final String FLUSSI = "flussi";

	static final String CRITERI = "criteri";

	static final String PROMEMORIA = "promemoria";

	static final String ESCALATION = "escalation";

	/** Every table. */
	static final List<String> TUTTE = List.of(AVVISI, IMPORTI, CRONOPROGRAMMA, SERVIZI, FLUSSI, CRITERI, PROMEMORIA,
			ESCALATION);

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

	/**
	 * The input columns of a table, whose order counts.
	 * @param nome the table's name
	 * @return their names, each a variable
	 */
	static List<String> ingressi(String nome) {
		return switch (nome) {
			case AVVISI -> List.of("avviso");
			case IMPORTI, CRONOPROGRAMMA -> List.of("avviso", "popolazione");
			case SERVIZI, CRITERI -> List.of("pacchetto", "codice");
			case FLUSSI -> List.of("flusso");
			case PROMEMORIA, ESCALATION -> List.of("termine");
			default -> throw new IllegalArgumentException(nome);
		};
	}

	/**
	 * The output columns of a table.
	 * @param nome the table's name
	 * @return what each holds, by name
	 */
	static Map<String, Contenuto> uscite(String nome) {
		return switch (nome) {
			case AVVISI -> colonne("titolo", TESTO, "misura", TESTO, "pacchetto", PACCHETTO, "processo", TESTO,
					"apertura", DATA, "chiusura", DATA, "destinatari", TESTO_FACOLTATIVO, "decreto", TESTO_FACOLTATIVO,
					"templateCup", TESTO_FACOLTATIVO, "erogazioneDal", DATA_FACOLTATIVA, "avviataDal", DATA_FACOLTATIVA,
					"decorrenzaCompletamento", DECORRENZA);
			case IMPORTI -> colonne("fascia", FASCIA, "fisso", IMPORTO, "voceFisso", TESTO_FACOLTATIVO, "servizio",
					IMPORTO, "voceServizio", TESTO_FACOLTATIVO, "aggiornamento", IMPORTO, "voceAggiornamento",
					TESTO_FACOLTATIVO, "minServizi", INTERO, "maxServizi", INTERO_FACOLTATIVO, "serviziScenario",
					INTERO_FACOLTATIVO, "ammessi", Contenuto.IMPORTI, "massimo", IMPORTO);
			case CRONOPROGRAMMA -> colonne("cup", DURATA, "contrattualizzazione", DURATA, "completamento", DURATA,
					"limite", DURATA, "confermare", SI);
			case SERVIZI -> colonne("ordine", INTERO, "nome", TESTO, "flusso", TESTO);
			case FLUSSI -> colonne("ordine", INTERO, "nome", TESTO, "definizione", TESTO);
			case CRITERI -> colonne("ordine", INTERO, "oggetto", OGGETTO, "categoria", TESTO_FACOLTATIVO, "nome", TESTO,
					"riferimento", TESTO_FACOLTATIVO);
			case PROMEMORIA -> colonne("giorni", GIORNI);
			case ESCALATION -> colonne("segretario", INTERO_FACOLTATIVO, "rtd", INTERO_FACOLTATIVO, "responsabile",
					INTERO_FACOLTATIVO);
			default -> throw new IllegalArgumentException(nome);
		};
	}

	private static Map<String, Contenuto> colonne(Object... nomiEContenuti) {
		Map<String, Contenuto> colonne = new LinkedHashMap<>();
		for (int i = 0; i < nomiEContenuti.length; i += 2) {
			colonne.put((String) nomiEContenuti[i], (Contenuto) nomiEContenuti[i + 1]);
		}
		return colonne;
	}

}
