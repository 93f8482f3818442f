package it.cronoprogramma.persone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.cruscotto.PaginaElenco;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Sostituzione;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

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
 * Who stands in for whom, today and later.
 */
@Controller
@RequestMapping("/anagrafe/sostituzioni")
class SostituzioniController {

	private final Giurisdizione giurisdizione;

	private final AnagrafeSostituzioni sostituzioni;

	private final AnagrafeEnti enti;

	private final Clock orologio;

	SostituzioniController(Giurisdizione giurisdizione, AnagrafeSostituzioni sostituzioni, AnagrafeEnti enti,
			Clock orologio) {
		this.giurisdizione = giurisdizione;
		this.sostituzioni = sostituzioni;
		this.enti = enti;
		this.orologio = orologio;
	}

	@GetMapping
	String elenco(Model modello, Authentication chi) {
		Modulo.riempi(modello, Map.of());
		return pagina(modello, this.giurisdizione.di(chi));
	}

	@PostMapping
	ModelAndView crea(@RequestParam MultiValueMap<String, String> inviati, Model modello, Authentication chi,
			RedirectAttributes seguito) {
		Competenza c = this.giurisdizione.di(chi);
		Map<String, String> valori = Modulo.valori(inviati);
		return Modulo.esegui(valori, modello, () -> pagina(modello, c), () -> {
			Esito esito = this.sostituzioni.salva(valori, c);
			seguito.addFlashAttribute("fatto", "Sostituzione di " + esito.nome() + " registrata.");
			return new ModelAndView("redirect:/anagrafe/sostituzioni");
		});
	}

	@PostMapping("/{id}/togli")
	String togli(@PathVariable String id, Authentication chi, RedirectAttributes seguito) {
		this.sostituzioni.togli(id, this.giurisdizione.di(chi));
		seguito.addFlashAttribute("fatto", "Sostituzione tolta: i promemoria tornano a chi era assente.");
		return "redirect:/anagrafe/sostituzioni";
	}

	private String pagina(Model modello, Competenza c) {
		LocalDate oggi = Roma.giorno(this.orologio.instant());
		List<SostituzioneMostrata> mostrate = this.sostituzioni.elenco(c)
			.stream()
			.map((s) -> mostrata(s, oggi))
			.toList();
		Map<String, String> persone = new LinkedHashMap<>();
		this.sostituzioni.persone(c).forEach((chiave, p) -> persone.put(chiave, p.nome() + " (" + p.email() + ")"));
		modello.addAttribute("sostituzioni", mostrate);
		modello.addAttribute("persone", persone);
		modello.addAttribute("enti", this.sostituzioni.entiDi(c));
		modello.addAttribute("gestioni", this.enti.gestioni(c));
		modello.addAttribute("amministratore", c.tutto());
		return "anagrafe/sostituzioni";
	}

	private SostituzioneMostrata mostrata(Sostituzione s, LocalDate oggi) {
		return new SostituzioneMostrata(s.id(), s.assente().nome(), s.sostituto().nome(), s.sostituto().email(),
				this.sostituzioni.ambito(s), Parole.giorno(s.dal()), Parole.giorno(s.al()), s.vale(oggi));
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, "/anagrafe/sostituzioni", "Sostituzioni");
	}

	/** A substitution, in the words of the page. */
	record SostituzioneMostrata(String id, String assente, String sostituto, String email, String enti, String dal,
			String al, boolean oggi) {
	}

}
