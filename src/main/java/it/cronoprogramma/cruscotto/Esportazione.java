package it.cronoprogramma.cruscotto;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table as a file: exactly the rows that are shown, for a spreadsheet in Italian.
 */
final class Esportazione {

	/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"). */
	private static final String FORMULE = "=+-@\t\r\n＝＋－＠";

	private Esportazione() {
	}

	/**
	 * Writes a table as CSV: semicolons, amounts with a comma, days as ISO.
	 * @param risposta where to
	 * @param nome the file's name without extension
	 * @param colonne the heads
	 * @param righe texts, numbers, days or {@code null}
	 * @throws IOException if the reader has gone
	 */
	static void csv(HttpServletResponse risposta, String nome, List<String> colonne, Iterable<List<Object>> righe)
			throws IOException {
		risposta.setContentType("text/csv;charset=UTF-8");
		allegato(risposta, nome + ".csv");
		Writer testo = new OutputStreamWriter(risposta.getOutputStream(), StandardCharsets.UTF_8);
		// without it a spreadsheet reads the accents wrong
		testo.write('\ufeff');
		CsvWriter csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(testo);
		csv.writeRecord(colonne);
		for (List<Object> riga : righe) {
			csv.writeRecord(riga.stream().map(Esportazione::testo).toList());
		}
		csv.flush();
	}

	/**
	 * Writes a table as XLSX: numbers are numbers and days are days.
	 * @param risposta where to
	 * @param nome the file's name without extension
	 * @param colonne the heads
	 * @param righe texts, numbers, days or {@code null}
	 * @throws IOException if the reader has gone
	 */
	static void xlsx(HttpServletResponse risposta, String nome, List<String> colonne, Iterable<List<Object>> righe)
			throws IOException {
		risposta.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		allegato(risposta, nome + ".xlsx");
		try (Workbook cartella = new Workbook(risposta.getOutputStream(), "Cronoprogramma", "1.0")) {
			Worksheet foglio = cartella.newWorksheet(nome);
			for (int c = 0; c < colonne.size(); c++) {
				foglio.value(0, c, colonne.get(c));
				foglio.style(0, c).bold().set();
			}
			foglio.freezePane(0, 1);
			int r = 1;
			for (List<Object> riga : righe) {
				for (int c = 0; c < riga.size(); c++) {
					cella(foglio, r, c, riga.get(c));
				}
				r++;
			}
		}
	}

	private static void cella(Worksheet foglio, int riga, int colonna, Object valore) {
		if (valore instanceof LocalDate giorno) {
			foglio.value(riga, colonna, giorno);
			foglio.style(riga, colonna).format("dd/mm/yyyy").set();
		}
		else if (valore instanceof BigDecimal importo) {
			foglio.value(riga, colonna, importo);
			foglio.style(riga, colonna).format("#,##0.00").set();
		}
		else if (valore instanceof Number numero) {
			foglio.value(riga, colonna, numero);
		}
		else if (valore != null) {
			foglio.value(riga, colonna, valore.toString());
		}
	}

	private static String testo(Object valore) {
		if (valore instanceof BigDecimal importo) {
			return importo.toPlainString().replace('.', ',');
		}
		if (valore instanceof Number || valore instanceof LocalDate) {
			return valore.toString();
		}
		return cella((valore == null) ? null : valore.toString());
	}

	/**
	 * A cell that a spreadsheet takes for text.
	 * @param testo what is to be read, or {@code null}
	 * @return the same, with an apostrophe before what would be a formula
	 */
	static String cella(String testo) {
		if (testo == null || testo.isEmpty()) {
			return "";
		}
		return (FORMULE.indexOf(testo.charAt(0)) >= 0) ? "'" + testo : testo;
	}

	private static void allegato(HttpServletResponse risposta, String nome) {
		risposta.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(nome).build().toString());
	}

}
