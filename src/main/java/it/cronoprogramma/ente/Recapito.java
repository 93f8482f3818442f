package it.cronoprogramma.ente;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that can be written to. Looked at where they enter and again where mail
 * leaves: what came before, or by another way, must not stop the mails of others.
 */
public final class Recapito {

	/** RFC 5321, section 4.5.3.1.3, without the angle brackets. */
	private static final int MASSIMO = 254;

	/** Dot-atom of RFC 5322: no quotes, no blanks, no line breaks, plain ASCII. */
	private static final Pattern LOCALE = Pattern
		.compile("(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

	private static final Pattern DOMINIO = Pattern
		.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

	private Recapito() {
	}

	/**
	 * An address as a mail server takes it: a domain with accents becomes punycode.
	 * @param email the address
	 * @return the address in ASCII, or nothing if it is none
	 */
	public static Optional<String> perInvio(String email) {
		if (email == null || email.length() > MASSIMO) {
			return Optional.empty();
		}
		int chiocciola = email.lastIndexOf('@');
		if (chiocciola < 1 || !LOCALE.matcher(email.substring(0, chiocciola)).matches()) {
			return Optional.empty();
		}
		try {
			String dominio = IDN.toASCII(email.substring(chiocciola + 1), IDN.USE_STD3_ASCII_RULES);
			String intero = email.substring(0, chiocciola + 1) + dominio;
			return (DOMINIO.matcher(dominio).matches() && intero.length() <= MASSIMO) ? Optional.of(intero)
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
