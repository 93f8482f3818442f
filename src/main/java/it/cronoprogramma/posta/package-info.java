/**
 * The pages of the mail: how somebody wants to be written to, what will be sent, what has
 * become of what was sent. Shows and asks; notifica decides and writes.
 */
package it.cronoprogramma.posta;
