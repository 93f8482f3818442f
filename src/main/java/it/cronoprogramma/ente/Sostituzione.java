package it.cronoprogramma.ente;

import java.time.LocalDate;

/**
 * Somebody stands in for somebody else.
 *
 * @param id its id, or {@code null} for one that is to be made
 * @param assente who is away
 * @param sostituto who stands in
 * @param ente for which ente, or {@code null} for several
 * @param gestione for the enti of which gestione, or {@code null}; without ente too it
 * holds for all of his
 * @param dal first day, in Rome
 * @param al last day, in Rome, included
 */
public record Sostituzione(String id, Persona assente, Persona sostituto, String ente, String gestione, LocalDate dal,
		LocalDate al) {

	/**
	 * Whether it holds on a day.
	 * @param giorno a day in Rome
	 * @return {@code true} from the first to the last day, both included
	 */
	public boolean vale(LocalDate giorno) {
		return !giorno.isBefore(this.dal) && !giorno.isAfter(this.al);
	}

	/**
	 * Whether it holds for an ente.
	 * @param id the ente's id
	 * @param gestioneDellEnte its gestione, or {@code null}
	 * @return {@code true} if it was made for this ente, for its gestione, or for all
	 */
	public boolean riguarda(String id, String gestioneDellEnte) {
		if (this.ente != null) {
			return this.ente.equals(id);
		}
		return this.gestione == null || this.gestione.equals(gestioneDellEnte);
	}

	/**
	 * Whether two of them could hold for the same person, ente and day.
	 * @param altra another
	 * @return {@code true} if days and enti overlap: then nobody would know who stands in
	 */
	public boolean contrasta(Sostituzione altra) {
		boolean giorni = !this.dal.isAfter(altra.al) && !altra.dal.isAfter(this.al);
		boolean stessiEnti = java.util.Objects.equals(this.ente, altra.ente)
				&& java.util.Objects.equals(this.gestione, altra.gestione);
		return giorni && stessiEnti && this.assente.stessa(altra.assente);
	}

}
