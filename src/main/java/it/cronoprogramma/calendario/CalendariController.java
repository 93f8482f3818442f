package it.cronoprogramma.calendario;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import it.cronoprogramma.calendario.Calendario.Tipo;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.cruscotto.Ambito;
import it.cronoprogramma.cruscotto.PaginaElenco;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The calendars of whoever reads the page, and for whoever manages enti those of others.
 */
@Controller
@RequestMapping("/calendari")
class CalendariController {

	private static final String QUI = "/calendari";

	/** How long a program may stay away before the page says so, days. */
	private static final int FERMO_DA = 30;

	private static final String DUE_PUNTI = ":";

	private final Calendari calendari;

	private final CalendarioRepository altri;

	private final Portata portata;

	private final Ambito ambito;

	private final EnteRepository enti;

	private final Utenti utenti;

	private final Clock orologio;

	private final String indirizzo;

	CalendariController(Calendari calendari, CalendarioRepository altri, Portata portata, Ambito ambito,
			EnteRepository enti, Utenti utenti, Clock orologio,
			@Value("${cronoprogramma.indirizzo}") String indirizzo) {
		this.calendari = calendari;
		this.altri = altri;
		this.portata = portata;
		this.ambito = ambito;
		this.enti = enti;
		this.utenti = utenti;
		this.orologio = orologio;
		this.indirizzo = indirizzo;
	}

	@GetMapping
	String elenco(@RequestParam(required = false) String pagina, Model modello, Authentication chi,
			HttpServletRequest richiesta, HttpServletResponse risposta) {
		// the page may show an address, which is a secret
		risposta.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		LocalDate oggi = Roma.giorno(this.orologio.instant());
		List<Calendario> miei = this.calendari.di(chi.getName());
		Map<String, String> nomi = this.calendari.nomi(miei);
		modello.addAttribute("miei",
				miei.stream().map((k) -> mostrato(k, nomi.get(k.id()), leggibile(k, oggi), oggi)).toList());
		modello.addAttribute("scelte", scelte(chi, miei, oggi));
		modello.addAttribute("giorniChiusi", Calendari.CHIUSI.toDays());
		if (gestisce(richiesta)) {
			Competenza c = competenza(chi, richiesta);
			int quanti = this.altri.contaDiAltri(c);
			PaginaElenco questa = PaginaElenco.di(pagina, quanti);
			List<Calendario> altrui = this.altri.diAltri(c, questa.salta(), PaginaElenco.RIGHE);
			Map<String, String> nomiAltrui = this.calendari.nomi(altrui);
			modello.addAttribute("altrui",
					altrui.stream().map((k) -> mostrato(k, nomiAltrui.get(k.id()), true, oggi)).toList());
			modello.addAttribute("quanti", (quanti == 1) ? "1 calendario" : Parole.intero(quanti) + " calendari");
			modello.addAttribute("pagina", questa);
			modello.addAttribute("precedente", questa.precedente(QUI, Map.of()));
			modello.addAttribute("successiva", questa.successiva(QUI, Map.of()));
		}
		return "calendari";
	}

	@PostMapping
	String crea(@RequestParam(defaultValue = "") String quale, Authentication chi, RedirectAttributes seguito) {
		int dove = quale.indexOf(DUE_PUNTI);
		Tipo tipo = switch ((dove < 0) ? quale : quale.substring(0, dove)) {
			case "referente" -> Tipo.REFERENTE;
			case "ente" -> Tipo.ENTE;
			case "gestione" -> Tipo.GESTIONE;
			default -> throw Rifiuto.nonValido("Scelga dall'elenco quali scadenze mettere nel calendario.");
		};
		String oggetto = (tipo == Tipo.REFERENTE) ? chi.getName() : quale.substring(dove + 1);
		mostra(this.calendari.crea(chi.getName(), tipo, oggetto), "Calendario creato.", seguito);
		return "redirect:" + QUI;
	}

	@PostMapping("/{id}/rigenera")
	String rigenera(@PathVariable String id, Authentication chi, RedirectAttributes seguito) {
		Calendari.Rigenerato r = this.calendari.rigenera(id, chi.getName());
		mostra(r.segreto(), "Indirizzo rigenerato: quello di prima non vale più.", seguito);
		return "redirect:" + QUI;
	}

	@PostMapping("/{id}/revoca")
	String revoca(@PathVariable String id, Authentication chi, HttpServletRequest richiesta,
			RedirectAttributes seguito) {
		Competenza c = gestisce(richiesta) ? competenza(chi, richiesta)
				: new Competenza(chi.getName(), false, Set.of(), Set.of());
		this.calendari.revoca(id, c);
		seguito.addFlashAttribute("fatto", "Calendario revocato: il suo indirizzo non vale più.");
		return "redirect:" + QUI;
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, QUI, "Calendari");
	}

	private void mostra(String segreto, String fatto, RedirectAttributes seguito) {
		String nuovo = this.indirizzo + "/calendario/" + segreto + ".ics";
		seguito.addFlashAttribute("fatto", fatto);
		seguito.addFlashAttribute("nuovo", nuovo);
		seguito.addFlashAttribute("apri", nuovo.replaceFirst("^https?:", "webcal:"));
	}

	private boolean leggibile(Calendario k, LocalDate oggi) {
		return this.portata.enti(k.utente(), k.tipo(), k.oggetto(), oggi).isPresent();
	}

	/** What he could still make a calendar of, most likely first. */
	private Map<String, String> scelte(Authentication chi, List<Calendario> miei, LocalDate oggi) {
		Map<String, String> scelte = new LinkedHashMap<>();
		String utente = chi.getName();
		if (this.portata.enti(utente, Tipo.REFERENTE, utente, oggi).isPresent()) {
			scelte.put("referente", "Gli enti di cui sono referente, o di cui oggi sostituisco il referente");
		}
		Ambito.Enti visibili = this.ambito.di(chi);
		Utente u = this.utenti.trova(utente).orElseThrow();
		for (Gestione g : this.enti.gestioni()) {
			if (this.portata.diGestione(u, g.id())) {
				scelte.put("gestione:" + g.id(), "Tutti gli enti di " + g.nome());
			}
		}
		List<Ente> enti = visibili.tutti() ? this.enti.tutti() : this.enti.leggi(visibili.ids());
		enti.stream().filter((e) -> !e.soppresso()).forEach((e) -> scelte.put("ente:" + e.id(), "Solo " + e.nome()));
		miei.forEach((k) -> scelte.remove(switch (k.tipo()) {
			case REFERENTE -> "referente";
			case GESTIONE -> "gestione:" + k.oggetto();
			case ENTE -> "ente:" + k.oggetto();
		}));
		return scelte;
	}

	private static boolean gestisce(HttpServletRequest richiesta) {
		return richiesta.isUserInRole("RTD") || richiesta.isUserInRole("AMMINISTRATORE");
	}

	private Competenza competenza(Authentication chi, HttpServletRequest richiesta) {
		if (richiesta.isUserInRole("AMMINISTRATORE")) {
			return new Competenza(chi.getName(), true, Set.of(), Set.of());
		}
		Set<String> gestioni = new TreeSet<>(this.enti.gestioni(this.ambito.di(chi).ids()));
		return new Competenza(chi.getName(), false, gestioni, this.enti.entiDi(gestioni));
	}

	private static CalendarioMostrato mostrato(Calendario k, String nome, boolean leggibile, LocalDate oggi) {
		long giorni = ChronoUnit.DAYS.between((k.letto() == null) ? Roma.giorno(k.creato()) : k.letto(), oggi);
		return new CalendarioMostrato(k.id(), k.utente(), Parole.maiuscola(nome),
				Parole.giorno(Roma.giorno(k.creato())), (k.letto() == null) ? "mai" : Parole.giorno(k.letto()),
				leggibile && giorni > FERMO_DA, leggibile);
	}

	/** A calendar, in the words of the page. */
	record CalendarioMostrato(String id, String utente, String nome, String creato, String letto, boolean fermo,
			boolean leggibile) {
	}

}
