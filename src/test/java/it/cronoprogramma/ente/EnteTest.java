package it.cronoprogramma.ente;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EnteTest {

	@ParameterizedTest
	@CsvSource({ "Comune di Sovizzo, COMUNE DI SOVIZZO, true", "Comune di Sovizzo, (SOPPRESSO) Comune di Sovizzo, true",
			"Comune di Sovizzo, Comune di Gambugliano, false", "Comune di Caines, Comune di Rifiano, false",
			"Comune dell'Aquila, Comune dell’Aquila, true", "Comune di Forlì, Città di Forli', true",
			"Comune di Como, Comune di Comunanza, false", "Comunanza, Comune di Comunanza, true",
			"Comune di Dello, Comune di Dello, true", "Comune di Delia, Comune di Lia, false" })
	void seUnNomeESuo(String nome, String altro, boolean suo) {
		assertThat(new Ente("E1", nome, "c_1", "024103", 1000, null).siChiama(altro)).isEqualTo(suo);
		assertThat(new Ente("E2", altro, "c_2", "024103", 1000, null).siChiama(nome)).isEqualTo(suo);
	}

}
