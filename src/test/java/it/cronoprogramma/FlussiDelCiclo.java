package it.cronoprogramma;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Vita;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ways a life can end before its time, and come back: for {@link FlussiIT}, which
 * counts the flows.
 */
final class FlussiDelCiclo {

	private static final Map<String, Object> INAMMISSIBILE = Map.of("esito", "negativo", "inammissibile", true);

	private FlussiDelCiclo() {
	}

	/** What every avviso has: decadenza, revoca, rinuncia, ritiro. */
	static void percorri(Applicazione app, Supplier<Vita> nuova, String giorno) {
		Vita decaduta = nuova.get().fino("inserisciCup");
		app.torna(LocalDate.parse(giorno).plusDays(20) + "T12:00");
		decaduta.con("inserisciCup", Map.of("esitoInserimento", "nonInserito")).tutta();
		finita(app, decaduta, Stato.NON_FINANZIABILE);
		app.torna(giorno + "T12:00");

		Vita revocata = nuova.get()
			.con("registraAsseverazione", INAMMISSIBILE)
			.con("registraAsseverazione", INAMMISSIBILE)
			.con("registraRevoca", Map.of("esito", "archiviata"));
		revocata.tutta();
		finita(app, revocata, Stato.REVOCATA);

		Vita rinunciata = nuova.get().fino("registraContratto");
		rinuncia(app, rinunciata, "rinuncia", giorno);
		assertThat(app.candidatura(rinunciata.codice()).stato()).isEqualTo(Stato.RINUNCIA_RICHIESTA);
		app.compila("rtd", rinunciata.codice(), "registraDecretoRinuncia",
				Map.of("esito", "decretata", "numeroAtto", "Decreto 5", "dataAtto", giorno, "protocollo", "5"));
		finita(app, rinunciata, Stato.RINUNCIATA);

		Vita ritirata = nuova.get().fino("registraAmmissibilita");
		rinuncia(app, ritirata, "ritiro", giorno);
		finita(app, ritirata, Stato.RITIRATA);
	}

	/** What one life is enough for. */
	static void unaVolta(Applicazione app, Supplier<Vita> nuova) {
		String giorno = app.oggi().toString();
		Vita accolta = nuova.get()
			.con("registraAmmissibilita", Map.of("esito", "riserva", "riserva", "Fondi"))
			.fino("inserisciCup");
		assertThat(app.candidatura(accolta.codice()).stato()).isEqualTo(Stato.AMMESSA_CON_RISERVA);
		app.torna(app.oggi().plusDays(20) + "T12:00");
		String tardi = app.oggi().toString();
		accolta.con("inserisciCup", Map.of("esitoInserimento", "nonInserito"))
			.con("inserisciCup", Map.of("dataInserimento", tardi))
			.con("valutaDecadenza", Map.of("decisione", "daInserire"))
			.con("valutaDecadenza", Map.of("decisione", "accolta"))
			.fino("registraDecreto");
		assertThat(app.candidatura(accolta.codice()).stato()).isEqualTo(Stato.CUP_INSERITO);
		rinuncia(app, accolta, "rinuncia", tardi);
		app.compila("rtd", accolta.codice(), "registraDecretoRinuncia",
				Map.of("esito", "senzaEffetto", "motivo", "Il comune ci ha ripensato"));
		assertThat(app.candidatura(accolta.codice()).stato()).isEqualTo(Stato.CUP_INSERITO);

		// requests of the Dipartimento, in asseverazione and in the formal check
		app.torna("2022-11-15T12:00");
		Map<String, Object> richiesta = Map.of("esito", "integrazione", "dataNotifica", "2022-11-15", "oraNotifica",
				"11:00", "protocollo", "6", "richiesta", "Manca un contratto", "giorniRisposta", 10);
		accolta = nuovaDal(app, nuova, "2022-09-01").con("registraAsseverazione", richiesta)
			.con("registraVerificaFormale", richiesta)
			.fino("registraErogazione");
		assertThat(app.candidatura(accolta.codice()).stato()).isEqualTo(Stato.IN_LIQUIDAZIONE);
		accolta.fino("nessuna");
		controlloNegativo(app, accolta.codice());
		app.avviaProcesso("rtd", "registra-revoca", Map.of("candidatura", nuovaConDecreto(app, nuova), "dataNotifica",
				"2022-11-15", "oraNotifica", "11:30", "protocollo", "7", "motivi", "Accertamento"));
		sospensione(app, nuovaConDecreto(app, nuova));
		app.torna("2022-12-01T12:00");
		String inAttesa = nuovaDal(app, nuova, "2022-09-01").fino("registraDecreto").codice();
		app.avviaProcesso("rtd", "registra-decreti", Map.of("numeroDecreto", "Decreto 9", "dataDecreto", "2022-12-01",
				"dataNotifica", "2022-12-01", "oraNotifica", "11:00", "protocollo", "9", "candidature",
				inAttesa + "; " + app.candidatura(inAttesa).importo().orElseThrow().toPlainString().replace('.', ',')));
		assertThat(app.attivitaAperte(inAttesa)).containsExactly("registraContratto");
		app.torna(giorno + "T12:00");
		// a version that has been superseded, so that there is something to look through
		app.bean(RepositoryService.class)
			.createDeployment()
			.addClasspathResource("processes/sospensione.bpmn")
			.deploy();
		app.avviaProcesso("admin", "aggiorna-candidature", Map.of("conferma", true));
		ManagementService lavori = app.bean(ManagementService.class);
		for (int giri = 0; giri < 10_000; giri++) {
			Job job = lavori.createJobQuery().activityId("spostaCandidature").singleResult();
			if (job == null) {
				break;
			}
			lavori.executeJob(job.getId());
		}
		String esame = app.bean(TaskService.class)
			.createTaskQuery()
			.taskDefinitionKey("esaminaAggiornamento")
			.singleResult()
			.getId();
		app.come("admin", () -> {
			app.bean(FormService.class).submitTaskForm(esame, Map.of());
			return null;
		});
	}

	private static Vita nuovaDal(Applicazione app, Supplier<Vita> nuova, String inviata) {
		return nuova.get().con("inviaDomanda", Map.of("dataInvio", inviata));
	}

	private static String nuovaConDecreto(Applicazione app, Supplier<Vita> nuova) {
		return nuovaDal(app, nuova, "2022-09-01").fino("registraContratto").codice();
	}

	private static void controlloNegativo(Applicazione app, String c) {
		app.avviaProcesso("rtd", "registra-controllo", Map.of("candidatura", c, "dataNotifica", "2022-11-15",
				"oraNotifica", "11:00", "protocollo", "77/2022"));
		app.compila("rtd", c, "rispondiControllo",
				Map.of("caricato", true, "dataRisposta", "2022-11-15", "protocollo", "78/2022"));
		app.compila("rtd", c, "registraEsitoControllo", Map.of("esito", "negativo", "dataEsito", "2022-11-15",
				"protocollo", "79/2022", "motivi", "Sito spento"));
		app.compila("rtd", c, "comunicaRevoca", Map.of("dataNotifica", "2022-11-15", "oraNotifica", "11:40",
				"protocollo", "80/2022", "motivi", "Sito spento"));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.REVOCA_COMUNICATA);
		app.compila("rtd", c, "registraRevoca", Map.of("esito", "decretata", "numeroAtto", "Decreto 9", "dataRevoca",
				"2022-11-15", "protocollo", "81/2022", "motivi", "Sito spento"));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.REVOCATA);
	}

	private static void sospensione(Applicazione app, String c) {
		app.avviaProcesso("rtd", "registra-differimento",
				Map.of("tipo", "sospensione", "atto", "D.L. 61/2023", "dataAtto", "2022-11-15", "sospesoDal",
						"2022-11-01", "sospesoAl", "2022-11-30", "ambito", "elenco", "elenco", c));
		String atto = app.bean(TaskService.class)
			.createTaskQuery()
			.taskDefinitionKey("confermaDifferimento")
			.singleResult()
			.getId();
		app.come("rtd", () -> {
			app.bean(FormService.class).submitTaskForm(atto, Map.of("decisione", "conferma"));
			return null;
		});
		app.alle("2022-11-15T12:05");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.SOSPESA);
		ManagementService lavori = app.bean(ManagementService.class);
		app.torna("2022-12-01T00:01");
		lavori.createJobQuery()
			.timers()
			.activityId("ProssimoGiorno")
			.list()
			.forEach((t) -> lavori.executeJob(t.getId()));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.FINANZIATA);
	}

	private static void rinuncia(Applicazione app, Vita vita, String che, String giorno) {
		app.avviaProcesso("rtd", "registra-rinuncia", Map.of("candidatura", vita.codice(), "che", che, "dataRichiesta",
				giorno, "motivo", "Un avviso migliore"));
	}

	private static void finita(Applicazione app, Vita vita, Stato stato) {
		assertThat(app.candidatura(vita.codice()).stato()).as(vita.codice()).isEqualTo(stato);
		assertThat(app.attivitaAperte(vita.codice())).as(vita.codice()).isEmpty();
	}

}
