package it.cronoprogramma;

/** On the database of the demo. */
class DocumentiIT extends ScenariDocumenti {

	DocumentiIT() {
		super(false);
	}

}
