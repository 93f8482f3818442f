package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import it.cronoprogramma.termine.DateTermine;

/**
 * What an act does to one candidatura.
 *
 * @param cambi the terms whose dates change
 * @param prima the day that governed the act's term, {@code null} where it does not run
 * @param dopo the day that will govern it, {@code null} where it does not run
 * @param testo the same in words
 */
public record EffettoDifferimento(List<Cambio> cambi, LocalDate prima, LocalDate dopo, String testo) {

	static EffettoDifferimento di(List<Cambio> cambi, Optional<Cambio> principale, String seNullaCambia) {
		String testo = cambi.isEmpty() ? seNullaCambia
				: cambi.stream().map(Cambio::inParole).collect(Collectors.joining("; "));
		return new EffettoDifferimento(cambi, principale.map((c) -> c.prima().governante()).orElse(null),
				principale.map((c) -> c.dopo().governante()).orElse(null), testo);
	}

	/**
	 * A term whose dates change.
	 *
	 * @param prima the term as it stands
	 * @param dopo its dates afterwards
	 */
	public record Cambio(Scadenza prima, DateTermine dopo) {

		boolean mossa() {
			return !this.prima.date().equals(this.dopo);
		}

		String inParole() {
			return this.prima.termine().nome() + ": " + Parole.giorno(this.prima.governante()) + " → "
					+ Parole.giorno(this.dopo.governante());
		}

	}

}
