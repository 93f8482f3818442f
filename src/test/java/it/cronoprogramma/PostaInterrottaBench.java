package it.cronoprogramma;

import org.junit.jupiter.api.Test;

/**
 * The run of 2.000 mails, on both databases and on two nodes. Run by
 * {@code ./mvnw -Pbench verify} only.
 */
class PostaInterrottaBench extends ScenariPostaInterrotta {

	PostaInterrottaBench() {
		super(Integer.getInteger("bench.mail", 2000));
	}

	@Test
	void suH2Uccisa() throws Exception {
		h2Uccisa();
	}

	@Test
	void suDueNodi() throws Exception {
		dueNodi();
	}

}
