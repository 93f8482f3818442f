package it.cronoprogramma;

/** On the database of the demo. */
class CruscottoIT extends ScenariCruscotto {

	CruscottoIT() {
		super(false);
	}

}
