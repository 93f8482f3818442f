/**
 * The demo: enti, users and a few candidature, led through the real processes on the days
 * that their story tells. Never outside the profile {@code demo}.
 */
package it.cronoprogramma.processo.demo;
