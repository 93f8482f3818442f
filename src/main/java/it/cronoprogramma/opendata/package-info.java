/**
 * The data that PA digitale 2026 publishes: how a file is read, which rows can be taken,
 * and what they mean for the candidature known here (dominio, section 4). It knows
 * nothing of the engine.
 */
package it.cronoprogramma.opendata;
