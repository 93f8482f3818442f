package it.cronoprogramma.calendario;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A calendar that programs read at an address of its own. What stands in the address is
 * kept nowhere.
 *
 * @param id the id of its row
 * @param utente the login name of whoever made it: it shows what he may see
 * @param tipo what it is made of
 * @param oggetto the id of the ente or of the gestione; for a referente his login name
 * @param creato since when it has its address
 * @param letto the day in Rome on which it was last fetched, {@code null} until then
 * @param contenuto the fingerprint of what was last handed out, {@code null} until then
 * @param cambiato since when that has been handed out, {@code null} until then
 */
record Calendario(String id, String utente, Tipo tipo, String oggetto, Instant creato, LocalDate letto,
		String contenuto, Instant cambiato) {

	/** What a calendar is made of. */
	enum Tipo {

		/** All enti whose referente he is, or for whose referente he stands in. */
		REFERENTE,

		/** One ente. */
		ENTE,

		/** All enti of a gestione associata. */
		GESTIONE

	}

}
