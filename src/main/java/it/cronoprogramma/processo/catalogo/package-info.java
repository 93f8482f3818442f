/**
 * The avvisi as the deployed DMN tables tell them.
 */
package it.cronoprogramma.processo.catalogo;
