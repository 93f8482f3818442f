package it.cronoprogramma.ente;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The open tasks that somebody has taken.
 */
public interface AttivitaPrese {

	/**
	 * What somebody has taken.
	 * @param utente the login name
	 * @return the tasks, the most urgent first
	 */
	List<Presa> di(String utente);

	/**
	 * Gives tasks to somebody, or back to all.
	 * @param attivita ids of tasks
	 * @param utente who has them from now on, or {@code null} for nobody
	 */
	void passa(Collection<String> attivita, String utente);

	/**
	 * What somebody may not see any more, if he has taken it, goes back to all.
	 * @param utente the login name
	 * @return how many tasks there were
	 */
	int lasciaCioCheNonVede(String utente);

	/**
	 * A task that somebody has taken.
	 *
	 * @param id its id
	 * @param nome its name
	 * @param candidatura the candidatura's code, or {@code null}
	 * @param ente the id of the ente, or of the gestione, or {@code null}
	 * @param scadenza when it is due, or {@code null}
	 * @param ruoli the roles that may do it, besides the amministratore; empty for any
	 */
	record Presa(String id, String nome, String candidatura, String ente, LocalDate scadenza, Set<Ruolo> ruoli) {

		/**
		 * Whether somebody may do it.
		 * @param u the user
		 * @param vede what he may see
		 * @return {@code true} if it is of his enti and for one of his roles
		 */
		public boolean puoFarla(Utente u, Set<String> vede) {
			if (!u.attivo()) {
				return false;
			}
			if (u.amministra()) {
				return true;
			}
			boolean suoRuolo = this.ruoli.isEmpty()
					? u.ruoli().contains(Ruolo.OPERATORE) || u.ruoli().contains(Ruolo.RTD)
					: u.ruoli().stream().anyMatch(this.ruoli::contains);
			return suoRuolo && (this.ente == null || vede.contains(this.ente));
		}

	}

}
