package it.cronoprogramma;

/** On the database of production, with the same SQL. */
class ContrattiPostgresIT extends ScenariContratti {

	ContrattiPostgresIT() {
		super(true);
	}

}
