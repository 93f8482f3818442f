package it.cronoprogramma.ente;

import java.util.Set;

/**
 * What somebody may manage: the amministratore everything, the ufficio RTD the enti of
 * his own gestione and the people who work for nobody else.
 *
 * @param chi the login name of whoever acts
 * @param tutto whether everything is his
 * @param gestioni the ids of his gestioni
 * @param enti the ids of the enti of those gestioni
 */
public record Competenza(String chi, boolean tutto, Set<String> gestioni, Set<String> enti) {

	/**
	 * Whether an ente is his to manage.
	 * @param gestione the ente's gestione, or {@code null}
	 * @return {@code true} if he may change it
	 */
	public boolean governa(String gestione) {
		return this.tutto || (gestione != null && this.gestioni.contains(gestione));
	}

	/**
	 * Whether he may know that a user exists.
	 * @param u the user
	 * @return {@code true} if the user works for one of his enti
	 */
	public boolean conosce(Utente u) {
		return this.tutto || u.enti().stream().anyMatch(this.enti::contains)
				|| u.gestioni().stream().anyMatch(this.gestioni::contains);
	}

	/**
	 * Whether a user is his to change.
	 * @param u the user
	 * @return {@code true} if the user works for his enti only, and does not run the
	 * installation
	 */
	public boolean governa(Utente u) {
		return this.tutto || (conosce(u) && !u.amministra() && this.enti.containsAll(u.enti())
				&& this.gestioni.containsAll(u.gestioni()));
	}

}
