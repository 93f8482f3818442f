package it.cronoprogramma.processo.fasi;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.pec.AttoNotificato;
import it.cronoprogramma.pec.NotificaRicevuta;
import it.cronoprogramma.pec.NotificaRicevuta.Decisione;
import it.cronoprogramma.pec.NotificaRicevuta.Estremi;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.termine.Roma;

/**
 * What a form begins with where the PEC it asks for was confirmed already: nobody writes
 * a second time what was read.
 */
final class DatiDallaPec {

	/** Which act the PEC notifies that a task asks for. */
	private static final Map<String, AttoNotificato> ATTESI = Map.of("registraAmmissibilita",
			AttoNotificato.AMMISSIBILITA, "registraDecreto", AttoNotificato.DECRETO, "registraDecretoRinuncia",
			AttoNotificato.DECRETO_RINUNCIA, "comunicaRevoca", AttoNotificato.REVOCA, "registraAsseverazione",
			AttoNotificato.INTEGRAZIONE, "registraVerificaFormale", AttoNotificato.INTEGRAZIONE);

	private DatiDallaPec() {
	}

	/**
	 * Fills in what is known.
	 * @param ufficio the tables
	 * @param attivita the task's id
	 * @param c its candidatura
	 * @param dati what the form begins with
	 */
	static void riempi(Ufficio ufficio, String attivita, Candidatura c, Map<String, Object> dati) {
		AttoNotificato atto = ATTESI.get(attivita);
		Optional<NotificaRicevuta> confermata = (atto == null) ? Optional.empty()
				: ufficio.notifiche().daRegistrare(c.codice(), atto);
		confermata.ifPresent((n) -> {
			Decisione d = n.decisione();
			dati.put("pecTesto", "Dalla PEC «" + n.oggetto() + "» ricevuta il " + Parole.momento(d.notificata())
					+ ", prot. " + d.protocollo() + ": controlli i dati qui sotto.");
			dati.put("pecNumero", Long.toString(n.numero()));
			dati.put("dataNotifica", Roma.giorno(d.notificata()).toString());
			dati.put("oraNotifica", Parole.ora(LocalTime.ofInstant(d.notificata(), Roma.FUSO)));
			dati.put("protocollo", d.protocollo());
			switch (atto) {
				case AMMISSIBILITA -> dati.put("esito", n.esito());
				case INTEGRAZIONE -> dati.put("esito", "integrazione");
				case DECRETO_RINUNCIA -> dati.put("esito", "decretata");
				case DECRETO -> decreto(d.decreto(), dati);
				default -> {
					// the rest has to be read in it
				}
			}
		});
	}

	private static void decreto(Estremi e, Map<String, Object> dati) {
		if (e.numero() != null) {
			dati.put("numeroDecreto", e.numero());
		}
		if (e.data() != null) {
			dati.put("dataDecreto", e.data().toString());
		}
		if (e.importo() != null) {
			dati.put("importoDecretato", e.importo().doubleValue());
		}
	}

	/**
	 * The task is done: what the PEC told is not proposed again.
	 * @param ufficio the tables
	 * @param attivita the task's id
	 * @param c its candidatura
	 */
	static void registrati(Ufficio ufficio, String attivita, Candidatura c) {
		AttoNotificato atto = ATTESI.get(attivita);
		if (atto != null) {
			ufficio.notifiche().registrate(c.codice(), atto);
		}
	}

}
