package it.cronoprogramma.accesso;

import java.util.Map;

import it.cronoprogramma.accesso.IdentitaRifiutata.Perche;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * The login page, and what is said to whom the identity provider vouches for and who may
 * not enter.
 */
@Controller
class AccessoController {

	private static final Map<String, String> IDENTITA = Map.of("rifiutata",
			"L'accesso non è stato completato: il fornitore di identità lo ha negato, o qualcuno lo ha interrotto.",
			"scaduta",
			"La richiesta di accesso è scaduta, è già stata usata o non è partita da questo browser. La ripeta.",
			"irraggiungibile",
			"Il fornitore di identità non risponde. Riprovi tra qualche minuto, o si rivolga all'amministratore.",
			"nonvalida",
			"La risposta del fornitore di identità non è valida. Riprovi; se succede ancora, si rivolga all'amministratore.");

	private final FornitoreIdentita fornitore;

	AccessoController(FornitoreIdentita fornitore) {
		this.fornitore = fornitore;
	}

	@GetMapping("/accesso")
	String accesso(@RequestParam(required = false) String identita, Model modello) {
		modello.addAttribute("pulsante", this.fornitore.pulsante());
		modello.addAttribute("conPassword", !this.fornitore.esclusivo());
		modello.addAttribute("nonRiuscito",
				(identita == null || !this.fornitore.presente()) ? null : IDENTITA.get(identita));
		return "accesso";
	}

	@GetMapping(FornitoreIdentita.NEGATO)
	ModelAndView negato(@SessionAttribute(name = IdentitaRifiutata.PERCHE, required = false) Perche perche,
			HttpServletResponse risposta) {
		if (perche == null) {
			return new ModelAndView("redirect:/accesso");
		}
		risposta.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		return new ModelAndView("accesso-negato", Map.of("perche", perche), HttpStatus.FORBIDDEN);
	}

}
