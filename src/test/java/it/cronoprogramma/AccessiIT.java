package it.cronoprogramma;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Rotta;
import it.cronoprogramma.prova.Sessione;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every route of the running application and which role gets past its door. The list is
 * {@code accessi.csv}: a route that is not in it, or is no more, or lets in others than
 * it says, fails the build. Which enti somebody sees behind the door is
 * {@link IsolamentoIT}'s matter.
 */
class AccessiIT {

	private static final Path MATRICE = Path.of("target", "matrice-accessi.md");

	/** Letters of the list, in its order. */
	private static final Map<String, String> CHI = chi();

	/** Served by a filter, which no list of routes knows. */
	private static final List<Rotta> DEI_FILTRI = List.of(new Rotta("POST", "/accesso"), new Rotta("POST", "/uscita"));

	/** End the session: asked by somebody who has nothing else to ask. */
	private static final Set<String> USCITE = Set.of("/uscita", "/camunda/api/admin/auth/user/default/logout");

	/** The engine logs a stack trace for whatever it refuses: thousands, here. */
	private static final String MUTO = "logging.level.org.camunda=OFF";

	private static Applicazione app;

	private static Map<String, String> chi() {
		Map<String, String> chi = new LinkedHashMap<>();
		chi.put("-", "anonimo");
		chi.put("O", "operatore");
		chi.put("F", "referente");
		chi.put("T", "rtd");
		chi.put("S", "responsabile");
		chi.put("A", "admin");
		return chi;
	}

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-05-26", MUTO);
	}

	@AfterAll
	static void ferma() {
		app.close();
	}

	@Test
	void ogniRottaHaLaSuaRegola() throws IOException {
		assertThat(Rotta.altriServlet(app)).containsOnlyKeys("dispatcherServlet");
		assertThat(rotte()).containsExactlyInAnyOrderElementsOf(regole().keySet());
	}

	@Test
	void entraChiDeve() throws IOException {
		SortedMap<Rotta, StringBuilder> viste = new TreeMap<>();
		Set<Rotta> rotte = rotte();
		rotte.forEach((r) -> viste.put(r, new StringBuilder()));
		CHI.forEach((lettera, nome) -> {
			Sessione pagine = sessione(nome);
			Sessione api = nome.equals("anonimo") ? pagine : Sessione.basic(app, nome, nome);
			for (Rotta r : rotte) {
				Sessione s = r.percorso().matches("/(api|v3)/.*") ? api : pagine;
				if (entra(USCITE.contains(r.percorso()) ? sessione(nome) : s, r)) {
					viste.get(r).append(lettera);
				}
			}
		});
		StringBuilder tabella = new StringBuilder("| rotta | " + String.join(" | ", CHI.values()) + " |\n")
			.append("|---|" + "---|".repeat(CHI.size()) + "\n");
		viste.forEach((r, lettere) -> {
			tabella.append("| `").append(r).append("` |");
			CHI.keySet().forEach((l) -> tabella.append((lettere.indexOf(l) >= 0) ? " sì |" : " no |"));
			tabella.append('\n');
		});
		Files.writeString(MATRICE, tabella);
		// into the test report, too
		System.out.println(tabella);
		SortedMap<Rotta, String> detto = new TreeMap<>();
		viste.forEach((r, lettere) -> detto.put(r, lettere.toString()));
		assertThat(detto).as("si veda " + MATRICE).containsExactlyEntriesOf(regole());
	}

	private static Set<Rotta> rotte() {
		Set<Rotta> rotte = new TreeSet<>(Rotta.tutte(app));
		rotte.addAll(DEI_FILTRI);
		return rotte;
	}

	private static SortedMap<Rotta, String> regole() throws IOException {
		SortedMap<Rotta, String> regole = new TreeMap<>();
		for (String riga : Files.readAllLines(Path.of("src/test/resources/accessi.csv"))) {
			if (!riga.isBlank() && !riga.startsWith("#")) {
				String[] parti = riga.split(";", -1);
				regole.put(new Rotta(parti[0], parti[1]), parti[2]);
			}
		}
		return regole;
	}

	private static Sessione sessione(String nome) {
		return nome.equals("anonimo") ? Sessione.anonima(app) : Sessione.di(app, nome);
	}

	/** Past the door: what then is found wrong with an empty request does not matter. */
	private static boolean entra(Sessione s, Rotta r) {
		HttpResponse<String> risposta = s.chiedi(r.metodo(), r.percorso().replaceAll("\\{[^}]+}|\\*\\*", "x1"));
		return risposta.statusCode() != 401 && risposta.statusCode() != 403
				&& !(risposta.statusCode() == 302
						&& risposta.headers().firstValue("Location").orElse("").endsWith("/accesso")
						&& !USCITE.contains(r.percorso()));
	}

}
