package it.cronoprogramma.candidatura;

import java.time.LocalDate;

/**
 * The act by which a supplier was engaged.
 *
 * @param fornitore the supplier
 * @param tipo what kind of act it is
 * @param numero its number, or {@code null}
 * @param data its date: completamento runs from the last one
 * @param cig its CIG, or {@code null}
 */
public record Contratto(String fornitore, TipoAtto tipo, String numero, LocalDate data, String cig) {
}
