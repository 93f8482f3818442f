package it.cronoprogramma.prova;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import it.cronoprogramma.candidatura.FileAmmesso;
import it.cronoprogramma.candidatura.RegoleDocumento;

/**
 * Files as an office has them, as small as they can be.
 */
public final class FileDiProva {

	/** The largest document that the tests know of. */
	public static final long MASSIMO = 20L << 20;

	private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

	private FileDiProva() {
	}

	/**
	 * A PDF of one blank page.
	 * @param testo what makes it different from others
	 * @return its bytes
	 */
	public static byte[] pdf(String testo) {
		return ("%PDF-1.4\n% " + testo + "\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
				+ "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
				+ "3 0 obj<</Type/Page/MediaBox[0 0 595 842]/Parent 2 0 R>>endobj\n"
				+ "trailer<</Root 1 0 R>>\n%%EOF\n")
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The beginning of signed data (RFC 5652), in DER.
	 * @return its bytes
	 */
	public static byte[] p7m() {
		byte[] inizio = { 0x30, (byte) 0x82, 0x10, 0x00, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7,
				0x0d, 0x01, 0x07, 0x02, (byte) 0xa0 };
		ByteArrayOutputStream tutto = new ByteArrayOutputStream();
		tutto.writeBytes(inizio);
		tutto.writeBytes(pdf("firmato"));
		return tutto.toByteArray();
	}

	/**
	 * A document of Word.
	 * @param altre names of further entries
	 * @return its bytes
	 */
	public static byte[] docx(String... altre) {
		return ooxml("word/document.xml", WORD + ".main+xml", altre);
	}

	/**
	 * An Office Open XML package.
	 * @param principale the entry of its main part
	 * @param tipo the content type of that part
	 * @param altre names of further entries
	 * @return its bytes
	 */
	public static byte[] ooxml(String principale, String tipo, String... altre) {
		Map<String, String> entry = new LinkedHashMap<>();
		entry.put("[Content_Types].xml",
				"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/"
						+ principale + "\" ContentType=\"" + tipo + "\"/></Types>");
		entry.put(principale, "<x/>");
		for (String altra : altre) {
			entry.put(altra, "x");
		}
		return zip(entry);
	}

	/**
	 * An OpenDocument file.
	 * @param tipo its media type
	 * @param altre names of further entries
	 * @return its bytes
	 */
	public static byte[] opendocument(String tipo, String... altre) {
		Map<String, String> entry = new LinkedHashMap<>();
		entry.put("mimetype", tipo);
		entry.put("content.xml", "<x/>");
		for (String altra : altre) {
			entry.put(altra, "x");
		}
		return zip(entry);
	}

	/**
	 * A zip archive.
	 * @param entry what it holds, by name
	 * @return its bytes
	 */
	public static byte[] zip(Map<String, String> entry) {
		ByteArrayOutputStream tutto = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(tutto)) {
			for (Map.Entry<String, String> e : entry.entrySet()) {
				zip.putNextEntry(new ZipEntry(e.getKey()));
				zip.write(e.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return tutto.toByteArray();
	}

	/**
	 * A PDF, looked over.
	 * @param nome its name
	 * @param testo what makes it different from others
	 * @return the file
	 */
	public static FileAmmesso pdf(String nome, String testo) {
		return ammesso(nome, pdf(testo));
	}

	/**
	 * A signed file, looked over.
	 * @param nome its name
	 * @return the file
	 */
	public static FileAmmesso p7m(String nome) {
		return ammesso(nome, p7m());
	}

	/**
	 * A file, looked over.
	 * @param nome its name
	 * @param contenuto what is in it
	 * @return the file
	 */
	public static FileAmmesso ammesso(String nome, byte[] contenuto) {
		try {
			Path file = Files.write(Files.createTempFile(Path.of("target"), "prova", null), contenuto);
			file.toFile().deleteOnExit();
			return new RegoleDocumento(MASSIMO).verifica(nome, file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
