package it.cronoprogramma.candidatura;

/**
 * A sample check that the Dipartimento announced (dominio 2.3, T8).
 *
 * @param id its id
 * @param candidatura the candidatura's code
 * @param pec the PEC that announced it
 */
public record Controllo(String id, String candidatura, Notifica pec) {
}
