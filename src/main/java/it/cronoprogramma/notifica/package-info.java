/**
 * What reaches people: reminders by mail. Knows the facts and the mail server, not the
 * engine.
 */
package it.cronoprogramma.notifica;
