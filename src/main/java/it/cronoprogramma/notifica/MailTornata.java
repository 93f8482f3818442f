package it.cronoprogramma.notifica;

/**
 * What a message that came back says of one of ours.
 *
 * @param messaggio the id of ours
 * @param indirizzo whom it has not reached, lower case; {@code null} if it does not say
 * @param perSempre whether the address is no good, rather than full or asleep
 * @param motivo what the server said, on one line
 */
record MailTornata(String messaggio, String indirizzo, boolean perSempre, String motivo) {

	/**
	 * Whether the address that we wrote to is no good: not one that it forwards to.
	 * @param nostro the address that we wrote to, lower case
	 * @return {@code true} if nothing need be written there any more
	 */
	boolean rifiuta(String nostro) {
		return this.perSempre && (this.indirizzo == null || this.indirizzo.equals(nostro));
	}

}
