package it.cronoprogramma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.PostaInviti;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.FlussiPercorsi;
import it.cronoprogramma.prova.Vita;
import it.cronoprogramma.termine.Roma;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way a candidatura can go; and, counted on the engine, every sequence flow of
 * every model is taken.
 */
class FlussiIT {

	/**
	 * An avviso of each misura but 1.4.1, on a day it is open on, for 2.000 inhabitants:
	 * what a package of {@link Vita} is worth, the terms, and what is done in two goes.
	 */
	private static final List<Misura> MISURE = List.of(
			new Misura("1.4.4-spid-cie-comuni-2022-04", "2022-04-04", "14000.00", "P12M", "P10M", "P22M",
					Map.of("registraApprovazioneCie", Map.of("esitoFederazione", "respinta"))),
			new Misura("1.4.3-app-io-comuni-2022-04", "2022-04-04", "972.00", "P6M", "P8M", "P14M",
					Map.of("registraPubblicazione", Map.of("serviziAttivi", List.of("biblioteca")))),
			new Misura("1.4.3-pagopa-comuni-2022-04", "2022-04-04", "2428.00", "P6M", "P8M", "P14M",
					Map.of("registraTransazione", Map.of("serviziAttivi", List.of("9-0301105ts-servizio-1")))),
			new Misura("1.2-comuni-2022-04", "2022-04-19", "28996.00", "P6M", "P15M", "P15M",
					Map.of("registraMigrazione", Map.of("serviziAttivi", List.of("trasferito-1", "aggiornato-2")))),
			new Misura("1.4.5-comuni-2022-09", "2022-09-12", "23147.00", "P3M", "P8M", "P11M",
					Map.of("registraNotifica", Map.of("serviziAttivi", List.of("010101p")))),
			new Misura("1.3.1-pdnd-comuni-2022-10", "2022-10-20", "10172.00", "P3M", "P6M", "P6M",
					Map.of("registraApi", Map.of("serviziAttivi", List.of("api-2")))),
			new Misura("1.4.4-ansc-comuni-2024-07", "2024-07-23", "3928.40", "P3M", "P6M", "P9M", Map.of()),
			new Misura("1.3.1-anncsu-comuni-2025-05", "2025-05-30", "4326.40", "P3M", "P6M", "P6M", Map.of()));

	private static Applicazione app;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-04-26", "cronoprogramma.posta.giro=08:30");
		FlussiDellaPosta.ferma(app);
	}

	@AfterAll
	static void ferma() {
		app.close();
	}

	@Test
	void ogniFlussoDiOgniModello() throws IOException {
		misure();
		Ente ritira = app.nuovoComune(3000);
		String c = bozza(ritira);
		fai(c, "inviaDomanda", Map.of("decisione", "modifica"));
		fai(c, "componiPacchetto", Map.of("sito", "avviata"));
		fai(c, "inviaDomanda", Map.of("decisione", "ritira"));
		concluse(c, Stato.RITIRATA);

		c = inviata(app.nuovoComune(3000), "2022-04-26");
		fai(c, "registraAmmissibilita", Map.of("esito", "nonAmmessa", "dataNotifica", "2022-04-26", "oraNotifica",
				"08:30", "protocollo", "1", "motivo", "Fondi esauriti"));
		concluse(c, Stato.NON_AMMESSA);

		// the term of the CUP passes, the ufficio RTD looks at it, the CUP comes all the
		// same
		c = inviata(app.nuovoComune(3000), "2022-04-26");
		ammetti(c, "2022-04-26");
		app.alle("2022-05-05T09:00");
		fai(c, "valutaScaduto", Map.of("valutazione", "Da segnalare"));
		cup(c);
		fai("rtd", c, "valutaDecadenza", Map.of("decisione", "accolta", "motivo", "Accolto dal Dipartimento"));
		finanzia(c, "2022-05-05");
		contratto(c, "altro", "2022-05-05");
		fai(c, "registraContratto", Map.of("azione", "concludi"));
		// before 15/10/2022 the request has to wait
		completa(c, "2022-05-05", false);
		assevera(c, "parziale", "2022-05-05");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.IN_RIELABORAZIONE);
		completa(c, "2022-05-05", true);
		assevera(c, "positivo", "2022-05-05");
		assertThat(app.attivitaAperte(c)).as("si attende il primo giorno utile").isEmpty();
		app.alle("2022-10-15T08:00:01");
		app.caricaDossier(c);
		fai(c, "richiediErogazione", Map.of("dataRichiesta", "2022-10-15", "allegato5Firmato", true, "creFirmato", true,
				"fuoriTesoreriaUnica", true, "credenzialiConsegnate", true));
		app.alle("2022-11-15T10:00");
		fai(c, "registraVerificaFormale", Map.of("esito", "positivo", "dataEsito", "2022-11-15"));
		fai(c, "registraErogazione", Map.of("dataErogazione", "2022-11-15", "importoErogato", 28902.00 + 2 * 12755));
		dopoLErogazione(c);
		concluse(c, Stato.CHIUSA);

		c = inviata(app.nuovoComune(3000), "2022-04-26");
		ammetti(c, "2022-11-14");
		cup(c);
		finanzia(c, "2022-11-15");
		contratto(c, "ultimo", "2022-11-15");
		app.avviaProcesso(app.candidatura(c).ente(), "registra-addendum", Map.of("candidatura", c, "fornitore",
				"Fornitore", "tipoAtto", "buono-ordine", "dataContratto", "2022-11-15", "oggetto", "Ore in più"));
		completa(c, "2022-11-15", true);
		fai(c, "registraAsseverazione", Map.of("esito", "negativo", "dataEsito", "2022-11-15", "protocollo", "3",
				"motivi", "Doppio finanziamento", "inammissibile", true));
		fai("rtd", c, "comunicaRevoca", Map.of("dataNotifica", "2022-11-15", "oraNotifica", "09:10", "protocollo", "8",
				"motivi", "Doppio finanziamento"));
		fai("rtd", c, "registraRevoca", Map.of("numeroAtto", "Decreto 7/2022", "dataRevoca", "2022-11-15", "protocollo",
				"9", "motivi", "Servizi non attivi"));
		concluse(c, Stato.REVOCATA);
		app.torna("2022-04-26T09:00");
		FlussiDelCiclo.percorri(app, () -> new Vita(app, app.nuovoComune(3000), APRILE), "2022-04-26");
		FlussiDelCiclo.unaVolta(app, () -> new Vita(app, app.nuovoComune(3000), APRILE));
		app.torna("2022-11-15T10:00");

		// the request can be made at once, after 15/10/2022
		c = inviata(app.nuovoComune(3000), "2022-04-26");
		ammetti(c, "2022-11-14");
		cup(c);
		finanzia(c, "2022-11-15");
		contratto(c, "ultimo", "2022-11-15");
		completa(c, "2022-11-15", true);
		assevera(c, "positivo", "2022-11-15");
		assertThat(app.attivitaAperte(c)).containsExactly("richiediErogazione");

		FlussiPubblicati.percorri(app);
		differimenti(c);
		String cessa = app.candidatura(c).ente();
		app.avviaProcesso("rtd", "registra-fusione", Map.of("tipo", "soppressione", "vecchio", cessa, "subentra",
				"noto", "nuovo", "E0013", "atto", "L.R. 1/2022", "dataAtto", "2022-11-01", "giorno", "2022-11-15"));

		// a link that is not to be sent any more
		app.bean(PostaInviti.class).manda("nessuno");
		app.bean(ManagementService.class)
			.executeJob(app.bean(ManagementService.class)
				.createJobQuery()
				.processDefinitionKey("invia-invito")
				.singleResult()
				.getId());

		FlussiDellaPosta.percorri(app);

		Set<String> mai = new TreeSet<>(flussiDeiModelli());
		mai.removeAll(app.bean(FlussiPercorsi.class).percorsi());
		assertThat(mai).as("flussi mai percorsi").isEmpty();
	}

	/** What each misura has of its own, and the ends that all of them share. */
	private static void misure() {
		for (Misura m : MISURE) {
			app.torna(m.giorno() + "T12:00");
			vita(m).con("inviaDomanda", Map.of("decisione", "ritira")).tutta();
			vita(m).con("registraAmmissibilita", Map.of("esito", "nonAmmessa", "motivo", "Fondi esauriti")).tutta();
			FlussiDelCiclo.percorri(app, () -> vita(m), m.giorno());
			Vita intera = vita(m).con("registraAsseverazione", Map.of("esito", "parziale"));
			m.aTappe().forEach((attivita, campi) -> intera.con(attivita, campi));
			intera.tutta();
			concluse(intera.codice(), Stato.CHIUSA);
			assertThat(app.candidatura(intera.codice()).importo()).as(m.avviso()).contains(new BigDecimal(m.importo()));
			assertThat(app.scadenza(intera.codice(), TipoTermine.CONTRATTUALIZZAZIONE).date().civile()).as(m.avviso())
				.isEqualTo(LocalDate.parse(m.giorno()).plus(Period.parse(m.contratti())));
			assertThat(app.scadenza(intera.codice(), TipoTermine.COMPLETAMENTO).date().civile()).as(m.avviso())
				.isEqualTo(tetto(LocalDate.parse(m.giorno()).plus(Period.parse(m.completamento()))));
			assertThat(app.scadenza(intera.codice(), TipoTermine.LIMITE).date().civile()).as(m.avviso())
				.isEqualTo(tetto(LocalDate.parse(m.giorno()).plus(Period.parse(m.limite()))));
		}
		app.torna("2022-04-04T12:00");
		Misura spid = MISURE.get(0);
		vita(spid).con("componiPacchetto", Map.of("scenarioPartenza", "solo-cie", "protocollo", "oidc")).tutta();
		Misura io = MISURE.get(1);
		vita(io).con("nominaDelegati", Map.of("adesioneAppIo", "attiva")).tutta();
		app.avviaProcesso("rtd", "calcola-scenario", Map.of("ambito", "tutti"));
		String esame = app.bean(TaskService.class)
			.createTaskQuery()
			.taskDefinitionKey("esaminaScenario")
			.singleResult()
			.getId();
		app.come("rtd", () -> {
			app.bean(FormService.class).submitTaskForm(esame, Map.of());
			return null;
		});
		app.torna("2022-04-26T09:00");
	}

	private static LocalDate tetto(LocalDate giorno) {
		LocalDate tetto = LocalDate.parse("2026-03-31");
		return giorno.isAfter(tetto) ? tetto : giorno;
	}

	private static Vita vita(Misura m) {
		return new Vita(app, app.nuovoComune(2000), m.avviso());
	}

	/**
	 * Registered and dropped; applied; applied where meanwhile something has happened.
	 */
	private static void differimenti(String senzaTermini) {
		String una = conContrattiDaFare();
		String altra = conContrattiDaFare();
		proroga(una);
		fai("rtd", atto(), "confermaDifferimento", Map.of("decisione", "annulla"));
		proroga(una);
		fai("rtd", atto(), "confermaDifferimento", Map.of("decisione", "conferma"));
		proroga(una + " " + altra);
		fai("rtd", atto(), "confermaDifferimento", Map.of("decisione", "conferma"));
		contratto(altra, "ultimo", "2022-11-15");
		app.alle("2022-11-15T12:00");
		fai("rtd", atto(), "esaminaSaltate", Map.of("valutazione", "Già concluso"));
		app.avviaProcesso("rtd", "registra-data-portale",
				Map.of("scadenza", app.scadenza(una, TipoTermine.CONTRATTUALIZZAZIONE).id(), "dataPortale",
						"2023-05-01", "riferimento", "schermata"));
		app.compila("rtd", "P%06d".formatted(ultimo(app.candidatura(una).ente())), "verificaDataPortale",
				Map.of("valutazione", "Mesi di 30 giorni"));
		assertThat(app.attivitaAperte(senzaTermini)).containsExactly("richiediErogazione");
	}

	/** A sample check is answered; then five years pass. */
	private static void dopoLErogazione(String c) {
		app.avviaProcesso(app.candidatura(c).ente(), "registra-controllo", Map.of("candidatura", c, "dataNotifica",
				"2022-11-15", "oraNotifica", "09:00", "protocollo", "77/2022"));
		assertThat(app.scadenza(c, TipoTermine.CONTROLLO).governante()).isEqualTo("2022-12-14");
		fai(c, "rispondiControllo", Map.of("caricato", true, "dataRisposta", "2022-11-15", "protocollo", "78/2022"));
		fai(c, "registraEsitoControllo",
				Map.of("esito", "positivo", "dataEsito", "2022-11-15", "protocollo", "79/2022"));
		assertThat(app.scadenza(c, TipoTermine.MANTENIMENTO).governante()).isEqualTo("2027-12-31");
		assertThat(scatta("FineAnnoErogazione")).isEqualTo("2022-12-31T23:59:59");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.IN_MANTENIMENTO);
		for (int anno = 2023; anno <= 2027; anno++) {
			assertThat(scatta("ProssimaVerifica")).isEqualTo(anno + "-12-01T08:00:00");
			assertThat(app.attivita(c, "verificaAnnuale").getDueDate())
				.isEqualTo(Date.from(Applicazione.istante(anno + "-12-31T23:59:59")));
			if (anno == 2024) {
				fai(c, "verificaAnnuale", Map.of("esito", "daRipristinare", "nota", "Un servizio non si apre"));
			}
			fai(c, "verificaAnnuale", Map.of("esito", "attivi"));
		}
		// a check that is still open keeps the candidatura open
		app.avviaProcesso(app.candidatura(c).ente(), "registra-controllo", Map.of("candidatura", c, "dataNotifica",
				"2022-11-15", "oraNotifica", "09:30", "protocollo", "90/2022"));
		assertThat(scatta("FineDelMantenimento")).isEqualTo("2027-12-31T23:59:59");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.IN_MANTENIMENTO);
		fai(c, "rispondiControllo", Map.of("caricato", true, "dataRisposta", "2022-11-15", "protocollo", "91/2022"));
		fai(c, "registraEsitoControllo",
				Map.of("esito", "positivo", "dataEsito", "2022-11-15", "protocollo", "92/2022"));
		scatta("ProcedimentiDaConcludere");
		scatta("FineDelMantenimento");
	}

	/** Lets the one timer of a kind fire, and tells when it would have, Rome. */
	private static String scatta(String timer) {
		ManagementService lavori = app.bean(ManagementService.class);
		Job job = lavori.createJobQuery().timers().activityId(timer).singleResult();
		lavori.executeJob(job.getId());
		return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(job.getDuedate().toInstant().atZone(Roma.FUSO));
	}

	private static String conContrattiDaFare() {
		String c = inviata(app.nuovoComune(3000), "2022-04-26");
		ammetti(c, "2022-11-14");
		cup(c);
		finanzia(c, "2022-11-15");
		return c;
	}

	private static void proroga(String elenco) {
		app.avviaProcesso("rtd", "registra-differimento",
				Map.of("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "pec", "giorni", 5, "atto",
						"PEC 1/2022", "dataAtto", "2022-11-15", "ambito", "elenco", "elenco", elenco));
	}

	private static String atto() {
		return "D%06d".formatted(ultimo("gestione1"));
	}

	private static long ultimo(String... visibileA) {
		return app.bean(DifferimentoRepository.class).elenco(List.of(visibileA), 1).get(0).numero();
	}

	private static Set<String> flussiDeiModelli() throws IOException {
		Set<String> flussi = new TreeSet<>();
		try (Stream<Path> file = Files.walk(Path.of("processes"))) {
			for (Path p : file.filter((f) -> f.toString().endsWith(".bpmn")).toList()) {
				try (InputStream sorgente = Files.newInputStream(p)) {
					BpmnModelInstance modello = Bpmn.readModelFromStream(sorgente);
					String chiave = modello.getModelElementsByType(Process.class).iterator().next().getId();
					modello.getModelElementsByType(SequenceFlow.class)
						.forEach((f) -> flussi.add(chiave + "/" + f.getId()));
				}
			}
		}
		assertThat(flussi).hasSizeGreaterThan(60);
		return flussi;
	}

	private static void concluse(String c, Stato stato) {
		assertThat(app.candidatura(c).stato()).isEqualTo(stato);
		assertThat(app.attivitaAperte(c)).isEmpty();
		assertThat(app.bean(HistoryService.class)
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(c)
			.unfinished()
			.count()).isZero();
	}

	private static String bozza(Ente comune) {
		String c = app.nuovaCandidatura(comune.id(), comune, APRILE);
		fai(c, "componiPacchetto",
				Map.of("sito", "da-avviare", "serviziDaAvviare", List.of("pagare-imu", "accesso-atti")));
		return c;
	}

	private static String inviata(Ente comune, String giorno) {
		String c = bozza(comune);
		fai(c, "inviaDomanda", Map.of("decisione", "inviata", "dataInvio", giorno, "oraInvio", "08:00"));
		return c;
	}

	private static void ammetti(String c, String giorno) {
		fai(c, "registraAmmissibilita",
				Map.of("esito", "ammessa", "dataNotifica", giorno, "oraNotifica", "08:30", "protocollo", "1"));
	}

	private static void cup(String c) {
		fai(c, "inserisciCup", Map.of("cup", "B91F2200%07d".formatted(Math.abs(c.hashCode() % 1_000_000)),
				"dataInserimento", app.oggi().toString()));
	}

	private static void finanzia(String c, String giorno) {
		fai(c, "registraDecreto",
				Map.of("numeroDecreto", "Decreto 32", "dataDecreto", giorno, "dataNotifica", giorno, "oraNotifica",
						"08:45", "protocollo", "2", "importoDecretato", app.candidatura(c).importo().orElseThrow()));
	}

	private static void contratto(String c, String azione, String giorno) {
		fai(c, "registraContratto", Map.of("azione", azione, "fornitore", "Fornitore", "tipoAtto", "stipula-mepa",
				"dataContratto", giorno));
	}

	private static void completa(String c, String giorno, boolean aTappe) {
		if (aTappe) {
			fai(c, "verificaSito", verifica(Criterio.Oggetto.SITO, giorno, "no"));
			fai(c, "verificaServizio", verifica(Criterio.Oggetto.SERVIZIO, giorno, "no"));
		}
		fai(c, "verificaSito", verifica(Criterio.Oggetto.SITO, giorno, "si"));
		while (app.bean(TaskService.class)
			.createTaskQuery()
			.processInstanceBusinessKey(c)
			.taskDefinitionKey("verificaServizio")
			.count() > 0) {
			fai(c, "verificaServizio", verifica(Criterio.Oggetto.SERVIZIO, giorno, "si"));
		}
		fai(c, "dichiaraCompletamento", Map.of("dataCompletamento", giorno, "checklistCompilata", true));
	}

	private static void assevera(String c, String esito, String giorno) {
		fai(c, "registraAsseverazione",
				Map.of("esito", esito, "dataEsito", giorno, "protocollo", "3", "motivi", "Come da PEC"));
	}

	private static Map<String, Object> verifica(Criterio.Oggetto oggetto, String online, String conclusa) {
		Map<String, Object> modulo = app.checklist(oggetto);
		modulo.putAll(Map.of("url", "https://www.comune.prova.it", "dataOnline", online, "conclusa", conclusa));
		return modulo;
	}

	private static void fai(String c, String attivita, Map<String, Object> campi) {
		fai(attivita.equals("valutaScaduto") ? "rtd" : app.candidatura(c).ente(), c, attivita, campi);
	}

	private static void fai(String utente, String c, String attivita, Map<String, Object> campi) {
		app.compila(utente, c, attivita, campi);
	}

	private record Misura(String avviso, String giorno, String importo, String contratti, String completamento,
			String limite, Map<String, Map<String, Object>> aTappe) {
	}

}
