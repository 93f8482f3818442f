package it.cronoprogramma.cruscotto;

import it.cronoprogramma.candidatura.AttoDifferimento;
import it.cronoprogramma.candidatura.Parole;

/**
 * An act that changes terms, in the words of a page.
 *
 * @param numero its number, by which it is asked for
 * @param che what it does
 * @param termine the term it changes
 * @param atto the act and its date
 * @param ambito for whom
 * @param stato how far it is, in a word
 * @param aspetto the style of that word
 * @param avanzamento how far it is, in numbers
 * @param registratoDa who registered it
 * @param registrato when, in Rome
 */
record AttoInElenco(long numero, String che, String termine, String atto, String ambito, String stato, String aspetto,
		Avanzamento avanzamento, String registratoDa, String registrato) {

	static AttoInElenco di(AttoDifferimento a, Avanzamento avanzamento) {
		return new AttoInElenco(a.numero(), Parole.maiuscola(a.inParole()), a.termineInParole(), a.attoConData(),
				a.ambito(), a.stato().nome(), switch (a.stato()) {
					case DA_CONFERMARE, INTERROTTO -> "attesa";
					case IN_CORSO -> "corso";
					case CONCLUSO -> "fatto";
					case ANNULLATO -> "nulla";
				}, avanzamento, a.registrato().chi(), Parole.momento(a.registrato().quando()));
	}

}
