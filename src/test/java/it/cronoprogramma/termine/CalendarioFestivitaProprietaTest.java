package it.cronoprogramma.termine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarioFestivitaProprietaTest {

	private static final CalendarioFestivita CALENDARIO = CalendarioFestivita.italiano();

	@Property
	void ilGiornoLavorativoTrovatoEIlPiuVicino(
			@ForAll @DateRange(min = "2015-01-01", max = "2060-12-31") LocalDate giorno) {
		LocalDate prima = CALENDARIO.lavorativoPrecedente(giorno);
		LocalDate poi = CALENDARIO.lavorativoSeguente(giorno);

		assertThat(prima).isBeforeOrEqualTo(giorno);
		assertThat(poi).isAfterOrEqualTo(giorno);
		assertThat(lavorativo(prima)).isTrue();
		assertThat(lavorativo(poi)).isTrue();
		if (lavorativo(giorno)) {
			assertThat(List.of(prima, poi)).containsOnly(giorno);
		}
		else {
			assertThat(prima.plusDays(1).datesUntil(poi)).noneMatch(CalendarioFestivitaProprietaTest::lavorativo);
		}
	}

	@Property
	void unGiornoHaUnNomeSeESoloSeEFestivo(
			@ForAll @DateRange(min = "2015-01-01", max = "2060-12-31") LocalDate giorno) {
		assertThat(CALENDARIO.nome(giorno).isPresent()).isEqualTo(CALENDARIO.festivo(giorno));
		assertThat(CALENDARIO.nome(giorno).orElse("")).isNotEqualTo("festività nazionale");
	}

	private static boolean lavorativo(LocalDate giorno) {
		return giorno.getDayOfWeek() != DayOfWeek.SATURDAY && !CALENDARIO.festivo(giorno);
	}

}
