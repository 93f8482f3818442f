package it.cronoprogramma.candidatura;

import it.cronoprogramma.termine.Differimento;

/**
 * An act that counts on a candidatura: applied and not undone since.
 *
 * @param termine the term it changes, {@code null} for every one that a law suspends
 * @param effetto what it does
 */
public record AttoAttivo(TipoTermine termine, Differimento effetto) {

	/**
	 * Whether the act reaches a term.
	 * @param tipo the term
	 * @return {@code true} if it does
	 */
	public boolean riguarda(TipoTermine tipo) {
		return (this.termine == null) ? tipo.sospendibile() : this.termine == tipo;
	}

}
