package it.cronoprogramma.persone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.ente.Campi;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Sostituzione;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.ente.VoceRegistro.Tipo;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for whom.
 */
@Service
class AnagrafeSostituzioni {

	/** More people than anybody looks through. */
	private static final int PERSONE_MASSIME = 2000;

	private final EnteRepository enti;

	private final PersoneRepository persone;

	private final Utenti utenti;

	private final Annotazioni annotazioni;

	private final Clock orologio;

	AnagrafeSostituzioni(EnteRepository enti, PersoneRepository persone, Utenti utenti, Annotazioni annotazioni,
			Clock orologio) {
		this.enti = enti;
		this.persone = persone;
		this.utenti = utenti;
		this.annotazioni = annotazioni;
		this.orologio = orologio;
	}

	/**
	 * The substitutions that hold or will hold, as far as somebody may know them.
	 * @param c who asks
	 * @return the substitutions
	 */
	List<Sostituzione> elenco(Competenza c) {
		return this.persone.sostituzioniDal(oggi()).stream().filter((s) -> governa(s, c)).toList();
	}

	/**
	 * The people of somebody's enti: users with an address, and referenti who are none.
	 * @param c who asks
	 * @return the people by a key that {@link #salva} takes
	 */
	Map<String, Persona> persone(Competenza c) {
		Map<String, Persona> persone = new LinkedHashMap<>();
		for (Utente u : this.utenti.elenco(c, null, 0, PERSONE_MASSIME)) {
			if (u.attivo() && u.email() != null && Campi.indirizzo(u.email())) {
				persone.put("u:" + u.id(), u.persona());
			}
		}
		List<Persona> trovate = new ArrayList<>(persone.values());
		for (Referente r : this.persone.referenti(entiDi(c).stream().map(Ente::id).toList())) {
			Persona p = new Persona(r.utente(), r.nome(), r.email());
			if (trovate.stream().noneMatch(p::stessa)) {
				trovate.add(p);
				persone.put("r:" + r.id(), p);
			}
		}
		return persone;
	}

	/**
	 * The living enti that somebody manages.
	 * @param c who asks
	 * @return the enti, by name
	 */
	List<Ente> entiDi(Competenza c) {
		List<Ente> enti = c.tutto() ? this.enti.tutti() : this.enti.leggi(c.enti());
		return enti.stream().filter((e) -> !e.soppresso()).toList();
	}

	/**
	 * Records a substitution.
	 * @param valori the fields as somebody wrote them
	 * @param c who does it
	 * @return what became of it
	 * @throws it.cronoprogramma.ente.CampiRifiutati if a field is wrong
	 */
	@Transactional
	Esito salva(Map<String, String> valori, Competenza c) {
		this.persone.serra();
		Campi campi = new Campi(valori);
		Persona assente = persona("assente", "Chi è assente", campi, c);
		Persona sostituto = sostituto(campi, c);
		String ambito = campi.testo("ambito", "Per quali enti", 60);
		String ente = null;
		String gestione = null;
		if (ambito.startsWith("ente:")) {
			ente = ambito.substring(5);
			String cercato = ente;
			if (this.enti.anagrafica(ente).filter((a) -> c.governa(a.gestione())).isEmpty()
					|| entiDi(c).stream().noneMatch((e) -> e.id().equals(cercato))) {
				campi.errore("ambito", "Per quali enti", "non è un ente che può scegliere");
			}
		}
		else if (ambito.startsWith("gestione:")) {
			gestione = ambito.substring(9);
			if (!c.governa(gestione) || this.enti.gestioni(List.of(gestione)).isEmpty()) {
				campi.errore("ambito", "Per quali enti", "non è una gestione che può scegliere");
			}
		}
		else if (!ambito.isEmpty() && !("tutti".equals(ambito) && c.tutto())) {
			campi.errore("ambito", "Per quali enti", "scelga un ente o una gestione dall'elenco");
		}
		LocalDate dal = obbligatorio("dal", "Dal", campi);
		LocalDate al = obbligatorio("al", "Al", campi);
		if (dal != null && al != null && al.isBefore(dal)) {
			campi.errore("al", "Al", "viene prima del giorno d'inizio");
		}
		else if (al != null && al.isBefore(oggi())) {
			campi.errore("al", "Al", "è già passato");
		}
		if (assente != null && sostituto != null && assente.stessa(sostituto)) {
			campi.errore("sostituto", "Chi lo sostituisce", "nessuno sostituisce sé stesso");
		}
		campi.concludi();
		Sostituzione s = new Sostituzione(PersoneRepository.nuovoId(), assente, sostituto, ente, gestione, dal, al);
		this.persone.sostituzioniDal(oggi()).stream().filter(s::contrasta).findFirst().ifPresent((altra) -> {
			campi.errore("dal", "Dal", "per questi enti " + altra.assente().nome() + " è già sostituito dal "
					+ Parole.giorno(altra.dal()) + " al " + Parole.giorno(altra.al()));
			campi.concludi();
		});
		this.persone.inserisci(s);
		this.annotazioni.cambio(c, "Sostituzione registrata", Tipo.SOSTITUZIONE, s.id(), assente.nome(), gestioneDi(s),
				null, mostrata(s));
		return new Esito(s.id(), assente.nome(), Esito.Genere.CREATO, List.of());
	}

	/**
	 * Ends a substitution.
	 * @param id its id
	 * @param c who does it
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason
	 */
	@Transactional
	void togli(String id, Competenza c) {
		this.persone.serra();
		Sostituzione s = this.persone.sostituzione(id)
			.filter((trovata) -> governa(trovata, c))
			.orElseThrow(() -> Rifiuto.nonTrovato("La sostituzione richiesta non esiste."));
		this.persone.togliSostituzione(id);
		this.annotazioni.cambio(c, "Sostituzione tolta", Tipo.SOSTITUZIONE, id, s.assente().nome(), gestioneDi(s),
				mostrata(s), null);
	}

	/**
	 * For which enti a substitution holds, in words.
	 * @param s the substitution
	 * @return e.g. {@code Comune di Crema}
	 */
	String ambito(Sostituzione s) {
		if (s.ente() != null) {
			return this.enti.leggi(s.ente()).nomeOggi();
		}
		if (s.gestione() != null) {
			return "tutti i suoi enti di " + this.enti.gestioni()
				.stream()
				.filter((g) -> g.id().equals(s.gestione()))
				.map((g) -> g.nome())
				.findFirst()
				.orElse(s.gestione());
		}
		return "tutti i suoi enti";
	}

	private boolean governa(Sostituzione s, Competenza c) {
		return c.tutto() || (s.ente() != null && c.enti().contains(s.ente()))
				|| (s.gestione() != null && c.gestioni().contains(s.gestione()));
	}

	private String gestioneDi(Sostituzione s) {
		return (s.ente() != null) ? this.enti.leggi(s.ente()).gestione() : s.gestione();
	}

	private Persona persona(String campo, String nome, Campi campi, Competenza c) {
		String chiave = campi.testo(campo, nome, 80);
		if (chiave.isEmpty()) {
			return null;
		}
		Optional<Persona> persona = Optional.empty();
		if (chiave.startsWith("u:")) {
			persona = this.utenti.trova(chiave.substring(2))
				.filter((u) -> c.conosce(u) && u.attivo() && u.email() != null)
				.map(Utente::persona);
		}
		else if (chiave.startsWith("r:")) {
			persona = this.persone.referente(chiave.substring(2))
				.filter((r) -> c.tutto() || c.enti().contains(r.ente()))
				.map((r) -> new Persona(r.utente(), r.nome(), r.email()));
		}
		if (persona.isEmpty()) {
			campi.errore(campo, nome, "scelga una persona dall'elenco");
		}
		return persona.orElse(null);
	}

	private Persona sostituto(Campi campi, Competenza c) {
		if (campi.facoltativo("sostituto", "Chi lo sostituisce", 80) != null) {
			return persona("sostituto", "Chi lo sostituisce", campi, c);
		}
		if (campi.facoltativo("sostituto_nome", "Nome del sostituto", 200) == null
				&& campi.facoltativo("sostituto_email", "E-mail del sostituto", 254) == null) {
			campi.errore("sostituto", "Chi lo sostituisce",
					"scelga una persona dall'elenco, oppure scriva nome ed e-mail di chi non c'è");
			return null;
		}
		String nome = campi.testo("sostituto_nome", "Nome del sostituto", 200);
		String email = campi.email("sostituto_email", "E-mail del sostituto", true);
		return (email == null) ? null : new Persona(null, nome, email);
	}

	private static LocalDate obbligatorio(String campo, String nome, Campi campi) {
		campi.testo(campo, nome, 100);
		return campi.giorno(campo, nome);
	}

	private Map<String, String> mostrata(Sostituzione s) {
		Map<String, String> mostrata = new LinkedHashMap<>();
		mostrata.put("Assente", s.assente().nome());
		mostrata.put("Sostituto", s.sostituto().nome() + " (" + s.sostituto().email() + ")");
		mostrata.put("Enti", ambito(s));
		mostrata.put("Dal", Parole.giorno(s.dal()));
		mostrata.put("Al", Parole.giorno(s.al()));
		return mostrata;
	}

	private LocalDate oggi() {
		return Roma.giorno(this.orologio.instant());
	}

}
