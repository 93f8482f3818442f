package it.cronoprogramma.notifica;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.notifica.Contenuto.Gruppo;
import it.cronoprogramma.notifica.Contenuto.Nota;
import it.cronoprogramma.notifica.Contenuto.Parte;
import it.cronoprogramma.notifica.Contenuto.Riga;

/**
 * What templates are tried with: every field filled, and every field that may be missing
 * missing.
 */
final class ProvaModelli {

	private static final Riga PIENA = new Riga("Inserimento del CUP", "Esperienza del cittadino & altro", "C000001",
			"lunedì 06/06/2022", "mancano 3 giorni", false, "5 giorni dal 01/06/2022", List.of("Un'avvertenza"),
			"Le scriviamo come ufficio RTD.", "28.902,00 €", "https://cronoprogramma.example/attivita");

	private static final Riga SPOGLIA = new Riga("Completamento", "Avviso", "C000002", "martedì 07/06/2022",
			"scaduto ieri", true, "Perché sì", List.of(), null, null, "https://cronoprogramma.example/attivita");

	private static final Gruppo GRUPPO = new Gruppo("Comune di Prova", List.of(PIENA, SPOGLIA),
			List.of(new Nota("Nessun referente è registrato.", "Lo aggiunga", "https://cronoprogramma.example/ente")));

	/** By template, some sets of fields; all sets of one have the same fields. */
	static final Map<String, List<Map<String, Object>>> ESEMPI = Map.of(ModelliPosta.PROMEMORIA,
			List.of(campi("titolo", "Promemoria", "introduzione", "Un indirizzo rifiuta la posta.", "gruppi",
					List.of(GRUPPO), "preferenze", "https://cronoprogramma.example/preferenze"),
					campi("titolo", "Promemoria", "introduzione", null, "gruppi", List.of(), "preferenze", null)),
			ModelliPosta.RIEPILOGO,
			List.of(campi("titolo", "La settimana", "gestione", "Gestione associata", "periodo", "dal 1 al 7", "parti",
					List.of(new Parte("A rischio", "Nulla", "28.902,00 €", List.of(GRUPPO)),
							new Parte("Scaduti", "Nulla", null, List.of())),
					"preferenze", "https://cronoprogramma.example/preferenze")),
			ModelliPosta.INVITO, List.of(invito("NUOVO"), invito("RIMANDATO"), invito("DIMENTICATA")));

	private ProvaModelli() {
	}

	private static Map<String, Object> invito(String motivo) {
		return campi("nome", "Olga Operatrice", "utente", "olga", "motivo", motivo, "collegamento",
				"https://cronoprogramma.example/password/x", "dimenticata",
				"https://cronoprogramma.example/password-dimenticata", "scade", "lunedì 06/06/2022 alle 09:00");
	}

	private static Map<String, Object> campi(Object... nomiEValori) {
		Map<String, Object> campi = new HashMap<>();
		for (int i = 0; i < nomiEValori.length; i += 2) {
			campi.put((String) nomiEValori[i], nomiEValori[i + 1]);
		}
		return campi;
	}

}
