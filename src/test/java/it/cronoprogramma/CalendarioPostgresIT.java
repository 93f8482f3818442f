package it.cronoprogramma;

/** On the database of production, with the same SQL. */
class CalendarioPostgresIT extends ScenariCalendario {

	CalendarioPostgresIT() {
		super(true);
	}

}
