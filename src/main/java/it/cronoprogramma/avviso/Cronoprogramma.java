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
 */
public record Cronoprogramma(Termine cup, Termine contrattualizzazione, Termine completamento, Termine limite) {
}
