package it.cronoprogramma.opendata;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows can be taken, and which not and why (dominio 4.2 and 4.3). What the
 * publisher is known to get wrong without harm is forgiven: Napoli's province, the comune
 * of None, an ISTAT code that is not there, numbers with a dot and a nought, a missing
 * misura.
 */
final class ControlloRiga {

	/** The columns of every format since 2024; misura came later and may be missing. */
	static final List<String> COLONNE = List.of("codice_ipa", "ente", "tipologia_ente", "comune", "cod_comune",
			"provincia", "cod_provincia", "regione", "cod_regione", "importo_finanziamento", "avviso",
			"data_invio_candidatura", "data_finanziamento", "codice_cup", "numero_finestra_temporale",
			"numero_di_protocollo", "decreto_finanziamento", "stato_candidatura", "data_stato_candidatura");

	private static final String MISURA = "misura";

	/** The code of Napoli, whose letters the publisher's script takes for "missing". */
	private static final String NAPOLI = "063";

	private static final Pattern IPA = Pattern.compile("[A-Za-z0-9_-]{1,20}");

	private static final Pattern CUP = Pattern.compile("(?:CANCELLATO_)?([B-J][0-9]{2}[B-J][0-9]{11})");

	private static final Pattern EURO = Pattern.compile("[0-9]{1,10}(?:\\.[0-9]{1,2})?");

	private static final Pattern ISTAT = Pattern.compile("[0-9]{6}|N/D");

	private static final Pattern TRE_CIFRE = Pattern.compile("[0-9]{3}");

	private static final Pattern DUE_CIFRE = Pattern.compile("[0-9]{2}");

	private static final Pattern DUE_LETTERE = Pattern.compile("[A-Z]{2}");

	private static final Pattern NUMERO = Pattern.compile("[0-9]{1,6}(?:\\.0)?");

	private static final Pattern INIZIO_MISURA = Pattern.compile("([0-9](?:\\.[0-9]){1,2})\\b.*", Pattern.DOTALL);

	/** The offset has no colon. */
	private static final DateTimeFormatter INVIO = DateTimeFormatter
		.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXX", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final int ANNO_MINIMO = 2020;

	private static final int ANNO_MASSIMO = 2060;

	private final int riga;

	private final Map<String, String> campi;

	private ControlloRiga(int riga, Map<String, String> campi) {
		this.riga = riga;
		this.campi = campi;
	}

	/**
	 * Checks a row.
	 * @param riga its line
	 * @param campi its values by column
	 * @return the row
	 * @throws RigaScartata with the first field that is wrong
	 */
	static RigaPubblicata controlla(int riga, Map<String, String> campi) {
		return new ControlloRiga(riga, campi).riga();
	}

	private RigaPubblicata riga() {
		String ipa = forma("codice_ipa", IPA, "serve il codice IPA dell'ente: lettere, cifre, trattini");
		String ente = testo("ente", 200);
		String tipologia = testo("tipologia_ente", 40);
		facoltativo("comune", 200);
		String istat = facoltativo("cod_comune", ISTAT, "servono sei cifre, oppure N/D");
		String codProvincia = forma("cod_provincia", TRE_CIFRE, "servono tre cifre, per esempio 019");
		String provincia = facoltativo("provincia", DUE_LETTERE, "serve la sigla di due lettere");
		String regione = testo("regione", 80);
		facoltativo("cod_regione", DUE_CIFRE, "servono due cifre, per esempio 03");
		BigDecimal importo = importo();
		String avviso = testo("avviso", 300).replaceAll("\\s+", " ");
		String misura = misura(avviso);
		Instant inviata = letta("data_invio_candidatura", "serve data e ora, per esempio 2022-05-25T14:52:00.000+0000",
				(v) -> OffsetDateTime.parse(v, INVIO).toInstant());
		LocalDate finanziata = giorno("data_finanziamento");
		String cup = cup();
		facoltativo("numero_finestra_temporale", NUMERO, "serve un numero");
		facoltativo("numero_di_protocollo", NUMERO, "serve un numero");
		String decreto = testo("decreto_finanziamento", 60);
		StatoPubblicato stato = letta("stato_candidatura", "serve A, E oppure R", StatoPubblicato::valueOf);
		LocalDate dal = giorno("data_stato_candidatura");
		return new RigaPubblicata(this.riga, ipa, ente, tipologia, istat,
				(provincia == null && NAPOLI.equals(codProvincia)) ? "NA" : provincia, codProvincia, regione, importo,
				avviso, misura, inviata, finanziata, cup, decreto, stato, dal, cancellato());
	}

	private BigDecimal importo() {
		BigDecimal importo = new BigDecimal(
				forma("importo_finanziamento", EURO, "serve un importo in euro, per esempio 79922.0"));
		if (importo.signum() == 0) {
			throw scarta("importo_finanziamento", "l'importo è zero");
		}
		return importo.setScale(2);
	}

	private String cup() {
		String scritto = obbligatorio("codice_cup").replaceAll("\\s", "").toUpperCase(Locale.ROOT);
		Matcher forma = CUP.matcher(scritto);
		if (!forma.matches()) {
			throw scarta("codice_cup", "serve un CUP di 15 caratteri, per esempio B91F22000690006");
		}
		return forma.group(1);
	}

	/** The datapackage foresees it; what was asked for is the same candidatura. */
	private boolean cancellato() {
		return obbligatorio("codice_cup").toUpperCase(Locale.ROOT).startsWith("CANCELLATO");
	}

	private String misura(String avviso) {
		String scritta = this.campi.getOrDefault(MISURA, "").strip();
		for (String da : List.of(scritta, avviso)) {
			Matcher inizio = INIZIO_MISURA.matcher(da);
			if (inizio.matches()) {
				return inizio.group(1);
			}
		}
		throw scarta(scritta.isEmpty() ? "avviso" : MISURA, "comincia con il numero della misura, per esempio 1.4.1");
	}

	private LocalDate giorno(String campo) {
		return letta(campo, "serve una data, per esempio 2022-08-19", (v) -> {
			LocalDate giorno = LocalDate.parse(v);
			if (giorno.getYear() < ANNO_MINIMO || giorno.getYear() > ANNO_MASSIMO) {
				throw new DateTimeException("fuori portata");
			}
			return giorno;
		});
	}

	private <T> T letta(String campo, String atteso, Function<String, T> lettura) {
		String valore = obbligatorio(campo);
		try {
			return lettura.apply(valore);
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			throw scarta(campo, atteso);
		}
	}

	private String forma(String campo, Pattern forma, String atteso) {
		String valore = obbligatorio(campo);
		if (!forma.matcher(valore).matches()) {
			throw scarta(campo, atteso);
		}
		return valore;
	}

	private String facoltativo(String campo, Pattern forma, String atteso) {
		String valore = this.campi.getOrDefault(campo, "").strip();
		if (!valore.isEmpty() && !forma.matcher(valore).matches()) {
			throw scarta(campo, atteso);
		}
		return valore.isEmpty() ? null : valore;
	}

	private void facoltativo(String campo, int massimo) {
		if (!this.campi.getOrDefault(campo, "").isBlank()) {
			testo(campo, massimo);
		}
	}

	private String testo(String campo, int massimo) {
		String valore = obbligatorio(campo);
		if (valore.indexOf('\ufffd') >= 0) {
			throw scarta(campo, "la codifica non è UTF-8");
		}
		if (valore.length() > massimo) {
			throw scarta(campo, "al massimo " + massimo + " caratteri, qui sono " + valore.length());
		}
		if (valore.chars().anyMatch((c) -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
			throw scarta(campo, "contiene caratteri di controllo");
		}
		return valore;
	}

	private String obbligatorio(String campo) {
		String valore = this.campi.getOrDefault(campo, "").strip();
		if (valore.isEmpty()) {
			throw scarta(campo, "manca il valore");
		}
		return valore;
	}

	private RigaScartata scarta(String campo, String motivo) {
		return new RigaScartata(new Scarto(this.riga, campo, this.campi.get(campo), motivo));
	}

	/** A row that cannot be taken. */
	static final class RigaScartata extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient Scarto scarto;

		RigaScartata(Scarto scarto) {
			super(scarto.motivo(), null, false, false);
			this.scarto = scarto;
		}

		Scarto scarto() {
			return this.scarto;
		}

	}

}
