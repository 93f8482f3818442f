/**
 * Cronoprogramma: the candidature of PA digitale 2026, from domanda to erogazione, with
 * every term that runs against them.
 */
package it.cronoprogramma;
