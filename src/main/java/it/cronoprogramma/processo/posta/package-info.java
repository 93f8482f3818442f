/**
 * Mail as the engine runs it: the morning run, and each message as a job of its own.
 */
package it.cronoprogramma.processo.posta;
