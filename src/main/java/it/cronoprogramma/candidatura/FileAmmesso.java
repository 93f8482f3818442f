package it.cronoprogramma.candidatura;

import java.nio.file.Path;

/**
 * A file that may become a document: only {@link RegoleDocumento} makes one.
 */
public final class FileAmmesso {

	private final String nome;

	private final FormatoDocumento formato;

	private final Path contenuto;

	FileAmmesso(String nome, FormatoDocumento formato, Path contenuto) {
		this.nome = nome;
		this.formato = formato;
		this.contenuto = contenuto;
	}

	/**
	 * Its name.
	 * @return a name without path, at most 150 characters
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Its format, on which name and content agree.
	 * @return the format
	 */
	public FormatoDocumento formato() {
		return this.formato;
	}

	/**
	 * Where it lies for now.
	 * @return a file
	 */
	Path contenuto() {
		return this.contenuto;
	}

}
