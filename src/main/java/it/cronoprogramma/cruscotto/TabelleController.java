package it.cronoprogramma.cruscotto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.avviso.DepositoTabelle;
import it.cronoprogramma.avviso.DepositoTabelle.Documento;
import it.cronoprogramma.avviso.DepositoTabelle.Esito;
import it.cronoprogramma.avviso.DepositoTabelle.Installata;
import it.cronoprogramma.avviso.DepositoTabelle.Novita;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
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
 * Where the admin sees which tables are installed and brings new ones: an avviso is rows,
 * not code (docs/nuovo-avviso.md).
 */
@Controller
@RequestMapping("/tabelle")
class TabelleController {

	private static final int RIGHE_MOSTRATE = 10;

	private static final Resource MODELLO = new ClassPathResource("modelli/nuovo-avviso.dmn");

	private final DepositoTabelle tabelle;

	private final DataSize massimo;

	TabelleController(DepositoTabelle tabelle,
			@Value("${cronoprogramma.tabelle.dimensione-massima}") DataSize massimo) {
		this.tabelle = tabelle;
		this.massimo = massimo;
	}

	@GetMapping
	String elenco(@RequestParam(required = false) String troppo, Model modello) {
		if (troppo != null) {
			modello
				.addAttribute("problemi", List.of("I file sono troppo grandi: al massimo " + this.massimo.toMegabytes()
						+ " MB ciascuno. Una tabella ne occupa molto meno: controlli di aver scelto i file giusti."));
		}
		return pagina(modello);
	}

	@GetMapping("/modello")
	ResponseEntity<byte[]> modello() throws IOException {
		return documento(new Documento("nuovo-avviso.dmn", MODELLO.getContentAsByteArray()));
	}

	@GetMapping("/{chiave}")
	ResponseEntity<byte[]> scarica(@PathVariable String chiave) {
		return documento(this.tabelle.scarica(chiave)
			.orElseThrow(() -> Rifiuto.nonTrovato("La tabella «%s» non è installata.", chiave)));
	}

	@PostMapping
	ModelAndView carica(@RequestParam(name = "file", required = false) List<MultipartFile> file,
			@RequestParam(required = false) String togliendo, Principal utente, Model modello,
			RedirectAttributes seguito) throws IOException {
		if (file != null && file.stream().anyMatch((f) -> f.getSize() > this.massimo.toBytes())) {
			return new ModelAndView("redirect:/tabelle?troppo=si");
		}
		Esito esito = this.tabelle.installa(documenti(file), "si".equals(togliendo), utente.getName());
		if (esito.rifiutato()) {
			modello.addAttribute("problemi", esito.problemi());
			modello.addAttribute("altri", esito.altri());
			return new ModelAndView(pagina(modello), modello.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
		}
		seguito.addFlashAttribute("novita", esito.novita().stream().map(NovitaMostrata::di).toList());
		return new ModelAndView("redirect:/tabelle");
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		ModelAndView pagina = new ModelAndView("tabelle", HttpStatus.NOT_FOUND);
		pagina.addObject("assente", rifiuto.getMessage());
		pagina.addObject("tabelle", mostrate());
		pagina.addObject("massimo", this.massimo.toMegabytes());
		return pagina;
	}

	private String pagina(Model modello) {
		modello.addAttribute("tabelle", mostrate());
		modello.addAttribute("massimo", this.massimo.toMegabytes());
		return "tabelle";
	}

	private List<TabellaMostrata> mostrate() {
		return this.tabelle.installate().stream().map(TabellaMostrata::di).toList();
	}

	/** A browser that sends no file sends an empty one without a name. */
	private static List<Documento> documenti(List<MultipartFile> file) throws IOException {
		List<Documento> documenti = new ArrayList<>();
		for (MultipartFile f : (file == null) ? List.<MultipartFile>of() : file) {
			String nome = (f.getOriginalFilename() == null) ? "" : f.getOriginalFilename();
			nome = nome.substring(Math.max(nome.lastIndexOf('/'), nome.lastIndexOf('\\')) + 1);
			if (!nome.isEmpty()) {
				documenti.add(new Documento(nome, f.getBytes()));
			}
		}
		return documenti;
	}

	/** Never shown by the browser: what is in it came from somebody. */
	private static ResponseEntity<byte[]> documento(Documento d) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_XML)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(d.nome(), StandardCharsets.UTF_8).build().toString())
			.body(d.contenuto());
	}

	/** A table, in the words of the page. */
	record TabellaMostrata(String chiave, int versione, String quando, String righe, String documento, String origine) {

		static TabellaMostrata di(Installata t) {
			return new TabellaMostrata(t.chiave(), t.versione(), Parole.momento(t.quando()), Parole.intero(t.righe()),
					t.documento(), t.propria() ? "aggiunta dall'ente" : "dell'applicazione");
		}

	}

	/** A table that was just installed, in the words of the page. */
	record NovitaMostrata(String chiave, String inParole, List<String> righe, boolean propria) {

		static NovitaMostrata di(Novita n) {
			List<String> righe = new ArrayList<>();
			n.aggiunte().forEach((r) -> righe.add("aggiunta: " + r));
			n.cambiate().forEach((r) -> righe.add("cambiata: " + r));
			n.tolte().forEach((r) -> righe.add("tolta: " + r));
			int altre = righe.size() - RIGHE_MOSTRATE;
			List<String> mostrate = new ArrayList<>(righe.subList(0, Math.min(righe.size(), RIGHE_MOSTRATE)));
			if (altre > 0) {
				mostrate.add((altre == 1) ? "e un'altra" : "e altre " + altre);
			}
			return new NovitaMostrata(n.tabella().chiave(),
					"versione %s: %s, %s, %s".formatted(n.tabella().versione(),
							conta(n.aggiunte(), "aggiunta", "aggiunte"), conta(n.cambiate(), "cambiata", "cambiate"),
							conta(n.tolte(), "tolta", "tolte")),
					mostrate, n.tabella().propria());
		}

		private static String conta(List<String> righe, String una, String molte) {
			return switch (righe.size()) {
				case 0 -> "nessuna riga " + una;
				case 1 -> "1 riga " + una;
				default -> righe.size() + " righe " + molte;
			};
		}

	}

}
