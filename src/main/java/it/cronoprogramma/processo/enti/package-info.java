/**
 * Mergers of enti: who takes the place of whom, and the running candidature that pass
 * from the one to the other.
 */
package it.cronoprogramma.processo.enti;
