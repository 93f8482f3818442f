package it.cronoprogramma.ente;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Everything that is recorded of an ente.
 *
 * @param id its id, or {@code null} for one that is to be made
 * @param nome the name people know it by
 * @param tipologia what kind of ente, e.g. {@code Comune}
 * @param codiceIpa its code in the IPA
 * @param codiceIstat six digits, or {@code null}
 * @param codiceCatastale a letter and three digits, or {@code null}
 * @param provincia two letters, or {@code null}
 * @param regione its name, or {@code null}
 * @param popolazione inhabitants, or {@code null} while they are not known
 * @param fonte where the population comes from, or {@code null}
 * @param gestione the id of the gestione that follows it, or {@code null}
 */
public record Anagrafica(String id, String nome, String tipologia, String codiceIpa, String codiceIstat,
		String codiceCatastale, String provincia, String regione, Integer popolazione, String fonte, String gestione) {

	/** The regions, as ISTAT writes them. */
	public static final List<String> REGIONI = List.of("Abruzzo", "Basilicata", "Calabria", "Campania",
			"Emilia-Romagna", "Friuli-Venezia Giulia", "Lazio", "Liguria", "Lombardia", "Marche", "Molise", "Piemonte",
			"Puglia", "Sardegna", "Sicilia", "Toscana", "Trentino-Alto Adige/Südtirol", "Umbria",
			"Valle d'Aosta/Vallée d'Aoste", "Veneto");

	/** What a comune is called. */
	public static final String COMUNE = "Comune";

	private static final Pattern IPA = Pattern.compile("[A-Za-z0-9_-]{2,20}");

	private static final Pattern ISTAT = Pattern.compile("[0-9]{6}");

	private static final Pattern CATASTALE = Pattern.compile("[A-Za-z][0-9]{3}");

	private static final Pattern PROVINCIA = Pattern.compile("[A-Za-z]{2}");

	private static final int ABITANTI_MASSIMI = 10_000_000;

	/**
	 * What somebody has written of an ente. A column that his file does not have stays as
	 * it is.
	 * @param prima the ente as it is, or {@code null} for one that is to be made
	 * @param campi the fields
	 * @return the ente
	 * @throws CampiRifiutati if a field is wrong
	 */
	public static Anagrafica leggi(Anagrafica prima, Campi campi) {
		Anagrafica a = (prima != null) ? prima
				: new Anagrafica(null, null, COMUNE, null, null, null, null, null, null, null, null);
		String nome = vale(campi, "nome", a) ? campi.testo("nome", "Nome", 200) : a.nome;
		String tipologia = campi.presente("tipologia") ? campi.testo("tipologia", "Tipologia", 40) : a.tipologia;
		String ipa = campi.forma("codice_ipa", "Codice IPA", IPA,
				"da 2 a 20 lettere, cifre, trattini, per esempio c_d142");
		if (ipa == null && campi.facoltativo("codice_ipa", "Codice IPA", 100) == null) {
			campi.errore("codice_ipa", "Codice IPA", "manca il valore");
		}
		String istat = campi.presente("codice_istat")
				? campi.forma("codice_istat", "Codice ISTAT", ISTAT,
						"servono sei cifre, per esempio 019035; se non è ancora assegnato lo lasci vuoto")
				: a.codiceIstat;
		String catastale = campi.presente("codice_catastale") ? maiuscolo(campi.forma("codice_catastale",
				"Codice catastale", CATASTALE, "servono una lettera e tre cifre, per esempio D142"))
				: a.codiceCatastale;
		String provincia = campi.presente("provincia") ? maiuscolo(
				campi.forma("provincia", "Provincia", PROVINCIA, "serve la sigla di due lettere, per esempio CR"))
				: a.provincia;
		String regione = campi.presente("regione") ? campi.scelta("regione", "Regione", (v) -> regione(v, a.regione),
				"non è una regione: per esempio Lombardia, Emilia-Romagna") : a.regione;
		Integer popolazione = campi.presente("popolazione")
				? campi.intero("popolazione", "Popolazione", 1, ABITANTI_MASSIMI) : a.popolazione;
		String fonte = campi.presente("popolazione_fonte")
				? campi.facoltativo("popolazione_fonte", "Fonte della popolazione", 200) : a.fonte;
		if (popolazione != null && fonte == null) {
			campi.errore("popolazione_fonte", "Fonte della popolazione",
					"dica da dove viene il numero, per esempio ISTAT, popolazione residente al 1° gennaio 2026");
		}
		String gestione = campi.presente("gestione") ? campi.facoltativo("gestione", "Gestione associata", 20)
				: a.gestione;
		campi.concludi();
		return new Anagrafica(a.id, nome, tipologia, ipa, istat, catastale, provincia, regione, popolazione, fonte,
				gestione);
	}

	private static boolean vale(Campi campi, String campo, Anagrafica a) {
		return a.id == null || campi.presente(campo);
	}

	/** One that came with the published data may be written otherwise, and stays. */
	private static String regione(String scritta, String prima) {
		return REGIONI.stream()
			.filter((r) -> r.equalsIgnoreCase(scritta))
			.findFirst()
			.orElse(scritta.equals(prima) ? prima : null);
	}

	private static String maiuscolo(String testo) {
		return (testo == null) ? null : testo.toUpperCase(java.util.Locale.ROOT);
	}

	/**
	 * The ente as the rest of the application knows it.
	 * @return the ente, which lives
	 */
	public Ente ente() {
		return new Ente(this.id, this.nome, this.codiceIpa, this.codiceIstat,
				(this.popolazione == null) ? 0 : this.popolazione, this.gestione);
	}

	/**
	 * The same with an id.
	 * @param nuovo the id
	 * @return the ente
	 */
	public Anagrafica conId(String nuovo) {
		return new Anagrafica(nuovo, this.nome, this.tipologia, this.codiceIpa, this.codiceIstat, this.codiceCatastale,
				this.provincia, this.regione, this.popolazione, this.fonte, this.gestione);
	}

	/**
	 * Whether it is a comune, by either of the names that the published data give.
	 * @return {@code true} for a comune
	 */
	public boolean comune() {
		return this.tipologia.startsWith("Comun") && !this.tipologia.startsWith("Comunit");
	}

	/**
	 * What is not known of an ente that should be, for its candidature to be followed.
	 * @param popolazione its inhabitants, or {@code null}
	 * @param gestione its gestione, or {@code null}
	 * @param referenti how many people are written to
	 * @param gestioni whether there are gestioni at all: an ente may do without where
	 * nobody has one
	 * @return one sentence for each thing that is missing, without a full stop
	 */
	public static List<String> mancano(Integer popolazione, String gestione, int referenti, boolean gestioni) {
		List<String> mancano = new ArrayList<>();
		if (popolazione == null) {
			mancano.add("la popolazione: senza, non si conoscono fascia, importi e termini");
		}
		if (gestione == null && gestioni) {
			mancano.add("la gestione associata: senza, nessun ufficio RTD lo segue");
		}
		if (referenti == 0) {
			mancano.add("un referente: senza, i promemoria non arrivano a nessuno dell'ente");
		}
		return mancano;
	}

	/**
	 * The fields as they are, by the names of the form.
	 * @return the values, empty where there is none
	 */
	public Map<String, String> campi() {
		Map<String, String> campi = new LinkedHashMap<>();
		campi.put("nome", testo(this.nome));
		campi.put("tipologia", testo(this.tipologia));
		campi.put("codice_ipa", testo(this.codiceIpa));
		campi.put("codice_istat", testo(this.codiceIstat));
		campi.put("codice_catastale", testo(this.codiceCatastale));
		campi.put("provincia", testo(this.provincia));
		campi.put("regione", testo(this.regione));
		campi.put("popolazione", (this.popolazione == null) ? "" : this.popolazione.toString());
		campi.put("popolazione_fonte", testo(this.fonte));
		campi.put("gestione", testo(this.gestione));
		return campi;
	}

	private static String testo(String valore) {
		return (valore == null) ? "" : valore;
	}

}
