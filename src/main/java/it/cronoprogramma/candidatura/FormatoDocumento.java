package it.cronoprogramma.candidatura;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The formats in which a document may be uploaded. None of them runs anything by being
 * opened; what could (HTML, SVG, macros) is not among them.
 */
public enum FormatoDocumento implements Codificato {

	PDF("pdf", "PDF", "application/pdf", "pdf"),

	/** Signed CAdES, whatever is inside. */
	P7M("p7m", "P7M (firmato)", "application/pkcs7-mime", "p7m"),

	/** A mail with its attachments, as a PEC is kept. */
	EML("eml", "EML (messaggio)", "message/rfc822", "eml"),

	PNG("png", "PNG", "image/png", "png"),

	JPEG("jpeg", "JPEG", "image/jpeg", "jpg", "jpeg"),

	DOCX("docx", "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),

	XLSX("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),

	ODT("odt", "ODT", "application/vnd.oasis.opendocument.text", "odt"),

	ODS("ods", "ODS", "application/vnd.oasis.opendocument.spreadsheet", "ods"),

	TXT("txt", "TXT", "text/plain", "txt"),

	CSV("csv", "CSV", "text/csv", "csv");

	/** What may be uploaded, for a sentence. */
	public static final String AMMESSI = "PDF, P7M, EML, PNG, JPEG, DOCX, XLSX, ODT, ODS, TXT e CSV";

	private final String codice;

	private final String nome;

	private final String mediaType;

	private final List<String> estensioni;

	FormatoDocumento(String codice, String nome, String mediaType, String... estensioni) {
		this.codice = codice;
		this.nome = nome;
		this.mediaType = mediaType;
		this.estensioni = List.of(estensioni);
	}

	/**
	 * The word used in columns.
	 * @return the code
	 */
	@Override
	public String codice() {
		return this.codice;
	}

	/**
	 * The format as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * The type it is downloaded with: never one that a browser runs.
	 * @return a media type
	 */
	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * How the names of its files end.
	 * @return extensions in lower case, without the dot
	 */
	public List<String> estensioni() {
		return this.estensioni;
	}

	/**
	 * The format of an extension.
	 * @param estensione in lower case, without the dot
	 * @return the format, empty if it is none that may be uploaded
	 */
	static Optional<FormatoDocumento> trova(String estensione) {
		return Arrays.stream(values()).filter((f) -> f.estensioni.contains(estensione)).findFirst();
	}

	/**
	 * Reads the code.
	 * @param codice the word used in columns
	 * @return the format
	 * @throws IllegalArgumentException if there is none of this code
	 */
	static FormatoDocumento leggi(String codice) {
		return Codificato.leggi(values(), codice, (c) -> new IllegalArgumentException("Formato sconosciuto: " + c));
	}

}
