package it.cronoprogramma.pec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that somebody else has written: decoded whatever its charset says, and without
 * what a database or a page could not hold.
 */
final class Testo {

	/** What old programs meant when they said ISO-8859-1, or nothing. */
	private static final Charset ANTICO = Charset.forName("windows-1252");

	private static final Pattern MUTI = Pattern.compile("(script|style|head|!--).*");

	private static final Pattern CAPO = Pattern.compile("/?(br|p|div|tr|li|h[1-6])\\b.*");

	private Testo() {
	}

	/**
	 * Bytes as text. UTF-8 where they are; else the charset that is told, if Java knows
	 * it; else that of Windows, which reads everything.
	 * @param byteLetti the bytes
	 * @param dichiarato the charset that the message tells, or {@code null}
	 * @return the text
	 */
	static String decodifica(byte[] byteLetti, String dichiarato) {
		if (byteLetti.length > 1 && (byteLetti[0] & 0xff) + (byteLetti[1] & 0xff) == 0xfe + 0xff
				&& Math.abs((byteLetti[0] & 0xff) - (byteLetti[1] & 0xff)) == 1) {
			return new String(byteLetti, StandardCharsets.UTF_16);
		}
		Charset detto = charset(dichiarato);
		if (detto == null || detto.equals(StandardCharsets.UTF_8) || detto.equals(StandardCharsets.US_ASCII)) {
			try {
				return StandardCharsets.UTF_8.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT)
					.decode(ByteBuffer.wrap(byteLetti))
					.toString();
			}
			catch (CharacterCodingException ex) {
				return new String(byteLetti, ANTICO);
			}
		}
		return new String(byteLetti, detto.equals(StandardCharsets.ISO_8859_1) ? ANTICO : detto);
	}

	private static Charset charset(String nome) {
		try {
			return (nome == null || nome.isBlank()) ? null : Charset.forName(nome.strip().replace("\"", ""));
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			return null;
		}
	}

	/**
	 * One line that fits its column: what is not seen (control characters, line breaks,
	 * turned writing, halves of characters) becomes a blank.
	 * @param testo the text, or {@code null}
	 * @param massimo the most characters
	 * @return the line, {@code null} if nothing is left
	 */
	static String riga(String testo, int massimo) {
		if (testo == null) {
			return null;
		}
		String pulita = pulito(testo).replaceAll("\\s+", " ").strip();
		return pulita.isEmpty() ? null : taglia(pulita, massimo);
	}

	/**
	 * Text of many lines that fits its column.
	 * @param testo the text
	 * @param massimo the most characters
	 * @return the text
	 */
	static String righe(String testo, int massimo) {
		return taglia(pulito(testo.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("[ \\t\\x0B\\f]+", " ")
			.replaceAll("\\n\\s*\\n\\s*", "\n\n")
			.strip(), massimo);
	}

	private static String pulito(String testo) {
		StringBuilder pulito = new StringBuilder(testo.length());
		testo.codePoints()
			.map((c) -> (c == '\n' || c == '\t' || !nonSiVede(c)) ? c : ' ')
			.forEach(pulito::appendCodePoint);
		return pulito.toString();
	}

	private static boolean nonSiVede(int carattere) {
		return switch (Character.getType(carattere)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
				true;
			default -> false;
		};
	}

	private static String taglia(String testo, int massimo) {
		if (testo.length() <= massimo) {
			return testo;
		}
		int fine = massimo - 1;
		return testo.substring(0, Character.isHighSurrogate(testo.charAt(fine - 1)) ? fine - 1 : fine) + "…";
	}

	/**
	 * The words of a page.
	 * @param html the page
	 * @return its text
	 */
	static String diPagina(String html) {
		StringBuilder testo = new StringBuilder(html.length());
		int punto = 0;
		while (punto < html.length()) {
			int segno = html.indexOf('<', punto);
			if (segno < 0) {
				testo.append(html, punto, html.length());
				break;
			}
			testo.append(html, punto, segno);
			int dopo = Math.min(segno + 12, html.length());
			String nome = html.substring(segno + 1, dopo).toLowerCase(Locale.ROOT).replace('\n', ' ');
			if (nome.isEmpty() || !(Character.isLetter(nome.charAt(0)) || "/!?".indexOf(nome.charAt(0)) >= 0)) {
				testo.append('<');
				punto = segno + 1;
				continue;
			}
			punto = fineDelSegno(html, segno, MUTI.matcher(nome));
			testo.append(CAPO.matcher(nome).matches() ? '\n' : ' ');
		}
		return entita(testo.toString());
	}

	/** Behind a tag; behind the whole of what is never shown. */
	private static int fineDelSegno(String html, int segno, Matcher muto) {
		String chiusura = ">";
		if (muto.matches()) {
			chiusura = muto.group(1).equals("!--") ? "-->" : "</" + muto.group(1);
		}
		int fine = html.indexOf(chiusura, segno);
		if (fine >= 0 && chiusura.startsWith("</")) {
			fine = html.indexOf('>', fine);
			chiusura = ">";
		}
		// what is never closed hides nothing but itself
		return (fine >= 0) ? fine + chiusura.length() : segno + 1;
	}

	/**
	 * The entities that XML and most pages use; no other is known, none is looked up.
	 * @param testo the text
	 * @return the text with the characters they stand for
	 */
	static String entita(String testo) {
		if (testo.indexOf('&') < 0) {
			return testo;
		}
		String piano = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});").matcher(testo).replaceAll((m) -> {
			int base = m.group(1).isEmpty() ? 10 : 16;
			try {
				int codice = Integer.parseInt(m.group(2), base);
				return Character.isValidCodePoint(codice) ? Matcher.quoteReplacement(Character.toString(codice)) : " ";
			}
			catch (NumberFormatException ex) {
				return " ";
			}
		});
		return piano.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&quot;", "\"")
			.replace("&apos;", "'")
			.replace("&nbsp;", " ")
			.replace("&agrave;", "à")
			.replace("&egrave;", "è")
			.replace("&eacute;", "é")
			.replace("&igrave;", "ì")
			.replace("&ograve;", "ò")
			.replace("&ugrave;", "ù")
			.replace("&amp;", "&");
	}

	/**
	 * What is compared: small letters without accents, words with one blank between them
	 * and one around.
	 * @param testo the text
	 * @return the words
	 */
	static String confrontabile(String testo) {
		return " " + Normalizer.normalize(testo.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.replaceAll("[^a-z0-9.]+|\\.(?![0-9])|(?<![0-9])\\.", " ")
			.replaceAll(" +", " ")
			.strip() + " ";
	}

}
