package it.cronoprogramma.opendata;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * Reads a published file, CSV or JSON, row by row: whatever its size, no more than one
 * row is held.
 */
public final class LetturaFile {

	private static final int ASSAGGIO = 1 << 16;

	private static final int DUE_BYTE = 0xFF;

	private final Consumer<RigaPubblicata> buone;

	private final Consumer<Scarto> scartate;

	private int lette;

	private LetturaFile(Consumer<RigaPubblicata> buone, Consumer<Scarto> scartate) {
		this.buone = buone;
		this.scartate = scartate;
	}

	/**
	 * Reads a file to its end.
	 * @param file the file
	 * @param buone takes the rows that can be taken
	 * @param scartate takes those that cannot
	 * @return how many rows there were
	 * @throws FileRifiutato if it is not such a file, columns are missing, or it has no
	 * rows
	 * @throws IOException if it cannot be read
	 */
	public static int leggi(InputStream file, Consumer<RigaPubblicata> buone, Consumer<Scarto> scartate)
			throws IOException {
		LetturaFile lettura = new LetturaFile(buone, scartate);
		BufferedInputStream flusso = new BufferedInputStream(file, ASSAGGIO);
		rifiutaBinario(flusso);
		BufferedReader testo = new BufferedReader(new InputStreamReader(flusso, StandardCharsets.UTF_8), ASSAGGIO);
		int primo = primoCarattere(testo);
		switch (primo) {
			case -1 -> throw new FileRifiutato("Il file è vuoto.");
			case '<' -> throw new FileRifiutato("Il file è una pagina HTML o XML, forse un messaggio di errore del "
					+ "sito: scarichi di nuovo il CSV o il JSON delle candidature finanziate.");
			case '[' -> lettura.json(testo);
			case '{' -> throw new FileRifiutato("Il file JSON non è un elenco di candidature: deve cominciare con «[». "
					+ "Forse è un messaggio di errore del sito.");
			default -> lettura.csv(testo);
		}
		if (lettura.lette == 0) {
			throw new FileRifiutato("Il file ha solo l'intestazione, nessuna candidatura: non è stato cambiato nulla.");
		}
		return lettura.lette;
	}

	private static void rifiutaBinario(BufferedInputStream flusso) throws IOException {
		flusso.mark(4);
		int a = flusso.read();
		int b = flusso.read();
		flusso.reset();
		if ((a == 'P' && b == 'K') || (a == 0x1F && b == 0x8B)) {
			throw new FileRifiutato(
					"Il file è un archivio compresso: lo apra e carichi il CSV o il JSON che contiene.");
		}
		if ((a == 0xFF && b == 0xFE) || (a == 0xFE && b == DUE_BYTE)) {
			throw new FileRifiutato("Il file è in UTF-16: serve UTF-8, come è pubblicato.");
		}
	}

	/** Passes over the byte order mark and blanks. */
	private static int primoCarattere(BufferedReader testo) throws IOException {
		int c;
		do {
			testo.mark(1);
			c = testo.read();
		}
		while (c == '\ufeff' || Character.isWhitespace(c));
		if (c >= 0) {
			testo.reset();
		}
		return c;
	}

	// a quote in the middle of a quoted name spoils its row, not the whole file
	@SuppressWarnings("removal")
	private void csv(BufferedReader testo) throws IOException {
		char separatore = separatore(testo);
		CsvReader.CsvReaderBuilder lettore = CsvReader.builder()
			.fieldSeparator(separatore)
			.skipEmptyLines(true)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowExtraCharsAfterClosingQuote(true);
		List<String> colonne = null;
		try (CsvReader<CsvRecord> righe = lettore.ofCsvRecord(senzaChiudere(testo))) {
			for (CsvRecord r : righe) {
				if (colonne == null) {
					colonne = intestazione(r.getFields());
				}
				else {
					riga((int) r.getStartingLineNumber(), colonne, r.getFields());
				}
			}
		}
		catch (CsvParseException ex) {
			throw new FileRifiutato("Il file non si legge come CSV dopo la riga %s: forse manca una virgoletta di "
				.formatted(this.lette + 1) + "chiusura. Non è stato cambiato nulla.");
		}
	}

	/** Somebody may have saved it with a spreadsheet in Italian. */
	private static char separatore(BufferedReader testo) throws IOException {
		testo.mark(ASSAGGIO);
		char[] inizio = new char[ASSAGGIO - 1];
		int quanti = testo.read(inizio);
		testo.reset();
		for (int i = 0; i < quanti && inizio[i] != '\n'; i++) {
			if (inizio[i] == ',' || inizio[i] == ';') {
				return inizio[i];
			}
		}
		return ',';
	}

	/** Whoever gave the stream closes it. */
	private static Reader senzaChiudere(Reader testo) {
		return new java.io.FilterReader(testo) {
			@Override
			public void close() {
				// not ours
			}
		};
	}

	private static List<String> intestazione(List<String> campi) {
		List<String> colonne = campi.stream().map((c) -> c.strip().toLowerCase(Locale.ROOT)).toList();
		mancanti(colonne);
		return colonne;
	}

	private static void mancanti(java.util.Collection<String> colonne) {
		Set<String> mancanti = new LinkedHashSet<>(ControlloRiga.COLONNE);
		mancanti.removeAll(colonne);
		if (mancanti.size() == ControlloRiga.COLONNE.size()) {
			throw new FileRifiutato("Il file non è quello delle candidature finanziate: la prima riga deve dire le "
					+ "colonne, da «codice_ipa» a «data_stato_candidatura».");
		}
		if (!mancanti.isEmpty()) {
			throw new FileRifiutato("Mancano le colonne «" + String.join("», «", mancanti) + "».");
		}
	}

	private void riga(int numero, List<String> colonne, List<String> valori) {
		this.lette++;
		if (valori.size() != colonne.size()) {
			this.scartate.accept(new Scarto(numero, null, String.join(",", valori), "ha " + valori.size()
					+ " campi, l'intestazione ne ha " + colonne.size() + ": forse una virgola senza virgolette"));
			return;
		}
		Map<String, String> campi = new HashMap<>();
		for (int i = 0; i < valori.size(); i++) {
			campi.put(colonne.get(i), valori.get(i));
		}
		controlla(numero, campi);
	}

	private void controlla(int numero, Map<String, String> campi) {
		RigaPubblicata riga;
		try {
			riga = ControlloRiga.controlla(numero, campi);
		}
		catch (ControlloRiga.RigaScartata ex) {
			this.scartate.accept(ex.scarto());
			return;
		}
		this.buone.accept(riga);
	}

	private void json(BufferedReader testo) throws IOException {
		try (JsonParser json = new JsonFactory().createParser(senzaChiudere(testo))) {
			json.nextToken();
			for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
				if (t != JsonToken.START_OBJECT) {
					throw new FileRifiutato("Il file JSON non è un elenco di candidature: al posto %s non c'è un "
						.formatted(this.lette + 1) + "oggetto.");
				}
				oggetto(json);
			}
		}
		catch (com.fasterxml.jackson.core.JacksonException ex) {
			throw new FileRifiutato("Il file non si legge come JSON dopo la candidatura %s: è troncato o rovinato. "
				.formatted(this.lette) + "Non è stato cambiato nulla.");
		}
	}

	private void oggetto(JsonParser json) throws IOException {
		Map<String, String> campi = new HashMap<>();
		List<String> annidati = new ArrayList<>();
		while (json.nextToken() != JsonToken.END_OBJECT) {
			String nome = json.currentName();
			JsonToken valore = json.nextToken();
			if (valore.isStructStart()) {
				json.skipChildren();
				annidati.add(nome);
			}
			else if (valore != JsonToken.VALUE_NULL) {
				campi.put(nome.toLowerCase(Locale.ROOT), json.getText());
			}
			else {
				campi.put(nome.toLowerCase(Locale.ROOT), "");
			}
		}
		if (this.lette == 0) {
			mancanti(campi.keySet());
		}
		this.lette++;
		if (annidati.isEmpty()) {
			controlla(this.lette, campi);
		}
		else {
			this.scartate.accept(new Scarto(this.lette, annidati.get(0), null, "serve un valore, non un oggetto"));
		}
	}

}
