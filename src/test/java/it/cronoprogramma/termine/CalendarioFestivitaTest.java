package it.cronoprogramma.termine;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarioFestivitaTest {

	private static final CalendarioFestivita CALENDARIO = CalendarioFestivita.italiano();

	private static final List<MonthDay> FISSE = List.of(MonthDay.of(1, 1), MonthDay.of(1, 6), MonthDay.of(4, 25),
			MonthDay.of(5, 1), MonthDay.of(6, 2), MonthDay.of(8, 15), MonthDay.of(11, 1), MonthDay.of(12, 8),
			MonthDay.of(12, 25), MonthDay.of(12, 26));

	@Test
	void conosceOgniGiornoDal2020Al2035() {
		Set<LocalDate> attese = new HashSet<>();
		for (int anno = 2020; anno <= 2035; anno++) {
			for (MonthDay fissa : FISSE) {
				attese.add(fissa.atYear(anno));
			}
			if (anno >= 2026) {
				attese.add(LocalDate.of(anno, Month.OCTOBER, 4));
			}
			attese.add(pasqua(anno).plusDays(1));
		}

		LocalDate.of(2020, 1, 1)
			.datesUntil(LocalDate.of(2036, 1, 1))
			.forEach((giorno) -> assertThat(CALENDARIO.festivo(giorno)).as(giorno.toString())
				.isEqualTo(giorno.getDayOfWeek() == DayOfWeek.SUNDAY || attese.contains(giorno)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2020-04-13", "2021-04-05", "2022-04-18", "2023-04-10", "2024-04-01", "2025-04-21",
			"2026-04-06", "2027-03-29", "2028-04-17", "2029-04-02", "2030-04-22" })
	void conosceILunediDellAngelo(LocalDate lunedi) {
		assertThat(pasqua(lunedi.getYear()).plusDays(1)).isEqualTo(lunedi);
		assertThat(CALENDARIO.nome(lunedi)).contains("Lunedì dell'Angelo");
	}

	@ParameterizedTest
	@CsvSource({ "2025-01-01, Capodanno", "2025-01-06, Epifania", "2025-04-20, Pasqua",
			"2025-04-21, Lunedì dell'Angelo", "2025-04-25, Festa della Liberazione", "2025-05-01, Festa del Lavoro",
			"2025-06-02, Festa della Repubblica", "2025-08-15, Ferragosto", "2027-10-04, San Francesco d'Assisi",
			"2025-11-01, Ognissanti", "2025-12-08, Immacolata Concezione", "2025-12-25, Natale",
			"2025-12-26, Santo Stefano", "2022-12-25, Natale", "2023-02-19, domenica",
			"2038-04-25, Festa della Liberazione e Pasqua" })
	void chiamaOgniFestaPerNome(LocalDate giorno, String nome) {
		// a fresh one works the year out anew
		assertThat(new CalendarioFestivita().nome(giorno)).contains(nome);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023-05-19", "2022-08-27", "2025-10-04", "2021-10-04", "2023-04-07", "2024-03-19",
			"2023-06-29", "2022-11-04", "2023-12-07", "2023-06-24" })
	void nonDaUnNomeAGiorniNonFestivi(LocalDate giorno) {
		assertThat(CALENDARIO.festivo(giorno)).isFalse();
		assertThat(CALENDARIO.nome(giorno)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2023-05-19, 2023-05-19, 2023-05-19", "2023-05-20, 2023-05-19, 2023-05-22",
			"2023-05-21, 2023-05-19, 2023-05-22", "2022-12-25, 2022-12-23, 2022-12-27",
			"2023-08-15, 2023-08-14, 2023-08-16", "2024-04-01, 2024-03-29, 2024-04-02",
			"2023-01-01, 2022-12-30, 2023-01-02" })
	void trovaIlGiornoLavorativoPiuVicino(LocalDate giorno, LocalDate prima, LocalDate poi) {
		assertThat(CALENDARIO.lavorativoPrecedente(giorno)).isEqualTo(prima);
		assertThat(CALENDARIO.lavorativoSeguente(giorno)).isEqualTo(poi);
	}

	// 20 working days of a sample check: from, working days, with Saturdays too
	@ParameterizedTest
	@CsvSource({ "2026-03-23, 2026-04-21, 2026-04-16, Pasqua 2026", "2025-08-01, 2025-09-01, 2025-08-26, Ferragosto",
			"2026-07-31, 2026-08-28, 2026-08-25, Ferragosto di sabato",
			"2025-12-15, 2026-01-16, 2026-01-12, da Natale all'Epifania",
			"2025-09-22, 2025-10-20, 2025-10-15, San Francesco prima del 2026",
			"2026-09-21, 2026-10-19, 2026-10-14, San Francesco di domenica",
			"2027-09-20, 2027-10-19, 2027-10-14, San Francesco di lunedì",
			"2023-05-19, 2023-06-19, 2023-06-13, da un venerdì", "2023-05-20, 2023-06-19, 2023-06-14, da un sabato" })
	void contaVentiGiorniLavorativi(LocalDate da, LocalDate lavorativi, LocalDate feriali, String perche) {
		assertThat(CALENDARIO.dopoGiorniLavorativi(da, 20)).as(perche).isEqualTo(lavorativi);
		assertThat(CALENDARIO.dopoGiorniFeriali(da, 20)).as(perche).isEqualTo(feriali);
	}

	@Test
	void ilGiornoDaCuiSiContaNonSiConta() {
		assertThat(CALENDARIO.dopoGiorniLavorativi(LocalDate.of(2023, 5, 19), 1)).isEqualTo("2023-05-22");
		assertThat(CALENDARIO.dopoGiorniFeriali(LocalDate.of(2023, 5, 19), 1)).isEqualTo("2023-05-20");
	}

	@Test
	void rispondeLoStessoAMoltiFiliInsieme() throws Exception {
		int fili = 8;
		CyclicBarrier via = new CyclicBarrier(fili);
		// years that no other test has asked for yet
		Callable<Long> conta = () -> {
			via.await();
			return LocalDate.of(2200, 1, 1).datesUntil(LocalDate.of(2240, 1, 1)).filter(CALENDARIO::festivo).count();
		};
		ExecutorService esecutore = Executors.newFixedThreadPool(fili);
		try {
			Set<Long> risposte = new HashSet<>();
			for (Future<Long> risposta : esecutore
				.invokeAll(IntStream.range(0, fili).mapToObj((i) -> conta).toList())) {
				risposte.add(risposta.get());
			}
			assertThat(risposte).hasSize(1);
		}
		finally {
			esecutore.shutdownNow();
		}
	}

	@Test
	void siCaricaAncheDaUnFiloColCaricatoreSbagliato() throws Exception {
		Thread corrente = Thread.currentThread();
		ClassLoader prima = corrente.getContextClassLoader();
		ClassLoader piattaforma = ClassLoader.getPlatformClassLoader();
		try (URLClassLoader isolato = new URLClassLoader(classpath(), piattaforma)) {
			corrente.setContextClassLoader(piattaforma);
			Class<?> tipo = isolato.loadClass(CalendarioFestivita.class.getName());
			Object italiano = tipo.getMethod("italiano").invoke(null);

			assertThat(tipo).isNotSameAs(CalendarioFestivita.class);
			assertThat(tipo.getMethod("festivo", LocalDate.class).invoke(italiano, LocalDate.of(2023, 8, 15)))
				.isEqualTo(true);
			assertThat(corrente.getContextClassLoader()).isSameAs(piattaforma);
		}
		finally {
			corrente.setContextClassLoader(prima);
		}
	}

	private static URL[] classpath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(CalendarioFestivitaTest::url)
			.toArray(URL[]::new);
	}

	private static URL url(String percorso) {
		try {
			return new File(percorso).toURI().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The anonymous Gregorian computus, independent of Jollyday. */
	private static LocalDate pasqua(int anno) {
		int a = anno % 19;
		int b = anno / 100;
		int c = anno % 100;
		int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
		int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
		int m = (a + 11 * h + 22 * l) / 451;
		int n = h + l - 7 * m + 114;
		return LocalDate.of(anno, n / 31, n % 31 + 1);
	}

}
