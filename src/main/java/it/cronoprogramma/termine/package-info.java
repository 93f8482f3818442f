/**
 * What a term is and when it falls due. Pure: {@code java.time} and the holiday calendar,
 * nothing else.
 */
package it.cronoprogramma.termine;
