package it.cronoprogramma.notifica;

import java.util.regex.Pattern;

/**
 * The enhanced status codes of mail servers (RFC 3463), as far as one must know whether
 * an address is no good or only its mailbox is full today.
 */
final class CodiceDiStato {

	/** Policies, full mailboxes, the system, the network. */
	private static final Pattern PASSEGGERI = Pattern.compile("\\b5\\.(7|3|4)\\.\\d+|\\b5\\.2\\.[2-4]\\b");

	/** Old servers say it in words, or by 552. */
	private static final Pattern PIENA = Pattern.compile("\\b552\\b|\\bquota\\b|\\b(mailbox|inbox)( is)? full\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern PER_SEMPRE = Pattern.compile("\\b5\\.\\d{1,3}\\.\\d{1,3}\\b");

	private CodiceDiStato() {
	}

	/**
	 * Whether a refusal says by its code that it will not last.
	 * @param testo what the server said
	 * @return {@code true} if another day may be better
	 */
	static boolean passeggero(String testo) {
		return PASSEGGERI.matcher(testo).find() || PIENA.matcher(testo).find();
	}

	/**
	 * Whether a text has the code of a refusal for good.
	 * @param testo what the server said
	 * @return {@code true} if the address is no good
	 */
	static boolean perSempre(String testo) {
		return PER_SEMPRE.matcher(testo).find() && !passeggero(testo);
	}

}
