package it.cronoprogramma.prova;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.ServizioFinanziato;
import it.cronoprogramma.ente.Ente;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * Leads a candidatura of any misura through its life in one day: whatever task is open is
 * done as well as can be, unless the test has said otherwise.
 */
public final class Vita {

	private static final Set<String> ANNUALI = Set.of("FineAnnoErogazione", "ProssimaVerifica", "FineDelMantenimento");

	private final Applicazione app;

	private final Ente comune;

	private final String codice;

	private final Map<String, Deque<Map<String, Object>>> scelte = new HashMap<>();

	/**
	 * Opens a candidatura.
	 * @param app the application, whose clock stands on the day
	 * @param comune who asks, made by {@link Applicazione#nuovoComune(int)}
	 * @param avviso on which avviso
	 */
	public Vita(Applicazione app, Ente comune, String avviso) {
		this(app, app.nuovaCandidatura(comune.id(), comune, avviso), comune);
	}

	/**
	 * Goes on with a candidatura that is there already.
	 * @param app the application
	 * @param codice its code
	 * @param comune who asks
	 */
	public Vita(Applicazione app, String codice, Ente comune) {
		this.app = app;
		this.comune = comune;
		this.codice = codice;
	}

	/**
	 * The candidatura's code.
	 * @return the code
	 */
	public String codice() {
		return this.codice;
	}

	/**
	 * Says how a task is to be done, the next time it comes; said twice, the time after.
	 * @param attivita the task's id
	 * @param campi fields that take the place of the usual ones
	 * @return this life
	 */
	public Vita con(String attivita, Map<String, Object> campi) {
		this.scelte.computeIfAbsent(attivita, (a) -> new ArrayDeque<>()).add(campi);
		return this;
	}

	/**
	 * Does one task after the other until a task of a kind is open, or none at all.
	 * @param finche the task's id, which is not done
	 * @return this life
	 */
	public Vita fino(String finche) {
		for (int passi = 0; passi < 200; passi++) {
			List<Task> aperte = this.app.bean(TaskService.class)
				.createTaskQuery()
				.processInstanceBusinessKey(this.codice)
				.orderByTaskCreateTime()
				.asc()
				.list()
				.stream()
				.filter((t) -> !t.getTaskDefinitionKey().equals("valutaScaduto"))
				.toList();
			if (aperte.isEmpty() || aperte.stream().anyMatch((t) -> t.getTaskDefinitionKey().equals(finche))) {
				return this;
			}
			fai(aperte.get(0));
		}
		throw new AssertionError(
				"La candidatura " + this.codice + " non finisce: " + this.app.attivitaAperte(this.codice));
	}

	/** Does everything that can be done, and lets the years of maintenance pass. */
	public void tutta() {
		for (int anni = 0; anni < 10; anni++) {
			fino("nessuna");
			List<Job> timer = timer();
			if (timer.isEmpty()) {
				return;
			}
			timer.forEach((t) -> this.app.bean(ManagementService.class).executeJob(t.getId()));
		}
		throw new AssertionError("La candidatura " + this.codice + " non finisce");
	}

	/** What waits for a year's end, whatever day the clock stands on. */
	private List<Job> timer() {
		List<String> istanze = this.app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.codice)
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.toList();
		return this.app.bean(ManagementService.class)
			.createJobQuery()
			.timers()
			.list()
			.stream()
			.filter((t) -> istanze.contains(t.getProcessInstanceId()))
			.filter((t) -> ANNUALI.contains(this.app.bean(ManagementService.class)
				.createJobDefinitionQuery()
				.jobDefinitionId(t.getJobDefinitionId())
				.singleResult()
				.getActivityId()))
			.toList();
	}

	/**
	 * Does one task, as whoever may.
	 * @param task the task
	 */
	public void fai(Task task) {
		String attivita = task.getTaskDefinitionKey();
		Map<String, Object> campi = new HashMap<>(consueti(task));
		Deque<Map<String, Object>> dette = this.scelte.getOrDefault(attivita, new ArrayDeque<>());
		if (!dette.isEmpty()) {
			campi.putAll(dette.poll());
		}
		List<String> gruppi = this.app.bean(TaskService.class)
			.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.toList();
		if (attivita.equals("richiediErogazione")) {
			this.app.caricaDossier(this.codice);
		}
		this.app.compila(gruppi.contains("operatori") ? this.comune.id() : "rtd", task, campi);
	}

	private String giorno() {
		return this.app.oggi().toString();
	}

	private Map<String, Object> consueti(Task task) {
		Candidatura c = this.app.candidatura(this.codice);
		return switch (task.getTaskDefinitionKey()) {
			case "componiPacchetto" -> pacchetto(c);
			case "inviaDomanda" -> Map.of("decisione", "inviata", "dataInvio", giorno(), "oraInvio", "08:00");
			case "registraAmmissibilita" ->
				Map.of("esito", "ammessa", "dataNotifica", giorno(), "oraNotifica", "08:30", "protocollo", "1");
			case "inserisciCup" -> Map.of("cup", "B91F2200%07d".formatted(Math.abs(this.codice.hashCode() % 1_000_000)),
					"dataInserimento", giorno());
			case "registraDecreto" -> Map.of("numeroDecreto", "Decreto 1", "dataDecreto", giorno(), "dataNotifica",
					giorno(), "oraNotifica", "08:45", "protocollo", "2", "importoDecretato", importo(c),
					"dataPubblicazione", giorno(), "termini", "proposti");
			case "registraContratto" -> Map.of("azione", "ultimo", "fornitore", "Fornitore", "tipoAtto", "stipula-mepa",
					"dataContratto", giorno());
			case "verificaSito" -> verifica(Criterio.Oggetto.SITO);
			case "verificaServizio" -> verifica(Criterio.Oggetto.SERVIZIO);
			case "registraMigrazione", "registraTransazione", "registraPubblicazione", "registraNotifica",
					"registraApi" ->
				attivazione(c);
			case "nominaDelegati" -> con(passo(), "adesioneAppIo", "nuova");
			case "registraApprovazioneCie" -> con(passo(), "esitoFederazione", "approvata");
			case "dichiaraCompletamento" -> Map.of("dataCompletamento", giorno(), "checklistCompilata", true);
			case "registraAsseverazione" ->
				Map.of("esito", "positivo", "dataEsito", giorno(), "protocollo", "3", "motivi", "Come da PEC");
			case "registraVerificaFormale" -> Map.of("esito", "positivo", "dataEsito", giorno());
			case "verificaAnnuale" -> Map.of("esito", "attivi");
			case "valutaDecadenza" -> Map.of("decisione", "decaduta", "motivo", "Stato sul portale");
			case "rispondiIntegrazione" -> Map.of("caricato", true, "dataRisposta", giorno());
			case "registraEsitoControllo" -> Map.of("esito", "positivo", "dataEsito", giorno(), "protocollo", "6");
			case "registraDecretoRinuncia" ->
				Map.of("esito", "decretata", "numeroAtto", "Decreto 5", "dataAtto", giorno(), "protocollo", "5");
			case "comunicaRevoca" -> Map.of("dataNotifica", giorno(), "oraNotifica", "08:50", "protocollo", "8",
					"motivi", "Servizi non attivi");
			case "registraRevoca" -> Map.of("numeroAtto", "Decreto 7", "dataRevoca", giorno(), "protocollo", "9",
					"motivi", "Servizi non attivi");
			case "richiediErogazione" -> Map.of("dataRichiesta", giorno(), "allegato5Firmato", true, "creFirmato", true,
					"fuoriTesoreriaUnica", true, "credenzialiConsegnate", true);
			case "registraErogazione" -> Map.of("dataErogazione", giorno(), "importoErogato", importo(c));
			default -> passo();
		};
	}

	private Map<String, Object> pacchetto(Candidatura c) {
		return switch (pacchettoDi(c)) {
			case ESPERIENZA_CITTADINO -> Map.of("sito", "da-avviare", "serviziDaAvviare", List.of("pagare-imu"));
			case CLOUD -> Map.of("serviziTrasferimento", righe("Trasferito", 3), "serviziAggiornamento",
					righe("Aggiornato", 4), "serviziGiaAvviati", "Aggiornato 1");
			case PAGOPA -> Map.of("serviziElenco", righe("9/0301105TS/ Servizio", 4));
			case APP_IO -> Map.of("serviziMessaggi", righe("Messaggi", 2), "serviziPuntiDiAccesso", "Biblioteca",
					"serviziTecnologieAbilitanti", "Sportello");
			case SPID_CIE -> Map.of("scenarioPartenza", "nessuna", "protocollo", "saml2");
			case ANSC -> Map.of("adesione", "web-app");
			case NOTIFICHE -> Map.of("altroAtto", "Atti tributari (010202N)");
			case PDND -> Map.of("serviziElenco", righe("API", 2));
			case ANNCSU -> Map.of("importoLetto", 4326.40);
		};
	}

	private Map<String, Object> attivazione(Candidatura c) {
		List<String> mancanti = this.app.bean(CandidaturaRepository.class)
			.servizi(this.codice)
			.stream()
			.filter((s) -> !s.verificato())
			.map(ServizioFinanziato::servizio)
			.toList();
		List<String> criteri = this.app.bean(CatalogoAvvisi.class)
			.criteri(pacchettoDi(c), Criterio.Oggetto.SERVIZIO)
			.stream()
			.map(Criterio::codice)
			.toList();
		return Map.of("rielaborazione", "altro", "serviziAttivi", mancanti, "dataAttivazione", giorno(), "riferimento",
				"Prova 1", "criteri", criteri);
	}

	private Map<String, Object> verifica(Criterio.Oggetto oggetto) {
		Map<String, Object> modulo = this.app.checklist(oggetto);
		modulo.putAll(Map.of("url", "https://www.comune.prova.it", "dataOnline", giorno(), "conclusa", "si"));
		return modulo;
	}

	private Map<String, Object> passo() {
		return Map.of("giorno", giorno(), "riferimento", "prot. 1");
	}

	private static Map<String, Object> con(Map<String, Object> campi, String nome, Object valore) {
		Map<String, Object> tutti = new HashMap<>(campi);
		tutti.put(nome, valore);
		return tutti;
	}

	private Pacchetto pacchettoDi(Candidatura c) {
		return this.app.bean(CatalogoAvvisi.class).avviso(c.avviso()).pacchetto();
	}

	private static BigDecimal importo(Candidatura c) {
		return c.importo().orElseThrow();
	}

	private static String righe(String nome, int quante) {
		StringBuilder righe = new StringBuilder();
		for (int i = 1; i <= quante; i++) {
			righe.append(nome).append(' ').append(i).append('\n');
		}
		return righe.toString();
	}

}
