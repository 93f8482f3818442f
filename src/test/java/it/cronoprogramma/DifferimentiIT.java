package it.cronoprogramma;

/** On the database of the demo. */
class DifferimentiIT extends ScenariDifferimento {

	DifferimentiIT() {
		super(false);
	}

}
