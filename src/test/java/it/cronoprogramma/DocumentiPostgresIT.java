package it.cronoprogramma;

/** On the database of production, with the same SQL. */
class DocumentiPostgresIT extends ScenariDocumenti {

	DocumentiPostgresIT() {
		super(true);
	}

}
