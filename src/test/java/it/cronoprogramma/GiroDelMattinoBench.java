package it.cronoprogramma;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.cronoprogramma.notifica.PostaDelMattino;
import it.cronoprogramma.processo.modello.InviaMessaggio;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.H2SuFile;
import it.cronoprogramma.prova.MotoreNudo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mails per second of a morning run, from the reminders that wait to the mail server's
 * yes, one thread, against the bare engine, on a database of the same kind, whose jobs
 * send the same mails made up beforehand to the same server. On a file of H2 also without
 * what keeps a mark from being lost when the process is killed, so that its cost is seen.
 * Rounds alternate. Run by {@code ./mvnw -Pbench verify} only.
 */
class GiroDelMattinoBench {

	private static final int MAIL = Integer.getInteger("bench.mail", 400);

	private static final int RISCALDAMENTO = 2;

	private static final int GIRI = 3;

	private static final double RAPPORTO_MINIMO = 0.7;

	private static final LocalDate GIORNO = LocalDate.parse("2022-10-19");

	@TempDir
	private Path cartella;

	@Test
	void controIlMotoreNudo() throws Exception {
		StringBuilder tabella = new StringBuilder("\nMail al secondo di un giro del mattino di ").append(MAIL)
			.append(" mail, un filo, storia full\n");
		List<Double> rapporti = new ArrayList<>();
		GreenMail posta = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		posta.start();
		try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
			rapporti.add(misura("H2 su file", posta, suFile("nostro"), suFile("nudo"), "sa", "", tabella));
			misura("H2, poi", posta, poi("nostro-poi"), poi("nudo-poi"), "sa", "", tabella);
			try (Connection c = server.getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
				s.execute("CREATE DATABASE nostro");
				s.execute("CREATE DATABASE nudo");
			}
			rapporti.add(misura("PostgreSQL", posta, server.getJdbcUrl("postgres", "nostro"),
					server.getJdbcUrl("postgres", "nudo"), "postgres", "postgres", tabella));
		}
		finally {
			posta.stop();
		}
		System.out.println(tabella);
		assertThat(rapporti).allSatisfy((r) -> assertThat(r).isGreaterThanOrEqualTo(RAPPORTO_MINIMO));
	}

	private String suFile(String nome) {
		return H2SuFile.in(this.cartella.resolve(nome));
	}

	/** What is committed reaches the disk half a second later. */
	private String poi(String nome) {
		return suFile(nome).replace("WRITE_DELAY=0", "WRITE_DELAY=500");
	}

	private static double misura(String nome, GreenMail posta, String nostro, String nudo, String utente,
			String password, StringBuilder tabella) throws Exception {
		JavaMailSenderImpl spedisce = new JavaMailSenderImpl();
		spedisce.setHost("127.0.0.1");
		spedisce.setPort(posta.getSmtp().getPort());
		List<byte[]> pronta = new ArrayList<>();
		double[] nostri = new double[GIRI];
		double[] nudi = new double[GIRI];
		double[] rapporti = new double[GIRI];
		try (Applicazione app = Applicazione.avvia(GIORNO.toString(), "spring.mail.host=127.0.0.1",
				"spring.mail.port=" + posta.getSmtp().getPort(), "spring.datasource.url=" + nostro,
				"spring.datasource.username=" + utente, "spring.datasource.password=" + password);
				MotoreNudo bare = new MotoreNudo(nudo, utente, password, 5, new MotoreNudo.DatiPubblicati(true, false),
						(execution) -> spedisce
							.send(spedisce.createMimeMessage(new ByteArrayInputStream(pronta.get(0)))))) {
			ScenariPostaInterrotta.riempi(app, MAIL);
			for (int g = -RISCALDAMENTO; g < GIRI; g++) {
				daCapo(app, posta);
				double noi = ritmo(() -> nostro(app));
				assertThat(posta.getReceivedMessages()).hasSize(MAIL);
				if (pronta.isEmpty()) {
					ByteArrayOutputStream una = new ByteArrayOutputStream();
					posta.getReceivedMessages()[0].writeTo(una);
					pronta.add(una.toByteArray());
				}
				posta.purgeEmailFromAllMailboxes();
				double loro = ritmo(() -> nudo(bare));
				assertThat(posta.getReceivedMessages()).hasSize(MAIL);
				if (g >= 0) {
					nostri[g] = noi;
					nudi[g] = loro;
					rapporti[g] = noi / loro;
				}
			}
		}
		tabella.append(String.format(Locale.ROOT, "%-12s nostre %.1f/s, nude %.1f/s, rapporto %.2f (%s)%n", nome,
				mediana(nostri), mediana(nudi), mediana(rapporti), Arrays.toString(rapporti)));
		return mediana(rapporti);
	}

	/** As if nobody had been told yet. */
	private static void daCapo(Applicazione app, GreenMail posta) throws Exception {
		posta.purgeEmailFromAllMailboxes();
		for (String sql : List.of("DELETE FROM promemoria_destinatario", "DELETE FROM messaggio",
				"UPDATE promemoria SET smaltito = NULL")) {
			app.bean(JdbcClient.class).sql(sql).update();
		}
	}

	private static void nostro(Applicazione app) {
		assertThat(app.bean(PostaDelMattino.class).prepara(GIORNO)).isEqualTo(MAIL);
		esegui(app.bean(ManagementService.class));
	}

	private static void nudo(MotoreNudo bare) {
		bare.transazione().executeWithoutResult((stato) -> {
			for (int i = 0; i < MAIL; i++) {
				String m = UUID.randomUUID().toString();
				bare.motore()
					.getRuntimeService()
					.startProcessInstanceByKey(InviaMessaggio.CHIAVE, m,
							Map.of(InviaMessaggio.MESSAGGIO.nome(), m, InviaMessaggio.GESTIONE.nome(), "gestione1"));
			}
		});
		esegui(bare.motore().getManagementService());
	}

	private static void esegui(ManagementService lavori) {
		for (Job lavoro : lavori.createJobQuery().processDefinitionKey(InviaMessaggio.CHIAVE).list()) {
			lavori.executeJob(lavoro.getId());
		}
	}

	private static double ritmo(Runnable lavoro) {
		long inizio = System.nanoTime();
		lavoro.run();
		return MAIL / ((System.nanoTime() - inizio) / 1e9);
	}

	private static double mediana(double[] valori) {
		double[] ordinati = valori.clone();
		Arrays.sort(ordinati);
		return ordinati[ordinati.length / 2];
	}

}
