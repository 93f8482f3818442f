package it.cronoprogramma.candidatura;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Cronoprogramma;
import it.cronoprogramma.termine.CalcoloTermine;
import it.cronoprogramma.termine.DateTermine;

/**
 * From which event each term runs, and for how long (dominio 2.3).
 */
public final class Decorrenze {

	private final CalcoloTermine calcolo;

	/**
	 * With a way of counting.
	 * @param calcolo how terms are counted
	 */
	public Decorrenze(CalcoloTermine calcolo) {
		this.calcolo = calcolo;
	}

	/**
	 * The event a term runs from.
	 * @param tipo which term
	 * @return the event in words, without an article
	 */
	public String evento(TipoTermine tipo) {
		return switch (tipo) {
			case DOMANDA -> "chiusura dell'avviso";
			case CUP -> "notifica di ammissibilità";
			case CONTRATTUALIZZAZIONE -> "notifica del decreto di finanziamento";
			case COMPLETAMENTO -> "ultimo contratto";
		};
	}

	/**
	 * When a term of a candidatura falls due.
	 * @param tipo which term; the event it runs from must have been recorded
	 * @param c the candidatura
	 * @param avviso its avviso
	 * @param cronoprogramma the terms of its fascia
	 * @return the three dates and why
	 */
	public DateTermine date(TipoTermine tipo, Candidatura c, Avviso avviso, Cronoprogramma cronoprogramma) {
		return switch (tipo) {
			case DOMANDA -> this.calcolo.fissa(avviso.chiusura(), evento(tipo));
			case CUP ->
				this.calcolo.calcola(c.ammissibilita().orElseThrow().giorno(), cronoprogramma.cup(), evento(tipo));
			case CONTRATTUALIZZAZIONE -> this.calcolo.calcola(c.decreto().orElseThrow().giorno(),
					cronoprogramma.contrattualizzazione(), evento(tipo));
			case COMPLETAMENTO ->
				this.calcolo.calcola(c.decorrenzaCompletamento(), cronoprogramma.completamento(), evento(tipo));
		};
	}

}
