/**
 * What is on offer: avvisi, fasce of population, amounts, services, criteria of
 * conformity. The figures live in the DMN tables of {@code processes/tabelle}; this
 * package knows what they mean and reads them through {@link CatalogoAvvisi}. No Spring
 * and no engine here.
 */
package it.cronoprogramma.avviso;
