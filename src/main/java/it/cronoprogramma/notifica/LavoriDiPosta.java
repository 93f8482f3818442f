package it.cronoprogramma.notifica;

import java.util.Set;

/**
 * What has become of the jobs that send mails.
 */
public interface LavoriDiPosta {

	/**
	 * Which messages are not tried any more: all attempts have failed.
	 * @return their ids
	 */
	Set<String> falliti();

	/**
	 * Tries a message again, now and over a day.
	 * @param m a message that has not left
	 */
	void riprova(Messaggio m);

}
