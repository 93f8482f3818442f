package it.cronoprogramma.candidatura;

import java.time.LocalDate;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * What the Dipartimento asks for during asseverazione or the formal check, in «Richieste
 * chiarimenti» (dominio 2.9). No source says how many days there are: each request says
 * so itself.
 *
 * @param id its id
 * @param candidatura the candidatura's code
 * @param pec the PEC or the message that asked
 * @param richiesta what is asked for
 * @param giorni the days to answer, or {@code null}
 * @param entro the last day, or {@code null}
 */
public record Integrazione(String id, String candidatura, Notifica pec, String richiesta, Integer giorni,
		LocalDate entro) {

	private static final int GIORNI_MASSIMI = 365;

	/**
	 * Checks that one of the two ways of giving the term is used, and makes sense.
	 * @throws Rifiuto if both or neither are given, or the term cannot be
	 */
	public Integrazione {
		if ((giorni == null) == (entro == null)) {
			throw Rifiuto
				.nonValido("Indichi o i giorni per rispondere o l'ultimo giorno utile, come sta nella richiesta.");
		}
		if (giorni != null && (giorni < 1 || giorni > GIORNI_MASSIMI)) {
			throw Rifiuto.nonValido("Giorni per rispondere %s: da 1 a %s.", giorni, GIORNI_MASSIMI);
		}
		if (entro != null && entro.isBefore(pec.giorno())) {
			throw Rifiuto.nonValido("Ultimo giorno utile %s: non può precedere la richiesta (%s).",
					Parole.giorno(entro), Parole.giorno(pec.giorno()));
		}
		if (entro != null && entro.isAfter(pec.giorno().plusDays(GIORNI_MASSIMI))) {
			throw Rifiuto.nonValido("Ultimo giorno utile %s: troppo lontano, la richiesta è del %s.",
					Parole.giorno(entro), Parole.giorno(pec.giorno()));
		}
	}

}
