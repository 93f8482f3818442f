package it.cronoprogramma.cruscotto.api;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * The parameters of a call, with a refusal in Italian where one is missing or malformed.
 */
final class Parametri {

	private Parametri() {
	}

	/**
	 * A whole number that must be there.
	 * @param nome the parameter
	 * @param valore its text, or {@code null}
	 * @return the number
	 * @throws Rifiuto if it is missing or no whole number
	 */
	static int intero(String nome, String valore) {
		if (valore == null || valore.isBlank()) {
			throw Rifiuto.nonValido("Manca il parametro «%s»: serve un numero intero, per esempio %s=4999.", nome,
					nome);
		}
		try {
			return Integer.parseInt(valore.strip());
		}
		catch (NumberFormatException ex) {
			throw Rifiuto.nonValido("Parametro «%s»: «%s» non è un numero intero.", nome, valore);
		}
	}

	/**
	 * A whole number that may be missing.
	 * @param nome the parameter
	 * @param valore its text, or {@code null}
	 * @param altrimenti the number where it is missing
	 * @return the number
	 * @throws Rifiuto if it is no whole number
	 */
	static int intero(String nome, String valore, int altrimenti) {
		return (valore == null) ? altrimenti : intero(nome, valore);
	}

}
