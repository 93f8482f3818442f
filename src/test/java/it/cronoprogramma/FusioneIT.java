package it.cronoprogramma;

/** On the database of the demo. */
class FusioneIT extends ScenariFusione {

	FusioneIT() {
		super(false);
	}

}
