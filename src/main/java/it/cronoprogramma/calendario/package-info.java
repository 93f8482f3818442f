/**
 * Terms in the calendars that people have already: addresses which programs read without
 * a login, the pages where they are made and revoked, and what is read there.
 */
package it.cronoprogramma.calendario;
