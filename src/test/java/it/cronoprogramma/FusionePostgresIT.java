package it.cronoprogramma;

/** On the database of production, with the same SQL. */
class FusionePostgresIT extends ScenariFusione {

	FusionePostgresIT() {
		super(true);
	}

}
