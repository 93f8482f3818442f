package it.cronoprogramma;

/**
 * A run small enough for each build.
 */
class PostaInterrottaIT extends ScenariPostaInterrotta {

	PostaInterrottaIT() {
		super(150);
	}

}
