/**
 * What an ente asked for and what became of it: the candidatura, its facts and the rules
 * they obey. The classes named {@code *Repository} keep them in the domain tables; the
 * rest knows neither Spring nor the engine.
 */
package it.cronoprogramma.candidatura;
