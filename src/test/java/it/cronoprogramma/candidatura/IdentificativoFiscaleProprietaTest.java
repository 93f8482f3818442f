package it.cronoprogramma.candidatura;

import it.cronoprogramma.rifiuto.Rifiuto;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Partita IVA and codice fiscale: what is well made is read however it is typed, one slip
 * of the finger is found out.
 */
class IdentificativoFiscaleProprietaTest {

	@Example
	void esempi() {
		assertThat(IdentificativoFiscale.leggi(" it 0074311 0157 ").codice()).isEqualTo("00743110157");
		assertThat(IdentificativoFiscale.leggi("12345678903").codice()).isEqualTo("12345678903");
		assertThat(IdentificativoFiscale.leggi("rssmra85t10a562s").codice()).isEqualTo("RSSMRA85T10A562S");
		rifiuta("12345678901", "Partita IVA «12345678901» non valida: la cifra di controllo non torna");
		rifiuta("00000000000", "non torna");
		rifiuta("RSSMRA85T10A562T", "la lettera di controllo non torna");
		for (String scritto : new String[] { "1234567890", "123456789033", "FR12345678903", "RSSMRA85Z10A562S", "", "-",
				"١٢٣٤٥٦٧٨٩٠٣" }) {
			rifiuta(scritto, "servono 11 cifre oppure i 16 caratteri");
		}
	}

	@Property
	void unaCifraSbagliataSiScopre(@ForAll("partiteIva") String giusta, @ForAll @IntRange(min = 0, max = 10) int dove,
			@ForAll @IntRange(min = 1, max = 9) int scarto) {
		assertThat(IdentificativoFiscale.leggi(giusta.substring(0, 4) + " " + giusta.substring(4)).codice())
			.isEqualTo(giusta);
		char sbagliata = (char) ('0' + (giusta.charAt(dove) - '0' + scarto) % 10);
		rifiuta(giusta.substring(0, dove) + sbagliata + giusta.substring(dove + 1), "non torna");
	}

	@Property
	void dueCifreScambiateSiScoprono(@ForAll("partiteIva") String giusta,
			@ForAll @IntRange(min = 0, max = 9) int dove) {
		char prima = giusta.charAt(dove);
		char dopo = giusta.charAt(dove + 1);
		// the one swap that the check digit cannot see
		Assume.that(prima != dopo && Math.abs(prima - dopo) != 9);
		rifiuta(giusta.substring(0, dove) + dopo + prima + giusta.substring(dove + 2), "non torna");
	}

	@Property
	void unaLetteraSbagliataSiScopre(@ForAll("codiciFiscali") String giusto,
			@ForAll @IntRange(min = 0, max = 5) int dove, @ForAll @IntRange(min = 1, max = 25) int scarto) {
		assertThat(IdentificativoFiscale.leggi(giusto.toLowerCase()).codice()).isEqualTo(giusto);
		char sbagliata = (char) ('A' + (giusto.charAt(dove) - 'A' + scarto) % 26);
		rifiuta(giusto.substring(0, dove) + sbagliata + giusto.substring(dove + 1), "non torna");
	}

	@Property
	void qualunqueAltroTestoSiRifiuta(@ForAll String testo) {
		if (!testo.replaceAll("\\s", "").matches("(?i)(IT)?[0-9]{11}|[A-Z0-9]{16}")) {
			rifiuta(testo, "servono 11 cifre");
		}
	}

	/** The check digit is what is missing to the next ten: found here by trying. */
	@Provide
	Arbitrary<String> partiteIva() {
		return Arbitraries.strings()
			.numeric()
			.ofLength(10)
			.filter((s) -> !s.equals("0000000000"))
			.map((s) -> conControllo(s, '0', '9'));
	}

	@Provide
	Arbitrary<String> codiciFiscali() {
		Arbitrary<String> cifra = Arbitraries.strings().withChars("0123456789LMNPQRSTUV").ofLength(2);
		return Combinators
			.combine(Arbitraries.strings().withCharRange('A', 'Z').ofLength(6), cifra,
					Arbitraries.strings().withChars("ABCDEHLMPRST").ofLength(1), cifra,
					Arbitraries.strings().withCharRange('A', 'Z').ofLength(1),
					Arbitraries.strings().withChars("0123456789LMNPQRSTUV").ofLength(3))
			.as((a, b, c, d, e, f) -> conControllo(a + b + c + d + e + f, 'A', 'Z'));
	}

	private static String conControllo(String inizio, char primo, char ultimo) {
		String trovato = null;
		for (char c = primo; c <= ultimo; c++) {
			try {
				String uno = IdentificativoFiscale.leggi(inizio + c).codice();
				assertThat(trovato).as("una sola cifra di controllo torna: %s", inizio).isNull();
				trovato = uno;
			}
			catch (Rifiuto no) {
				// the others
			}
		}
		assertThat(trovato).as(inizio).isNotNull();
		return trovato;
	}

	private static void rifiuta(String scritto, String messaggio) {
		assertThatThrownBy(() -> IdentificativoFiscale.leggi(scritto)).isInstanceOf(Rifiuto.class)
			.hasMessageContaining(messaggio);
	}

}
