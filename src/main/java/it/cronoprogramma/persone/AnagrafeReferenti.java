package it.cronoprogramma.persone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.ente.Anagrafica;
import it.cronoprogramma.ente.Campi;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.TipoReferente;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.ente.VoceRegistro.Tipo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The referenti of the enti: who is written to, in which quality, by whose delegation.
 */
@Service
class AnagrafeReferenti {

	private final AnagrafeEnti enti;

	private final PersoneRepository persone;

	private final Utenti utenti;

	private final Annotazioni annotazioni;

	AnagrafeReferenti(AnagrafeEnti enti, PersoneRepository persone, Utenti utenti, Annotazioni annotazioni) {
		this.enti = enti;
		this.persone = persone;
		this.utenti = utenti;
		this.annotazioni = annotazioni;
	}

	/**
	 * A referente of an ente that somebody may manage.
	 * @param id its id, as somebody wrote it
	 * @param c who asks
	 * @return the referente
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason
	 */
	Referente leggi(String id, Competenza c) {
		Optional<Referente> referente = this.persone.referente(id);
		if (referente.isPresent()) {
			try {
				this.enti.leggi(referente.get().ente(), c);
				return referente.get();
			}
			catch (Rifiuto rifiuto) {
				// the same answer as for one that is not there
			}
		}
		throw Rifiuto.nonTrovato("Il referente richiesto non esiste.");
	}

	/**
	 * Makes a referente, or changes it.
	 * @param ente the ente's id
	 * @param id its id, or {@code null} for a new one
	 * @param valori the fields as somebody wrote them
	 * @param c who does it
	 * @return what became of it
	 * @throws it.cronoprogramma.ente.CampiRifiutati if a field is wrong
	 * @throws Rifiuto if the ente is not there for him
	 */
	@Transactional
	Esito salva(String ente, String id, Map<String, String> valori, Competenza c) {
		this.persone.serra();
		Anagrafica suo = this.enti.leggi(ente, c);
		Referente prima = (id == null) ? null : leggi(id, c);
		Campi campi = new Campi(valori);
		Referente dopo = letto(suo, prima, campi, c);
		dopo.controlla(campi);
		campi.concludi();
		Referente salvato = (prima == null) ? dopo.conId(PersoneRepository.nuovoId()) : dopo;
		Map<String, String> eraCosi = (prima == null) ? null : mostrato(prima);
		if (prima == null) {
			this.persone.inserisci(salvato);
		}
		else if (!dopo.equals(prima)) {
			this.persone.aggiorna(salvato);
		}
		Esito esito = Esito.tra(salvato.id(), salvato.nome() + ", " + suo.nome(), eraCosi, mostrato(salvato));
		if (esito.genere() != Esito.Genere.INVARIATO) {
			this.enti.segna(ente);
			this.annotazioni.cambio(c, (prima == null) ? "Referente aggiunto" : "Referente modificato", Tipo.REFERENTE,
					salvato.id(), esito.nome(), suo.gestione(), eraCosi, mostrato(salvato));
		}
		return esito;
	}

	private Referente letto(Anagrafica ente, Referente prima, Campi campi, Competenza c) {
		TipoReferente tipo = campi.scelta("tipo", "Qualifica", (v) -> TipoReferente.leggi(v).orElse(null),
				"scelga tra segretario, individuato, delegato, altro");
		if (tipo == null) {
			tipo = (prima != null && !campi.presente("tipo")) ? prima.tipo() : TipoReferente.SEGRETARIO;
		}
		String idUtente = campi.presente("utente") ? campi.facoltativo("utente", "Utente", 64)
				: (prima != null) ? prima.utente() : null;
		String nome;
		String email;
		if (idUtente != null) {
			Utente utente = utente(idUtente, ente, campi, c);
			nome = (utente == null) ? "" : utente.nomeCompleto();
			email = (utente == null) ? null : utente.email();
		}
		else {
			nome = campi.testo("nome", "Nome", 200);
			email = campi.email("email", "E-mail", true);
		}
		List<Referente> altri = this.persone.referenti(ente.id())
			.stream()
			.filter((r) -> prima == null || !r.id().equals(prima.id()))
			.toList();
		if (email != null && altri.stream().anyMatch((r) -> r.email().equalsIgnoreCase(email))) {
			campi.errore((idUtente == null) ? "email" : "utente", (idUtente == null) ? "E-mail" : "Utente",
					"è già di un referente di questo ente");
		}
		return new Referente((prima == null) ? null : prima.id(), ente.id(), tipo, nome, email, idUtente,
				delegante(altri, prima, tipo, campi),
				campi.presente("dal") ? campi.giorno("dal", "Dal") : (prima != null) ? prima.dal() : null,
				campi.presente("atto") ? campi.facoltativo("atto", "Atto", 200)
						: (prima != null) ? prima.atto() : null);
	}

	private Utente utente(String id, Anagrafica ente, Campi campi, Competenza c) {
		Utente utente = this.utenti.trova(id).filter(c::conosce).orElse(null);
		if (utente == null) {
			campi.errore("utente", "Utente", "non c'è un utente con questo nome");
		}
		else if (!utente.attivo()) {
			campi.errore("utente", "Utente", "è disattivato");
		}
		else if (utente.email() == null || !Campi.indirizzo(utente.email())) {
			campi.errore("utente", "Utente", "non ha un indirizzo e-mail: glielo metta prima");
		}
		else if (!utente.amministra() && !utente.enti().contains(ente.id())
				&& (ente.gestione() == null || !utente.gestioni().contains(ente.gestione()))) {
			campi.errore("utente", "Utente", "non lavora per questo ente: glielo assegni prima");
		}
		else {
			return utente;
		}
		return null;
	}

	/** By id from the page, by address from a file. */
	private static String delegante(List<Referente> altri, Referente prima, TipoReferente tipo, Campi campi) {
		if (!campi.presente("delegante")) {
			return (prima == null || tipo != TipoReferente.DELEGATO) ? null : prima.delegante();
		}
		String scritto = campi.facoltativo("delegante", "Chi delega", 254);
		if (scritto == null) {
			return null;
		}
		Optional<Referente> delegante = altri.stream()
			.filter((r) -> r.id().equals(scritto) || r.email().equalsIgnoreCase(scritto))
			.findFirst();
		if (delegante.isEmpty()) {
			campi.errore("delegante", "Chi delega", "non è un altro referente di questo ente");
			// so that its absence is not told as well
			return scritto;
		}
		if (delegante.get().tipo() == TipoReferente.DELEGATO) {
			campi.errore("delegante", "Chi delega", "chi è delegato non può delegare a sua volta");
		}
		if (tipo == TipoReferente.DELEGATO && prima != null
				&& altri.stream().anyMatch((r) -> prima.id().equals(r.delegante()))) {
			campi.errore("tipo", "Qualifica", "ha delegato altri: cambi prima le loro deleghe");
		}
		return delegante.get().id();
	}

	/**
	 * Takes a referente away.
	 * @param id its id
	 * @param c who does it
	 * @return the ente's id
	 * @throws Rifiuto if somebody's delegation hangs on it
	 */
	@Transactional
	String togli(String id, Competenza c) {
		this.persone.serra();
		Referente r = leggi(id, c);
		Anagrafica ente = this.enti.leggi(r.ente(), c);
		List<String> delegati = this.persone.referenti(r.ente())
			.stream()
			.filter((altro) -> id.equals(altro.delegante()))
			.map(Referente::nome)
			.toList();
		if (!delegati.isEmpty()) {
			throw Rifiuto.conflitto("%s ha delegato %s: tolga o cambi prima la delega.", r.nome(),
					String.join(", ", delegati));
		}
		this.persone.togliReferente(id);
		this.enti.segna(r.ente());
		this.annotazioni.cambio(c, "Referente tolto", Tipo.REFERENTE, id, r.nome() + ", " + ente.nome(),
				ente.gestione(), mostrato(r), null);
		return r.ente();
	}

	private Map<String, String> mostrato(Referente r) {
		Map<String, String> mostrato = new LinkedHashMap<>();
		mostrato.put("Qualifica", r.tipo().nome());
		mostrato.put("Nome", r.nome());
		mostrato.put("E-mail", r.email());
		mostrato.put("Utente", r.utente());
		mostrato.put("Chi delega", (r.delegante() == null) ? null
				: this.persone.referente(r.delegante()).map(Referente::nome).orElse(null));
		mostrato.put("Dal", (r.dal() == null) ? null : Parole.giorno(r.dal()));
		mostrato.put("Atto", r.atto());
		return mostrato;
	}

}
