package it.cronoprogramma;

/**
 * Five hundred candidature led by chance: minutes, so not in every build.
 */
class PasseggiataBench extends PasseggiataIT {

	@Override
	int candidature() {
		return 500;
	}

}
