/**
 * What follows in the engine when a PEC came: the ente confirms it and what it notifies
 * is recorded by the task that waits for it, or the ufficio says whose it is; and the
 * reading of the mailboxes, one instance after the other.
 */
package it.cronoprogramma.processo.pec;
