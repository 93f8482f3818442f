package it.cronoprogramma;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static it.cronoprogramma.prova.Applicazione.AGNADELLO;
import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.SETTEMBRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What is wrong is refused in Italian, and nothing is lost or half done: the task stays
 * open, the facts as they were.
 */
class InputSbagliatoIT {

	private static Applicazione app;

	private Ente comune;

	private String operatore;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-05-25");
	}

	@AfterAll
	static void ferma() {
		app.close();
	}

	@BeforeEach
	void unComune() {
		app.torna("2022-05-25T09:00");
		this.comune = app.nuovoComune(33091);
		this.operatore = this.comune.id();
	}

	@Test
	void pacchetto() {
		String c = app.nuovaCandidatura(this.operatore, this.comune, APRILE);
		assertThat(rifiuto(() -> componi(c, "pagare-imu", "pagare-cimp", "pagare-cosap", "pagare-canone-idrico",
				"mensa-scolastica", "asilo-nido")))
			.isEqualTo("Servizi scelti: 6. Per la fascia 20.001–50.000 abitanti l'avviso ne ammette da 0 a 5: corregga "
					+ "la scelta.");
		assertThat(rifiuto(() -> app.compila(this.operatore, c, "componiPacchetto",
				Map.of("sito", "avviata", "serviziDaAvviare", List.of("pagare-imu"), "serviziAvviati",
						List.of("pagare-imu")))))
			.isEqualTo("Il servizio «Pagare tributi IMU» è scelto due volte: lo lasci in un solo elenco.");
		assertThat(rifiuto(() -> componi(c, "servizio-inventato")))
			.contains("«servizio-inventato» non è tra quelli che l'avviso finanzia");
		assertThat(rifiuto(() -> app.compila(this.operatore, c, "componiPacchetto", Map.of())))
			.isEqualTo("Manca «Sito internet»: compili il campo.");
		assertThat(app.candidatura(c).importo()).isEmpty();
		assertThat(app.bean(CandidaturaRepository.class).servizi(c)).isEmpty();
		assertThat(app.attivitaAperte(c)).containsExactly("componiPacchetto");
	}

	@Test
	void variabiliCheNonSonoDelModulo() {
		String c = app.nuovaCandidatura(this.operatore, this.comune, APRILE);
		Map<String, Object> campi = new HashMap<>(Map.of("sito", "avviata", "importo", 1, "ente", "Comune di Altri"));
		assertThat(rifiuto(() -> app.compila(this.operatore, c, "componiPacchetto", campi)))
			.contains("non fa parte di questo modulo");
		assertThat(rifiuto(() -> app.come(this.operatore, () -> {
			app.bean(TaskService.class)
				.complete(app.attivita(c, "componiPacchetto").getId(), Map.of("ente", "Comune di Altri"));
			return null;
		}))).contains("si completa solo dal suo modulo");
		assertThat(app.variabili(c)).containsEntry("ente", "Comune di Prova").doesNotContainKey("importo");
		// a field of the form reaches the rule, not the variables
		componi(c);
		assertThat(app.variabili(c)).doesNotContainKey("sito");
	}

	@Test
	void domandaDopoLaChiusura() {
		String c = app.nuovaCandidatura(this.operatore, this.comune, APRILE);
		componi(c);
		app.alle("2022-09-03T00:30");
		assertThat(rifiuto(() -> invia(c, "2022-09-03", "00:10"))).isEqualTo(
				"L'avviso si è chiuso il 02/09/2022 alle 23:59: una domanda inviata il 03/09/2022 alle 00:10 non "
						+ "è ammissibile.");
		assertThat(rifiuto(() -> invia(c, "2022-04-25", "12:00"))).contains("ha aperto il 26/04/2022");
		assertThat(rifiuto(() -> invia(c, "2022-09-02", null))).contains("Manca «Ora di invio»");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.BOZZA);
		invia(c, "2022-09-02", "23:59");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.INVIATA);
	}

	@Test
	void avvisoNonAncoraAperto() {
		assertThat(rifiuto(() -> app.nuovaCandidatura(this.operatore, this.comune, SETTEMBRE)))
			.contains("apre il 19/09/2022");
		assertThat(istanze()).isZero();
	}

	@Test
	void candidaturaDiUnAltroEnte() {
		assertThat(rifiuto(() -> app.nuovaCandidatura(this.operatore, AGNADELLO, APRILE)))
			.isEqualTo("L'ente «E0001» non esiste.");
		assertThat(rifiuto(() -> app.nuovaCandidatura(this.operatore, this.comune, "1.4.1-comuni-1999-01")))
			.contains("L'avviso «1.4.1-comuni-1999-01» non esiste");
	}

	@Test
	void notificheImpossibili() {
		String c = inviata();
		assertThat(rifiuto(() -> ammetti(c, "2022-05-26", "09:00"))).contains("è nel futuro");
		assertThat(rifiuto(() -> ammetti(c, "2022-05-24", "09:00")))
			.contains("la domanda è stata inviata il 25/05/2022. Una notifica non può precederla");
		assertThat(rifiuto(() -> ammetti(c, "24/05/2022", "09:00"))).contains("non è una data");
		assertThat(rifiuto(() -> ammetti(c, "2022-02-30", "09:00"))).contains("non è una data");
		assertThat(rifiuto(() -> ammetti(c, "2022-05-25", "25:00"))).contains("non è un'ora");
		assertThat(app.candidatura(c).ammissibilita()).isEmpty();
		assertThat(app.attivitaAperte(c)).containsExactly("registraAmmissibilita");
	}

	@Test
	void cupSbagliati() {
		String c = ammessa();
		assertThat(rifiuto(() -> cup(c, "", false))).startsWith("Manca il CUP");
		assertThat(rifiuto(() -> cup(c, "B91F2200069000", false))).contains("ha 14 caratteri, ne servono 15");
		assertThat(rifiuto(() -> cup(c, "B91F22OOO690006", false)))
			.contains("Dove va una cifra c'è una lettera: forse è B91F22000690006?");
		assertThat(rifiuto(() -> cup(c, "A91F22000690006", false))).contains("Servono una lettera da B a J");
		assertThat(rifiuto(() -> cup(c, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEFG", false)))
			.contains("troppo lungo");
		assertThat(app.candidatura(c).cup()).isEmpty();
		cup(c, "B91F22000690006", false);
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.CUP_INSERITO);
	}

	@Test
	void cupDiUnAltroComuneSiConferma() {
		String prima = ammessa();
		cup(prima, "B91F22000690006", false);
		app.alle("2022-09-19T10:00");
		String seconda = app.nuovaCandidatura(this.operatore, this.comune, SETTEMBRE);
		componi(seconda);
		invia(seconda, "2022-09-19", "10:00");
		app.alle("2022-10-10T10:00");
		ammetti(seconda, "2022-10-10", "09:00");
		assertThat(rifiuto(() -> cup(seconda, "G51F22003080006", false)))
			.contains("comincia con G5, gli altri CUP dell'ente con B9: forse è di un altro comune");
		assertThat(app.candidatura(seconda).cup()).isEmpty();
		cup(seconda, "G51F22003080006", true);
		assertThat(app.candidatura(seconda).cup()).get().asString().isEqualTo("G51F22003080006");
	}

	@Test
	void decretoEContratti() {
		String c = ammessa();
		cup(c, "B91F22000690006", false);
		app.alle("2022-08-22T10:00");
		assertThat(rifiuto(() -> decreto(c, "2022-08-19", 280932))).contains("devono coincidere");
		assertThat(rifiuto(() -> decreto(c, "2022-08-23", 87682))).contains("nel futuro");
		decreto(c, "2022-08-19", 87682);
		assertThat(rifiuto(() -> contratto(c, "ultimo", "2022-08-23"))).contains("è nel futuro, oggi è il 22/08/2022");
		assertThat(rifiuto(() -> contratto(c, "ultimo", "2020-01-31"))).contains("attività avviate dal 01/02/2020");
		assertThat(rifiuto(() -> app.compila(this.operatore, c, "registraContratto", Map.of("azione", "concludi"))))
			.contains("Nessun contratto è registrato");
		assertThat(app.bean(CandidaturaRepository.class).contratti(c)).isEmpty();
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.FINANZIATA);
	}

	/** The contract older than the decree: completion runs from the notification. */
	@Test
	void contrattoPrecedenteAlDecreto() {
		String c = ammessa();
		cup(c, "B91F22000690006", false);
		app.alle("2022-08-22T10:00");
		decreto(c, "2022-08-19", 87682);
		contratto(c, "ultimo", "2021-03-01");
		assertThat(app.scadenza(c, it.cronoprogramma.candidatura.TipoTermine.COMPLETAMENTO).governante())
			.isEqualTo("2023-08-19");
	}

	@Test
	void dueClicSulloStessoPulsante() throws Exception {
		String c = inviata();
		String task = app.attivita(c, "registraAmmissibilita").getId();
		Map<String, Object> campi = Map.of("esito", "ammessa", "dataNotifica", "2022-05-25", "oraNotifica", "17:30",
				"protocollo", "1/2022");
		app.alle("2022-05-25T18:00");
		assertThat(insieme(() -> {
			app.bean(FormService.class).submitTaskForm(task, campi);
			return null;
		})).as("uno solo dei due passa").isEqualTo(1);
		assertThat(app.attivitaAperte(c)).containsExactly("inserisciCup");
		assertThat(app.bean(CandidaturaRepository.class).storia(c))
			.filteredOn((v) -> v.fatto().equals("Candidatura ammessa"))
			.hasSize(1);
	}

	@Test
	void dueClicSuAvvia() throws Exception {
		assertThat(insieme(() -> {
			app.bean(FormService.class)
				.submitStartForm(app.bean(org.camunda.bpm.engine.RepositoryService.class)
					.createProcessDefinitionQuery()
					.processDefinitionKey("nuova-candidatura")
					.latestVersion()
					.singleResult()
					.getId(), Map.of("ente", this.comune.id(), "avviso", APRILE));
			return null;
		})).isEqualTo(1);
		assertThat(istanze()).isEqualTo(1);
		assertThat(rifiuto(() -> app.nuovaCandidatura(this.operatore, this.comune, APRILE)))
			.contains("L'ente ha già una candidatura sull'avviso");
	}

	@Test
	void chiNonPuo() {
		String c = inviata();
		String task = app.attivita(c, "registraAmmissibilita").getId();
		for (String utente : List.of("operatore2", "referente", "responsabile")) {
			Throwable ex = catchThrowable(() -> app.come(utente, () -> {
				app.bean(FormService.class).submitTaskForm(task, Map.of("esito", "ammessa"));
				return null;
			}));
			assertThat(ex).as(utente).isInstanceOfAny(AuthorizationException.class, RuntimeException.class);
			assertThat(ex.getMessage()).as(utente).containsAnyOf("permission", "tenant", "Cannot");
		}
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.INVIATA);
	}

	private long istanze() {
		return app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processDefinitionKey("avviso-1-4-1")
			.tenantIdIn(this.comune.id())
			.count();
	}

	private static <T> int insieme(Callable<T> azione) throws Exception {
		ExecutorService due = Executors.newFixedThreadPool(2);
		try {
			CyclicBarrier via = new CyclicBarrier(2);
			List<Future<Boolean>> esiti = due.invokeAll(List.of(prova(via, azione), prova(via, azione)));
			int passati = 0;
			for (Future<Boolean> esito : esiti) {
				passati += esito.get() ? 1 : 0;
			}
			return passati;
		}
		finally {
			due.shutdownNow();
		}
	}

	private static <T> Callable<Boolean> prova(CyclicBarrier via, Callable<T> azione) {
		return () -> {
			via.await();
			try {
				azione.call();
				return true;
			}
			catch (RuntimeException ex) {
				return false;
			}
		};
	}

	private static String rifiuto(ThrowingCallable azione) {
		Throwable ex = catchThrowable(azione);
		assertThat(ex).as("doveva essere rifiutato").isNotNull();
		return Applicazione.rifiuto(ex);
	}

	private String inviata() {
		String c = app.nuovaCandidatura(this.operatore, this.comune, APRILE);
		componi(c);
		app.alle("2022-05-25T17:00");
		invia(c, "2022-05-25", "16:52");
		return c;
	}

	private String ammessa() {
		String c = inviata();
		app.alle("2022-06-01T10:00");
		ammetti(c, "2022-06-01", "09:00");
		return c;
	}

	private void componi(String c, String... servizi) {
		app.compila(this.operatore, c, "componiPacchetto",
				Map.of("sito", "da-avviare", "serviziDaAvviare", List.of(servizi)));
	}

	private void invia(String c, String giorno, String ora) {
		Map<String, Object> campi = new HashMap<>(Map.of("decisione", "inviata", "dataInvio", giorno));
		if (ora != null) {
			campi.put("oraInvio", ora);
		}
		app.compila(this.operatore, c, "inviaDomanda", campi);
	}

	private void ammetti(String c, String giorno, String ora) {
		app.compila(this.operatore, c, "registraAmmissibilita",
				Map.of("esito", "ammessa", "dataNotifica", giorno, "oraNotifica", ora, "protocollo", "1/2022"));
	}

	private void cup(String c, String cup, boolean conferma) {
		app.compila(this.operatore, c, "inserisciCup",
				Map.of("cup", cup, "dataInserimento", app.oggi().toString(), "confermaAltroComune", conferma));
	}

	private void decreto(String c, String data, int importo) {
		app.compila(this.operatore, c, "registraDecreto",
				Map.of("numeroDecreto", "Decreto n.32 - 1 / 2022 - PNRR", "dataDecreto", data, "dataNotifica",
						"2022-08-19", "oraNotifica", "12:00", "protocollo", "2/2022", "importoDecretato", importo));
	}

	private void contratto(String c, String azione, String data) {
		app.compila(this.operatore, c, "registraContratto", Map.of("azione", azione, "fornitore", "Fornitore S.r.l.",
				"tipoAtto", "contratto-firmato", "dataContratto", data));
	}

}
