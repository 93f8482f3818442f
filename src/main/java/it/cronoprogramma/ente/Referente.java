package it.cronoprogramma.ente;

import java.time.LocalDate;

/**
 * Somebody of an ente who is written to.
 *
 * @param id its id, or {@code null} for one that is to be made
 * @param ente the ente's id
 * @param tipo in which quality
 * @param nome name and surname, or the office
 * @param email where reminders go
 * @param utente the user of the application that he is, or {@code null}
 * @param delegante the id of the referente of the same ente who delegated to him, or
 * {@code null}
 * @param dal since when, or {@code null}
 * @param atto the act that says so, or {@code null}
 */
public record Referente(String id, String ente, TipoReferente tipo, String nome, String email, String utente,
		String delegante, LocalDate dal, String atto) {

	/**
	 * The same with an id.
	 * @param nuovo the id
	 * @return the referente
	 */
	public Referente conId(String nuovo) {
		return new Referente(nuovo, this.ente, this.tipo, this.nome, this.email, this.utente, this.delegante, this.dal,
				this.atto);
	}

	/**
	 * Checks that it hangs together: a delegation has who delegates, since when and by
	 * which act; nothing else has one.
	 * @param campi takes what is wrong
	 */
	public void controlla(Campi campi) {
		if (this.tipo == TipoReferente.DELEGATO) {
			if (this.delegante == null) {
				campi.errore("delegante", "Chi delega",
						"per un referente delegato indichi chi lo delega, un altro referente dello stesso ente");
			}
			if (this.dal == null) {
				campi.errore("dal", "Dal", "per un referente delegato indichi da quale giorno");
			}
			if (this.atto == null) {
				campi.errore("atto", "Atto", "per un referente delegato indichi l'atto di delega");
			}
		}
		else if (this.delegante != null) {
			campi.errore("delegante", "Chi delega",
					"solo un referente delegato ha chi lo delega: cambi la qualifica " + "oppure lasci vuoto");
		}
		if (this.delegante != null && this.delegante.equals(this.id)) {
			campi.errore("delegante", "Chi delega", "nessuno delega sé stesso");
		}
	}

}
