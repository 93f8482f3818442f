/**
 * The REST API v1 that scripts outside rely on. Errors are RFC 9457 problems with a
 * detail in Italian.
 */
package it.cronoprogramma.cruscotto.api;
