package it.cronoprogramma.cruscotto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Principal;
import java.util.Optional;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Documento;
import it.cronoprogramma.candidatura.DocumentoRepository;
import it.cronoprogramma.candidatura.RegoleDocumento;
import it.cronoprogramma.candidatura.TipoDocumento;
import it.cronoprogramma.rifiuto.Rifiuto;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
 * The documents of a candidatura: uploaded, downloaded, withdrawn. What is downloaded was
 * sent by somebody: the browser is told to save it, never to show it.
 */
@Controller
@RequestMapping("/candidature/{codice}/documenti")
class DocumentiController {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final PaginaCandidatura pagine;

	private final DocumentoRepository documenti;

	private final RegoleDocumento regole;

	private final DataSize massimo;

	DocumentiController(PaginaCandidatura pagine, DocumentoRepository documenti, RegoleDocumento regole,
			@Value("${cronoprogramma.documenti.dimensione-massima}") DataSize massimo) {
		this.pagine = pagine;
		this.documenti = documenti;
		this.regole = regole;
		this.massimo = massimo;
	}

	@PostMapping
	ModelAndView carica(@PathVariable String codice, @RequestParam(name = "file", required = false) MultipartFile file,
			@RequestParam(defaultValue = "") String tipo, @RequestParam(defaultValue = "") String contratto,
			Principal utente, Model modello, RedirectAttributes seguito, HttpServletRequest richiesta)
			throws IOException {
		Candidatura c = this.pagine.leggi(codice, utente);
		if (file != null && file.getSize() > this.massimo.toBytes()) {
			return new ModelAndView("redirect:/candidature/" + c.codice() + "?troppo=si");
		}
		Path deposito = Files.createTempFile("documento", null);
		try {
			if (file != null) {
				try (InputStream contenuto = file.getInputStream()) {
					Files.copy(contenuto, deposito, StandardCopyOption.REPLACE_EXISTING);
				}
			}
			Documento d = this.documenti.carica(c.codice(), tipo(tipo), contratto.isEmpty() ? null : contratto,
					this.regole.verifica((file == null) ? null : file.getOriginalFilename(), deposito),
					this.pagine.autore(utente));
			seguito.addFlashAttribute("novita", "«" + d.nome() + "» è tra i documenti.");
			return new ModelAndView("redirect:/candidature/" + c.codice() + "#documenti");
		}
		catch (Rifiuto rifiuto) {
			modello.addAttribute("rifiuto", rifiuto.getMessage());
			modello.addAttribute("tipoScelto", tipo);
			modello.addAttribute("contrattoScelto", contratto);
			return new ModelAndView(this.pagine.riempi(c, 1, modello, richiesta), modello.asMap(),
					HttpStatus.UNPROCESSABLE_ENTITY);
		}
		finally {
			Files.deleteIfExists(deposito);
		}
	}

	/** Where a browser stands after a refusal: the page is elsewhere. */
	@GetMapping
	String pagina(@PathVariable String codice, Principal utente) {
		return "redirect:/candidature/" + this.pagine.leggi(codice, utente).codice() + "#documenti";
	}

	@GetMapping("/{id}")
	ResponseEntity<Resource> scarica(@PathVariable String codice, @PathVariable String id, Principal utente) {
		Documento d = leggi(this.pagine.leggi(codice, utente), id);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(d.formato().mediaType()))
			.contentLength(d.dimensione())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(d.nome(), StandardCharsets.UTF_8).build().toString())
			.body(new InputStreamResource(this.documenti.apri(d)));
	}

	@PostMapping("/{id}/ritira")
	String ritira(@PathVariable String codice, @PathVariable String id, @RequestParam(defaultValue = "") String motivo,
			Principal utente, RedirectAttributes seguito) {
		Candidatura c = this.pagine.leggi(codice, utente);
		Documento d = leggi(c, id);
		try {
			this.documenti.ritira(d, motivo, this.pagine.autore(utente));
			seguito.addFlashAttribute("novita", "«" + d.nome() + "» è stato ritirato.");
		}
		catch (Rifiuto rifiuto) {
			seguito.addFlashAttribute("rifiuto", rifiuto.getMessage());
		}
		return "redirect:/candidature/" + c.codice() + "#documenti";
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return new ModelAndView("assente", PaginaCandidatura.assente(rifiuto), HttpStatus.NOT_FOUND);
	}

	private Documento leggi(Candidatura c, String id) {
		return Optional.of(id)
			.filter((i) -> ID.matcher(i).matches())
			.flatMap((i) -> this.documenti.trova(c.codice(), i))
			.orElseThrow(() -> Rifiuto.nonTrovato("Il documento non esiste."));
	}

	private static TipoDocumento tipo(String codice) {
		if (codice.isEmpty()) {
			throw Rifiuto.nonValido("Scelga dall'elenco che cosa è il documento.");
		}
		return TipoDocumento.leggi(codice);
	}

}
