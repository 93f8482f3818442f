/**
 * The only package that knows the engine. Delegates and listeners are thin: they read the
 * form or the variables, call the candidatura's rules, write what gateways and readers
 * need.
 */
package it.cronoprogramma.processo;
