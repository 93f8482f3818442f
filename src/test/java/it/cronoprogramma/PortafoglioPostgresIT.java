package it.cronoprogramma;

/** On the database of production, with the same SQL. */
class PortafoglioPostgresIT extends ScenariPortafoglio {

	PortafoglioPostgresIT() {
		super(true);
	}

}
