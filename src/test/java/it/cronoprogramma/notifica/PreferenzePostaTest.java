package it.cronoprogramma.notifica;

import java.time.DayOfWeek;

import it.cronoprogramma.rifiuto.Rifiuto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PreferenzePostaTest {

	@Test
	void daUnoANovantaGiorni() {
		assertThat(PreferenzePosta.giorni("1")).isEqualTo(1);
		assertThat(PreferenzePosta.giorni(" 90 ")).isEqualTo(90);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "0", "91", "-1", "1.5", "1e1", "due", "٣", "9999999999" })
	void altroNonENumeroDiGiorni(String scritto) {
		assertThatExceptionOfType(Rifiuto.class).isThrownBy(() -> PreferenzePosta.giorni(scritto))
			.withMessageContaining("da 1 a 90");
	}

	@Test
	void ogniGiornoOUnGiornoDellaSettimana() {
		assertThat(PreferenzePosta.settimanale("giornaliera", "x")).isNull();
		assertThat(PreferenzePosta.settimanale("settimanale", "5")).isEqualTo(DayOfWeek.FRIDAY);
		assertThat(PreferenzePosta.giorniDellaSettimana()).containsOnlyKeys("1", "2", "3", "4", "5")
			.containsEntry("1", "lunedì");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "0", "6", "7", "lunedì", "-1" })
	void unAltroGiornoNo(String giorno) {
		assertThatExceptionOfType(Rifiuto.class).isThrownBy(() -> PreferenzePosta.settimanale("settimanale", giorno))
			.withMessageContaining("dal lunedì al venerdì");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "mensile", "GIORNALIERA" })
	void unAltraCadenzaNo(String cadenza) {
		assertThatExceptionOfType(Rifiuto.class).isThrownBy(() -> PreferenzePosta.settimanale(cadenza, "1"))
			.withMessageContaining("ogni giorno o una volta la settimana");
	}

	@Test
	void inParole() {
		assertThat(PreferenzePosta.inParole(Preferenza.DI_TUTTI)).isEqualTo("una mail ogni giorno lavorativo");
		assertThat(PreferenzePosta.inParole(new Preferenza(DayOfWeek.TUESDAY, false)))
			.isEqualTo("una mail la settimana, il martedì");
	}

}
