package it.cronoprogramma.candidatura;

import java.util.Locale;
import java.util.regex.Pattern;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * What the tax office knows a supplier by: the partita IVA, which for companies is as a
 * rule the codice fiscale too, or the codice fiscale of a person (D.M. 23 December 1976,
 * with the letters that tell apart persons of the same code).
 *
 * @param codice eleven digits or sixteen letters and digits, upper case, whose check
 * digit holds
 */
public record IdentificativoFiscale(String codice) {

	private static final int CIFRE = 11;

	private static final int CARATTERI = 16;

	/** Digits, or the letters that take their place. */
	private static final String CIFRA = "[0-9LMNPQRSTUV]";

	private static final Pattern PERSONA = Pattern
		.compile("[A-Z]{6}" + CIFRA + "{2}[ABCDEHLMPRST]" + CIFRA + "{2}[A-Z]" + CIFRA + "{3}[A-Z]");

	/** What 0 to 9, and A to J likewise, then K to Z are worth in odd places. */
	private static final int[] DISPARI = { 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10,
			22, 25, 24, 23 };

	/**
	 * An identifier as somebody typed it: blanks, lower case and the letters IT before a
	 * partita IVA are forgiven, nothing else.
	 * @param scritto what was typed
	 * @return the identifier
	 * @throws Rifiuto if it is of another form or its check digit does not hold
	 */
	public static IdentificativoFiscale leggi(String scritto) {
		String codice = scritto.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
		if (codice.matches("IT\\d{11}")) {
			codice = codice.substring(2);
		}
		if (codice.matches("\\d{11}")) {
			if (!partitaIva(codice)) {
				throw Rifiuto.nonValido(
						"Partita IVA «%s» non valida: la cifra di controllo non torna. La ricontrolli " + "sull'atto.",
						codice);
			}
		}
		else if (PERSONA.matcher(codice).matches()) {
			if (codice.charAt(CARATTERI - 1) != controllo(codice)) {
				throw Rifiuto.nonValido("Codice fiscale «%s» non valido: la lettera di controllo non torna. Lo "
						+ "ricontrolli sull'atto.", codice);
			}
		}
		else {
			throw Rifiuto.nonValido("«%s» non è una partita IVA né un codice fiscale: servono 11 cifre oppure i 16 "
					+ "caratteri del codice fiscale.", codice);
		}
		return new IdentificativoFiscale(codice);
	}

	/** Every second digit counts twice, less nine above nine; the sum ends in zero. */
	private static boolean partitaIva(String cifre) {
		int somma = 0;
		boolean tutteZero = true;
		for (int i = 0; i < CIFRE; i++) {
			int cifra = cifre.charAt(i) - '0';
			int doppia = 2 * cifra;
			somma += (i % 2 == 0) ? cifra : (doppia > 9) ? doppia - 9 : doppia;
			tutteZero &= cifra == 0;
		}
		return somma % 10 == 0 && !tutteZero;
	}

	private static char controllo(String codice) {
		int somma = 0;
		for (int i = 0; i < CARATTERI - 1; i++) {
			char c = codice.charAt(i);
			int valore = Character.isDigit(c) ? c - '0' : c - 'A';
			// the first place is odd
			somma += (i % 2 == 0) ? DISPARI[valore] : valore;
		}
		return (char) ('A' + somma % 26);
	}

	@Override
	public String toString() {
		return this.codice;
	}

}
