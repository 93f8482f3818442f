/**
 * Who: enti, gestioni associate, referenti, and which ente has gone into which.
 */
package it.cronoprogramma.ente;
