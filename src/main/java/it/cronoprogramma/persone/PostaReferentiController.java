package it.cronoprogramma.persone;

import java.util.List;
import java.util.Map;

import it.cronoprogramma.cruscotto.PaginaElenco;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.notifica.PreferenzePosta;
import it.cronoprogramma.notifica.SilenziDiUnIndirizzo;
import it.cronoprogramma.rifiuto.Rifiuto;

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
 * How a referente who does not enter the application wants to be written to: whoever
 * manages his ente writes it down for him.
 */
@Controller
@RequestMapping("/anagrafe/referenti/{id}/posta")
class PostaReferentiController {

	private final Giurisdizione giurisdizione;

	private final PostaReferenti posta;

	private final PreferenzePosta preferenze;

	private final SilenziDiUnIndirizzo silenzi;

	private final AnagrafeEnti enti;

	PostaReferentiController(Giurisdizione giurisdizione, PostaReferenti posta, PreferenzePosta preferenze,
			SilenziDiUnIndirizzo silenzi, AnagrafeEnti enti) {
		this.giurisdizione = giurisdizione;
		this.posta = posta;
		this.preferenze = preferenze;
		this.silenzi = silenzi;
		this.enti = enti;
	}

	@GetMapping
	String mostra(@PathVariable String id, Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		Referente r = this.posta.leggi(id, c);
		modello.addAttribute("referente", r);
		modello.addAttribute("ente", this.enti.leggi(r.ente(), c));
		modello.addAttribute("impedimento", this.posta.impedimento(r, c).orElse(null));
		modello.addAttribute("scelta", this.preferenze.di(r.email()));
		modello.addAttribute("giorni", PreferenzePosta.giorniDellaSettimana());
		modello.addAttribute("massimo", PreferenzePosta.GIORNI_MASSIMI);
		modello.addAttribute("silenzi",
				(r.utente() != null) ? List.of() : this.silenzi.di(r.email(), (e) -> this.posta.suo(e, c)));
		return "anagrafe/posta-referente";
	}

	@PostMapping
	String scegli(@PathVariable String id, @RequestParam(defaultValue = "") String cadenza,
			@RequestParam(defaultValue = "") String giorno, Authentication chi, RedirectAttributes seguito) {
		this.posta.scegli(id, cadenza, giorno, this.giurisdizione.di(chi));
		return torna(id, "Salvato.", seguito);
	}

	@PostMapping("/silenzi")
	String taci(@PathVariable String id, @RequestParam(defaultValue = "") String candidatura,
			@RequestParam(defaultValue = "") String giorni, Authentication chi, RedirectAttributes seguito) {
		this.posta.taci(id, candidatura, giorni, this.giurisdizione.di(chi));
		return torna(id, "Salvato: di questa candidatura non gli scriviamo, se non quello che non può attendere.",
				seguito);
	}

	@PostMapping("/silenzi/{candidatura}/riattiva")
	String riattiva(@PathVariable String id, @PathVariable String candidatura, Authentication chi,
			RedirectAttributes seguito) {
		this.posta.riattiva(id, candidatura, this.giurisdizione.di(chi));
		return torna(id, "Della candidatura " + candidatura + " gli scriviamo di nuovo.", seguito);
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, "/anagrafe/enti", "Enti");
	}

	private static String torna(String id, String fatto, RedirectAttributes seguito) {
		seguito.addFlashAttribute("fatto", fatto);
		seguito.addAllAttributes(Map.of("id", id));
		return "redirect:/anagrafe/referenti/{id}/posta";
	}

}
