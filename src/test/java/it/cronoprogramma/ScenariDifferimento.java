package it.cronoprogramma;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.AttoDifferimento;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.DifferimentoRepository.Esito;
import it.cronoprogramma.candidatura.LavoriDifferimento;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.prova.Applicazione;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static it.cronoprogramma.candidatura.TipoTermine.COMPLETAMENTO;
import static it.cronoprogramma.candidatura.TipoTermine.CONTRATTUALIZZAZIONE;
import static it.cronoprogramma.candidatura.TipoTermine.LIMITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Acts that move terms, from the start form to the engine's timers: what the ufficio RTD
 * registers, what an operator reads on the portal, what comes of it.
 */
abstract class ScenariDifferimento extends ScenariSuDueDatabase {

	private Ente comune;

	ScenariDifferimento(boolean suPostgres) {
		super(suPostgres, "cronoprogramma.termini.tetto=2026-03-31");
	}

	@BeforeEach
	void unComune() {
		sgombera();
		this.comune = this.app.nuovoComune(3000);
	}

	/** Decree of 19/8/2022: contracts by 20/2/2023, everything by 20/11/2023. */
	@Test
	void unaProrogaSpostaTermineLimiteAttivitaETimer() {
		String c = finanziata("2022-08-19");
		this.app.alle("2022-12-20T10:00");
		assertThat(promemoria(c, CONTRATTUALIZZAZIONE)).containsExactly("PROMEMORIA-60 2023-02-20");
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).isEqualTo("2023-02-20");
		assertThat(governante(c, LIMITE)).isEqualTo("2023-11-20");

		registra("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "pec", "giorni", 90, "atto",
				"PEC prot. 77/2022", "dataAtto", "2022-12-19", "ambito", "una", "candidatura", c);
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).as("prima della conferma non cambia nulla")
			.isEqualTo("2023-02-20");
		conferma("conferma");

		// 19/2/2023, a Sunday, and 90 days
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).isEqualTo("2023-05-20");
		assertThat(governante(c, LIMITE)).as("il limite si sposta con la contrattualizzazione").isEqualTo("2024-02-17");
		assertThat(this.app.scadenza(c, CONTRATTUALIZZAZIONE).date().spiegazione())
			.contains("PEC prot. 77/2022 del 19/12/2022", "90 giorni", "20/05/2023");
		assertThat(this.app.attivita(c, "registraContratto").getDueDate()).isEqualTo(fine("2023-05-20"));
		assertThat(this.app.variabili(c)).containsEntry("scadenza", "2023-05-20")
			.containsEntry("termine", "Contrattualizzazione dei fornitori");
		// 60 days before 15/2/2023 and 90 days, months of thirty days
		assertThat(timer(c)).containsExactly(alle("2023-03-17T08:00"), alle("2023-12-12T08:00"));
		assertThat(storia(c)).contains("Termine differito: Contrattualizzazione dei fornitori 20/02/2023 20/05/2023",
				"Termine differito: Limite complessivo 20/11/2023 17/02/2024");

		this.app.alle("2023-03-17T09:00");
		assertThat(promemoria(c, CONTRATTUALIZZAZIONE)).as("quelli della data nuova partono, quelli della vecchia no")
			.containsExactly("PROMEMORIA-60 2023-02-20", "PROMEMORIA-60 2023-05-20");
		assertThat(this.app.bean(DifferimentoRepository.class).attivi(c)).hasSize(1);
	}

	@Test
	void applicatoERevocatoTornaTuttoComePrima() {
		String c = finanziata("2022-08-19");
		this.app.alle("2022-12-20T10:00");
		Scadenza prima = this.app.scadenza(c, CONTRATTUALIZZAZIONE);
		List<Date> timer = timer(c);
		registra("tipo", "mesi", "termine", "contrattualizzazione", "mesi", 3, "atto", "Decreto 4/2022", "dataAtto",
				"2022-12-01", "ambito", "una", "candidatura", c);
		conferma("conferma");
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).as("nove mesi dall'ancora, non sei e poi tre")
			.isEqualTo("2023-05-19");
		assertThat(governante(c, LIMITE)).isEqualTo("2024-02-19");
		long numero = ultimo().numero();

		registra("tipo", "revoca", "revocato", numero, "atto", "Decreto 5/2022", "dataAtto", "2022-12-20", "ambito",
				"tutte");
		conferma("conferma");
		assertThat(this.app.scadenza(c, CONTRATTUALIZZAZIONE).date()).isEqualTo(prima.date());
		assertThat(timer(c)).isEqualTo(timer);
		assertThat(storia(c))
			.contains("Differimento revocato: Contrattualizzazione dei fornitori 19/05/2023 20/02/2023");
		this.app.alle("2022-12-23T10:00");
		assertThat(promemoria(c, CONTRATTUALIZZAZIONE)).as("quanto già mandato per quella data non si rimanda")
			.containsExactly("PROMEMORIA-60 2023-02-20");
		assertThat(rifiuto(() -> registra("tipo", "revoca", "revocato", numero, "atto", "Decreto 6/2022", "dataAtto",
				"2022-12-20", "ambito", "tutte")))
			.contains("non vale per nessuna di queste candidature, o è già stato revocato");
	}

	/** D.L. 61/2023: 123 days (dominio 3.5). */
	@Test
	void laSospensionePerLeggeToccaOgniTermine() {
		String c = finanziata("2023-03-15");
		this.app.alle("2023-06-05T10:00");
		registra("tipo", "sospensione", "sospesoDal", "2023-05-01", "sospesoAl", "2023-08-31", "atto", "D.L. 61/2023",
				"dataAtto", "2023-06-01", "ambito", "elenco", "elenco", c);
		conferma("conferma");
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).isEqualTo("2024-01-16");
		// 15/6/2024 and 123 days: 16/10/2024
		assertThat(governante(c, LIMITE)).isEqualTo("2024-10-16");
		// a second law over the same days adds only what it has more
		registra("tipo", "sospensione", "sospesoDal", "2023-06-01", "sospesoAl", "2023-09-10", "atto", "L. 100/2023",
				"dataAtto", "2023-06-02", "ambito", "una", "candidatura", c);
		conferma("conferma");
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).isEqualTo("2024-01-26");
		// the contract is signed during the suspension: completamento runs from its end
		this.app.alle("2023-06-30T10:00");
		contratto(c, "2023-06-30");
		// nine months from 30/6/2023 and the 72 days still suspended
		assertThat(governante(c, COMPLETAMENTO)).isEqualTo("2024-06-10");
		assertThat(this.app.scadenza(c, COMPLETAMENTO).date().spiegazione()).contains("D.L. 61/2023", "L. 100/2023");
	}

	@Test
	void laRimessioneInTerminiRiapreUnTermineScaduto() {
		String c = finanziata("2022-08-19");
		assertThat(rifiuto(() -> registra("tipo", "rimessione", "termine", "contrattualizzazione", "nuovaData",
				"2023-06-30", "atto", "Decreto 9/2022", "dataAtto", "2022-08-19", "ambito", "una", "candidatura", c)))
			.contains(c + " (Comune di Prova): il termine", "non è scaduto (20/02/2023)");
		this.app.alle("2023-03-10T10:00");
		assertThat(this.app.scadenza(c, CONTRATTUALIZZAZIONE).stato()).isEqualTo(StatoScadenza.SCADUTA);
		assertThat(this.app.attivitaAperte(c)).containsExactly("registraContratto", "valutaScaduto");
		assertThat(this.app.variabili(c)).containsEntry("scaduto", true);

		registra("tipo", "rimessione", "termine", "contrattualizzazione", "nuovaData", "2023-04-02", "atto",
				"Decreto 9/2023", "dataAtto", "2023-03-09", "ambito", "una", "candidatura", c);
		conferma("conferma");
		assertThat(this.app.scadenza(c, CONTRATTUALIZZAZIONE).stato()).isEqualTo(StatoScadenza.APERTA);
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).as("una data fissata non slitta, anche se è domenica")
			.isEqualTo("2023-04-02");
		assertThat(this.app.attivitaAperte(c)).as("non c'è più nulla da valutare").containsExactly("registraContratto");
		assertThat(this.app.variabili(c)).doesNotContainKey("scaduto").containsEntry("scadenza", "2023-04-02");
		this.app.alle("2023-04-03T10:00");
		assertThat(this.app.scadenza(c, CONTRATTUALIZZAZIONE).stato()).isEqualTo(StatoScadenza.SCADUTA);
		assertThat(this.app.attivitaAperte(c)).containsExactly("registraContratto", "valutaScaduto");
	}

	@Test
	void laDataDelPortaleGovernaEChiamaLUfficioSeNonEQuellaDiLegge() {
		String c = finanziata("2022-08-19");
		this.app.alle("2022-09-01T10:00");
		Scadenza s = this.app.scadenza(c, CONTRATTUALIZZAZIONE);
		assertThat(rifiuto(() -> portale(s, "2022-08-18"))).contains("precede la decorrenza", "19/08/2022");
		assertThat(rifiuto(() -> portale("operatore2", s, "2023-02-15"))).contains("non esiste");
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).isEqualTo("2023-02-20");

		portale(s, "2023-02-15");
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).isEqualTo("2023-02-15");
		assertThat(this.app.attivita(c, "registraContratto").getDueDate()).isEqualTo(fine("2023-02-15"));
		assertThat(this.app.scadenza(c, CONTRATTUALIZZAZIONE).date().spiegazione())
			.contains("Il portale mostra mercoledì 15/02/2023", "5 giorni prima della data di legge");
		Task verifica = this.app.bean(TaskService.class)
			.createTaskQuery()
			.taskDefinitionKey("verificaDataPortale")
			.singleResult();
		assertThat(verifica.getTenantId()).isEqualTo(this.comune.id());

		// the same date as the law's asks for nothing
		portale(s, "2023-02-20");
		assertThat(this.app.bean(TaskService.class).createTaskQuery().taskDefinitionKey("verificaDataPortale").count())
			.isOne();

		// an act registered afterwards: the portal has to be read again
		registra("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "automatica", "giorni", 30, "atto",
				"Decreto 8/2022", "dataAtto", "2022-08-30", "ambito", "una", "candidatura", c);
		conferma("conferma");
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).isEqualTo("2023-03-21");
		assertThat(this.app.scadenza(c, CONTRATTUALIZZAZIONE).date().spiegazione()).contains("va riletta");
		portale(s, "2022-08-31");
		this.app.alle("2022-09-01T10:00");
		assertThat(this.app.scadenza(c, CONTRATTUALIZZAZIONE).stato())
			.as("una data già passata fa scadere il termine subito")
			.isEqualTo(StatoScadenza.SCADUTA);
	}

	@Test
	void unAttoPerMolteCandidatureSiInterrompeESiRiprende() {
		List<String> codici = new ArrayList<>(List.of(finanziata("2022-08-19")));
		for (int i = 0; i < 3; i++) {
			codici.add(this.app.finanziata(this.app.nuovoComune(3000), "2022-08-19"));
		}
		this.app.alle("2022-09-01T10:00");
		String ultima = codici.get(3);
		registra("tipo", "data-fissa", "termine", "contrattualizzazione", "nuovaData", "2023-12-31", "atto",
				"Decreto 207/2022", "dataAtto", "2022-08-31", "ambito", "elenco", "elenco",
				String.join("\n", codici).toLowerCase());
		this.app.compila("rtd", codice(), "confermaDifferimento", Map.of("decisione", "conferma"));
		long numero = ultimo().numero();
		eseguiUnLavoro();
		eseguiUnLavoro();
		assertThat(conteggi(numero)).containsEntry(Esito.APPLICATO, 2).containsEntry(Esito.DA_APPLICARE, 2);
		assertThat(governante(codici.get(1), CONTRATTUALIZZAZIONE)).isEqualTo("2023-12-31");
		assertThat(governante(codici.get(2), CONTRATTUALIZZAZIONE)).isEqualTo("2023-02-20");

		LavoriDifferimento lavori = this.app.bean(LavoriDifferimento.class);
		lavori.interrompi(numero, "rtd");
		assertThat(ultimo().stato()).isEqualTo(StatoAtto.INTERROTTO);
		this.app.alle("2022-09-02T10:00");
		assertThat(conteggi(numero)).as("fermo").containsEntry(Esito.DA_APPLICARE, 2);
		// meanwhile one of them is done with its contracts
		contratto(ultima, "2022-09-02");
		lavori.riprendi(numero, "rtd");
		this.app.alle("2022-09-02T11:00");
		assertThat(ultimo().stato()).isEqualTo(StatoAtto.CONCLUSO);
		assertThat(conteggi(numero)).containsEntry(Esito.APPLICATO, 3).containsEntry(Esito.SALTATO, 1);
		for (String c : codici.subList(0, 3)) {
			assertThat(storia(c).stream().filter((v) -> v.startsWith("Termine differito: Contratt")))
				.as("una volta sola")
				.hasSize(1);
		}
		this.app.compila("rtd", codice(), "esaminaSaltate", Map.of("valutazione", "Contratti già conclusi"));
		assertThat(storia(ultima)).anyMatch((v) -> v.startsWith("Differimento n. " + numero + " non applicato"));
	}

	/** One act for two, or the same act twice for one each: the dates are the same. */
	@Test
	void dividereUnAttoPerMolteCandidatureNonCambiaNulla() {
		List<String> codici = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			codici.add(this.app.finanziata(this.app.nuovoComune(3000), "2022-08-19"));
		}
		for (String elenco : List.of(codici.get(0) + " " + codici.get(1), codici.get(2), codici.get(3))) {
			registra("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "eccezionale", "giorni", 45,
					"atto", "Decreto 11/2022", "dataAtto", "2022-08-19", "ambito", "elenco", "elenco", elenco);
			conferma("conferma");
		}
		assertThat(codici).extracting((c) -> this.app.scadenza(c, CONTRATTUALIZZAZIONE).date())
			.containsOnly(this.app.scadenza(codici.get(0), CONTRATTUALIZZAZIONE).date());
		assertThat(governante(codici.get(3), CONTRATTUALIZZAZIONE)).isEqualTo("2023-04-05");
		assertThat(codici).extracting((c) -> this.app.scadenza(c, LIMITE).date())
			.containsOnly(this.app.scadenza(codici.get(0), LIMITE).date());
	}

	@Test
	void chiNonPuoRiceverloRestaFuoriEDicePerche() {
		String c = finanziata("2022-08-19");
		String conclusa = this.app.finanziata(this.app.nuovoComune(3000), "2022-08-19");
		contratto(conclusa, "2022-08-19");
		registra("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "eccezionale", "giorni", 10, "atto",
				"Decreto 1/2022", "dataAtto", "2022-08-19", "ambito", "avviso", "avviso", Applicazione.APRILE);
		DifferimentoRepository differimenti = this.app.bean(DifferimentoRepository.class);
		assertThat(differimenti.righe(ultimo().numero(), 0, 1000))
			.filteredOn((r) -> List.of(c, conclusa).contains(r.candidatura()))
			.extracting((r) -> r.candidatura() + " " + r.esito() + " " + r.effetto())
			.containsExactly(conclusa + " ESCLUSO il termine «Contrattualizzazione dei fornitori» è già adempiuto.",
					c + " DA_APPLICARE Contrattualizzazione dei fornitori: 20/02/2023 → 01/03/2023; "
							+ "Limite complessivo: 20/11/2023 → 29/11/2023");
		conferma("annulla");
		assertThat(ultimo().stato()).isEqualTo(StatoAtto.ANNULLATO);
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).isEqualTo("2023-02-20");
		assertThat(this.app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processDefinitionKey("applica-differimento")
			.count()).isZero();

		int prima = quanti("differimento");
		assertThat(rifiuto(() -> registra("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "pec",
				"giorni", 10, "atto", "Decreto 1/2022", "dataAtto", "2022-08-19", "ambito", "elenco", "elenco",
				c + "\n" + conclusa)))
			.contains("Non è stato registrato nulla", "Riga 2: " + conclusa, "è già adempiuto");
		assertThat(quanti("differimento")).isEqualTo(prima);
	}

	@Test
	void unAltraGestioneNonVedeENonTocca() {
		String c = finanziata("2022-08-19");
		Registro registro = this.app.bean(Registro.class);
		if (this.app.bean(IdentityService.class).createUserQuery().userId("rtd2").count() == 0) {
			this.app.bean(EnteRepository.class).inserisciGestione("gestione2", "Altra gestione", "rtd2@altra.example");
			registro.gestione("gestione2", "Altra gestione", List.of());
			registro.utente("rtd2", "rtd2", "rtd2", "rtd2@altra.example", "rtd2", Ruolo.RTD);
			registro.diGestione("rtd2", "gestione2");
		}
		registra("tipo", "mesi", "termine", "contrattualizzazione", "mesi", 1, "atto", "Decreto 1/2022", "dataAtto",
				"2022-08-19", "ambito", "tutte");
		assertThat(viste("rtd")).contains("confermaDifferimento");
		assertThat(viste("responsabile")).contains("confermaDifferimento");
		assertThat(viste("rtd2")).isEmpty();
		assertThat(viste(this.comune.id())).as("né l'operatore").doesNotContain("confermaDifferimento");
		assertThat(rifiuto(
				() -> this.app.avviaProcesso("rtd2", "registra-differimento", base(c, "tipo", "mesi", "mesi", 1))))
			.contains("La candidatura «" + c + "» non esiste");
		assertThat(rifiuto(() -> portale("rtd2", this.app.scadenza(c, CONTRATTUALIZZAZIONE), "2023-02-15")))
			.contains("non esiste");
		conferma("annulla");
	}

	private List<String> viste(String utente) {
		return this.app.come(utente,
				() -> this.app.bean(TaskService.class)
					.createTaskQuery()
					.list()
					.stream()
					.map(Task::getTaskDefinitionKey)
					.toList());
	}

	/** What is known before the term runs counts when it opens. */
	@Test
	void unAttoPerUnTermineCheNonDecorreAncoraValeDalSuoInizio() {
		String c = finanziata("2022-08-19");
		registra("tipo", "mesi", "termine", "completamento", "mesi", 3, "atto", "Decreto 3/2022", "dataAtto",
				"2022-08-19", "ambito", "una", "candidatura", c);
		assertThat(this.app.bean(DifferimentoRepository.class).righe(ultimo().numero(), 0, 1).get(0).effetto())
			.isEqualTo("Completamento delle attività: non decorre ancora, varrà dal suo inizio");
		conferma("conferma");
		this.app.alle("2023-01-31T10:00");
		contratto(c, "2023-01-31");
		// 9 + 3 months
		assertThat(governante(c, COMPLETAMENTO)).isEqualTo("2024-01-31");
		assertThat(timer(c)).as("un timer per termine: completamento e limite").hasSize(2);
	}

	/** Decreto 39/2025: nobody goes beyond 31/3/2026 (dominio 3.5). */
	@Test
	void ilTettoDelPnrrNonSiSupera() {
		String c = this.app.finanziata(this.app.nuovoComune(8000), "2025-06-30");
		contratto(c, "2025-06-30");
		assertThat(governante(c, COMPLETAMENTO)).isEqualTo("2026-03-31");
		assertThat(governante(c, LIMITE)).isEqualTo("2026-03-31");
		registra("tipo", "proroga", "termine", "completamento", "contatore", "eccezionale", "giorni", 90, "atto",
				"Decreto 2/2025", "dataAtto", "2025-06-30", "ambito", "una", "candidatura", c);
		assertThat(this.app.bean(DifferimentoRepository.class).righe(ultimo().numero(), 0, 1).get(0))
			.satisfies((r) -> assertThat(r.dopo()).isEqualTo("2026-03-31"));
		conferma("conferma");
		assertThat(this.app.attivita(c, "verificaSito").getDueDate()).isEqualTo(fine("2026-03-31"));
	}

	/** A late contract: the outer limit comes before the end of completamento. */
	@Test
	void ilLimiteComplessivoVienePrimaSeIContrattiTardano() {
		String c = finanziata("2022-08-19");
		this.app.alle("2023-06-01T10:00");
		contratto(c, "2023-06-01");
		assertThat(governante(c, COMPLETAMENTO)).isEqualTo("2024-03-01");
		assertThat(governante(c, LIMITE)).isEqualTo("2023-11-20");
		assertThat(this.app.attivita(c, "verificaSito").getDueDate()).isEqualTo(fine("2023-11-20"));
		assertThat(this.app.variabili(c)).containsEntry("termine", "Limite complessivo")
			.containsEntry("scadenza", "2023-11-20");
	}

	@Test
	void ilTerminePerLInvioDellaDomandaSeguePureLui() {
		this.app.torna("2022-09-01T09:00");
		String c = this.app.nuovaCandidatura(this.comune.id(), this.comune, Applicazione.APRILE);
		this.app.compila(this.comune.id(), c, "componiPacchetto", Map.of("sito", "da-avviare"));
		registra("tipo", "data-fissa", "termine", "domanda", "nuovaData", "2022-09-16", "atto", "Decreto 50/2022",
				"dataAtto", "2022-08-31", "ambito", "una", "candidatura", c);
		conferma("conferma");
		this.app.alle("2022-09-10T10:00");
		this.app.compila(this.comune.id(), c, "inviaDomanda",
				Map.of("decisione", "inviata", "dataInvio", "2022-09-10", "oraInvio", "08:00"));
		assertThat(this.app.attivitaAperte(c)).containsExactly("registraAmmissibilita");
	}

	@Test
	void gliInputSbagliatiSiRifiutanoESonoSenzaEffetto() {
		String c = finanziata("2022-08-19");
		int prima = quanti("differimento");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "proroga", "contatore", "pec", "giorni", 0))))
			.contains("giorni concessi devono essere da 1 a 3650, non 0");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "proroga", "contatore", "pec", "giorni", -5))))
			.contains("non -5");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "proroga", "contatore", "pec", "giorni", "dieci"))))
			.contains("«dieci» non è un numero intero");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "proroga", "contatore", "fax", "giorni", 5))))
			.contains("Contatore «fax» sconosciuto");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "mesi", "mesi", 200)))).contains("da 1 a 120");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "settimane")))).contains("«settimane» sconosciuta");
		assertThat(rifiuto(
				() -> registra(base(c, "tipo", "sospensione", "sospesoDal", "2023-05-10", "sospesoAl", "2023-05-01"))))
			.contains("finisce il 01/05/2023, prima di cominciare il 10/05/2023");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "data-fissa", "nuovaData", "2022-08-18"))))
			.contains("precede la decorrenza");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "data-fissa", "nuovaData", "2023-02-30"))))
			.contains("non è una data");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "data-fissa", "nuovaData", "2099-01-01"))))
			.contains("troppo lontana");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "mesi", "mesi", 1, "termine", "mantenimento"))))
			.contains("periodo che deve durare");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "mesi", "mesi", 1, "termine", "collaudo"))))
			.contains("Termine «collaudo» sconosciuto");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "mesi", "mesi", 1, "dataAtto", "2022-08-20"))))
			.contains("è nel futuro");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "mesi", "mesi", 1, "termine", "cup"))))
			.contains("è già adempiuto");
		assertThat(rifiuto(() -> registra(base("C999999", "tipo", "mesi", "mesi", 1)))).contains("non esiste");
		assertThat(rifiuto(() -> registra(base(c, "tipo", "revoca", "revocato", 999999)))).contains("non esiste");
		assertThat(rifiuto(() -> registra(
				base(c, "tipo", "mesi", "mesi", 1, "ambito", "elenco", "elenco", c + "\nC000000\n" + c))))
			.contains("Riga 2: «C000000»", "riga 3: «" + c + "» ripete la riga 1");
		assertThat(rifiuto(
				() -> registra(base(c, "tipo", "mesi", "mesi", 1, "ambito", "elenco", "elenco", "C1 ".repeat(10_001)))))
			.contains("10001 righe: al massimo 10000");
		StringBuilder diecimila = new StringBuilder();
		for (int i = 0; i < 9_999; i++) {
			diecimila.append("X%06d\n".formatted(i));
		}
		assertThat(rifiuto(
				() -> registra(base(c, "tipo", "mesi", "mesi", 1, "ambito", "elenco", "elenco", c + "\n" + diecimila))))
			.contains("Riga 2: «X000000»", "e altre 9989 righe");
		assertThat(catchThrowable(() -> this.app.avviaProcesso(this.comune.id(), "registra-differimento",
				base(c, "tipo", "mesi", "mesi", 1))))
			.as("solo l'ufficio RTD registra un differimento")
			.hasMessageContaining("CREATE_INSTANCE");
		assertThat(quanti("differimento")).isEqualTo(prima);
		assertThat(governante(c, CONTRATTUALIZZAZIONE)).isEqualTo("2023-02-20");

		this.app.torna("2022-06-01T09:00");
		Ente altro = this.app.nuovoComune(3000);
		String ritirata = this.app.nuovaCandidatura(altro.id(), altro, Applicazione.APRILE);
		this.app.compila(altro.id(), ritirata, "componiPacchetto", Map.of("sito", "da-avviare"));
		this.app.compila(altro.id(), ritirata, "inviaDomanda", Map.of("decisione", "ritira"));
		assertThat(rifiuto(() -> registra("tipo", "mesi", "mesi", 1, "termine", "cup", "atto", "Decreto 1/2022",
				"dataAtto", "2022-05-30", "ambito", "una", "candidatura", ritirata)))
			.contains("«ritirata»", "nessun termine corre più");
	}

	// What the tests are made of

	private String finanziata(String notifica) {
		return this.app.finanziata(this.comune, notifica);
	}

	private void contratto(String c, String giorno) {
		this.app.compila(this.app.candidatura(c).ente(), c, "registraContratto", Map.of("azione", "ultimo", "fornitore",
				"Fornitore", "tipoAtto", "stipula-mepa", "dataContratto", giorno));
	}

	private static Map<String, Object> base(String c, Object... campi) {
		Map<String, Object> modulo = new HashMap<>(Map.of("termine", "contrattualizzazione", "atto", "Decreto 1/2022",
				"dataAtto", "2022-08-19", "ambito", "una", "candidatura", c));
		modulo.putAll(modulo(campi));
		if (!"una".equals(modulo.get("ambito"))) {
			modulo.remove("candidatura");
		}
		return modulo;
	}

	private static Map<String, Object> modulo(Object... campi) {
		Map<String, Object> modulo = new HashMap<>();
		for (int i = 0; i < campi.length; i += 2) {
			modulo.put((String) campi[i], campi[i + 1]);
		}
		return modulo;
	}

	private void registra(Object... campi) {
		registra(modulo(campi));
	}

	private void registra(Map<String, Object> campi) {
		this.app.avviaProcesso("rtd", "registra-differimento", campi);
	}

	/** Confirms the act registered last, and lets the engine work. */
	private void conferma(String decisione) {
		this.app.compila("rtd", codice(), "confermaDifferimento", Map.of("decisione", decisione));
		this.app.alle(this.app.bean(java.time.Clock.class)
			.instant()
			.atZone(it.cronoprogramma.termine.Roma.FUSO)
			.toLocalDateTime()
			.plusSeconds(1)
			.toString());
	}

	private String codice() {
		return "D%06d".formatted(ultimo().numero());
	}

	private AttoDifferimento ultimo() {
		return this.app.bean(DifferimentoRepository.class).elenco(List.of("gestione1"), 1).get(0);
	}

	private void portale(Scadenza s, String giorno) {
		portale(this.comune.id(), s, giorno);
	}

	private void portale(String utente, Scadenza s, String giorno) {
		this.app.avviaProcesso(utente, "registra-data-portale",
				Map.of("scadenza", s.id(), "dataPortale", giorno, "riferimento", "schermata prot. 5/2022"));
	}

	private void eseguiUnLavoro() {
		ManagementService lavori = this.app.bean(ManagementService.class);
		lavori.executeJob(lavori.createJobQuery().messages().active().singleResult().getId());
	}

	private Map<Esito, Integer> conteggi(long numero) {
		return this.app.bean(DifferimentoRepository.class).conteggi(numero);
	}

	private int quanti(String tabella) {
		return this.app.bean(JdbcClient.class).sql("SELECT COUNT(*) FROM " + tabella).query(Integer.class).single();
	}

	private String governante(String c, TipoTermine termine) {
		return this.app.scadenza(c, termine).governante().toString();
	}

	private List<String> promemoria(String c, TipoTermine termine) {
		return this.app.bean(JdbcClient.class)
			.sql("SELECT evento, governante FROM promemoria WHERE scadenza = :s ORDER BY sollevato")
			.param("s", this.app.scadenza(c, termine).id())
			.query((rs, i) -> rs.getString(1) + " " + rs.getDate(2))
			.list();
	}

	private List<String> storia(String c) {
		return this.app.bean(CandidaturaRepository.class).storia(c).stream().map(ScenariDifferimento::voce).toList();
	}

	private static String voce(VoceStoria v) {
		return v.fatto() + ((v.prima() == null) ? "" : " " + v.prima()) + ((v.dopo() == null) ? "" : " " + v.dopo());
	}

	private static String rifiuto(ThrowingCallable azione) {
		return Applicazione.rifiuto(catchThrowable(azione));
	}

	private List<Date> timer(String c) {
		return this.app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(c)
			.list()
			.stream()
			.flatMap((i) -> this.app.bean(ManagementService.class)
				.createJobQuery()
				.processInstanceId(i.getId())
				.timers()
				.list()
				.stream())
			.map(Job::getDuedate)
			.sorted()
			.toList();
	}

	private static Date alle(String quando) {
		return Date.from(Applicazione.istante(quando));
	}

	private static Date fine(String giorno) {
		return alle(giorno + "T23:59:59");
	}

}
