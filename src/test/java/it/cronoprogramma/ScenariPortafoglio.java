package it.cronoprogramma;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.prova.Sessione;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.CREMA;
import static it.cronoprogramma.prova.Applicazione.PANDINO;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sums and lists over candidature that came by whatever way: an import, a process,
 * one of an avviso that is in no table. Crema and Pandino belong to the gestione; Oltre,
 * known from the published data only, to nobody but the administrator.
 */
abstract class ScenariPortafoglio extends ScenariSuDueDatabase {

	private static final String NOTIFICHE = "1.4.5-comuni-2022-09";

	private static final String APP_IO = "1.4.3-app-io-comuni-2022-04";

	private static final String PUBBLICATO = "pub-172";

	private static final ObjectMapper JSON = new ObjectMapper();

	ScenariPortafoglio(boolean suPostgres) {
		super(suPostgres);
	}

	@BeforeAll
	void semina() {
		JdbcClient jdbc = this.app.bean(JdbcClient.class);
		jdbc.sql(
				"""
						INSERT INTO ente (id, nome, tipologia, codice_ipa, chiave_ipa, provincia, cod_provincia, regione,
							da_completare)
						VALUES ('P9001', '=Comune d''Oltre & <b>Mare</b>', 'Comune', 'C_A001', 'c_a001', 'BA', '072', 'Puglia', TRUE)""")
			.update();
		jdbc.sql(
				"""
						INSERT INTO avviso_pubblicato (codice, titolo, misura, visto)
						VALUES (:codice, 'Facilitazione digitale <i>', '1.7.2', TIMESTAMP WITH TIME ZONE '2022-05-01 00:00:00+00')""")
			.param("codice", PUBBLICATO)
			.update();
		inserisci("C900001", CREMA.id(), NOTIFICHE, "LIQUIDATA", "59966.00", "2022-11-01", "2023-06-01", "59966.00",
				null, "20.001–50.000");
		inserisci("C900002", CREMA.id(), APRILE, "FINANZIATA", "280932.00", "2022-08-19", null, null, null,
				"20.001–50.000");
		inserisci("C900003", CREMA.id(), APP_IO, "RINUNCIATA", "1000.50", "2022-09-01", null, null, "2023-01-10",
				"20.001–50.000");
		inserisci("C900004", PANDINO.id(), NOTIFICHE, "LIQUIDATA", "32589.00", "2022-11-01", "2023-09-09", "32000.00",
				null, "5.001–20.000");
		inserisci("C900005", PANDINO.id(), APP_IO, "REVOCATA", "700.00", "2022-09-01", "2023-02-01", "700.00",
				"2024-03-01", "5.001–20.000");
		inserisci("C900006", "P9001", PUBBLICATO, "FINANZIATA", "5000.25", "2022-12-01", null, null, null, null);
		inserisci("C900007", "P9001", NOTIFICHE, "LIQUIDATA", "23147.00", "2022-11-11", "2022-11-21", "23147.00", null,
				null);
		inserisci("C900008", PANDINO.id(), APRILE, "BOZZA", null, null, null, null, null, "5.001–20.000");
		scadenza("C900002", "contrattualizzazione", "2022-05-20", "SCADUTA");
		scadenza("C900002", "limite", "2022-05-31", "APERTA");
		scadenza("C900002", "completamento", "2022-08-19", "APERTA");
		scadenza("C900001", "mantenimento", "2022-08-31", "APERTA");
		scadenza("C900004", "controllo", "2022-08-02", "APERTA");
		scadenza("C900004", "completamento", "2022-07-02", "ADEMPIUTA");
	}

	private void inserisci(String codice, String ente, String avviso, String fase, String importo, String decreto,
			String erogata, String erogato, String conclusa, String fascia) {
		this.app.bean(JdbcClient.class)
			.sql("""
					INSERT INTO candidatura (codice, ente, avviso, stato, fase, creata, popolazione, fascia, importo_decretato,
						importo, decreto_data, cup, erogata, importo_erogato, conclusa, sito_verificato, credenziali_consegnate,
						versione, origine, seguita)
					VALUES (:codice, :ente, :avviso, :fase, :fase, TIMESTAMP WITH TIME ZONE '2022-05-01 00:00:00+00', 1, :fascia,
						:decretato, 9999999.99, CAST(:decreto AS DATE), 'B91F22000690006', CAST(:erogata AS DATE),
						CAST(:erogato AS NUMERIC(14, 2)), CAST(:conclusa AS DATE), FALSE, FALSE, 0, 'PUBBLICATA', FALSE)"""
				.replace(":decretato, 9999999.99",
						// an amount that was decreed goes before the one asked for
						(decreto == null) ? "NULL, NULL" : "CAST('" + importo + "' AS NUMERIC(14, 2)), 9999999.99"))
			.params(valori("codice", codice, "ente", ente, "avviso", avviso, "fase", fase, "fascia", fascia, "decreto",
					decreto, "erogata", erogata, "erogato", erogato, "conclusa", conclusa))
			.update();
	}

	private static Map<String, Object> valori(String... coppie) {
		Map<String, Object> valori = new java.util.HashMap<>();
		for (int i = 0; i < coppie.length; i += 2) {
			valori.put(coppie[i], coppie[i + 1]);
		}
		return valori;
	}

	private void scadenza(String candidatura, String termine, String giorno, String stato) {
		LocalDate g = LocalDate.parse(giorno);
		this.app.bean(JdbcClient.class)
			.sql("""
					INSERT INTO scadenza (id, candidatura, termine, evento, decorrenza, civile, prudenziale, legale, governante,
						spiegazione, stato, aperta, ultimo_evento)
					VALUES (:id, :c, :termine, 'notifica', :g, :g, :g, :g, :g, 'perché sì', :stato,
						TIMESTAMP WITH TIME ZONE '2022-05-01 00:00:00+00', TIMESTAMP WITH TIME ZONE '2022-05-01 00:00:00+00')""")
			.param("id", "S" + candidatura + termine)
			.param("c", candidatura)
			.param("termine", termine)
			.param("g", g)
			.param("stato", stato)
			.update();
	}

	// The sums

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			admin|                          | 5 401634.25 | 3 115113.00 | 1 1000.50
			rtd|                            | 3 373487.00 | 2 91966.00  | 1 1000.50
			operatore|                      | 2 340898.00 | 1 59966.00  | 1 1000.50
			operatore2|                     | 1 32589.00  | 1 32000.00  | 0 0.00
			operatore3|                     | 0 0.00      | 0 0.00      | 0 0.00
			admin|?misura=1.4.5             | 3 115702.00 | 3 115113.00 | 0 0.00
			admin|?misura=1.7.2             | 1 5000.25   | 0 0.00      | 0 0.00
			admin|?avviso=pub-172           | 1 5000.25   | 0 0.00      | 0 0.00
			admin|?regione=puglia           | 2 28147.25  | 1 23147.00  | 0 0.00
			admin|?provincia=CR&misura=1.4.5| 2 92555.00  | 2 91966.00  | 0 0.00
			admin|?ente=c_A001              | 2 28147.25  | 1 23147.00  | 0 0.00
			admin|?ente=E0013               | 2 340898.00 | 1 59966.00  | 1 1000.50
			operatore|?ente=C_D142          | 2 340898.00 | 1 59966.00  | 1 1000.50
			admin|?misura=1.4.1&avviso=pub-172| 0 0.00    | 0 0.00      | 0 0.00
			admin|?allaData=2022-10-31      | 3 282632.50 | 0 0.00      | 0 0.00
			admin|?allaData=2023-02-01      | 6 402334.25 | 2 23847.00  | 1 1000.50
			admin|?allaData=2023-01-09      | 7 403334.75 | 1 23147.00  | 0 0.00
			admin|?allaData=2023-12-31      | 6 402334.25 | 4 115813.00 | 1 1000.50
			admin|?allaData=2024-03-01      | 5 401634.25 | 3 115113.00 | 1 1000.50
			admin|?allaData=                | 5 401634.25 | 3 115113.00 | 1 1000.50
			""")
	void riepilogo(String chi, String domanda, String finanziate, String liquidate, String rinunciate)
			throws IOException {
		HttpResponse<String> r = Sessione.basic(this.app, chi, chi)
			.get("/api/v1/riepilogo" + ((domanda == null) ? "" : domanda));
		assertThat(r.statusCode()).as(r.body()).isEqualTo(200);
		for (var atteso : Map.of("finanziate", finanziate, "liquidate", liquidate, "rinunciate", rinunciate)
			.entrySet()) {
			String[] v = atteso.getValue().split(" ");
			assertThat(r.body())
				.contains("\"%s\":{\"numero\":%s,\"importo\":%s}".formatted(atteso.getKey(), v[0], v[1]));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			misura=9.9        | 404 | La misura «9.9» non esiste.
			avviso=nessuno    | 404 | L'avviso «nessuno» non esiste.
			ente=P9001        | 404 | L'ente «P9001» non esiste.
			ente=c_a001       | 404 | L'ente «c_a001» non esiste.
			ente=' OR 1=1--   | 404 | non esiste
			regione=Puglia    | 404 | La regione «Puglia» non ha enti
			provincia=BA      | 404 | La provincia «BA» non ha enti
			allaData=ieri     | 422 | Parametro «allaData»: «ieri» non è un giorno
			allaData=2023-02-30 | 422 | non è un giorno
			allaData=+999999999-12-31 | 422 | non è un giorno
			ente=%00          | 422 | caratteri che non si leggono
			""")
	void domandeSbagliate(String domanda, int stato, String messaggio) throws IOException {
		HttpResponse<String> r = Sessione.basic(this.app, "rtd", "rtd")
			.get("/api/v1/riepilogo?" + domanda.replace(" ", "%20").replace("+", "%2B"));
		assertThat(r.statusCode()).as(r.body()).isEqualTo(stato);
		assertThat(r.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
		assertThat(JSON.readTree(r.body()).get("detail").asText()).contains(messaggio);
	}

	// The list and one of it, for scripts

	@Test
	void elencoPerGliScript() throws IOException {
		JsonNode tutte = json("admin", "/api/v1/candidature");
		assertThat(tutte.get("totale").asInt()).isEqualTo(8);
		assertThat(tutte.get("pagina").asInt()).isEqualTo(1);
		assertThat(tutte.get("pagine").asInt()).isEqualTo(1);
		assertThat(tutte.get("candidature").findValuesAsText("codice")).containsExactly("C900006", "C900007", "C900001",
				"C900002", "C900003", "C900004", "C900005", "C900008");
		JsonNode prima = tutte.get("candidature").get(0);
		assertThat(prima.get("nomeEnte").asText()).isEqualTo("=Comune d'Oltre & <b>Mare</b>");
		assertThat(prima.get("importo").asText()).isEqualTo("5000.25");
		assertThat(prima.get("stato").asText()).isEqualTo("FINANZIATA");
		assertThat(prima.get("cup").asText()).isEqualTo("B91F22000690006");
		assertThat(json("rtd", "/api/v1/candidature?stato=liquidata").get("candidature").findValuesAsText("codice"))
			.containsExactly("C900001", "C900004");
		assertThat(json("rtd", "/api/v1/candidature?stato=LIQUIDATA&ente=c_d142").get("totale").asInt()).isEqualTo(1);
		assertThat(json("rtd", "/api/v1/candidature?pagina=2").get("candidature")).isEmpty();
		assertThat(json("operatore2", "/api/v1/candidature?avviso=" + NOTIFICHE).get("candidature")
			.findValuesAsText("codice")).containsExactly("C900004");
		Sessione rtd = Sessione.basic(this.app, "rtd", "rtd");
		for (String q : List.of("stato=boh", "pagina=0", "pagina=x", "pagina=99999999999")) {
			assertThat(rtd.get("/api/v1/candidature?" + q).statusCode()).as(q).isEqualTo(422);
		}
		assertThat(rtd.get("/api/v1/candidature?ente=P9001").statusCode()).isEqualTo(404);
	}

	@Test
	void unaPerGliScript() throws IOException {
		JsonNode c = json("operatore", "/api/v1/candidature/C900002");
		assertThat(c.get("scadenze")).hasSize(3);
		JsonNode s = c.get("scadenze").get(0);
		assertThat(s.get("spiegazione").asText()).isEqualTo("perché sì");
		for (String giorno : List.of("civile", "prudenziale", "legale", "portale", "governante", "stato")) {
			assertThat(s.has(giorno)).as(giorno).isTrue();
		}
		for (String parte : List.of("differimenti", "contratti", "storia")) {
			assertThat(c.get(parte).isArray()).as(parte).isTrue();
		}
		assertThat(json("admin", "/api/v1/candidature/C900006").get("seguita").asBoolean()).isFalse();
		for (String codice : List.of("C900002", "C999999", "x'--", "C".repeat(300))) {
			HttpResponse<String> r = Sessione.basic(this.app, "operatore2", "operatore2")
				.get("/api/v1/candidature/" + codice);
			assertThat(r.statusCode()).isEqualTo(404);
			assertThat(r.body()).contains("La candidatura «" + codice + "» non esiste.");
		}
	}

	private JsonNode json(String chi, String percorso) throws IOException {
		HttpResponse<String> r = Sessione.basic(this.app, chi, chi).get(percorso);
		assertThat(r.statusCode()).as(r.body()).isEqualTo(200);
		return JSON.readTree(r.body());
	}

	// The portfolio

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					per=misura  | admin | Misura;Progetti finanziati;Importo (euro);Progetti liquidati;Erogato (euro)/1.4.1;1;280932,00;0;0,00/1.4.5;3;115702,00;3;115113,00/1.7.2;1;5000,25;0;0,00/Totale;5;401634,25;3;115113,00
					per=regione | admin | */Lombardia;3;373487,00;2;91966,00/Puglia;2;28147,25;1;23147,00/Totale;5;401634,25;3;115113,00
					per=provincia | rtd | */CR;3;373487,00;2;91966,00/Totale;3;373487,00;2;91966,00
					per=fascia  | admin | */5.001–20.000;1;32589,00;1;32000,00/20.001–50.000;2;340898,00;1;59966,00/non nota;2;28147,25;1;23147,00/Totale;5;401634,25;3;115113,00
					per=ente    | admin | */'=Comune d'Oltre & <b>Mare</b>;2;28147,25;1;23147,00/Comune di Crema;2;340898,00;1;59966,00/Comune di Pandino;1;32589,00;1;32000,00/Totale;5;401634,25;3;115113,00
					per=ente&misura=1.4.5 | rtd | */Comune di Crema;1;59966,00;1;59966,00/Comune di Pandino;1;32589,00;1;32000,00/Totale;2;92555,00;2;91966,00
					per=regione&allaData=2023-01-09 | operatore | */Lombardia;3;341898,50;0;0,00/Totale;3;341898,50;0;0,00
					per=ente    | operatore3 | */Totale;0;0,00;0;0,00
					""")
	void portafoglio(String domanda, String chi, String attese) {
		HttpResponse<String> r = Sessione.di(this.app, chi).get("/portafoglio.csv?" + domanda);
		assertThat(r.statusCode()).isEqualTo(200);
		List<String> righe = r.body().replace("\ufeff", "").lines().toList();
		String[] a = attese.replace("<b>Mare</b>", "<b>Mare<~b>").split("/");
		assertThat(righe).hasSize(a.length);
		for (int i = 0; i < a.length; i++) {
			if (!a[i].equals("*")) {
				assertThat(righe.get(i)).isEqualTo(a[i].replace("<~b>", "</b>"));
			}
		}
	}

	@Test
	void portafoglioInPagina() {
		String pagina = Sessione.di(this.app, "admin").get("/portafoglio?per=avviso").body();
		assertThat(pagina)
			.contains("Facilitazione digitale &lt;i&gt;", "280.932,00 €", "401.634,25 €", "115.113,00 €",
					"href=\"/candidature?avviso=pub-172\"", "per avviso",
					"Non contati: rinunciati 1, per 1.000,50 €; revocati 1, per 700,00 €.",
					"href=\"/portafoglio.csv?per=avviso\"")
			.doesNotContain("<script", "style=", "<i>");
		assertThat(Sessione.di(this.app, "rtd").get("/portafoglio?per=ente").body()).contains("Comune di Crema")
			.doesNotContain("Oltre", "Puglia", "\"BA\"");
		assertThat(Sessione.di(this.app, "operatore3").get("/portafoglio").body())
			.contains("Nessun progetto finanziato", "Tolga i filtri");
		assertThat(Sessione.di(this.app, "admin").get("/portafoglio?misura=1.4.5&regione=Puglia&per=ente").body())
			.contains("href=\"/enti/P9001\"", "23.147,00 €")
			.doesNotContain("Comune di Crema");
	}

	@ParameterizedTest
	@CsvSource({ "/portafoglio?per=colore, 422", "/portafoglio?misura=9, 404", "/portafoglio?regione=Puglia, 404",
			"/portafoglio?allaData=ieri, 422", "/portafoglio.csv?per=colore, 422", "/andamento?misura=9, 404",
			"/andamento/boh.csv, 404", "/candidature?stato=boh, 422", "/candidature?avviso=boh, 404",
			"/enti/P9001, 404", "/enti/P9001/scheda.pdf, 404", "/enti/x'--, 404", "/enti/X999, 404" })
	void pagineRifiutate(String percorso, int stato) {
		HttpResponse<String> r = Sessione.di(this.app, "rtd").get(percorso);
		assertThat(r.statusCode()).as(r.body()).isEqualTo(stato);
		assertThat(r.body()).contains("<h1", "Ricominci da ").doesNotContain("Exception");
	}

	@Test
	void unFoglioDiCalcolo() throws IOException {
		Sessione admin = Sessione.di(this.app, "admin");
		String foglio = foglio(admin.scarica("/portafoglio.xlsx?per=ente"));
		assertThat(foglio).contains("=Comune d", "Oltre &amp; &lt;b&gt;Mare&lt;/b&gt;", "401634.25", "Totale")
			// a text is a text, whatever it begins with
			.doesNotContain("<f>");
		foglio = foglio(admin.scarica("/candidature.xlsx?stato=finanziata"));
		assertThat(foglio).contains("C900002", "C900006", "280932", "CUP").doesNotContain("C900001", "<f>");
		assertThat(foglio(admin.scarica("/andamento/tempi.xlsx"))).contains("Mediana");
	}

	private static String foglio(HttpResponse<byte[]> r) throws IOException {
		assertThat(r.statusCode()).isEqualTo(200);
		assertThat(r.headers().firstValue("Content-Type")).get().asString().contains("spreadsheetml");
		Path file = Files.createTempFile("foglio", ".xlsx");
		StringBuilder testo = new StringBuilder();
		try {
			Files.write(file, r.body());
			try (ZipFile zip = new ZipFile(file.toFile())) {
				for (ZipEntry e : Collections.list(zip.entries())) {
					if (e.getName().startsWith("xl/")) {
						testo.append(new String(zip.getInputStream(e).readAllBytes(), StandardCharsets.UTF_8));
					}
				}
			}
		}
		finally {
			Files.delete(file);
		}
		return testo.toString();
	}

	// How it goes

	@Test
	void andamento() {
		Sessione admin = Sessione.di(this.app, "admin");
		assertThat(righe(admin, "fasi")).containsExactly("Fase;Candidature;Importo (euro)", "Bozza;1;0,00",
				"Finanziata;2;285932,25", "Liquidata;3;115702,00", "Rinunciata;1;1000,50", "Revocata;1;700,00",
				"Totale;8;403334,75");
		assertThat(righe(admin, "imbuto")).containsExactly("Passo;Candidature;Importo (euro)",
				"Domanda inviata;7;403334,75", "Ammissibilità notificata;7;403334,75", "CUP inserito;7;403334,75",
				"Decreto di finanziamento;7;403334,75", "Contratti conclusi;4;116402,00",
				"Attività completate;4;116402,00", "Erogazione richiesta;4;116402,00",
				"Contributo erogato;4;116402,00");
		// on 25 May: two terms of the same candidatura in May, another of it in August
		assertThat(righe(admin, "rischio")).containsExactly("Mese;Termini;Di cui scaduti;Candidature;Importo (euro)",
				"Maggio 2022;2;1;1;280932,00", "Agosto 2022;2;0;2;313521,00", "Totale;4;1;2;313521,00");
		// 212, 312 and 10 days on one avviso, 153 on another
		assertThat(righe(admin, "tempi")).containsExactly("Avviso;Erogate;Minimo;10%;25%;Mediana;75%;90%;Massimo",
				titolo(APP_IO) + ";1;153;153;153;153;153;153;153", titolo(NOTIFICHE) + ";3;10;10;10;212;312;312;312",
				"Totale;4;10;10;10;153;212;312;312");
		assertThat(righe(Sessione.di(this.app, "operatore"), "rischio")).containsExactly(
				"Mese;Termini;Di cui scaduti;Candidature;Importo (euro)", "Maggio 2022;2;1;1;280932,00",
				"Agosto 2022;1;0;1;280932,00", "Totale;3;1;1;280932,00");
		String pagina = admin.get("/andamento").body();
		assertThat(pagina).contains("Andamento al 25/05/2022", "Maggio 2022", "313.521,00 €", "Mediana", "Revocata")
			.doesNotContain("<script", "style=");
		assertThat(Sessione.di(this.app, "operatore3").get("/andamento").body()).contains("Niente da contare");
	}

	private String titolo(String avviso) {
		return this.app.bean(it.cronoprogramma.avviso.CatalogoAvvisi.class).avviso(avviso).titolo();
	}

	private static List<String> righe(Sessione s, String tabella) {
		HttpResponse<String> r = s.get("/andamento/" + tabella + ".csv");
		assertThat(r.statusCode()).isEqualTo(200);
		return r.body().replace("\ufeff", "").lines().toList();
	}

	// The list on the screen

	@Test
	void elenco() {
		Sessione admin = Sessione.di(this.app, "admin");
		assertThat(admin.get("/candidature").body()).contains("8 candidature", "C900006", "href=\"/enti/P9001\"");
		String filtrato = admin.get("/candidature?ente=OLTRE%20%26%20&stato=finanziata").body();
		assertThat(admin.get("/candidature?ente=oltre&stato=finanziata").body()).contains("1 candidatura", "C900006");
		assertThat(filtrato).contains("1 candidatura").doesNotContain("C900007");
		assertThat(admin.get("/candidature?ente=%25").body()).contains("Nessuna candidatura corrisponde ai filtri");
		assertThat(admin.get("/candidature?ente=C_a001").body()).contains("2 candidature");
		assertThat(Sessione.di(this.app, "rtd").get("/candidature?ente=oltre").body())
			.contains("Nessuna candidatura corrisponde ai filtri");
		List<String> csv = admin.get("/candidature.csv?ente=oltre").body().replace("\ufeff", "").lines().toList();
		assertThat(csv).containsExactly("Candidatura;Ente;Avviso;Stato;Importo (euro);CUP",
				"C900006;'=Comune d'Oltre & <b>Mare</b>;Facilitazione digitale <i>;finanziata;5000,25;B91F22000690006",
				"C900007;'=Comune d'Oltre & <b>Mare</b>;" + titolo(NOTIFICHE) + ";liquidata;23147,00;B91F22000690006");
		assertThat(Sessione.di(this.app, "operatore2").get("/candidature.csv").body()).contains("C900004", "C900008")
			.doesNotContain("C900001", "C900006");
	}

	// One by one

	@ParameterizedTest
	@ValueSource(strings = { "C900006", "C900007" })
	void unaCandidaturaSenzaProcesso(String codice) {
		String pagina = Sessione.di(this.app, "admin").get("/candidature/" + codice).body();
		assertThat(pagina)
			.contains("nessun processo la segue", "Nessun atto ha spostato i suoi termini",
					"Nessun fatto è ancora registrato", "href=\"/enti/P9001\"")
			.doesNotContain("/conformita\"", "Le sue attività");
		assertThat(pagina.contains("Questo avviso non è nelle tabelle")).isEqualTo(codice.equals("C900006"));
		assertThat(Sessione.di(this.app, "rtd").get("/candidature/" + codice).statusCode()).isEqualTo(404);
		assertThat(Sessione.di(this.app, "admin").get("/candidature/" + codice + "/storia.csv").statusCode())
			.isEqualTo(200);
		assertThat(Sessione.di(this.app, "admin").get("/candidature/" + codice + "/dossier.pdf").statusCode())
			.isEqualTo(codice.equals("C900006") ? 404 : 200);
	}

	/** Whoever holds the candidature of another sees them with his own. */
	@Test
	void dopoUnaFusione() throws IOException {
		JdbcClient jdbc = this.app.bean(JdbcClient.class);
		jdbc.sql("""
				INSERT INTO ente (id, nome, tipologia, codice_ipa, provincia, regione, successore, trasferito)
				VALUES ('P9002', 'Comune di Vecchio', 'Comune', 'c_v', 'BA', 'Puglia', 'P9001', DATE '2022-05-01')""")
			.update();
		inserisci("C900009", "P9002", NOTIFICHE, "FINANZIATA", "100.00", "2022-12-01", null, null, null, null);
		try {
			for (String ente : List.of("P9001", "C_a001")) {
				assertThat(json("admin", "/api/v1/riepilogo?ente=" + ente).get("finanziate").get("numero").asInt())
					.isEqualTo(3);
			}
			assertThat(json("admin", "/api/v1/candidature?ente=c_v").get("candidature").findValuesAsText("nomeEnte"))
				.containsExactly("=Comune d'Oltre & <b>Mare</b> (già Comune di Vecchio)");
			Sessione admin = Sessione.di(this.app, "admin");
			assertThat(admin.get("/enti/P9001").body()).contains("Enti confluiti", "Comune di Vecchio", "C900009",
					"28.247,25 €");
			assertThat(admin.get("/enti/P9002").body()).contains("(già Comune di Vecchio)", "100,00 €")
				.doesNotContain("Ente da completare");
			assertThat(admin.get("/candidature?ente=oltre").body()).contains("3 candidature");
		}
		finally {
			jdbc.sql("DELETE FROM candidatura WHERE codice = 'C900009'").update();
			jdbc.sql("DELETE FROM ente WHERE id = 'P9002'").update();
		}
	}

	/** Only who may open the act itself finds the way to it. */
	@Test
	void gliAttiCheHannoSpostatoITermini() throws IOException {
		JdbcClient jdbc = this.app.bean(JdbcClient.class);
		jdbc.sql(
				"""
						INSERT INTO differimento (numero, tipo, termine, contatore, quantita, atto, data_atto, ambito, visibile_a, stato,
							registrato, registrato_da)
						VALUES (9001, 'PROROGA', 'contrattualizzazione', 'GIORNI', 90, 'Decreto <b>12</b>', DATE '2022-05-10', 'tutte',
							'gestione1', 'CONCLUSO', TIMESTAMP WITH TIME ZONE '2022-05-11 00:00:00+00', 'rtd')""")
			.update();
		jdbc.sql("""
				INSERT INTO differimento_candidatura (differimento, candidatura, posto, esito, prima, dopo, effetto)
				VALUES (9001, 'C900002', 1, 'APPLICATO', DATE '2022-05-20', DATE '2022-08-18', '90 giorni in più')""")
			.update();
		try {
			assertThat(Sessione.di(this.app, "rtd").get("/candidature/C900002").body()).contains(
					"href=\"/differimenti/9001\"", "Decreto &lt;b&gt;12&lt;/b&gt; del 10/05/2022",
					"20/05/2022 → 18/08/2022", "90 giorni in più", "applicato");
			assertThat(Sessione.di(this.app, "operatore").get("/candidature/C900002").body()).contains("n. 9001")
				.doesNotContain("href=\"/differimenti/9001\"");
			JsonNode d = json("operatore", "/api/v1/candidature/C900002").get("differimenti").get(0);
			assertThat(d.get("numero").asLong()).isEqualTo(9001);
			assertThat(d.get("dopo").asText()).isEqualTo("2022-08-18");
		}
		finally {
			jdbc.sql("DELETE FROM differimento_candidatura WHERE differimento = 9001").update();
			jdbc.sql("DELETE FROM differimento WHERE numero = 9001").update();
		}
	}

	@Test
	void unEnte() throws IOException {
		Sessione admin = Sessione.di(this.app, "admin");
		assertThat(admin.get("/enti/P9001").body()).contains("Ente da completare", "la popolazione: senza",
				"la gestione associata", "un referente", "Puglia", "C_A001", "28.147,25 €", "C900006",
				"=Comune d&#39;Oltre &amp; &lt;b&gt;Mare");
		String crema = Sessione.di(this.app, "referente").get("/enti/" + CREMA.id()).body();
		assertThat(crema)
			.contains("33.091 abitanti", "Gestione associata RTD", "C900002", "Contrattualizzazione dei fornitori",
					"20/05/2022", "scaduto", "340.898,00 €")
			.doesNotContain("Ente da completare", "C900004");
		assertThat(Sessione.di(this.app, "referente").get("/enti/" + PANDINO.id()).statusCode()).isEqualTo(404);
		HttpResponse<byte[]> r = admin.scarica("/enti/P9001/scheda.pdf");
		assertThat(r.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"scheda-P9001.pdf\"");
		try (PDDocument pdf = Loader.loadPDF(r.body())) {
			assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ")).contains(
					"=Comune d'Oltre & <b>Mare</b>", "Manca la popolazione", "C900007", "28.147,25 €",
					"Stampato da admin");
			assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Scheda, =Comune d'Oltre & <b>Mare</b>");
		}
	}

	/** More than a page, more than is read at a time: each once. */
	@Test
	void tantePagine() throws IOException {
		JdbcClient jdbc = this.app.bean(JdbcClient.class);
		String serie = this.suPostgres ? "generate_series(1, 10250) AS t(x)" : "SYSTEM_RANGE(1, 10250)";
		String n = this.suPostgres ? "t.x" : "X";
		try {
			jdbc.sql("INSERT INTO ente (id, nome, tipologia, codice_ipa, provincia, regione) SELECT 'T' || " + n
					+ ", 'Unione ' || " + n + ", 'Unione', 'u_' || " + n + ", 'RM', 'Lazio' FROM " + serie)
				.update();
			jdbc.sql(
					"""
							INSERT INTO candidatura (codice, ente, avviso, stato, fase, creata, popolazione, importo_decretato,
								decreto_data, sito_verificato, credenziali_consegnate, versione, seguita)
							SELECT 'C80' || N, 'T' || N, 'pub-172', 'FINANZIATA', 'FINANZIATA', TIMESTAMP WITH TIME ZONE '2022-05-01 00:00:00+00',
								1, 10, DATE '2022-12-01', FALSE, FALSE, 0, FALSE FROM"""
						.replace("N,", n + ",") + " " + serie)
				.update();
			Sessione admin = Sessione.di(this.app, "admin");
			List<String> csv = admin.get("/candidature.csv?ente=Unione").body().lines().skip(1).toList();
			assertThat(csv).hasSize(10250).doesNotHaveDuplicates();
			assertThat(admin.get("/candidature?ente=Unione&pagina=103").body()).contains("10.250 candidature",
					"pagina 103 di 103", "href=\"/candidature?ente=Unione&amp;pagina=102\"");
			assertThat(admin.get("/portafoglio?per=ente&regione=Lazio&pagina=2").body()).contains("Pagina 2 di 103",
					"102.500,00 €");
			assertThat(admin.get("/portafoglio.csv?per=ente&regione=Lazio").body().lines()).hasSize(10252);
			JsonNode api = json("admin", "/api/v1/candidature?avviso=pub-172&pagina=2");
			assertThat(api.get("pagine").asInt()).isEqualTo(103);
			assertThat(api.get("candidature")).hasSize(100);
			assertThat(Sessione.di(this.app, "rtd").get("/candidature").body()).doesNotContain("Unione");
		}
		finally {
			jdbc.sql("DELETE FROM candidatura WHERE ente LIKE 'T%'").update();
			jdbc.sql("DELETE FROM ente WHERE id LIKE 'T%'").update();
		}
	}

}
