/**
 * What may happen to a candidatura beside its phases: rinuncia, ritiro, revoca,
 * suspension.
 */
package it.cronoprogramma.processo.vicende;
