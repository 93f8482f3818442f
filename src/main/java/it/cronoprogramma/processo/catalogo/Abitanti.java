package it.cronoprogramma.processo.catalogo;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The populations that a row is for.
 *
 * @param da the least, inclusive, at least 1
 * @param a the most, inclusive; {@link #SENZA_LIMITE} for no upper bound
 */
record Abitanti(int da, int a) {

	/** No population is greater: it stands for "and more". */
	static final int SENZA_LIMITE = Integer.MAX_VALUE;

	private static final Pattern TRA = Pattern
		.compile("([\\[\\](])\\s*(\\d{1,9})\\s*\\.\\.\\s*(\\d{1,9})\\s*([\\[\\])])");

	private static final Pattern CONFRONTO = Pattern.compile("(>=?|<=?|)\\s*(\\d{1,9})");

	private static final String ATTESO = "serve una sola fascia, con i numeri senza punti e a partire da 1: "
			+ "[1..5000], > 20000 oppure >= 1";

	/**
	 * Reads the cell of an input column of population.
	 * @param cella e.g. {@code [1..5000]}
	 * @return the populations
	 * @throws IllegalArgumentException if the cell has another form, holds nothing, or
	 * reaches below 1; the message is in Italian and says what is expected
	 */
	static Abitanti leggi(String cella) {
		Matcher tra = TRA.matcher(cella);
		Matcher confronto = CONFRONTO.matcher(cella);
		Abitanti letti;
		if (tra.matches()) {
			int da = Integer.parseInt(tra.group(2)) + (tra.group(1).equals("[") ? 0 : 1);
			int a = Integer.parseInt(tra.group(3)) - (tra.group(4).equals("]") ? 0 : 1);
			letti = new Abitanti(da, a);
		}
		else if (confronto.matches()) {
			int n = Integer.parseInt(confronto.group(2));
			letti = switch (confronto.group(1)) {
				case ">" -> new Abitanti(n + 1, SENZA_LIMITE);
				case ">=" -> new Abitanti(n, SENZA_LIMITE);
				case "<", "<=" -> throw new IllegalArgumentException(
						"«" + cella + "» comprende lo zero e i numeri negativi; " + ATTESO);
				default -> new Abitanti(n, n);
			};
		}
		else if (cella.isEmpty() || cella.equals("-")) {
			throw new IllegalArgumentException("la casella è vuota e varrebbe anche per lo zero; " + ATTESO);
		}
		else {
			throw new IllegalArgumentException("«" + cella + "» non si legge come una fascia; " + ATTESO);
		}
		if (letti.da < 1) {
			throw new IllegalArgumentException("«" + cella + "» comincia da zero; " + ATTESO);
		}
		if (letti.da > letti.a) {
			throw new IllegalArgumentException("«" + cella + "» non contiene nessun numero; " + ATTESO);
		}
		return letti;
	}

	/**
	 * The populations in words.
	 * @return e.g. {@code da 5.001 a 20.000 abitanti}
	 */
	String inParole() {
		if (this.a == SENZA_LIMITE) {
			return "da " + numero(this.da) + " abitanti in su";
		}
		if (this.da == this.a) {
			return "per " + numero(this.da) + ((this.da == 1) ? " abitante" : " abitanti");
		}
		return "da " + numero(this.da) + " a " + numero(this.a) + " abitanti";
	}

	private static String numero(int n) {
		return NumberFormat.getIntegerInstance(Locale.ITALY).format(n);
	}

}
