package it.cronoprogramma.persone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import it.cronoprogramma.ente.Anagrafica;
import it.cronoprogramma.ente.Campi;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.EntiDelMotore;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.VoceRegistro.Tipo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enti and gestioni associate are made and changed: the tables, the engine's tenants and
 * groups and the register in one transaction.
 */
@Service
class AnagrafeEnti {

	private final EnteRepository enti;

	private final PersoneRepository persone;

	private final EntiDelMotore motore;

	private final Annotazioni annotazioni;

	AnagrafeEnti(EnteRepository enti, PersoneRepository persone, EntiDelMotore motore, Annotazioni annotazioni) {
		this.enti = enti;
		this.persone = persone;
		this.motore = motore;
		this.annotazioni = annotazioni;
	}

	/**
	 * An ente that somebody may manage.
	 * @param id its id, as somebody wrote it
	 * @param c who asks
	 * @return the ente
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason
	 */
	Anagrafica leggi(String id, Competenza c) {
		return this.enti.anagrafica(id)
			.filter((a) -> c.governa(a.gestione()))
			.orElseThrow(() -> Rifiuto.nonTrovato("L'ente «%s» non esiste.", id));
	}

	/**
	 * Makes an ente, or changes it.
	 * @param id its id, or {@code null} for a new one
	 * @param valori the fields as somebody wrote them
	 * @param c who does it
	 * @return what became of it
	 * @throws it.cronoprogramma.ente.CampiRifiutati if a field is wrong
	 * @throws Rifiuto if the ente is not there for him, or is no more
	 */
	@Transactional
	Esito salva(String id, Map<String, String> valori, Competenza c) {
		this.persone.serra();
		Anagrafica prima = (id == null) ? null : leggi(id, c);
		if (prima != null) {
			Ente ente = this.enti.leggi(id);
			if (ente.soppresso()) {
				throw Rifiuto.conflitto("%s non si modifica: è confluito in %s.", ente.nome(), ente.confluito().nome());
			}
		}
		Map<String, String> scritti = new LinkedHashMap<>(valori);
		if (!c.tutto() && scritti.getOrDefault("gestione", "").isBlank() && c.gestioni().size() == 1) {
			// he has but one: there is nothing to choose
			scritti.put("gestione", c.gestioni().iterator().next());
		}
		Campi campi = new Campi(scritti);
		Anagrafica dopo = Anagrafica.leggi(prima, campi);
		controlla(prima, dopo, campi, c);
		campi.concludi();
		if (dopo.equals(prima)) {
			segna(dopo);
			return Esito.tra(id, dopo.nome(), mostrata(prima), mostrata(dopo));
		}
		Anagrafica salvata = (prima == null) ? dopo.conId(this.enti.nuovoId()) : dopo;
		if (prima == null) {
			this.enti.inserisci(salvata);
		}
		else {
			this.enti.aggiorna(salvata);
		}
		Ente ente = this.enti.leggi(salvata.id());
		this.motore.ente(ente);
		String gestionePrima = (prima == null) ? null : prima.gestione();
		if (!Objects.equals(gestionePrima, salvata.gestione())) {
			this.motore.affida(ente, gestionePrima);
		}
		segna(salvata);
		annota(prima, salvata, c);
		return Esito.tra(salvata.id(), salvata.nome(), (prima == null) ? null : mostrata(prima), mostrata(salvata));
	}

	private void annota(Anagrafica prima, Anagrafica dopo, Competenza c) {
		this.annotazioni.cambio(c, (prima == null) ? "Ente creato" : "Ente modificato", Tipo.ENTE, dopo.id(),
				dopo.nome(), dopo.gestione(), (prima == null) ? null : mostrata(prima), mostrata(dopo));
		if (prima != null && prima.gestione() != null && !prima.gestione().equals(dopo.gestione())) {
			// the office that followed it so far reads that it does not any more
			this.annotazioni.fatto(c.chi(), "Ente uscito dalla gestione", Tipo.ENTE, dopo.id(), dopo.nome(),
					prima.gestione(), null, null);
		}
	}

	private void controlla(Anagrafica prima, Anagrafica dopo, Campi campi, Competenza c) {
		String gestione = dopo.gestione();
		if (!c.tutto() && prima != null && !Objects.equals(prima.gestione(), gestione)) {
			campi.errore("gestione", "Gestione associata", "un ente cambia gestione solo dall'amministratore");
		}
		else if (gestione == null && !c.tutto()) {
			campi.errore("gestione", "Gestione associata", "manca il valore: scelga una delle Sue");
		}
		else if (gestione != null && (!c.governa(gestione) || this.enti.gestioni(List.of(gestione)).isEmpty())) {
			campi.errore("gestione", "Gestione associata",
					c.tutto() ? "non esiste: la crei prima" : "non è una delle Sue");
		}
		Ente stessoIpa = this.enti.perIpa(List.of(dopo.codiceIpa().toLowerCase(Locale.ROOT)))
			.get(dopo.codiceIpa().toLowerCase(Locale.ROOT));
		if (stessoIpa != null && !stessoIpa.id().equals(dopo.id())) {
			campi.errore("codice_ipa", "Codice IPA", giaPreso(stessoIpa, c));
		}
		// the published data give a comune its neighbour's code: correcting one must not
		// wait for the other
		if (dopo.codiceIstat() != null && dopo.comune()
				&& (prima == null || !dopo.codiceIstat().equals(prima.codiceIstat()))) {
			this.enti.comuniConIstat(List.of(dopo.codiceIstat()))
				.stream()
				.filter((altro) -> !altro.id().equals(dopo.id()))
				.findFirst()
				.ifPresent((altro) -> campi.errore("codice_istat", "Codice ISTAT", giaPreso(altro, c)));
		}
	}

	private static String giaPreso(Ente altro, Competenza c) {
		return c.governa(altro.gestione()) ? "è già di " + altro.nomeOggi()
				: "è già di un altro ente, che non è della Sua gestione: chieda all'amministratore di affidarglielo";
	}

	/**
	 * Marks an ente as to be completed, or takes the mark away.
	 * @param ente its id
	 */
	void segna(String ente) {
		this.enti.anagrafica(ente).ifPresent(this::segna);
	}

	private void segna(Anagrafica a) {
		this.enti.daCompletare(a.id(), !mancano(a).isEmpty());
	}

	/**
	 * What is missing of an ente.
	 * @param a the ente
	 * @return one sentence for each thing
	 */
	List<String> mancano(Anagrafica a) {
		return Anagrafica.mancano(a.popolazione(), a.gestione(), this.persone.referenti(a.id()).size(),
				!this.enti.gestioni().isEmpty());
	}

	/**
	 * A gestione, for those who may see it.
	 * @param id its id, as somebody wrote it
	 * @param c who asks
	 * @return the gestione
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason
	 */
	Gestione gestione(String id, Competenza c) {
		return gestioni(c).stream()
			.filter((g) -> g.id().equals(id))
			.findFirst()
			.orElseThrow(() -> Rifiuto.nonTrovato("La gestione associata «%s» non esiste.", id));
	}

	/**
	 * The gestioni of somebody.
	 * @param c who asks
	 * @return the gestioni, by name
	 */
	List<Gestione> gestioni(Competenza c) {
		return this.enti.gestioni().stream().filter((g) -> c.governa(g.id())).toList();
	}

	/**
	 * Makes a gestione, or changes it; the amministratore only.
	 * @param id its id, or {@code null} for a new one
	 * @param valori the fields as somebody wrote them
	 * @param c who does it
	 * @return what became of it
	 * @throws it.cronoprogramma.ente.CampiRifiutati if a field is wrong
	 */
	@Transactional
	Esito salvaGestione(String id, Map<String, String> valori, Competenza c) {
		this.persone.serra();
		Gestione prima = (id == null) ? null : gestione(id, c);
		Campi campi = new Campi(valori);
		Gestione dopo = Gestione.leggi(id, campi);
		if (prima == null && (this.enti.gestioni().stream().anyMatch((g) -> g.id().equalsIgnoreCase(dopo.id()))
				|| this.enti.anagrafica(dopo.id()).isPresent())) {
			campi.errore("id", "Identificativo", "c'è già: ne scelga un altro");
		}
		campi.concludi();
		if (!dopo.equals(prima)) {
			this.enti.salva(dopo);
			this.motore.gestione(dopo);
			this.annotazioni.cambio(c, (prima == null) ? "Gestione creata" : "Gestione modificata", Tipo.GESTIONE,
					dopo.id(), dopo.nome(), dopo.id(), (prima == null) ? null : mostrata(prima), mostrata(dopo));
		}
		return Esito.tra(dopo.id(), dopo.nome(), (prima == null) ? null : mostrata(prima), mostrata(dopo));
	}

	private static Map<String, String> mostrata(Gestione g) {
		Map<String, String> mostrata = new LinkedHashMap<>();
		mostrata.put("Nome", g.nome());
		mostrata.put("E-mail", g.email());
		return mostrata;
	}

	private static Map<String, String> mostrata(Anagrafica a) {
		Map<String, String> mostrata = new LinkedHashMap<>();
		mostrata.put("Nome", a.nome());
		mostrata.put("Tipologia", a.tipologia());
		mostrata.put("Codice IPA", a.codiceIpa());
		mostrata.put("Codice ISTAT", a.codiceIstat());
		mostrata.put("Codice catastale", a.codiceCatastale());
		mostrata.put("Provincia", a.provincia());
		mostrata.put("Regione", a.regione());
		mostrata.put("Popolazione", (a.popolazione() == null) ? null : a.popolazione().toString());
		mostrata.put("Fonte della popolazione", a.fonte());
		mostrata.put("Gestione associata", a.gestione());
		return mostrata;
	}

}
