package it.cronoprogramma;

/** On the database of production, with the same SQL. */
class DifferimentiPostgresIT extends ScenariDifferimento {

	DifferimentiPostgresIT() {
		super(true);
	}

}
