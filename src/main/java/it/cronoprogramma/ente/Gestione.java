package it.cronoprogramma.ente;

import java.util.regex.Pattern;

/**
 * A gestione associata: enti that have one ufficio RTD.
 *
 * @param id the project's own id; also a group and a tenant of the engine
 * @param nome the name people know it by
 * @param email the address of its ufficio RTD, or {@code null}
 */
public record Gestione(String id, String nome, String email) {

	private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]{2,20}");

	/**
	 * The gestione that somebody has written.
	 * @param id its id where it is known already, else {@code null}
	 * @param campi the fields
	 * @return the gestione
	 * @throws CampiRifiutati if a field is wrong
	 */
	public static Gestione leggi(String id, Campi campi) {
		String suo = id;
		if (id == null) {
			suo = campi.forma("id", "Identificativo", ID,
					"da 2 a 20 lettere o cifre, senza spazi né accenti, per esempio gestione1");
			if (suo == null && campi.facoltativo("id", "Identificativo", 100) == null) {
				campi.errore("id", "Identificativo", "manca il valore");
			}
			if (suo != null && riservato(suo)) {
				campi.errore("id", "Identificativo", "è il nome di un ruolo: ne scelga un altro");
			}
		}
		Gestione gestione = new Gestione(suo, campi.testo("nome", "Nome", 200),
				campi.email("email", "E-mail dell'ufficio RTD", true));
		campi.concludi();
		return gestione;
	}

	/** The engine's groups are the roles too. */
	private static boolean riservato(String id) {
		for (Ruolo ruolo : Ruolo.values()) {
			if (ruolo.gruppo().equalsIgnoreCase(id)) {
				return true;
			}
		}
		return false;
	}

}
