/**
 * When mailboxes are read: the engine owns the time, one instance is one reading.
 */
package it.cronoprogramma.processo.casella;
