package it.cronoprogramma;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.notifica.PostaDelMattino;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Vita;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The stories of dominio 7.1 that concern the life of a candidatura, with their dates;
 * (b) is in {@code ContrattiIT}, (h) in {@code FusioneIT}.
 */
class StorieIT {

	private static Applicazione app;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-05-25");
	}

	@AfterAll
	static void ferma() {
		app.close();
	}

	/** (a) Two suppliers, CUP on day 5: every date as computed by hand. */
	@Test
	void dueFornitoriEOgniData() {
		Vita v = fino("registraAmmissibilita");
		String c = v.codice();
		app.torna("2022-08-10T15:00");
		v.fino("inserisciCup");
		assertThat(app.scadenza(c, TipoTermine.CUP).date().civile()).isEqualTo("2022-08-15");
		app.torna("2022-08-15T10:00");
		v.fino("registraDecreto");
		app.torna("2022-08-19T12:00");
		v.fino("registraContratto");
		assertThat(app.scadenza(c, TipoTermine.CONTRATTUALIZZAZIONE).governante()).isEqualTo("2023-02-20");
		assertThat(app.scadenza(c, TipoTermine.LIMITE).date().civile()).isEqualTo("2023-11-19");
		assertThat(app.scadenza(c, TipoTermine.LIMITE).governante()).isEqualTo("2023-11-20");
		app.torna("2023-02-01T10:00");
		v.con("registraContratto", Map.of("azione", "altro", "dataContratto", "2022-11-02"))
			.con("registraContratto", Map.of("dataContratto", "2023-01-31", "fornitore", "Altro fornitore"))
			.fino("verificaSito");
		assertThat(app.scadenza(c, TipoTermine.COMPLETAMENTO).governante()).isEqualTo("2023-10-31");
	}

	/**
	 * (c) The CUP comes on day 6: not financeable, and another one while the avviso is
	 * open.
	 */
	@Test
	void ilCupAlSestoGiorno() {
		Vita v = fino("registraAmmissibilita");
		String c = v.codice();
		Ente comune = comune(c);
		app.torna("2022-07-20T15:00");
		v.fino("inserisciCup");
		assertThat(app.scadenza(c, TipoTermine.CUP).governante()).isEqualTo("2022-07-25");
		assertThatThrownBy(() -> app.compila(comune.id(), c, "inserisciCup", Map.of("esitoInserimento", "nonInserito")))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("scade il 25/07/2022", "ancora tempo"));
		app.torna("2022-07-26T10:00");
		v.fino("inserisciCup");
		app.compila(comune.id(), c, "inserisciCup", Map.of("cup", "B91F22000690006", "dataInserimento", "2022-07-26"));
		assertThat(app.candidatura(c).stato()).as("nulla si chiude da sé").isEqualTo(Stato.AMMESSA);
		assertThat(app.attivitaAperte(c)).containsExactly("valutaDecadenza");
		assertThatThrownBy(() -> app.nuovaCandidatura(comune.id(), comune, APRILE))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("ha già una candidatura"));
		assertThatThrownBy(
				() -> app.compila(comune.id(), c, "valutaDecadenza", Map.of("decisione", "decaduta", "motivo", "x")))
			.as("è dell'ufficio RTD, chi opera non la vede")
			.hasMessageContaining("Nessuna attività valutaDecadenza");
		app.compila("rtd", c, "valutaDecadenza", Map.of("decisione", "decaduta", "motivo", "Scaduta sul portale"));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.NON_FINANZIABILE);
		assertThat(app.scadenza(c, TipoTermine.CUP).stato()).isEqualTo(StatoScadenza.ESTINTA);
		conclusa(c);
		String nuova = app.nuovaCandidatura(comune.id(), comune, APRILE);
		assertThat(app.candidatura(nuova).predecessore()).as("si collega da sola").contains(c);
	}

	/** (d) Rinuncia, its decree, and the same CUP again. */
	@Test
	void siRinunciaESiRipresentaConLoStessoCup() throws IOException {
		Vita v = fino("registraContratto");
		String c = v.codice();
		Ente comune = comune(c);
		String cup = app.candidatura(c).cup().orElseThrow().codice();
		app.alle("2022-06-10T10:00");
		rinuncia(comune.id(), c, "2022-06-10");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.RINUNCIA_RICHIESTA);
		assertThat(app.candidatura(c).fase()).isEqualTo(Stato.FINANZIATA);
		assertThat(app.variabili(c)).containsEntry("stato", "rinuncia richiesta");
		assertThat(app.attivitaAperte(c)).as("i termini corrono")
			.containsExactly("registraContratto", "registraDecretoRinuncia");
		assertThat(moduli(comune.id(), c, "registraContratto")).asString()
			.contains("L'ente ha chiesto di rinunciare il 10/06/2022", "i termini corrono");
		assertThatThrownBy(() -> rinuncia(comune.id(), c, "2022-06-10"))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("già stata chiesta il 10/06/2022"));

		// before the decree: warned, not blocked
		String nuova = app.nuovaCandidatura(comune.id(), comune, APRILE);
		assertThat(app.candidatura(nuova).predecessore()).contains(c);
		assertThat(moduli(comune.id(), nuova, "componiPacchetto")).asString()
			.contains("La candidatura precedente " + c + " attende ancora il decreto di rinuncia");
		assertThatThrownBy(() -> app.compila(comune.id(), c, "registraDecretoRinuncia",
				Map.of("esito", "senzaEffetto", "motivo", "Ci ha ripensato")))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("ha già una candidatura"));

		// the reminders say so
		app.alle("2022-10-27T12:00");
		app.bean(PostaDelMattino.class).prepara(app.oggi());
		app.alle("2022-10-27T12:05");
		assertThat(posta(comune)).filteredOn((m) -> m.contains("Candidatura " + c))
			.isNotEmpty()
			.anySatisfy((m) -> assertThat(m).contains("Attenzione: L'ente ha chiesto di rinunciare il 10/06/2022"));

		app.compila(comune.id(), c, "registraDecretoRinuncia", Map.of("esito", "decretata", "numeroAtto",
				"Decreto 90/2022", "dataAtto", "2022-10-26", "protocollo", "99/2022"));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.RINUNCIATA);
		conclusa(c);
		assertThat(app.scadenza(c, TipoTermine.CONTRATTUALIZZAZIONE).stato()).isEqualTo(StatoScadenza.ESTINTA);
		assertThat(storia(c)).last()
			.isEqualTo(new VoceStoria("Rinuncia decretata", "Decreto 90/2022 del 26/10/2022, prot. 99/2022",
					"rinuncia richiesta", "rinunciata"));
		new Vita(app, nuova, comune).con("inviaDomanda", Map.of("dataInvio", "2022-06-11"))
			.con("inserisciCup", Map.of("cup", cup))
			.fino("registraDecreto");
		assertThat(app.candidatura(nuova).cup().orElseThrow().codice()).isEqualTo(cup);
	}

	/** (e) Partial twenty days before the term, then positive: no new term. */
	@Test
	void parzialeEPoiPositivo() {
		Vita v = fino("registraAsseverazione");
		String c = v.codice();
		var termine = app.scadenza(c, TipoTermine.COMPLETAMENTO).governante();
		parziale(v, termine.minusDays(20));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.IN_RIELABORAZIONE);
		assertThat(app.scadenza(c, TipoTermine.COMPLETAMENTO).governante()).isEqualTo(termine);
		completamentoEntro(c, termine.toString());
		v.fino("richiediErogazione");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.COMPLETATA);
	}

	/**
	 * (f) The term passes during the rework: revoca announced, then rimessione in
	 * termini.
	 */
	@Test
	void revocaComunicataERimessioneInTermini() {
		Vita v = fino("registraAsseverazione");
		String c = v.codice();
		var termine = app.scadenza(c, TipoTermine.COMPLETAMENTO).governante();
		parziale(v, termine.minusDays(20));
		app.alle(termine.plusDays(10) + "T10:00");
		assertThat(app.scadenza(c, TipoTermine.COMPLETAMENTO).stato()).isEqualTo(StatoScadenza.SCADUTA);
		String oggi = app.oggi().toString();
		assertThatThrownBy(() -> app.avviaProcesso(comune(c).id(), "registra-revoca", Map.of("candidatura", c)))
			.as("è dell'ufficio RTD")
			.isInstanceOf(AuthorizationException.class);
		app.avviaProcesso("rtd", "registra-revoca", Map.of("candidatura", c, "dataNotifica", oggi, "oraNotifica",
				"09:00", "protocollo", "50/2023", "motivi", "Esito negativo dopo la scadenza"));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.REVOCA_COMUNICATA);
		assertThat(app.attivitaAperte(c)).contains("dichiaraCompletamento", "registraRevoca");
		String nuova = app.oggi().plusDays(45).toString();
		app.compila("rtd", c, "registraRevoca", Map.of("esito", "rimessa", "numeroAtto", "Decreto 60/2023",
				"dataRevoca", oggi, "nuovaData", nuova, "motivi", "Guasto del fornitore"));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.IN_RIELABORAZIONE);
		assertThat(app.scadenza(c, TipoTermine.COMPLETAMENTO).governante()).isEqualTo(nuova);
		assertThat(app.scadenza(c, TipoTermine.COMPLETAMENTO).stato()).isEqualTo(StatoScadenza.APERTA);
		completamentoEntro(c, nuova);
		assertThat(app.attivitaAperte(c)).as("nulla resta da valutare").containsExactly("dichiaraCompletamento");
		v.fino("richiediErogazione");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.COMPLETATA);
	}

	/** (f) The same, when the outcome itself is negative after the term. */
	@Test
	void esitoNegativoERimessioneInTermini() {
		Vita v = fino("registraAsseverazione");
		String c = v.codice();
		var termine = app.scadenza(c, TipoTermine.COMPLETAMENTO).governante();
		app.torna(termine.plusDays(10) + "T10:00");
		String oggi = app.oggi().toString();
		assertThatThrownBy(() -> app.compila(comune(c).id(), c, "registraAsseverazione",
				Map.of("esito", "parziale", "dataEsito", oggi, "protocollo", "1", "motivi", "Difformità")))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("scaduto il", "positivo o negativo"));
		v.con("registraAsseverazione", Map.of("esito", "negativo")).fino("comunicaRevoca");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.ASSEVERAZIONE_NEGATIVA);
		v.fino("registraRevoca");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.REVOCA_COMUNICATA);
		String nuova = app.oggi().plusDays(30).toString();
		v.con("registraRevoca", Map.of("esito", "rimessa", "nuovaData", nuova)).fino("dichiaraCompletamento");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.IN_RIELABORAZIONE);
		completamentoEntro(c, nuova);
	}

	/** (k) A PEC two minutes before midnight and one three minutes after. */
	@Test
	void laPecAMezzanotte() {
		Vita prima = fino("registraAmmissibilita");
		Vita dopo = fino("registraAmmissibilita");
		app.torna("2022-07-21T09:00");
		prima.con("registraAmmissibilita", Map.of("dataNotifica", "2022-07-20", "oraNotifica", "23:58"))
			.fino("inserisciCup");
		dopo.con("registraAmmissibilita", Map.of("dataNotifica", "2022-07-21", "oraNotifica", "00:03"))
			.fino("inserisciCup");
		assertThat(app.scadenza(prima.codice(), TipoTermine.CUP).governante()).isEqualTo("2022-07-25");
		assertThat(app.scadenza(dopo.codice(), TipoTermine.CUP).governante()).isEqualTo("2022-07-26");
	}

	/** (l) One decree for thirty-seven candidature; one wrong row and none is touched. */
	@Test
	void trentasetteCandidatureConUnDecreto() {
		List<String> codici = new ArrayList<>();
		for (int i = 0; i < 37; i++) {
			codici.add(fino("registraDecreto").codice());
		}
		List<String> righe = new ArrayList<>(codici.stream().map((c) -> riga(c, importo(c))).toList());
		righe.set(20, riga(codici.get(20), importo(codici.get(20)).add(BigDecimal.ONE)));
		assertThatThrownBy(() -> decreto(righe)).satisfies((ex) -> assertThat(Applicazione.rifiuto(ex))
			.contains("Riga 21, " + codici.get(20), "devono coincidere"));
		assertThat(codici).allSatisfy((c) -> assertThat(app.candidatura(c).stato()).isEqualTo(Stato.CUP_INSERITO));
		righe.set(20, riga(codici.get(20), importo(codici.get(20))));
		decreto(righe);
		assertThat(codici).allSatisfy((c) -> {
			assertThat(app.candidatura(c).stato()).isEqualTo(Stato.FINANZIATA);
			assertThat(app.attivitaAperte(c)).containsExactly("registraContratto");
			assertThat(app.scadenza(c, TipoTermine.CONTRATTUALIZZAZIONE).governante()).isEqualTo("2022-11-25");
		});
		assertThatThrownBy(() -> decreto(righe))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("non attende il decreto"));
	}

	/** A click on a task that a rinuncia has just removed; two who complete the same. */
	@Test
	void unClicInRitardo() {
		Vita v = fino("registraContratto");
		String c = v.codice();
		String utente = comune(c).id();
		String task = app.attivita(c, "registraContratto").getId();
		rinuncia("rtd", c, "2022-05-25");
		app.compila("rtd", c, "registraDecretoRinuncia",
				Map.of("esito", "decretata", "numeroAtto", "Decreto 5", "dataAtto", "2022-05-25", "protocollo", "5"));
		assertThatThrownBy(() -> app.come(utente, () -> {
			app.bean(FormService.class)
				.submitTaskForm(task, Map.of("azione", "ultimo", "fornitore", "F", "tipoAtto", "stipula-mepa",
						"dataContratto", "2022-05-25"));
			return null;
		})).hasMessageContaining("Cannot find task");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.RINUNCIATA);
		assertThat(app.bean(CandidaturaRepository.class).contratti(c)).isEmpty();
	}

	/** Ritiro before the decree only, rinuncia until the money has arrived. */
	@Test
	void quandoSiPuoRinunciare() {
		Vita bozza = fino("componiPacchetto");
		assertThatThrownBy(() -> rinuncia("rtd", bozza.codice(), "2022-05-25"))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("La domanda non è stata inviata"));
		Vita finanziata = fino("registraContratto");
		assertThatThrownBy(() -> app.avviaProcesso("rtd", "registra-rinuncia",
				Map.of("candidatura", finanziata.codice(), "che", "ritiro", "dataRichiesta", "2022-05-25", "motivo",
						"Ripensamento")))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("non si ritira, si rinuncia"));
		assertThatThrownBy(() -> rinuncia("operatore2", finanziata.codice(), "2022-05-25"))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("non esiste"));
		assertThatThrownBy(() -> rinuncia("rtd", finanziata.codice(), "2022-05-26"))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("è nel futuro"));
		app.torna("2022-10-20T12:00");
		Vita liquidata = finoOra("registraErogazione");
		rinuncia("rtd", liquidata.codice(), "2022-10-20");
		assertThatThrownBy(() -> app.compila("rtd", liquidata.codice(), "registraErogazione",
				Map.of("dataErogazione", "2022-10-20", "importoErogato", importo(liquidata.codice()))))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("è in corso una rinuncia"));
		app.compila("rtd", liquidata.codice(), "registraDecretoRinuncia",
				Map.of("esito", "senzaEffetto", "motivo", "Non accolta"));
		liquidata.fino("nessuna");
		assertThat(app.candidatura(liquidata.codice()).stato()).isEqualTo(Stato.LIQUIDATA);
		assertThatThrownBy(() -> rinuncia("rtd", liquidata.codice(), "2022-10-20"))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("fino all'erogazione"));
	}

	/** A life begun on 25 May 2022. */
	private static Vita fino(String attivita) {
		app.torna("2022-05-25T12:00");
		return finoOra(attivita);
	}

	/** A life recorded in one day, whatever day it is. */
	private static Vita finoOra(String attivita) {
		Ente comune = app.nuovoComune(4_000);
		return new Vita(app, comune, APRILE).con("inviaDomanda", Map.of("dataInvio", "2022-05-25"))
			.con("componiPacchetto", Map.of("sito", "da-avviare", "serviziDaAvviare", List.of()))
			.fino(attivita);
	}

	/** A partial outcome: the work begins again. */
	private static void parziale(Vita v, LocalDate giorno) {
		app.torna(giorno + "T10:00");
		v.con("registraAsseverazione", Map.of("esito", "parziale", "motivi", "Un servizio non si apre"))
			.fino("dichiaraCompletamento");
	}

	private static void completamentoEntro(String codice, String giorno) {
		assertThat(app.attivita(codice, "dichiaraCompletamento").getDueDate())
			.isEqualTo(Date.from(Applicazione.istante(giorno + "T23:59:59")));
	}

	private static Ente comune(String codice) {
		return app.bean(it.cronoprogramma.ente.EnteRepository.class).leggi(app.candidatura(codice).ente());
	}

	private static void rinuncia(String utente, String codice, String giorno) {
		app.avviaProcesso(utente, "registra-rinuncia", Map.of("candidatura", codice, "che", "rinuncia", "dataRichiesta",
				giorno, "motivo", "Un avviso migliore"));
	}

	private static void decreto(List<String> righe) {
		app.avviaProcesso("rtd", "registra-decreti",
				Map.of("numeroDecreto", "Decreto 32", "dataDecreto", "2022-05-25", "dataNotifica", "2022-05-25",
						"oraNotifica", "11:00", "protocollo", "2/2022", "candidature", String.join("\n", righe)));
	}

	private static String riga(String codice, BigDecimal importo) {
		return codice + "; " + importo.toPlainString().replace('.', ',') + " # Comune di Prova";
	}

	private static BigDecimal importo(String codice) {
		return app.candidatura(codice).importo().orElseThrow();
	}

	private static List<VoceStoria> storia(String codice) {
		return app.bean(CandidaturaRepository.class).storia(codice);
	}

	private static Map<String, Object> moduli(String utente, String codice, String attivita) {
		return app.come(utente, () -> Map
			.copyOf(app.bean(FormService.class).getTaskFormVariables(app.attivita(codice, attivita).getId())));
	}

	private static void conclusa(String codice) {
		assertThat(app.attivitaAperte(codice)).isEmpty();
		assertThat(app.bean(org.camunda.bpm.engine.RuntimeService.class)
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(codice)
			.count()).isZero();
	}

	private static List<String> posta(Ente comune) throws IOException {
		String referente = "referente@" + comune.id().toLowerCase() + ".example";
		try (Stream<Path> file = Files.list(app.posta())) {
			List<String> messaggi = new ArrayList<>();
			for (Path f : file.toList()) {
				String testo = Files.readString(f);
				if (testo.contains(referente)) {
					messaggi.add(testo.replace("=\r\n", "").replace("=\n", ""));
				}
			}
			return messaggi;
		}
	}

}
