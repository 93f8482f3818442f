package it.cronoprogramma.cruscotto;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.RigaStoria;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The candidature, one by one: everything that is known of each on one page, and on
 * paper. Everybody sees only what is his own; the rest does not exist for him.
 */
@Controller
@RequestMapping("/candidature")
class CandidatureController {

	private static final int RIGHE_PER_VOLTA = 500;

	/** More would be a book: the CSV has them all. */
	private static final int RIGHE_STAMPATE = 5000;

	private static final Pattern PAGINA = Pattern.compile("[1-9][0-9]{0,6}");

	/** A spreadsheet of any country reads it as a moment. */
	private static final DateTimeFormatter QUANDO = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private final PaginaCandidatura pagine;

	private final CandidaturaRepository candidature;

	private final StampaPdf stampa;

	CandidatureController(PaginaCandidatura pagine, CandidaturaRepository candidature, StampaPdf stampa) {
		this.pagine = pagine;
		this.candidature = candidature;
		this.stampa = stampa;
	}

	@GetMapping("/{codice}")
	ModelAndView una(@PathVariable String codice, @RequestParam(required = false) String pagina,
			@RequestParam(required = false) String troppo, Model modello, Authentication utente,
			HttpServletRequest richiesta) {
		Candidatura c = this.pagine.mostra(codice, utente);
		if (troppo != null) {
			modello.addAttribute("rifiuto", "Il documento è troppo grande: al massimo " + this.pagine.massimo()
					+ ". Non è stato caricato. Riduca la risoluzione della scansione, o lo divida in più file.");
		}
		String vista = this.pagine.riempi(c, numero(pagina), modello, richiesta);
		return new ModelAndView(vista, modello.asMap(),
				(troppo != null) ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.OK);
	}

	@GetMapping("/{codice}/dossier.pdf")
	ResponseEntity<byte[]> dossier(@PathVariable String codice, Authentication utente) {
		Candidatura c = this.pagine.mostra(codice, utente);
		Map<String, Object> dati = stampa(c, utente);
		dati.put("dossier", this.pagine.dossier(c));
		dati.put("documenti", this.pagine.documentiValidi(c));
		return pdf("dossier-" + c.codice(), this.stampa.stampa("pdf/dossier", dati));
	}

	@GetMapping("/{codice}/storia.pdf")
	ResponseEntity<byte[]> storiaPdf(@PathVariable String codice, Authentication utente) {
		Candidatura c = this.pagine.mostra(codice, utente);
		Map<String, Object> dati = stampa(c, utente);
		int righe = this.candidature.righeDiStoria(c.codice());
		dati.put("righe",
				this.candidature.storia(c.codice(), false, Math.max(0, righe - RIGHE_STAMPATE), RIGHE_STAMPATE)
					.stream()
					.map(PaginaCandidatura.RigaMostrata::di)
					.toList());
		dati.put("omesse", Math.max(0, righe - RIGHE_STAMPATE));
		return pdf("storia-" + c.codice(), this.stampa.stampa("pdf/storia", dati));
	}

	@GetMapping("/{codice}/storia.csv")
	void storiaCsv(@PathVariable String codice, Authentication utente, HttpServletResponse risposta)
			throws IOException {
		Candidatura c = this.pagine.mostra(codice, utente);
		risposta.setContentType("text/csv;charset=UTF-8");
		risposta.setHeader(HttpHeaders.CONTENT_DISPOSITION, allegato("storia-" + c.codice() + ".csv"));
		Writer testo = new OutputStreamWriter(risposta.getOutputStream(), StandardCharsets.UTF_8);
		// without it a spreadsheet reads the accents wrong
		testo.write('\ufeff');
		CsvWriter csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(testo);
		csv.writeRecord("quando", "chi", "fatto", "atto", "prima", "dopo");
		List<RigaStoria> righe;
		int scritte = 0;
		do {
			righe = this.candidature.storia(c.codice(), false, scritte, RIGHE_PER_VOLTA);
			righe.forEach((r) -> csv.writeRecord(QUANDO.format(LocalDateTime.ofInstant(r.autore().quando(), Roma.FUSO)),
					Esportazione.cella(r.autore().chi()), Esportazione.cella(r.voce().fatto()),
					Esportazione.cella(r.voce().atto()), Esportazione.cella(r.voce().prima()),
					Esportazione.cella(r.voce().dopo())));
			scritte += righe.size();
		}
		while (righe.size() == RIGHE_PER_VOLTA);
		csv.flush();
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return new ModelAndView("assente", PaginaCandidatura.assente(rifiuto), HttpStatus.NOT_FOUND);
	}

	private Map<String, Object> stampa(Candidatura c, Authentication utente) {
		Map<String, Object> dati = new HashMap<>();
		dati.put("c", this.pagine.testata(c));
		dati.put("stampato", Parole.momento(this.pagine.autore(utente).quando()));
		dati.put("da", utente.getName());
		return dati;
	}

	private static ResponseEntity<byte[]> pdf(String nome, byte[] pdf) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, allegato(nome + ".pdf"))
			.body(pdf);
	}

	private static String allegato(String nome) {
		return ContentDisposition.attachment().filename(nome).build().toString();
	}

	/** A page that cannot be is the first. */
	private static int numero(String pagina) {
		return (pagina != null && PAGINA.matcher(pagina).matches()) ? Integer.parseInt(pagina) : 1;
	}

}
