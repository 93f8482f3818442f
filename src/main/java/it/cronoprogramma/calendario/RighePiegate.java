package it.cronoprogramma.calendario;

import java.nio.charset.StandardCharsets;

/**
 * Folds lines at 75 octets, never inside a character (RFC 5545, 3.1). The library counts
 * characters, of which one may take four octets.
 */
final class RighePiegate {

	private static final int OTTETTI = 75;

	private static final String PIEGA = "\r\n ";

	private RighePiegate() {
	}

	/**
	 * Folds.
	 * @param righe lines that end with CR and LF
	 * @return the same, none longer than 75 octets of UTF-8
	 */
	static byte[] di(String righe) {
		StringBuilder piegate = new StringBuilder(righe.length() + righe.length() / 16);
		int lunghezza = 0;
		for (int i = 0; i < righe.length();) {
			int carattere = righe.codePointAt(i);
			i += Character.charCount(carattere);
			int ottetti = ottetti(carattere);
			if (carattere == '\r' || carattere == '\n') {
				lunghezza = 0;
			}
			else if (lunghezza + ottetti > OTTETTI) {
				piegate.append(PIEGA);
				lunghezza = 1 + ottetti;
			}
			else {
				lunghezza += ottetti;
			}
			piegate.appendCodePoint(carattere);
		}
		return piegate.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static int ottetti(int carattere) {
		if (carattere < 0x80) {
			return 1;
		}
		if (carattere < 0x800) {
			return 2;
		}
		return (carattere < 0x10000) ? 3 : 4;
	}

}
