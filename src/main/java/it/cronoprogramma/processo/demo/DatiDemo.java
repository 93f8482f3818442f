package it.cronoprogramma.processo.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Sostituzione;
import it.cronoprogramma.ente.TipoReferente;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.processo.modello.NuovaCandidatura;
import it.cronoprogramma.processo.modello.ProcessoAvviso;
import it.cronoprogramma.processo.orologio.OrologioSimulato;
import it.cronoprogramma.processo.posta.GiriMattutini;
import it.cronoprogramma.termine.Roma;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the demo on an empty database. Each act of the story is a form submitted on its
 * day, so that terms, reminders and mails are those that would have been.
 */
@Component
@Profile("demo")
@Order(20)
class DatiDemo implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(DatiDemo.class);

	private static final String GESTIONE = "gestione1";

	private static final Set<String> ELENCHI = Set.of("serviziDaAvviare", "serviziAvviati", "serviziAttivi");

	private final EnteRepository enti;

	private final PersoneRepository gente;

	private final Registro registro;

	private final Optional<OrologioSimulato> orologio;

	private final RepositoryService depositi;

	private final RuntimeService processi;

	private final TaskService attivita;

	private final FormService moduli;

	private final GiriMattutini giri;

	private final TransactionTemplate transazione;

	DatiDemo(EnteRepository enti, PersoneRepository gente, Registro registro, Optional<OrologioSimulato> orologio,
			RepositoryService depositi, RuntimeService processi, TaskService attivita, FormService moduli,
			GiriMattutini giri, PlatformTransactionManager transazioni) {
		this.enti = enti;
		this.gente = gente;
		this.registro = registro;
		this.orologio = orologio;
		this.depositi = depositi;
		this.processi = processi;
		this.attivita = attivita;
		this.moduli = moduli;
		this.giri = giri;
		this.transazione = new TransactionTemplate(transazioni);
	}

	@Override
	public void run(ApplicationArguments argomenti) throws IOException {
		if (!this.enti.tutti().isEmpty()) {
			return;
		}
		List<Ente> comuni = comuni();
		this.transazione.executeWithoutResult((t) -> persone(comuni));
		List<Atto> storia = storia();
		this.orologio.ifPresent((o) -> o.ripercorri(storia.get(0).quando(), (fine) -> {
			// the story has its mornings too
			this.giri.riprendi();
			for (Atto atto : storia) {
				if (!atto.quando().isAfter(fine)) {
					o.raggiungi(atto.quando());
					compi(atto);
				}
			}
		}));
		LOG.info("Dati dimostrativi caricati: {} enti", comuni.size());
	}

	private List<Ente> comuni() throws IOException {
		List<Ente> comuni = new ArrayList<>();
		this.enti.inserisciGestione(GESTIONE, "Gestione associata RTD", "rtd@gestione.example");
		for (NamedCsvRecord r : leggi("demo/enti.csv")) {
			Ente ente = new Ente(r.getField("id"), r.getField("nome"), r.getField("codice_ipa"),
					r.getField("codice_istat"), Integer.parseInt(r.getField("popolazione")), GESTIONE);
			this.enti.inserisci(ente, r.getField("codice_catastale"), r.getField("provincia"), r.getField("regione"),
					r.getField("popolazione_fonte"));
			String dominio = ente.nome()
				.replaceFirst("^Comune di ", "")
				.toLowerCase(java.util.Locale.ROOT)
				.replaceAll("[^a-z]", "");
			this.enti.inserisciReferente("R" + ente.id(), ente.id(), "Segretario comunale",
					"referente@" + dominio + ".example");
			comuni.add(ente);
		}
		return comuni;
	}

	private void persone(List<Ente> comuni) {
		comuni.forEach(this.registro::ente);
		this.registro.gestione(GESTIONE, "Gestione associata RTD", comuni);
		utente("operatore", "Olga", "Operatrice", Ruolo.OPERATORE);
		utente("operatore2", "Oreste", "Operatore", Ruolo.OPERATORE);
		utente("referente", "Renata", "Referente", Ruolo.REFERENTE);
		utente("rtd", "Rita", "Ufficio RTD", Ruolo.RTD);
		utente("responsabile", "Remo", "Responsabile", Ruolo.RESPONSABILE);
		this.registro.diEnte("operatore", id(comuni, "Comune di Crema"));
		this.registro.diEnte("referente", id(comuni, "Comune di Crema"));
		this.registro.diEnte("operatore2", id(comuni, "Comune di Pandino"));
		this.registro.diGestione("rtd", GESTIONE);
		this.registro.diGestione("responsabile", GESTIONE);
		incarichi(comuni);
	}

	/** At Crema the segretario has delegated; at Pandino he is away these days. */
	private void incarichi(List<Ente> comuni) {
		String crema = id(comuni, "Comune di Crema");
		this.gente.inserisci(new Referente("D" + crema, crema, TipoReferente.DELEGATO, "Renata Referente",
				"referente@gestione.example", "referente", "R" + crema, LocalDate.of(2022, 10, 1),
				"Decreto del segretario n. 14/2022"));
		String pandino = id(comuni, "Comune di Pandino");
		this.gente.inserisci(
				new Sostituzione("SP" + pandino, new Persona(null, "Segretario comunale", "referente@pandino.example"),
						new Persona(null, "Vicesegretario", "vicesegretario@pandino.example"), pandino, null,
						LocalDate.of(2022, 10, 17), LocalDate.of(2022, 10, 28)));
	}

	private void utente(String id, String nome, String cognome, Ruolo ruolo) {
		this.registro.utente(id, nome, cognome, id + "@gestione.example", id, ruolo);
	}

	private static String id(List<Ente> comuni, String nome) {
		return comuni.stream().filter((e) -> e.nome().equals(nome)).findFirst().orElseThrow().id();
	}

	private void compi(Atto atto) {
		Map<String, Object> campi = new HashMap<>(atto.campi());
		if (atto.attivita().equals("nuovaCandidatura")) {
			campi.put("ente", atto.ente());
			campi.put("avviso", atto.avviso());
			String processo = this.depositi.createProcessDefinitionQuery()
				.processDefinitionKey(NuovaCandidatura.CHIAVE)
				.latestVersion()
				.singleResult()
				.getId();
			this.moduli.submitStartForm(processo, campi);
			return;
		}
		String codice = this.processi.createProcessInstanceQuery()
			.variableValueEquals(ProcessoAvviso.ENTE_ID.nome(), atto.ente())
			.variableValueEquals(ProcessoAvviso.AVVISO.nome(), atto.avviso())
			.rootProcessInstances()
			.singleResult()
			.getBusinessKey();
		Task task = this.attivita.createTaskQuery()
			.processInstanceBusinessKey(codice)
			.taskDefinitionKey(atto.attivita())
			.singleResult();
		this.moduli.submitTaskForm(task.getId(), campi);
	}

	private static List<Atto> storia() throws IOException {
		List<Atto> storia = new ArrayList<>();
		for (NamedCsvRecord r : leggi("demo/candidature.csv")) {
			Map<String, Object> campi = new HashMap<>();
			for (String coppia : r.getField("campi").split("\\|")) {
				int uguale = coppia.indexOf('=');
				if (uguale > 0) {
					campi.put(coppia.substring(0, uguale),
							valore(coppia.substring(0, uguale), coppia.substring(uguale + 1)));
				}
			}
			storia.add(new Atto(LocalDateTime.parse(r.getField("quando")).atZone(Roma.FUSO).toInstant(),
					r.getField("ente"), r.getField("avviso"), r.getField("attivita"), campi));
		}
		return storia;
	}

	private static Object valore(String campo, String testo) {
		if (ELENCHI.contains(campo) || campo.startsWith("criteri")) {
			return testo.isEmpty() ? List.of() : List.of(testo.split(","));
		}
		return testo.equals("true") ? Boolean.TRUE : testo.replace("\\n", "\n");
	}

	private static List<NamedCsvRecord> leggi(String risorsa) throws IOException {
		try (Reader sorgente = new InputStreamReader(new ClassPathResource(risorsa).getInputStream(),
				StandardCharsets.UTF_8);
				CsvReader<NamedCsvRecord> csv = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(sorgente)) {
			return csv.stream().toList();
		}
	}

	/** A form submitted on a day. */
	private record Atto(Instant quando, String ente, String avviso, String attivita, Map<String, Object> campi) {
	}

}
