/**
 * What reaches people: one mail a day, what cannot wait, a weekly summary, links to set a
 * password. Says who is told of what and writes it; knows the facts and the mail server,
 * not the engine (docs/adr/0020).
 */
package it.cronoprogramma.notifica;
