package it.cronoprogramma.processo.fasi;

import java.util.UUID;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Integrazione;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;

/**
 * A request of the Dipartimento, as the forms of asseverazione and of the formal check
 * take it down in place of an outcome.
 */
final class RichiestaIntegrazione {

	private RichiestaIntegrazione() {
	}

	/**
	 * Records the request, where the form holds one.
	 * @param ufficio the tables
	 * @param c the candidatura
	 * @param modulo the form as filled in
	 * @param autore who filled it in
	 * @return whether it holds one
	 * @throws it.cronoprogramma.rifiuto.Rifiuto if something of it is missing or
	 * impossible
	 */
	static boolean registra(Ufficio ufficio, Candidatura c, Modulo modulo, Autore autore) {
		if (!"integrazione".equals(modulo.testo("esito", "Esito"))) {
			return false;
		}
		Integrazione richiesta = new Integrazione(UUID.randomUUID().toString(), c.codice(),
				modulo.pec("Giorno della richiesta", "Ora della richiesta", autore),
				modulo.testo("richiesta", "Che cosa chiede", 400),
				modulo.interoONullo("giorniRisposta", "Giorni per rispondere"),
				modulo.giornoFacoltativo("entroIl", "Ultimo giorno utile").orElse(null));
		c.chiediIntegrazione(richiesta.pec(), richiesta.richiesta());
		ufficio.candidature().inserisciIntegrazione(richiesta, autore);
		return true;
	}

}
