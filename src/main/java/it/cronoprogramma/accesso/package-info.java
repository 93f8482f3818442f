/**
 * Who may enter, and through which door: the login page, the sessions, which role may
 * call which route.
 */
package it.cronoprogramma.accesso;
