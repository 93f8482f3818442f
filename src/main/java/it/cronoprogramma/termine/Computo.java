package it.cronoprogramma.termine;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A term before any act has changed it: what is counted, from when, and how it ends.
 *
 * @param decorrenza the anchor, dies a quo, not counted; for a fixed day that day
 * @param termine the length, {@code null} for a fixed day
 * @param evento the anchor in Italian words and without article, or {@code null}
 * @param modo how it ends
 */
public record Computo(LocalDate decorrenza, Termine termine, String evento, Modo modo) {

	/**
	 * Checks that a length is there unless the day is fixed.
	 * @throws NullPointerException if the anchor or the mode is missing, or the length of
	 * a term that is counted
	 * @throws IllegalArgumentException if a fixed day has a length; the message is in
	 * Italian
	 */
	public Computo {
		Objects.requireNonNull(decorrenza, "decorrenza");
		Objects.requireNonNull(modo, "modo");
		if (modo != Modo.DATA) {
			Objects.requireNonNull(termine, "termine");
		}
		else if (termine != null) {
			throw new IllegalArgumentException("Una data fissa non ha durata: " + termine.inParole());
		}
	}

	/** How a term ends. */
	public enum Modo {

		/** Something must be done by its last day, which a festivo moves (art. 2963). */
		ATTO,

		/** A state must last until its last day, which no festivo moves. */
		PERIODO,

		/** Somebody set the day, which no festivo moves. */
		DATA

	}

}
