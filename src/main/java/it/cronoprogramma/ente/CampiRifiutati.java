package it.cronoprogramma.ente;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody wrote in a form, or in a row of a file, cannot be taken: every field that
 * is wrong, and why. Nothing has been changed.
 */
public final class CampiRifiutati extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Errore> errori;

	/**
	 * A refusal.
	 * @param errori what is wrong, at least one
	 */
	public CampiRifiutati(List<Errore> errori) {
		super(errori.stream().map(Errore::inParole).collect(Collectors.joining(" ")));
		this.errori = List.copyOf(errori);
	}

	/**
	 * What is wrong.
	 * @return the fields, in the order in which they were read
	 */
	public List<Errore> errori() {
		return this.errori;
	}

	/**
	 * One field that is wrong.
	 *
	 * @param campo the field's name, that of the column in a file
	 * @param nome the field as people call it
	 * @param valore what was written, shortened; empty where nothing was
	 * @param motivo what is expected, or what stands against it
	 */
	public record Errore(String campo, String nome, String valore, String motivo) {

		/**
		 * The error in one sentence.
		 * @return e.g. {@code Codice ISTAT «12»: servono sei cifre, per esempio 019035.}
		 */
		public String inParole() {
			return this.nome + (this.valore.isEmpty() ? "" : " «" + this.valore + "»") + ": " + this.motivo + ".";
		}

	}

}
