package it.cronoprogramma;

/** On the database of the demo. */
class PortafoglioIT extends ScenariPortafoglio {

	PortafoglioIT() {
		super(false);
	}

}
