/**
 * What the application says when it refuses: in Italian, what was wrong and what is
 * expected. Nothing is changed by a refused act.
 */
package it.cronoprogramma.rifiuto;
