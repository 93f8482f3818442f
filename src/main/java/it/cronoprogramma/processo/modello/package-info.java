/**
 * What the BPMN models and the code say to each other: one class per process with its
 * key, its elements and its typed variables. A test holds them against the models.
 */
package it.cronoprogramma.processo.modello;
