package it.cronoprogramma.candidatura;

/**
 * One line of a candidatura's story.
 *
 * @param fatto what happened, a few words
 * @param atto the act it rests on, or {@code null}
 * @param prima the value before, or {@code null}
 * @param dopo the value after, or {@code null}
 */
public record VoceStoria(String fatto, String atto, String prima, String dopo) {
}
