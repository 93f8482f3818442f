package it.cronoprogramma.candidatura;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Addresses of pages, as far as they may be kept and linked to.
 */
public final class Indirizzo {

	private Indirizzo() {
	}

	/**
	 * Whether a text is the address of a page that a comune may publish.
	 * @param testo the text, or {@code null}
	 * @return {@code true} if it is an address that begins with {@code https://} and
	 * names a host
	 */
	public static boolean https(String testo) {
		if (testo == null) {
			return false;
		}
		try {
			URI indirizzo = new URI(testo);
			return "https".equalsIgnoreCase(indirizzo.getScheme()) && indirizzo.getHost() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
