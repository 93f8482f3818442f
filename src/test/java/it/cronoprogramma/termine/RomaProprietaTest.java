package it.cronoprogramma.termine;

import java.time.Instant;
import java.time.LocalDate;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;

import static org.assertj.core.api.Assertions.assertThat;

class RomaProprietaTest {

	@Property
	void laFineDelGiornoEDiQuelGiornoEIlSecondoDopoNo(
			@ForAll @DateRange(min = "2000-01-01", max = "2100-12-31") LocalDate giorno) {
		Instant fine = Roma.fineGiorno(giorno);
		assertThat(Roma.giorno(fine)).isEqualTo(giorno);
		assertThat(Roma.giorno(fine.plusSeconds(1))).isEqualTo(giorno.plusDays(1));
	}

}
