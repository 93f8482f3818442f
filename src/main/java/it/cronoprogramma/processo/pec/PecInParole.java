package it.cronoprogramma.processo.pec;

import java.util.Map;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.pec.NotificaRicevuta;
import it.cronoprogramma.pec.PropostaNotifica;

/**
 * What the forms show of a PEC.
 */
final class PecInParole {

	private PecInParole() {
	}

	/**
	 * Adds who sent it, what it is called and what was read in it.
	 * @param n the PEC
	 * @param dati what is shown
	 */
	static void riempi(NotificaRicevuta n, Map<String, Object> dati) {
		PropostaNotifica p = n.contenuto().proposta();
		dati.put("pecCodice", n.codice());
		dati.put("pecNumero", Long.toString(n.numero()));
		dati.put("mittente", (n.contenuto().mittente() == null) ? "sconosciuto" : n.contenuto().mittente());
		dati.put("oggetto", n.oggetto());
		dati.put("attoNome", n.atto().nome());
		dati.put("riconoscimento", n.riconoscimento());
		dati.put("avvertenze", n.contenuto().avvertenze().replace("\n", " "));
		dati.put("momentoBusta", (p.busta() == null) ? "sconosciuto" : Parole.momento(p.busta()));
		dati.put("momentoRicezione", (p.ricezione() == null) ? "sconosciuto" : Parole.momento(p.ricezione()));
	}

}
