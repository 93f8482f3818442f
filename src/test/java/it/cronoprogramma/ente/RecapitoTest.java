package it.cronoprogramma.ente;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecapitoTest {

	@ParameterizedTest
	@CsvSource({ "segretario@comune.crema.cr.it, segretario@comune.crema.cr.it",
			"Mario.Rossi+pnrr@Comune.example, Mario.Rossi+pnrr@Comune.example",
			"info@città.example, info@xn--citt-3na.example" })
	void buoni(String email, String atteso) {
		assertThat(Recapito.perInvio(email)).contains(atteso);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "@b.example", "a@", "a@b", "a b@c.example", "a@b.example\r\nBcc: c@d.example",
			"\"a b\"@c.example", "a\"@c.example", "a@@c.example", ".a@c.example", "a..b@c.example", "perché@c.example",
			"a@c..example", "a@-c.example", "a@c.e", "a@[127.0.0.1]", "a,b@c.example", "<a@c.example>",
			"a@c.example;b@c.example", "a@c_d.example" })
	void cattivi(String email) {
		assertThat(Recapito.perInvio(email)).isEmpty();
		assertThat(Campi.indirizzo(email)).isFalse();
	}

	@Test
	void lunghi() {
		assertThat(Recapito.perInvio("a".repeat(64) + "@c.example")).isPresent();
		assertThat(Recapito.perInvio("a".repeat(65) + "@c.example")).isEmpty();
		assertThat(Recapito.perInvio("a@" + "c".repeat(64) + ".example")).isEmpty();
		assertThat(Recapito.perInvio(null)).isEmpty();
	}

}
