package it.cronoprogramma.ente;

import java.util.List;

/**
 * The identity provider vouches for somebody, but he may not enter. The message is
 * Italian and says what is missing.
 */
public final class AccessoNegato extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> note;

	/**
	 * A refusal.
	 * @param messaggio what is missing
	 * @param note what the provider said of him that nothing here answers to
	 */
	public AccessoNegato(String messaggio, List<String> note) {
		super(messaggio);
		this.note = List.copyOf(note);
	}

	/**
	 * What was left out.
	 * @return Italian sentences, none where all was understood
	 */
	public List<String> note() {
		return (this.note == null) ? List.of() : this.note;
	}

}
