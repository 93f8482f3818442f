package it.cronoprogramma.termine;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class CalcoloTermineTest {

	private static final CalcoloTermine CALCOLO = new CalcoloTermine(CalendarioFestivita.italiano(),
			Politica.PREDEFINITA);

	private static final CalcoloTermine COL_SABATO = new CalcoloTermine(CalendarioFestivita.italiano(),
			new Politica(true));

	// start, term, civil date, shifted, shifted with Saturdays, 30-day months
	@ParameterizedTest
	@CsvSource({ "2022-08-31, P6M, 2023-02-28, 2023-02-28, 2023-02-28, 2023-02-27",
			"2023-08-31, P6M, 2024-02-29, 2024-02-29, 2024-02-29, 2024-02-27",
			"2024-02-29, P6M, 2024-08-29, 2024-08-29, 2024-08-29, 2024-08-27",
			"2024-02-29, P12M, 2025-02-28, 2025-02-28, 2025-02-28, 2025-02-23",
			"2022-11-15, P9M, 2023-08-15, 2023-08-16, 2023-08-16, 2023-08-12",
			"2022-03-25, P9M, 2022-12-25, 2022-12-27, 2022-12-27, 2022-12-20",
			"2023-12-20, P5D, 2023-12-25, 2023-12-27, 2023-12-27, 2023-12-25",
			"2024-03-27, P5D, 2024-04-01, 2024-04-02, 2024-04-02, 2024-04-01",
			"2022-10-10, P6M, 2023-04-10, 2023-04-11, 2023-04-11, 2023-04-08",
			"2023-03-21, P5D, 2023-03-26, 2023-03-27, 2023-03-27, 2023-03-26",
			"2022-10-25, P5D, 2022-10-30, 2022-10-31, 2022-10-31, 2022-10-30",
			"2022-08-22, P5D, 2022-08-27, 2022-08-27, 2022-08-29, 2022-08-27",
			"2022-08-19, P6M, 2023-02-19, 2023-02-20, 2023-02-20, 2023-02-15",
			"2022-08-19, P9M, 2023-05-19, 2023-05-19, 2023-05-19, 2023-05-16",
			"2023-01-31, P9M, 2023-10-31, 2023-10-31, 2023-10-31, 2023-10-28",
			"2023-01-31, P12M, 2024-01-31, 2024-01-31, 2024-01-31, 2024-01-26",
			"2027-04-04, P6M, 2027-10-04, 2027-10-05, 2027-10-05, 2027-10-01",
			"2021-04-04, P6M, 2021-10-04, 2021-10-04, 2021-10-04, 2021-10-01",
			"2022-12-02, P6M, 2023-06-02, 2023-06-03, 2023-06-05, 2023-05-31",
			"2023-07-01, P6M, 2024-01-01, 2024-01-02, 2024-01-02, 2023-12-28",
			"2022-07-06, P6M, 2023-01-06, 2023-01-07, 2023-01-09, 2023-01-02",
			"2022-10-25, P6M, 2023-04-25, 2023-04-26, 2023-04-26, 2023-04-23",
			"2022-06-08, P6M, 2022-12-08, 2022-12-09, 2022-12-09, 2022-12-05",
			"2023-08-30, P6M, 2024-02-29, 2024-02-29, 2024-02-29, 2024-02-26",
			"2022-12-26, P6M, 2023-06-26, 2023-06-26, 2023-06-26, 2023-06-24",
			"2024-10-31, P8M, 2025-06-30, 2025-06-30, 2025-06-30, 2025-06-28" })
	void contaComeLaLegge(LocalDate decorrenza, String iso, LocalDate civile, LocalDate legale, LocalDate colSabato,
			LocalDate mesiFissi) {
		Termine termine = Termine.leggi(iso);
		DateTermine date = CALCOLO.calcola(decorrenza, termine, null);

		assertThat(date.decorrenza()).isEqualTo(decorrenza);
		assertThat(date.termine()).isEqualTo(termine);
		assertThat(date.civile()).isEqualTo(civile);
		assertThat(date.legale()).isEqualTo(legale);
		assertThat(COL_SABATO.calcola(decorrenza, termine, null).legale()).isEqualTo(colSabato);
		assertThat(date.prudenziale()).isEqualTo(mesiFissi);
	}

	@Test
	void laDataPrudenzialeNonSuperaQuellaCivileQuandoFebbraioAccorciaIMesi() {
		DateTermine date = CALCOLO.calcola(LocalDate.of(2022, 12, 31), Termine.mesi(2), null);

		assertThat(LocalDate.of(2022, 12, 31).plusDays(60)).isAfter(date.civile());
		assertThat(date.civile()).isEqualTo("2023-02-28");
		assertThat(date.prudenziale()).isEqualTo("2023-02-28");
	}

	@Test
	void seiMesiPiuSeiNonSonoDodici() {
		LocalDate agosto = LocalDate.of(2022, 8, 31);
		LocalDate meta = CALCOLO.calcola(agosto, Termine.mesi(6), null).civile();

		assertThat(CALCOLO.calcola(meta, Termine.mesi(6), null).civile()).isEqualTo("2023-08-28");
		assertThat(CALCOLO.calcola(agosto, Termine.mesi(6).piu(Termine.mesi(6)), null).civile())
			.isEqualTo("2023-08-31");
	}

	// dominio 3.6: civil months minus thirty days each, over every start of four years
	@ParameterizedTest
	@CsvSource({ "3, -1, 2", "4, 0, 3", "5, 0, 3", "6, 1, 4", "8, 2, 5", "9, 3, 6", "10, 3, 6", "12, 5, 6", "15, 4, 8",
			"18, 6, 10" })
	void trentaGiorniAlMeseSiScostanoDaiMesiCivili(int mesi, long minimo, long massimo) {
		Set<Long> scarti = new HashSet<>();
		LocalDate.of(2022, 1, 1).datesUntil(LocalDate.of(2026, 1, 1)).forEach((inizio) -> {
			DateTermine date = CALCOLO.calcola(inizio, Termine.mesi(mesi), null);
			long scarto = ChronoUnit.DAYS.between(inizio.plusDays(30L * mesi), date.civile());
			scarti.add(scarto);
			assertThat(ChronoUnit.DAYS.between(date.prudenziale(), date.civile())).isEqualTo(Math.max(0, scarto));
		});

		assertThat(Collections.min(scarti)).isEqualTo(minimo);
		assertThat(Collections.max(scarti)).isEqualTo(massimo);
	}

	@Test
	void dodiciMesiEdUnAnnoDi365GiorniDifferisconoSoloPerIlBisestile() {
		Set<Long> scarti = new HashSet<>();
		LocalDate.of(2022, 1, 1)
			.datesUntil(LocalDate.of(2026, 1, 1))
			.forEach((inizio) -> scarti.add(ChronoUnit.DAYS.between(inizio.plusDays(365),
					CALCOLO.calcola(inizio, Termine.mesi(12), null).civile())));

		assertThat(scarti).containsExactlyInAnyOrder(0L, 1L);
	}

	@Test
	void slittaUnaDataGiaContata() {
		assertThat(CALCOLO.slitta(LocalDate.of(2022, 12, 25))).isEqualTo("2022-12-27");
		assertThat(CALCOLO.slitta(LocalDate.of(2022, 8, 27))).isEqualTo("2022-08-27");
		assertThat(COL_SABATO.slitta(LocalDate.of(2022, 8, 27))).isEqualTo("2022-08-29");
	}

	@Test
	void unaDataFissaNonSlitta() {
		LocalDate ferragosto = LocalDate.of(2023, 8, 15);
		DateTermine date = COL_SABATO.fissa(ferragosto, "chiusura dell'avviso");

		assertThat(date.termine()).isNull();
		assertThat(date.decorrenza()).isEqualTo(ferragosto);
		assertThat(date.civile()).isEqualTo(ferragosto);
		assertThat(date.prudenziale()).isEqualTo(ferragosto);
		assertThat(date.legale()).isEqualTo(ferragosto);
	}

	@Test
	void diecimilaTerminiCostanoMenoDiUnSecondo() {
		LocalDate inizio = LocalDate.of(2022, 1, 1);
		CALCOLO.calcola(inizio, Termine.mesi(6), "notifica del decreto");

		long prima = System.nanoTime();
		long slittati = IntStream.range(0, 10_000)
			.mapToObj((i) -> CALCOLO.calcola(inizio.plusDays(i % 1500), Termine.mesi(6), "notifica del decreto"))
			.filter((date) -> date.legale().isAfter(date.civile()))
			.count();

		assertThat(slittati).isPositive();
		assertThat(Duration.ofNanos(System.nanoTime() - prima)).isLessThan(Duration.ofSeconds(1));
	}

	@Test
	void rifiutaArgomentiMancanti() {
		LocalDate giorno = LocalDate.of(2023, 1, 1);
		assertThatNullPointerException().isThrownBy(() -> CALCOLO.calcola(null, Termine.mesi(6), null));
		assertThatNullPointerException().isThrownBy(() -> CALCOLO.calcola(giorno, null, null));
		assertThatNullPointerException().isThrownBy(() -> CALCOLO.fissa(null, null));
		assertThatNullPointerException().isThrownBy(() -> new CalcoloTermine(null, Politica.PREDEFINITA));
		assertThatNullPointerException().isThrownBy(() -> new CalcoloTermine(CalendarioFestivita.italiano(), null));
	}

	@Test
	void leDateDiUnTermineStannoInOrdine() {
		LocalDate giorno = LocalDate.of(2023, 1, 10);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new DateTermine(giorno, null, giorno, giorno.plusDays(1), giorno, null, ""))
			.withMessage("Date di un termine non in ordine: prudenziale 2023-01-11, civile 2023-01-10, "
					+ "legale 2023-01-10");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new DateTermine(giorno, null, giorno, giorno, giorno.minusDays(1), null, ""))
			.withMessage("Date di un termine non in ordine: prudenziale 2023-01-10, civile 2023-01-10, "
					+ "legale 2023-01-09");
	}

}
