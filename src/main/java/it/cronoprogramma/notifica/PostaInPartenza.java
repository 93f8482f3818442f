package it.cronoprogramma.notifica;

/**
 * Lets messages leave, each by itself.
 */
public interface PostaInPartenza {

	/**
	 * Lets a message leave after the transaction that has planned it.
	 * @param m the message
	 */
	void parte(Messaggio m);

}
