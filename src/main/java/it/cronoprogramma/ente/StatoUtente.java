package it.cronoprogramma.ente;

import java.io.Serializable;

/**
 * How a user stands at the door: asked at the login and at every request, so that it
 * holds at once, on every node.
 *
 * @param versione which sessions are good: those that began with this number
 * @param attivo whether he may enter
 */
public record StatoUtente(int versione, boolean attivo) implements Serializable {

	/** Of whom nothing has been said yet. */
	public static final StatoUtente NUOVO = new StatoUtente(0, true);

}
