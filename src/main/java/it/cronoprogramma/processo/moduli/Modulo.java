package it.cronoprogramma.processo.moduli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Notifica;
import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * A form as somebody filled it in: read by name and type, with a refusal in Italian where
 * something is missing or malformed.
 */
public final class Modulo {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final int TESTO_MASSIMO = 2000;

	private final Map<String, Object> campi;

	/**
	 * The values of a form.
	 * @param campi values by name
	 */
	public Modulo(Map<String, Object> campi) {
		this.campi = campi;
	}

	/**
	 * A text that must be there.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @return the text without blanks around it
	 * @throws Rifiuto if it is missing or far too long
	 */
	public String testo(String campo, String etichetta) {
		return testoFacoltativo(campo, etichetta)
			.orElseThrow(() -> Rifiuto.nonValido("Manca «%s»: compili il campo.", etichetta));
	}

	/**
	 * A text that may be there.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @return the text without blanks around it, empty if there is none
	 * @throws Rifiuto if it is far too long or no text
	 */
	public Optional<String> testoFacoltativo(String campo, String etichetta) {
		Object valore = this.campi.get(campo);
		if (valore == null) {
			return Optional.empty();
		}
		if (!(valore instanceof String testo)) {
			throw Rifiuto.nonValido("«%s» deve essere un testo.", etichetta);
		}
		if (testo.length() > TESTO_MASSIMO) {
			throw Rifiuto.nonValido("«%s» è troppo lungo: al massimo %s caratteri.", etichetta, TESTO_MASSIMO);
		}
		return Optional.of(testo.strip()).filter((t) -> !t.isEmpty());
	}

	/**
	 * A text that must be there and must fit its column.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @param massimo the most characters
	 * @return the text
	 * @throws Rifiuto if it is missing or too long
	 */
	public String testo(String campo, String etichetta, int massimo) {
		return corto(testo(campo, etichetta), etichetta, massimo);
	}

	/**
	 * A text that may be there and must fit its column.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @param massimo the most characters
	 * @return the text or {@code null}
	 * @throws Rifiuto if it is too long
	 */
	public String testoONullo(String campo, String etichetta, int massimo) {
		return testoFacoltativo(campo, etichetta).map((t) -> corto(t, etichetta, massimo)).orElse(null);
	}

	/**
	 * A day.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @return the day
	 * @throws Rifiuto if it is missing or no day of the calendar
	 */
	public LocalDate giorno(String campo, String etichetta) {
		return giornoFacoltativo(campo, etichetta)
			.orElseThrow(() -> Rifiuto.nonValido("Manca la data «%s»: la indichi.", etichetta));
	}

	/**
	 * A day that may be there.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @return the day, empty if there is none
	 * @throws Rifiuto if it is no day of the calendar, or lies outside 2000 to 2100
	 */
	public Optional<LocalDate> giornoFacoltativo(String campo, String etichetta) {
		return testoFacoltativo(campo, etichetta).map((t) -> {
			try {
				LocalDate giorno = LocalDate.parse(t);
				if (giorno.getYear() >= 2000 && giorno.getYear() <= 2100) {
					return giorno;
				}
			}
			catch (DateTimeException ex) {
				// the same refusal as for a year out of reach
			}
			throw Rifiuto.nonValido("«%s»: «%s» non è una data. Serve giorno, mese e anno, per esempio 2022-08-19.",
					etichetta, t);
		});
	}

	/**
	 * An hour of the day.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @return the hour
	 * @throws Rifiuto if it is missing or no hour
	 */
	public LocalTime ora(String campo, String etichetta) {
		String t = testo(campo, etichetta);
		try {
			return LocalTime.parse(t);
		}
		catch (DateTimeException ex) {
			throw Rifiuto.nonValido("«%s»: «%s» non è un'ora. Servono ore e minuti, per esempio 09:30.", etichetta, t);
		}
	}

	/**
	 * A PEC: the fields {@code dataNotifica}, {@code oraNotifica} and {@code protocollo}.
	 * @param giorno what the day is called on the screen
	 * @param ora what the hour is called on the screen
	 * @param chi who writes it down
	 * @return the PEC
	 * @throws Rifiuto if something of it is missing or malformed, or it lies in the
	 * future
	 */
	public Notifica pec(String giorno, String ora, Autore chi) {
		return Notifica.ricevuta(giorno("dataNotifica", giorno), ora("oraNotifica", ora),
				testo("protocollo", "Protocollo", 100), chi);
	}

	/**
	 * An amount in euro.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @return the amount with two digits
	 * @throws Rifiuto if it is missing, not positive or with more than two digits
	 */
	public BigDecimal importo(String campo, String etichetta) {
		Object valore = this.campi.get(campo);
		if (valore == null || valore.toString().isBlank()) {
			throw Rifiuto.nonValido("Manca «%s»: indichi l'importo in euro.", etichetta);
		}
		try {
			BigDecimal importo = new BigDecimal(valore.toString().strip()).setScale(2, RoundingMode.UNNECESSARY);
			if (importo.signum() > 0 && importo.precision() <= 14) {
				return importo;
			}
		}
		catch (NumberFormatException | ArithmeticException ex) {
			// the same refusal as for an amount out of reach
		}
		throw Rifiuto.nonValido("«%s»: «%s» non è un importo in euro. Per esempio 280932,00.", etichetta, valore);
	}

	/**
	 * A whole number.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @return the number
	 * @throws Rifiuto if it is missing or no whole number
	 */
	public int intero(String campo, String etichetta) {
		Object valore = this.campi.get(campo);
		if (valore == null || valore.toString().isBlank()) {
			throw Rifiuto.nonValido("Manca «%s»: indichi un numero.", etichetta);
		}
		try {
			return new BigDecimal(valore.toString().strip()).intValueExact();
		}
		catch (NumberFormatException | ArithmeticException ex) {
			throw Rifiuto.nonValido("«%s»: «%s» non è un numero intero.", etichetta, valore);
		}
	}

	/**
	 * A whole number that may be there.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @return the number or {@code null}
	 * @throws Rifiuto if it is no whole number
	 */
	public Integer interoONullo(String campo, String etichetta) {
		Object valore = this.campi.get(campo);
		return (valore == null || valore.toString().isBlank()) ? null : Integer.valueOf(intero(campo, etichetta));
	}

	/**
	 * The lines of a text, without blanks around them; empty lines are left out.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @return the lines in order
	 * @throws Rifiuto if there are more than 500, or one is longer than 300 characters
	 */
	public List<String> righe(String campo, String etichetta) {
		List<String> righe = testoLungo(campo, etichetta, 200_000).lines()
			.map((riga) -> riga.strip().replaceAll("\\s+", " "))
			.filter((riga) -> !riga.isEmpty())
			.toList();
		if (righe.size() > 500) {
			throw Rifiuto.nonValido("«%s»: %s righe, al massimo 500.", etichetta, righe.size());
		}
		righe.forEach((riga) -> corto(riga, etichetta, 300));
		return righe;
	}

	/**
	 * A text of many lines that may be there.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @param massimo the most characters
	 * @return the text, empty if there is none
	 * @throws Rifiuto if it is too long or no text
	 */
	public String testoLungo(String campo, String etichetta, int massimo) {
		Object valore = this.campi.get(campo);
		if (valore == null) {
			return "";
		}
		if (!(valore instanceof String testo)) {
			throw Rifiuto.nonValido("«%s» deve essere un testo.", etichetta);
		}
		return corto(testo, etichetta, massimo).strip();
	}

	/**
	 * Whether something was filled in.
	 * @param campo the field's name
	 * @return {@code false} for a field that is missing, empty or blank
	 */
	public boolean presente(String campo) {
		Object valore = this.campi.get(campo);
		return valore != null && !valore.toString().isBlank();
	}

	/**
	 * A box.
	 * @param campo the field's name
	 * @return whether it is ticked
	 */
	public boolean spuntato(String campo) {
		return Boolean.TRUE.equals(this.campi.get(campo));
	}

	/**
	 * A box that must be ticked.
	 * @param campo the field's name
	 * @param etichetta what must be confirmed
	 * @throws Rifiuto if it is not ticked
	 */
	public void richiediSpunta(String campo, String etichetta) {
		if (!spuntato(campo)) {
			throw Rifiuto.nonValido("Manca la conferma: %s.", etichetta);
		}
	}

	/**
	 * A list of choices.
	 * @param campo the field's name
	 * @param etichetta what the field is called on the screen
	 * @return the codes chosen, empty if nothing was
	 * @throws Rifiuto if it is no list of texts
	 */
	public List<String> elenco(String campo, String etichetta) {
		Object valore = this.campi.get(campo);
		if (valore == null || (valore instanceof String t && t.isBlank())) {
			return List.of();
		}
		try {
			Object letto = (valore instanceof String json) ? JSON.readValue(json, Object.class) : valore;
			if (letto instanceof List<?> lista && lista.stream().allMatch((v) -> v instanceof String)) {
				return lista.stream().map(String.class::cast).toList();
			}
		}
		catch (JsonProcessingException ex) {
			// the same refusal as for a value of another kind
		}
		throw Rifiuto.nonValido("«%s» deve essere un elenco di scelte.", etichetta);
	}

	private static String corto(String testo, String etichetta, int massimo) {
		if (testo.length() > massimo) {
			throw Rifiuto.nonValido("«%s» è troppo lungo: %s caratteri, al massimo %s.", etichetta, testo.length(),
					massimo);
		}
		return testo;
	}

}
