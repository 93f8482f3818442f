package it.cronoprogramma.prova;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import it.cronoprogramma.CronoprogrammaApplication;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.ContrattoRegistrato;
import it.cronoprogramma.candidatura.Documento;
import it.cronoprogramma.candidatura.DocumentoRepository;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.candidatura.TipoDocumento;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.opendata.Importazione;
import it.cronoprogramma.opendata.ImportazioneRepository;
import it.cronoprogramma.opendata.Importazioni;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.processo.modello.ImportaDatiPubblicati;
import it.cronoprogramma.processo.modello.NuovaCandidatura;
import it.cronoprogramma.processo.orologio.OrologioSimulato;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application, as it runs, in a test: real engine, real database, a clock that
 * stands where the test puts it. Timers run when the clock passes them, never by
 * themselves.
 */
public final class Applicazione implements AutoCloseable {

	/** The comune of the stories: 33.091 inhabitants, fascia 20.001–50.000. */
	public static final Ente CREMA = new Ente("E0013", "Comune di Crema", "c_d142", "019035", 33091, "gestione1");

	/** 8.885 inhabitants, fascia 5.001–20.000. */
	public static final Ente PANDINO = new Ente("E0025", "Comune di Pandino", "c_g306", "019067", 8885, "gestione1");

	/** 3.757 inhabitants, fascia up to 5.000. */
	public static final Ente AGNADELLO = new Ente("E0001", "Comune di Agnadello", "c_a076", "019002", 3757,
			"gestione1");

	public static final String APRILE = "1.4.1-comuni-2022-04";

	public static final String SETTEMBRE = "1.4.1-comuni-2022-09";

	private static final AtomicInteger NUMERI = new AtomicInteger(1000);

	private final ConfigurableApplicationContext contesto;

	private Applicazione(ConfigurableApplicationContext contesto) {
		this.contesto = contesto;
	}

	/**
	 * Starts the application on a day with the three comuni and their people.
	 * @param oggi the day the clock stands on, nine in the morning
	 * @param proprieta further settings, {@code name=value}
	 * @return the running application
	 */
	public static Applicazione avvia(String oggi, String... proprieta) {
		Applicazione app = sola(oggi, proprieta);
		app.popola();
		return app;
	}

	/**
	 * A new database in memory, set as the application's own on a file.
	 * @return its address
	 */
	public static String inMemoria() {
		return "jdbc:h2:mem:" + UUID.randomUUID()
				+ ";DB_CLOSE_DELAY=-1;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=512";
	}

	/**
	 * Starts the application on a database as it is.
	 * @param oggi the day the clock stands on
	 * @param proprieta further settings, {@code name=value}
	 * @return the running application
	 */
	public static Applicazione sola(String oggi, String... proprieta) {
		Map<String, String> valori = new LinkedHashMap<>();
		valori.put("server.port", "0");
		valori.put("cronoprogramma.oggi", oggi);
		valori.put("spring.datasource.url", inMemoria());
		valori.put("camunda.bpm.job-execution.enabled", "false");
		valori.put("camunda.bpm.admin-user.password", "admin");
		valori.put("camunda.bpm.generic-properties.properties.enable-password-policy", "false");
		valori.put("cronoprogramma.posta.cartella",
				Path.of("target", "posta", UUID.randomUUID().toString()).toString());
		// no morning runs: tests walk for years
		valori.put("cronoprogramma.posta.giro", "");
		for (String p : proprieta) {
			int uguale = p.indexOf('=');
			valori.put(p.substring(0, uguale), p.substring(uguale + 1));
		}
		return new Applicazione(new SpringApplicationBuilder(CronoprogrammaApplication.class, FlussiPercorsi.class)
			.profiles("test")
			.run(valori.entrySet().stream().map((v) -> "--" + v.getKey() + "=" + v.getValue()).toArray(String[]::new)));
	}

	private void popola() {
		EnteRepository enti = bean(EnteRepository.class);
		Registro registro = bean(Registro.class);
		enti.inserisciGestione("gestione1", "Gestione associata RTD", "rtd@gestione.example");
		List<Ente> comuni = List.of(CREMA, PANDINO, AGNADELLO);
		for (Ente e : comuni) {
			enti.inserisci(e, "X000", "CR", "Lombardia", "prova");
			enti.inserisciReferente("R" + e.id(), e.id(), "Referente",
					"referente@" + e.id().toLowerCase() + ".example");
			registro.ente(e);
		}
		registro.gestione("gestione1", "Gestione associata RTD", comuni);
		utente("operatore", Ruolo.OPERATORE, CREMA);
		utente("operatore2", Ruolo.OPERATORE, PANDINO);
		utente("operatore3", Ruolo.OPERATORE, AGNADELLO);
		utente("referente", Ruolo.REFERENTE, CREMA);
		utente("rtd", Ruolo.RTD, null);
		utente("responsabile", Ruolo.RESPONSABILE, null);
	}

	private void utente(String id, Ruolo ruolo, Ente ente) {
		Registro registro = bean(Registro.class);
		registro.utente(id, id, id, id + "@gestione.example", id, ruolo);
		if (ente == null) {
			registro.diGestione(id, "gestione1");
		}
		else {
			registro.diEnte(id, ente.id());
		}
	}

	/**
	 * A bean of the application.
	 * @param <T> its type
	 * @param tipo its type
	 * @return the bean
	 */
	public <T> T bean(Class<T> tipo) {
		return this.contesto.getBean(tipo);
	}

	/**
	 * All beans of a type.
	 * @param <T> their type
	 * @param tipo their type
	 * @return the beans
	 */
	public <T> Collection<T> beans(Class<T> tipo) {
		return this.contesto.getBeansOfType(tipo).values();
	}

	/**
	 * The port it listens on.
	 * @return the port
	 */
	public int porta() {
		return this.contesto.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/**
	 * The folder mails are written into.
	 * @return the folder
	 */
	public Path posta() {
		return Path.of(this.contesto.getEnvironment().getRequiredProperty("cronoprogramma.posta.cartella"));
	}

	/**
	 * Moves the clock on; what falls due on the way runs.
	 * @param quando Rome date and time, e.g. {@code 2022-08-22T09:30}
	 */
	public void alle(String quando) {
		bean(OrologioSimulato.class).raggiungi(istante(quando));
	}

	/**
	 * Sets the clock back or on without running anything: for a test that shares the
	 * application with others and works on a comune of its own.
	 * @param quando Rome date and time
	 */
	public void torna(String quando) {
		ClockUtil.offset(istante(quando).toEpochMilli() - System.currentTimeMillis());
	}

	/**
	 * A comune that no other test touches, with its operator, whose name is the ente's
	 * id.
	 * @param popolazione inhabitants
	 * @return the ente
	 */
	public Ente nuovoComune(int popolazione) {
		return nuovoComune("Comune di Prova", popolazione);
	}

	/**
	 * A comune that no other test touches, by a name of its own.
	 * @param nome its name
	 * @param popolazione inhabitants
	 * @return the ente
	 */
	public Ente nuovoComune(String nome, int popolazione) {
		int numero = NUMERI.incrementAndGet();
		Ente ente = new Ente("N" + numero, nome, "c_n" + numero, "99%04d".formatted(numero), popolazione, "gestione1");
		bean(EnteRepository.class).inserisci(ente, "X000", "CR", "Lombardia", "prova");
		bean(EnteRepository.class).inserisciReferente("R" + ente.id(), ente.id(), "Referente",
				"referente@" + ente.id().toLowerCase() + ".example");
		bean(Registro.class).ente(ente);
		bean(Registro.class).gestione("gestione1", "Gestione associata RTD", List.of(ente));
		utente(ente.id(), Ruolo.OPERATORE, ente);
		return ente;
	}

	/**
	 * A Rome date and time as an instant.
	 * @param quando e.g. {@code 2022-08-22T09:30}
	 * @return the instant
	 */
	public static Instant istante(String quando) {
		return LocalDateTime.parse(quando).atZone(Roma.FUSO).toInstant();
	}

	/**
	 * Does something as a user, with his groups, his enti and the checks on.
	 * @param <T> what comes of it
	 * @param utente the user
	 * @param azione what he does
	 * @return what comes of it
	 */
	public <T> T come(String utente, Callable<T> azione) {
		IdentityService identita = bean(IdentityService.class);
		List<String> gruppi = identita.createGroupQuery()
			.groupMember(utente)
			.list()
			.stream()
			.map(Group::getId)
			.toList();
		List<String> enti = identita.createTenantQuery()
			.userMember(utente)
			.includingGroupsOfUser(true)
			.list()
			.stream()
			.map(Tenant::getId)
			.toList();
		identita.setAuthentication(utente, gruppi, enti);
		try {
			return azione.call();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			identita.clearAuthentication();
		}
	}

	/**
	 * Opens a candidatura from the start form.
	 * @param utente who opens it
	 * @param ente for which ente
	 * @param avviso on which avviso
	 * @return its code
	 */
	public String nuovaCandidatura(String utente, Ente ente, String avviso) {
		return come(utente, () -> {
			String processo = bean(RepositoryService.class).createProcessDefinitionQuery()
				.processDefinitionKey(NuovaCandidatura.CHIAVE)
				.latestVersion()
				.singleResult()
				.getId();
			bean(FormService.class).submitStartForm(processo, Map.of("ente", ente.id(), "avviso", avviso));
			return bean(RuntimeService.class).createProcessInstanceQuery()
				.variableValueEquals("enteId", ente.id())
				.variableValueEquals("avviso", avviso)
				.rootProcessInstances()
				.list()
				.stream()
				.filter((i) -> i.getProcessDefinitionId().startsWith("avviso-"))
				.map(ProcessInstance::getBusinessKey)
				.max(String::compareTo)
				.orElseThrow();
		});
	}

	/**
	 * Starts a process from its start form.
	 * @param utente who starts it
	 * @param processo the process' key
	 * @param campi the form's fields
	 */
	public void avviaProcesso(String utente, String processo, Map<String, Object> campi) {
		come(utente,
				() -> bean(FormService.class)
					.submitStartForm(bean(RepositoryService.class).createProcessDefinitionQuery()
						.processDefinitionKey(processo)
						.latestVersion()
						.singleResult()
						.getId(), campi));
	}

	/**
	 * Carries a candidatura of a comune up to the notified decree, on the avviso of
	 * aprile 2022, by the clock as it stands.
	 * @param comune a comune made by {@link #nuovoComune(int)}
	 * @param notifica the day of the decree's notification, at nine, when the clock will
	 * stand one hour later
	 * @return its code
	 */
	public String finanziata(Ente comune, String notifica) {
		torna("2022-05-25T09:00");
		String c = nuovaCandidatura(comune.id(), comune, APRILE);
		compila(comune.id(), c, "componiPacchetto", Map.of("sito", "da-avviare"));
		compila(comune.id(), c, "inviaDomanda",
				Map.of("decisione", "inviata", "dataInvio", "2022-05-25", "oraInvio", "08:00"));
		compila(comune.id(), c, "registraAmmissibilita", Map.of("esito", "ammessa", "dataNotifica", "2022-05-25",
				"oraNotifica", "08:30", "protocollo", "1/2022"));
		compila(comune.id(), c, "inserisciCup",
				Map.of("cup", "C31F2200%07d".formatted(NUMERI.incrementAndGet()), "dataInserimento", "2022-05-25"));
		torna(notifica + "T10:00");
		compila(comune.id(), c, "registraDecreto",
				Map.of("numeroDecreto", "Decreto 32", "dataDecreto", notifica, "dataNotifica", notifica, "oraNotifica",
						"09:00", "protocollo", "2/2022", "importoDecretato", candidatura(c).importo().orElseThrow()));
		return c;
	}

	/**
	 * Imports a published file from its beginning to its end.
	 * @param nome the file's name
	 * @param file the file
	 * @param enti codes of the IPA to which the import is bound; none for all
	 * @return the import, done
	 */
	public Importazione importa(String nome, InputStream file, Collection<String> enti) {
		String id = bean(Importazioni.class).avvia(nome, file, null, List.copyOf(enti), null,
				new Autore("admin", adesso()));
		importazioneInCorso();
		return bean(ImportazioneRepository.class).trova(id).orElseThrow();
	}

	/** Lets the import that is under way go on to its end. */
	public void importazioneInCorso() {
		ManagementService lavori = bean(ManagementService.class);
		while (bean(ImportazioneRepository.class).inCorso().isPresent()) {
			lavori.executeJob(
					lavori.createJobQuery().processDefinitionKey(ImportaDatiPubblicati.CHIAVE).singleResult().getId());
		}
	}

	/**
	 * Fills in the form of an open task.
	 * @param utente who does it
	 * @param codice the candidatura's code
	 * @param attivita the task's id
	 * @param campi the form's fields
	 */
	public void compila(String utente, String codice, String attivita, Map<String, Object> campi) {
		come(utente, () -> {
			bean(FormService.class).submitTaskForm(attivita(codice, attivita).getId(), campi);
			return null;
		});
	}

	/**
	 * Uploads what the request of erogazione needs: the CRE, the Allegato 5 signed, the
	 * checklist, a document for each contract. What is there already stays.
	 * @param codice the candidatura's code
	 */
	public void caricaDossier(String codice) {
		DocumentoRepository documenti = bean(DocumentoRepository.class);
		Autore chi = new Autore(candidatura(codice).ente(), bean(java.time.Clock.class).instant());
		if (documenti.elenco(codice).isEmpty()) {
			documenti.carica(codice, TipoDocumento.CRE, null, FileDiProva.pdf("CRE.pdf", "CRE " + codice), chi);
			documenti.carica(codice, TipoDocumento.ALLEGATO_5, null, FileDiProva.p7m("Allegato 5.pdf.p7m"), chi);
			documenti.carica(codice, TipoDocumento.CHECKLIST, null, FileDiProva.pdf("Checklist.pdf", "Checklist"), chi);
		}
		Set<String> provati = documenti.elenco(codice)
			.stream()
			.map(Documento::contratto)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		for (ContrattoRegistrato k : bean(CandidaturaRepository.class).contrattiRegistrati(codice)) {
			if (!provati.contains(k.id())) {
				documenti.carica(codice, TipoDocumento.CONTRATTO, k.id(), FileDiProva.pdf("Contratto.pdf", k.id()),
						chi);
			}
		}
	}

	/**
	 * Fills in the form of a task.
	 * @param utente who does it
	 * @param task the task
	 * @param campi the form's fields
	 */
	public void compila(String utente, Task task, Map<String, Object> campi) {
		come(utente, () -> {
			bean(FormService.class).submitTaskForm(task.getId(), campi);
			return null;
		});
	}

	/**
	 * The open task of a kind; the first of several.
	 * @param codice the candidatura's code
	 * @param attivita the task's id
	 * @return the task
	 */
	public Task attivita(String codice, String attivita) {
		List<Task> aperte = bean(TaskService.class).createTaskQuery()
			.processInstanceBusinessKey(codice)
			.taskDefinitionKey(attivita)
			.list();
		if (aperte.isEmpty()) {
			throw new AssertionError("Nessuna attività " + attivita + " è aperta: " + attivitaAperte(codice));
		}
		return aperte.get(0);
	}

	/**
	 * The open tasks of a candidatura.
	 * @param codice its code
	 * @return their ids, sorted
	 */
	public List<String> attivitaAperte(String codice) {
		return bean(TaskService.class).createTaskQuery()
			.processInstanceBusinessKey(codice)
			.list()
			.stream()
			.map(Task::getTaskDefinitionKey)
			.sorted()
			.collect(Collectors.toList());
	}

	/**
	 * A candidatura as recorded.
	 * @param codice its code
	 * @return the candidatura
	 */
	public Candidatura candidatura(String codice) {
		return bean(CandidaturaRepository.class).leggi(codice);
	}

	/**
	 * A term as recorded.
	 * @param codice the candidatura's code
	 * @param tipo which term
	 * @return the term
	 */
	public Scadenza scadenza(String codice, TipoTermine tipo) {
		return bean(ScadenzaRepository.class).trova(codice, tipo).orElseThrow();
	}

	/**
	 * The variables of the avviso's instance, as a reader of Cockpit sees them; of an
	 * ended one, as they were at the end.
	 * @param codice the candidatura's code
	 * @return values by name
	 */
	public Map<String, Object> variabili(String codice) {
		String istanza = bean(HistoryService.class).createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(codice)
			.rootProcessInstances()
			.list()
			.stream()
			.filter((i) -> i.getProcessDefinitionKey().startsWith("avviso-"))
			.findFirst()
			.orElseThrow()
			.getId();
		return bean(HistoryService.class).createHistoricVariableInstanceQuery()
			.processInstanceId(istanza)
			.list()
			.stream()
			.filter((v) -> v.getValue() != null)
			.collect(Collectors.toMap((v) -> v.getName(), (v) -> v.getValue()));
	}

	/**
	 * A checklist with every criterion ticked, as the forms of verification send it.
	 * @param oggetto site or service
	 * @return the form's lists, to be completed with address, day and conclusion
	 */
	public Map<String, Object> checklist(Criterio.Oggetto oggetto) {
		Map<String, String> campi = Map.of("esperienza utente", "criteriEsperienza", "funzionalità",
				"criteriFunzionalita", "normativa", "criteriNormativa", "performance", "criteriPerformance",
				"sicurezza", "criteriSicurezza");
		Map<String, List<String>> elenchi = new HashMap<>();
		bean(CatalogoAvvisi.class).criteri(Pacchetto.ESPERIENZA_CITTADINO, oggetto)
			.forEach(
					(k) -> elenchi.computeIfAbsent(campi.get(k.categoria()), (x) -> new ArrayList<>()).add(k.codice()));
		return new HashMap<>(elenchi);
	}

	/**
	 * The timers that wait.
	 * @return how many timers wait in all
	 */
	public long timer() {
		return bean(ManagementService.class).createJobQuery().timers().count();
	}

	/**
	 * The refusal that an operator reads.
	 * @param ex what was thrown
	 * @return its sentence
	 */
	public static String rifiuto(Throwable ex) {
		for (Throwable causa = ex; causa != null; causa = causa.getCause()) {
			if (causa instanceof Rifiuto) {
				return causa.getMessage();
			}
		}
		throw new AssertionError("nessun rifiuto, ma: " + ex, ex);
	}

	/**
	 * The instant it is, by the application's clock.
	 * @return now
	 */
	public Instant adesso() {
		return ClockUtil.getCurrentTime().toInstant();
	}

	/**
	 * The day it is.
	 * @return the Rome day by the application's clock
	 */
	public LocalDate oggi() {
		return Roma.giorno(bean(java.time.Clock.class).instant());
	}

	@Override
	public void close() {
		this.contesto.close();
	}

}
