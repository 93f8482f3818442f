package it.cronoprogramma.termine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RomaTest {

	private static final CalcoloTermine CALCOLO = new CalcoloTermine(CalendarioFestivita.italiano(),
			Politica.PREDEFINITA);

	@ParameterizedTest
	@CsvSource({ "2022-08-19T21:58:00Z, 2022-08-19, 2022-08-24", "2022-08-19T22:03:00Z, 2022-08-20, 2022-08-25",
			"2022-12-31T22:59:59Z, 2022-12-31, 2023-01-05", "2022-12-31T23:00:00Z, 2023-01-01, 2023-01-06" })
	void unaPecDiMezzanotteValeNelGiornoDiRoma(Instant consegna, LocalDate giorno, LocalDate cinqueGiorni) {
		assertThat(Roma.giorno(consegna)).isEqualTo(giorno);
		assertThat(CALCOLO.calcola(Roma.giorno(consegna), Termine.giorni(5), null).civile()).isEqualTo(cinqueGiorni);
	}

	@Test
	void unaPecDiCapodannoScadeDopoLEpifania() {
		LocalDate capodanno = Roma.giorno(Instant.parse("2022-12-31T23:00:00Z"));
		CalcoloTermine colSabato = new CalcoloTermine(CalendarioFestivita.italiano(), new Politica(true));

		assertThat(CALCOLO.calcola(capodanno, Termine.giorni(5), null).legale()).isEqualTo("2023-01-07");
		assertThat(colSabato.calcola(capodanno, Termine.giorni(5), null).legale()).isEqualTo("2023-01-09");
	}

	@ParameterizedTest
	@CsvSource({ "2023-03-27, 2023-03-27T21:59:59Z", "2022-10-31, 2022-10-31T22:59:59Z",
			"2023-02-28, 2023-02-28T22:59:59Z", "2023-03-26, 2023-03-26T21:59:59Z",
			"2022-10-30, 2022-10-30T22:59:59Z" })
	void ilGiornoFinisceUnSecondoPrimaDiMezzanotteARoma(LocalDate giorno, Instant fine) {
		assertThat(Roma.fineGiorno(giorno)).isEqualTo(fine);
	}

	@ParameterizedTest
	@CsvSource({ "2023-01-09, 08:00, 2023-01-09T07:00:00Z", "2023-07-03, 08:00, 2023-07-03T06:00:00Z",
			"2023-03-26, 02:30, 2023-03-26T01:30:00Z", "2022-10-30, 02:30, 2022-10-30T00:30:00Z" })
	void unOraDiRomaSegueLOraLegale(LocalDate giorno, LocalTime ora, Instant istante) {
		assertThat(Roma.alle(giorno, ora)).isEqualTo(istante);
	}

}
