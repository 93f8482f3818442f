/**
 * Mailboxes that are read by IMAP: in order, each message once, and nothing in them
 * changes unless the settings say so. Knows the server, not what the messages say.
 */
package it.cronoprogramma.casella;
