/**
 * The avvisi as the deployed DMN tables tell them, and what stands before a table is
 * deployed: tables that would not work together do not get in.
 */
package it.cronoprogramma.processo.catalogo;
