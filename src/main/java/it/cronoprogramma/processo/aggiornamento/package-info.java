/**
 * Candidature under way when a new version of the processes arrives: they go on with
 * theirs, or move to the new one when an administrator asks for it.
 */
package it.cronoprogramma.processo.aggiornamento;
