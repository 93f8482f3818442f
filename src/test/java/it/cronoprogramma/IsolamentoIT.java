package it.cronoprogramma;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.DocumentoRepository;
import it.cronoprogramma.candidatura.TipoDocumento;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.notifica.Anteprima;
import it.cronoprogramma.opendata.Importazioni;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.FileDiProva;
import it.cronoprogramma.prova.FilePubblicato;
import it.cronoprogramma.prova.PecDiProva;
import it.cronoprogramma.prova.Rotta;
import it.cronoprogramma.prova.Sessione;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one ente has another does not see, and cannot touch. Whoever has nothing to do
 * with an ente asks for everything there is to ask for, over every route, before that
 * ente has anything and afterwards: the answers are the same. Asked for the ente's own
 * ids the answers are those for ids that nobody has. And whatever is sent to them, no row
 * of the database is another afterwards.
 */
class IsolamentoIT {

	private static final String REST = "/camunda/api/engine/engine/default";

	/** In everything that the other ente has. */
	private static final String SEGRETO = "Segretissimo";

	private static final List<String> CHI = List.of("vicino", "lettore", "rtd2", "responsabile2");

	/** Belongs to nobody's ente: models, tables, rights, groups. */
	private static final Pattern COMUNE = Pattern.compile(
			".*/(process-definition|decision-definition|decision-requirements-definition|case-[a-z]+(-[a-z]+)?|deployment"
					+ "|filter|group|batch|authorization|job-definition|metrics|avvisi|external-task(-log)?|gestioni"
					+ "|andamento|tabelle|password|calendario|static|login)/.*\\{.*");

	private static final Pattern SEGNAPOSTO = Pattern.compile("([a-zA-Z-]+)/\\{([^}]+)}");

	private static final Pattern UUID_ = Pattern
		.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	/** Another with every answer: tokens of the page. */
	private static final Pattern GETTONI = Pattern
		.compile("name=\"_csrf\" value=\"[^\"]+\"|\"timestamp\":\"[^\"]+\"|nonce[-=\"][^\" ]+");

	/** The engine logs a stack trace for whatever it refuses: thousands, here. */
	private static final String MUTO = "logging.level.org.camunda=OFF";

	private static final ObjectMapper JSON = new ObjectMapper();

	private static Applicazione app;

	private static Set<Rotta> rotte;

	/** By segment of a path: what the other ente has there. */
	private static final Map<String, Set<String>> ALTRUI = new TreeMap<>();

	private static final Map<String, Map<String, String>> PRIMA = new TreeMap<>();

	private static Ente segreto;

	private static String candidatura;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-05-26", MUTO, "cronoprogramma.posta.giro=08:30");
		rotte = Rotta.tutte(app);
		Ente vicino = app.nuovoComune("Comune Vicino", 4000);
		Ente lontano = new Ente("Z0001", "Comune Lontano", "c_z001", "990999", 4000, "gestione2");
		app.bean(EnteRepository.class).inserisciGestione("gestione2", "Gestione lontana", "rtd2@gestione.example");
		app.bean(EnteRepository.class).inserisci(lontano, "X000", "CR", "Lombardia", "prova");
		Registro registro = app.bean(Registro.class);
		registro.ente(lontano);
		registro.gestione("gestione2", "Gestione lontana", List.of(lontano));
		utente("vicino", Ruolo.OPERATORE);
		registro.diEnte("vicino", vicino.id());
		utente("lettore", Ruolo.REFERENTE);
		registro.diEnte("lettore", vicino.id());
		utente("rtd2", Ruolo.RTD);
		registro.diGestione("rtd2", "gestione2");
		utente("responsabile2", Ruolo.RESPONSABILE);
		registro.diGestione("responsabile2", "gestione2");
		app.finanziata(vicino, "2022-06-20");
		app.torna("2022-06-21T10:00");
		app.nuovaCandidatura("rtd2", lontano, Applicazione.APRILE);
		app.torna("2022-07-01T10:00");
		for (String chi : CHI) {
			PRIMA.put(chi, tutto(chi));
		}
		segreto();
		app.torna("2022-07-01T10:00");
	}

	private static void utente(String id, Ruolo ruolo) {
		app.bean(Registro.class).utente(id, id, id, id + "@altrove.example", id, ruolo);
	}

	/** An ente that has everything one can have. */
	private static void segreto() {
		segreto = app.nuovoComune("Comune di " + SEGRETO, 9000);
		candidatura = app.finanziata(segreto, "2022-06-20");
		app.torna("2022-07-01T10:00");
		// its avviso closes in three weeks: mails are foreseen
		app.nuovaCandidatura(segreto.id(), segreto, "1.2-comuni-2022-04");
		app.bean(JdbcClient.class)
			.sql("""
					INSERT INTO messaggio (id, tipo, indirizzo, giorno, chiave, gestione, stato, creato, oggetto)
					VALUES (?, 'GIORNALIERO', ?, DATE '2022-07-01', ?, 'gestione1', 'DA_INVIARE', CURRENT_TIMESTAMP, ?)""")
			.params(UUID.randomUUID().toString(), SEGRETO + "@example.org", SEGRETO, SEGRETO)
			.update();
		DocumentoRepository documenti = app.bean(DocumentoRepository.class);
		documenti.carica(candidatura, TipoDocumento.CRE, null, FileDiProva.pdf(SEGRETO + ".pdf", SEGRETO),
				new Autore(segreto.id(), app.adesso()));
		app.avviaProcesso("rtd", "registra-differimento",
				Map.of("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "pec", "giorni", 5, "atto",
						"PEC " + SEGRETO, "dataAtto", "2022-06-30", "ambito", "una", "candidatura", candidatura));
		ManagementService lavori = app.bean(ManagementService.class);
		lavori.setJobRetries(lavori.createJobQuery().timers().tenantIdIn(segreto.id()).list().get(0).getId(), 0);
		Sessione suo = Sessione.di(app, segreto.id());
		String attivita = app.attivita(candidatura, "registraContratto").getId();
		assertThat(suo.json("POST", REST + "/task/" + attivita + "/comment/create", "{\"message\":\"" + SEGRETO + "\"}")
			.statusCode()).isEqualTo(200);
		assertThat(suo.json("POST", REST + "/task/" + attivita + "/claim", "{\"userId\":\"" + segreto.id() + "\"}")
			.statusCode()).isEqualTo(204);
		assertThat(suo
			.manda("POST", "/calendari", "application/x-www-form-urlencoded",
					"quale=ente:" + segreto.id() + "&_csrf=" + URLEncoder.encode(suo.token(), StandardCharsets.UTF_8))
			.statusCode()).isEqualTo(302);
		FilePubblicato file = new FilePubblicato();
		file.riga(segreto.codiceIpa(), "C31F22000000999", "avviso", "1.4.3 - app IO - Comuni - Aprile 2022", "misura",
				"1.4.3 Adozione app IO");
		app.bean(Importazioni.class)
			.avvia(SEGRETO + ".csv", new ByteArrayInputStream(file.csv().getBytes(StandardCharsets.UTF_8)), null,
					List.of(segreto.codiceIpa()), "gestione1", new Autore("rtd", app.adesso()));
		app.importazioneInCorso();
		assertThat(suo
			.carica("/pec", Map.of("candidatura", candidatura), Map.of("x.eml", PecDiProva.di("decreto.eml", SEGRETO,
					"B91F&nbsp;2200 0690 006", SEGRETO, "Notifica decreto", SEGRETO)))
			.statusCode()).isEqualTo(302);
		Sessione rtd = Sessione.di(app, "rtd");
		assertThat(rtd
			.carica("/anagrafe/caricamenti", Map.of("tipo", "enti", "_csrf", rtd.token()),
					Map.of(SEGRETO + ".csv", "codice_ipa;nome\nx;y\n".getBytes(StandardCharsets.UTF_8)))
			.statusCode()).isIn(302, 422);
		annota();
	}

	/** What the ente has now, by where its id stands in a path. */
	private static void annota() {
		String e = segreto.id();
		List<String> codici = List.of(candidatura);
		altrui("candidature", codici);
		altrui("enti", List.of(e));
		altrui("tenant", List.of(e));
		altrui("utenti", List.of(e));
		altrui("user", List.of(e));
		altrui("differimenti",
				List.of("" + app.bean(DifferimentoRepository.class).elenco(List.of("gestione1"), 1).get(0).numero()));
		altrui("referenti", sql("SELECT id FROM referente WHERE ente = ?", e));
		altrui("documenti", sql("SELECT id FROM documento WHERE candidatura = ?", candidatura));
		altrui("importazioni", sql("SELECT id FROM importazione WHERE file LIKE ?", SEGRETO + "%"));
		altrui("calendari", sql("SELECT id FROM calendario WHERE oggetto = ?", e));
		altrui("caricamenti", sql("SELECT id FROM caricamento WHERE file LIKE ?", SEGRETO + "%"));
		altrui("pec", sql("SELECT CAST(numero AS VARCHAR(20)) FROM notifica_ricevuta WHERE visibile_a = ?", e));
		List<String> previste = app.bean(Anteprima.class)
			.previste(30, e::equals)
			.stream()
			.map(Anteprima.Prevista::id)
			.toList();
		assertThat(previste).isNotEmpty();
		altrui("previste", previste);
		altrui("ultime", sql("SELECT id FROM messaggio WHERE chiave = ?", SEGRETO));
		altrui("silenzi", codici);
		altrui("sostituzioni", List.of("1"));
		altrui("messageSubscriptions", List.of("fineDecisa"));
		for (Map.Entry<String, String> tabella : Map
			.of("task", "ACT_RU_TASK", "process-instance", "ACT_RU_EXECUTION", "execution", "ACT_RU_EXECUTION", "job",
					"ACT_RU_JOB", "incident", "ACT_RU_INCIDENT", "variable-instance", "ACT_RU_VARIABLE",
					"event-subscription", "ACT_RU_EVENT_SUBSCR")
			.entrySet()) {
			altrui(tabella.getKey(), sql("SELECT id_ FROM " + tabella.getValue() + " WHERE tenant_id_ = ?", e));
		}
		for (Map.Entry<String, String> tabella : Map
			.of("activity-instance", "ACT_HI_ACTINST", "variable-instance", "ACT_HI_VARINST", "detail", "ACT_HI_DETAIL",
					"job-log", "ACT_HI_JOB_LOG", "user-operation", "ACT_HI_OP_LOG", "decision-instance",
					"ACT_HI_DECINST", "process-instance", "ACT_HI_PROCINST")
			.entrySet()) {
			altrui(tabella.getKey(), sql("SELECT id_ FROM " + tabella.getValue() + " WHERE tenant_id_ = ?", e));
		}
		altrui("comment", sql("SELECT id_ FROM ACT_HI_COMMENT WHERE user_id_ = ?", e));
		altrui("attachment", List.of("x1"));
		altrui("variables", List.of("ente", "importo"));
		altrui("localVariables", List.of("ente"));
		altrui("resources", List.of("x1"));
		altrui("group-members", List.of("operatori"));
		altrui("user-members", List.of("vicino"));
		altrui("members", List.of("vicino"));
	}

	private static void altrui(String segmento, Collection<String> ids) {
		ALTRUI.computeIfAbsent(segmento, (s) -> new TreeSet<>()).addAll(ids);
	}

	private static List<String> sql(String domanda, String valore) {
		return app.bean(JdbcClient.class).sql(domanda).param(valore).query(String.class).list();
	}

	@AfterAll
	static void ferma() {
		app.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "vicino", "lettore", "rtd2", "responsabile2" })
	void cioCheUnEnteHaNonCambiaCioCheUnAltroVede(String chi) {
		Map<String, String> prima = PRIMA.get(chi);
		Map<String, String> dopo = tutto(chi);
		assertThat(dopo).hasSizeGreaterThan(80);
		List<String> diverse = new ArrayList<>();
		dopo.forEach((rotta, risposta) -> {
			if (!risposta.equals(prima.get(rotta))) {
				diverse.add(rotta + "\n  prima: " + breve(prima.get(rotta)) + "\n  dopo:  " + breve(risposta));
			}
			if (risposta.contains(SEGRETO)) {
				diverse.add(rotta + " dice " + SEGRETO);
			}
		});
		assertThat(diverse).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "vicino", "lettore", "rtd2", "responsabile2" })
	void gliIdDiUnAltroNonEsistono(String chi) {
		Porte porte = new Porte(chi);
		List<String> diverse = new ArrayList<>();
		int chieste = 0;
		for (Rotta r : rotte) {
			if ((legge(r) || interroga(r)) && r.percorso().contains("{") && !COMUNE.matcher(r.percorso()).matches()) {
				for (Map.Entry<String, String> coppia : sostituiti(r.percorso()).entrySet()) {
					String altrui = risposta(porte.chiedi(r.metodo(), coppia.getKey()));
					String diNessuno = risposta(porte.chiedi(r.metodo(), coppia.getValue()));
					chieste++;
					if (!senzaId(altrui).equals(senzaId(diNessuno)) || altrui.contains(SEGRETO)) {
						diverse.add(r.metodo() + " " + coppia.getKey() + "\n  di un altro: " + breve(altrui)
								+ "\n  di nessuno:  " + breve(diNessuno));
					}
				}
			}
		}
		for (Rotta r : rotte) {
			if (legge(r) && r.percorso().startsWith(REST + "/") && !r.percorso().contains("{")) {
				for (Map.Entry<String, String> filtro : filtri().entrySet()) {
					String altrui = risposta(porte.chiedi("GET", r.percorso() + filtro.getKey()));
					String diNessuno = risposta(porte.chiedi("GET", r.percorso() + filtro.getValue()));
					chieste++;
					if (!senzaId(altrui).equals(senzaId(diNessuno)) || altrui.contains(SEGRETO)) {
						diverse.add(r.percorso() + filtro.getKey() + "\n  di un altro: " + breve(altrui)
								+ "\n  di nessuno:  " + breve(diNessuno));
					}
				}
			}
		}
		assertThat(chieste).isGreaterThan(350);
		assertThat(diverse).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "vicino", "lettore", "rtd2", "responsabile2" })
	void nienteDiCioCheUnAltroHaSiTocca(String chi) {
		Porte porte = new Porte(chi);
		Map<String, List<String>> prima = righe();
		int mandate = 0;
		List<String> riuscite = new ArrayList<>();
		for (Rotta r : rotte) {
			if (!legge(r) && !interroga(r) && r.percorso().contains("{") && !COMUNE.matcher(r.percorso()).matches()
					&& !r.percorso().contains("/auth/")) {
				for (String percorso : sostituiti(r.percorso()).keySet()) {
					HttpResponse<String> risposta = porte.chiedi(r.metodo(), percorso);
					mandate++;
					if (risposta.statusCode() < 400 && !r.metodo().equals("OPTIONS")) {
						riuscite.add(r.metodo() + " " + percorso + " " + risposta.statusCode());
					}
				}
			}
		}
		assertThat(mandate).isGreaterThan(120);
		assertThat(riuscite).isEmpty();
		Map<String, List<String>> dopo = righe();
		prima.forEach((tabella, righe) -> assertThat(dopo.get(tabella)).as(tabella).isEqualTo(righe));
	}

	/** Filters that name what is the other's, and the same with what nobody has. */
	private static Map<String, String> filtri() {
		return Map.of("?tenantIdIn=" + segreto.id(), "?tenantIdIn=E99999",
				"?processInstanceId=" + alcuni("process-instance").get(0), "?processInstanceId=" + UUID.randomUUID(),
				"?processInstanceBusinessKey=" + candidatura, "?processInstanceBusinessKey=C999999");
	}

	private static boolean legge(Rotta r) {
		return r.metodo().equals("GET");
	}

	/** A query that is too long for an address. */
	private static boolean interroga(Rotta r) {
		return r.metodo().equals("POST") && r.percorso().startsWith("/camunda/api/")
				&& rotte.contains(new Rotta("GET", r.percorso()));
	}

	/** All that can be asked for without an id, and by filters that name the other. */
	private static Map<String, String> tutto(String chi) {
		Porte porte = new Porte(chi);
		Map<String, String> risposte = new LinkedHashMap<>();
		for (Rotta r : rotte) {
			// a workbook says when it was packed: what is in it is in the CSV
			if ((legge(r) || interroga(r)) && !r.percorso().contains("{") && !r.percorso().contains("*")
					&& !r.percorso().endsWith(".xlsx")) {
				risposte.put(r.toString(), risposta(porte.chiedi(r.metodo(), r.percorso())));
			}
		}
		risposte.put("statistiche", risposta(porte.chiedi("GET",
				REST + "/process-definition/statistics?incidents=true&failedJobs=true&rootIncidents=true")));
		for (String processo : List.of("avviso-1-4-1", "fase-contrattualizzazione")) {
			risposte.put("statistiche " + processo,
					risposta(porte.chiedi("GET", REST + "/process-definition/key/" + processo + "/statistics")));
		}
		return risposte;
	}

	/** What is a list is compared as a set: nobody has promised an order. */
	private static String risposta(HttpResponse<String> risposta) {
		String corpo = risposta.body();
		if (corpo.startsWith("[")) {
			try {
				List<String> elementi = new ArrayList<>();
				JSON.readTree(corpo).forEach((e) -> elementi.add(e.toString()));
				corpo = elementi.stream().sorted().toList().toString();
			}
			catch (JsonProcessingException ex) {
				throw new AssertionError(corpo, ex);
			}
		}
		return risposta.statusCode() + " " + GETTONI.matcher(corpo).replaceAll("…");
	}

	private static String breve(String testo) {
		return (testo == null || testo.length() < 600) ? testo : testo.substring(0, 600) + "…";
	}

	private static String senzaId(String testo) {
		String senza = UUID_.matcher(testo).replaceAll("ID").replaceAll("(n\\. |differimenti/)\\d+", "$1ID");
		for (Set<String> ids : ALTRUI.values()) {
			for (String id : ids) {
				if (id.length() > 1 && senza.contains(id)) {
					senza = senza.replace(id, "ID");
				}
			}
		}
		return senza.replaceAll("C999999|E99999|999999|nessuno99", "ID");
	}

	/** The path with ids of the other ente, and the same with ids that nobody has. */
	private static Map<String, String> sostituiti(String percorso) {
		Map<String, String> percorsi = new LinkedHashMap<>();
		Matcher m = SEGNAPOSTO.matcher(percorso);
		List<String> segmenti = new ArrayList<>();
		while (m.find()) {
			segmenti.add(m.group(1));
		}
		assertThat(ALTRUI.keySet()).as("si sa che cosa mettere in " + percorso).containsAll(segmenti);
		for (String primo : alcuni(segmenti.get(0))) {
			String altrui = percorso;
			String diNessuno = percorso;
			for (int i = 0; i < segmenti.size(); i++) {
				String suo = (i == 0) ? primo : alcuni(segmenti.get(i)).get(0);
				altrui = altrui.replaceFirst("\\{[^}]+}", suo);
				diNessuno = diNessuno.replaceFirst("\\{[^}]+}", (i == 0) ? nessuno(segmenti.get(i), suo) : suo);
			}
			percorsi.put(altrui, diNessuno);
		}
		return percorsi;
	}

	/** Three of each kind are enough: rows of a table are all guarded alike. */
	private static List<String> alcuni(String segmento) {
		return ALTRUI.get(segmento).stream().limit(3).collect(Collectors.toList());
	}

	private static String nessuno(String segmento, String suo) {
		return switch (segmento) {
			case "candidature" -> "C999999";
			case "enti", "tenant" -> "E99999";
			case "utenti", "user" -> "nessuno99";
			case "referenti" -> "RE99999";
			default -> UUID_.matcher(suo).matches() ? UUID.randomUUID().toString() : "999999";
		};
	}

	/** Every row of every table but those that count logins and work. */
	private static Map<String, List<String>> righe() {
		JdbcClient sql = app.bean(JdbcClient.class);
		Map<String, List<String>> righe = new TreeMap<>();
		for (String tabella : sql.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'")
			.query(String.class)
			.list()) {
			if (!tabella.matches("(?i)act_ru_.*meter.*|act_id_user")) {
				righe.put(tabella, sql.sql("SELECT * FROM \"" + tabella + "\"").query((rs, i) -> {
					ResultSetMetaData colonne = rs.getMetaData();
					StringBuilder riga = new StringBuilder();
					for (int c = 1; c <= colonne.getColumnCount(); c++) {
						riga.append(colonne.getColumnTypeName(c).contains("LARGE") ? "…" : rs.getString(c)).append('|');
					}
					return riga.toString();
				}).list().stream().sorted().toList());
			}
		}
		return righe;
	}

	/** Somebody with a session for the pages and a name and password for the API. */
	private static final class Porte {

		private final Sessione pagine;

		private final Sessione api;

		private Porte(String chi) {
			this.pagine = Sessione.di(app, chi);
			this.api = Sessione.basic(app, chi, chi);
		}

		private HttpResponse<String> chiedi(String metodo, String percorso) {
			return (percorso.startsWith("/api/") || percorso.startsWith("/v3/") ? this.api : this.pagine).chiedi(metodo,
					percorso);
		}

	}

}
