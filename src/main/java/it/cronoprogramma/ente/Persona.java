package it.cronoprogramma.ente;

/**
 * Somebody who is written to, user of the application or not.
 *
 * @param utente the user that he is, or {@code null}
 * @param nome name and surname, or the office
 * @param email his address
 */
public record Persona(String utente, String nome, String email) {

	/**
	 * Whether it is the same person.
	 * @param altra somebody
	 * @return {@code true} for the same user, or, where one of the two is none, for the
	 * same address
	 */
	public boolean stessa(Persona altra) {
		if (this.utente != null && altra.utente != null) {
			return this.utente.equals(altra.utente);
		}
		return this.email.equalsIgnoreCase(altra.email);
	}

}
