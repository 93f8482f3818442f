package it.cronoprogramma.casella;

import java.time.Duration;
import java.time.LocalDate;

/**
 * Where a mailbox is and how it is read, as the settings say.
 */
public interface Casella {

	/**
	 * The IMAP server.
	 * @return its name or address
	 */
	String host();

	/**
	 * The server's port.
	 * @return the port, 0 for the usual one
	 */
	int porta();

	/**
	 * Whether TLS is spoken from the first byte, as it should be. If not, it is spoken as
	 * soon as the server offers it.
	 * @return {@code true} for TLS from the first byte
	 */
	boolean cifrata();

	/**
	 * Who reads.
	 * @return the user
	 */
	String utente();

	/**
	 * His password.
	 * @return the password, from the environment
	 */
	String password();

	/**
	 * What is read.
	 * @return the folder
	 */
	String cartella();

	/**
	 * From when on.
	 * @return what arrived before this day is left alone; {@code null} for everything
	 */
	LocalDate dal();

	/**
	 * Whether messages are marked as read once they have been taken.
	 * @return {@code false} if the mailbox stays as it is
	 */
	boolean segnaLette();

	/**
	 * Where messages go once they have been taken.
	 * @return the folder, or {@code null} if they stay where they are
	 */
	String spostaIn();

	/**
	 * How long the server may take to answer.
	 * @return the time
	 */
	Duration attesa();

}
