/**
 * Terms as the engine carries them: opening, the clock that waits for the next event,
 * reminders, the mark of a missed one.
 */
package it.cronoprogramma.processo.termini;
