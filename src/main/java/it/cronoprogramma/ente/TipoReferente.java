package it.cronoprogramma.ente;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * In which quality somebody is the referente of an ente (art. 9 of the convenzione).
 */
public enum TipoReferente {

	/** The referente by default. */
	SEGRETARIO("Segretario comunale"),

	/** Somebody else whom the comune names, in a managing or top position (letter a). */
	INDIVIDUATO("Referente individuato dal Comune"),

	/** An employee to whom the segretario delegates, also in part (letter b). */
	DELEGATO("Referente delegato"),

	/** Whoever else is to be written to. */
	ALTRO("Altro");

	private final String nome;

	TipoReferente(String nome) {
		this.nome = nome;
	}

	/**
	 * The quality as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * The quality as forms and files call it.
	 * @return the code, e.g. {@code segretario}
	 */
	public String codice() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The quality of a code.
	 * @param codice the code, in whatever case
	 * @return the quality, or nothing
	 */
	public static Optional<TipoReferente> leggi(String codice) {
		return Arrays.stream(values()).filter((t) -> t.codice().equalsIgnoreCase(codice)).findFirst();
	}

}
