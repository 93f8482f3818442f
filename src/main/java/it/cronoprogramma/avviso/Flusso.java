package it.cronoprogramma.avviso;

/**
 * A type of flow, to which the interface of a digital service belongs (seed 001, "5
 * diverse tipologie di flusso").
 *
 * @param codice its code
 * @param nome its name
 * @param definizione what belongs to it, in the avviso's words
 */
public record Flusso(String codice, String nome, String definizione) {
}
