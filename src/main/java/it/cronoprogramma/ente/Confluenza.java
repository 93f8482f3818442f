package it.cronoprogramma.ente;

import java.time.LocalDate;

/**
 * Where an ente that is no more has gone.
 *
 * @param ente the id of the ente that holds its candidature today: after a chain of
 * mergers the last one
 * @param nome that ente's name
 * @param giorno the day from which the ente is no more
 */
public record Confluenza(String ente, String nome, LocalDate giorno) {
}
