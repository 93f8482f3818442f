/**
 * What the tests share: the whole application, started as it runs.
 */
package it.cronoprogramma.prova;
