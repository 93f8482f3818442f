package it.cronoprogramma;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Sessione;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a program waits for the calendar of a gestione: 384 candidature of three enti
 * with three terms each, against the page of login of the same run. Run by
 * {@code ./mvnw -Pbench verify} only.
 */
class CalendarioBench {

	private static final int CANDIDATURE = 384;

	private static final int VOLTE = 41;

	private static final List<String> ENTI = List.of("E0013", "E0025", "E0001");

	@Test
	void unaGestioneDiTrecentottantaquattroCandidature() {
		try (Applicazione app = Applicazione.avvia("2022-09-01")) {
			riempi(app.bean(JdbcClient.class));
			Sessione rtd = Sessione.di(app, "rtd");
			rtd.manda("POST", "/calendari", "application/x-www-form-urlencoded",
					"quale=gestione:gestione1&_csrf=" + URLEncoder.encode(rtd.token(), StandardCharsets.UTF_8));
			Matcher m = Pattern.compile("(/calendario/[^\"]{43}\\.ics)\"").matcher(rtd.get("/calendari").body());
			assertThat(m.find()).isTrue();
			Sessione programma = Sessione.anonima(app);
			HttpResponse<String> r = programma.get(m.group(1));
			assertThat(r.body().split("BEGIN:VEVENT", -1)).hasSize(CANDIDATURE * 3 + 1);
			List<Long> calendario = new ArrayList<>();
			List<Long> accesso = new ArrayList<>();
			for (int i = 0; i < VOLTE; i++) {
				calendario.add(tempo(programma, m.group(1)));
				accesso.add(tempo(programma, "/accesso"));
			}
			long mediano = mediano(calendario);
			System.out.printf("calendario di %d termini, %d KB: %d ms mediani; pagina di accesso %d ms%n",
					CANDIDATURE * 3, r.body().getBytes(StandardCharsets.UTF_8).length / 1024, mediano,
					mediano(accesso));
			assertThat(mediano).as("ms").isLessThan(1000);
		}
	}

	private static void riempi(JdbcClient jdbc) {
		for (int i = 0; i < CANDIDATURE; i++) {
			String codice = "C9%05d".formatted(i);
			jdbc.sql("""
					INSERT INTO candidatura (codice, ente, avviso, stato, fase, creata, popolazione, sito_verificato,
						credenziali_consegnate, versione, seguita)
					VALUES (?, ?, ?, 'FINANZIATA', 'FINANZIATA', TIMESTAMP WITH TIME ZONE '2022-05-01 00:00:00+00', 1,
						FALSE, FALSE, 0, FALSE)""")
				.params(codice, ENTI.get(i % ENTI.size()), Applicazione.APRILE)
				.update();
			for (String termine : List.of("contrattualizzazione", "completamento", "limite")) {
				jdbc.sql("""
						INSERT INTO scadenza (id, candidatura, termine, evento, decorrenza, civile, prudenziale, legale,
							governante, spiegazione, stato, aperta, ultimo_evento)
						VALUES (?, ?, ?, 'notifica', DATE '2022-08-19', DATE '2023-02-19', DATE '2023-02-17',
							DATE '2023-02-20', DATE '2023-02-20', ?, 'APERTA',
							TIMESTAMP WITH TIME ZONE '2022-08-19 00:00:00+00',
							TIMESTAMP WITH TIME ZONE '2022-08-19 00:00:00+00')""")
					.params(codice + termine, codice, termine,
							"6 mesi dal 19/08/2022 (notifica del decreto): domenica 19/02/2023, festivo. ".repeat(4))
					.update();
			}
		}
	}

	private static long tempo(Sessione s, String percorso) {
		long inizio = System.nanoTime();
		assertThat(s.get(percorso).statusCode()).isEqualTo(200);
		return (System.nanoTime() - inizio) / 1_000_000;
	}

	private static long mediano(List<Long> tempi) {
		return tempi.stream().sorted().toList().get(tempi.size() / 2);
	}

}
