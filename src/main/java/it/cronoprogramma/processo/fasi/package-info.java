/**
 * The rule of each user task, by the name of the task.
 */
package it.cronoprogramma.processo.fasi;
