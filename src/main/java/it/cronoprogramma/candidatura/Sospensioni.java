package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import it.cronoprogramma.termine.Differimento;
import it.cronoprogramma.termine.Differimento.Tipo;

/**
 * On which days the terms of a candidatura stand still by law or by decree (dominio 2.6):
 * the state follows the acts that count on it, whenever they are registered or undone.
 */
public final class Sospensioni {

	private Sospensioni() {
	}

	/**
	 * The act by which the terms stand still on a day.
	 * @param attivi the acts that count on the candidatura
	 * @param giorno the day, Rome
	 * @return the act, the one that ends last; empty if the terms run
	 */
	public static Optional<Differimento> nelGiorno(List<AttoAttivo> attivi, LocalDate giorno) {
		return sospensioni(attivi).filter((s) -> !giorno.isBefore(s.dal()) && !giorno.isAfter(s.al()))
			.max(java.util.Comparator.comparing(Differimento::al));
	}

	/**
	 * The next day on which something may change.
	 * @param attivi the acts that count on the candidatura
	 * @param giorno the day it is, Rome
	 * @return the first day of a suspension or the day after its last; empty if none
	 * follows
	 */
	public static Optional<LocalDate> prossimoConfine(List<AttoAttivo> attivi, LocalDate giorno) {
		return sospensioni(attivi).flatMap((s) -> Stream.of(s.dal(), s.al().plusDays(1)))
			.filter((confine) -> confine.isAfter(giorno))
			.min(LocalDate::compareTo);
	}

	private static Stream<Differimento> sospensioni(List<AttoAttivo> attivi) {
		return attivi.stream().map(AttoAttivo::effetto).filter((e) -> e.tipo() == Tipo.SOSPENSIONE);
	}

}
