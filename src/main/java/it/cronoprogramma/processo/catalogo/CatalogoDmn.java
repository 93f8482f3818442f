package it.cronoprogramma.processo.catalogo;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.avviso.Cronoprogramma;
import it.cronoprogramma.avviso.DecorrenzaCompletamento;
import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.avviso.Servizio;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Termine;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * Reads the tables of {@code processes/tabelle} as they are deployed. A table is parsed
 * when its newest version is first asked for, and each answer is kept as long as that
 * version is the newest: a new deployment is seen within a second, on every node.
 */
@Component
public class CatalogoDmn implements CatalogoAvvisi {

	private static final Pattern STRINGA = Pattern.compile("\"([^\"]+)\"");

	private static final long RILETTURA_NANOS = 1_000_000_000L;

	private static final int RISPOSTE_MASSIME = 20_000;

	private final RepositoryService depositi;

	private final DmnEngine dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	private final Map<String, Tabella> tabelle = new ConcurrentHashMap<>();

	CatalogoDmn(RepositoryService depositi) {
		this.depositi = depositi;
	}

	@Override
	public List<Avviso> tutti() {
		Tabella avvisi = tabella("avvisi");
		return avvisi.colonna(0)
			.stream()
			.map(this::avviso)
			.sorted(Comparator.comparing(Avviso::apertura).thenComparing(Avviso::codice))
			.toList();
	}

	@Override
	public Avviso avviso(String codice) {
		Map<String, Object> riga = tabella("avvisi").riga(Map.of("avviso", codice))
			.orElseThrow(() -> Rifiuto.nonTrovato("L'avviso «%s» non esiste. L'elenco è in /api/v1/avvisi.", codice));
		return new Avviso(codice, testo(riga, "titolo"), testo(riga, "misura"), testo(riga, "processo"),
				LocalDate.parse(testo(riga, "apertura")), LocalDate.parse(testo(riga, "chiusura")),
				testo(riga, "destinatari"), testo(riga, "decreto"), facoltativo(riga, "templateCup"),
				facoltativo(riga, "erogazioneDal").map(LocalDate::parse), LocalDate.parse(testo(riga, "avviataDal")),
				facoltativo(riga, "decorrenzaCompletamento").map(DecorrenzaCompletamento::valueOf)
					.orElse(DecorrenzaCompletamento.ULTIMO));
	}

	@Override
	public FasciaImporto fascia(String avviso, int popolazione) {
		Map<String, Object> riga = perPopolazione("importi", avviso, popolazione);
		return new FasciaImporto(testo(riga, "fascia"), importo(riga, "fisso"), testo(riga, "voceFisso"),
				importo(riga, "servizio"), testo(riga, "voceServizio"), intero(riga, "minServizi"),
				intero(riga, "maxServizi"));
	}

	@Override
	public Cronoprogramma cronoprogramma(String avviso, int popolazione) {
		Map<String, Object> riga = perPopolazione("cronoprogramma", avviso, popolazione);
		return new Cronoprogramma(Termine.leggi(testo(riga, "cup")), Termine.leggi(testo(riga, "contrattualizzazione")),
				Termine.leggi(testo(riga, "completamento")), Termine.leggi(testo(riga, "limite")));
	}

	@Override
	public List<Servizio> servizi(String misura) {
		return elenco("servizi", misura).stream()
			.map((riga) -> new Servizio(testo(riga, "codice"), testo(riga, "nome")))
			.toList();
	}

	@Override
	public List<Criterio> criteri(String misura, Criterio.Oggetto oggetto) {
		return elenco("criteri", misura).stream()
			.filter((riga) -> oggetto.name().equalsIgnoreCase(testo(riga, "oggetto")))
			.map((riga) -> new Criterio(testo(riga, "codice"), testo(riga, "categoria"), testo(riga, "nome"),
					testo(riga, "riferimento")))
			.toList();
	}

	@Override
	public List<Integer> giorniPromemoria(String termine) {
		return tabella("promemoria").riga(Map.of("termine", termine))
			.map((riga) -> Pattern.compile(",")
				.splitAsStream(testo(riga, "giorni"))
				.map(String::strip)
				.map(Integer::valueOf)
				.toList())
			.orElse(List.of());
	}

	/**
	 * Forgets what has been read: the next question looks at the deployed tables again.
	 */
	public void dimentica() {
		this.tabelle.clear();
	}

	private Map<String, Object> perPopolazione(String tabella, String avviso, int popolazione) {
		avviso(avviso);
		return tabella(tabella).riga(Map.of("avviso", avviso, "popolazione", popolazione))
			.orElseThrow(() -> Rifiuto.nonValido(
					"L'avviso %s non ha una fascia per %s abitanti: serve un numero intero maggiore di zero.", avviso,
					popolazione));
	}

	private List<Map<String, Object>> elenco(String nome, String misura) {
		Tabella tabella = tabella(nome);
		List<Map<String, Object>> righe = new ArrayList<>();
		for (String codice : tabella.colonna(1)) {
			tabella.riga(Map.of("misura", misura, "codice", codice)).ifPresent((riga) -> {
				Map<String, Object> conCodice = new java.util.HashMap<>(riga);
				conCodice.put("codice", codice);
				righe.add(conCodice);
			});
		}
		righe.sort(Comparator.comparingInt((riga) -> intero(riga, "ordine")));
		return righe;
	}

	private Tabella tabella(String chiave) {
		return this.tabelle.compute(chiave, (k, nota) -> {
			if (nota != null && System.nanoTime() - nota.letta < RILETTURA_NANOS) {
				return nota;
			}
			DecisionDefinition definizione = this.depositi.createDecisionDefinitionQuery()
				.decisionDefinitionKey(chiave)
				.withoutTenantId()
				.latestVersion()
				.singleResult();
			if (definizione == null) {
				throw new IllegalStateException("La tabella «" + chiave + "» non è installata");
			}
			if (nota != null && nota.versione.equals(definizione.getId())) {
				nota.letta = System.nanoTime();
				return nota;
			}
			return leggi(definizione);
		});
	}

	private Tabella leggi(DecisionDefinition definizione) {
		try (InputStream sorgente = this.depositi.getDecisionModel(definizione.getId())) {
			DmnModelInstance modello = Dmn.readModelFromStream(sorgente);
			DecisionTable tabella = modello.getModelElementsByType(DecisionTable.class).iterator().next();
			List<Rule> regole = List.copyOf(tabella.getRules());
			return new Tabella(definizione.getId(), this.dmn, this.dmn.parseDecision(definizione.getKey(), modello),
					regole);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static String testo(Map<String, Object> riga, String colonna) {
		return String.valueOf(riga.get(colonna));
	}

	private static Optional<String> facoltativo(Map<String, Object> riga, String colonna) {
		return Optional.ofNullable(riga.get(colonna)).map(Object::toString).filter((t) -> !t.isBlank());
	}

	private static BigDecimal importo(Map<String, Object> riga, String colonna) {
		return new BigDecimal(testo(riga, colonna)).setScale(2);
	}

	private static int intero(Map<String, Object> riga, String colonna) {
		return new BigDecimal(testo(riga, colonna)).intValueExact();
	}

	/** One version of a table, with the answers given so far. */
	private static final class Tabella {

		private final String versione;

		private final DmnEngine dmn;

		private final DmnDecision decisione;

		private final List<Rule> regole;

		private final Map<Map<String, Object>, Optional<Map<String, Object>>> risposte = new ConcurrentHashMap<>();

		private volatile long letta = System.nanoTime();

		Tabella(String versione, DmnEngine dmn, DmnDecision decisione, List<Rule> regole) {
			this.versione = versione;
			this.dmn = dmn;
			this.decisione = decisione;
			this.regole = regole;
		}

		Optional<Map<String, Object>> riga(Map<String, Object> ingresso) {
			if (this.risposte.size() > RISPOSTE_MASSIME) {
				this.risposte.clear();
			}
			return this.risposte.computeIfAbsent(ingresso, (i) -> {
				DmnDecisionTableResult risultato = this.dmn.evaluateDecisionTable(this.decisione, i);
				DmnDecisionRuleResult riga = risultato.getSingleResult();
				return Optional.ofNullable(riga).map(DmnDecisionRuleResult::getEntryMap);
			});
		}

		List<String> colonna(int indice) {
			List<String> valori = new ArrayList<>();
			for (Rule regola : this.regole) {
				String testo = List.copyOf(regola.getInputEntries()).get(indice).getText().getTextContent();
				Matcher m = STRINGA.matcher(testo);
				while (m.find()) {
					if (!valori.contains(m.group(1))) {
						valori.add(m.group(1));
					}
				}
			}
			return valori;
		}

	}

}
