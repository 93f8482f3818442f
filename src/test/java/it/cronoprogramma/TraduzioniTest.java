package it.cronoprogramma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Italian of the engine's web apps against the English files that come with them: a
 * new version of the engine brings keys that somebody must translate.
 */
class TraduzioniTest {

	private static final String WEBAPP = "META-INF/resources/webjars/camunda/app/";

	private static final List<String> TUTTE = List.of("tasklist", "cockpit", "admin", "welcome");

	/** What stands for a value, and the markup that the web apps draw. */
	private static final Pattern SEGNAPOSTO = Pattern
		.compile("\\{\\{[^}]*}}|\\{}|%[a-z]?|\\$\\d|&\\w+;|</?(?:a|b|br|code|em|i|p|span|strong)\\b[^>]*>");

	/** Words, signs and formats that are the same in both languages. */
	private static final Set<String> UGUALI = Set.of("Account", "CSV", "Camunda", "Email", "File", "ID", "ID*", "JSON",
			"Max", "Min", "OK", "Optimize", "Password", "Password*:", "<", "<=", ">", ">=", "L", "DD/MM/YYYY",
			"D MMMM YYYY", "HH:mm");

	/** English where the glossary has an Italian word. */
	private static final Pattern INGLESE = Pattern
		.compile("\\b(?:activity|assignee|batch|batches|claim|dashboard|decision|definition|deployment|due date"
				+ "|follow-up|group|history|incidents?|instances?|jobs?|owner|process|reports?|retries|runtime|stack ?trace"
				+ "|status|tasks?|tenants?|users?|variables?)\\b", Pattern.CASE_INSENSITIVE);

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void ogniChiaveEUnaSolaVolta(String app) throws IOException {
		assertThat(testi(app, "it").keySet()).isEqualTo(testi(app, "en").keySet()).hasSizeGreaterThan(150);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void iSegnapostiSonoQuelliDelTestoInglese(String app) throws IOException {
		Map<String, String> italiano = testi(app, "it");
		testi(app, "en").forEach((chiave, inglese) -> {
			assertThat(segnaposti(italiano.get(chiave))).as(chiave)
				.containsExactlyInAnyOrderElementsOf(segnaposti(inglese));
			// sentences are put together from pieces
			assertThat(italiano.get(chiave)).as(chiave)
				.startsWith(inglese.startsWith(" ") ? " " : "")
				.endsWith(inglese.endsWith(" ") ? " " : "");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void nullaRestaIngleseOVuoto(String app) throws IOException {
		Map<String, String> italiano = testi(app, "it");
		testi(app, "en").forEach((chiave, inglese) -> {
			String testo = italiano.get(chiave);
			assertThat(testo.isBlank()).as(chiave).isEqualTo(inglese.isBlank());
			if (chiave.startsWith("/labels/") && !testo.isBlank() && !UGUALI.contains(testo.strip())) {
				assertThat(testo).as(chiave).isNotEqualTo(inglese);
				assertThat(SEGNAPOSTO.matcher(testo).replaceAll("")).as(chiave).doesNotContainPattern(INGLESE);
			}
		});
	}

	@Test
	void leStesseParoleInTutte() throws IOException {
		Map<String, String> viste = new HashMap<>();
		for (String app : TUTTE) {
			Map<String, String> italiano = testi(app, "it");
			testi(app, "en").forEach((chiave, inglese) -> {
				// the first page of Admin has no dashboard
				if (!chiave.equals("/labels/DASHBOARD_DASHBOARD")) {
					String prima = viste.putIfAbsent(chiave + inglese, italiano.get(chiave));
					assertThat(italiano.get(chiave)).as(app + chiave)
						.isEqualTo((prima != null) ? prima : italiano.get(chiave));
				}
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void laConfigurazioneNominaLItaliano(String app) throws IOException {
		String config = leggi(app + "/scripts/config.js");
		assertThat(config).contains("Copyright Camunda Services GmbH", "availableLocales: ['it', 'en']",
				"fallbackLocale: 'it'", "vendor: 'Cronoprogramma'");
		assertThat(config.substring(config.indexOf("dateFormat:"))).containsPattern("normal: 'DD/MM/YYYY HH:mm")
			.containsPattern("long: '.*DD/MM/YYYY HH:mm")
			.contains("short: 'DD/MM/YYYY'");
		// a web app of which one script is missing does not start
		String elenco = config.substring(config.indexOf("customScripts:"), config.indexOf(']'));
		List<String> script = Pattern.compile("'([^']+)'")
			.matcher(elenco)
			.results()
			.map((m) -> m.group(1).startsWith("../") ? m.group(1).substring(3) : app + "/" + m.group(1))
			.toList();
		assertThat(script).contains("tasklist/scripts/lingua", "tasklist/scripts/ora-di-roma",
				"tasklist/scripts/parole-fisse", "tasklist/scripts/porta-unica");
		for (String s : script) {
			assertThat(leggi(s + ".js")).as(s).isNotBlank();
		}
		assertThat(leggi(app + "/styles/user-styles.css")).contains("intestazione.css");
	}

	private static List<String> segnaposti(String testo) {
		return SEGNAPOSTO.matcher(testo).results().map(MatchResult::group).toList();
	}

	/** The texts of a file by their path in it. */
	private static Map<String, String> testi(String app, String lingua) throws IOException {
		Map<String, String> testi = new LinkedHashMap<>();
		raccogli(new ObjectMapper().readTree(leggi(app + "/locales/" + lingua + ".json").replace("\uFEFF", "")), "",
				testi);
		return testi;
	}

	private static void raccogli(JsonNode nodo, String percorso, Map<String, String> testi) {
		if (nodo.isObject()) {
			nodo.properties().forEach((c) -> raccogli(c.getValue(), percorso + "/" + c.getKey(), testi));
		}
		else if (nodo.isArray()) {
			for (int i = 0; i < nodo.size(); i++) {
				raccogli(nodo.get(i), percorso + "/" + i, testi);
			}
		}
		else {
			testi.put(percorso, nodo.asText());
		}
	}

	private static String leggi(String file) throws IOException {
		try (InputStream dati = TraduzioniTest.class.getClassLoader().getResourceAsStream(WEBAPP + file)) {
			assertThat(dati).as(file).isNotNull();
			return new String(dati.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
