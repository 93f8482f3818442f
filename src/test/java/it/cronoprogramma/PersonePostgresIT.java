package it.cronoprogramma;

/** On the database of production. */
class PersonePostgresIT extends ScenariPersone {

	PersonePostgresIT() {
		super(true);
	}

}
