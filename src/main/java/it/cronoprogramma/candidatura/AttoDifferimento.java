package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.util.Optional;

import it.cronoprogramma.termine.Differimento;

/**
 * An act that changes terms, as the office registered it: once, for as many candidature
 * as it reaches. It is never changed; a later REVOCA undoes it.
 *
 * @param numero the order of registration
 * @param termine the term it changes, {@code null} for every one that a law suspends and
 * for a revoca
 * @param effetto what it does, {@code null} for a revoca
 * @param revoca the number of the act that it undoes, {@code null} unless it is a revoca
 * @param atto the act, e.g. {@code Decreto 207/2023}
 * @param dataAtto its date
 * @param nota what else there is to say, or {@code null}
 * @param ambito which candidature it reaches, in words
 * @param visibileA the gestione or ente that may see it
 * @param stato how far it has been applied
 * @param registrato who registered it, and when
 */
public record AttoDifferimento(long numero, TipoTermine termine, Differimento effetto, Long revoca, String atto,
		LocalDate dataAtto, String nota, String ambito, String visibileA, StatoAtto stato, Autore registrato) {

	/** The kind of an act that undoes another. */
	public static final String REVOCA = "REVOCA";

	/**
	 * The same act, once it is known whom it reaches.
	 * @param ambito which candidature, in words
	 * @param visibileA the gestione or ente that may see it
	 * @return the act
	 */
	public AttoDifferimento per(String ambito, String visibileA) {
		return new AttoDifferimento(this.numero, this.termine, this.effetto, this.revoca, this.atto, this.dataAtto,
				this.nota, ambito, visibileA, this.stato, this.registrato);
	}

	/**
	 * The kind, as columns name it.
	 * @return a {@link Differimento.Tipo} or {@link #REVOCA}
	 */
	public String tipo() {
		return (this.effetto == null) ? REVOCA : this.effetto.tipo().name();
	}

	/**
	 * What it does, in words.
	 * @return for example {@code proroga automatica di 90 giorni}
	 */
	public String inParole() {
		return (this.effetto == null) ? "revoca del differimento n. " + this.revoca : this.effetto.inParole();
	}

	/**
	 * The term it changes, in words.
	 * @return the term's name, or {@code tutti i termini}
	 */
	public String termineInParole() {
		return Optional.ofNullable(this.termine)
			.map(TipoTermine::nome)
			.orElse((this.effetto == null) ? "come l'atto revocato" : "tutti i termini");
	}

	/**
	 * The act as it is quoted.
	 * @return for example {@code Decreto 207/2023 del 15/12/2023}
	 */
	public String attoConData() {
		return this.atto + " del " + Parole.giorno(this.dataAtto);
	}

}
