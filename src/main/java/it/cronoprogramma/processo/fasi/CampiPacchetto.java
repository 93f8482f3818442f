package it.cronoprogramma.processo.fasi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.avviso.Modalita;
import it.cronoprogramma.avviso.Pacchetto;

/**
 * In which fields of the form the ente names its services, one for each line.
 */
final class CampiPacchetto {

	/** Those that are active already, again by name. */
	static final String GIA_AVVIATI = "serviziGiaAvviati";

	/** 1.4.5: the second kind of act. */
	static final String ALTRO_ATTO = "altroAtto";

	private static final Map<Modalita, Campo> PER_MODALITA = Map.of(Modalita.TRASFERIMENTO,
			new Campo("serviziTrasferimento", "Servizi da trasferire"), Modalita.AGGIORNAMENTO,
			new Campo("serviziAggiornamento", "Servizi da aggiornare"), Modalita.MESSAGGI,
			new Campo("serviziMessaggi", "Servizi con messaggi"), Modalita.PUNTI_DI_ACCESSO,
			new Campo("serviziPuntiDiAccesso", "Servizi con punti di accesso"), Modalita.TECNOLOGIE_ABILITANTI,
			new Campo("serviziTecnologieAbilitanti", "Servizi con tecnologie abilitanti"));

	private static final Campo TUTTI = new Campo("serviziElenco", "Servizi");

	private CampiPacchetto() {
	}

	/**
	 * The fields of a pacchetto whose services the ente names.
	 * @param pacchetto the pacchetto
	 * @return the field of each kind, or one for all of them; empty where none are named
	 */
	static Map<Optional<Modalita>, Campo> di(Pacchetto pacchetto) {
		if (!pacchetto.conServizi() || pacchetto.daCatalogo() || pacchetto == Pacchetto.NOTIFICHE) {
			return Map.of();
		}
		if (Modalita.di(pacchetto).isEmpty()) {
			return Map.of(Optional.empty(), TUTTI);
		}
		Map<Optional<Modalita>, Campo> campi = new LinkedHashMap<>();
		Modalita.di(pacchetto).forEach((m) -> campi.put(Optional.of(m), PER_MODALITA.get(m)));
		return campi;
	}

	/**
	 * A field.
	 *
	 * @param nome its name
	 * @param etichetta what it is called on the screen
	 */
	record Campo(String nome, String etichetta) {
	}

}
