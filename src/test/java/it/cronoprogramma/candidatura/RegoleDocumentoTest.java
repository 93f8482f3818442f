package it.cronoprogramma.candidatura;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.prova.FileDiProva;
import it.cronoprogramma.rifiuto.Rifiuto;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegoleDocumentoTest {

	private static final RegoleDocumento REGOLE = new RegoleDocumento(1 << 20);

	private static final String ODT = "application/vnd.oasis.opendocument.text";

	private static final String FOGLIO = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	// What an office has

	@ParameterizedTest
	@ValueSource(strings = { "Determina n. 12 del 3 maggio.pdf", "CRE.PDF", "città è però.pdf", "a.b.c.pdf", "日本.pdf",
			"Contratto (1).pdf", "conto.pdf", "Allegato 5.2.pdf" })
	void nomiBuoni(String nome) {
		assertThat(ammesso(nome, FileDiProva.pdf("x")).nome()).isEqualTo(nome);
	}

	@Test
	void gliAccentiSiCompongono() {
		String scomposto = Normalizer.normalize("Attività.pdf", Normalizer.Form.NFD);
		assertThat(ammesso(scomposto, FileDiProva.pdf("x")).nome()).isEqualTo("Attività.pdf").isNotEqualTo(scomposto);
	}

	@Test
	void ogniFormatoAmmesso() {
		byte[] png = byteDi("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR");
		byte[] jpeg = byteDi("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0");
		assertThat(formato("a.pdf", FileDiProva.pdf("x"))).isEqualTo(FormatoDocumento.PDF);
		assertThat(formato("a.png", png)).isEqualTo(FormatoDocumento.PNG);
		assertThat(formato("a.jpg", jpeg)).isEqualTo(FormatoDocumento.JPEG);
		assertThat(formato("a.JPEG", jpeg)).isEqualTo(FormatoDocumento.JPEG);
		assertThat(formato("a.docx", FileDiProva.docx())).isEqualTo(FormatoDocumento.DOCX);
		assertThat(formato("a.xlsx", FileDiProva.ooxml("xl/workbook.xml", FOGLIO + ".main+xml")))
			.isEqualTo(FormatoDocumento.XLSX);
		assertThat(formato("a.odt", FileDiProva.opendocument(ODT))).isEqualTo(FormatoDocumento.ODT);
		assertThat(formato("a.ods", FileDiProva.opendocument("application/vnd.oasis.opendocument.spreadsheet")))
			.isEqualTo(FormatoDocumento.ODS);
		assertThat(formato("a.txt", "Perché è così".getBytes(StandardCharsets.UTF_8))).isEqualTo(FormatoDocumento.TXT);
		assertThat(formato("a.txt", byteDi("Perch\u00e9 \u00e8 cos\u00ec"))).as("Windows")
			.isEqualTo(FormatoDocumento.TXT);
		assertThat(formato("a.csv", byteDi("ente;importo\nCrema;1"))).isEqualTo(FormatoDocumento.CSV);
	}

	@Test
	void firmatiInOgniVeste() {
		byte[] der = FileDiProva.p7m();
		byte[] ber = der.clone();
		ber[1] = (byte) 0x80;
		System.arraycopy(der, 4, ber, 2, 12);
		String base64 = Base64.getMimeEncoder().encodeToString(der);
		for (byte[] firmato : List.of(der, ber, byteDi(base64),
				byteDi("-----BEGIN PKCS7-----\n" + base64 + "\n-----END PKCS7-----\n"))) {
			assertThat(formato("Allegato 5.pdf.p7m", firmato)).isEqualTo(FormatoDocumento.P7M);
		}
		for (String nome : List.of("a.p7m", "a.pdf.p7m", "a.pdf.p7m.p7m", "Allegato 5.2.p7m", "a.docx.P7M")) {
			assertThat(formato(nome, der)).as(nome).isEqualTo(FormatoDocumento.P7M);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Return-Path: <a@pec.it>\r\nReceived: from b\r\n\r\nx",
			"From: a@pec.it\nTo: b@pec.it\nSubject: x\n\nx", "From: a\nDate: oggi\n\nx",
			"X-Riferimento-Message-ID: <1@pec>\r\nX-Trasporto: posta-certificata\r\nDate: Mon, 3 Oct 2022\r\n\r\nx" })
	void messaggi(String testo) {
		assertThat(formato("PEC.eml", byteDi(testo))).isEqualTo(FormatoDocumento.EML);
	}

	// Names

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^',
			value = { "../../etc/passwd.pdf | percorso", "a/b.pdf | percorso", "C:\\Users\\a.pdf | percorso",
					"..\\a.pdf | percorso", ".nascosto.pdf | comincia con un punto", "..pdf | comincia con un punto",
					"CON.pdf | riservato", "nul.pdf | riservato", "lpt1.pdf | riservato", "COM9.x.pdf | riservato",
					"a:b.pdf | < >", "a*.pdf | < >", "^a?.pdf^ | < >", "a<b>.pdf | < >", "^a\".pdf^ | < >",
					"a.pdf. | finisce con un punto", "^a.pdf ^ | finisce con uno spazio", "^ a.pdf^ | uno spazio",
					"senza | non ha estensione" })
	void nomiRifiutati(String nome, String atteso) {
		rifiuta(atteso, nome, FileDiProva.pdf("x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\0.pdf", "a\n.pdf", "a\u007f.pdf", "fattura\u202efdp.exe.pdf", "a\u2066b.pdf",
			"a\u200bb.pdf", "a\u2028.pdf", "\ufeffa.pdf", "a\ud800.pdf" })
	void nomiConCaratteriCheNonSiVedono(String nome) {
		rifiuta("non si vedono", nome, FileDiProva.pdf("x"));
	}

	@Test
	void lunghezzaDelNome() {
		assertThat(RegoleDocumento.nome("a".repeat(146) + ".pdf")).hasSize(150);
		rifiuta("ha 151 caratteri: al massimo 150", "a".repeat(147) + ".pdf", FileDiProva.pdf("x"));
		rifiuta("Non ha scelto nessun file", "", new byte[0]);
		rifiuta("Non ha scelto nessun file", null, new byte[0]);
	}

	/** Whatever it is called: refused in words, or harmless. */
	@Property(tries = 2000)
	void unNomeAccettatoEInnocuo(@ForAll("nomi") String scritto) {
		String nome;
		try {
			nome = RegoleDocumento.nome(scritto);
		}
		catch (Rifiuto rifiuto) {
			assertThat(rifiuto.motivo()).isEqualTo(Rifiuto.Motivo.NON_VALIDO);
			assertThat(rifiuto.getMessage()).isNotBlank();
			return;
		}
		assertThat(nome).hasSizeBetween(1, 150).isEqualTo(RegoleDocumento.nome(nome));
		assertThat(nome).doesNotContain("/", "\\").doesNotStartWith(".").doesNotEndWith(".").isEqualTo(nome.strip());
		assertThat(nome.chars().noneMatch(Character::isISOControl)).isTrue();
		assertThat(nome.codePoints().noneMatch((c) -> Character.getType(c) == Character.FORMAT)).isTrue();
		assertThat(Path.of("cartella").resolve(nome).normalize().getParent()).isEqualTo(Path.of("cartella"));
	}

	/** One bad character anywhere is enough. */
	@Property
	void unCarattereVietatoBasta(@ForAll("buoni") String nome, @ForAll("vietati") String vietato,
			@ForAll @IntRange(max = 200) int posto) {
		int dove = posto % (nome.length() + 1);
		assertThatExceptionOfType(Rifiuto.class)
			.isThrownBy(() -> RegoleDocumento.nome(nome.substring(0, dove) + vietato + nome.substring(dove) + ".pdf"));
	}

	@Provide
	Arbitrary<String> nomi() {
		return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(160),
				Arbitraries.strings().withChars("ab./\\ \u202e\0:è").ofMaxLength(12),
				Arbitraries.of("con", "PRN.txt", "com1", "lpt\u00b9.pdf", "a.pdf"));
	}

	@Provide
	Arbitrary<String> buoni() {
		return Arbitraries.strings().withCharRange('a', 'z').withChars("àèò -_()").ofMinLength(1).ofMaxLength(100);
	}

	@Provide
	Arbitrary<String> vietati() {
		return Arbitraries.of("/", "\\", "\0", "\n", "\r", "\u001b", "\u007f", "\u0085", "\u202a", "\u202e", "\u2066",
				"\u2069", "\u200f", "\u200b", "\u2028", "\ufeff", "<", ">", ":", "\"", "|", "?", "*");
	}

	// Sizes

	@Test
	void dimensioni() {
		rifiuta("è vuoto (0 byte)", "a.pdf", new byte[0]);
		byte[] grande = new byte[(1 << 20) + 1];
		System.arraycopy(FileDiProva.pdf("x"), 0, grande, 0, FileDiProva.pdf("x").length);
		rifiuta("è troppo grande: 1 MB. Al massimo 1 MB", "a.pdf", grande);
		assertThat(formato("a.pdf", java.util.Arrays.copyOf(grande, 1 << 20))).isEqualTo(FormatoDocumento.PDF);
	}

	// Content

	@ParameterizedTest
	@ValueSource(strings = { "a.exe", "a.sh", "a.jar", "a.js", "a.html", "a.svg", "a.docm", "a.xlsm", "a.zip", "a.bat",
			"a.pdf.exe", "a.doc", "a.xml", "a.exe.p7m", "a.sh.p7m", "a.html.p7m.p7m" })
	void estensioniNonAmmesse(String nome) {
		rifiuta("non si possono caricare. Si possono caricare: PDF, P7M", nome, FileDiProva.p7m());
	}

	@ParameterizedTest
	@ValueSource(strings = { "pdf", "p7m", "eml", "png", "jpg", "docx", "xlsx", "odt", "ods", "txt", "csv" })
	void unProgrammaSottoMentiteSpoglie(String estensione) {
		for (String inizio : List.of("MZ\u0090\0\u0003", "\u007fELF\u0002\u0001", "#!/bin/sh\nrm -rf /\n",
				"\u00ca\u00fe\u00ba\u00be\0\0\0\u003d", "\u00cf\u00fa\u00ed\u00fe\u0007")) {
			rifiuta("contiene un programma", "a." + estensione, byteDi(inizio));
		}
	}

	@Test
	void lEstensioneDeveConcordareConIlContenuto() {
		Map<String, byte[]> contenuti = Map.of("pdf", FileDiProva.pdf("x"), "docx", FileDiProva.docx(), "odt",
				FileDiProva.opendocument(ODT), "p7m", FileDiProva.p7m(), "png", byteDi("\u0089PNG\r\n\u001a\n"));
		for (String estensione : List.of("pdf", "p7m", "eml", "png", "jpg", "docx", "xlsx", "odt", "ods", "txt")) {
			contenuti.forEach((vera, contenuto) -> {
				if (!vera.equals(estensione)) {
					rifiuta("non è un file", "a." + estensione, contenuto);
				}
			});
			rifiuta("non è un file", "a." + estensione, FileDiProva.zip(Map.of("a.exe", "x")));
		}
		rifiuta("non è un file PDF: il suo contenuto è di un altro tipo (application/zip)", "a.pdf",
				FileDiProva.zip(Map.of("a.txt", "x")));
		rifiuta("non è un file DOCX", "a.docx", byteDi("PK\u0003\u0004 troncato"));
		rifiuta("non è un file ODT", "a.odt", byteDi("PK\u0003\u0004 troncato"));
		rifiuta("non è un file EML", "a.eml", byteDi("Solo due parole"));
	}

	@Test
	void nienteMacro() {
		rifiuta("contiene macro", "a.docx", FileDiProva.docx("word/vbaProject.bin"));
		rifiuta("contiene macro", "a.docx", FileDiProva.docx("word/VBAPROJECT.BIN"));
		rifiuta("contiene macro", "a.docx", FileDiProva.docx("word/activeX/activeX1.xml"));
		rifiuta("contiene macro", "a.docx",
				FileDiProva.ooxml("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"));
		rifiuta("contiene macro", "a.xlsx",
				FileDiProva.ooxml("xl/workbook.xml", FOGLIO + ".main+xml", "xl/vbaProject.bin"));
		rifiuta("contiene macro", "a.odt", FileDiProva.opendocument(ODT, "Basic/Standard/Module1.xml"));
		rifiuta("contiene macro", "a.odt", FileDiProva.opendocument(ODT, "Scripts/python/x.py"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE html><html></html>", "  <html>", "<script>alert(1)</script>",
			"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "<?php system($_GET[0]); ?>",
			"<?xml version=\"1.0\"?><svg/>", "\ufeff<html>", "<!-- x --><script>" })
	void nientePagineWebTraITesti(String testo) {
		rifiuta("codice di una pagina web", "a.txt", testo.getBytes(StandardCharsets.UTF_8));
		rifiuta("codice di una pagina web", "a.csv", testo.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void nessunFormatoSiMostraComePagina() {
		for (FormatoDocumento f : FormatoDocumento.values()) {
			assertThat(f.mediaType()).doesNotContain("html", "xhtml", "svg", "javascript");
			assertThat(FormatoDocumento.leggi(f.codice())).isEqualTo(f);
		}
		for (TipoDocumento t : TipoDocumento.values()) {
			assertThat(TipoDocumento.leggi(t.codice())).isEqualTo(t);
		}
	}

	private static FormatoDocumento formato(String nome, byte[] contenuto) {
		return ammesso(nome, contenuto).formato();
	}

	private static FileAmmesso ammesso(String nome, byte[] contenuto) {
		try {
			Path file = Files.createTempFile("regole", null);
			try {
				return REGOLE.verifica(nome, Files.write(file, contenuto));
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void rifiuta(String atteso, String nome, byte[] contenuto) {
		assertThatExceptionOfType(Rifiuto.class).as("%s: %s", nome, atteso)
			.isThrownBy(() -> ammesso(nome, contenuto))
			.withMessageContaining(atteso);
	}

	private static byte[] byteDi(String testo) {
		return testo.getBytes(StandardCharsets.ISO_8859_1);
	}

}
