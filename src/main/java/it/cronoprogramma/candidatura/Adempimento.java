package it.cronoprogramma.candidatura;

import java.time.LocalDate;

/**
 * A step as it was done.
 *
 * @param tipo which step
 * @param giorno the day it was done, Rome
 * @param riferimento what proves it: a protocol number, a name, an identifier
 * @param nota what else is worth knowing, or {@code null}
 */
public record Adempimento(TipoAdempimento tipo, LocalDate giorno, String riferimento, String nota) {
}
