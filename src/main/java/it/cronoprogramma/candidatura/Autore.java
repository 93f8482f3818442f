package it.cronoprogramma.candidatura;

import java.time.Instant;
import java.time.LocalDate;

import it.cronoprogramma.termine.Roma;

/**
 * Who does something, and when.
 *
 * @param chi the user's id, or {@code sistema} when nobody is logged in
 * @param quando the instant, from the application's clock
 */
public record Autore(String chi, Instant quando) {

	/**
	 * The day it is for the one who acts.
	 * @return the day in Rome
	 */
	public LocalDate oggi() {
		return Roma.giorno(this.quando);
	}

}
