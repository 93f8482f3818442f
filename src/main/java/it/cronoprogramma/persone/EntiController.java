package it.cronoprogramma.persone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.cruscotto.PaginaElenco;
import it.cronoprogramma.ente.Anagrafica;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.TipoReferente;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.notifica.MessaggioRepository;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The enti with their referenti, and the gestioni associate.
 */
@Controller
@RequestMapping("/anagrafe")
class EntiController {

	private static final List<String> TIPOLOGIE = List.of("Comune", "Unione di Comuni", "Comunità Montana", "Provincia",
			"Città Metropolitana", "Regione", "Azienda sanitaria", "Istituto scolastico", "Università", "Altro ente");

	private final Giurisdizione giurisdizione;

	private final AnagrafeEnti anagrafe;

	private final AnagrafeReferenti referenti;

	private final EnteRepository enti;

	private final PersoneRepository persone;

	private final Utenti utenti;

	private final MessaggioRepository messaggi;

	EntiController(Giurisdizione giurisdizione, AnagrafeEnti anagrafe, AnagrafeReferenti referenti, EnteRepository enti,
			PersoneRepository persone, Utenti utenti, MessaggioRepository messaggi) {
		this.giurisdizione = giurisdizione;
		this.anagrafe = anagrafe;
		this.referenti = referenti;
		this.enti = enti;
		this.persone = persone;
		this.utenti = utenti;
		this.messaggi = messaggi;
	}

	// Enti

	@GetMapping("/enti")
	String elenco(@RequestParam(required = false) String nome, @RequestParam(required = false) String gestione,
			@RequestParam(required = false) String pagina, Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		int quanti = this.enti.conta(c, nome, gestione);
		PaginaElenco questa = PaginaElenco.di(pagina, quanti);
		Map<String, String> campi = new LinkedHashMap<>();
		campi.put("nome", nome);
		campi.put("gestione", gestione);
		modello.addAttribute("enti",
				this.enti.elenco(c, nome, gestione, questa.salta(), PaginaElenco.RIGHE)
					.stream()
					.map(RigaMostrata::di)
					.toList());
		modello.addAttribute("quanti", (quanti == 1) ? "1 ente" : Parole.intero(quanti) + " enti");
		modello.addAttribute("filtrato",
				(nome != null && !nome.isBlank()) || (gestione != null && !gestione.isBlank()));
		modello.addAttribute("nome", nome);
		modello.addAttribute("gestione", gestione);
		modello.addAttribute("gestioni", this.anagrafe.gestioni(c));
		modello.addAttribute("pagina", questa);
		modello.addAttribute("precedente", questa.precedente("/anagrafe/enti", campi));
		modello.addAttribute("successiva", questa.successiva("/anagrafe/enti", campi));
		return "anagrafe/enti";
	}

	@GetMapping("/enti/nuovo")
	String nuovo(Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		Map<String, String> valori = new LinkedHashMap<>();
		valori.put("tipologia", Anagrafica.COMUNE);
		if (c.gestioni().size() == 1) {
			valori.put("gestione", c.gestioni().iterator().next());
		}
		Modulo.riempi(modello, valori);
		return pagina(null, modello, c);
	}

	@PostMapping("/enti")
	ModelAndView crea(@RequestParam MultiValueMap<String, String> inviati, Model modello, Authentication chi,
			RedirectAttributes seguito) {
		Competenza c = this.giurisdizione.di(chi);
		Map<String, String> valori = Modulo.valori(inviati);
		return Modulo.esegui(valori, modello, () -> pagina(null, modello, c), () -> {
			Esito esito = this.anagrafe.salva(null, valori, c);
			seguito.addFlashAttribute("fatto", "Ente creato. Aggiunga ora chi riceve i promemoria.");
			return new ModelAndView("redirect:/anagrafe/enti/" + esito.id());
		});
	}

	@GetMapping("/enti/{id}")
	String uno(@PathVariable String id, Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		Anagrafica ente = this.anagrafe.leggi(id, c);
		Modulo.riempi(modello, ente.campi());
		return pagina(ente, modello, c);
	}

	@PostMapping("/enti/{id}")
	ModelAndView modifica(@PathVariable String id, @RequestParam MultiValueMap<String, String> inviati, Model modello,
			Authentication chi, RedirectAttributes seguito) {
		Competenza c = this.giurisdizione.di(chi);
		Map<String, String> valori = Modulo.valori(inviati);
		return Modulo.esegui(valori, modello, () -> pagina(this.anagrafe.leggi(id, c), modello, c), () -> {
			Esito esito = this.anagrafe.salva(id, valori, c);
			seguito.addFlashAttribute("fatto",
					(esito.genere() == Esito.Genere.INVARIATO) ? "Non c'era nulla da cambiare." : "Modifiche salvate.");
			return new ModelAndView("redirect:/anagrafe/enti/{id}", Map.of("id", id));
		});
	}

	private String pagina(Anagrafica ente, Model modello, Competenza c) {
		modello.addAttribute("ente", ente);
		modello.addAttribute("gestioni", this.anagrafe.gestioni(c));
		modello.addAttribute("amministratore", c.tutto());
		modello.addAttribute("regioni", Anagrafica.REGIONI);
		modello.addAttribute("tipologie", TIPOLOGIE);
		if (ente != null) {
			Ente suo = this.enti.leggi(ente.id());
			modello.addAttribute("nomeOggi", suo.nomeOggi());
			modello.addAttribute("soppresso", suo.soppresso());
			modello.addAttribute("mancano", this.anagrafe.mancano(ente));
			List<Referente> referenti = this.persone.referenti(ente.id());
			Set<String> disattivati = this.persone
				.disattivati(referenti.stream().map(Referente::utente).filter(Objects::nonNull).toList());
			Set<String> respinti = this.messaggi.respinti(referenti.stream().map(Referente::email).toList());
			modello.addAttribute("referenti",
					referenti.stream().map((r) -> ReferenteMostrato.di(r, referenti, disattivati, respinti)).toList());
		}
		return "anagrafe/ente";
	}

	// Referenti

	@GetMapping("/enti/{ente}/referenti/nuovo")
	String nuovoReferente(@PathVariable String ente, Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		Modulo.riempi(modello, Map.of("tipo", TipoReferente.SEGRETARIO.codice()));
		return paginaReferente(this.anagrafe.leggi(ente, c), null, modello, c);
	}

	@PostMapping("/enti/{ente}/referenti")
	ModelAndView creaReferente(@PathVariable String ente, @RequestParam MultiValueMap<String, String> inviati,
			Model modello, Authentication chi, RedirectAttributes seguito) {
		Competenza c = this.giurisdizione.di(chi);
		Map<String, String> valori = Modulo.valori(inviati);
		return Modulo.esegui(valori, modello, () -> paginaReferente(this.anagrafe.leggi(ente, c), null, modello, c),
				() -> {
					Esito esito = this.referenti.salva(ente, null, valori, c);
					seguito.addFlashAttribute("fatto", esito.nome() + ": aggiunto. I promemoria gli arrivano da ora.");
					return new ModelAndView("redirect:/anagrafe/enti/{id}", Map.of("id", ente));
				});
	}

	@GetMapping("/referenti/{id}")
	String referente(@PathVariable String id, Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		Referente r = this.referenti.leggi(id, c);
		Map<String, String> valori = new LinkedHashMap<>();
		valori.put("tipo", r.tipo().codice());
		valori.put("utente", r.utente());
		valori.put("nome", (r.utente() == null) ? r.nome() : "");
		valori.put("email", (r.utente() == null) ? r.email() : "");
		valori.put("delegante", r.delegante());
		valori.put("dal", (r.dal() == null) ? "" : r.dal().toString());
		valori.put("atto", r.atto());
		Modulo.riempi(modello, valori);
		return paginaReferente(this.anagrafe.leggi(r.ente(), c), r, modello, c);
	}

	@PostMapping("/referenti/{id}")
	ModelAndView modificaReferente(@PathVariable String id, @RequestParam MultiValueMap<String, String> inviati,
			Model modello, Authentication chi, RedirectAttributes seguito) {
		Competenza c = this.giurisdizione.di(chi);
		Map<String, String> valori = Modulo.valori(inviati);
		Referente r = this.referenti.leggi(id, c);
		return Modulo.esegui(valori, modello, () -> paginaReferente(this.anagrafe.leggi(r.ente(), c), r, modello, c),
				() -> {
					this.referenti.salva(r.ente(), id, valori, c);
					seguito.addFlashAttribute("fatto", "Modifiche salvate.");
					return new ModelAndView("redirect:/anagrafe/enti/{id}", Map.of("id", r.ente()));
				});
	}

	@PostMapping("/referenti/{id}/togli")
	String togliReferente(@PathVariable String id, Authentication chi, RedirectAttributes seguito) {
		Competenza c = this.giurisdizione.di(chi);
		Referente r = this.referenti.leggi(id, c);
		try {
			this.referenti.togli(id, c);
			seguito.addFlashAttribute("fatto", r.nome() + " non è più referente.");
		}
		catch (Rifiuto rifiuto) {
			seguito.addFlashAttribute("rifiuto", rifiuto.getMessage());
		}
		return "redirect:/anagrafe/enti/" + r.ente();
	}

	private String paginaReferente(Anagrafica ente, Referente referente, Model modello, Competenza c) {
		modello.addAttribute("ente", ente);
		modello.addAttribute("referente", referente);
		modello.addAttribute("tipi", TipoReferente.values());
		modello.addAttribute("altri",
				this.persone.referenti(ente.id())
					.stream()
					.filter((r) -> referente == null || !r.id().equals(referente.id()))
					.filter((r) -> r.tipo() != TipoReferente.DELEGATO)
					.toList());
		modello.addAttribute("utenti",
				this.utenti.elenco(c, null, 0, UtenteInElenco.MASSIMI)
					.stream()
					.filter((u) -> u.attivo() && u.email() != null
							&& (u.enti().contains(ente.id())
									|| (ente.gestione() != null && u.gestioni().contains(ente.gestione()))))
					.map(UtenteInElenco::di)
					.toList());
		return "anagrafe/referente";
	}

	// Gestioni

	@GetMapping("/gestioni")
	String gestioni(Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		modello.addAttribute("gestioni", this.anagrafe.gestioni(c)
			.stream()
			.map((g) -> new GestioneMostrata(g.id(), g.nome(), g.email(), this.enti.entiDi(List.of(g.id())).size()))
			.toList());
		modello.addAttribute("amministratore", c.tutto());
		return "anagrafe/gestioni";
	}

	@GetMapping("/gestioni/nuova")
	String nuovaGestione(Model modello, Authentication chi) {
		Modulo.riempi(modello, Map.of());
		return paginaGestione(null, modello, this.giurisdizione.di(chi));
	}

	@PostMapping("/gestioni")
	ModelAndView creaGestione(@RequestParam MultiValueMap<String, String> inviati, Model modello, Authentication chi,
			RedirectAttributes seguito) {
		return salvaGestione(null, Modulo.valori(inviati), modello, chi, seguito);
	}

	@GetMapping("/gestioni/{id}")
	String gestione(@PathVariable String id, Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		Gestione g = this.anagrafe.gestione(id, c);
		Map<String, String> valori = new LinkedHashMap<>();
		valori.put("nome", g.nome());
		valori.put("email", g.email());
		Modulo.riempi(modello, valori);
		return paginaGestione(g, modello, c);
	}

	@PostMapping("/gestioni/{id}")
	ModelAndView modificaGestione(@PathVariable String id, @RequestParam MultiValueMap<String, String> inviati,
			Model modello, Authentication chi, RedirectAttributes seguito) {
		return salvaGestione(id, Modulo.valori(inviati), modello, chi, seguito);
	}

	private ModelAndView salvaGestione(String id, Map<String, String> valori, Model modello, Authentication chi,
			RedirectAttributes seguito) {
		Competenza c = this.giurisdizione.di(chi);
		Gestione prima = (id == null) ? null : this.anagrafe.gestione(id, c);
		return Modulo.esegui(valori, modello, () -> paginaGestione(prima, modello, c), () -> {
			Esito esito = this.anagrafe.salvaGestione(id, valori, c);
			seguito.addFlashAttribute("fatto", (id == null)
					? "Gestione creata. Le affidi gli enti dalla scheda di ciascuno." : "Modifiche salvate.");
			return new ModelAndView("redirect:/anagrafe/gestioni/{id}", Map.of("id", esito.id()));
		});
	}

	private String paginaGestione(Gestione g, Model modello, Competenza c) {
		modello.addAttribute("gestione", g);
		modello.addAttribute("amministratore", c.tutto());
		modello.addAttribute("enti", (g == null) ? List.of() : this.enti.leggi(this.enti.entiDi(List.of(g.id()))));
		return "anagrafe/gestione";
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, "/anagrafe/enti", "Enti");
	}

	/** An ente in the list, in the words of the page. */
	record RigaMostrata(String id, String nome, String codiceIpa, String popolazione, String gestione, String referenti,
			boolean daCompletare) {

		static RigaMostrata di(EnteRepository.RigaEnte e) {
			return new RigaMostrata(e.id(), e.nome(), (e.codiceIpa() == null) ? "–" : e.codiceIpa(),
					(e.popolazione() == null) ? "–" : Parole.intero(e.popolazione()),
					(e.gestione() == null) ? "–" : e.gestione(), String.valueOf(e.referenti()), e.daCompletare());
		}

	}

	/** A referente, in the words of the page. */
	record ReferenteMostrato(String id, String nome, String tipo, String email, String utente, String delega,
			boolean disattivato, boolean rifiuta) {

		static ReferenteMostrato di(Referente r, List<Referente> tutti, Set<String> disattivati, Set<String> respinti) {
			StringBuilder delega = new StringBuilder();
			tutti.stream()
				.filter((altro) -> altro.id().equals(r.delegante()))
				.findFirst()
				.ifPresent((altro) -> delega.append("delegato da ").append(altro.nome()));
			if (r.dal() != null) {
				delega.append((delega.length() > 0) ? " dal " : "dal ").append(Parole.giorno(r.dal()));
			}
			if (r.atto() != null) {
				delega.append((delega.length() > 0) ? ", " : "").append(r.atto());
			}
			return new ReferenteMostrato(r.id(), r.nome(), r.tipo().nome(), r.email(), r.utente(),
					(delega.length() == 0) ? "–" : delega.toString(),
					r.utente() != null && disattivati.contains(r.utente()),
					respinti.contains(r.email().toLowerCase(Locale.ROOT)));
		}

	}

	/** A gestione in the list. */
	record GestioneMostrata(String id, String nome, String email, int enti) {
	}

	/** A user that can be chosen. */
	record UtenteInElenco(String id, String nome) {

		/** More than these nobody looks through. */
		static final int MASSIMI = 2000;

		static UtenteInElenco di(Utente u) {
			return new UtenteInElenco(u.id(), u.nomeCompleto() + " (" + u.id() + ")");
		}

	}

}
