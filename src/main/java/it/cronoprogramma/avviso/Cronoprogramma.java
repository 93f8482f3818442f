package it.cronoprogramma.avviso;

import it.cronoprogramma.termine.Termine;

/**
 * The terms an avviso sets for a fascia of population.
 *
 * @param cup from the PEC of ammissibilità to the CUP in the portal
 * @param contrattualizzazione from the notification of the decreto di finanziamento to
 * the contract with the last supplier
 * @param completamento from contrattualizzazione to the completion of all activities
 * @param limite the outer limit from the notification of the decree (art. 8 c. 3 of the
 * avvisi, dominio 0.2 finding 3)
 * @param daConfermare whether the sources leave these terms open, so that whoever
 * registers the decree must hold them against Allegato 2
 */
public record Cronoprogramma(Termine cup, Termine contrattualizzazione, Termine completamento, Termine limite,
		boolean daConfermare) {
}
