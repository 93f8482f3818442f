package it.cronoprogramma;

/** On the database of the demo. */
class ConformitaIT extends ScenariConformita {

	ConformitaIT() {
		super(false);
	}

}
