package it.cronoprogramma.avviso;

/**
 * A digital service that an avviso finances.
 *
 * @param codice its code, a word that can be said
 * @param nome its name as the avviso's Allegato 2 has it
 * @param flusso the type of flow it belongs to
 */
public record Servizio(String codice, String nome, Flusso flusso) {
}
