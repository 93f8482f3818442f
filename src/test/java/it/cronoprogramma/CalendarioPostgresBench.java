package it.cronoprogramma;

/**
 * Everything on the database of production too: {@link ScenariPersone} goes through the
 * same SQL every day. Run by {@code ./mvnw -Pbench verify} only.
 */
class CalendarioPostgresBench extends ScenariCalendario {

	CalendarioPostgresBench() {
		super(true);
	}

}
