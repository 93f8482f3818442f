/**
 * What a comune may ask for, in Tasklist.
 */
package it.cronoprogramma.processo.scenario;
