package it.cronoprogramma.notifica;

import java.time.LocalDate;

/**
 * A mail to somebody. What it says is made up when it leaves.
 *
 * @param id its id, also in its Message-ID
 * @param tipo what kind
 * @param indirizzo to whom, lower case
 * @param giorno the day it was planned for, Rome
 * @param gestione whose it is, {@code null} where it belongs to several or to none
 * @param origine the refused message it tells of, {@code null} for the others
 * @param stato what has become of it
 */
public record Messaggio(String id, TipoMessaggio tipo, String indirizzo, LocalDate giorno, String gestione,
		String origine, StatoMessaggio stato) {

	/**
	 * What kind a message is.
	 */
	public enum TipoMessaggio {

		/** All reminders of a day for an address. */
		GIORNALIERO,

		/** One reminder that does not wait. */
		URGENTE,

		/** The summary of a week for a responsabile. */
		SETTIMANALE,

		/** An address refuses: what it should have been told. */
		AVVISO,

		/** Somebody tries whether he is reached. */
		PROVA

	}

	/**
	 * What has become of a message.
	 */
	public enum StatoMessaggio {

		DA_INVIARE, INVIATO, RESPINTO, ANNULLATO

	}

}
