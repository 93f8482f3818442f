package it.cronoprogramma.processo.catalogo;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.avviso.DecorrenzaCompletamento;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.termine.Termine;

/**
 * What an output column holds.
 */
enum Contenuto {

	/** Any text. */
	TESTO("string", false, "un testo", (v) -> true),

	/** Any text, or none. */
	TESTO_FACOLTATIVO("string", true, "un testo", (v) -> true),

	/** The fascia in words, which is kept with the candidatura. */
	FASCIA("string", false, "un testo di al massimo 40 caratteri", (v) -> v.length() <= 40),

	/** A day. */
	DATA("string", false, Contenuto.GIORNO, Contenuto::data),

	/** A day, or none. */
	DATA_FACOLTATIVA("string", true, Contenuto.GIORNO, Contenuto::data),

	/** The length of a term. */
	DURATA("string", false, "una durata in giorni o in mesi: PnD o PnM, per esempio P5D o P6M", Contenuto::durata),

	/** Which pacchetto. */
	PACCHETTO("string", false, "uno di: " + elenco(Pacchetto.values(), Pacchetto::codice),
			(v) -> Pacchetto.trova(v).isPresent()),

	/** From which event completamento runs, or nothing for the usual one. */
	DECORRENZA("string", true, "uno di: " + elenco(DecorrenzaCompletamento.values(), Enum::name),
			(v) -> Arrays.stream(DecorrenzaCompletamento.values()).anyMatch((d) -> d.name().equals(v))),

	/** What a criterion is about. */
	OGGETTO("string", false, "uno di: " + elenco(Criterio.Oggetto.values(), (o) -> o.name().toLowerCase()),
			(v) -> Arrays.stream(Criterio.Oggetto.values()).anyMatch((o) -> o.name().toLowerCase().equals(v))),

	/** A flag. */
	SI("string", true, "si oppure niente", (v) -> v.equals("si")),

	/** Amounts one after the other, or none. */
	IMPORTI("string", true,
			"un elenco di importi separati da un punto e virgola, con il punto davanti ai decimali, per esempio 19039; 5103.50",
			(v) -> Pattern.compile("\\s*;\\s*").splitAsStream(v.strip()).allMatch(Contenuto::importo)),

	/** Days one after the other. */
	GIORNI("string", false,
			"un elenco di giorni interi separati da una virgola, dal più lontano al più vicino, per esempio 30,15,0",
			Contenuto::giorni),

	/** An amount in euro, or nothing. */
	IMPORTO("double", true,
			"un importo da zero in su, con al massimo due decimali, senza punti delle migliaia e con il punto "
					+ "davanti ai decimali, per esempio 19039 o 5103.50",
			Contenuto::importo),

	/** A whole number. */
	INTERO("integer", false, Contenuto.NUMERO, Contenuto::intero),

	/** A whole number, or nothing. */
	INTERO_FACOLTATIVO("integer", true, Contenuto.NUMERO, Contenuto::intero);

	private static final String GIORNO = "un giorno che esiste, come anno-mese-giorno, per esempio 2022-09-02";

	private static final String NUMERO = "un numero intero da zero in su, senza punti, per esempio 5";

	private final String tipo;

	private final boolean facoltativo;

	private final String atteso;

	private final Predicate<String> giusto;

	Contenuto(String tipo, boolean facoltativo, String atteso, Predicate<String> giusto) {
		this.tipo = tipo;
		this.facoltativo = facoltativo;
		this.atteso = atteso;
		this.giusto = giusto;
	}

	/**
	 * The type the column declares.
	 * @return the DMN name of the type
	 */
	String tipo() {
		return this.tipo;
	}

	/**
	 * What is wrong with a cell.
	 * @param cella the cell as written
	 * @return an Italian sentence that says what is expected, empty if nothing is wrong
	 */
	Optional<String> difetto(String cella) {
		Optional<String> valore = valore(cella);
		if (valore.isEmpty()) {
			return Optional
				.of("«%s» non è un testo tra virgolette; serve %s, tra virgolette".formatted(cella, this.atteso));
		}
		String v = valore.get();
		if (v.isBlank()) {
			return this.facoltativo ? Optional.empty() : Optional.of("la casella è vuota; serve " + this.atteso);
		}
		return this.giusto.test(v) ? Optional.empty() : Optional.of("«%s»: serve %s".formatted(v, this.atteso));
	}

	/**
	 * The value of a cell.
	 * @param cella the cell as written
	 * @return what it says, empty if the cell has another form
	 */
	Optional<String> valore(String cella) {
		return this.tipo.equals("string") ? Casella.testo(cella) : Optional.of(cella);
	}

	private static boolean data(String v) {
		try {
			LocalDate giorno = LocalDate.parse(v);
			return giorno.getYear() >= 2000 && giorno.getYear() <= 2999;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	private static boolean durata(String v) {
		try {
			Termine.leggi(v);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean importo(String v) {
		return v.matches("\\d{1,9}(\\.\\d{1,2})?");
	}

	private static boolean intero(String v) {
		return v.matches("\\d{1,6}");
	}

	private static boolean giorni(String v) {
		int prima = Integer.MAX_VALUE;
		for (String giorni : v.strip().split("\\s*,\\s*", -1)) {
			if (!giorni.matches("\\d{1,4}") || Integer.parseInt(giorni) >= prima) {
				return false;
			}
			prima = Integer.parseInt(giorni);
		}
		return true;
	}

	private static <T> String elenco(T[] valori, Function<T, String> nome) {
		return Arrays.stream(valori).map(nome).collect(Collectors.joining(", "));
	}

}
