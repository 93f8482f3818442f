package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.util.List;

/**
 * Contracts for the tests of rules.
 */
final class ContrattoProva {

	private ContrattoProva() {
	}

	static Contratto del(LocalDate data, TipoAtto tipo, List<Attivita> attivita) {
		return contratto(data, tipo, attivita, false);
	}

	static Contratto addendum(LocalDate data, TipoAtto tipo, List<Attivita> attivita) {
		return contratto(data, tipo, attivita, true);
	}

	private static Contratto contratto(LocalDate data, TipoAtto tipo, List<Attivita> attivita, boolean addendum) {
		return new Contratto(new Fornitore("F1", "Fornitore", null, "gestione1", false), tipo.soggetto(), tipo, null,
				data, null, attivita, addendum, addendum ? "Ore in più" : null);
	}

}
