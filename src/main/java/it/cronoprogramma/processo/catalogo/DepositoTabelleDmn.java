package it.cronoprogramma.processo.catalogo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.DepositoTabelle;
import it.cronoprogramma.processo.catalogo.TabellaLetta.Riga;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings tables into the engine. Whether they work together is checked by
 * {@link ControlloTabelle}; here, whether what somebody brings are tables at all.
 */
@Component
class DepositoTabelleDmn implements DepositoTabelle {

	private static final Logger LOG = LoggerFactory.getLogger(DepositoTabelleDmn.class);

	private final RepositoryService depositi;

	private final IdentityService identita;

	private final TabelleInstallate lette;

	DepositoTabelleDmn(RepositoryService depositi, IdentityService identita, TabelleInstallate lette) {
		this.depositi = depositi;
		this.identita = identita;
		this.lette = lette;
	}

	@Override
	public List<Installata> installate() {
		return Depositata.tabelle(this.depositi).stream().map(this::installata).toList();
	}

	@Override
	public Optional<Documento> scarica(String chiave) {
		return Depositata.tabelle(this.depositi)
			.stream()
			.filter((t) -> t.tabella().chiave().equals(chiave))
			.findFirst()
			.map((t) -> {
				try (InputStream sorgente = this.depositi.getResourceAsStream(t.definizione().getDeploymentId(),
						t.definizione().getResourceName())) {
					return new Documento(t.tabella().file(), sorgente.readAllBytes());
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
	}

	@Override
	public Esito installa(List<Documento> documenti, boolean togliendo, String utente) {
		List<String> problemi = documenti.isEmpty() ? List.of("Non ha scelto nessun file; serve almeno un file .dmn.")
				: esamina(documenti);
		if (!problemi.isEmpty()) {
			return rifiuto(problemi);
		}
		Map<String, TabellaLetta> prima = perChiave();
		try {
			deposita(documenti, togliendo, utente);
		}
		catch (TabelleRifiutate ex) {
			return rifiuto(ex.problemi());
		}
		catch (ProcessEngineException ex) {
			LOG.warn("Il motore non ha accettato le tabelle caricate da {}", utente, ex);
			return rifiuto(List.of("Il motore non ha accettato i file: " + ex.getMessage()));
		}
		this.lette.dimentica();
		Set<String> caricate = new HashSet<>();
		documenti.forEach((d) -> decisioni(d).forEach((decisione) -> caricate.add(decisione.getId())));
		return new Esito(Depositata.tabelle(this.depositi)
			.stream()
			.filter((t) -> caricate.contains(t.tabella().chiave()))
			.map((t) -> novita(installata(t), prima.get(t.tabella().chiave()), t.tabella()))
			.toList(), List.of(), 0);
	}

	private void deposita(List<Documento> documenti, boolean togliendo, String utente) {
		DeploymentBuilder deposito = this.depositi.createDeployment().name("Tabelle caricate da " + utente);
		if (togliendo) {
			deposito.source(ControlloTabelle.CON_RIMOZIONE);
		}
		for (Documento d : documenti) {
			deposito.addInputStream(d.nome(), new ByteArrayInputStream(d.contenuto()));
		}
		List<String> gruppi = this.identita.createGroupQuery()
			.groupMember(utente)
			.list()
			.stream()
			.map(Group::getId)
			.toList();
		this.identita.setAuthentication(utente, gruppi, List.of());
		try {
			deposito.deploy();
		}
		finally {
			this.identita.clearAuthentication();
		}
	}

	// What the files are

	private static List<String> esamina(List<Documento> documenti) {
		List<String> problemi = new ArrayList<>();
		Set<String> nomi = new HashSet<>();
		Map<String, String> definizioni = new HashMap<>();
		for (Documento d : documenti) {
			Optional<String> difetto = forma(d);
			if (difetto.isPresent()) {
				problemi.add(d.nome() + ": " + difetto.get());
				continue;
			}
			if (!nomi.add(d.nome())) {
				problemi.add(d.nome() + ": ci sono due file con questo nome; ne cambi uno.");
				continue;
			}
			DmnModelInstance modello;
			try {
				modello = leggi(d);
			}
			catch (RuntimeException ex) {
				problemi.add(Depositata.illeggibile(d.nome(), ex));
				continue;
			}
			Definitions insieme = modello.getDefinitions();
			if (insieme.getId() == null || insieme.getId().isBlank()) {
				problemi.add(d.nome() + ": manca l'id dell'insieme (nel Modeler: «View DRD», casella «Id»).");
			}
			else {
				String altro = definizioni.putIfAbsent(insieme.getId(), d.nome());
				if (altro != null) {
					problemi.add(("%s: ha lo stesso id di %s, «%s»; lo cambi in uno dei due (nel Modeler: «View DRD», "
							+ "casella «Id»), o li carichi uno per volta.")
						.formatted(d.nome(), altro, insieme.getId()));
				}
			}
			chiavi(d, modello, problemi);
		}
		return problemi;
	}

	private static void chiavi(Documento d, DmnModelInstance modello, List<String> problemi) {
		List<Decision> decisioni = List.copyOf(modello.getModelElementsByType(Decision.class));
		if (decisioni.isEmpty()) {
			problemi.add(d.nome() + ": non contiene nessuna tabella.");
		}
		for (Decision decisione : decisioni) {
			if (decisione.getId() == null || Tabelle.famiglia(decisione.getId()).isEmpty()) {
				problemi.add(("%s: la tabella «%s» non è tra quelle che l'applicazione legge; l'id dev'essere uno di "
						+ "questi, o uno di questi seguito da un trattino e da un nome: %s.")
					.formatted(d.nome(), decisione.getId(), String.join(", ", Tabelle.TUTTE)));
			}
		}
	}

	/** Before the file is read as DMN: what it is instead, in words. */
	private static Optional<String> forma(Documento d) {
		byte[] c = d.contenuto();
		String inizio = new String(c, 0, Math.min(c.length, 4_000), StandardCharsets.UTF_8).strip()
			.toLowerCase(Locale.ROOT);
		if (c.length == 0 || inizio.isEmpty()) {
			return Optional.of("il file è vuoto; serve un file .dmn.");
		}
		if (c.length > 1 && c[0] == 'P' && c[1] == 'K') {
			return Optional.of("è un archivio zip (o un foglio di calcolo); serve il file .dmn, non compresso.");
		}
		if (inizio.contains("<!doctype html") || inizio.contains("<html")) {
			return Optional.of("è una pagina web; serve il file .dmn, scaricato e non salvato dal browser.");
		}
		// no entities, neither of the file's own nor from outside
		if (new String(c, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).contains("<!doctype")) {
			return Optional.of("contiene una dichiarazione DOCTYPE, che qui non è ammessa; serve un file .dmn senza.");
		}
		if (!d.nome().toLowerCase(Locale.ROOT).endsWith(".dmn")) {
			return Optional.of("il nome non finisce con .dmn; serve un file .dmn salvato da Camunda Modeler.");
		}
		if (d.nome().length() > 100) {
			return Optional.of("il nome è troppo lungo; servono al massimo 100 caratteri.");
		}
		if (!d.nome().endsWith(".dmn")) {
			return Optional.of("il nome finisce con maiuscole; serve .dmn in minuscolo.");
		}
		return Optional.empty();
	}

	private static DmnModelInstance leggi(Documento d) {
		return Dmn.readModelFromStream(new ByteArrayInputStream(d.contenuto()));
	}

	private static List<Decision> decisioni(Documento d) {
		return List.copyOf(leggi(d).getModelElementsByType(Decision.class));
	}

	// In words

	private Installata installata(Depositata t) {
		return new Installata(t.tabella().chiave(), t.definizione().getVersion(),
				this.depositi.createDeploymentQuery()
					.deploymentId(t.definizione().getDeploymentId())
					.singleResult()
					.getDeploymentTime()
					.toInstant(),
				t.tabella().righe().size(), t.tabella().file(), !Tabelle.TUTTE.contains(t.tabella().chiave()));
	}

	private Map<String, TabellaLetta> perChiave() {
		return Depositata.tabelle(this.depositi)
			.stream()
			.map(Depositata::tabella)
			.collect(Collectors.toMap(TabellaLetta::chiave, Function.identity()));
	}

	private static Novita novita(Installata tabella, TabellaLetta prima, TabellaLetta dopo) {
		Map<String, Riga> vecchie = (prima == null) ? new LinkedHashMap<>() : perId(prima);
		List<String> aggiunte = new ArrayList<>();
		List<String> cambiate = new ArrayList<>();
		for (Riga riga : dopo.righe()) {
			Riga vecchia = vecchie.remove(chiave(riga));
			if (vecchia == null) {
				aggiunte.add(riga.chi());
			}
			else if (!vecchia.ingressi().equals(riga.ingressi()) || !vecchia.uscite().equals(riga.uscite())) {
				cambiate.add(riga.chi());
			}
		}
		return new Novita(tabella, aggiunte, cambiate, vecchie.values().stream().map(Riga::chi).toList());
	}

	private static Map<String, Riga> perId(TabellaLetta tabella) {
		Map<String, Riga> righe = new LinkedHashMap<>();
		tabella.righe().forEach((r) -> righe.put(chiave(r), r));
		return righe;
	}

	/** Camunda Modeler keeps the id of a row that is changed. */
	private static String chiave(Riga riga) {
		return (riga.regola().getId() == null) ? "riga " + riga.numero() : riga.regola().getId();
	}

	private static Esito rifiuto(List<String> problemi) {
		int mostrati = Math.min(problemi.size(), TabelleRifiutate.MOSTRATI);
		return new Esito(List.of(), List.copyOf(problemi.subList(0, mostrati)), problemi.size() - mostrati);
	}

}
