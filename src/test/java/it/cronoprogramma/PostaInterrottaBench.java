package it.cronoprogramma;

/**
 * The run of 2.000 mails. Run by {@code ./mvnw -Pbench verify} only.
 */
class PostaInterrottaBench extends ScenariPostaInterrotta {

	PostaInterrottaBench() {
		super(Integer.getInteger("bench.mail", 2000));
	}

}
