/**
 * What follows the money: five years in which services must live on, and the sample
 * checks of the Dipartimento.
 */
package it.cronoprogramma.processo.dopo;
