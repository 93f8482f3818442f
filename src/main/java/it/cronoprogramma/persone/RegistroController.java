package it.cronoprogramma.persone;

import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.cruscotto.PaginaElenco;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.RegistroAmministrativoRepository;
import it.cronoprogramma.ente.VoceRegistro;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who did what among enti and people.
 */
@Controller
class RegistroController {

	private final Giurisdizione giurisdizione;

	private final RegistroAmministrativoRepository registro;

	RegistroController(Giurisdizione giurisdizione, RegistroAmministrativoRepository registro) {
		this.giurisdizione = giurisdizione;
		this.registro = registro;
	}

	@GetMapping("/anagrafe/registro")
	String registro(@RequestParam(required = false) String pagina, Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		int righe = this.registro.conta(c);
		PaginaElenco questa = PaginaElenco.di(pagina, righe);
		List<VoceMostrata> voci = this.registro.elenco(c, questa.salta(), PaginaElenco.RIGHE)
			.stream()
			.map(VoceMostrata::di)
			.toList();
		modello.addAttribute("voci", voci);
		modello.addAttribute("quante", (righe == 1) ? "1 atto" : Parole.intero(righe) + " atti");
		modello.addAttribute("pagina", questa);
		modello.addAttribute("precedente", questa.precedente("/anagrafe/registro", Map.of()));
		modello.addAttribute("successiva", questa.successiva("/anagrafe/registro", Map.of()));
		return "anagrafe/registro";
	}

	/** A line, in the words of the page. */
	record VoceMostrata(String quando, String chi, String atto, String nome, String oggetto, String prima,
			String dopo) {

		static VoceMostrata di(VoceRegistro v) {
			return new VoceMostrata(Parole.momento(v.quando()), v.chi(), v.atto(), v.nome(), switch (v.tipo()) {
				case UTENTE, GESTIONE, ENTE -> v.oggetto();
				default -> null;
			}, (v.prima() == null) ? "–" : v.prima(), (v.dopo() == null) ? "–" : v.dopo());
		}

	}

}
