/**
 * What time it is. One clock for the engine's timers and for the rules; in the demo and
 * in tests it can stand on another day and be moved on.
 */
package it.cronoprogramma.processo.orologio;
