package it.cronoprogramma.candidatura;

/**
 * A document of a candidatura, without its content, which never changes.
 *
 * @param id its id
 * @param candidatura the candidatura's code
 * @param tipo what it is
 * @param nome the name of its file
 * @param formato in which format it is, found by its content
 * @param dimensione bytes
 * @param sha256 the SHA-256 of its content, lower case hexadecimal
 * @param contratto the id of the contract it proves, or {@code null}
 * @param caricato who uploaded it, and when
 * @param ritiro why it does not count any more, {@code null} while it does
 */
public record Documento(String id, String candidatura, TipoDocumento tipo, String nome, FormatoDocumento formato,
		long dimensione, String sha256, String contratto, Autore caricato, Ritiro ritiro) {

	private static final int HASH_CORTO = 12;

	/**
	 * Whether it counts: one that was withdrawn stays in the list only.
	 * @return {@code false} once it has been withdrawn
	 */
	public boolean valido() {
		return this.ritiro == null;
	}

	/**
	 * Enough of the hash for a human eye.
	 * @return its first twelve digits
	 */
	public String sha256Corto() {
		return this.sha256.substring(0, HASH_CORTO);
	}

	/**
	 * That a document was uploaded by mistake.
	 *
	 * @param autore who withdrew it, and when
	 * @param motivo why
	 */
	public record Ritiro(Autore autore, String motivo) {
	}

}
