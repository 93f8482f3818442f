package it.cronoprogramma.persone;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import it.cronoprogramma.ente.AttivitaPrese;
import it.cronoprogramma.ente.Campi;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.IdentitaRepository;
import it.cronoprogramma.ente.IdentitaRepository.Collegamento;
import it.cronoprogramma.ente.Invito.Motivo;
import it.cronoprogramma.ente.InvitoRepository;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.ente.VoceRegistro.Tipo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who may enter are made, changed, let out and let in again.
 */
@Service
class AnagrafeUtenti {

	private final Utenti utenti;

	private final EnteRepository enti;

	private final PersoneRepository persone;

	private final AttivitaPrese attivita;

	private final InvitoRepository inviti;

	private final Inviti collegamenti;

	private final Annotazioni annotazioni;

	private final IdentitaRepository identita;

	private final Clock orologio;

	private final String primo;

	AnagrafeUtenti(Utenti utenti, EnteRepository enti, PersoneRepository persone, AttivitaPrese attivita,
			InvitoRepository inviti, Inviti collegamenti, Annotazioni annotazioni, IdentitaRepository identita,
			Clock orologio, @Value("${camunda.bpm.admin-user.id}") String primo) {
		this.utenti = utenti;
		this.enti = enti;
		this.persone = persone;
		this.attivita = attivita;
		this.inviti = inviti;
		this.collegamenti = collegamenti;
		this.annotazioni = annotazioni;
		this.identita = identita;
		this.orologio = orologio;
		this.primo = primo;
	}

	/**
	 * A user whom somebody may know.
	 * @param id the login name, as somebody wrote it
	 * @param c who asks
	 * @return the user
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason
	 */
	Utente leggi(String id, Competenza c) {
		return this.utenti.trova(id)
			.filter(c::conosce)
			.orElseThrow(() -> Rifiuto.nonTrovato("L'utente «%s» non esiste.", id));
	}

	/**
	 * A user whom somebody may change.
	 * @param id the login name, as somebody wrote it
	 * @param c who asks
	 * @return the user
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason; in
	 * another for whom he may only know
	 */
	Utente governato(String id, Competenza c) {
		Utente u = leggi(id, c);
		if (!c.governa(u)) {
			throw Rifiuto.conflitto(
					u.amministra() ? "L'utente «%s» è un amministratore: lo gestisce un amministratore."
							: "L'utente «%s» lavora anche per enti di un'altra gestione: lo gestisce l'amministratore.",
					id);
		}
		return u;
	}

	/**
	 * Makes a user, who gets a link to set his password, or changes one.
	 * @param id the login name, or {@code null} for a new one
	 * @param valori the fields as somebody wrote them
	 * @param c who does it
	 * @return what became of it
	 * @throws it.cronoprogramma.ente.CampiRifiutati if a field is wrong
	 * @throws Rifiuto if the user is not there for him
	 */
	@Transactional
	Esito salva(String id, Map<String, String> valori, Competenza c) {
		this.persone.serra();
		Utente prima = (id == null) ? null : governato(id, c);
		Esito esito = salva(prima, valori, c, true);
		if (prima == null) {
			this.collegamenti.chiedi(esito.id(), Motivo.NUOVO, c.chi());
		}
		return esito;
	}

	/**
	 * Makes or changes a user of the identity provider: the same rules, but for the link
	 * to set a password, which he does not need.
	 * @param prima the user, or {@code null} for a new one
	 * @param valori the fields in which the provider has a say
	 * @param c the provider
	 * @return what became of it
	 * @throws it.cronoprogramma.ente.CampiRifiutati if a field is wrong
	 */
	@Transactional
	Esito daFuori(Utente prima, Map<String, String> valori, Competenza c) {
		this.persone.serra();
		return salva(prima, valori, c, true);
	}

	/**
	 * Leaves a user of the identity provider what it still gives him, if that is too
	 * little to enter.
	 * @param prima the user
	 * @param valori the fields in which the provider has a say
	 * @param c the provider
	 * @throws it.cronoprogramma.ente.CampiRifiutati if he is the last amministratore
	 */
	@Transactional
	void ritira(Utente prima, Map<String, String> valori, Competenza c) {
		this.persone.serra();
		salva(prima, valori, c, false);
	}

	private Esito salva(Utente prima, Map<String, String> valori, Competenza c, boolean puoEntrare) {
		Campi campi = new Campi(valori);
		Utente dopo = letto(prima, campi, c);
		if (puoEntrare) {
			basta(dopo, campi, c);
		}
		controlla(prima, dopo, campi, c);
		campi.concludi();
		Map<String, String> eraCosi = (prima == null) ? null : mostrato(prima);
		if (dopo.equals(prima)) {
			return Esito.tra(dopo.id(), dopo.nomeCompleto(), eraCosi, mostrato(dopo));
		}
		this.utenti.salva(dopo);
		if (prima == null) {
			this.annotazioni.cambio(c, "Utente creato", Tipo.UTENTE, dopo.id(), dopo.nomeCompleto(), gestione(dopo),
					null, mostrato(dopo));
		}
		else {
			if (!Objects.equals(dopo.email(), prima.email())) {
				// a link that went to the old address leads nowhere
				this.inviti.annulla(dopo.id(), this.orologio.instant());
			}
			int lasciate = this.attivita.lasciaCioCheNonVede(dopo.id());
			Map<String, String> ora = mostrato(dopo);
			if (lasciate > 0) {
				ora.put("Attività tornate a disposizione", String.valueOf(lasciate));
			}
			this.annotazioni.cambio(c, "Utente modificato", Tipo.UTENTE, dopo.id(), dopo.nomeCompleto(),
					gestioneComune(prima, dopo), eraCosi, ora);
		}
		return Esito.tra(dopo.id(), dopo.nomeCompleto(), eraCosi, mostrato(dopo));
	}

	private Utente letto(Utente prima, Campi campi, Competenza c) {
		String id = (prima == null) ? idNuovo(campi) : prima.id();
		boolean nuovo = prima == null;
		String nome = (nuovo || campi.presente("nome")) ? campi.testo("nome", "Nome", 100) : prima.nome();
		String cognome = (nuovo || campi.presente("cognome")) ? campi.testo("cognome", "Cognome", 100)
				: prima.cognome();
		String email = (nuovo || campi.presente("email")) ? campi.email("email", "E-mail", true) : prima.email();
		Set<Ruolo> ruoli = EnumSet.noneOf(Ruolo.class);
		if (!nuovo && !campi.presente("ruoli")) {
			ruoli.addAll(prima.ruoli());
		}
		for (String scritto : campi.elenco("ruoli", "Ruoli")) {
			Ruolo.leggi(scritto)
				.ifPresentOrElse(ruoli::add, () -> campi.errore("ruoli", "Ruoli", "«" + scritto
						+ "» non è un ruolo: scelga tra operatore, referente, rtd, responsabile, amministratore"));
		}
		Set<String> gestioni = (nuovo || campi.presente("gestione")) ? gestioni(campi, c) : prima.gestioni();
		Set<String> enti = (nuovo || campi.presente("enti")) ? enti(campi, c) : prima.enti();
		return new Utente(id, nome, cognome, email, ruoli, enti, gestioni, nuovo ? null : prima.disattivato());
	}

	private String idNuovo(Campi campi) {
		String id = campi.forma("utente", "Nome utente", Utente.ID, Utente.ID_ATTESO);
		if (id == null) {
			if (campi.facoltativo("utente", "Nome utente", 100) == null) {
				campi.errore("utente", "Nome utente", "manca il valore");
			}
			return "";
		}
		// one sentence for a name that is taken and for one that is not to be had:
		// nobody learns who works elsewhere
		if (Utente.riservato(id) || this.utenti.trova(id).isPresent()) {
			campi.errore("utente", "Nome utente", "non si può usare: ne scelga un altro");
		}
		return id;
	}

	private Set<String> gestioni(Campi campi, Competenza c) {
		Set<String> gestioni = new TreeSet<>(campi.elenco("gestione", "Gestione associata"));
		List<String> note = this.enti.gestioni(gestioni);
		for (String g : gestioni) {
			if (!c.governa(g) || !note.contains(g)) {
				campi.errore("gestione", "Gestione associata",
						"«" + g + "» " + (c.tutto() ? "non esiste: la crei prima" : "non è una delle Sue"));
			}
		}
		return gestioni;
	}

	/** By the code of the IPA, as people know them, or by id. */
	private Set<String> enti(Campi campi, Competenza c) {
		Set<String> scritti = campi.elenco("enti", "Enti");
		Map<String, Ente> perIpa = this.enti
			.perIpa(scritti.stream().map((s) -> s.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
		Set<String> enti = new TreeSet<>();
		for (String scritto : scritti) {
			Ente ente = perIpa.get(scritto.toLowerCase(Locale.ROOT));
			if (ente == null || !c.governa(ente.gestione())) {
				campi.errore("enti", "Enti", "«" + scritto + "» non è il codice IPA di un ente "
						+ (c.tutto() ? "presente: lo crei prima" : "della Sua gestione"));
			}
			else if (ente.soppresso()) {
				campi.errore("enti", "Enti",
						"«" + scritto + "» è confluito in " + ente.confluito().nome() + ": indichi quello");
			}
			else {
				enti.add(ente.id());
			}
		}
		return enti;
	}

	private static void basta(Utente dopo, Campi campi, Competenza c) {
		if (dopo.ruoli().isEmpty()) {
			campi.errore("ruoli", "Ruoli", "scelga almeno un ruolo");
		}
		for (Ruolo ruolo : dopo.ruoli()) {
			if (ruolo.diGestione() && dopo.gestioni().isEmpty()) {
				campi.errore("gestione", "Gestione associata", "chi è " + ruolo.singolare() + " ne ha una");
			}
			else if (!ruolo.diGestione() && ruolo != Ruolo.AMMINISTRATORE && dopo.enti().isEmpty()
					&& dopo.gestioni().isEmpty()) {
				campi.errore("enti", "Enti", "chi è " + ruolo.singolare() + " lavora per almeno un ente");
			}
		}
		if (!c.tutto() && dopo.enti().isEmpty() && dopo.gestioni().isEmpty()
				&& dopo.ruoli().stream().noneMatch((r) -> r != Ruolo.AMMINISTRATORE)) {
			campi.errore("enti", "Enti", "indichi almeno un ente o la gestione");
		}
	}

	private void controlla(Utente prima, Utente dopo, Campi campi, Competenza c) {
		boolean eraAmministratore = prima != null && prima.amministra();
		if (dopo.amministra() && !c.tutto()) {
			campi.errore("ruoli", "Ruoli", "solo un amministratore nomina un amministratore");
		}
		if (prima == null || (prima.ruoli().equals(dopo.ruoli()) && prima.gestioni().equals(dopo.gestioni())
				&& prima.enti().equals(dopo.enti()))) {
			return;
		}
		if (prima.id().equals(c.chi())) {
			campi.errore("ruoli", "Ruoli", "ruoli, enti e gestione propri li cambia qualcun altro");
		}
		else if (eraAmministratore && !dopo.amministra() && prima.attivo() && this.utenti.amministratori() <= 1) {
			campi.errore("ruoli", "Ruoli", "è l'ultimo amministratore: ne nomini prima un altro");
		}
	}

	/**
	 * Lets somebody not enter any more: his sessions are over, his links lead nowhere,
	 * what he has taken goes back to all.
	 * @param id the login name
	 * @param c who does it
	 * @throws Rifiuto for himself, and for the last amministratore
	 */
	@Transactional
	void disattiva(String id, Competenza c) {
		this.persone.serra();
		Utente u = governato(id, c);
		if (!u.attivo()) {
			return;
		}
		if (id.equals(c.chi())) {
			throw Rifiuto.conflitto("Nessuno disattiva sé stesso: lo chieda a un altro.");
		}
		if (u.amministra() && this.utenti.amministratori() <= 1) {
			throw Rifiuto.conflitto("«%s» è l'ultimo amministratore: ne nomini prima un altro.", id);
		}
		Collection<String> prese = this.attivita.di(id).stream().map(AttivitaPrese.Presa::id).toList();
		this.persone.disattiva(id, this.orologio.instant(), c.chi());
		this.inviti.annulla(id, this.orologio.instant());
		this.attivita.passa(prese, null);
		this.annotazioni.fatto(c.chi(), "Utente disattivato", Tipo.UTENTE, id, u.nomeCompleto(), gestione(u), null,
				prese.isEmpty() ? null : "Attività tornate a disposizione: " + prese.size());
	}

	/**
	 * Lets somebody enter again.
	 * @param id the login name
	 * @param c who does it
	 * @throws Rifiuto if the user is not there for him
	 */
	@Transactional
	void riattiva(String id, Competenza c) {
		this.persone.serra();
		Utente u = governato(id, c);
		if (!u.attivo()) {
			this.persone.riattiva(id);
			this.annotazioni.fatto(c.chi(), "Utente riattivato", Tipo.UTENTE, id, u.nomeCompleto(), gestione(u), null,
					null);
		}
	}

	/**
	 * Lets whoever comes from the identity provider with this name for the first time be
	 * this user.
	 * @param id the login name
	 * @param c who does it
	 * @throws Rifiuto for the amministratore made at the first start, and for a name that
	 * nobody can have there
	 */
	@Transactional
	void consentiIdentita(String id, Competenza c) {
		this.persone.serra();
		Utente u = governato(id, c);
		if (!u.attivo()) {
			throw Rifiuto.conflitto("L'utente «%s» è disattivato: lo riattivi prima.", id);
		}
		if (!accettabile(id)) {
			throw Rifiuto.conflitto("«%s» entra solo con la password.", id);
		}
		if (this.identita.di(id).isEmpty()) {
			this.identita.consenti(id, this.orologio.instant(), c.chi());
			this.annotazioni.fatto(c.chi(), "Accesso con l'identità consentito", Tipo.UTENTE, id, u.nomeCompleto(),
					gestione(u), null, null);
		}
	}

	/**
	 * Nobody who comes from the identity provider is this user any more; his sessions are
	 * over.
	 * @param id the login name
	 * @param c who does it
	 * @throws Rifiuto if the user is not there for him
	 */
	@Transactional
	void togliIdentita(String id, Competenza c) {
		this.persone.serra();
		Utente u = governato(id, c);
		Optional<Collegamento> era = this.identita.di(id);
		if (era.isPresent()) {
			this.identita.scollega(id);
			this.persone.chiudiSessioni(id);
			this.annotazioni.fatto(c.chi(), "Accesso con l'identità tolto", Tipo.UTENTE, id, u.nomeCompleto(),
					gestione(u), era.get().soggetto(), null);
		}
	}

	/**
	 * Whether whoever comes from the identity provider may be called so.
	 * @param id a login name
	 * @return {@code false} for names that mean something else, and for the
	 * amministratore whom the installation makes
	 */
	boolean accettabile(String id) {
		return Utente.ID.matcher(id).matches() && !Utente.riservato(id) && !id.equalsIgnoreCase(this.primo);
	}

	/**
	 * Sends somebody a link to set his password.
	 * @param id the login name
	 * @param c who does it
	 * @throws Rifiuto if he may not enter, or has no address
	 */
	@Transactional
	void invita(String id, Competenza c) {
		this.persone.serra();
		Utente u = governato(id, c);
		if (!u.attivo()) {
			throw Rifiuto.conflitto("L'utente «%s» è disattivato: lo riattivi prima.", id);
		}
		if (u.email() == null || !Campi.indirizzo(u.email())) {
			throw Rifiuto.conflitto("L'utente «%s» non ha un indirizzo e-mail: glielo metta prima.", id);
		}
		this.collegamenti.chiedi(id, Motivo.RIMANDATO, c.chi());
		this.annotazioni.fatto(c.chi(), "Collegamento per la password inviato", Tipo.UTENTE, id, u.nomeCompleto(),
				gestione(u), null, u.email());
	}

	/**
	 * The gestione whose ufficio RTD may read what is written down about a user.
	 * @param u the user
	 * @return the one that all his enti belong to, or {@code null}
	 */
	String gestione(Utente u) {
		Set<String> gestioni = new TreeSet<>(u.gestioni());
		for (Ente e : this.enti.leggi(u.enti())) {
			gestioni.add((e.gestione() == null) ? "" : e.gestione());
		}
		String sola = (gestioni.size() == 1) ? gestioni.iterator().next() : "";
		return (sola.isEmpty() || u.amministra()) ? null : sola;
	}

	private String gestioneComune(Utente prima, Utente dopo) {
		String una = gestione(prima);
		return (una != null && una.equals(gestione(dopo))) ? una : null;
	}

	private Map<String, String> mostrato(Utente u) {
		Map<String, String> mostrato = new LinkedHashMap<>();
		mostrato.put("Nome", u.nome());
		mostrato.put("Cognome", u.cognome());
		mostrato.put("E-mail", u.email());
		mostrato.put("Ruoli", u.ruoli().stream().map(Ruolo::singolare).collect(Collectors.joining(", ")));
		mostrato.put("Enti", this.enti.leggi(u.enti()).stream().map(Ente::nome).collect(Collectors.joining(", ")));
		mostrato.put("Gestione", String.join(", ", u.gestioni()));
		return mostrato;
	}

}
