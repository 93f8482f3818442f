package it.cronoprogramma.notifica;

import java.util.Set;

/**
 * Who can be written to about an ente on a day: substitutes in place of who is away,
 * nobody who may not enter any more.
 *
 * @param referenti addresses of its referenti, the segretario comunale aside
 * @param segretari addresses of its segretario comunale
 * @param ufficio the address of the ufficio RTD of its gestione, if any
 * @param responsabili addresses of the responsabili of its gestione
 */
public record Rubrica(Set<String> referenti, Set<String> segretari, Set<String> ufficio, Set<String> responsabili) {

	/** An ente that nobody follows. */
	public static final Rubrica VUOTA = new Rubrica(Set.of(), Set.of(), Set.of(), Set.of());

	/**
	 * Who is written to in any case: the segretario is the referente where there is no
	 * other (art. 9 of the convenzione).
	 * @return addresses, none if nobody is registered
	 */
	public Set<String> primi() {
		return this.referenti.isEmpty() ? this.segretari : this.referenti;
	}

}
