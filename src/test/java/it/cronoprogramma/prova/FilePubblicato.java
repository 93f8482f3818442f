package it.cronoprogramma.prova;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file as PA digitale 2026 publishes it, with rows of our own.
 */
public final class FilePubblicato {

	/** The title of the avviso of April 2022, as published. */
	public static final String APRILE = "1.4.1 Esperienza del Cittadino - Comuni - Aprile 2022";

	private static final List<String> COLONNE = List.of("codice_ipa", "ente", "tipologia_ente", "comune", "cod_comune",
			"provincia", "cod_provincia", "regione", "cod_regione", "importo_finanziamento", "avviso",
			"data_invio_candidatura", "data_finanziamento", "codice_cup", "numero_finestra_temporale",
			"numero_di_protocollo", "decreto_finanziamento", "stato_candidatura", "data_stato_candidatura", "misura");

	private final List<Map<String, String>> righe = new ArrayList<>();

	private int colonne = COLONNE.size();

	/**
	 * Adds a financed candidatura of a comune on the avviso of April 2022.
	 * @param ipa the comune's code
	 * @param cup the CUP
	 * @param diverso columns and values that differ, one after the other
	 * @return this file
	 */
	public FilePubblicato riga(String ipa, String cup, String... diverso) {
		Map<String, String> riga = new LinkedHashMap<>();
		List<String> valori = List.of(ipa, "Comune di " + ipa, "Comuni", ipa, "N/D", "CR", "019", "Lombardia", "03",
				"79922.0", APRILE, "2022-04-26T15:30:48.000+0000", "2022-08-19", cup, "1", "32",
				"Decreto n.32 - 1 / 2022 - PNRR", "A", "2022-08-19",
				"1.4.1 Esperienza del cittadino nei servizi pubblici");
		for (int i = 0; i < COLONNE.size(); i++) {
			riga.put(COLONNE.get(i), valori.get(i));
		}
		for (int i = 0; i < diverso.length; i += 2) {
			if (riga.put(diverso[i], diverso[i + 1]) == null) {
				throw new IllegalArgumentException(diverso[i]);
			}
		}
		this.righe.add(riga);
		return this;
	}

	/**
	 * Leaves the misura out, as the 19-column format does.
	 * @return this file
	 */
	public FilePubblicato senzaMisura() {
		this.colonne = COLONNE.size() - 1;
		return this;
	}

	/**
	 * The file as CSV.
	 * @return UTF-8 text, lines ended by LF
	 */
	public String csv() {
		return intestazione() + this.righe.stream().map((r) -> riga(r) + "\n").collect(Collectors.joining());
	}

	/**
	 * The first line.
	 * @return the names of the columns
	 */
	public String intestazione() {
		return String.join(",", COLONNE.subList(0, this.colonne)) + "\n";
	}

	private String riga(Map<String, String> riga) {
		return riga.values().stream().limit(this.colonne).map(FilePubblicato::campo).collect(Collectors.joining(","));
	}

	private static String campo(String valore) {
		return (valore.contains(",") || valore.contains("\"") || valore.contains("\n"))
				? '"' + valore.replace("\"", "\"\"") + '"' : valore;
	}

	/**
	 * The file as JSON, numbers bare.
	 * @return an array of objects
	 */
	public String json() {
		return this.righe.stream()
			.map((r) -> r.entrySet()
				.stream()
				.limit(this.colonne)
				.map((e) -> '"' + e.getKey() + "\":"
						+ (e.getKey().startsWith("importo") ? e.getValue()
								: e.getValue().isEmpty() ? "null"
										: '"' + e.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + '"'))
				.collect(Collectors.joining(",", "{", "}")))
			.collect(Collectors.joining(",\n", "[", "]\n"));
	}

}
