package it.cronoprogramma.candidatura;

import java.time.LocalDate;

/**
 * A service of the package, and whether it is online and verified.
 *
 * @param servizio the service's code in the catalogue
 * @param avvio whether it was already begun
 * @param url its address, once online
 * @param online the day it went online
 * @param verificato whether somebody declared that all criteria are met
 */
public record ServizioFinanziato(String servizio, Avvio avvio, String url, LocalDate online, boolean verificato) {
}
