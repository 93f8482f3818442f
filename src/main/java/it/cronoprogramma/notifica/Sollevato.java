package it.cronoprogramma.notifica;

import java.time.LocalDate;

import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.termine.SequenzaEventi.Tipo;

/**
 * A reminder that a clock has raised, with what its term has become since.
 *
 * @param promemoria its id
 * @param scadenza the term's id
 * @param candidatura the candidatura's code
 * @param ente the ente whose candidatura it is
 * @param termine which term
 * @param evento what the clock struck for
 * @param giorni days left for the table of escalation: those of the event, or fewer where
 * the clock was late
 * @param sollevato the day on which it was raised, Rome
 * @param allora the governing day when it was raised
 * @param governante the governing day now
 * @param pendente whether the term is still to be met
 * @param ultimo whether no other reminder comes before the term
 * @param urgente whether it cannot wait for a run
 */
public record Sollevato(String promemoria, String scadenza, String candidatura, String ente, TipoTermine termine,
		Tipo evento, int giorni, LocalDate sollevato, LocalDate allora, LocalDate governante, boolean pendente,
		boolean ultimo, boolean urgente) {

	/**
	 * Whether it still says something: nothing is said of a term that has been met or has
	 * moved, nor before a day that is over, since of a missed term another reminder
	 * speaks.
	 * @param giorno the day it is, Rome
	 * @return {@code false} if nobody is to be told
	 */
	public boolean vale(LocalDate giorno) {
		return this.pendente && this.allora.equals(this.governante) && (scaduto() || !giorno.isAfter(this.governante));
	}

	/**
	 * Whether it speaks of a missed term.
	 * @return {@code true} from the end of the governing day on
	 */
	public boolean scaduto() {
		return this.evento == Tipo.SCADENZA || this.evento == Tipo.SOLLECITO;
	}

	/**
	 * Whether it reaches people whatever they prefer.
	 * @return {@code true} for the last one before the term, for the term just missed and
	 * for what is urgent
	 */
	public boolean indifferibile() {
		return this.ultimo || this.urgente || this.evento == Tipo.SCADENZA;
	}

}
