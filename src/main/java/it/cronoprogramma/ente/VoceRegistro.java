package it.cronoprogramma.ente;

import java.time.Instant;

/**
 * A line of the register of administrative acts. It holds no secrets and is never
 * changed.
 *
 * @param quando when
 * @param chi who did it
 * @param atto what, e.g. {@code Utente disattivato}
 * @param tipo what kind of thing it was done to
 * @param oggetto the thing's id
 * @param nome the thing's name
 * @param gestione the gestione whose ufficio RTD may read it, {@code null} for the
 * amministratore alone
 * @param prima what was before, or {@code null}
 * @param dopo what is now, or {@code null}
 */
public record VoceRegistro(Instant quando, String chi, String atto, Tipo tipo, String oggetto, String nome,
		String gestione, String prima, String dopo) {

	/** What things acts are done to. */
	public enum Tipo {

		/** An ente. */
		ENTE,

		/** A gestione associata. */
		GESTIONE,

		/** A referente. */
		REFERENTE,

		/** A substitution. */
		SOSTITUZIONE,

		/** A user. */
		UTENTE,

		/** A file that was loaded. */
		CARICAMENTO,

		/** A calendar that programs read. */
		CALENDARIO,

		/** A mail, or an address that refuses. */
		POSTA

	}

}
