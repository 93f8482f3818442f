package it.cronoprogramma;

/**
 * A year of 42 comuni with nine candidature each. Run by {@code ./mvnw -Pbench verify}
 * only.
 */
class PostaAnnoBench extends ScenariPostaAnno {

	PostaAnnoBench() {
		super(Integer.getInteger("bench.comuni", 42), 9, "2022-06-01", "2023-05-31");
	}

}
