package it.cronoprogramma.termine;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;

class TermineProprietaTest {

	// ISO 8601 has no working days
	@Provide
	Arbitrary<Unita> unitaConSigla() {
		return Arbitraries.of(Unita.GIORNI, Unita.MESI);
	}

	@Property
	void rileggeCioCheScrive(@ForAll @IntRange(min = 1, max = 1200) int quantita,
			@ForAll("unitaConSigla") Unita unita) {
		Termine termine = new Termine(quantita, unita);
		assertThat(Termine.leggi(termine.iso())).isEqualTo(termine);
	}

	@Property
	void nonEsplodeMaiInAltroModo(
			@ForAll @Chars({ 'P', '+', '-', '0', '1', '9', 'D', 'M', 'Y', 'T' }) @StringLength(max = 9) String testo) {
		try {
			assertThat(Termine.leggi(testo).iso()).isNotEmpty();
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).isExactlyInstanceOf(IllegalArgumentException.class)
				.hasMessageEndingWith("atteso PnD o PnM, per esempio P5D o P6M");
		}
	}

}
