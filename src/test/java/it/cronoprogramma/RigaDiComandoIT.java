package it.cronoprogramma;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.prova.AltraJvm;
import it.cronoprogramma.prova.FilePubblicato;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Published files from the command line, on a database of its own in a file.
 */
class RigaDiComandoIT {

	private static final int RIGHE = 120;

	@TempDir
	private Path cartella;

	private List<String> impostazioni;

	@BeforeEach
	void imposta() {
		this.impostazioni = List.of("--spring.datasource.url=" + database(), "--camunda.bpm.admin-user.password=admin",
				"--camunda.bpm.generic-properties.properties.enable-password-policy=false",
				"--cronoprogramma.posta.cartella=" + this.cartella.resolve("posta"),
				// looks for work at least every second
				"--camunda.bpm.job-execution.max-wait=1000");
	}

	private String database() {
		return "jdbc:h2:file:" + this.cartella.resolve("dati") + ";DEFAULT_NULL_ORDERING=HIGH";
	}

	@Test
	void comandiSbagliati() throws IOException {
		Path file = scrivi("uno.csv", new FilePubblicato().riga("c_a001", "B91F22000000001").csv());
		assertThat(esegui(2)).contains("Manca il file da importare.", "Uso: importa");
		assertThat(esegui(2, "assente.csv")).contains("Il file «assente.csv» non c'è o non si può leggere.");
		assertThat(esegui(2, "--alla-data=12/07/2024", file.toString())).contains("«12/07/2024» non è una data");
		assertThat(this.cartella.resolve("dati.mv.db")).as("nulla è stato avviato").doesNotExist();
	}

	@Test
	void impostazioniMancanti() throws IOException {
		Path file = scrivi("uno.csv", new FilePubblicato().riga("c_a001", "B91F22000000001").csv());
		List<String> senza = new ArrayList<>(this.impostazioni);
		senza.removeIf((i) -> i.contains("posta"));
		senza.add(file.toString());
		assertThat(esegui(1, senza.toArray(String[]::new))).contains("L'applicazione non si avvia",
				"imposti spring.mail.host");
	}

	@Test
	void importaEDiceComeEAndata() throws Exception {
		Path primo = scrivi("primo.csv",
				new FilePubblicato().riga("c_a001", "B91F22000000001").riga("c_a002", "sbagliato").csv());
		Path guasto = scrivi("guasto.csv", "<html>502</html>");
		assertThat(importa(1, primo.toString(), guasto.toString())).contains(
				"righe 2, nuove 1, aggiornate 0 (da confermare 0), invariate 0, escluse 0, scartate 1",
				"riga 3, codice_cup «sbagliato»: serve un CUP di 15 caratteri", "guasto.csv: rifiutato. Il file è una");
		assertThat(importa(0, "--enti=c_a001", "--alla-data=2024-01-01", primo.toString()))
			.contains("nuove 0, aggiornate 0 (da confermare 0), invariate 1");
		try (AltraJvm applicazione = AltraJvm.avvia(RigaDiComandoIT.class, database())) {
			applicazione.attendi("aperto");
			assertThat(importa(1, primo.toString())).contains("Il database è in uso: l'applicazione è già avviata.");
		}
	}

	/** Somebody else who has the database's file open. */
	public static void main(String[] args) throws SQLException, IOException {
		try (Connection c = DriverManager.getConnection(args[0], "sa", "")) {
			System.out.println("aperto " + c.isReadOnly());
			System.in.read();
		}
	}

	@Test
	void uccisaAMetaRiprendeSenzaRaddoppiare() throws Exception {
		FilePubblicato molte = new FilePubblicato();
		for (int n = 0; n < RIGHE; n++) {
			molte.riga("c_b" + n, "B91F22%09d".formatted(n));
		}
		Path file = scrivi("molte.csv", molte.csv());
		List<String> argomenti = new ArrayList<>(this.impostazioni);
		argomenti.add(0, "importa");
		argomenti.add(file.toString());
		try (AltraJvm prima = AltraJvm.avvia(CronoprogrammaApplication.class, argomenti.toArray(String[]::new))) {
			String percento;
			do {
				percento = prima.attendi("molte.csv: ");
			}
			while (percento.equals("0%"));
			prima.uccidi();
		}
		int fatte = candidature();
		assertThat(fatte).as("uccisa a metà").isPositive().isLessThan(RIGHE);
		passanoSeiMinuti();
		assertThat(importa(0, file.toString())).contains(
				"Prima finisce l'importazione di «molte.csv», che era in corso.",
				"righe " + RIGHE + ", nuove 0, aggiornate 0 (da confermare 0), invariate " + RIGHE + ",");
		assertThat(candidature()).isEqualTo(RIGHE);
	}

	/** So long at most does the engine wait for whoever had taken a job. */
	private void passanoSeiMinuti() throws SQLException {
		try (Connection c = DriverManager.getConnection(database(), "sa", ""); Statement s = c.createStatement()) {
			assertThat(s.executeUpdate("UPDATE ACT_RU_JOB SET LOCK_EXP_TIME_ = DATEADD(MINUTE, -6, LOCK_EXP_TIME_) "
					+ "WHERE LOCK_OWNER_ IS NOT NULL"))
				.as("era a metà di un lavoro")
				.isPositive();
		}
	}

	private int candidature() throws SQLException {
		try (Connection c = DriverManager.getConnection(database(), "sa", "");
				Statement s = c.createStatement();
				ResultSet r = s.executeQuery("SELECT COUNT(*) FROM candidatura")) {
			r.next();
			return r.getInt(1);
		}
	}

	private Path scrivi(String nome, String testo) throws IOException {
		return Files.writeString(this.cartella.resolve(nome), testo);
	}

	private String importa(int esito, String... argomenti) {
		List<String> tutti = new ArrayList<>(this.impostazioni);
		tutti.addAll(List.of(argomenti));
		return esegui(esito, tutti.toArray(String[]::new));
	}

	private static String esegui(int esito, String... argomenti) {
		ByteArrayOutputStream uscita = new ByteArrayOutputStream();
		int codice = RigaDiComando.importa(List.of(argomenti), new PrintStream(uscita, true, UTF_8));
		String detto = uscita.toString(UTF_8);
		assertThat(codice).as(detto).isEqualTo(esito);
		return detto;
	}

}
