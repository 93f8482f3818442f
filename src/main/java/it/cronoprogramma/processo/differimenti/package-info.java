/**
 * Acts that change terms: registered from a start form, looked at before they are
 * confirmed, applied one candidatura after the other, each in its own transaction, with
 * the engine's timers and due dates.
 */
package it.cronoprogramma.processo.differimenti;
