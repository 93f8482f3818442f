package it.cronoprogramma.ente;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CampiTest {

	private static Campi campi(String valore) {
		return new Campi(Map.of("c", valore));
	}

	@Test
	void dicePerTuttiICampiCheCosaNonVa() {
		Campi campi = new Campi(Map.of("a", " ", "b", "x", "d", "2022-02-30"));
		campi.testo("a", "Nome", 10);
		campi.intero("b", "Popolazione", 1, 10);
		campi.giorno("d", "Dal");
		assertThatThrownBy(campi::concludi).isInstanceOf(CampiRifiutati.class)
			.hasMessage("Nome: manca il valore. Popolazione «x»: serve un numero intero da 1 a 10. Dal «2022-02-30»: "
					+ "serve una data, per esempio 2026-11-30 oppure 30/11/2026.");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-30, 2026-11-30", "30/11/2026, 2026-11-30", "1/2/2026, 2026-02-01" })
	void date(String scritta, LocalDate giorno) {
		assertThat(campi(scritta).giorno("c", "Dal")).isEqualTo(giorno);
	}

	@ParameterizedTest
	@ValueSource(strings = { "31/11/2026", "29/2/2026", "2026-13-01", "domani", "0001-01-01", "2999-01-01" })
	void dateSbagliate(String scritta) {
		Campi campi = campi(scritta);
		assertThat(campi.giorno("c", "Dal")).isNull();
		assertThatThrownBy(campi::concludi).hasMessageContaining("Dal «" + scritta + "»");
	}

	@ParameterizedTest
	@CsvSource({ "33091, 33091", "33.091, 33091", "1.000.000, 1000000", "1, 1" })
	void numeri(String scritto, int numero) {
		assertThat(campi(scritto).intero("c", "N", 1, 10_000_000)).isEqualTo(numero);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "3.5", "1e3", "12 mila", "99999999999", "33.09" })
	void numeriSbagliati(String scritto) {
		assertThat(campi(scritto).intero("c", "N", 1, 10_000_000)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@b.it", "mario.rossi+x@comune.crema.cr.it", "o'neil@c.example" })
	void indirizzi(String email) {
		assertThat(Campi.indirizzo(email)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a@b", "a@b.c", "a b@c.it", "a@b.it, c@d.it", "<a@b.it>", "a@b.it\nBcc: c@d.it" })
	void indirizziSbagliati(String email) {
		assertThat(Campi.indirizzo(email)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mario.rossi", "mario.rossi@comune.it", "abc", "0x0", "a_b-c" })
	void nomiUtente(String id) {
		assertThat(Utente.ID.matcher(id).matches()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ab", "Mario", "mario rossi", ".mario", "mario.", "mario/rossi", "mariò", "a;b" })
	void nomiUtenteSbagliati(String id) {
		assertThat(Utente.ID.matcher(id).matches()).isFalse();
	}

	@Test
	void unTestoConACapoNonEntra() {
		Campi campi = campi("a\nb");
		campi.testo("c", "Nome", 10);
		assertThatThrownBy(campi::concludi).hasMessageContaining("contiene un a capo").hasMessageNotContaining("manca");
	}

}
