package it.cronoprogramma;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.CREMA;
import static it.cronoprogramma.prova.Applicazione.PANDINO;
import static it.cronoprogramma.prova.Applicazione.SETTEMBRE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole life of two real candidature, from domanda to erogazione, with the figures of
 * the published data: what the process computes is what was published.
 */
class StoriaDiUnaCandidaturaIT {

	private static Applicazione app;

	@Test
	void dallaDomandaAllErogazione() throws IOException {
		racconta();
	}

	/** The same story, with the same SQL, on the database of production. */
	@Test
	void dallaDomandaAllErogazioneSuPostgres() throws IOException {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
			racconta("spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
					"spring.datasource.username=postgres", "spring.datasource.password=postgres");
		}
	}

	private static void racconta(String... database) throws IOException {
		app = Applicazione.avvia("2022-05-25", database);
		try {
			crema();
			pandino();
		}
		finally {
			app.close();
		}
	}

	/**
	 * The published row: aprile 2022, 280.932 euro, decree 32 of 19/8/2022, CUP
	 * B91F22000690006.
	 */
	private static void crema() throws IOException {
		app.alle("2022-05-25T15:00");
		String c = app.nuovaCandidatura("operatore", CREMA, APRILE);
		assertThat(app.attivita(c, "componiPacchetto").getDueDate())
			.isEqualTo(Applicazione.istante("2022-09-02T23:59:59"));
		app.compila("operatore", c, "componiPacchetto", pacchetto("pagare-lampade-votive", "pagare-imu",
				"concorso-pubblico", "accesso-atti", "permesso-parcheggio-residenti"));
		assertThat(app.candidatura(c).importo()).get().asString().isEqualTo("280932.00");
		app.alle("2022-05-25T17:00");
		app.compila("operatore", c, "inviaDomanda",
				Map.of("decisione", "inviata", "dataInvio", "2022-05-25", "oraInvio", "16:52"));
		assertThat(app.candidatura(c).inviata()).contains(Applicazione.istante("2022-05-25T16:52"));

		app.alle("2022-08-10T15:00");
		app.compila("operatore", c, "registraAmmissibilita", Map.of("esito", "ammessa", "dataNotifica", "2022-08-10",
				"oraNotifica", "11:20", "protocollo", "24518/2022"));
		assertThat(app.scadenza(c, TipoTermine.CUP).governante()).isEqualTo("2022-08-16");
		assertThat(app.scadenza(c, TipoTermine.CUP).date().prudenziale()).isEqualTo("2022-08-15");
		assertThat(app.variabili(c)).containsEntry("termine", "Inserimento del CUP")
			.containsEntry("scadenza", "2022-08-16");
		app.alle("2022-08-15T10:00");
		app.compila("operatore", c, "inserisciCup",
				Map.of("cup", "b91f 2200 0690 006", "dataInserimento", "2022-08-15"));
		assertThat(app.candidatura(c).cup()).get().asString().isEqualTo("B91F22000690006");
		assertThat(app.scadenza(c, TipoTermine.CUP).stato()).isEqualTo(StatoScadenza.ADEMPIUTA);

		app.alle("2022-08-22T09:15");
		app.compila("operatore", c, "registraDecreto", decreto("Decreto n.32 - 1 / 2022 - PNRR", "2022-08-19", 280932));
		assertThat(app.scadenza(c, TipoTermine.CONTRATTUALIZZAZIONE).governante()).isEqualTo("2023-05-19");
		assertThat(app.attivita(c, "registraContratto").getDueDate())
			.isEqualTo(Applicazione.istante("2023-05-19T23:59:59"));

		app.alle("2022-11-03T10:00");
		app.compila("operatore", c, "registraContratto", contratto("altro", "Portali Civici S.r.l.", "2022-11-02"));
		assertThat(app.attivitaAperte(c)).containsExactly("registraContratto");
		app.alle("2023-02-01T10:00");
		app.compila("operatore", c, "registraContratto", contratto("ultimo", "Servizi Digitali S.p.A.", "2023-01-31"));
		assertThat(app.scadenza(c, TipoTermine.COMPLETAMENTO).governante()).isEqualTo("2024-01-31");
		assertThat(app.attivitaAperte(c)).containsExactly("verificaServizio", "verificaServizio", "verificaServizio",
				"verificaServizio", "verificaServizio", "verificaSito");

		app.alle("2023-06-01T10:00");
		app.compila("operatore", c, "verificaSito", verifica(Criterio.Oggetto.SITO, "www", "2023-05-20", "si"));
		for (int i = 0; i < 5; i++) {
			app.compila("operatore", c, "verificaServizio",
					verifica(Criterio.Oggetto.SERVIZIO, "servizi", "2023-05-25", "si"));
		}
		app.compila("operatore", c, "dichiaraCompletamento",
				Map.of("dataCompletamento", "2023-06-01", "checklistCompilata", true));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.IN_VERIFICA);

		app.alle("2023-07-10T10:00");
		app.compila("operatore", c, "registraAsseverazione", Map.of("esito", "parziale", "dataEsito", "2023-07-07",
				"protocollo", "9/2023", "motivi", "Un servizio non si apre"));
		assertThat(app.scadenza(c, TipoTermine.COMPLETAMENTO).governante()).as("nessun nuovo termine")
			.isEqualTo("2024-01-31");
		assertThat(app.scadenza(c, TipoTermine.COMPLETAMENTO).stato()).isEqualTo(StatoScadenza.APERTA);
		completa(c, 5, "2023-07-20");
		app.alle("2023-09-04T10:00");
		app.compila("operatore", c, "registraAsseverazione",
				Map.of("esito", "positivo", "dataEsito", "2023-09-01", "protocollo", "10/2023"));

		app.caricaDossier(c);
		app.compila("operatore", c, "richiediErogazione", erogazione("2023-09-04"));
		app.alle("2024-06-03T10:00");
		app.compila("operatore", c, "registraVerificaFormale", Map.of("esito", "positivo", "dataEsito", "2024-02-01"));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.IN_LIQUIDAZIONE);
		app.compila("operatore", c, "registraErogazione",
				Map.of("dataErogazione", "2024-05-30", "importoErogato", 280932));
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.LIQUIDATA);
		assertThat(app.attivitaAperte(c)).isEmpty();
		assertThat(app.timer()).as("resta il mantenimento, cinque anni dal 31 dicembre").isOne();
		assertThat(app.variabili(c)).containsEntry("ente", "Comune di Crema")
			.containsEntry("importo", 280932.0)
			.containsEntry("cup", "B91F22000690006")
			.containsEntry("stato", "liquidata")
			.containsEntry("termine", "Mantenimento dei servizi")
			.containsEntry("scadenza", "2029-12-31");
		assertThat(promemoria(CREMA)).as("un promemoria per ogni giorno della tabella, mai dopo l'adempimento")
			.isNotEmpty();
	}

	/**
	 * The published row: settembre 2022, 155.234 euro, decree 135 of 3/1/2023, CUP
	 * G51F22003080006.
	 */
	private static void pandino() {
		app.alle("2024-06-04T10:00");
		String c = app.nuovaCandidatura("operatore2", PANDINO, SETTEMBRE);
		app.compila("operatore2", c, "componiPacchetto",
				pacchetto("pagare-imu", "pagare-contravvenzioni", "accesso-atti", "permesso-occupazione-suolo"));
		assertThat(app.candidatura(c).importo()).get().asString().isEqualTo("155234.00");
		app.compila("operatore2", c, "inviaDomanda",
				Map.of("decisione", "inviata", "dataInvio", "2022-09-19", "oraInvio", "16:12"));
		app.compila("operatore2", c, "registraAmmissibilita", Map.of("esito", "ammessa", "dataNotifica", "2022-10-14",
				"oraNotifica", "10:02", "protocollo", "18230/2022"));
		app.compila("operatore2", c, "inserisciCup", Map.of("cup", "G51F22003080006", "dataInserimento", "2022-10-17"));
		app.compila("operatore2", c, "registraDecreto",
				decreto("Decreto n.135 - 1 / 2022 - PNRR", "2023-01-03", 155234));
		assertThat(app.scadenza(c, TipoTermine.CONTRATTUALIZZAZIONE).governante()).isEqualTo("2023-10-03");
		assertThat(app.candidatura(c).cup()).get().asString().isEqualTo("G51F22003080006");
		assertThat(app.candidatura(c).stato()).isEqualTo(Stato.FINANZIATA);
	}

	private static void completa(String c, int servizi, String online) {
		app.compila("operatore", c, "verificaSito", verifica(Criterio.Oggetto.SITO, "www", online, "no"));
		app.compila("operatore", c, "verificaSito", verifica(Criterio.Oggetto.SITO, "www", "2023-05-20", "si"));
		app.alle(LocalDate.parse(online).plusDays(1) + "T10:00");
		for (int i = 0; i < servizi; i++) {
			app.compila("operatore", c, "verificaServizio", verifica(Criterio.Oggetto.SERVIZIO, "nuovo", online, "si"));
		}
		app.compila("operatore", c, "dichiaraCompletamento",
				Map.of("dataCompletamento", app.oggi().toString(), "checklistCompilata", true));
	}

	private static Map<String, Object> pacchetto(String... servizi) {
		return Map.of("sito", "da-avviare", "serviziDaAvviare", List.of(servizi), "serviziAvviati", List.of());
	}

	private static Map<String, Object> decreto(String numero, String data, int importo) {
		return Map.of("numeroDecreto", numero, "dataDecreto", data, "dataNotifica", data, "oraNotifica", "12:40",
				"protocollo", "1/2023", "importoDecretato", importo);
	}

	private static Map<String, Object> contratto(String azione, String fornitore, String data) {
		return Map.of("azione", azione, "fornitore", fornitore, "tipoAtto", "contratto-firmato", "dataContratto", data);
	}

	private static Map<String, Object> erogazione(String data) {
		return Map.of("dataRichiesta", data, "allegato5Firmato", true, "creFirmato", true, "contoTesoreria",
				"TU-123-123456", "credenzialiConsegnate", true);
	}

	private static Map<String, Object> verifica(Criterio.Oggetto oggetto, String nome, String online, String conclusa) {
		Map<String, Object> modulo = app.checklist(oggetto);
		modulo.put("url", "https://" + nome + ".comune.crema.cr.it");
		if (app.oggi().isBefore(LocalDate.parse(online))) {
			modulo.put("conclusa", "no");
			return modulo;
		}
		modulo.put("dataOnline", online);
		modulo.put("conclusa", conclusa);
		return modulo;
	}

	private static List<String> promemoria(Ente ente) throws IOException {
		List<String> mail = new ArrayList<>();
		try (Stream<Path> file = Files.list(app.posta())) {
			for (Path p : file.sorted().toList()) {
				String testo = Files.readString(p, StandardCharsets.UTF_8);
				if (testo.contains("referente@" + ente.id().toLowerCase())) {
					mail.add(testo);
				}
			}
		}
		return mail;
	}

}
