package it.cronoprogramma.candidatura;

import java.util.Locale;
import java.util.regex.Pattern;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * A codice unico di progetto. It has no checksum; its form is what 74.068 published
 * values show (dominio 5.2, 5.3).
 *
 * @param codice fifteen characters, upper case
 */
public record Cup(String codice) {

	private static final int LUNGHEZZA = 15;

	private static final Pattern FORMA = Pattern.compile("[B-J][1-9]{2}[B-J]\\d{11}");

	/**
	 * A CUP as somebody typed it: blanks and lower case are forgiven, nothing else.
	 * @param scritto what was typed
	 * @return the CUP
	 * @throws Rifiuto if it is empty or of another form; letters typed for digits are
	 * pointed out, never changed silently
	 */
	public static Cup leggi(String scritto) {
		String codice = (scritto == null) ? "" : scritto.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
		if (codice.isEmpty()) {
			throw Rifiuto.nonValido("Manca il CUP: servono 15 caratteri, per esempio B91F22000690006.");
		}
		if (codice.length() != LUNGHEZZA) {
			throw Rifiuto.nonValido("CUP non valido: «%s» ha %s caratteri, ne servono 15, per esempio B91F22000690006.",
					codice, codice.length());
		}
		if (!FORMA.matcher(codice).matches()) {
			String corretto = correggi(codice);
			if (FORMA.matcher(corretto).matches()) {
				throw Rifiuto.nonValido("CUP non valido: «%s». Dove va una cifra c'è una lettera: forse è %s?", codice,
						corretto);
			}
			throw Rifiuto.nonValido("CUP non valido: «%s». Servono una lettera da B a J, due cifre da 1 a 9, "
					+ "una lettera da B a J e undici cifre, per esempio B91F22000690006.", codice);
		}
		return new Cup(codice);
	}

	/**
	 * The two characters that the CUPs of one comune have in common (dominio 0.2, finding
	 * 8).
	 * @return the first two characters
	 */
	public String prefisso() {
		return this.codice.substring(0, 2);
	}

	private static String correggi(String codice) {
		StringBuilder corretto = new StringBuilder(codice);
		for (int i = 0; i < LUNGHEZZA; i++) {
			if (i != 0 && i != 3) {
				char c = corretto.charAt(i);
				corretto.setCharAt(i, (c == 'O') ? '0' : (c == 'I' || c == 'L') ? '1' : c);
			}
		}
		return corretto.toString();
	}

	@Override
	public String toString() {
		return this.codice;
	}

}
