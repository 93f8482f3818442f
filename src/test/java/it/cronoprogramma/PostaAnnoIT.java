package it.cronoprogramma;

/**
 * Two comuni with three candidature, for some months.
 */
class PostaAnnoIT extends ScenariPostaAnno {

	PostaAnnoIT() {
		super(2, 3, "2022-06-01", "2023-01-10");
	}

}
