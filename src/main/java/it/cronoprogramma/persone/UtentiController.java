package it.cronoprogramma.persone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.cruscotto.PaginaElenco;
import it.cronoprogramma.ente.AttivitaPrese;
import it.cronoprogramma.ente.CampiRifiutati;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.IdentitaRepository;
import it.cronoprogramma.ente.IdentitaRepository.Collegamento;
import it.cronoprogramma.ente.Invito;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.persone.Consegne.Consegna;
import it.cronoprogramma.persone.EntiController.UtenteInElenco;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
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
 * Those who may enter, and what passes from one to another.
 */
@Controller
@RequestMapping("/anagrafe/utenti")
class UtentiController {

	/** More boxes than these nobody looks through: then codes are written. */
	private static final int CASELLE_MASSIME = 120;

	private final Giurisdizione giurisdizione;

	private final AnagrafeUtenti anagrafe;

	private final AnagrafeEnti anagrafeEnti;

	private final AnagrafeSostituzioni sostituzioni;

	private final Consegne consegne;

	private final Inviti inviti;

	private final Utenti utenti;

	private final EnteRepository enti;

	private final PersoneRepository persone;

	private final AttivitaPrese attivita;

	private final IdentitaRepository identita;

	private final boolean conIdentita;

	private final String decisoDaFuori;

	UtentiController(Giurisdizione giurisdizione, AnagrafeUtenti anagrafe, AnagrafeEnti anagrafeEnti,
			AnagrafeSostituzioni sostituzioni, Consegne consegne, Inviti inviti, Utenti utenti, EnteRepository enti,
			PersoneRepository persone, AttivitaPrese attivita, IdentitaRepository identita,
			@Value("${cronoprogramma.oidc.issuer:}") String fornitore,
			@Value("${cronoprogramma.oidc.claim.ruoli:}") String ruoliDaFuori,
			@Value("${cronoprogramma.oidc.claim.enti:}") String entiDaFuori,
			@Value("${cronoprogramma.oidc.claim.gestioni:}") String gestioniDaFuori) {
		this.identita = identita;
		this.conIdentita = !fornitore.isBlank();
		this.decisoDaFuori = "nome, cognome, e-mail" + (ruoliDaFuori.isBlank() ? "" : ", ruoli")
				+ (entiDaFuori.isBlank() ? "" : ", enti") + (gestioniDaFuori.isBlank() ? "" : ", gestione");
		this.giurisdizione = giurisdizione;
		this.anagrafe = anagrafe;
		this.anagrafeEnti = anagrafeEnti;
		this.sostituzioni = sostituzioni;
		this.consegne = consegne;
		this.inviti = inviti;
		this.utenti = utenti;
		this.enti = enti;
		this.persone = persone;
		this.attivita = attivita;
	}

	@GetMapping
	String elenco(@RequestParam(required = false) String nome, @RequestParam(required = false) String pagina,
			Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		int quanti = this.utenti.conta(c, nome);
		PaginaElenco questa = PaginaElenco.di(pagina, quanti);
		Map<String, String> campi = new LinkedHashMap<>();
		campi.put("nome", nome);
		modello.addAttribute("utenti",
				this.utenti.elenco(c, nome, questa.salta(), PaginaElenco.RIGHE)
					.stream()
					.map((u) -> mostrato(u, c))
					.toList());
		modello.addAttribute("quanti", (quanti == 1) ? "1 utente" : Parole.intero(quanti) + " utenti");
		modello.addAttribute("nome", nome);
		modello.addAttribute("filtrato", nome != null && !nome.isBlank());
		modello.addAttribute("pagina", questa);
		modello.addAttribute("precedente", questa.precedente("/anagrafe/utenti", campi));
		modello.addAttribute("successiva", questa.successiva("/anagrafe/utenti", campi));
		return "anagrafe/utenti";
	}

	@GetMapping("/nuovo")
	String nuovo(Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		Modulo.riempi(modello, Map.of());
		return pagina(null, modello, c);
	}

	@PostMapping
	ModelAndView crea(@RequestParam MultiValueMap<String, String> inviati, Model modello, Authentication chi,
			RedirectAttributes seguito) {
		Competenza c = this.giurisdizione.di(chi);
		Map<String, String> valori = Modulo.valori(inviati);
		return Modulo.esegui(valori, modello, () -> pagina(null, modello, c), () -> {
			Esito esito = this.anagrafe.salva(null, valori, c);
			seguito.addFlashAttribute("fatto",
					"Utente creato. Parte ora la mail con il collegamento per impostare la password.");
			return new ModelAndView("redirect:/anagrafe/utenti/{id}", Map.of("id", esito.id()));
		});
	}

	@GetMapping("/{id}")
	String uno(@PathVariable String id, Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		Utente u = this.anagrafe.leggi(id, c);
		Modulo.riempi(modello, campi(u));
		return pagina(u, modello, c);
	}

	@PostMapping("/{id}")
	ModelAndView modifica(@PathVariable String id, @RequestParam MultiValueMap<String, String> inviati, Model modello,
			Authentication chi, RedirectAttributes seguito) {
		Competenza c = this.giurisdizione.di(chi);
		Map<String, String> valori = Modulo.valori(inviati);
		// boxes that are all empty are not sent
		List.of("ruoli", "enti", "gestione").forEach((campo) -> valori.putIfAbsent(campo, ""));
		return Modulo.esegui(valori, modello, () -> pagina(this.anagrafe.leggi(id, c), modello, c), () -> {
			Esito esito = this.anagrafe.salva(id, valori, c);
			seguito.addFlashAttribute("fatto",
					(esito.genere() == Esito.Genere.INVARIATO) ? "Non c'era nulla da cambiare." : "Modifiche salvate.");
			return new ModelAndView("redirect:/anagrafe/utenti/{id}", Map.of("id", id));
		});
	}

	@PostMapping("/{id}/disattiva")
	ModelAndView disattiva(@PathVariable String id, Authentication chi, RedirectAttributes seguito) {
		return esegui(id, seguito, "Utente disattivato: le sue sessioni sono chiuse.",
				() -> this.anagrafe.disattiva(id, this.giurisdizione.di(chi)));
	}

	@PostMapping("/{id}/riattiva")
	ModelAndView riattiva(@PathVariable String id, Authentication chi, RedirectAttributes seguito) {
		return esegui(id, seguito, "Utente riattivato: entra con la password che aveva.",
				() -> this.anagrafe.riattiva(id, this.giurisdizione.di(chi)));
	}

	@PostMapping("/{id}/invito")
	ModelAndView invita(@PathVariable String id, Authentication chi, RedirectAttributes seguito) {
		return esegui(id, seguito, "Parte ora la mail con un nuovo collegamento: quelli di prima non valgono più.",
				() -> this.anagrafe.invita(id, this.giurisdizione.di(chi)));
	}

	@PostMapping("/{id}/collega")
	ModelAndView collega(@PathVariable String id, Authentication chi, RedirectAttributes seguito) {
		return esegui(id, seguito, "Il primo che entra con l'identità e questo nome utente è collegato da allora.",
				() -> this.anagrafe.consentiIdentita(id, this.giurisdizione.di(chi)));
	}

	@PostMapping("/{id}/scollega")
	ModelAndView scollega(@PathVariable String id, Authentication chi, RedirectAttributes seguito) {
		return esegui(id, seguito, "Con l'identità non entra più: le sue sessioni sono chiuse.",
				() -> this.anagrafe.togliIdentita(id, this.giurisdizione.di(chi)));
	}

	private ModelAndView esegui(String id, RedirectAttributes seguito, String fatto, Runnable azione) {
		try {
			azione.run();
			seguito.addFlashAttribute("fatto", fatto);
		}
		catch (Rifiuto rifiuto) {
			if (rifiuto.motivo() == Rifiuto.Motivo.NON_TROVATO) {
				throw rifiuto;
			}
			seguito.addFlashAttribute("rifiuto", rifiuto.getMessage());
		}
		return new ModelAndView("redirect:/anagrafe/utenti/{id}", Map.of("id", id));
	}

	// Consegne

	@GetMapping("/{id}/consegne")
	String consegne(@PathVariable String id, @RequestParam(required = false) String a,
			@RequestParam(required = false) String attivita, Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		Modulo.riempi(modello, Map.of());
		return paginaConsegne(id, a, attivita, modello, c);
	}

	@PostMapping("/{id}/consegne")
	ModelAndView consegna(@PathVariable String id, @RequestParam MultiValueMap<String, String> inviati, Model modello,
			Authentication chi, RedirectAttributes seguito) {
		Competenza c = this.giurisdizione.di(chi);
		Map<String, String> valori = Modulo.valori(inviati);
		try {
			String racconto = this.consegne.esegui(id, valori, c);
			seguito.addFlashAttribute("fatto", "Passaggio di consegne fatto. " + racconto);
			return new ModelAndView("redirect:/anagrafe/utenti/{id}", Map.of("id", id));
		}
		catch (CampiRifiutati rifiuto) {
			return Modulo.rifiutato(paginaConsegne(id, valori.get("a"), valori.get("attivita"), modello, c), modello,
					valori, rifiuto);
		}
		catch (Rifiuto rifiuto) {
			if (rifiuto.motivo() == Rifiuto.Motivo.NON_TROVATO) {
				throw rifiuto;
			}
			modello.addAttribute("rifiuto", rifiuto.getMessage());
			Modulo.riempi(modello, valori);
			return new ModelAndView(paginaConsegne(id, valori.get("a"), valori.get("attivita"), modello, c),
					modello.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
		}
	}

	private String paginaConsegne(String id, String a, String attivita, Model modello, Competenza c) {
		boolean assegna = !"rilascia".equals(attivita);
		String prende = (a == null || a.isBlank()) ? null : a;
		Consegna consegna = this.consegne.anteprima(id, prende, assegna, c);
		modello.addAttribute("utente", consegna.lascia());
		modello.addAttribute("prende", consegna.prende());
		modello.addAttribute("assegna", assegna);
		modello.addAttribute("passaggi",
				consegna.passaggi()
					.stream()
					.map((p) -> new PassaggioMostrato(p.presa().nome(), p.ente(),
							(p.presa().candidatura() == null) ? "–" : p.presa().candidatura(),
							(p.presa().scadenza() == null) ? "–" : Parole.giorno(p.presa().scadenza()),
							p.assegnata() ? "a " + consegna.prende().nomeCompleto() : "torna a disposizione"))
					.toList());
		modello.addAttribute("referenti",
				consegna.referenti()
					.stream()
					.map((r) -> new String[] { r.ente(), r.referente().tipo().nome() })
					.toList());
		modello.addAttribute("sostituzioni",
				consegna.sostituzioni()
					.stream()
					.map((s) -> s.assente().nome() + ", dal " + Parole.giorno(s.dal()) + " al " + Parole.giorno(s.al()))
					.toList());
		modello.addAttribute("ostacoli", consegna.ostacoli());
		modello.addAttribute("delegati", consegna.delegati());
		modello.addAttribute("vuota", consegna.vuota());
		modello.addAttribute("impronta", consegna.impronta());
		modello.addAttribute("disattivabile", consegna.lascia().attivo() && !consegna.lascia().id().equals(c.chi()));
		modello.addAttribute("altri",
				this.utenti.elenco(c, null, 0, UtenteInElenco.MASSIMI)
					.stream()
					.filter((u) -> u.attivo() && !u.id().equals(id))
					.map(UtenteInElenco::di)
					.toList());
		return "anagrafe/consegne";
	}

	private String pagina(Utente u, Model modello, Competenza c) {
		modello.addAttribute("utente", u);
		modello.addAttribute("amministratore", c.tutto());
		modello.addAttribute("modificabile", u == null || c.governa(u));
		modello.addAttribute("seStesso", u != null && u.id().equals(c.chi()));
		modello.addAttribute("ruoli",
				Arrays.stream(Ruolo.values()).filter((r) -> c.tutto() || r != Ruolo.AMMINISTRATORE).toList());
		modello.addAttribute("gestioni", this.anagrafeEnti.gestioni(c));
		List<Ente> suoi = this.sostituzioni.entiDi(c).stream().filter((e) -> e.codiceIpa() != null).toList();
		modello.addAttribute("enti", (suoi.size() <= CASELLE_MASSIME) ? suoi : null);
		Object valori = modello.getAttribute("valori");
		modello.addAttribute("scelti", scelti(valori));
		if (u != null) {
			modello.addAttribute("mostrato", mostrato(u, c));
			modello.addAttribute("conIdentita", this.conIdentita);
			modello.addAttribute("identita",
					this.conIdentita ? this.identita.di(u.id()).map(IdentitaMostrata::di).orElse(null) : null);
			modello.addAttribute("decisoDaFuori", this.decisoDaFuori);
			modello.addAttribute("identitaPossibile", this.anagrafe.accettabile(u.id()));
			modello.addAttribute("prese", this.attivita.di(u.id()).size());
			modello.addAttribute("referenteDi",
					this.persone.referentiDi(u.id())
						.stream()
						.map((r) -> this.enti.leggi(r.ente()).nomeOggi())
						.toList());
			modello.addAttribute("inviti",
					c.governa(u) ? this.inviti.ultimi(u.id()).stream().map(InvitoMostrato::di).toList() : List.of());
		}
		return "anagrafe/utente";
	}

	/** What is ticked, by field and value. */
	private static Set<String> scelti(Object valori) {
		Set<String> scelti = new TreeSet<>();
		if (valori instanceof Map<?, ?> mappa) {
			for (String campo : List.of("ruoli", "enti", "gestione")) {
				Object scritti = mappa.get(campo);
				if (scritti != null) {
					for (String v : scritti.toString().split(",")) {
						scelti.add(campo + ":" + v.strip());
					}
				}
			}
		}
		return scelti;
	}

	private Map<String, String> campi(Utente u) {
		Map<String, String> campi = new LinkedHashMap<>();
		campi.put("nome", u.nome());
		campi.put("cognome", u.cognome());
		campi.put("email", u.email());
		campi.put("ruoli", u.ruoli().stream().map(Ruolo::codice).collect(Collectors.joining(",")));
		campi.put("enti", this.enti.leggi(u.enti()).stream().map(Ente::codiceIpa).collect(Collectors.joining(",")));
		campi.put("gestione", String.join(",", u.gestioni()));
		return campi;
	}

	private UtenteMostrato mostrato(Utente u, Competenza c) {
		List<String> dove = new ArrayList<>();
		this.anagrafeEnti.gestioni(c)
			.stream()
			.filter((g) -> u.gestioni().contains(g.id()))
			.forEach((g) -> dove.add(g.nome()));
		this.enti.leggi(u.enti())
			.stream()
			.filter((e) -> c.tutto() || c.enti().contains(e.id()))
			.forEach((e) -> dove.add(e.nome()));
		return new UtenteMostrato(u.id(), u.nomeCompleto(), (u.email() == null) ? "–" : u.email(),
				u.ruoli().isEmpty() ? "nessuno"
						: u.ruoli().stream().map(Ruolo::singolare).collect(Collectors.joining(", ")),
				dove.isEmpty() ? "–" : String.join(", ", dove), u.attivo());
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, "/anagrafe/utenti", "Utenti");
	}

	/** A user, in the words of the page. */
	record UtenteMostrato(String id, String nome, String email, String ruoli, String dove, boolean attivo) {
	}

	/** A task that passes, in the words of the page. */
	record PassaggioMostrato(String nome, String ente, String candidatura, String scadenza, String dove) {
	}

	/** How he stands towards the identity provider, in the words of the page. */
	record IdentitaMostrata(String stato, String soggetto) {

		static IdentitaMostrata di(Collegamento c) {
			if (!c.fatto()) {
				return new IdentitaMostrata("Consentito il " + Parole.momento(c.consentita()) + " da "
						+ c.consentitaDa() + ": non è ancora entrato.", null);
			}
			return new IdentitaMostrata(
					"Collegato il " + Parole.momento(c.collegata()) + "; ultimo accesso il "
							+ ((c.ultimoAccesso() == null) ? "–" : Parole.momento(c.ultimoAccesso())) + ".",
					c.soggetto());
		}

	}

	/** A link, in the words of the page. */
	record InvitoMostrato(String quando, String chi, String stato) {

		static InvitoMostrato di(Invito i) {
			String stato;
			if (i.usato() != null) {
				stato = "usato il " + Parole.momento(i.usato());
			}
			else if (i.annullato() != null) {
				stato = "non vale più: sostituito o annullato";
			}
			else if (i.inviato() != null) {
				stato = "inviato, vale fino al " + Parole.momento(i.scade());
			}
			else {
				stato = "non ancora partito: il server di posta non ha ancora accettato la mail";
			}
			return new InvitoMostrato(Parole.momento(i.chiesto()),
					(i.chiestoDa() == null) ? "da «Password dimenticata?»" : "da " + i.chiestoDa(), stato);
		}

	}

}
