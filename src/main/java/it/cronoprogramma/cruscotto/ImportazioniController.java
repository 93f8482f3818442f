package it.cronoprogramma.cruscotto;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.opendata.Importazione;
import it.cronoprogramma.opendata.Importazione.StatoImportazione;
import it.cronoprogramma.opendata.ImportazioneRepository;
import it.cronoprogramma.rifiuto.Rifiuto;
import jakarta.servlet.http.HttpServletResponse;

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

/**
 * The published data, from a page: a file is taken, its progress shown, and what was
 * discarded and why.
 */
@Controller
@RequestMapping("/importazioni")
class ImportazioniController {

	private static final int SCARTI_MOSTRATI = 100;

	private final Importatore importatore;

	private final ImportazioneRepository importazioni;

	private final DataSize massimo;

	ImportazioniController(Importatore importatore, ImportazioneRepository importazioni,
			@Value("${cronoprogramma.importazioni.dimensione-massima}") DataSize massimo) {
		this.importatore = importatore;
		this.importazioni = importazioni;
		this.massimo = massimo;
	}

	@GetMapping
	String elenco(@RequestParam(required = false) String troppo, Model modello, Authentication chi) {
		if (troppo != null) {
			modello.addAttribute("rifiuto", "Il file è troppo grande: al massimo " + this.massimo.toMegabytes()
					+ " MB. Non è stato importato.");
		}
		return pagina(modello, chi);
	}

	@PostMapping
	ModelAndView carica(@RequestParam(required = false) MultipartFile file,
			@RequestParam(required = false) String allaData, @RequestParam(required = false) String enti, Model modello,
			Authentication chi) throws IOException {
		try {
			return new ModelAndView("redirect:/importazioni/" + this.importatore.avvia(file, allaData, enti, chi));
		}
		catch (Rifiuto rifiuto) {
			modello.addAttribute("rifiuto", rifiuto.getMessage());
			modello.addAttribute("allaData", allaData);
			modello.addAttribute("enti", enti);
			return new ModelAndView(pagina(modello, chi), modello.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
		}
	}

	@GetMapping("/{id}")
	String una(@PathVariable String id, Model modello, Authentication chi, HttpServletResponse risposta) {
		Importazione i = this.importatore.leggi(id, chi);
		if (i.stato() == StatoImportazione.IN_CORSO) {
			// the page follows by itself, also without scripts
			risposta.setHeader("Refresh", "3");
		}
		modello.addAttribute("i", ImportazioneMostrata.di(i));
		modello.addAttribute("scarti", this.importazioni.scarti(id, SCARTI_MOSTRATI));
		modello.addAttribute("segnalate", this.importazioni.segnalate(id, SCARTI_MOSTRATI));
		return "importazione";
	}

	@GetMapping("/{id}/scartate.csv")
	void scartate(@PathVariable String id, Authentication chi, HttpServletResponse risposta) throws IOException {
		Importazione i = this.importatore.leggi(id, chi);
		List<List<Object>> righe = new ArrayList<>();
		this.importazioni.scarti(i.id(), Integer.MAX_VALUE).forEach((s) -> {
			List<Object> riga = new ArrayList<>();
			riga.add(s.riga());
			riga.add(s.campo());
			riga.add(s.valore());
			riga.add(s.motivo());
			righe.add(riga);
		});
		Esportazione.csv(risposta, "scartate", List.of("riga", "campo", "valore", "motivo"), righe);
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return new ModelAndView("assente", PaginaCandidatura.assente(rifiuto), HttpStatus.NOT_FOUND);
	}

	private String pagina(Model modello, Authentication chi) {
		modello.addAttribute("importazioni",
				this.importatore.ultime(chi).stream().map(ImportazioneMostrata::di).toList());
		modello.addAttribute("massimo", this.massimo.toMegabytes());
		return "importazioni";
	}

	/** An import, in the words of the page. */
	record ImportazioneMostrata(String id, String file, String quando, String chi, String ambito, String stato,
			boolean inCorso, boolean rifiutata, String motivo, int percento, String righe, String nuove,
			String aggiornate, String invariate, String scartate, String escluse, String daConfermare) {

		static ImportazioneMostrata di(Importazione i) {
			List<String> ambito = new ArrayList<>();
			if (i.gestione() != null) {
				ambito.add("gli enti della gestione");
			}
			if (!i.enti().isEmpty()) {
				ambito.add(String.join(", ", i.enti()));
			}
			if (i.allaData() != null) {
				ambito.add("alla data del " + Parole.giorno(i.allaData()));
			}
			return new ImportazioneMostrata(i.id(), i.file(), Parole.momento(i.avviata()), i.avviataDa(),
					ambito.isEmpty() ? "tutto il file" : String.join("; ", ambito), i.stato().nome(),
					i.stato() == StatoImportazione.IN_CORSO, i.stato() == StatoImportazione.RIFIUTATA, i.motivo(),
					i.percento(), (i.righe() == null) ? "—" : Parole.intero(i.righe()),
					Parole.intero(i.conti().nuove()), Parole.intero(i.conti().aggiornate()),
					Parole.intero(i.conti().invariate()), Parole.intero(i.conti().scartate()),
					Parole.intero(i.conti().escluse()), Parole.intero(i.conti().daConfermare()));
		}

	}

}
