package it.cronoprogramma.candidatura;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * Whether an activity of the package is still to begin (seed 001, "Configurazione del
 * pacchetto").
 */
public enum Avvio implements Codificato {

	/** To begin. */
	DA_AVVIARE("da-avviare"),

	/** Begun with own money after the day that the avviso sets. */
	AVVIATA("avviata");

	private final String codice;

	Avvio(String codice) {
		this.codice = codice;
	}

	/**
	 * The word used in forms and columns.
	 * @return the code
	 */
	@Override
	public String codice() {
		return this.codice;
	}

	/**
	 * Reads the code.
	 * @param codice the word used in forms and columns
	 * @return the value
	 * @throws Rifiuto if it is neither of the two
	 */
	public static Avvio leggi(String codice) {
		return Codificato.leggi(values(), codice,
				(c) -> Rifiuto.nonValido("Stato dell'attività «%s» sconosciuto: scelga «da avviare» o «avviata».", c));
	}

}
