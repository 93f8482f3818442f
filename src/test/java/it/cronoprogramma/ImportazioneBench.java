package it.cronoprogramma;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.opendata.Importazione;
import it.cronoprogramma.processo.modello.Avviso141;
import it.cronoprogramma.processo.modello.ProcessoAvviso;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.FilePubblicato;
import it.cronoprogramma.prova.MotoreNudo;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.ProcessEngine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Published rows per second that start a process, from the file to the open task, against
 * the bare engine that starts the same instances at the same place in a plain loop, with
 * the same one thread and the same hundred to a transaction. Rounds alternate. Run by
 * {@code ./mvnw -Pbench verify} only.
 */
class ImportazioneBench {

	private static final int GRUPPO = 100;

	private static final int RIGHE = 1000;

	private static final int RISCALDAMENTO = 4;

	private static final int GIRI = 5;

	private static final double RAPPORTO_MINIMO = 0.8;

	private int prossima = 1;

	@Test
	void controIlMotoreNudo() throws Exception {
		StringBuilder tabella = new StringBuilder("\nRighe pubblicate al secondo che avviano un processo, 1 filo, ")
			.append(GRUPPO)
			.append(" per transazione, storia full\n");
		List<Double> rapporti = new ArrayList<>();
		rapporti.add(misura("H2", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
				"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", tabella));
		try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
			try (Connection c = server.getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
				s.execute("CREATE DATABASE nostro");
				s.execute("CREATE DATABASE nudo");
			}
			rapporti.add(misura("PostgreSQL", server.getJdbcUrl("postgres", "nostro"),
					server.getJdbcUrl("postgres", "nudo"), "postgres", "postgres", tabella));
		}
		System.out.println(tabella);
		assertThat(rapporti).allSatisfy((r) -> assertThat(r).isGreaterThanOrEqualTo(RAPPORTO_MINIMO));
	}

	private double misura(String nome, String nostro, String nudo, String utente, String password,
			StringBuilder tabella) throws Exception {
		double[] rapporti = new double[GIRI];
		double[] nostri = new double[GIRI];
		double[] nudi = new double[GIRI];
		try (Applicazione app = Applicazione.avvia("2022-09-01", "spring.datasource.url=" + nostro,
				"spring.datasource.username=" + utente, "spring.datasource.password=" + password);
				MotoreNudo bare = new MotoreNudo(nudo, utente, password, 5,
						new MotoreNudo.DatiPubblicati(true, false))) {
			for (int g = -RISCALDAMENTO; g < GIRI; g++) {
				int prima = this.prossima;
				this.prossima += RIGHE;
				String file = prepara(app, prima);
				double noi = ritmo(() -> importa(app, file, prima));
				double loro = ritmo(() -> avvia(bare, prima));
				if (g >= 0) {
					nostri[g] = noi;
					nudi[g] = loro;
					rapporti[g] = noi / loro;
				}
			}
			assertThat(attivita(app.bean(ProcessEngine.class))).as("lo stesso lavoro da entrambe le parti")
				.isEqualTo(attivita(bare.motore()));
		}
		tabella.append(String.format(Locale.ROOT, "%-12s nostre %.1f/s, nude %.1f/s, rapporto %.2f (%s)%n", nome,
				mediana(nostri), mediana(nudi), mediana(rapporti), Arrays.toString(rapporti)));
		return mediana(rapporti);
	}

	/** The enti are there beforehand: the bare engine knows none. */
	private static String prepara(Applicazione app, int prima) {
		FilePubblicato file = new FilePubblicato();
		for (int n = prima; n < prima + RIGHE; n++) {
			app.bean(EnteRepository.class)
				.inserisci(new Ente("B%07d".formatted(n), "Comune " + n, "b_" + n, "N/D", 4000, "gestione1"), null,
						"CR", "Lombardia", "prova");
			file.riga("b_" + n, "B91F22%09d".formatted(n));
		}
		return file.csv();
	}

	private static void importa(Applicazione app, String file, int prima) {
		// bound to its enti: a file with fewer rows than are known would be refused
		List<String> enti = IntStream.range(prima, prima + RIGHE).mapToObj((n) -> "b_" + n).toList();
		Importazione fatta = app.importa("b.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
				enti);
		assertThat(fatta.conti().nuove()).isEqualTo(RIGHE);
	}

	private static void avvia(MotoreNudo bare, int prima) {
		for (int da = prima; da < prima + RIGHE; da += GRUPPO) {
			int dal = da;
			bare.transazione().executeWithoutResult((stato) -> {
				for (int n = dal; n < dal + GRUPPO; n++) {
					bare.motore()
						.getRuntimeService()
						.createProcessInstanceByKey(Avviso141.CHIAVE)
						.businessKey("C%06d".formatted(n))
						.setVariables(Map.of("ente", "Comune " + n, "enteId", "B%07d".formatted(n), "avviso",
								Applicazione.APRILE, "fascia", "fino a 5.000", "stato", "finanziata", "importo", 79922d,
								"cup", "B91F22%09d".formatted(n)))
						.startBeforeActivity(ProcessoAvviso.CONTRATTUALIZZAZIONE)
						.execute();
				}
			});
		}
	}

	private static long attivita(ProcessEngine motore) {
		return motore.getTaskService().createTaskQuery().taskDefinitionKey("componiPacchettoFinanziato").count();
	}

	private static double ritmo(Runnable lavoro) {
		long inizio = System.nanoTime();
		lavoro.run();
		return RIGHE / ((System.nanoTime() - inizio) / 1e9);
	}

	private static double mediana(double[] valori) {
		double[] ordinati = valori.clone();
		Arrays.sort(ordinati);
		return ordinati[ordinati.length / 2];
	}

}
