package it.cronoprogramma.candidatura;

import it.cronoprogramma.rifiuto.Rifiuto;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Properties of the CUP: whatever has the form is read however it is typed, whatever has
 * not is refused.
 */
class CupProprietaTest {

	@Property
	void siLeggeComunqueSiaScritto(@ForAll("cup") String cup, @ForAll @IntRange(min = 0, max = 15) int spazio) {
		String scritto = " " + cup.substring(0, spazio).toLowerCase() + " " + cup.substring(spazio) + "\t";
		assertThat(Cup.leggi(scritto).codice()).isEqualTo(cup);
		assertThat(Cup.leggi(scritto).prefisso()).isEqualTo(cup.substring(0, 2));
	}

	@Property
	void unCarattereInMenoOInPiuSiRifiuta(@ForAll("cup") String cup, @ForAll @IntRange(min = 0, max = 14) int dove) {
		assertThatThrownBy(() -> Cup.leggi(cup.substring(0, dove) + cup.substring(dove + 1)))
			.isInstanceOf(Rifiuto.class)
			.hasMessageContaining("ha 14 caratteri, ne servono 15");
		assertThatThrownBy(() -> Cup.leggi(cup.substring(0, dove) + "1" + cup.substring(dove)))
			.isInstanceOf(Rifiuto.class)
			.hasMessageContaining("ha 16 caratteri");
	}

	@Property
	void unaLetteraAlPostoDiUnaCifraSiSegnalaENonSiCorregge(@ForAll("cup") String cup,
			@ForAll @IntRange(min = 4, max = 14) int dove) {
		String sbagliato = cup.substring(0, dove) + "O" + cup.substring(dove + 1);
		String giusto = cup.substring(0, dove) + "0" + cup.substring(dove + 1);
		assertThatThrownBy(() -> Cup.leggi(sbagliato)).isInstanceOf(Rifiuto.class)
			.hasMessageContaining("forse è " + giusto + "?");
	}

	@Property
	void qualunqueAltroTestoSiRifiuta(@ForAll String testo) {
		if (!testo.replaceAll("\\s", "").toUpperCase().matches("[B-J][1-9]{2}[B-J]\\d{11}")) {
			assertThatThrownBy(() -> Cup.leggi(testo)).isInstanceOf(Rifiuto.class);
		}
	}

	@Provide
	Arbitrary<String> cup() {
		Arbitrary<String> lettera = Arbitraries.strings().withCharRange('B', 'J').ofLength(1);
		return Combinators
			.combine(lettera, Arbitraries.strings().withCharRange('1', '9').ofLength(2), lettera,
					Arbitraries.strings().numeric().ofLength(11))
			.as((a, b, c, d) -> a + b + c + d);
	}

}
