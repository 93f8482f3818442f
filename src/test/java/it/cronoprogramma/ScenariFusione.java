package it.cronoprogramma;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.EventoEnte;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.TipoEvento;
import it.cronoprogramma.ente.Visibilita;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.processo.modello.RegistraFusione;
import it.cronoprogramma.prova.Sessione;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.SETTEMBRE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An ente is no more and another takes its place (dominio 7.1, h): whose the candidature
 * are, who sees them, whom the reminders reach; and that no term has moved. By real HTTP,
 * in sessions that were open before.
 */
abstract class ScenariFusione extends ScenariSuDueDatabase {

	private static final String REST = "/camunda/api/engine/engine/default";

	private static final AtomicInteger NUMERI = new AtomicInteger();

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Set<Path> lette = new HashSet<>();

	private Sessione rtd;

	private Ente nanto;

	private Ente castegnero;

	ScenariFusione(boolean suPostgres) {
		super(suPostgres);
	}

	@BeforeAll
	void altraGestione() {
		Registro registro = this.app.bean(Registro.class);
		this.app.bean(EnteRepository.class).inserisciGestione("gestione2", "Altra gestione", "rtd@altra.example");
		registro.gestione("gestione2", "Altra gestione", List.of());
		registro.utente("rtd2", "rtd2", "rtd2", "rtd2@altra.example", "rtd2", Ruolo.RTD);
		registro.diGestione("rtd2", "gestione2");
		this.rtd = Sessione.di(this.app, "rtd");
	}

	@BeforeEach
	void dueComuni() {
		sgombera();
		this.app.torna("2022-05-25T09:00");
		this.nanto = comune("Comune di Nanto", "gestione1");
		this.castegnero = comune("Comune di Castegnero", "gestione1");
	}

	/** Dominio 7.1 (h): two projects, in different phases, with terms that run. */
	@Test
	void ilSuccessorePrendeDueCandidatureConILoroTermini() throws Exception {
		String contratti = this.app.finanziata(this.nanto, "2022-08-19");
		String cup = inAttesaDelCup(this.nanto, "2022-09-20");
		Sessione vecchio = Sessione.di(this.app, this.nanto.id());
		Sessione nuovo = Sessione.di(this.app, this.castegnero.id());
		String daContrattare = this.app.attivita(contratti, "registraContratto").getId();
		String daInserire = this.app.attivita(cup, "inserisciCup").getId();
		assertThat(prendi(vecchio, this.nanto.id(), daContrattare)).isEqualTo(204);
		assertThat(prendi(this.rtd, "rtd", daInserire)).isEqualTo(204);
		assertThat(vecchio.get(REST + "/task").body()).contains(daContrattare, daInserire);
		assertThat(nuovo.get(REST + "/task").body()).isEqualTo("[]");
		assertThat(nuovo.get(REST + "/task/" + daInserire).statusCode()).isEqualTo(404);
		List<VoceStoria> storia = this.app.bean(CandidaturaRepository.class).storia(contratti);
		Map<String, Object> fatti = fatti(contratti, cup);

		HttpResponse<String> r = registra(this.rtd, fusione(this.nanto, this.castegnero));
		assertThat(r.statusCode()).as(r.body()).isEqualTo(200);

		assertThat(fatti(contratti, cup)).as("termini, timer, scadenze, CUP, importi, fascia: come prima")
			.isEqualTo(fatti);
		for (String task : List.of(daContrattare, daInserire)) {
			assertThat(vecchio.get(REST + "/task/" + task).statusCode()).isEqualTo(404);
			assertThat(vecchio.get(REST + "/task/" + task + "/form-variables").statusCode()).isNotEqualTo(200);
			assertThat(invia(vecchio, task, Map.of()).statusCode()).isGreaterThanOrEqualTo(400);
			assertThat(nuovo.get(REST + "/task/" + task).statusCode()).isEqualTo(200);
		}
		assertThat(vecchio.get(REST + "/task").body()).isEqualTo("[]");
		for (String elenco : List.of("/process-instance", "/variable-instance", "/history/variable-instance",
				"/history/task")) {
			assertThat(vecchio.get(REST + elenco).body()).as(elenco).doesNotContain("Nanto", this.nanto.id());
		}
		assertThat(chi(daContrattare)).as("presa in carico da chi non c'è più: libera").isNull();
		assertThat(chi(daInserire)).as("l'ufficio RTD è lo stesso").isEqualTo("rtd");
		assertThat(nomi(contratti)).containsOnly("Comune di Castegnero (già Comune di Nanto)").hasSizeGreaterThan(2);
		assertThat(nomi(cup)).containsOnly("Comune di Castegnero (già Comune di Nanto)").hasSizeGreaterThan(1);
		assertThat(nuovo.get(REST + "/task/" + daContrattare + "/form-variables").body())
			.contains("Comune di Castegnero (già Comune di Nanto)");

		// the next task is the successor's
		assertThat(prendi(nuovo, this.castegnero.id(), daContrattare)).isEqualTo(204);
		r = invia(nuovo, daContrattare, Map.of("azione", "ultimo", "fornitore", "Fornitore", "tipoAtto", "stipula-mepa",
				"dataContratto", "2022-09-19"));
		assertThat(r.statusCode()).as(r.body()).isEqualTo(204);
		assertThat(this.app.candidatura(contratti).stato()).isEqualTo(Stato.CONTRATTI_CONCLUSI);
		assertThat(this.app.candidatura(contratti).ente()).as("di chi è nata").isEqualTo(this.nanto.id());

		List<VoceStoria> dopo = this.app.bean(CandidaturaRepository.class).storia(contratti);
		assertThat(dopo).startsWith(storia.toArray(VoceStoria[]::new));
		assertThat(dopo.get(storia.size()))
			.isEqualTo(new VoceStoria("Ente", "Fusione dal 18/09/2022, L.R. Veneto 1/2022 del 01/09/2022",
					"Comune di Nanto", "Comune di Castegnero (già Comune di Nanto)"));

		// PEC of 20/9/2022: the CUP by the 25th, a Sunday
		posta();
		this.app.alle("2022-09-26T09:00");
		List<MimeMessage> promemoria = posta().stream().filter((m) -> corpo(m).contains(cup)).toList();
		assertThat(promemoria).isNotEmpty().allSatisfy((m) -> {
			assertThat(m.getAllRecipients()).extracting(Object::toString)
				.isSubsetOf(referente(this.castegnero), "rtd@gestione.example", "responsabile@gestione.example");
			assertThat(m.getSubject()).startsWith("Castegnero (già Nanto) · CUP ");
			assertThat(corpo(m)).contains("Comune di Castegnero (già Comune di Nanto)");
		}).anySatisfy((m) -> assertThat(m.getAllRecipients()[0]).hasToString(referente(this.castegnero)));
	}

	@Test
	void ilRegistroDegliEntiELEnteSoppresso() {
		String ritirata = this.app.nuovaCandidatura(this.nanto.id(), this.nanto, APRILE);
		this.app.compila(this.nanto.id(), ritirata, "componiPacchetto", Map.of("sito", "da-avviare"));
		this.app.compila(this.nanto.id(), ritirata, "inviaDomanda", Map.of("decisione", "ritira"));
		String bozza = this.app.nuovaCandidatura(this.nanto.id(), this.nanto, APRILE);
		this.app.torna("2022-09-20T10:00");
		assertThat(registra(this.rtd, fusione(this.nanto, this.castegnero)).statusCode()).isEqualTo(200);

		EventoEnte evento = this.app.bean(EnteRepository.class).eventi(this.nanto.id()).get(0);
		assertThat(evento)
			.extracting(EventoEnte::vecchio, EventoEnte::nuovo, EventoEnte::tipo, EventoEnte::atto, EventoEnte::chi,
					EventoEnte::vecchiaGestione)
			.containsExactly(this.nanto.id(), this.castegnero.id(), TipoEvento.FUSIONE, "L.R. Veneto 1/2022", "rtd",
					"gestione1");
		assertThat(evento.giorno()).isEqualTo("2022-09-18");
		assertThat(evento.dataAtto()).isEqualTo("2022-09-01");
		assertThat(this.app.bean(EnteRepository.class).leggi(this.nanto.id()).popolazione()).isEqualTo(3000);
		assertThat(this.app.bean(CandidaturaRepository.class).storia(ritirata)).as("quella conclusa non si tocca")
			.noneMatch((v) -> v.fatto().equals("Ente"));

		// the successor has one of its own on the same avviso, the old one none any more
		HttpResponse<String> r = avvia(this.rtd, "nuova-candidatura",
				Map.of("ente", this.nanto.id(), "avviso", SETTEMBRE));
		assertThat(r.statusCode()).isEqualTo(409);
		assertThat(r.body())
			.contains("Comune di Nanto è soppresso dal 18/09/2022 ed è confluito in Comune di Castegnero: "
					+ "la candidatura si apre per quello.");
		assertThat(this.rtd.get(REST + "/process-definition/key/nuova-candidatura/deployed-start-form").body())
			.contains(this.castegnero.id())
			.doesNotContain(this.nanto.id());
		String propria = this.app.nuovaCandidatura(this.castegnero.id(), this.castegnero, SETTEMBRE);
		assertThat(this.app.variabili(propria)).containsEntry("ente", "Comune di Castegnero");
		assertThat(this.app.attivitaAperte(bozza)).containsExactly("componiPacchetto");

		// again, or the other way round: refused, and nothing is written twice
		assertThat(registra(this.rtd, fusione(this.nanto, this.castegnero)).statusCode()).isEqualTo(409);
		r = registra(this.rtd, fusione(this.castegnero, this.nanto));
		assertThat(r.statusCode()).isEqualTo(409);
		assertThat(r.body())
			.contains("Comune di Nanto è soppresso dal 18/09/2022: al suo posto indichi Comune di " + "Castegnero.");
		assertThat(this.app.bean(EnteRepository.class).eventi(this.nanto.id())).hasSize(1);
		assertThat(this.app.bean(HistoryService.class)
			.createHistoricVariableInstanceQuery()
			.processDefinitionKey(RegistraFusione.CHIAVE)
			.count()).as("il modulo non lascia variabili").isZero();
	}

	/** A in B, then B in C: what was A's is C's. */
	@Test
	void unaCatena() throws Exception {
		String c = inAttesaDelCup(this.nanto, "2022-09-20");
		Ente terzo = comune("Comune di Longare", "gestione1");
		Sessione secondo = Sessione.di(this.app, this.castegnero.id());
		Sessione ultimo = Sessione.di(this.app, terzo.id());
		String task = this.app.attivita(c, "inserisciCup").getId();
		assertThat(registra(this.rtd, fusione(this.nanto, this.castegnero)).statusCode()).isEqualTo(200);
		assertThat(prendi(secondo, this.castegnero.id(), task)).isEqualTo(204);
		Map<String, Object> incorporazione = fusione(this.castegnero, terzo);
		incorporazione.put("tipo", "incorporazione");
		incorporazione.put("giorno", "2022-09-17");
		HttpResponse<String> r = registra(this.rtd, incorporazione);
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(r.body()).contains("Comune di Castegnero esisteva ancora il 18/09/2022");
		incorporazione.put("giorno", "2022-09-19");
		assertThat(registra(this.rtd, incorporazione).statusCode()).isEqualTo(200);

		assertThat(secondo.get(REST + "/task").body()).isEqualTo("[]");
		assertThat(chi(task)).isNull();
		assertThat(ultimo.get(REST + "/task").body()).contains(task);
		assertThat(nomi(c)).containsOnly("Comune di Longare (già Comune di Nanto)");
		assertThat(
				this.app.bean(CandidaturaRepository.class).storia(c).stream().filter((v) -> v.fatto().equals("Ente")))
			.extracting(VoceStoria::prima, VoceStoria::dopo)
			.containsExactly(
					org.assertj.core.groups.Tuple.tuple("Comune di Nanto",
							"Comune di Castegnero (già Comune di Nanto)"),
					org.assertj.core.groups.Tuple.tuple("Comune di Castegnero (già Comune di Nanto)",
							"Comune di Longare (già Comune di Nanto)"));
		assertThat(this.app.bean(Visibilita.class).di(terzo.id())).containsExactlyInAnyOrder(terzo.id(),
				this.castegnero.id(), this.nanto.id());
		posta();
		this.app.alle("2022-09-26T09:00");
		assertThat(posta().stream().filter((m) -> corpo(m).contains(c))).isNotEmpty()
			.allSatisfy((m) -> assertThat(m.getAllRecipients()).extracting(Object::toString)
				.isSubsetOf(referente(terzo), "rtd@gestione.example", "responsabile@gestione.example"))
			.anySatisfy((m) -> assertThat(m.getAllRecipients()[0]).hasToString(referente(terzo)));
	}

	/** Two become a new one: registered one after the other. */
	@Test
	void dueInUnoNuovo() {
		String una = inAttesaDelCup(this.nanto, "2022-09-20");
		String altra = inAttesaDelCup(this.castegnero, "2022-09-20");
		Map<String, Object> modulo = fusione(this.nanto, null);
		modulo.putAll(Map.of("subentra", "nuovo", "nome", "Comune di Castegnero Nanto", "codiceIpa", "c_m435",
				"popolazione", 5894, "referenteNome", "Segretario", "referenteEmail", "segretario@unito.example"));
		for (String[] sbagliato : new String[][] { { "codiceIpa", "C_D142", "è già di un altro ente" },
				{ "referenteEmail", "segretario", "Indirizzo «segretario» non valido" },
				{ "codiceIstat", "24", "Codice ISTAT «24» non valido" }, { "nome", " ", "Manca «Nome del nuovo ente»" },
				{ "subentra", "altro", "Indichi chi subentra" }, { "tipo", "scissione", "Evento «scissione»" },
				{ "giorno", "2022-09-21", "è nel futuro" }, { "dataAtto", "2022-09-21", "è nel futuro" } }) {
			Map<String, Object> errato = new HashMap<>(modulo);
			errato.put(sbagliato[0], sbagliato[1]);
			HttpResponse<String> r = registra(this.rtd, errato);
			assertThat(r.statusCode()).as(r.body()).isIn(409, 422);
			assertThat(r.body()).contains(sbagliato[2]);
		}
		assertThat(this.app.bean(EnteRepository.class).tutti()).as("niente a metà")
			.noneMatch((e) -> e.nome().equals("Comune di Castegnero Nanto"));

		HttpResponse<String> r = registra(this.rtd, modulo);
		assertThat(r.statusCode()).as(r.body()).isEqualTo(200);
		Ente nuovo = this.app.bean(EnteRepository.class)
			.tutti()
			.stream()
			.filter((e) -> e.nome().equals("Comune di Castegnero Nanto"))
			.findFirst()
			.orElseThrow();
		assertThat(nuovo).extracting(Ente::codiceIpa, Ente::codiceIstat, Ente::popolazione, Ente::gestione)
			.containsExactly("c_m435", "N/D", 5894, "gestione1");
		assertThat(registra(this.rtd, fusione(this.castegnero, nuovo)).statusCode()).isEqualTo(200);
		assertThat(nomi(una)).containsOnly("Comune di Castegnero Nanto (già Comune di Nanto)");
		assertThat(nomi(altra)).containsOnly("Comune di Castegnero Nanto (già Comune di Castegnero)");
		assertThat(this.app.candidatura(una).fascia()).as("5.894 abitanti insieme").isEqualTo("fino a 5.000");

		// people are given a place in Admin, which knows nothing of mergers
		Registro registro = this.app.bean(Registro.class);
		String operatrice = "op" + nuovo.id();
		registro.utente(operatrice, "o", "o", "o@unito.example", operatrice, Ruolo.OPERATORE);
		Sessione sua = Sessione.di(this.app, operatrice);
		assertThat(sua.get(REST + "/task").body()).isEqualTo("[]");
		Sessione admin = Sessione.di(this.app, "admin");
		String membri = REST + "/tenant/" + nuovo.id() + "/user-members/" + operatrice;
		assertThat(admin.json("PUT", membri, null).statusCode()).isEqualTo(204);
		assertThat(sua.get(REST + "/task").body()).contains(this.app.attivita(una, "inserisciCup").getId(),
				this.app.attivita(altra, "inserisciCup").getId());
		assertThat(admin.json("DELETE", membri, null).statusCode()).isEqualTo(204);
		assertThat(sua.get(REST + "/task").body()).as("chi lascia il nuovo ente lascia anche i vecchi").isEqualTo("[]");
		registro.diEnte(operatrice, nuovo.id());
		assertThat(this.app.bean(Visibilita.class).di(operatrice)).containsExactlyInAnyOrder(nuovo.id(),
				this.nanto.id(), this.castegnero.id());
	}

	/** An ente of another gestione takes over: an amministratore registers it. */
	@Test
	void traDueGestioni() {
		String c = inAttesaDelCup(this.nanto, "2022-09-20");
		Ente lontano = comune("Comune di Lontano", "gestione2");
		Sessione rtd2 = Sessione.di(this.app, "rtd2");
		String task = this.app.attivita(c, "inserisciCup").getId();
		assertThat(prendi(this.rtd, "rtd", task)).isEqualTo(204);
		Map<String, Object> modulo = fusione(this.nanto, lontano);
		HttpResponse<String> r = registra(this.rtd, modulo);
		assertThat(r.statusCode()).isEqualTo(404);
		assertThat(r.body()).contains("L'ente «" + lontano.id() + "» non esiste.");
		r = registra(rtd2, modulo);
		assertThat(r.statusCode()).isEqualTo(404);
		assertThat(r.body()).contains("L'ente «" + this.nanto.id() + "» non esiste.");
		for (String chi : List.of(this.nanto.id(), "referente", "responsabile")) {
			assertThat(registra(Sessione.di(this.app, chi), modulo).statusCode()).as(chi).isEqualTo(403);
		}
		assertThat(this.app.bean(EnteRepository.class).eventi(this.nanto.id())).isEmpty();
		Sessione admin = Sessione.di(this.app, "admin");
		assertThat(admin.get(REST + "/process-definition/key/registra-fusione/deployed-start-form").body())
			.contains(lontano.id(), this.nanto.id());
		assertThat(rtd2.get(REST + "/process-definition/key/registra-fusione/deployed-start-form").body())
			.contains(lontano.id())
			.doesNotContain(this.nanto.id());

		r = registra(admin, modulo);
		assertThat(r.statusCode()).as(r.body()).isEqualTo(200);
		assertThat(this.rtd.get(REST + "/task/" + task).statusCode()).isEqualTo(404);
		assertThat(rtd2.get(REST + "/task/" + task).statusCode()).isEqualTo(200);
		assertThat(chi(task)).as("era dell'altro ufficio RTD").isNull();
		EnteRepository enti = this.app.bean(EnteRepository.class);
		assertThat(enti.leggi(this.nanto.id()).gestione()).isEqualTo("gestione2");
		assertThat(enti.eventi(this.nanto.id())).singleElement()
			.extracting(EventoEnte::vecchiaGestione, EventoEnte::chi)
			.containsExactly("gestione1", "admin");
		assertThat(enti.indirizzoUfficioRtd(this.nanto.id())).containsExactly("rtd@altra.example");
		assertThat(this.app.bean(Visibilita.class).di("rtd2")).contains(this.nanto.id(), lontano.id());
		assertThat(this.app.bean(Visibilita.class).di("rtd")).doesNotContain(this.nanto.id());
	}

	/** Whoever works for both keeps what he has. */
	@Test
	void chiLavoraPerEntrambiTieneLeSueAttivita() {
		String c = inAttesaDelCup(this.nanto, "2022-09-20");
		this.app.bean(Registro.class).diEnte(this.castegnero.id(), this.nanto.id());
		Sessione suo = Sessione.di(this.app, this.castegnero.id());
		String task = this.app.attivita(c, "inserisciCup").getId();
		assertThat(prendi(suo, this.castegnero.id(), task)).isEqualTo(204);
		assertThat(registra(this.rtd, fusione(this.nanto, this.castegnero)).statusCode()).isEqualTo(200);
		assertThat(chi(task)).isEqualTo(this.castegnero.id());
		assertThat(suo.get(REST + "/task/" + task).statusCode()).isEqualTo(200);
	}

	/** Each into the other at the same moment: one of the two, never a ring. */
	@Test
	void dueFusioniIncrociateNonFannoUnAnello() throws Exception {
		this.app.torna("2022-09-20T10:00");
		Sessione admin = Sessione.di(this.app, "admin");
		CyclicBarrier via = new CyclicBarrier(2);
		ExecutorService due = Executors.newFixedThreadPool(2);
		try {
			Future<Integer> una = due.submit(() -> {
				via.await();
				return registra(this.rtd, fusione(this.nanto, this.castegnero)).statusCode();
			});
			Future<Integer> altra = due.submit(() -> {
				via.await();
				return registra(admin, fusione(this.castegnero, this.nanto)).statusCode();
			});
			assertThat(List.of(una.get(), altra.get())).containsExactlyInAnyOrder(200, 409);
		}
		finally {
			due.shutdownNow();
		}
		EnteRepository enti = this.app.bean(EnteRepository.class);
		assertThat(enti.eventi(this.nanto.id())).hasSize(1);
		assertThat(enti.leggi(this.nanto.id()).soppresso()).isNotEqualTo(enti.leggi(this.castegnero.id()).soppresso());
	}

	/**
	 * An act of the ufficio RTD reaches what has passed over, under its name of today.
	 */
	@Test
	void unDifferimentoRaggiungeLeCandidatureTrasferite() {
		String c = inAttesaDelCup(this.nanto, "2022-09-20");
		assertThat(registra(this.rtd, fusione(this.nanto, this.castegnero)).statusCode()).isEqualTo(200);
		this.app.avviaProcesso("rtd", "registra-differimento", Map.of("tipo", "proroga", "termine", "cup", "contatore",
				"pec", "giorni", 5, "atto", "PEC 1/2022", "dataAtto", "2022-09-20", "ambito", "una", "candidatura", c));
		long numero = this.app.bean(it.cronoprogramma.candidatura.DifferimentoRepository.class)
			.elenco(List.of("gestione1"), 1)
			.get(0)
			.numero();
		assertThat(this.app.bean(it.cronoprogramma.candidatura.DifferimentoRepository.class).righe(numero, 0, 5))
			.singleElement()
			.extracting("ente")
			.isEqualTo("Comune di Castegnero (già Comune di Nanto)");
		assertThat(this.rtd.get("/differimenti/" + numero).body())
			.contains("Comune di Castegnero (già Comune di Nanto)");
		this.app.compila("rtd", "D%06d".formatted(numero), "confermaDifferimento", Map.of("decisione", "conferma"));
		ManagementService lavori = this.app.bean(ManagementService.class);
		lavori.executeJob(lavori.createJobQuery().messages().singleResult().getId());
		assertThat(this.app.scadenza(c, TipoTermine.CUP).governante()).isEqualTo("2022-09-30");
	}

	// ---

	private Ente comune(String nome, String gestione) {
		int numero = NUMERI.incrementAndGet();
		Ente ente = new Ente("F" + numero, nome, "c_f" + numero, "024073", 3000, gestione);
		EnteRepository enti = this.app.bean(EnteRepository.class);
		Registro registro = this.app.bean(Registro.class);
		enti.inserisci(ente, "F838", "VI", "Veneto", "prova");
		enti.inserisciReferente("R" + ente.id(), ente.id(), "Referente", referente(ente));
		registro.ente(ente);
		registro.gestione(gestione, gestione, List.of(ente));
		registro.utente(ente.id(), "o", "o", "o@comune.example", ente.id(), Ruolo.OPERATORE);
		registro.diEnte(ente.id(), ente.id());
		return ente;
	}

	private static String referente(Ente ente) {
		return "referente@" + ente.id().toLowerCase() + ".example";
	}

	/** On the avviso of settembre 2022, admitted on the day given: five days run. */
	private String inAttesaDelCup(Ente ente, String giorno) {
		this.app.torna(giorno + "T10:00");
		String chi = ente.id();
		String c = this.app.nuovaCandidatura(chi, ente, SETTEMBRE);
		this.app.compila(chi, c, "componiPacchetto", Map.of("sito", "da-avviare"));
		this.app.compila(chi, c, "inviaDomanda",
				Map.of("decisione", "inviata", "dataInvio", giorno, "oraInvio", "08:00"));
		this.app.compila(chi, c, "registraAmmissibilita",
				Map.of("esito", "ammessa", "dataNotifica", giorno, "oraNotifica", "08:30", "protocollo", "1/2022"));
		return c;
	}

	private Map<String, Object> fusione(Ente vecchio, Ente nuovo) {
		Map<String, Object> modulo = new HashMap<>(Map.of("tipo", "fusione", "vecchio", vecchio.id(), "subentra",
				"noto", "atto", "L.R. Veneto 1/2022", "dataAtto", "2022-09-01", "giorno", "2022-09-18"));
		if (nuovo != null) {
			modulo.put("nuovo", nuovo.id());
		}
		return modulo;
	}

	private static HttpResponse<String> registra(Sessione chi, Map<String, Object> campi) {
		return avvia(chi, RegistraFusione.CHIAVE, campi);
	}

	private static HttpResponse<String> avvia(Sessione chi, String processo, Map<String, Object> campi) {
		return chi.json("POST", REST + "/process-definition/key/" + processo + "/submit-form", variabili(campi));
	}

	private static HttpResponse<String> invia(Sessione chi, String task, Map<String, Object> campi) {
		return chi.json("POST", REST + "/task/" + task + "/submit-form", variabili(campi));
	}

	private static String variabili(Map<String, Object> campi) {
		Map<String, Object> variabili = new HashMap<>();
		campi.forEach((nome, valore) -> variabili.put(nome, Map.of("value", valore)));
		try {
			return JSON.writeValueAsString(Map.of("variables", variabili));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int prendi(Sessione sessione, String utente, String task) {
		return sessione.json("POST", REST + "/task/" + task + "/claim", "{\"userId\":\"" + utente + "\"}").statusCode();
	}

	private String chi(String task) {
		return this.app.bean(TaskService.class).createTaskQuery().taskId(task).singleResult().getAssignee();
	}

	/** What every running process of a candidatura calls its ente. */
	private List<String> nomi(String codice) {
		List<String> istanze = this.app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(codice)
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.toList();
		return this.app.bean(RuntimeService.class)
			.createVariableInstanceQuery()
			.processInstanceIdIn(istanze.toArray(String[]::new))
			.variableName("ente")
			.list()
			.stream()
			.map(VariableInstance::getValue)
			.map(Object::toString)
			.toList();
	}

	/** What a merger must not touch. */
	private Map<String, Object> fatti(String... codici) {
		Map<String, Object> fatti = new TreeMap<>();
		for (String codice : codici) {
			fatti.put(codice + " candidatura",
					this.app.bean(JdbcClient.class)
						.sql("SELECT * FROM candidatura WHERE codice = ?")
						.param(codice)
						.query()
						.singleRow()
						.toString());
			fatti.put(codice + " termini",
					this.app.bean(ScadenzaRepository.class)
						.tutte(codice)
						.stream()
						.sorted(java.util.Comparator.comparing(Scadenza::id))
						.map(Scadenza::toString)
						.toList());
			fatti.put(codice + " attività",
					this.app.bean(TaskService.class)
						.createTaskQuery()
						.processInstanceBusinessKey(codice)
						.list()
						.stream()
						.collect(Collectors.toMap(Task::getId, Task::getDueDate)));
			for (ProcessInstance istanza : this.app.bean(RuntimeService.class)
				.createProcessInstanceQuery()
				.processInstanceBusinessKey(codice)
				.list()) {
				Map<String, Date> timer = this.app.bean(ManagementService.class)
					.createJobQuery()
					.processInstanceId(istanza.getId())
					.list()
					.stream()
					.collect(Collectors.toMap(Job::getId, Job::getDuedate));
				fatti.put(codice + " timer " + istanza.getId(), timer + " " + istanza.getTenantId());
			}
		}
		return fatti;
	}

	/** The mails sent since last asked. */
	private List<MimeMessage> posta() throws IOException, MessagingException {
		List<MimeMessage> nuove = new ArrayList<>();
		if (!Files.isDirectory(this.app.posta())) {
			return nuove;
		}
		try (Stream<Path> file = Files.walk(this.app.posta())) {
			for (Path p : file.filter((f) -> f.toString().endsWith(".eml")).sorted().toList()) {
				if (this.lette.add(p)) {
					try (java.io.InputStream sorgente = Files.newInputStream(p)) {
						nuove.add(new MimeMessage(null, sorgente));
					}
				}
			}
		}
		return nuove;
	}

	private static String corpo(MimeMessage m) {
		try {
			return testo(m.getContent());
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String testo(Object contenuto) throws IOException, MessagingException {
		if (contenuto instanceof jakarta.mail.Multipart parti) {
			StringBuilder tutto = new StringBuilder();
			for (int i = 0; i < parti.getCount(); i++) {
				tutto.append(testo(parti.getBodyPart(i).getContent()));
			}
			return tutto.toString();
		}
		return contenuto.toString();
	}

}
