package it.cronoprogramma;

/** On the database of production, with the same SQL. */
class CruscottoPostgresIT extends ScenariCruscotto {

	CruscottoPostgresIT() {
		super(true);
	}

}
