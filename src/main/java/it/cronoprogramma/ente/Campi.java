package it.cronoprogramma.ente;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import it.cronoprogramma.ente.CampiRifiutati.Errore;

/**
 * The fields of a form, or of a row of a file, as somebody wrote them. Reading goes on
 * after an error, so that all of them are told at once; {@link #concludi()} refuses.
 */
public final class Campi {

	private static final int MOSTRATI = 100;

	private static final DateTimeFormatter ITALIANA = DateTimeFormatter.ofPattern("d/M/uuuu")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final LocalDate PRIMO = LocalDate.of(1990, 1, 1);

	private static final LocalDate ULTIMO = LocalDate.of(2100, 1, 1);

	private final Map<String, String> valori;

	private final List<Errore> errori = new ArrayList<>();

	/**
	 * Some fields.
	 * @param valori what was written, by name of the field; one that is not there has not
	 * been asked for
	 */
	public Campi(Map<String, String> valori) {
		this.valori = valori;
	}

	/**
	 * Whether an address can be written to.
	 * @param email the address
	 * @return {@code true} for one address
	 */
	public static boolean indirizzo(String email) {
		return Recapito.perInvio(email).isPresent();
	}

	/**
	 * Whether a field was asked for at all.
	 * @param campo its name
	 * @return {@code false} for a column that the file does not have
	 */
	public boolean presente(String campo) {
		return this.valori.containsKey(campo);
	}

	/**
	 * A text that must be there.
	 * @param campo the field
	 * @param nome as people call it
	 * @param massimo how long it may be
	 * @return the text without blanks around it; empty after an error
	 */
	public String testo(String campo, String nome, int massimo) {
		String valore = facoltativo(campo, nome, massimo);
		if (valore == null && !segnato(campo)) {
			errore(campo, nome, "manca il valore");
		}
		return (valore == null) ? "" : valore;
	}

	/**
	 * A text that need not be there.
	 * @param campo the field
	 * @param nome as people call it
	 * @param massimo how long it may be
	 * @return the text without blanks around it, or {@code null}
	 */
	public String facoltativo(String campo, String nome, int massimo) {
		String valore = grezzo(campo);
		if (valore.isEmpty()) {
			return null;
		}
		if (valore.indexOf('\ufffd') >= 0) {
			errore(campo, nome, "la codifica non è UTF-8");
			return null;
		}
		if (valore.chars().anyMatch(Character::isISOControl)) {
			errore(campo, nome, "contiene un a capo o un carattere di controllo: lo tolga");
			return null;
		}
		if (valore.length() > massimo) {
			errore(campo, nome, "al massimo " + massimo + " caratteri, qui sono " + valore.length());
			return null;
		}
		return valore;
	}

	/**
	 * A text of a given form.
	 * @param campo the field
	 * @param nome as people call it
	 * @param forma the form
	 * @param atteso what to say where it has another
	 * @return the text, or {@code null} where there is none
	 */
	public String forma(String campo, String nome, Pattern forma, String atteso) {
		String valore = facoltativo(campo, nome, MOSTRATI);
		if (valore != null && !forma.matcher(valore).matches()) {
			errore(campo, nome, atteso);
			return null;
		}
		return valore;
	}

	/**
	 * An address.
	 * @param campo the field
	 * @param nome as people call it
	 * @param obbligatorio whether it must be there
	 * @return the address, or {@code null}
	 */
	public String email(String campo, String nome, boolean obbligatorio) {
		String valore = obbligatorio ? testo(campo, nome, 254) : facoltativo(campo, nome, 254);
		if (valore == null || valore.isEmpty()) {
			return null;
		}
		if (!indirizzo(valore)) {
			errore(campo, nome, "serve un solo indirizzo e-mail, per esempio segretario@comune.example");
			return null;
		}
		return valore;
	}

	/**
	 * A whole number.
	 * @param campo the field
	 * @param nome as people call it
	 * @param minimo the least
	 * @param massimo the greatest
	 * @return the number, or {@code null} where there is none
	 */
	public Integer intero(String campo, String nome, int minimo, int massimo) {
		String valore = facoltativo(campo, nome, MOSTRATI);
		if (valore == null) {
			return null;
		}
		// 33.091, as people write it
		String cifre = valore.matches("[0-9]{1,3}(\\.[0-9]{3})+") ? valore.replace(".", "") : valore;
		if (!cifre.matches("[0-9]{1,9}") || Integer.parseInt(cifre) < minimo || Integer.parseInt(cifre) > massimo) {
			errore(campo, nome, String.format(Locale.ITALIAN, "serve un numero intero da %,d a %,d", minimo, massimo));
			return null;
		}
		return Integer.valueOf(cifre);
	}

	/**
	 * A day.
	 * @param campo the field
	 * @param nome as people call it
	 * @return the day, or {@code null} where there is none
	 */
	public LocalDate giorno(String campo, String nome) {
		String valore = facoltativo(campo, nome, MOSTRATI);
		if (valore == null) {
			return null;
		}
		try {
			LocalDate giorno = valore.contains("/") ? LocalDate.parse(valore, ITALIANA) : LocalDate.parse(valore);
			if (giorno.isBefore(PRIMO) || !giorno.isBefore(ULTIMO)) {
				errore(campo, nome, "la data è troppo lontana");
				return null;
			}
			return giorno;
		}
		catch (DateTimeParseException ex) {
			errore(campo, nome, "serve una data, per esempio 2026-11-30 oppure 30/11/2026");
			return null;
		}
	}

	/**
	 * Several values with commas between them.
	 * @param campo the field
	 * @param nome as people call it
	 * @return the values, each once, in their order
	 */
	public Set<String> elenco(String campo, String nome) {
		String valore = facoltativo(campo, nome, 4000);
		Set<String> elenco = new LinkedHashSet<>();
		if (valore != null) {
			for (String v : valore.split("[,|]")) {
				if (!v.isBlank()) {
					elenco.add(v.strip());
				}
			}
		}
		return elenco;
	}

	/**
	 * One of some values.
	 * @param <T> what is meant
	 * @param campo the field
	 * @param nome as people call it
	 * @param lettura what a text means, {@code null} where it means nothing
	 * @param atteso what to say where it means nothing
	 * @return what is meant, or {@code null} where there is nothing
	 */
	public <T> T scelta(String campo, String nome, Function<String, T> lettura, String atteso) {
		String valore = facoltativo(campo, nome, 254);
		if (valore == null) {
			return null;
		}
		T letta = lettura.apply(valore);
		if (letta == null) {
			errore(campo, nome, atteso);
		}
		return letta;
	}

	/**
	 * Notes that a field is wrong.
	 * @param campo the field
	 * @param nome as people call it
	 * @param motivo what is expected, without a full stop
	 */
	public void errore(String campo, String nome, String motivo) {
		String valore = grezzo(campo);
		this.errori.add(new Errore(campo, nome,
				(valore.length() > MOSTRATI) ? valore.substring(0, MOSTRATI) + "…" : valore, motivo));
	}

	/**
	 * Ends the reading.
	 * @throws CampiRifiutati if any field is wrong
	 */
	public void concludi() {
		if (!this.errori.isEmpty()) {
			throw new CampiRifiutati(this.errori);
		}
	}

	private boolean segnato(String campo) {
		return this.errori.stream().anyMatch((e) -> e.campo().equals(campo));
	}

	private String grezzo(String campo) {
		String valore = this.valori.get(campo);
		return (valore == null) ? "" : valore.strip();
	}

}
