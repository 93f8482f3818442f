package it.cronoprogramma.persone;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.cruscotto.PaginaElenco;
import it.cronoprogramma.ente.CaricamentoRepository.Caricamento;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.persone.CaricamentiAnagrafe.Anteprima;
import it.cronoprogramma.persone.CaricamentiAnagrafe.TipoFile;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Enti, referenti and users from a file: taken, shown, confirmed.
 */
@Controller
@RequestMapping("/anagrafe/caricamenti")
class CaricamentiController {

	private static final int RIGHE_MOSTRATE = 200;

	private final Giurisdizione giurisdizione;

	private final CaricamentiAnagrafe caricamenti;

	private final DataSize massimo;

	CaricamentiController(Giurisdizione giurisdizione, CaricamentiAnagrafe caricamenti,
			@Value("${cronoprogramma.anagrafe.dimensione-massima}") DataSize massimo) {
		this.giurisdizione = giurisdizione;
		this.caricamenti = caricamenti;
		this.massimo = massimo;
	}

	@GetMapping
	String pagina(@RequestParam(required = false) String troppo, Model modello) {
		if (troppo != null) {
			modello.addAttribute("rifiuto", troppoGrande());
		}
		return riempi(modello, null);
	}

	@PostMapping
	ModelAndView carica(@RequestParam(required = false) MultipartFile file, @RequestParam(required = false) String tipo,
			Model modello, Authentication chi) throws IOException {
		try {
			TipoFile cosa = TipoFile.leggi(tipo)
				.orElseThrow(() -> Rifiuto.nonValido("Dica che cosa c'è nel file: enti, referenti o utenti."));
			if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty()) {
				throw Rifiuto.nonValido("Manca il file: scelga un CSV.");
			}
			if (file.getSize() > this.massimo.toBytes()) {
				throw Rifiuto.nonValido("%s", troppoGrande());
			}
			String id = this.caricamenti.carica(cosa, file.getOriginalFilename(), file.getBytes(),
					this.giurisdizione.di(chi));
			return new ModelAndView("redirect:/anagrafe/caricamenti/" + id);
		}
		catch (Rifiuto rifiuto) {
			modello.addAttribute("rifiuto", rifiuto.getMessage());
			return new ModelAndView(riempi(modello, tipo), modello.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
		}
	}

	@GetMapping("/{id}")
	String anteprima(@PathVariable String id, Model modello, Authentication chi) {
		Competenza c = this.giurisdizione.di(chi);
		Caricamento f = this.caricamenti.leggi(id, c);
		mostra(f, this.caricamenti.anteprima(f, c), modello);
		return "anagrafe/caricamento";
	}

	@PostMapping("/{id}/conferma")
	ModelAndView conferma(@PathVariable String id, Model modello, Authentication chi, RedirectAttributes seguito) {
		Competenza c = this.giurisdizione.di(chi);
		Caricamento f = this.caricamenti.leggi(id, c);
		try {
			Anteprima fatta = this.caricamenti.conferma(id, c);
			Map<Esito.Genere, Long> conti = fatta.conti();
			seguito.addFlashAttribute("fatto",
					"File applicato: %d creati, %d cambiati, %d invariati.".formatted(conti.get(Esito.Genere.CREATO),
							conti.get(Esito.Genere.CAMBIATO), conti.get(Esito.Genere.INVARIATO)));
			return new ModelAndView(
					"redirect:/anagrafe/" + TipoFile.valueOf(f.tipo()).codice().replace("referenti", "enti"));
		}
		catch (Rifiuto rifiuto) {
			modello.addAttribute("rifiuto", rifiuto.getMessage());
			mostra(f, this.caricamenti.anteprima(f, c), modello);
			return new ModelAndView("anagrafe/caricamento", modello.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
		}
	}

	@PostMapping("/{id}/annulla")
	String annulla(@PathVariable String id, Authentication chi, RedirectAttributes seguito) {
		this.caricamenti.annulla(id, this.giurisdizione.di(chi));
		seguito.addFlashAttribute("fatto", "Caricamento annullato: non è stato applicato nulla.");
		return "redirect:/anagrafe/caricamenti";
	}

	private String riempi(Model modello, String tipo) {
		modello.addAttribute("tipi", TipoFile.values());
		modello.addAttribute("tipo", tipo);
		modello.addAttribute("massimo", this.massimo.toMegabytes());
		return "anagrafe/caricamenti";
	}

	private String troppoGrande() {
		return "Il file è troppo grande: al massimo " + this.massimo.toMegabytes() + " MB. Lo divida.";
	}

	private static void mostra(Caricamento f, Anteprima a, Model modello) {
		List<CaricamentiAnagrafe.RigaEsito> cambia = a.righe()
			.stream()
			.filter((r) -> r.esito().genere() != Esito.Genere.INVARIATO)
			.toList();
		modello.addAttribute("f", f);
		modello.addAttribute("cosa", TipoFile.valueOf(f.tipo()).nome());
		modello.addAttribute("riassunto", a.inParole());
		modello.addAttribute("errori", a.errori().stream().limit(RIGHE_MOSTRATE).toList());
		modello.addAttribute("altriErrori", Math.max(0, a.errori().size() - RIGHE_MOSTRATE));
		modello.addAttribute("righe",
				cambia.stream()
					.limit(RIGHE_MOSTRATE)
					.map((r) -> new RigaMostrata(r.riga(), r.esito().nome(),
							(r.esito().genere() == Esito.Genere.CREATO) ? "da creare" : "da cambiare",
							String.join("; ", r.esito().differenze())))
					.toList());
		modello.addAttribute("altreRighe", Math.max(0, cambia.size() - RIGHE_MOSTRATE));
		modello.addAttribute("applicabile", a.errori().isEmpty() && !cambia.isEmpty());
		modello.addAttribute("nulla", a.errori().isEmpty() && cambia.isEmpty());
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, "/anagrafe/caricamenti", "Caricamento da file");
	}

	/** A row, in the words of the page. */
	record RigaMostrata(int riga, String nome, String esito, String differenze) {
	}

}
