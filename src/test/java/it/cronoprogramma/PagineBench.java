package it.cronoprogramma;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.opendata.Importazione;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.prova.AltraJvm;
import it.cronoprogramma.prova.H2SuFile;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.FilePubblicato;
import it.cronoprogramma.prova.Sessione;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages that are open all day, with 20.000 candidature that go on against 200: the
 * two applications run side by side and answer in turn. Whoever follows one ente or a
 * gestione of 40 must not notice what else there is. Run by {@code ./mvnw -Pbench
 * verify} only.
 */
class PagineBench {

	private static final List<String> AVVISI = List.of(FilePubblicato.APRILE,
			"1.2 Abilitazione al cloud - Comuni - Aprile 2022", "1.4.3 - app IO - Comuni - Aprile 2022",
			"1.4.3 - pagoPA - Comuni - Aprile 2022", "1.4.4 - SPID CIE - Comuni - Aprile 2022");

	private static final List<String> MISURE = List.of("1.4.1 Esperienza del cittadino nei servizi pubblici",
			"1.2 Abilitazione al cloud per le PA locali", "1.4.3 Adozione app IO", "1.4.3 Adozione piattaforma pagoPA",
			"1.4.4 Estensione SPID CIE");

	private static final int NELLA_GESTIONE = 40;

	private static final int POCHI_ENTI = NELLA_GESTIONE;

	private static final int MOLTI_ENTI = 4000;

	private static final String REST = "/camunda/api/engine/engine/default";

	private static final String PRONTA = "pronta sulla porta ";

	private static final int RISCALDAMENTO = 40;

	private static final int RICHIESTE = 100;

	private static final double RAPPORTO_MASSIMO = 2;

	@TempDir
	private Path cartella;

	@Test
	void ventimilaControDuecento() throws Exception {
		StringBuilder tabella = new StringBuilder("\nPrima pagina, 95° percentile di ").append(RICHIESTE)
			.append(" richieste in ms: con ")
			.append(MOLTI_ENTI * AVVISI.size())
			.append(" candidature in corso, con ")
			.append(POCHI_ENTI * AVVISI.size())
			.append(", rapporto\n");
		List<Double> rapporti = new ArrayList<>();
		misura("H2", H2SuFile.in(this.cartella.resolve("molte")), H2SuFile.in(this.cartella.resolve("poche")), "sa", "",
				tabella, rapporti);
		try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
			try (Connection c = server.getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
				s.execute("CREATE DATABASE molte");
				s.execute("CREATE DATABASE poche");
			}
			misura("PostgreSQL", server.getJdbcUrl("postgres", "molte"), server.getJdbcUrl("postgres", "poche"),
					"postgres", "postgres", tabella, rapporti);
		}
		System.out.println(tabella);
		assertThat(rapporti).as(tabella.toString())
			.allSatisfy((r) -> assertThat(r).isLessThanOrEqualTo(RAPPORTO_MASSIMO));
	}

	private static void misura(String nome, String molte, String poche, String utente, String password,
			StringBuilder tabella, List<Double> rapporti) throws Exception {
		try (AltraJvm tante = AltraJvm.avvia(PagineBench.class, molte, utente, password, "" + MOLTI_ENTI);
				AltraJvm una = AltraJvm.avvia(PagineBench.class, poche, utente, password, "" + POCHI_ENTI)) {
			int conMolte = Integer.parseInt(tante.attendi(PRONTA));
			int conPoche = Integer.parseInt(una.attendi(PRONTA));
			for (String chi : List.of("operatore", "rtd")) {
				rapporti.add(confronta(nome, chi, "cruscotto", (porta) -> richiesta(Sessione.di(porta, chi), "/"),
						conMolte, conPoche, tabella));
				rapporti.add(confronta(nome, chi, "Le mie attività", (porta) -> leMieAttivita(Sessione.di(porta, chi)),
						conMolte, conPoche, tabella));
				rapporti.add(confronta(nome, chi, "/api/v1/scadenze",
						(porta) -> richiesta(Sessione.basic(porta, chi, chi), "/api/v1/scadenze"), conMolte, conPoche,
						tabella));
			}
			// the sums of a hundred times as much cannot cost the same: measured, not
			// promised
			confronta(nome, "vedetutto", "cruscotto", (porta) -> richiesta(Sessione.di(porta, "vedetutto"), "/"),
					conMolte, conPoche, tabella);
		}
	}

	/**
	 * One of the two applications: two engines of one name have no room in one machine.
	 * @param args database, user, password, how many enti
	 */
	public static void main(String[] args) {
		Applicazione app = avvia(args[0], args[1], args[2], Integer.parseInt(args[3]));
		System.out.println(PRONTA + app.porta());
	}

	private static double confronta(String nome, String chi, String pagina, IntFunction<Runnable> domanda, int molte,
			int poche, StringBuilder tabella) {
		Runnable conMolte = domanda.apply(molte);
		Runnable conPoche = domanda.apply(poche);
		double[] tempiMolte = new double[RICHIESTE];
		double[] tempiPoche = new double[RICHIESTE];
		for (int i = -RISCALDAMENTO; i < RICHIESTE; i++) {
			double a = millisecondi(conMolte);
			double b = millisecondi(conPoche);
			if (i >= 0) {
				tempiMolte[i] = a;
				tempiPoche[i] = b;
			}
		}
		double rapporto = p95(tempiMolte) / p95(tempiPoche);
		tabella.append(String.format(Locale.ROOT, "%-12s %-10s %-18s %8.1f %8.1f %6.2f%n", nome, chi, pagina,
				p95(tempiMolte), p95(tempiPoche), rapporto));
		return rapporto;
	}

	private static Runnable richiesta(Sessione sessione, String percorso) {
		return () -> riuscita(sessione.get(percorso));
	}

	/** What Tasklist asks for: the first fifteen and how many there are. */
	private static Runnable leMieAttivita(Sessione sessione) {
		String filtri = sessione.get(REST + "/filter?name=" + URLEncoder.encode("Le mie attività", UTF_8)).body();
		Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(filtri);
		assertThat(id.find()).as(filtri).isTrue();
		String lista = REST + "/filter/" + id.group(1) + "/list?firstResult=0&maxResults=15";
		return () -> riuscita(sessione.json("POST", lista, "{}", "application/hal+json"));
	}

	private static void riuscita(HttpResponse<String> risposta) {
		assertThat(risposta.statusCode()).as(risposta.body()).isEqualTo(200);
	}

	private static double millisecondi(Runnable domanda) {
		long inizio = System.nanoTime();
		domanda.run();
		return (System.nanoTime() - inizio) / 1e6;
	}

	private static double p95(double[] tempi) {
		double[] ordinati = tempi.clone();
		Arrays.sort(ordinati);
		return ordinati[(int) Math.ceil(0.95 * ordinati.length) - 1];
	}

	private static Applicazione avvia(String url, String utente, String password, int quanti) {
		Applicazione app = Applicazione.avvia("2022-09-01", "spring.datasource.url=" + url,
				"spring.datasource.username=" + utente, "spring.datasource.password=" + password);
		Registro registro = app.bean(Registro.class);
		app.bean(EnteRepository.class).inserisciGestione("altri", "Gli altri enti", "altri@gestione.example");
		List<Ente> vicini = new ArrayList<>();
		List<Ente> altri = new ArrayList<>();
		for (int n = 0; n < quanti; n++) {
			boolean vicino = n < NELLA_GESTIONE;
			Ente ente = new Ente("B%07d".formatted(n), "Comune " + n, "b_" + n, "N/D", 4000,
					vicino ? "gestione1" : "altri");
			app.bean(EnteRepository.class).inserisci(ente, null, "CR", "Lombardia", "prova");
			registro.ente(ente);
			(vicino ? vicini : altri).add(ente);
		}
		registro.gestione("gestione1", "Gestione associata RTD", vicini);
		registro.gestione("altri", "Gli altri enti", altri);
		registro.diEnte("operatore", "B0000000");
		registro.utente("vedetutto", "Vede", "Tutto", "tutto@gestione.example", "vedetutto", Ruolo.RTD);
		registro.diGestione("vedetutto", "gestione1");
		registro.diGestione("vedetutto", "altri");
		importa(app, quanti);
		return app;
	}

	private static void importa(Applicazione app, int quanti) {
		FilePubblicato file = new FilePubblicato();
		for (int n = 0; n < quanti; n++) {
			for (int a = 0; a < AVVISI.size(); a++) {
				String giorno = LocalDate.of(2022, 3, 15).plusDays((n * 7L + a * 31L) % 160).toString();
				file.riga("b_" + n, "B91F22%09d".formatted(n * AVVISI.size() + a), "avviso", AVVISI.get(a), "misura",
						MISURE.get(a), "data_finanziamento", giorno, "data_stato_candidatura", giorno);
			}
		}
		Importazione fatta = app.importa("b.csv", new ByteArrayInputStream(file.csv().getBytes(UTF_8)), List.of());
		assertThat(fatta.conti().nuove()).as(fatta.toString()).isEqualTo(quanti * AVVISI.size());
	}

}
