package it.cronoprogramma.posta;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.cruscotto.Ambito;
import it.cronoprogramma.cruscotto.PaginaElenco;
import it.cronoprogramma.notifica.PreferenzePosta;
import it.cronoprogramma.notifica.SilenziDiUnIndirizzo;
import it.cronoprogramma.rifiuto.Rifiuto;
import jakarta.servlet.http.HttpServletRequest;

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
 * How whoever reads the page wants to be written to, at his own address and no other.
 */
@Controller
@RequestMapping("/preferenze")
class PreferenzeController {

	private static final String QUI = "/preferenze";

	private static final String DALLA_CANDIDATURA = "candidatura";

	private static final Pattern CODICE = Pattern.compile("C[0-9]{1,18}");

	private final PreferenzePosta preferenze;

	private final ChiLegge chiLegge;

	private final CandidaturaRepository candidature;

	private final SilenziDiUnIndirizzo silenzi;

	PreferenzeController(PreferenzePosta preferenze, ChiLegge chiLegge, CandidaturaRepository candidature,
			SilenziDiUnIndirizzo silenzi) {
		this.preferenze = preferenze;
		this.chiLegge = chiLegge;
		this.candidature = candidature;
		this.silenzi = silenzi;
	}

	@GetMapping
	String mostra(Model modello, Authentication chi, HttpServletRequest richiesta) {
		modello.addAttribute("responsabile", richiesta.isUserInRole("RESPONSABILE"));
		this.chiLegge.indirizzo(chi.getName()).ifPresent((indirizzo) -> {
			Ambito.Enti suoi = this.chiLegge.enti(chi);
			modello.addAttribute("indirizzo", indirizzo);
			modello.addAttribute("scelta", this.preferenze.di(indirizzo));
			modello.addAttribute("giorni", PreferenzePosta.giorniDellaSettimana());
			modello.addAttribute("massimo", PreferenzePosta.GIORNI_MASSIMI);
			modello.addAttribute("silenzi", this.silenzi.di(indirizzo, suoi::contiene));
		});
		return "preferenze";
	}

	@PostMapping
	String scegli(@RequestParam(defaultValue = "") String cadenza, @RequestParam(defaultValue = "") String giorno,
			@RequestParam(required = false) String riepilogo, Authentication chi, HttpServletRequest richiesta,
			RedirectAttributes seguito) {
		// an unticked box sends nothing: who has no such box keeps what he had
		Boolean nuovo = richiesta.isUserInRole("RESPONSABILE") ? Boolean.valueOf(riepilogo != null) : null;
		String parole = PreferenzePosta.inParole(this.preferenze.scegli(indirizzo(chi), cadenza, giorno, nuovo));
		seguito.addFlashAttribute("fatto", "Salvato: Le arriverà " + parole + ".");
		return "redirect:" + QUI;
	}

	@PostMapping("/silenzi")
	String taci(@RequestParam(defaultValue = "") String candidatura, @RequestParam(defaultValue = "") String giorni,
			@RequestParam(defaultValue = "") String da, Authentication chi, RedirectAttributes seguito) {
		String indirizzo = indirizzo(chi);
		String codice = leggi(candidatura, chi);
		LocalDate fino = this.preferenze.taci(indirizzo, codice, giorni);
		return torna(da, codice, "Della candidatura " + codice + " non Le scriviamo fino al " + Parole.giorno(fino)
				+ " compreso. Quello che non può attendere arriva comunque.", seguito);
	}

	@PostMapping("/silenzi/{candidatura}/riattiva")
	String riattiva(@PathVariable String candidatura, @RequestParam(defaultValue = "") String da, Authentication chi,
			RedirectAttributes seguito) {
		this.preferenze.riattiva(indirizzo(chi), candidatura);
		return torna(da, candidatura, "Della candidatura " + candidatura + " Le scriviamo di nuovo.", seguito);
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, QUI, "Le mie mail");
	}

	private static String torna(String da, String codice, String fatto, RedirectAttributes seguito) {
		if (DALLA_CANDIDATURA.equals(da)) {
			seguito.addFlashAttribute("novita", fatto);
			seguito.addAttribute("codice", codice);
			return "redirect:/candidature/{codice}";
		}
		seguito.addFlashAttribute("fatto", fatto);
		return "redirect:" + QUI;
	}

	private String indirizzo(Authentication chi) {
		return this.chiLegge.indirizzo(chi.getName())
			.orElseThrow(() -> Rifiuto.conflitto("Il Suo utente non ha un indirizzo e-mail: non riceve posta."));
	}

	/** One that he may see: of the others nobody says whether they exist. */
	private String leggi(String scritto, Authentication chi) {
		String codice = scritto.strip();
		Ambito.Enti suoi = this.chiLegge.enti(chi);
		return Optional.of(codice)
			.filter((c) -> CODICE.matcher(c).matches())
			.flatMap(this.candidature::trova)
			.filter((c) -> suoi.contiene(c.ente()))
			.map(Candidatura::codice)
			.orElseThrow(() -> Rifiuto
				.nonValido("La candidatura «%s» non esiste: ne scriva il codice, per esempio C000123.", codice));
	}

}
