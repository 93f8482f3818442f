package it.cronoprogramma.ente;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who may enter.
 *
 * @param id the login name
 * @param nome name
 * @param cognome surname
 * @param email address, or {@code null} for one made in Admin without
 * @param ruoli what he may do
 * @param enti ids of the enti he works for, those that live
 * @param gestioni ids of the gestioni he belongs to
 * @param disattivato since when he may not enter, or {@code null}
 */
public record Utente(String id, String nome, String cognome, String email, Set<Ruolo> ruoli, Set<String> enti,
		Set<String> gestioni, Instant disattivato) {

	/** What a new login name looks like: a name, or an address. */
	public static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,58}[a-z0-9]");

	/** What to say of one that does not. */
	public static final String ID_ATTESO = "da 3 a 60 caratteri tra lettere minuscole, cifre, punto, trattino, "
			+ "sottolineato e chiocciola, per esempio mario.rossi";

	/** Names that mean something else in stories and in the engine. */
	private static final Set<String> RISERVATI = Set.of("sistema", "system", "anonymous", "anonimo", "root", "admin",
			"administrator", "amministratore", "demo", "camunda-admin", "null", "me", "count", "create", "nuovo");

	/**
	 * Whether nobody may be called so.
	 * @param id a login name
	 * @return {@code true} for a name that means something else
	 */
	public static boolean riservato(String id) {
		return RISERVATI.contains(id);
	}

	/**
	 * Whether he runs the installation.
	 * @return {@code true} for an amministratore
	 */
	public boolean amministra() {
		return this.ruoli.contains(Ruolo.AMMINISTRATORE);
	}

	/**
	 * Whether he may enter.
	 * @return {@code false} once he has been deactivated
	 */
	public boolean attivo() {
		return this.disattivato == null;
	}

	/**
	 * Name and surname.
	 * @return both, or the login name where there is neither
	 */
	public String nomeCompleto() {
		String intero = ((this.nome == null) ? "" : this.nome) + " " + ((this.cognome == null) ? "" : this.cognome);
		return intero.isBlank() ? this.id : intero.strip();
	}

	/**
	 * Him as somebody to be written to.
	 * @return the person
	 */
	public Persona persona() {
		return new Persona(this.id, nomeCompleto(), this.email);
	}

}
