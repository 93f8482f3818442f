package it.cronoprogramma.pec;

/**
 * Who follows a notifica: the engine, which asks the ente to confirm it or the ufficio to
 * assign it.
 */
public interface SeguitoNotifica {

	/**
	 * Begins to follow one that has been recorded, in the same transaction.
	 * @param notifica the notifica, to be confirmed or to be assigned
	 */
	void avvia(NotificaRicevuta notifica);

}
