package it.cronoprogramma.persone;

import java.time.Clock;
import java.util.ArrayList;
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

import it.cronoprogramma.ente.AccessoNegato;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.IdentitaEsterna;
import it.cronoprogramma.ente.IdentitaRepository;
import it.cronoprogramma.ente.IdentitaRepository.Collegamento;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Riconoscimento;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.ente.VoceRegistro.Tipo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes users of those whom the identity provider vouches for (docs/adr/0018). Whoever
 * has come before is known by his subject there. For the first time his name decides, but
 * it makes him a user that is there already only where somebody has allowed it.
 */
@Service
class Riconoscimenti implements Riconoscimento {

	private static final Logger LOG = LoggerFactory.getLogger(Riconoscimenti.class);

	/** Nobody's login name: it has blanks. */
	static final Competenza FORNITORE = new Competenza("fornitore di identità", true, Set.of(), Set.of());

	private static final int MOSTRATI = 100;

	private final AnagrafeUtenti anagrafe;

	private final Utenti utenti;

	private final EnteRepository enti;

	private final PersoneRepository persone;

	private final IdentitaRepository identita;

	private final Annotazioni annotazioni;

	private final Clock orologio;

	Riconoscimenti(AnagrafeUtenti anagrafe, Utenti utenti, EnteRepository enti, PersoneRepository persone,
			IdentitaRepository identita, Annotazioni annotazioni, Clock orologio) {
		this.anagrafe = anagrafe;
		this.utenti = utenti;
		this.enti = enti;
		this.persone = persone;
		this.identita = identita;
		this.annotazioni = annotazioni;
		this.orologio = orologio;
	}

	/**
	 * {@inheritDoc} Whoever is refused because the provider gives him too little any more
	 * keeps no more than that: this one refusal is not undone.
	 */
	@Override
	@Transactional(noRollbackFor = AccessoNegato.class)
	public Riconosciuto riconosci(IdentitaEsterna chi) {
		this.persone.serra();
		Optional<Utente> collegato = this.identita.utente(chi.emittente(), chi.soggetto()).flatMap(this.utenti::trova);
		Utente prima = collegato.orElseGet(() -> perNome(chi));
		if (prima != null && !prima.attivo()) {
			throw new AccessoNegato("L'accesso dell'utente «" + prima.id() + "» è stato disattivato.", List.of());
		}
		List<String> note = new ArrayList<>();
		chi.ruoliIgnoti().forEach((r) -> note.add("«" + mostrato(r) + "» non corrisponde a nessun ruolo."));
		Map<String, String> competenze = competenze(chi, note);
		String id = (prima == null) ? nomeUtente(chi) : prima.id();
		if (!note.isEmpty()) {
			LOG.info("Accesso di {}: lasciato da parte ciò che non si conosce: {}", id, String.join(" ", note));
		}
		List<String> manca = manca(prima, chi, competenze);
		if (!manca.isEmpty()) {
			if (collegato.isPresent() && !competenze.isEmpty()) {
				this.anagrafe.ritira(prima, competenze, FORNITORE);
			}
			throw new AccessoNegato("L'utente «" + id + "» è stato riconosciuto, ma per entrare manca: "
					+ String.join("; ", manca) + ".", note);
		}
		Map<String, String> valori = new LinkedHashMap<>(competenze);
		metti(valori, "nome", chi.nome());
		metti(valori, "cognome", chi.cognome());
		metti(valori, "email", chi.email());
		if (prima == null) {
			valori.put("utente", id);
		}
		this.anagrafe.daFuori(prima, valori, FORNITORE);
		if (collegato.isEmpty()) {
			collega(id, chi);
		}
		this.identita.entrato(id, this.orologio.instant());
		return new Riconosciuto(id, this.utenti.trova(id).map(Utente::ruoli).orElseThrow(), this.persone.stato(id));
	}

	private void collega(String id, IdentitaEsterna chi) {
		this.identita.consenti(id, this.orologio.instant(), FORNITORE.chi());
		this.identita.collega(id, chi.emittente(), chi.soggetto(), this.orologio.instant());
		Utente u = this.utenti.trova(id).orElseThrow();
		this.annotazioni.fatto(FORNITORE.chi(), "Identità collegata", Tipo.UTENTE, id, u.nomeCompleto(),
				this.anagrafe.gestione(u), null, chi.emittente() + " " + chi.soggetto());
	}

	/** The user with his name, if he may be him; nobody where the name is free. */
	private Utente perNome(IdentitaEsterna chi) {
		String id = nomeUtente(chi);
		Optional<Utente> omonimo = this.utenti.trova(id);
		if (omonimo.isEmpty()) {
			return null;
		}
		Optional<Collegamento> consentito = this.identita.di(id);
		if (consentito.isEmpty()) {
			throw new AccessoNegato("Nell'applicazione c'è già un utente «" + id
					+ "», che entra con la password. Se è Lei, chieda di consentirgli l'accesso con l'identità: "
					+ "si fa dalla sua scheda, in Enti e persone.", List.of());
		}
		if (consentito.get().fatto()) {
			throw new AccessoNegato("L'utente «" + id
					+ "» è già collegato a un'altra identità. Se è Lei, chieda di togliere quel collegamento dalla "
					+ "sua scheda, in Enti e persone.", List.of());
		}
		return omonimo.get();
	}

	private String nomeUtente(IdentitaEsterna chi) {
		if (chi.nomeUtente() == null) {
			throw new AccessoNegato("Il fornitore di identità non dice il Suo nome utente.", List.of());
		}
		String id = chi.nomeUtente().toLowerCase(Locale.ROOT);
		if (!Utente.ID.matcher(id).matches()) {
			throw new AccessoNegato("Il nome utente «" + mostrato(chi.nomeUtente()) + "» non si può usare: servono "
					+ Utente.ID_ATTESO + ". Va cambiato presso il fornitore di identità.", List.of());
		}
		if (!this.anagrafe.accettabile(id)) {
			throw new AccessoNegato(
					"Il nome utente «" + id + "» è riservato: va cambiato presso il fornitore di identità.", List.of());
		}
		return id;
	}

	/** Roles, enti and gestioni in which the provider has a say, as forms write them. */
	private Map<String, String> competenze(IdentitaEsterna chi, List<String> note) {
		Map<String, String> competenze = new LinkedHashMap<>();
		if (chi.ruoli() != null) {
			competenze.put("ruoli", chi.ruoli().stream().map(Ruolo::codice).collect(Collectors.joining(",")));
		}
		if (chi.enti() != null) {
			Map<String, Ente> noti = this.enti
				.perIpa(chi.enti().stream().map((e) -> e.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
			Set<String> suoi = new TreeSet<>();
			for (String codice : chi.enti()) {
				Ente ente = noti.get(codice.toLowerCase(Locale.ROOT));
				if (ente == null) {
					note.add("«" + mostrato(codice) + "» non è il codice IPA di un ente presente.");
				}
				else if (ente.soppresso()) {
					note.add("«" + mostrato(codice) + "» è confluito in " + ente.confluito().nome() + ".");
				}
				else {
					suoi.add(ente.codiceIpa());
				}
			}
			competenze.put("enti", String.join(",", suoi));
		}
		if (chi.gestioni() != null) {
			List<String> presenti = this.enti.gestioni(chi.gestioni());
			chi.gestioni()
				.stream()
				.filter((g) -> !presenti.contains(g))
				.forEach((g) -> note.add("«" + mostrato(g) + "» non è una gestione associata presente."));
			competenze.put("gestione", String.join(",", presenti));
		}
		return competenze;
	}

	/** What he would need to enter, in words. */
	private static List<String> manca(Utente prima, IdentitaEsterna chi, Map<String, String> competenze) {
		Set<Ruolo> ruoli = EnumSet.noneOf(Ruolo.class);
		ruoli.addAll(Objects.requireNonNullElseGet(chi.ruoli(), () -> (prima == null) ? Set.of() : prima.ruoli()));
		boolean conGestione = competenze.containsKey("gestione") ? !competenze.get("gestione").isEmpty()
				: prima != null && !prima.gestioni().isEmpty();
		boolean conEnte = competenze.containsKey("enti") ? !competenze.get("enti").isEmpty()
				: prima != null && !prima.enti().isEmpty();
		List<String> manca = new ArrayList<>();
		if (ruoli.isEmpty()) {
			manca.add((chi.ruoli() == null) ? "un ruolo, che si dà nella pagina Enti e persone"
					: "un ruolo, che si dà presso il fornitore di identità");
		}
		if (ruoli.stream().anyMatch(Ruolo::diGestione) && !conGestione) {
			manca.add("la gestione associata, che si dà "
					+ ((chi.gestioni() == null) ? "nella pagina Enti e persone" : "presso il fornitore di identità"));
		}
		if (ruoli.stream().anyMatch((r) -> !r.diGestione() && r != Ruolo.AMMINISTRATORE) && !conEnte && !conGestione) {
			manca.add("un ente, che si dà "
					+ ((chi.enti() == null) ? "nella pagina Enti e persone" : "presso il fornitore di identità"));
		}
		return manca;
	}

	private static void metti(Map<String, String> valori, String campo, String valore) {
		if (valore != null && !valore.isBlank()) {
			valori.put(campo, valore);
		}
	}

	/** What comes from outside, fit for a line of the log and of a page. */
	private static String mostrato(String valore) {
		String pulito = valore.replaceAll("\\p{Cntrl}", " ").strip();
		return (pulito.length() > MOSTRATI) ? pulito.substring(0, MOSTRATI) + "…" : pulito;
	}

}
