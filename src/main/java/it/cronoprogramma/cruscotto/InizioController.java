package it.cronoprogramma.cruscotto;

import java.security.Principal;
import java.time.Clock;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.termine.Roma;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page after the login: where to go from here, and which day the application thinks
 * it is.
 */
@Controller
class InizioController {

	private final Clock orologio;

	InizioController(Clock orologio) {
		this.orologio = orologio;
	}

	@GetMapping("/")
	String inizio(Model modello, Principal utente, HttpServletRequest richiesta) {
		modello.addAttribute("utente", utente.getName());
		modello.addAttribute("oggi", Parole.giornoEsteso(Roma.giorno(this.orologio.instant())));
		modello.addAttribute("cockpit", richiesta.isUserInRole("RTD") || richiesta.isUserInRole("RESPONSABILE")
				|| richiesta.isUserInRole("AMMINISTRATORE"));
		modello.addAttribute("admin", richiesta.isUserInRole("AMMINISTRATORE"));
		return "inizio";
	}

}
