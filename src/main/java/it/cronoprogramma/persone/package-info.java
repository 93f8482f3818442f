/**
 * Where people manage enti and people: the pages, the files that are loaded, and the acts
 * behind both, each in one transaction with the engine's register and written down.
 */
package it.cronoprogramma.persone;
