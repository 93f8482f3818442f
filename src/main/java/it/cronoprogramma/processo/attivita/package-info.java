/**
 * The rules of the tasks in which the activities of a package are prepared, realised and
 * proved: what each misura has of its own.
 */
package it.cronoprogramma.processo.attivita;
