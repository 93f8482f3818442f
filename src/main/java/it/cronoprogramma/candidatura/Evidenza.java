package it.cronoprogramma.candidatura;

import java.time.Instant;

/**
 * What was found of one criterion, by whom and when.
 *
 * @param criterio the criterion's code
 * @param stato what was found
 * @param testo what was seen, or the address where it can be; empty if nothing was noted
 * @param verificato when it was written, {@code null} while nobody has
 * @param verificatoDa who wrote it, {@code null} while nobody has
 * @param versione how often it was written: what a writer names to say which one he read
 */
public record Evidenza(String criterio, StatoCriterio stato, String testo, Instant verificato, String verificatoDa,
		int versione) {

	/**
	 * A criterion that nobody has written about.
	 * @param criterio the criterion's code
	 * @return to be verified, version 0
	 */
	public static Evidenza assente(String criterio) {
		return new Evidenza(criterio, StatoCriterio.DA_VERIFICARE, "", null, null, 0);
	}

	/**
	 * Whether somebody has written about it.
	 * @return {@code false} while nobody has
	 */
	public boolean scritta() {
		return this.versione > 0;
	}

	/**
	 * Whether the criterion was found respected.
	 * @return whether it counts
	 */
	public boolean rispettato() {
		return this.stato == StatoCriterio.RISPETTATO;
	}

	/**
	 * State and text, e.g. {@code rispettato: «visto in homepage»}.
	 * @return what was found, in words
	 */
	public String inParole() {
		return inParole(this.stato, this.testo);
	}

	/**
	 * Who wrote it and when, e.g. {@code rtd, il 20/02/2023 alle 09:05}.
	 * @return the words, {@code nessuno} while nobody has
	 */
	public String firma() {
		return scritta() ? this.verificatoDa + ", il " + Parole.momento(this.verificato) : "nessuno";
	}

	static String inParole(StatoCriterio stato, String testo) {
		return testo.isEmpty() ? stato.nome() : stato.nome() + ": «" + testo + "»";
	}

	Evidenza scrivi(StatoCriterio nuovo, String nuovoTesto, Autore autore) {
		return new Evidenza(this.criterio, nuovo, nuovoTesto, autore.quando(), autore.chi(), this.versione + 1);
	}

}
