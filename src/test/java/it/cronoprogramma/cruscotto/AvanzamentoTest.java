package it.cronoprogramma.cruscotto;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How far an act has come, in the words of the page.
 */
class AvanzamentoTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "1250 | 3750 | 0 | 0 | 1.250 di 5.000", "0 | 1 | 1 | 0 | 0 di 1, 1 saltata",
					"999 | 0 | 12 | 1 | 999 di 999, 1 esclusa, 12 saltate", "0 | 0 | 0 | 0 | 0 di 0",
					"1000000 | 0 | 1234 | 2000 | 1.000.000 di 1.000.000, 2.000 escluse, 1.234 saltate" })
	void inParole(int applicate, int daApplicare, int saltate, int escluse, String parole) {
		assertThat(new Avanzamento(applicate, daApplicare, saltate, escluse).inParole()).isEqualTo(parole);
	}

}
