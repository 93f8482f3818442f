package it.cronoprogramma;

/** On the database of the demo. */
class PersoneIT extends ScenariPersone {

	PersoneIT() {
		super(false);
	}

}
