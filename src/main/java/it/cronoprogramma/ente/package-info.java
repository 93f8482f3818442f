/**
 * Who: enti, gestioni associate, referenti.
 */
package it.cronoprogramma.ente;
