package it.cronoprogramma.notifica;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.notifica.Messaggio.StatoMessaggio;
import it.cronoprogramma.notifica.Messaggio.TipoMessaggio;
import it.cronoprogramma.notifica.MessaggioRepository.RigaMessaggio;
import it.cronoprogramma.termine.Roma;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * What is done about a message that has not arrived: the ufficio RTD of each gestione
 * concerned is told what it said; the responsabili where the ufficio itself refuses.
 */
@Component
class PostaRespinta {

	private static final Logger LOG = LoggerFactory.getLogger(PostaRespinta.class);

	private final MessaggioRepository messaggi;

	private final ScadenzaRepository scadenze;

	private final CandidaturaRepository candidature;

	private final EnteRepository enti;

	private final Utenti utenti;

	private final PostaInPartenza partenza;

	private final Clock orologio;

	PostaRespinta(MessaggioRepository messaggi, ScadenzaRepository scadenze, CandidaturaRepository candidature,
			EnteRepository enti, Utenti utenti, PostaInPartenza partenza, Clock orologio) {
		this.messaggi = messaggi;
		this.scadenze = scadenze;
		this.candidature = candidature;
		this.enti = enti;
		this.utenti = utenti;
		this.partenza = partenza;
		this.orologio = orologio;
	}

	/**
	 * An address has refused a message when it was to be handed over.
	 * @param m the message
	 * @param motivo what the server said
	 * @return {@code false} if there is nobody to tell; then nothing has changed
	 */
	boolean respinta(Messaggio m, String motivo) {
		Map<String, String> chi = daAvvisare(m);
		if (chi.isEmpty()) {
			LOG.warn("Il messaggio {} è stato rifiutato e non c'è nessun altro da avvisare: {}", m.id(), motivo);
			return false;
		}
		segna(m, motivo, true, chi);
		return true;
	}

	/**
	 * A message that had been handed over has come back. It is so whether there is
	 * somebody to tell or not.
	 * @param m the message
	 * @param motivo what the server said
	 * @param rifiuta whether the address is no good: from now on nothing goes there
	 */
	void tornata(Messaggio m, String motivo, boolean rifiuta) {
		Map<String, String> chi = daAvvisare(m);
		if (chi.isEmpty()) {
			LOG.warn("Il messaggio {} è tornato indietro e non c'è nessun altro da avvisare: {}", m.id(), motivo);
		}
		segna(m, motivo, rifiuta, chi);
	}

	private void segna(Messaggio m, String motivo, boolean rifiuta, Map<String, String> chi) {
		Instant adesso = this.orologio.instant();
		this.messaggi.chiudi(m, StatoMessaggio.RESPINTO, motivo, adesso);
		if (rifiuta) {
			this.messaggi.respinge(m.indirizzo(), motivo, adesso);
		}
		chi.forEach((indirizzo, gestione) -> this.messaggi
			.pianifica(TipoMessaggio.AVVISO, indirizzo, Roma.giorno(adesso), m.id(), gestione, origine(m), adesso)
			.ifPresent(this.partenza::parte));
	}

	/** Of a notice that has not arrived nothing is told but what it told. */
	private static String origine(Messaggio m) {
		return (m.tipo() == TipoMessaggio.AVVISO) ? m.origine() : m.id();
	}

	/** Addresses, each with its gestione. */
	private Map<String, String> daAvvisare(Messaggio m) {
		Set<String> gestioni = new HashSet<>();
		for (RigaMessaggio r : this.messaggi.righe(origine(m))) {
			Scadenza s = this.scadenze.leggi(r.scadenza());
			Ente ente = this.enti.leggi(this.candidature.leggi(s.candidatura()).ente());
			if (ente.gestione() != null) {
				gestioni.add(ente.gestione());
			}
		}
		if (m.gestione() != null) {
			gestioni.add(m.gestione());
		}
		Set<String> respinti = new HashSet<>(this.messaggi.abitudini().respinti());
		respinti.add(m.indirizzo());
		Map<String, String> chi = new LinkedHashMap<>();
		for (Gestione g : this.enti.gestioni()) {
			if (!gestioni.contains(g.id())) {
				continue;
			}
			if (g.email() != null && !respinti.contains(g.email().toLowerCase(Locale.ROOT))) {
				chi.put(g.email().toLowerCase(Locale.ROOT), g.id());
				continue;
			}
			for (Persona p : this.utenti.conRuolo(Ruolo.RESPONSABILE, g.id())) {
				if (!respinti.contains(p.email().toLowerCase(Locale.ROOT))) {
					chi.put(p.email().toLowerCase(Locale.ROOT), g.id());
				}
			}
		}
		return chi;
	}

}
