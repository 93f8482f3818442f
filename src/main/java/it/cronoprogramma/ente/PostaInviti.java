package it.cronoprogramma.ente;

/**
 * Sends the mail with the link to set a password, as a work of its own: a mail server
 * that does not answer stops nobody's click, and the mail is tried again.
 */
public interface PostaInviti {

	/**
	 * Has it sent once the transaction is over.
	 * @param invito the id of its row
	 */
	void manda(String invito);

}
