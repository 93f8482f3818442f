package it.cronoprogramma.persone;

import java.util.List;
import java.util.Optional;

import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti.RegolaPassword;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a link from a mail leads, and where one is asked for: open to anybody.
 */
@Controller
class PasswordController {

	private final Inviti inviti;

	PasswordController(Inviti inviti) {
		this.inviti = inviti;
	}

	@GetMapping("/password-dimenticata")
	String dimenticata() {
		return "password-dimenticata";
	}

	@PostMapping("/password-dimenticata")
	String chiedi(@RequestParam(required = false) String chi) {
		this.inviti.dimenticata(chi);
		return "redirect:/password-dimenticata?chiesta";
	}

	@GetMapping("/password/{segreto}")
	ModelAndView apri(@PathVariable String segreto, Model modello, HttpServletResponse risposta) {
		riservata(risposta);
		return pagina(segreto, null, null, modello, HttpStatus.OK);
	}

	@PostMapping("/password/{segreto}")
	ModelAndView imposta(@PathVariable String segreto, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String ripetuta, Model modello, HttpServletResponse risposta) {
		riservata(risposta);
		if (!password.equals(ripetuta)) {
			return pagina(segreto, password, "Le due password non sono uguali: le scriva di nuovo.", modello,
					HttpStatus.UNPROCESSABLE_ENTITY);
		}
		if (this.inviti.imposta(segreto, password)) {
			return new ModelAndView("redirect:/accesso?impostata");
		}
		return pagina(segreto, password, "La password non rispetta tutte le regole: guardi quali mancano.", modello,
				HttpStatus.UNPROCESSABLE_ENTITY);
	}

	private ModelAndView pagina(String segreto, String password, String rifiuto, Model modello, HttpStatus stato) {
		Optional<Utente> utente = this.inviti.apri(segreto);
		if (utente.isEmpty()) {
			// one page for what has expired, was used, was replaced or never was
			ModelAndView nulla = new ModelAndView("password", HttpStatus.NOT_FOUND);
			nulla.addObject("valido", false);
			return nulla;
		}
		List<RegolaPassword> regole = this.inviti.regole(utente.get().id(), password);
		modello.addAttribute("valido", true);
		modello.addAttribute("utente", utente.get().id());
		modello.addAttribute("segreto", segreto);
		modello.addAttribute("regole", regole);
		modello.addAttribute("provata", password != null);
		modello.addAttribute("rifiuto", rifiuto);
		return new ModelAndView("password", modello.asMap(), stato);
	}

	/** The address is a secret: nobody is told whence he comes. */
	private static void riservata(HttpServletResponse risposta) {
		risposta.setHeader("Referrer-Policy", "no-referrer");
		risposta.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

}
