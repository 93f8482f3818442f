package it.cronoprogramma.candidatura;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import it.cronoprogramma.rifiuto.Rifiuto;
import org.apache.tika.Tika;

/**
 * Which files may become documents: by their name, their size and what they really are.
 * The content decides, and the extension must agree with it, so that nobody opens what he
 * does not expect.
 */
public final class RegoleDocumento {

	/** The longest name, in characters. */
	public static final int NOME_MASSIMO = 150;

	private static final int INIZIO = 8192;

	private static final int ENTRY_MASSIMA = 1 << 20;

	/** Devices of Windows: a file of that name cannot be saved there. */
	private static final Pattern RISERVATO = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");

	private static final String VIETATI_DA_WINDOWS = "<>:\"|?*";

	/** What opens a program or a script, whatever its extension says. */
	private static final List<byte[]> ESEGUIBILI = List.of(byteDi("MZ"), byteDi("\u007fELF"), byteDi("#!"),
			new byte[] { (byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe },
			new byte[] { (byte) 0xfe, (byte) 0xed, (byte) 0xfa, (byte) 0xce },
			new byte[] { (byte) 0xfe, (byte) 0xed, (byte) 0xfa, (byte) 0xcf },
			new byte[] { (byte) 0xce, (byte) 0xfa, (byte) 0xed, (byte) 0xfe },
			new byte[] { (byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe });

	/** 1.2.840.113549.1.7.2, signedData (RFC 5652). */
	private static final byte[] OID_FIRMATO = { 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d,
			0x01, 0x07, 0x02 };

	private static final Pattern ATTIVO = Pattern.compile(
			"(?i)\\s*(<\\?(php|xml)|<!doctype|<!--|<(html|head|body|script|svg|iframe|object|embed|meta|style|img|a|form)\\b)");

	/** The name of a header of a mail, with which its first line begins (RFC 5322). */
	private static final Pattern INTESTAZIONE = Pattern.compile("[!-9;-~]+:");

	private static final Pattern INTESTAZIONE_DI_MESSAGGIO = Pattern
		.compile("(?im)^(from|date|message-id|received|return-path):");

	private final Tika tika = new Tika();

	private final long massimo;

	/**
	 * Knows how large a document may be.
	 * @param massimo bytes
	 */
	public RegoleDocumento(long massimo) {
		this.massimo = massimo;
	}

	/**
	 * How large a document may be.
	 * @return bytes
	 */
	public long massimo() {
		return this.massimo;
	}

	/**
	 * Looks a file over.
	 * @param nome the name it was sent with
	 * @param file where it lies
	 * @return the file, which may become a document
	 * @throws Rifiuto if name, size or content is not acceptable, or they do not agree
	 * @throws IOException if the file cannot be read
	 */
	public FileAmmesso verifica(String nome, Path file) throws IOException {
		String buono = nome(nome);
		FormatoDocumento formato = formato(buono);
		dimensione(buono, Files.size(file));
		contenuto(buono, formato, file);
		return new FileAmmesso(buono, formato, file);
	}

	/**
	 * The name of a document. It must be a name that any system can save as it is, and
	 * that shows what it is.
	 * @param scritto the name it was sent with
	 * @return the name, composed (NFC): systems write accents in two ways
	 * @throws Rifiuto if there is none, or it is too long, or holds a path, a character
	 * that is not seen, or a name that a system keeps for itself
	 */
	public static String nome(String scritto) {
		if (scritto == null || scritto.isEmpty()) {
			throw Rifiuto.nonValido("Non ha scelto nessun file: lo scelga, poi carichi.");
		}
		String nome = Normalizer.normalize(scritto, Normalizer.Form.NFC);
		if (nome.length() > NOME_MASSIMO) {
			throw Rifiuto.nonValido("Il nome del file ha %s caratteri: al massimo %s. Lo abbrevi e carichi di nuovo.",
					nome.length(), NOME_MASSIMO);
		}
		if (nome.codePoints().anyMatch(RegoleDocumento::invisibile)) {
			throw Rifiuto.nonValido("Il nome del file contiene caratteri che non si vedono (di controllo, o che "
					+ "invertono la scrittura): lo riscriva e carichi di nuovo.");
		}
		if (nome.indexOf('/') >= 0 || nome.indexOf('\\') >= 0) {
			throw Rifiuto.nonValido("Il nome del file «%s» contiene un percorso: serve il solo nome, senza / né \\.",
					nome);
		}
		if (nome.codePoints().anyMatch((c) -> VIETATI_DA_WINDOWS.indexOf(c) >= 0)) {
			throw Rifiuto.nonValido("Il nome del file «%s» contiene uno dei caratteri < > : \" | ? *: lo tolga, "
					+ "altrimenti non tutti potranno salvarlo.", nome);
		}
		if (nome.startsWith(".")) {
			throw Rifiuto.nonValido("Il nome del file «%s» comincia con un punto: sarebbe nascosto. Lo cambi.", nome);
		}
		if (nome.endsWith(".") || Character.isSpaceChar(nome.codePointBefore(nome.length()))
				|| Character.isSpaceChar(nome.codePointAt(0))) {
			throw Rifiuto.nonValido("Il nome del file «%s» comincia o finisce con uno spazio, o finisce con un punto: "
					+ "lo corregga.", nome);
		}
		if (RISERVATO.matcher(nome).matches()) {
			throw Rifiuto.nonValido("Il nome del file «%s» è riservato a Windows: lo cambi.", nome);
		}
		return nome;
	}

	/** Control, format (bidi overrides among them), separators of lines, halves. */
	private static boolean invisibile(int carattere) {
		return switch (Character.getType(carattere)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
				true;
			default -> false;
		};
	}

	/**
	 * The format that a name promises.
	 * @param nome a good name
	 * @return the format
	 * @throws Rifiuto if files of that extension are not accepted
	 */
	static FormatoDocumento formato(String nome) {
		FormatoDocumento formato = diEstensione(nome);
		if (formato == FormatoDocumento.P7M) {
			String firmato = nome.substring(0, nome.length() - ".p7m".length());
			// Allegato 5.2.p7m is no file of type 2
			if (estensione(firmato).matches("[a-z][a-z0-9]{1,4}")) {
				formato(firmato);
			}
		}
		return formato;
	}

	private static FormatoDocumento diEstensione(String nome) {
		String estensione = estensione(nome);
		if (estensione.isEmpty()) {
			throw Rifiuto.nonValido("Il nome del file «%s» non ha estensione. Si possono caricare: %s.", nome,
					FormatoDocumento.AMMESSI);
		}
		return FormatoDocumento.trova(estensione)
			.orElseThrow(() -> Rifiuto.nonValido("«%s»: i file .%s non si possono caricare. Si possono caricare: %s.",
					nome, estensione, FormatoDocumento.AMMESSI));
	}

	private static String estensione(String nome) {
		int punto = nome.lastIndexOf('.');
		return (punto < 0) ? "" : nome.substring(punto + 1).toLowerCase(Locale.ROOT);
	}

	/**
	 * The size of a document.
	 * @param nome its name
	 * @param dimensione bytes
	 * @throws Rifiuto if it is empty or too large
	 */
	void dimensione(String nome, long dimensione) {
		if (dimensione == 0) {
			throw Rifiuto.nonValido("«%s» è vuoto (0 byte): controlli il file e lo carichi di nuovo.", nome);
		}
		if (dimensione > this.massimo) {
			throw Rifiuto.nonValido("«%s» è troppo grande: %s. Al massimo %s.", nome, Parole.byteInParole(dimensione),
					Parole.byteInParole(this.massimo));
		}
	}

	private void contenuto(String nome, FormatoDocumento formato, Path file) throws IOException {
		byte[] inizio;
		try (InputStream contenuto = Files.newInputStream(file)) {
			inizio = contenuto.readNBytes(INIZIO);
		}
		if (ESEGUIBILI.stream().anyMatch((e) -> comincia(inizio, e))) {
			throw Rifiuto.nonValido("«%s» contiene un programma, qualunque sia la sua estensione: non si può caricare.",
					nome);
		}
		boolean concorda = switch (formato) {
			case PDF -> comincia(inizio, byteDi("%PDF-")) && tipo(inizio).equals("application/pdf");
			case PNG -> tipo(inizio).equals("image/png");
			case JPEG -> tipo(inizio).equals("image/jpeg");
			case P7M -> firmato(inizio);
			case EML -> messaggio(inizio);
			case TXT, CSV -> testo(nome, inizio);
			case DOCX -> ufficio(nome, file, inizio, "word/document.xml", formato.mediaType());
			case XLSX -> ufficio(nome, file, inizio, "xl/workbook.xml", formato.mediaType());
			case ODT, ODS -> aperto(nome, file, inizio, formato.mediaType());
		};
		if (!concorda) {
			throw Rifiuto.nonValido(
					"«%s» non è un file %s: il suo contenuto è di un altro tipo (%s). Controlli di aver scelto il file "
							+ "giusto e di non averne cambiato l'estensione a mano.",
					nome, formato.nome(), tipo(inizio));
		}
	}

	private String tipo(byte[] inizio) {
		return this.tika.detect(inizio);
	}

	/** Signed data, in DER or BER or in base 64, with or without its frame of dashes. */
	private static boolean firmato(byte[] inizio) {
		if (firmatoDer(inizio)) {
			return true;
		}
		String testo = new String(inizio, 0, Math.min(inizio.length, 512), StandardCharsets.US_ASCII)
			.replaceFirst("\\A\\s*-----BEGIN [A-Z0-9 ]+-----", "")
			.replaceAll("\\s", "");
		try {
			return firmatoDer(Base64.getDecoder().decode(testo.substring(0, Math.min(testo.length() / 4 * 4, 64))));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean firmatoDer(byte[] b) {
		if (b.length < 2 || b[0] != 0x30) {
			return false;
		}
		int lunghezza = b[1] & 0xff;
		int oid = 2 + ((lunghezza > 0x80) ? lunghezza - 0x80 : 0);
		return oid <= 6 && b.length >= oid + OID_FIRMATO.length
				&& Arrays.equals(b, oid, oid + OID_FIRMATO.length, OID_FIRMATO, 0, OID_FIRMATO.length);
	}

	/** A PEC may begin with headers of its own, which Tika does not take for a mail. */
	private boolean messaggio(byte[] inizio) {
		String testo = new String(inizio, StandardCharsets.ISO_8859_1);
		return tipo(inizio).equals("message/rfc822") || senzaControlli(inizio)
				&& INTESTAZIONE.matcher(testo).lookingAt() && INTESTAZIONE_DI_MESSAGGIO.matcher(testo).find();
	}

	private boolean testo(String nome, byte[] inizio) {
		String testo = new String(inizio, StandardCharsets.UTF_8);
		if (ATTIVO.matcher(testo.startsWith("\ufeff") ? testo.substring(1) : testo).lookingAt()) {
			throw Rifiuto.nonValido("«%s» contiene codice di una pagina web: non si può caricare. Lo salvi in PDF.",
					nome);
		}
		String tipo = tipo(inizio);
		// few words with many accents, in an old encoding: Tika is not sure
		return tipo.startsWith("text/") && !Set.of("text/html", "text/x-php", "text/rtf").contains(tipo)
				|| Set.of("message/rfc822", "application/mbox").contains(tipo)
				|| tipo.equals("application/octet-stream") && senzaControlli(inizio);
	}

	private static boolean senzaControlli(byte[] inizio) {
		for (byte b : inizio) {
			if (b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n' && b != '\f') {
				return false;
			}
		}
		return true;
	}

	private static boolean ufficio(String nome, Path file, byte[] inizio, String principale, String mediaType)
			throws IOException {
		if (!zip(inizio)) {
			return false;
		}
		try (ZipFile archivio = new ZipFile(file.toFile())) {
			ZipEntry tipi = archivio.getEntry("[Content_Types].xml");
			if (tipi == null || archivio.getEntry(principale) == null) {
				return false;
			}
			String dichiarati = leggi(archivio, tipi);
			boolean macro = archivio.stream().map((e) -> e.getName().toLowerCase(Locale.ROOT)).anyMatch((e) -> {
				String ultimo = e.substring(e.lastIndexOf('/') + 1);
				return ultimo.startsWith("vbaproject") || ultimo.startsWith("vbadata") || e.contains("/activex/");
			}) || dichiarati.toLowerCase(Locale.ROOT).matches("(?s).*(macroenabled|vbaproject).*");
			if (macro) {
				throw conMacro(nome);
			}
			return dichiarati.contains(mediaType + ".main+xml");
		}
		catch (ZipException ex) {
			return false;
		}
	}

	private static boolean aperto(String nome, Path file, byte[] inizio, String mediaType) throws IOException {
		if (!zip(inizio)) {
			return false;
		}
		try (ZipFile archivio = new ZipFile(file.toFile())) {
			ZipEntry tipo = archivio.getEntry("mimetype");
			if (tipo == null || !leggi(archivio, tipo).strip().equals(mediaType)) {
				return false;
			}
			if (archivio.stream()
				.map((e) -> e.getName().toLowerCase(Locale.ROOT))
				.anyMatch((e) -> e.startsWith("basic/") || e.startsWith("scripts/"))) {
				throw conMacro(nome);
			}
			return true;
		}
		catch (ZipException ex) {
			return false;
		}
	}

	private static String leggi(ZipFile archivio, ZipEntry entry) throws IOException {
		try (InputStream contenuto = archivio.getInputStream(entry)) {
			return new String(contenuto.readNBytes(ENTRY_MASSIMA), StandardCharsets.UTF_8);
		}
	}

	private static Rifiuto conMacro(String nome) {
		return Rifiuto.nonValido("«%s» contiene macro: non si può caricare. Lo salvi senza macro, o in PDF.", nome);
	}

	private static boolean zip(byte[] inizio) {
		return comincia(inizio, byteDi("PK\u0003\u0004"));
	}

	private static boolean comincia(byte[] inizio, byte[] con) {
		return inizio.length >= con.length && Arrays.equals(inizio, 0, con.length, con, 0, con.length);
	}

	private static byte[] byteDi(String testo) {
		return testo.getBytes(StandardCharsets.ISO_8859_1);
	}

}
