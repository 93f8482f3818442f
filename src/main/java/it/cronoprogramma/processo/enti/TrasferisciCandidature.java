package it.cronoprogramma.processo.enti;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.RegoleFusione;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.EventoEnte;
import it.cronoprogramma.ente.TipoEvento;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Trasferire le candidature: an ente is no more, another holds what was its own. All of
 * it in one transaction: the register, who sees what, the running processes, the stories.
 * No term is touched.
 */
@Component("trasferisciCandidature")
class TrasferisciCandidature extends ModuloDiAvvio {

	private static final String SENZA_ISTAT = "N/D";

	private final Ufficio ufficio;

	private final Registro registro;

	private final Confluenze confluenze;

	TrasferisciCandidature(Ufficio ufficio, Registro registro, Confluenze confluenze) {
		this.ufficio = ufficio;
		this.registro = registro;
		this.confluenze = confluenze;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		TipoEvento tipo = TipoEvento.leggi(modulo.testo("tipo", "Che cosa è accaduto"));
		String idVecchio = visibile(modulo.testo("vecchio", "Ente che cessa", 20));
		Optional<String> idNuovo = noto(modulo);
		// two mergers, or a merger and a new candidatura, go one after the other
		Stream.concat(Stream.of(idVecchio), idNuovo.stream()).sorted().distinct().forEach(this.ufficio.enti()::blocca);
		Ente vecchio = this.ufficio.enti().leggi(idVecchio);
		Ente nuovo = idNuovo.map(this.ufficio.enti()::leggi).orElseGet(() -> nuovo(modulo, vecchio));
		LocalDate giorno = modulo.giorno("giorno", "Giorno di effetto");
		EventoEnte evento = new EventoEnte(vecchio.id(), nuovo.id(), tipo, giorno, modulo.testo("atto", "Atto", 200),
				modulo.giorno("dataAtto", "Data dell'atto"), vecchio.gestione(), autore.chi(), autore.quando());
		RegoleFusione.controlla(vecchio, nuovo, giorno, evento.dataAtto(), this.ufficio.enti().eventi(vecchio.id()),
				autore);
		if (idNuovo.isEmpty()) {
			iscrivi(nuovo, modulo);
		}
		this.confluenze.registra(evento, vecchio, nuovo, autore, execution.getProcessEngineServices());
	}

	private Optional<String> noto(Modulo modulo) {
		return switch (modulo.testo("subentra", "Chi subentra")) {
			case "noto" -> Optional.of(visibile(modulo.testo("nuovo", "Ente che subentra", 20)));
			case "nuovo" -> Optional.empty();
			default -> throw Rifiuto.nonValido("Indichi chi subentra: un ente già presente o un ente nuovo.");
		};
	}

	private String visibile(String id) {
		if (!this.ufficio.vede(id) && !this.ufficio.amministra()) {
			// the same answer as for an ente that does not exist
			throw Rifiuto.nonTrovato("L'ente «%s» non esiste.", id);
		}
		return id;
	}

	/** Followed by whoever followed the one it comes from. */
	private Ente nuovo(Modulo modulo, Ente vecchio) {
		Ente nuovo = new Ente(this.ufficio.enti().nuovoId(), modulo.testo("nome", "Nome del nuovo ente", 200),
				modulo.testo("codiceIpa", "Codice IPA", 20),
				modulo.testoFacoltativo("codiceIstat", "Codice ISTAT").orElse(SENZA_ISTAT),
				modulo.intero("popolazione", "Popolazione"), vecchio.gestione());
		RegoleFusione.controllaNuovo(nuovo);
		if (this.ufficio.enti().conosce(nuovo.codiceIpa())) {
			throw Rifiuto
				.conflitto("Il codice IPA «%s» è già di un altro ente: se è quello che subentra, lo scelga tra "
						+ "gli enti già presenti.", nuovo.codiceIpa());
		}
		return nuovo;
	}

	private void iscrivi(Ente nuovo, Modulo modulo) {
		String email = modulo.testo("referenteEmail", "E-mail del referente", 254);
		RegoleFusione.controllaIndirizzo(email);
		EnteRepository enti = this.ufficio.enti();
		enti.inserisci(nuovo, null, null, null, "dichiarata alla registrazione");
		enti.inserisciReferente(UUID.randomUUID().toString(), nuovo.id(),
				modulo.testo("referenteNome", "Nome del referente", 200), email);
		this.registro.ente(nuovo);
		if (nuovo.gestione() != null) {
			this.registro.inGestione(nuovo);
		}
	}

}
