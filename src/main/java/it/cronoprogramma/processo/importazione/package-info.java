/**
 * What the published data mean for the engine: an import is a process that follows its
 * rows group by group, a financed candidatura gets its process, and where somebody knows
 * better a task asks.
 */
package it.cronoprogramma.processo.importazione;
