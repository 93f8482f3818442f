/**
 * What reaches people: reminders and links to set a password, by mail. Knows the facts
 * and the mail server, not the engine.
 */
package it.cronoprogramma.notifica;
