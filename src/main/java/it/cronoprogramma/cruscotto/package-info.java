/**
 * The application's own pages.
 */
package it.cronoprogramma.cruscotto;
