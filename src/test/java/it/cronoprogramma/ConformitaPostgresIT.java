package it.cronoprogramma;

/** On the database of production, with the same SQL. */
class ConformitaPostgresIT extends ScenariConformita {

	ConformitaPostgresIT() {
		super(true);
	}

}
