package it.cronoprogramma.termine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class TermineTest {

	@ParameterizedTest
	@CsvSource({ "P5D, 5, GIORNI", "P6M, 6, MESI", "P1D, 1, GIORNI", "P36500D, 36500, GIORNI", "P1200M, 1200, MESI" })
	void leggeGiorniEMesi(String iso, int quantita, Unita unita) {
		assertThat(Termine.leggi(iso)).isEqualTo(new Termine(quantita, unita));
	}

	@ParameterizedTest
	@CsvSource({ "P1Y, unità Y non ammessa", "P2W, unità W non ammessa", "P5W, unità W non ammessa",
			"P20L, unità L non ammessa", "P1M2D, forma sconosciuta", "PT120H, forma sconosciuta",
			"5 giorni, forma sconosciuta", "p5d, forma sconosciuta", "P5, forma sconosciuta", "P, forma sconosciuta",
			"P1.5D, forma sconosciuta", "' P5D', forma sconosciuta", "P٥D, forma sconosciuta",
			"P0D, la quantità deve essere almeno 1", "P-3M, la quantità deve essere almeno 1",
			"P36501D, al massimo 36500 giorni", "P1201M, al massimo 1200 mesi",
			"P99999999999999999999D, al massimo 36500 giorni" })
	void rifiutaDicendoCheCosaNonVa(String iso, String difetto) {
		assertThatIllegalArgumentException().isThrownBy(() -> Termine.leggi(iso))
			.withMessage("Termine «" + iso + "» non valido: " + difetto + "; atteso PnD o PnM, per esempio P5D o P6M");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  " })
	void rifiutaUnTermineMancante(String iso) {
		assertThatIllegalArgumentException().isThrownBy(() -> Termine.leggi(iso))
			.withMessage("Termine mancante: atteso PnD o PnM, per esempio P5D o P6M");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, Integer.MIN_VALUE })
	void rifiutaUnaQuantitaSottoUno(int quantita) {
		assertThatIllegalArgumentException().isThrownBy(() -> Termine.giorni(quantita))
			.withMessage("Termine non valido: la quantità deve essere almeno 1, non " + quantita);
	}

	@Test
	void rifiutaPiuDiUnSecolo() {
		assertThatIllegalArgumentException().isThrownBy(() -> Termine.mesi(1201))
			.withMessage("Termine non valido: al massimo 1200 mesi");
		assertThatIllegalArgumentException().isThrownBy(() -> Termine.giorni(36501))
			.withMessage("Termine non valido: al massimo 36500 giorni");
		assertThatIllegalArgumentException().isThrownBy(() -> Termine.lavorativi(2501))
			.withMessage("Termine non valido: al massimo 2500 giorni lavorativi");
		assertThat(Termine.lavorativi(2500).quantita()).isEqualTo(2500);
	}

	@Test
	void rifiutaUnUnitaMancante() {
		assertThatNullPointerException().isThrownBy(() -> new Termine(5, null));
	}

	@Test
	void siDiceInParole() {
		assertThat(Termine.giorni(5).inParole()).isEqualTo("5 giorni");
		assertThat(Termine.giorni(1).inParole()).isEqualTo("1 giorno");
		assertThat(Termine.mesi(1).inParole()).isEqualTo("1 mese");
		assertThat(Termine.mesi(6).inParole()).isEqualTo("6 mesi");
		assertThat(Termine.lavorativi(1).inParole()).isEqualTo("1 giorno lavorativo");
		assertThat(Termine.lavorativi(20).inParole()).isEqualTo("20 giorni lavorativi");
	}

	@Test
	void siScriveConLaSuaSigla() {
		assertThat(Termine.giorni(5).iso()).isEqualTo("P5D");
		assertThat(Termine.mesi(6).iso()).isEqualTo("P6M");
		assertThat(Termine.lavorativi(20).iso()).isEqualTo("P20L");
	}

	@Test
	void sommaLaStessaUnita() {
		assertThat(Termine.mesi(6).piu(Termine.mesi(9))).isEqualTo(Termine.mesi(15));
		assertThat(Termine.giorni(90).piu(Termine.giorni(30))).isEqualTo(Termine.giorni(120));
	}

	@Test
	void nonSommaUnitaDiverse() {
		assertThatIllegalArgumentException().isThrownBy(() -> Termine.mesi(6).piu(Termine.giorni(1)))
			.withMessage("Non si sommano unità diverse: 6 mesi e 1 giorno");
		assertThatIllegalArgumentException().isThrownBy(() -> Termine.giorni(5).piu(Termine.lavorativi(20)))
			.withMessage("Non si sommano unità diverse: 5 giorni e 20 giorni lavorativi");
	}

	@Test
	void nonSommaOltreIlSecolo() {
		assertThatIllegalArgumentException().isThrownBy(() -> Termine.mesi(1200).piu(Termine.mesi(1)))
			.withMessage("Termine non valido: al massimo 1200 mesi");
	}

}
