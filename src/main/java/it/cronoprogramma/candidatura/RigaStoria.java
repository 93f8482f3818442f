package it.cronoprogramma.candidatura;

/**
 * A line of a candidatura's story, with who wrote it and when.
 *
 * @param autore who acted, and when
 * @param voce what happened
 */
public record RigaStoria(Autore autore, VoceStoria voce) {
}
