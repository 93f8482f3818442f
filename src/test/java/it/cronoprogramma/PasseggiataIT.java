package it.cronoprogramma;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Vita;
import it.cronoprogramma.rifiuto.Rifiuto;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sixty candidature, five hundred in the benchmark, each led by chance: tasks done well
 * or badly, rinunce, revoche, checks, days that pass, restarts. Whatever happens, none is
 * ever lost: each has a task, a timer or an end, and its story tells every state it was
 * in.
 */
class PasseggiataIT {

	private static final int GIRI = 8;

	private static final List<String> AVVISI = List.of("1.4.1-comuni-2022-04", "1.4.3-pagopa-comuni-2022-04",
			"1.4.3-app-io-comuni-2022-04", "1.4.4-spid-cie-comuni-2022-04", "1.2-comuni-2022-04");

	private static final Set<String> STATI = java.util.Arrays.stream(Stato.values())
		.map(Stato::nome)
		.collect(Collectors.toSet());

	private final Random caso = new Random(20220401);

	private final String database = "spring.datasource.url=" + Applicazione.inMemoria();

	private final Map<String, Ente> comuni = new LinkedHashMap<>();

	private final Map<String, Integer> voci = new HashMap<>();

	private final Map<String, Stato> stati = new HashMap<>();

	private final Map<String, Integer> fatti = new TreeMap<>();

	private Applicazione app;

	private LocalDate oggi = LocalDate.parse("2022-06-01");

	int candidature() {
		return 60;
	}

	@Test
	void nessunaCandidaturaSiPerde() {
		this.app = Applicazione.avvia(this.oggi.toString(), this.database);
		try {
			apri();
			for (int giro = 1; giro <= GIRI; giro++) {
				Map<String, List<Task>> aperte = aperte();
				for (String codice : List.copyOf(this.comuni.keySet())) {
					if (this.caso.nextInt(10) < 9) {
						passo(codice, aperte.getOrDefault(codice, List.of()));
					}
				}
				passaIlTempo(giro);
				if (giro % 4 == 0) {
					riavvia();
				}
				if (giro % 3 == 0 || giro > GIRI - 2) {
					controllaTutte();
				}
			}
			controllaISommati();
			System.out.println("Passeggiata: " + this.fatti + ", stati " + conteggi());
		}
		finally {
			this.app.close();
		}
	}

	private void apri() {
		Ente comune = null;
		for (int i = 0; i < candidature(); i++) {
			if (i % AVVISI.size() == 0) {
				comune = this.app.nuovoComune(1_000 + this.caso.nextInt(1_400));
			}
			String codice = this.app.nuovaCandidatura(comune.id(), comune, AVVISI.get(i % AVVISI.size()));
			this.comuni.put(codice, comune);
			guarda(codice);
		}
	}

	private void passaIlTempo(int giro) {
		// at the end terms pass that nobody has met
		int giorni = (giro < GIRI) ? this.caso.nextInt(12) : 30;
		this.oggi = this.oggi.plusDays(giorni);
		this.app.alle(this.oggi + "T%02d:00".formatted(12));
		this.comuni.keySet().forEach(this::guarda);
	}

	private void riavvia() {
		this.app.close();
		this.app = Applicazione.sola(this.oggi.toString(), this.database);
		this.app.torna(this.oggi + "T12:00");
	}

	/** The open tasks by candidatura, in an order that is the same at each run. */
	private Map<String, List<Task>> aperte() {
		Map<String, String> codici = this.app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.list()
			.stream()
			.filter((i) -> i.getBusinessKey() != null)
			.collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
		return this.app.bean(TaskService.class)
			.createTaskQuery()
			.list()
			.stream()
			.sorted(Comparator.comparing(Task::getTaskDefinitionKey))
			.collect(Collectors.groupingBy((t) -> codici.get(t.getProcessInstanceId())));
	}

	/**
	 * One act of somebody on a candidatura: a task, or something that comes from outside.
	 */
	private void passo(String codice, List<Task> aperte) {
		Candidatura c = this.app.candidatura(codice);
		try {
			if (this.caso.nextInt(100) < 6 && daFuori(c)) {
				conta("da fuori");
			}
			else if (!aperte.isEmpty()) {
				Task task = scelta(aperte);
				new Vita(this.app, codice, this.comuni.get(codice))
					.con(task.getTaskDefinitionKey(), come(task.getTaskDefinitionKey(), c))
					.fai(task);
				conta(task.getTaskDefinitionKey());
			}
		}
		catch (RuntimeException ex) {
			// what the rules do not allow is refused with a sentence, and nothing has
			// changed
			Applicazione.rifiuto(ex);
			conta("rifiutati");
			assertThat(this.app.candidatura(codice).stato()).as(codice).isEqualTo(this.stati.get(codice));
		}
		guarda(codice);
	}

	/** By chance; but who is asked how a revoca ended often answers first. */
	private Task scelta(List<Task> aperte) {
		return aperte.stream()
			.filter((t) -> t.getTaskDefinitionKey().equals("registraRevoca") && this.caso.nextBoolean())
			.findFirst()
			.orElseGet(() -> aperte.get(this.caso.nextInt(aperte.size())));
	}

	private void conta(String che) {
		this.fatti.merge(che, 1, Integer::sum);
	}

	private Map<String, Object> come(String attivita, Candidatura c) {
		String oggi = this.oggi.toString();
		int dado = this.caso.nextInt(100);
		Map<String, Object> integrazione = Map.of("esito", "integrazione", "dataNotifica", oggi, "oraNotifica", "09:00",
				"protocollo", "7", "richiesta", "Manca un documento", "giorniRisposta", 5 + dado % 20);
		return switch (attivita) {
			case "inviaDomanda" ->
				(dado < 4) ? Map.of("decisione", "ritira") : (dado < 10) ? Map.of("decisione", "modifica")
						: Map.of("dataInvio", this.oggi.isAfter(LocalDate.parse("2022-06-20")) ? "2022-06-20" : oggi);
			case "registraAmmissibilita" -> (dado < 6) ? Map.of("esito", "nonAmmessa", "motivo", "Fondi esauriti")
					: (dado < 12) ? Map.of("esito", "riserva", "riserva", "In attesa di fondi") : Map.of();
			case "inserisciCup" -> (dado < 10) ? Map.of("esitoInserimento", "nonInserito") : Map.of();
			case "valutaDecadenza" ->
				(dado < 40) ? Map.of() : Map.of("decisione", (dado < 80) ? "accolta" : "daInserire");
			case "registraContratto" -> (dado < 30) ? Map.of("azione", "altro") : Map.of();
			case "registraAsseverazione" -> (dado < 20) ? integrazione : (dado < 40) ? Map.of("esito", "parziale")
					: (dado < 55) ? Map.of("esito", "negativo", "inammissibile", dado < 50) : Map.of();
			case "registraVerificaFormale" -> (dado < 30) ? integrazione : Map.of();
			case "registraDecretoRinuncia" ->
				(dado < 40) ? Map.of("esito", "senzaEffetto", "motivo", "Ci ha ripensato") : Map.of();
			case "registraRevoca" -> (dado < 35) ? Map.of("esito", "archiviata") : (dado < 60)
					? Map.of("esito", "rimessa", "nuovaData", this.oggi.plusDays(60).toString()) : Map.of();
			case "verificaAnnuale" ->
				(dado < 20) ? Map.of("esito", "daRipristinare", "nota", "Un servizio non risponde") : Map.of();
			case "registraEsitoControllo" -> (dado < 30) ? Map.of("esito", "parziale", "motivi", "Un servizio")
					: (dado < 55) ? Map.of("esito", "negativo", "motivi", "Spento") : Map.of();
			case "registraApprovazioneCie" -> (dado < 30) ? Map.of("esitoFederazione", "respinta") : Map.of();
			case "verificaSito", "verificaServizio" -> (dado < 30) ? Map.of("conclusa", "no") : Map.of();
			case "valutaScaduto" -> Map.of("valutazione", "Da completare comunque");
			default -> Map.of();
		};
	}

	private boolean daFuori(Candidatura c) {
		String oggi = this.oggi.toString();
		String utente = this.caso.nextBoolean() ? "rtd" : c.ente();
		if (c.fase().finita()) {
			return ripresenta(c);
		}
		if (c.fase().dopoErogazione() && this.caso.nextBoolean()) {
			this.app.avviaProcesso(utente, "registra-controllo", Map.of("candidatura", c.codice(), "dataNotifica", oggi,
					"oraNotifica", "09:00", "protocollo", "70"));
			return true;
		}
		if (!c.fase().primaDelDecreto() && this.caso.nextInt(3) == 0) {
			this.app.avviaProcesso("rtd", "registra-revoca", Map.of("candidatura", c.codice(), "dataNotifica", oggi,
					"oraNotifica", "09:00", "protocollo", "71", "motivi", "Accertamento"));
			return true;
		}
		this.app.avviaProcesso(utente, "registra-rinuncia",
				Map.of("candidatura", c.codice(), "che", this.caso.nextInt(4) == 0 ? "ritiro" : "rinuncia",
						"dataRichiesta", oggi, "motivo", "Un avviso migliore"));
		return true;
	}

	/** A new one takes the place of what ended, where that leaves room. */
	private boolean ripresenta(Candidatura c) {
		if (c.viva() || !this.app.bean(CandidaturaRepository.class).successori(c.codice()).isEmpty()) {
			return false;
		}
		Ente comune = this.comuni.get(c.codice());
		Set<String> prima = codici(comune);
		this.app.avviaProcesso("rtd", "nuova-candidatura",
				Map.of("ente", comune.id(), "avviso", c.avviso(), "predecessore", c.codice()));
		Set<String> dopo = codici(comune);
		dopo.removeAll(prima);
		assertThat(dopo).hasSize(1);
		String nuova = dopo.iterator().next();
		this.comuni.put(nuova, comune);
		assertThat(this.app.candidatura(nuova).predecessore()).contains(c.codice());
		guarda(nuova);
		return true;
	}

	private Set<String> codici(Ente comune) {
		return this.app.bean(CandidaturaRepository.class)
			.diEnti(List.of(comune.id()))
			.stream()
			.map(Candidatura::codice)
			.collect(Collectors.toCollection(HashSet::new));
	}

	/** A state that has changed since it was last looked at stands in the story. */
	private void guarda(String codice) {
		Stato ora = this.app.candidatura(codice).stato();
		Stato prima = this.stati.put(codice, ora);
		if (ora == prima) {
			return;
		}
		List<VoceStoria> storia = this.app.bean(CandidaturaRepository.class).storia(codice);
		List<VoceStoria> nuove = storia.subList(this.voci.getOrDefault(codice, 0), storia.size());
		this.voci.put(codice, storia.size());
		List<String> passaggi = nuove.stream().map(VoceStoria::dopo).filter(STATI::contains).toList();
		assertThat(passaggi).as(codice + ": da " + prima + " a " + ora + ", ma la storia dice " + nuove)
			.last()
			.isEqualTo(ora.nome());
	}

	private void controllaTutte() {
		Map<String, Integer> vivi = new HashMap<>();
		Map<String, String> chiavi = new HashMap<>();
		Set<String> inCorso = new HashSet<>();
		Map<String, Integer> orologi = new HashMap<>();
		for (ProcessInstance i : this.app.bean(RuntimeService.class).createProcessInstanceQuery().list()) {
			chiavi.put(i.getId(), i.getBusinessKey());
			inCorso.add(i.getBusinessKey());
			if (i.getProcessDefinitionId().startsWith("orologio-termine")) {
				orologi.merge(i.getBusinessKey(), 1, Integer::sum);
			}
		}
		for (Task t : this.app.bean(TaskService.class).createTaskQuery().list()) {
			vivi.merge(chiavi.get(t.getProcessInstanceId()), 1, Integer::sum);
		}
		for (Job j : this.app.bean(ManagementService.class).createJobQuery().list()) {
			assertThat(j.getExceptionMessage()).as("lavoro fallito").isNull();
			vivi.merge(chiavi.get(j.getProcessInstanceId()), 1, Integer::sum);
		}
		for (String codice : this.comuni.keySet()) {
			Candidatura c = this.app.candidatura(codice);
			List<TipoTermine> pendenti = this.app.bean(ScadenzaRepository.class)
				.pendenti(codice)
				.stream()
				.map((s) -> s.termine())
				.filter((t) -> t != TipoTermine.MANTENIMENTO)
				.toList();
			if (c.fase().finita()) {
				assertThat(inCorso.contains(codice)).as(codice + " " + c.stato()).isFalse();
				assertThat(pendenti).as(codice + " " + c.stato()).isEmpty();
			}
			else {
				assertThat(vivi.getOrDefault(codice, 0)).as(codice + " " + c.stato()).isPositive();
				assertThat(orologi.getOrDefault(codice, 0)).as(codice + " " + c.stato() + " " + pendenti)
					.isEqualTo(pendenti.size());
			}
		}
	}

	private void controllaISommati() {
		assertThat(conteggi().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(this.comuni.size());
		assertThat(this.comuni).hasSizeGreaterThanOrEqualTo(candidature());
		assertThat(conteggi()).as("le fini che cento passi bastano a raggiungere")
			.containsKeys("RITIRATA", "NON_AMMESSA", "NON_FINANZIABILE", "RINUNCIATA");
		for (String codice : this.comuni.keySet()) {
			assertThat(this.app.variabili(codice)).as(codice)
				.containsEntry("stato", this.app.candidatura(codice).stato().nome());
		}
	}

	private Map<String, Long> conteggi() {
		Map<String, Long> conteggi = new TreeMap<>();
		this.app.bean(JdbcClient.class)
			.sql("SELECT stato, COUNT(*) AS quante FROM candidatura GROUP BY stato")
			.query((rs) -> {
				conteggi.put(rs.getString("stato"), rs.getLong("quante"));
			});
		return conteggi;
	}

}
