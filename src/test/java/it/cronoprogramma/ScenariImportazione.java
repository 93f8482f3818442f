package it.cronoprogramma;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.FilePubblicato;
import it.cronoprogramma.prova.Sessione;
import it.cronoprogramma.prova.Vita;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The published data in: what is not known becomes a process, what has changed is
 * followed, and where somebody knows better a task asks him (dominio 4, 7.1 i and j).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScenariImportazione extends ScenariSuDueDatabase {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String CONFERMA = "confermaPubblicato";

	private static int progressivo = 1000;

	ScenariImportazione(boolean suPostgres) {
		super(suPostgres);
	}

	@BeforeEach
	void dopoIlDecreto() {
		this.app.torna("2022-09-01T09:00");
		// a file with fewer rows than the last one would be refused
		this.app.bean(JdbcClient.class).sql("DELETE FROM pubblicata").update();
	}

	// What is new

	/** Financed, as published: its terms run, and its package is composed first. */
	@Test
	void unaFinanziataDiventaUnProcesso() {
		Ente comune = this.app.nuovoComune(4000);
		String cup = cup();
		JsonNode esito = importa("rtd", new FilePubblicato().riga(ipa(comune), cup).riga("c_altrove", cup()).csv());
		assertThat(conti(esito)).isEqualTo("CONCLUSA lette 2 nuove 1 aggiornate 0 invariate 0 scartate 0 escluse 1");
		Candidatura c = una(cup);
		assertThat(c.ente()).isEqualTo(comune.id());
		assertThat(c.stato()).isEqualTo(Stato.FINANZIATA);
		assertThat(this.app.attivitaAperte(c.codice())).containsExactly("componiPacchettoFinanziato");
		assertThat(this.app.scadenza(c.codice(), TipoTermine.CONTRATTUALIZZAZIONE).governante())
			.as("sei mesi dal decreto, che è domenica")
			.isEqualTo("2023-02-20");
		assertThat(this.app.scadenza(c.codice(), TipoTermine.LIMITE).governante()).isEqualTo("2023-11-20");
		assertThat(this.app.variabili(c.codice())).containsEntry("stato", "finanziata")
			.containsEntry("cup", cup)
			.containsEntry("scadenza", "2023-02-20");

		Map<String, Object> sito = Map.of("sito", "da-avviare", "serviziDaAvviare", List.of("pagare-imu"),
				"serviziAvviati", List.of());
		assertThatThrownBy(() -> this.app.compila(comune.id(), c.codice(), "componiPacchettoFinanziato", sito))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("41.657,00 €", "79.922,00 €",
					"servizi che sono nella domanda"));
		this.app.compila(comune.id(), c.codice(), "componiPacchettoFinanziato",
				Map.of("sito", "da-avviare", "serviziDaAvviare",
						List.of("pagare-imu", "accesso-atti", "iscrizione-asilo", "pagare-mensa").subList(0, 2),
						"serviziAvviati", altriDue(comune)));
		new Vita(this.app, c.codice(), comune).fino("dichiaraCompletamento");
		assertThat(una(cup).fase()).isEqualTo(Stato.CONTRATTI_CONCLUSI);
	}

	private List<String> altriDue(Ente comune) {
		return this.app.bean(it.cronoprogramma.avviso.CatalogoAvvisi.class)
			.servizi(this.app.bean(it.cronoprogramma.avviso.CatalogoAvvisi.class)
				.avviso(Applicazione.APRILE)
				.pacchetto())
			.stream()
			.map(it.cronoprogramma.avviso.Servizio::codice)
			.filter((s) -> !List.of("pagare-imu", "accesso-atti").contains(s))
			.limit((comune.popolazione() > 0) ? 2 : 0)
			.toList();
	}

	/** Two of one ente on one avviso have been published: each is followed. */
	@Test
	void dueDelloStessoEnte() {
		Ente comune = this.app.nuovoComune(4000);
		String uno = cup();
		String due = cup();
		JsonNode esito = importa("rtd", new FilePubblicato().riga(ipa(comune), uno).riga(ipa(comune), due).csv());
		assertThat(conti(esito)).contains("nuove 2");
		assertThat(this.app.attivitaAperte(una(uno).codice())).containsExactly("componiPacchettoFinanziato");
		assertThat(this.app.attivitaAperte(una(due).codice())).containsExactly("componiPacchettoFinanziato");
		assertThatThrownBy(() -> this.app.nuovaCandidatura(comune.id(), comune, Applicazione.APRILE))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("ha già una candidatura"));
	}

	/** A term that was over before anybody heard of it is missed, not just missed. */
	@Test
	void unTerminePassatoNonManda() {
		this.app.torna("2024-01-10T09:00");
		Ente comune = this.app.nuovoComune(4000);
		String cup = cup();
		importa("rtd", new FilePubblicato().riga(ipa(comune), cup).csv());
		Candidatura c = una(cup);
		assertThat(this.app.scadenza(c.codice(), TipoTermine.CONTRATTUALIZZAZIONE).stato())
			.isEqualTo(StatoScadenza.SCADUTA);
		assertThat(this.app.attivitaAperte(c.codice())).containsExactly("componiPacchettoFinanziato");
		assertThat(this.app.bean(JdbcClient.class)
			.sql("SELECT COUNT(*) FROM promemoria p JOIN scadenza s ON s.id = p.scadenza WHERE s.candidatura = :c")
			.param("c", c.codice())
			.query(Integer.class)
			.single()).isZero();
	}

	/**
	 * Paid and renounced ones are history; unknown enti and avvisi are to be completed.
	 */
	@Test
	void storiaEntiEAvvisiIgnoti() {
		String erogata = cup();
		String rinunciata = cup();
		String scuola = cup();
		String ipa = "x" + erogata.substring(8);
		JsonNode esito = importa("admin",
				new FilePubblicato()
					.riga(ipa, erogata, "stato_candidatura", "E", "data_stato_candidatura", "2024-12-23", "ente",
							"=Comune di Ignoto")
					.riga(ipa, rinunciata, "stato_candidatura", "R", "data_stato_candidatura", "2023-04-05",
							"data_invio_candidatura", "2022-04-27T15:30:48.000+0000")
					.riga(ipa + "s", scuola, "avviso", "1.4.1 Esperienza del Cittadino - Scuole - Aprile 2022",
							"tipologia_ente", "Scuole", "importo_finanziamento", "7301.0")
					.csv());
		assertThat(conti(esito)).isEqualTo("CONCLUSA lette 3 nuove 3 aggiornate 0 invariate 0 scartate 0 escluse 0");
		assertThat(una(erogata).fase()).isEqualTo(Stato.LIQUIDATA);
		assertThat(una(erogata).erogata()).contains(LocalDate.of(2024, 12, 23));
		assertThat(una(rinunciata).stato()).isEqualTo(Stato.RINUNCIATA);
		assertThat(una(rinunciata).conclusa()).contains(LocalDate.of(2023, 4, 5));
		assertThat(una(scuola).stato()).isEqualTo(Stato.FINANZIATA);
		for (String cup : List.of(erogata, rinunciata, scuola)) {
			assertThat(una(cup).seguita()).isFalse();
			assertThat(this.app.attivitaAperte(una(cup).codice())).isEmpty();
		}
		assertThat(una(scuola).avviso()).isEqualTo("1.4.1-esperienza-del-cittadino-scuole-aprile-2022");
		assertThat(this.app.bean(JdbcClient.class)
			.sql("SELECT da_completare FROM ente WHERE id = :id")
			.param("id", una(erogata).ente())
			.query(Boolean.class)
			.single()).isTrue();
		assertThat(una(erogata).ente()).isEqualTo(una(rinunciata).ente());
	}

	// What changes

	@Test
	void loStessoFileNonCambiaNulla() {
		Ente comune = this.app.nuovoComune(4000);
		String file = new FilePubblicato().riga(ipa(comune), cup())
			.riga(ipa(comune), cup(), "avviso", "1.4.1 Esperienza del Cittadino  - Comuni - Settembre 2022",
					"stato_candidatura", "E")
			.csv();
		importa("rtd", file);
		List<Map<String, Object>> prima = tutto();
		assertThat(conti(importa("rtd", file)))
			.isEqualTo("CONCLUSA lette 2 nuove 0 aggiornate 0 invariate 2 scartate 0 escluse 0");
		assertThat(conti(importa("rtd", file.replace(",", ";"))))
			.isEqualTo("CONCLUSA lette 2 nuove 0 aggiornate 0 invariate 2 scartate 0 escluse 0");
		assertThat(tutto()).isEqualTo(prima);
	}

	/** Nobody has acted upon them: the last file is right. */
	@Test
	void senzaCheNessunoAbbiaToccato() {
		Ente uno = this.app.nuovoComune(4000);
		Ente due = this.app.nuovoComune(4000);
		Ente tre = this.app.nuovoComune(4000);
		String erogata = cup();
		String rinunciata = cup();
		String corretta = cup();
		String nuovoCup = cup();
		importa("rtd",
				new FilePubblicato().riga(ipa(uno), erogata).riga(ipa(due), rinunciata).riga(ipa(tre), corretta).csv());
		String codice = una(corretta).codice();
		JsonNode esito = importa("rtd",
				new FilePubblicato()
					.riga(ipa(uno), erogata, "stato_candidatura", "E", "data_stato_candidatura", "2022-08-30")
					.riga(ipa(due), rinunciata, "stato_candidatura", "R", "data_stato_candidatura", "2022-08-31")
					.riga(ipa(tre), nuovoCup, "data_finanziamento", "2022-08-26", "importo_finanziamento", "67167.0")
					.csv());
		assertThat(conti(esito)).isEqualTo("CONCLUSA lette 3 nuove 0 aggiornate 3 invariate 0 scartate 0 escluse 0");
		assertThat(una(erogata).stato()).isEqualTo(Stato.LIQUIDATA);
		assertThat(this.app.bean(RuntimeService.class).getActiveActivityIds(istanza(una(erogata).codice())))
			.contains("mantenimento");
		assertThat(una(rinunciata).stato()).isEqualTo(Stato.RINUNCIATA);
		assertThat(this.app.attivitaAperte(una(rinunciata).codice())).isEmpty();
		assertThat(una(nuovoCup).codice()).as("la stessa, con un altro CUP").isEqualTo(codice);
		assertThat(una(nuovoCup).importo().orElseThrow()).isEqualByComparingTo("67167");
		assertThat(this.app.scadenza(codice, TipoTermine.CONTRATTUALIZZAZIONE).governante())
			.as("decorre dal giorno corretto")
			.isEqualTo("2023-02-27");
		assertThat(this.app.variabili(codice)).containsEntry("scadenza", "2023-02-27");
	}

	/** (i) Published as paid while the process waits in the formal check. */
	@Test
	void pubblicataErogataMentreSiAspetta() {
		String c = inVerificaFormale();
		Ente comune = this.app.bean(EnteRepository.class).leggi(this.app.candidatura(c).ente());
		JsonNode esito = importa("rtd", pubblicata(c, comune, "E", "2022-11-20"));
		assertThat(esito.get("daConfermare").asInt()).isEqualTo(1);
		assertThat(this.app.candidatura(c).stato()).as("nulla si chiude da sé").isEqualTo(Stato.EROGAZIONE_RICHIESTA);
		assertThat(this.app.attivitaAperte(c)).contains(CONFERMA, "registraVerificaFormale");
		importa("rtd", pubblicata(c, comune, "E", "2022-11-20"));
		assertThat(this.app.attivitaAperte(c)).as("si chiede una volta").containsOnlyOnce(CONFERMA);

		this.app.compila(comune.id(), c, CONFERMA, Map.of("conferma", "si"));
		assertThat(this.app.candidatura(c).stato()).isEqualTo(Stato.LIQUIDATA);
		assertThat(this.app.candidatura(c).erogata()).contains(LocalDate.of(2022, 11, 20));
		assertThat(this.app.bean(RuntimeService.class).getActiveActivityIds(istanza(c))).contains("mantenimento");
		assertThat(this.app.attivitaAperte(c)).doesNotContain("registraVerificaFormale", CONFERMA);
	}

	@Test
	void pubblicataRinunciataMaQuiNo() {
		String c = inVerificaFormale();
		Ente comune = this.app.bean(EnteRepository.class).leggi(this.app.candidatura(c).ente());
		importa("rtd", pubblicata(c, comune, "R", "2022-11-20"));
		assertThatThrownBy(() -> this.app.compila(comune.id(), c, CONFERMA, Map.of("conferma", "no")))
			.satisfies((ex) -> assertThat(Applicazione.rifiuto(ex)).contains("Che cosa risulta"));
		this.app.compila(comune.id(), c, CONFERMA, Map.of("conferma", "no", "motivo", "Il portale la dà in verifica"));
		assertThat(this.app.candidatura(c).stato()).isEqualTo(Stato.EROGAZIONE_RICHIESTA);
		assertThat(this.app.attivitaAperte(c)).containsExactly("registraVerificaFormale");

		importa("rtd", pubblicata(c, comune, "R", "2022-11-21"));
		this.app.compila(comune.id(), c, CONFERMA, Map.of("conferma", "si"));
		assertThat(this.app.candidatura(c).stato()).isEqualTo(Stato.RINUNCIATA);
		assertThat(this.app.attivitaAperte(c)).isEmpty();
	}

	/** Financed, while here the domanda has just been sent. */
	@Test
	void finanziataPrimaCheSiRegistri() {
		this.app.torna("2022-05-25T10:00");
		Ente comune = this.app.nuovoComune(4000);
		Vita v = new Vita(this.app, comune, Applicazione.APRILE).fino("registraAmmissibilita");
		this.app.torna("2022-09-01T09:00");
		String cup = cup();
		importa("rtd", new FilePubblicato().riga(ipa(comune), cup).csv());
		assertThat(this.app.attivitaAperte(v.codice())).contains(CONFERMA);
		assertThat(quante(comune.id())).as("non si raddoppia").isEqualTo(1);
		this.app.compila(comune.id(), v.codice(), CONFERMA, Map.of("motivo", "Registro la PEC oggi"));
		assertThat(this.app.candidatura(v.codice()).stato()).isEqualTo(Stato.INVIATA);
	}

	/**
	 * The published data give Gambugliano and Caines the ISTAT code of their neighbours:
	 * they are comuni of their own all the same.
	 */
	@Test
	void viciniConLoStessoCodiceIstat() {
		String istat = this.app.nuovoComune(4000).codiceIstat();
		String uno = cup();
		String due = cup();
		FilePubblicato file = new FilePubblicato()
			.riga("w" + uno.substring(8), uno, "cod_comune", istat, "ente", "Comune di Sovizzo")
			.riga("v" + uno.substring(8), due, "cod_comune", istat, "ente", "Comune di Gambugliano");
		assertThat(conti(importa("admin", file.csv())))
			.isEqualTo("CONCLUSA lette 2 nuove 2 aggiornate 0 invariate 0 scartate 0 escluse 0");
		EnteRepository enti = this.app.bean(EnteRepository.class);
		assertThat(enti.leggi(una(uno).ente()).nome()).isEqualTo("Comune di Sovizzo");
		assertThat(enti.leggi(una(uno).ente()).codiceIpa()).isEqualTo("w" + uno.substring(8));
		assertThat(enti.leggi(una(due).ente()).nome()).isEqualTo("Comune di Gambugliano");
		assertThat(enti.leggi(una(due).ente()).codiceIpa()).isEqualTo("v" + uno.substring(8));
	}

	/**
	 * A comune with a new code stays itself; one that has gone into another takes all
	 * along.
	 */
	@Test
	void codiciCheCambiano() {
		Ente stesso = this.app.nuovoComune(4000);
		Ente vecchio = this.app.nuovoComune("Comune di Prima", 4000);
		String uno = cup();
		String due = cup();
		String nuovoCodice = "z" + uno.substring(8);
		String unito = "y" + uno.substring(8);
		importa("rtd",
				new FilePubblicato().riga(ipa(stesso), uno, "cod_comune", stesso.codiceIstat())
					.riga(ipa(vecchio), due)
					.csv());
		JsonNode esito = importa("admin",
				new FilePubblicato()
					.riga(nuovoCodice, uno, "cod_comune", stesso.codiceIstat(), "ente",
							stesso.nome().toUpperCase(java.util.Locale.ROOT))
					.riga(unito, due, "ente", "Comune di Dopo")
					.csv());
		assertThat(conti(esito)).isEqualTo("CONCLUSA lette 2 nuove 0 aggiornate 2 invariate 0 scartate 0 escluse 0");
		assertThat(una(uno).ente()).isEqualTo(stesso.id());
		assertThat(this.app.bean(EnteRepository.class).leggi(stesso.id()).codiceIpa()).isEqualTo(nuovoCodice);
		assertThat(this.app.bean(EnteRepository.class).leggi(una(due).ente()).nomeOggi())
			.isEqualTo("Comune di Dopo (già Comune di Prima)");
		assertThat(this.app.variabili(una(due).codice())).containsEntry("ente", "Comune di Dopo (già Comune di Prima)");
		assertThat(conti(importa("admin",
				new FilePubblicato()
					.riga(nuovoCodice, uno, "cod_comune", stesso.codiceIstat(), "ente",
							stesso.nome().toUpperCase(java.util.Locale.ROOT))
					.riga(unito, due, "ente", "Comune di Dopo")
					.csv())))
			.contains("invariate 2");
	}

	@Test
	void allaDataDiAllora() {
		Ente comune = this.app.nuovoComune(4000);
		String prima = cup();
		String dopo = cup();
		this.app.torna("2024-09-01T09:00");
		String file = new FilePubblicato()
			.riga(ipa(comune), prima, "stato_candidatura", "E", "data_stato_candidatura", "2024-06-26")
			.riga(ipa(comune), dopo, "avviso", "1.4.1 Esperienza del Cittadino - Comuni - Settembre 2022",
					"data_finanziamento", "2023-09-01", "data_stato_candidatura", "2023-09-01")
			.csv();
		JsonNode esito = leggi("rtd", manda("rtd", file, Map.of("allaData", "2023-01-01")));
		assertThat(conti(esito)).isEqualTo("CONCLUSA lette 2 nuove 1 aggiornate 0 invariate 0 scartate 0 escluse 1");
		assertThat(una(prima).stato()).isEqualTo(Stato.FINANZIATA);
		assertThat(conti(importa("rtd", file)))
			.isEqualTo("CONCLUSA lette 2 nuove 1 aggiornate 1 invariate 0 scartate 0 escluse 0");
		assertThat(una(prima).stato()).isEqualTo(Stato.LIQUIDATA);
	}

	// What is refused

	/** (j) Header only, and other files that cannot be right. */
	@Test
	void fileRifiutatiPerIntero() {
		FilePubblicato dieci = new FilePubblicato();
		for (int i = 0; i < 10; i++) {
			dieci.riga(ipa(this.app.nuovoComune(4000)), cup(), "misura", "1.9.1 Prova", "avviso", "1.9.1 Prova - 2022");
		}
		String intero = dieci.csv();
		assertThat(importa("admin", intero).get("nuove").asInt()).isEqualTo(10);
		List<Map<String, Object>> prima = tutto();
		String sette = String.join("\n", List.of(intero.split("\n")).subList(0, 8)) + "\n";
		rifiutato(sette, "7 candidature della misura 1.9.1, finora se ne conoscevano 10");
		rifiutato(new FilePubblicato().intestazione(), "solo l'intestazione");
		rifiutato(intero.replace("codice_cup", "cup"), "Mancano le colonne «codice_cup»");
		rifiutato("<!DOCTYPE html><title>502</title>", "pagina HTML");
		rifiutato("PK\u0003\u0004", "archivio compresso");
		assertThat(tutto()).as("nulla è cambiato").isEqualTo(prima);
		String otto = String.join("\n", List.of(intero.split("\n")).subList(0, 9)) + "\n";
		assertThat(importa("admin", otto).get("stato").asText()).as("un quinto può mancare").isEqualTo("CONCLUSA");
	}

	private void rifiutato(String file, String motivo) {
		JsonNode esito = importa("admin", file);
		assertThat(esito.get("stato").asText()).isEqualTo("RIFIUTATA");
		assertThat(esito.get("errori").get(0).get("motivo").asText()).contains(motivo);
	}

	@Test
	void righeScartateEContate() {
		Ente comune = this.app.nuovoComune(4000);
		String cup = cup();
		JsonNode esito = importa("rtd",
				new FilePubblicato().riga(ipa(comune), cup)
					.riga(ipa(comune), "", "ente", "=SOMMA(A1)")
					.riga(ipa(comune), cup(), "data_invio_candidatura", "None")
					.riga(ipa(comune), cup)
					.csv());
		assertThat(conti(esito)).isEqualTo("CONCLUSA lette 4 nuove 1 aggiornate 0 invariate 0 scartate 3 escluse 0");
		assertThat(esito.get("errori").findValuesAsText("campo")).containsExactly("codice_cup",
				"data_invio_candidatura", "codice_cup");
		assertThat(esito.get("errori").findValuesAsText("riga")).containsExactly("3", "4", "5");
		assertThat(esito.get("errori").get(2).get("motivo").asText()).contains("stessa candidatura della riga 2");
		String id = esito.get("id").asText();
		assertThat(Sessione.di(this.app, "rtd").get("/importazioni/" + id + "/scartate.csv").body())
			.contains("data_invio_candidatura;None;");
		assertThat(Sessione.di(this.app, "rtd").get("/importazioni/" + id).body()).contains("Righe scartate",
				"Importazione conclusa");
	}

	@Test
	void unCupCancellatoESegnalato() {
		Ente comune = this.app.nuovoComune(4000);
		String cup = cup();
		JsonNode esito = importa("rtd",
				new FilePubblicato().riga(ipa(comune), "CANCELLATO_" + cup)
					.riga("c_altrove", "CANCELLATO_" + cup())
					.csv());
		assertThat(conti(esito)).isEqualTo("CONCLUSA lette 2 nuove 1 aggiornate 0 invariate 0 scartate 0 escluse 1");
		assertThat(esito.get("errori")).isEmpty();
		assertThat(esito.get("segnalate").findValuesAsText("valore")).containsExactly("CANCELLATO_" + cup);
		assertThat(una(cup).ente()).isEqualTo(comune.id());
		assertThat(Sessione.di(this.app, "rtd").get("/importazioni/" + esito.get("id").asText()).body())
			.contains("Righe importate, da verificare", "CANCELLATO_" + cup)
			.doesNotContain("Righe scartate");
	}

	@Test
	void unaPerVolta() {
		Ente comune = this.app.nuovoComune(4000);
		String file = new FilePubblicato().riga(ipa(comune), cup()).csv();
		HttpResponse<String> prima = manda("rtd", file, Map.of());
		assertThat(prima.statusCode()).isEqualTo(202);
		HttpResponse<String> seconda = manda("rtd", file, Map.of());
		assertThat(seconda.statusCode()).isEqualTo(409);
		assertThat(seconda.body()).contains("È già in corso l'importazione di «candidature.csv», avviata da rtd");
		assertThat(conti(leggi("rtd", prima))).contains("nuove 1");
	}

	/** What was done before an interruption is not done again. */
	@Test
	void riprendeDaDoveEra() {
		FilePubblicato file = new FilePubblicato();
		for (int i = 0; i < 230; i++) {
			file.riga("r" + progressivo, cup(), "avviso", "1.4.1 Esperienza del Cittadino - Scuole - Giugno 2022",
					"tipologia_ente", "Scuole");
		}
		HttpResponse<String> risposta = manda("admin", file.csv(), Map.of());
		lavoro();
		lavoro();
		JsonNode aMeta = stato("admin", risposta);
		assertThat(aMeta.get("stato").asText()).isEqualTo("IN_CORSO");
		assertThat(aMeta.get("nuove").asInt()).isEqualTo(100);
		// a job that is tried again finds what is left
		this.app.bean(ManagementService.class).setJobRetries(job().getId(), 1);
		assertThat(conti(leggi("admin", risposta)))
			.isEqualTo("CONCLUSA lette 230 nuove 230 aggiornate 0 invariate 0 scartate 0 escluse 0");
	}

	@Test
	void chiPuoImportare() {
		byte[] file = new FilePubblicato().riga("c_a001", cup()).csv().getBytes(StandardCharsets.UTF_8);
		for (String altri : List.of("operatore", "referente", "responsabile")) {
			assertThat(Sessione.basic(this.app, altri, altri)
				.carica("/api/v1/importazioni", Map.of("_csrf", ""), Map.of("a.csv", file))
				.statusCode()).as(altri).isEqualTo(403);
			assertThat(Sessione.di(this.app, altri).get("/importazioni").statusCode()).as(altri).isEqualTo(403);
		}
		assertThat(Sessione.anonima(this.app)
			.carica("/api/v1/importazioni", Map.of("_csrf", ""), Map.of("a.csv", file))
			.statusCode()).isEqualTo(401);
		String id = importa("admin", new FilePubblicato().riga("c_q" + progressivo, cup()).csv()).get("id").asText();
		assertThat(Sessione.basic(this.app, "rtd", "rtd").get("/api/v1/importazioni/" + id).statusCode())
			.as("quella dell'amministratore non è sua")
			.isEqualTo(404);
		assertThat(Sessione.basic(this.app, "admin", "admin").get("/api/v1/importazioni/x").statusCode())
			.isEqualTo(404);
		assertThat(manda("admin", "", Map.of("allaData", "ieri")).statusCode()).isEqualTo(422);
		assertThat(manda("admin", "", Map.of("enti", "c d,è")).statusCode()).isEqualTo(422);
	}

	@Test
	void soloAlcuniEnti() {
		Ente uno = this.app.nuovoComune(4000);
		Ente due = this.app.nuovoComune(4000);
		String file = new FilePubblicato().riga(ipa(uno), cup()).riga(ipa(due), cup()).csv();
		JsonNode esito = leggi("rtd", manda("rtd", file, Map.of("enti", ipa(due).toUpperCase(java.util.Locale.ROOT))));
		assertThat(conti(esito)).isEqualTo("CONCLUSA lette 2 nuove 1 aggiornate 0 invariate 0 scartate 0 escluse 1");
		assertThat(quante(uno.id())).isZero();
		assertThat(quante(due.id())).isEqualTo(1);
	}

	// Tools

	private String inVerificaFormale() {
		this.app.torna("2022-05-20T12:00");
		Ente comune = this.app.nuovoComune(3000);
		Vita v = new Vita(this.app, comune, Applicazione.APRILE).fino("registraAsseverazione");
		this.app.torna("2022-11-15T11:00");
		this.app.compila(comune.id(), v.codice(), "registraAsseverazione",
				Map.of("esito", "positivo", "dataEsito", "2022-11-14", "protocollo", "3"));
		this.app.caricaDossier(v.codice());
		this.app.compila(comune.id(), v.codice(), "richiediErogazione",
				Map.of("dataRichiesta", "2022-11-15", "allegato5Firmato", true, "creFirmato", true,
						"fuoriTesoreriaUnica", true, "credenzialiConsegnate", true));
		this.app.torna("2022-12-01T09:00");
		return v.codice();
	}

	private String pubblicata(String codice, Ente comune, String stato, String dal) {
		Candidatura c = this.app.candidatura(codice);
		return new FilePubblicato()
			.riga(ipa(comune), c.cup().orElseThrow().codice(), "stato_candidatura", stato, "data_stato_candidatura",
					dal, "importo_finanziamento", c.importo().orElseThrow().toPlainString())
			.csv();
	}

	private String istanza(String codice) {
		return this.app.bean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(codice)
			.rootProcessInstances()
			.singleResult()
			.getId();
	}

	private List<Map<String, Object>> tutto() {
		return this.app.bean(JdbcClient.class)
			.sql("SELECT codice, ente, avviso, stato, fase, cup, importo_decretato, erogata, conclusa, seguita, versione "
					+ "FROM candidatura ORDER BY codice")
			.query()
			.listOfRows();
	}

	private int quante(String ente) {
		return this.app.bean(JdbcClient.class)
			.sql("SELECT COUNT(*) FROM candidatura WHERE ente = :ente")
			.param("ente", ente)
			.query(Integer.class)
			.single();
	}

	private Candidatura una(String cup) {
		return this.app.candidatura(this.app.bean(JdbcClient.class)
			.sql("SELECT codice FROM candidatura WHERE cup = :cup")
			.param("cup", cup)
			.query(String.class)
			.single());
	}

	private static String cup() {
		progressivo++;
		return "B91F22%09d".formatted(progressivo);
	}

	private static String ipa(Ente ente) {
		return ente.codiceIpa();
	}

	private static String conti(JsonNode esito) {
		StringBuilder conti = new StringBuilder(esito.get("stato").asText());
		for (String nome : List.of("lette", "nuove", "aggiornate", "invariate", "scartate", "escluse")) {
			conti.append(' ').append(nome).append(' ').append(esito.get(nome).asInt());
		}
		return conti.toString();
	}

	private JsonNode importa(String utente, String file) {
		HttpResponse<String> risposta = manda(utente, file, Map.of());
		assertThat(risposta.statusCode()).as(risposta.body()).isEqualTo(202);
		return leggi(utente, risposta);
	}

	private HttpResponse<String> manda(String utente, String file, Map<String, String> campi) {
		Map<String, String> tutti = new java.util.HashMap<>(campi);
		tutti.put("_csrf", "");
		return Sessione.basic(this.app, utente, utente)
			.carica("/api/v1/importazioni", tutti, Map.of("candidature.csv", file.getBytes(StandardCharsets.UTF_8)));
	}

	/** Lets the engine work until the import has ended. */
	private JsonNode leggi(String utente, HttpResponse<String> risposta) {
		assertThat(risposta.statusCode()).as(risposta.body()).isEqualTo(202);
		for (JsonNode s = stato(utente, risposta);; s = stato(utente, risposta)) {
			if (!s.get("stato").asText().equals("IN_CORSO")) {
				return s;
			}
			lavoro();
		}
	}

	private JsonNode stato(String utente, HttpResponse<String> risposta) {
		try {
			return JSON.readTree(Sessione.basic(this.app, utente, utente)
				.get(risposta.headers().firstValue("Location").orElseThrow())
				.body());
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void lavoro() {
		this.app.bean(ManagementService.class).executeJob(job().getId());
	}

	private Job job() {
		return this.app.bean(ManagementService.class)
			.createJobQuery()
			.processDefinitionKey("importa-dati-pubblicati")
			.singleResult();
	}

}
