package it.cronoprogramma;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.cronoprogramma.opendata.Importazione;
import it.cronoprogramma.prova.AltraJvm;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.FilePubblicato;
import it.cronoprogramma.prova.H2SuFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an import of 100.000 rows keeps in memory against one of 10.000, each in a machine
 * of its own with a heap of 512 MB: the most that was alive at any time, looked at after
 * a collection every two seconds. One row in ten starts a process, as in the files of
 * 2025. Run by {@code ./mvnw -Pbench verify} only.
 */
class MemoriaBench {

	private static final int POCHE = 10_000;

	private static final int MOLTE = 100_000;

	private static final int UNA_IN_CORSO_OGNI = 10;

	private static final double RAPPORTO_MASSIMO = 1.2;

	private static final String FATTA = "fatta ";

	private static final long RESPIRO_MILLIS = 2000;

	private static final double MEBI = 1024d * 1024;

	@TempDir
	private Path cartella;

	@Test
	void centomilaControDiecimila() throws Exception {
		StringBuilder tabella = new StringBuilder("\nMemoria viva al massimo durante l'importazione, MB: ")
			.append(MOLTE)
			.append(" righe, ")
			.append(POCHE)
			.append(" righe, rapporto\n");
		List<Double> rapporti = new ArrayList<>();
		rapporti.add(confronta("H2", H2SuFile.in(this.cartella.resolve("poche")),
				H2SuFile.in(this.cartella.resolve("molte")), "sa", "", tabella));
		try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
			try (Connection c = server.getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
				s.execute("CREATE DATABASE poche");
				s.execute("CREATE DATABASE molte");
			}
			rapporti.add(confronta("PostgreSQL", server.getJdbcUrl("postgres", "poche"),
					server.getJdbcUrl("postgres", "molte"), "postgres", "postgres", tabella));
		}
		System.out.println(tabella);
		assertThat(rapporti).as(tabella.toString())
			.allSatisfy((r) -> assertThat(r).isLessThanOrEqualTo(RAPPORTO_MASSIMO));
	}

	private double confronta(String nome, String poche, String molte, String utente, String password,
			StringBuilder tabella) throws IOException {
		double piccola = misura(poche, utente, password, POCHE);
		double grande = misura(molte, utente, password, MOLTE);
		tabella
			.append(String.format(Locale.ROOT, "%-12s %6.1f %6.1f %5.2f%n", nome, grande, piccola, grande / piccola));
		return grande / piccola;
	}

	private double misura(String url, String utente, String password, int righe) throws IOException {
		Path file = this.cartella.resolve(righe + ".csv");
		scrivi(file, righe);
		try (AltraJvm jvm = AltraJvm.avvia(MemoriaBench.class, url, utente, password, file.toString())) {
			return Double.parseDouble(jvm.attendi(FATTA));
		}
	}

	private static void scrivi(Path file, int righe) throws IOException {
		try (BufferedWriter uscita = Files.newBufferedWriter(file)) {
			uscita.write(new FilePubblicato().intestazione());
			for (int n = 0; n < righe; n++) {
				String stato = (n % UNA_IN_CORSO_OGNI == 0) ? "A" : (n % 2 == 0) ? "R" : "E";
				String riga = new FilePubblicato().riga("m_" + n, "B91F22%09d".formatted(n), "stato_candidatura", stato)
					.csv();
				uscita.write(riga, riga.indexOf('\n') + 1, riga.length() - riga.indexOf('\n') - 1);
			}
		}
	}

	/**
	 * One import in a machine of its own.
	 * @param args database, user, password, file
	 * @throws Exception if it does not come to its end
	 */
	public static void main(String[] args) throws Exception {
		try (Applicazione app = Applicazione.avvia("2023-09-01", "spring.datasource.url=" + args[0],
				"spring.datasource.username=" + args[1], "spring.datasource.password=" + args[2]);
				InputStream file = Files.newInputStream(Path.of(args[3]))) {
			Misura misura = new Misura();
			misura.start();
			Importazione fatta = app.importa("m.csv", file, List.of());
			if (fatta.conti().nuove() != fatta.righe()) {
				throw new IllegalStateException(fatta.toString());
			}
			System.out.println(FATTA + misura.fine() / MEBI);
		}
	}

	/** Looks at the memory while the import runs. */
	private static final class Misura extends Thread {

		private final MemoryMXBean memoria = ManagementFactory.getMemoryMXBean();

		private volatile boolean finita;

		private volatile long massimo;

		@Override
		public void run() {
			while (!this.finita) {
				this.memoria.gc();
				this.massimo = Math.max(this.massimo, this.memoria.getHeapMemoryUsage().getUsed());
				try {
					sleep(RESPIRO_MILLIS);
				}
				catch (InterruptedException ex) {
					return;
				}
			}
		}

		private long fine() throws InterruptedException {
			this.finita = true;
			join();
			return this.massimo;
		}

	}

}
