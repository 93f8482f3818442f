package it.cronoprogramma;

/** On the database of the demo. */
class ContrattiIT extends ScenariContratti {

	ContrattiIT() {
		super(false);
	}

}
