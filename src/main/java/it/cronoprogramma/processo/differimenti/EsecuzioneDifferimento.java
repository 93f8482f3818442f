package it.cronoprogramma.processo.differimenti;

import java.util.List;

import it.cronoprogramma.candidatura.AttoDifferimento;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.EffettoDifferimento;
import it.cronoprogramma.candidatura.EffettoDifferimento.Cambio;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.processo.ProcessiAccanto;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.Sospensione;
import it.cronoprogramma.processo.termini.OrologiDeiTermini;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Differimento.Tipo;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.springframework.stereotype.Component;

/**
 * Applies an act to one candidatura, whole or not at all: the dates of its terms, its
 * story, the engine's clocks.
 */
@Component
class EsecuzioneDifferimento {

	private final Ufficio ufficio;

	private final OrologiDeiTermini orologi;

	private final ProcessiAccanto processi;

	EsecuzioneDifferimento(Ufficio ufficio, OrologiDeiTermini orologi, ProcessiAccanto processi) {
		this.ufficio = ufficio;
		this.orologi = orologi;
		this.processi = processi;
	}

	/**
	 * Applies an act, which must be registered for this candidatura.
	 * @param atto the act
	 * @param codice the candidatura's code
	 * @param autore who applies it
	 * @param motore the engine, from inside a running process
	 * @throws Rifiuto if it cannot be applied, with the reason; nothing is changed
	 */
	void applica(AttoDifferimento atto, String codice, Autore autore, ProcessEngineServices motore) {
		// two acts on one candidatura go one after the other
		Candidatura c = this.ufficio.candidature().blocca(codice);
		AttoDifferimento revocato = (atto.revoca() == null) ? null : this.ufficio.differimenti().leggi(atto.revoca());
		EffettoDifferimento effetto = this.ufficio.regole()
			.effetto(atto, revocato, c.fase(), this.ufficio.scadenze().tutte(codice),
					this.ufficio.differimenti().attivi(codice), autore);
		this.ufficio.differimenti().segnaApplicato(atto.numero(), codice, effetto, autore.quando());
		effetto.cambi()
			.forEach((cambio) -> this.ufficio.scadenze().sposta(cambio.prima(), cambio.dopo(), autore.quando()));
		this.ufficio.candidature().narra(codice, storia(atto, effetto), autore);
		if (!effetto.cambi().isEmpty()) {
			this.orologi.rimetti(motore, codice);
		}
		if (sospende(atto) || (revocato != null && sospende(revocato))) {
			this.processi.nuovo(motore, Sospensione.CHIAVE, c).execute();
		}
	}

	private static boolean sospende(AttoDifferimento atto) {
		return atto.effetto() != null && atto.effetto().tipo() == Tipo.SOSPENSIONE;
	}

	private static List<VoceStoria> storia(AttoDifferimento atto, EffettoDifferimento effetto) {
		String che = atto.inParole() + ", " + atto.attoConData() + " (n. " + atto.numero() + ")";
		if (effetto.cambi().isEmpty()) {
			return List.of(new VoceStoria("Differimento registrato", che, null, effetto.testo()));
		}
		return effetto.cambi()
			.stream()
			.map((cambio) -> new VoceStoria(fatto(atto, cambio), che, Parole.giorno(cambio.prima().governante()),
					Parole.giorno(cambio.dopo().governante())))
			.toList();
	}

	private static String fatto(AttoDifferimento atto, Cambio cambio) {
		String nome = cambio.prima().termine().nome();
		if (atto.effetto() == null) {
			return "Differimento revocato: " + nome;
		}
		return ((atto.effetto().tipo() == Tipo.PORTALE) ? "Data del portale: " : "Termine differito: ") + nome;
	}

}
