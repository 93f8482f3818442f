package it.cronoprogramma.ente;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The register of those who may enter, kept in step with the engine's own in the same
 * transaction.
 */
public interface Utenti {

	/**
	 * One user.
	 * @param id the login name
	 * @return the user, or nothing
	 */
	Optional<Utente> trova(String id);

	/**
	 * Some users, by surname.
	 * @param c whose list it is: only those whom he may know
	 * @param testo part of a name, of the login name or of the address, or {@code null}
	 * @param salta how many come before
	 * @param quanti how many at most
	 * @return the users
	 */
	List<Utente> elenco(Competenza c, String testo, int salta, int quanti);

	/**
	 * How many there are.
	 * @param c whose list it is
	 * @param testo part of a name, of the login name or of the address, or {@code null}
	 * @return their number
	 */
	int conta(Competenza c, String testo);

	/**
	 * The active users who have an address.
	 * @param email the address, in whatever case
	 * @return their login names
	 */
	List<String> conIndirizzo(String email);

	/**
	 * Who has a role in a gestione and may enter.
	 * @param ruolo the role
	 * @param gestione the gestione's id
	 * @return the users with an address, by login name
	 */
	List<Persona> conRuolo(Ruolo ruolo, String gestione);

	/**
	 * Makes a user, or makes him what is said: name, address, roles, enti, gestioni. A
	 * new one has a password that nobody knows.
	 * @param u the user
	 * @return ids of the enti he does not work for any more
	 */
	Collection<String> salva(Utente u);

	/**
	 * How many may run the installation, and enter.
	 * @return their number
	 */
	int amministratori();

	/**
	 * What a password must be, and whether one is.
	 * @param utente the login name
	 * @param password the password, or {@code null} to know the rules only
	 * @return the rules
	 */
	List<RegolaPassword> regole(String utente, String password);

	/**
	 * Sets a password that follows the rules; whoever was locked out by guessing is not
	 * any more.
	 * @param utente the login name
	 * @param password the password
	 */
	void password(String utente, String password);

	/**
	 * What a password must be.
	 *
	 * @param testo the rule, in Italian
	 * @param rispettata whether the password follows it
	 */
	record RegolaPassword(String testo, boolean rispettata) {
	}

}
