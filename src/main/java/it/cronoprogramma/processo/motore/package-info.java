/**
 * How the engine is set up: what its expressions may reach, whose tenant an instance
 * gets, which listener stands between a form and the variables.
 */
package it.cronoprogramma.processo.motore;
