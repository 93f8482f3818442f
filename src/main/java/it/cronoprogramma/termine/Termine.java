package it.cronoprogramma.termine;

import java.math.BigInteger;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of a term as the avviso writes it, for example six months. It is a quantity,
 * not a date: only an anchor day gives it one, through {@link CalcoloTermine}. The units
 * never convert into each other, because a month is not thirty days (<i>ex nominatione
 * dierum</i>, art. 2963 c.c.).
 *
 * @param quantita how many units, from 1 to 36500 days, 1200 months or 2500 working days
 * @param unita the unit of the count
 */
public record Termine(int quantita, Unita unita) {

	private static final Pattern ISO = Pattern.compile("P([+-]?\\d+)([A-Z])");

	private static final String ATTESO = "atteso PnD o PnM, per esempio P5D o P6M";

	/**
	 * Checks that the quantity makes sense.
	 * @throws NullPointerException if the unit is missing
	 * @throws IllegalArgumentException if the quantity is below 1 or above a century; the
	 * message is in Italian
	 */
	public Termine {
		Objects.requireNonNull(unita, "unita");
		if (quantita < 1) {
			throw new IllegalArgumentException("Termine non valido: la quantità deve essere almeno 1, non " + quantita);
		}
		if (quantita > unita.massimo()) {
			throw new IllegalArgumentException("Termine non valido: al massimo " + unita.conta(unita.massimo()));
		}
	}

	/**
	 * A term of calendar days.
	 * @param quantita how many days, from 1 to 36500
	 * @return the term
	 * @throws IllegalArgumentException if the quantity is out of range
	 */
	public static Termine giorni(int quantita) {
		return new Termine(quantita, Unita.GIORNI);
	}

	/**
	 * A term of calendar months.
	 * @param quantita how many months, from 1 to 1200
	 * @return the term
	 * @throws IllegalArgumentException if the quantity is out of range
	 */
	public static Termine mesi(int quantita) {
		return new Termine(quantita, Unita.MESI);
	}

	/**
	 * A term of working days.
	 * @param quantita how many days, from 1 to 2500
	 * @return the term
	 * @throws IllegalArgumentException if the quantity is out of range
	 */
	public static Termine lavorativi(int quantita) {
		return new Termine(quantita, Unita.LAVORATIVI);
	}

	/**
	 * Reads the ISO 8601 form of a term, restricted to one component in days or months:
	 * {@code P5D}, {@code P6M}.
	 * @param iso the text to read
	 * @return the term
	 * @throws IllegalArgumentException if the text is missing, has another form, mixes
	 * units or is out of range; the message is in Italian, quotes the text and says what
	 * was expected
	 */
	public static Termine leggi(String iso) {
		if (iso == null || iso.isBlank()) {
			throw new IllegalArgumentException("Termine mancante: " + ATTESO);
		}
		Matcher parti = ISO.matcher(iso);
		if (!parti.matches()) {
			throw illeggibile(iso, "forma sconosciuta");
		}
		Unita unita = switch (parti.group(2)) {
			case "D" -> Unita.GIORNI;
			case "M" -> Unita.MESI;
			default -> throw illeggibile(iso, "unità " + parti.group(2) + " non ammessa");
		};
		BigInteger quantita = new BigInteger(parti.group(1));
		if (quantita.signum() < 1) {
			throw illeggibile(iso, "la quantità deve essere almeno 1");
		}
		if (quantita.compareTo(BigInteger.valueOf(unita.massimo())) > 0) {
			throw illeggibile(iso, "al massimo " + unita.conta(unita.massimo()));
		}
		return new Termine(quantita.intValueExact(), unita);
	}

	private static IllegalArgumentException illeggibile(String iso, String difetto) {
		return new IllegalArgumentException("Termine «" + iso + "» non valido: " + difetto + "; " + ATTESO);
	}

	/**
	 * The form that {@link #leggi(String)} reads back, but for working days, which have
	 * none: {@code P20L} is for the eyes only.
	 * @return for example {@code P6M}
	 */
	public String iso() {
		return "P" + this.quantita + this.unita.sigla();
	}

	/**
	 * The term in Italian words.
	 * @return for example {@code 5 giorni} or {@code 1 mese}
	 */
	public String inParole() {
		return this.unita.conta(this.quantita);
	}

	/**
	 * The two terms end to end as one, as when a decree lengthens a term by three months.
	 * Not the same as counting twice: from 31 August, six months and six months end on 28
	 * August, twelve months on 31 August.
	 * @param altro the term to add, in the same unit
	 * @return the sum
	 * @throws NullPointerException if there is no other term
	 * @throws IllegalArgumentException if the units differ or the sum is out of range;
	 * the message is in Italian
	 */
	public Termine piu(Termine altro) {
		if (this.unita != altro.unita) {
			throw new IllegalArgumentException(
					"Non si sommano unità diverse: " + inParole() + " e " + altro.inParole());
		}
		return new Termine(this.quantita + altro.quantita, this.unita);
	}

}
