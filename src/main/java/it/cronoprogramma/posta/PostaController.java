package it.cronoprogramma.posta;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.cruscotto.PaginaElenco;
import it.cronoprogramma.notifica.Anteprima;
import it.cronoprogramma.notifica.Anteprima.Prevista;
import it.cronoprogramma.notifica.ArchivioPosta;
import it.cronoprogramma.notifica.ArchivioPosta.Archiviata;
import it.cronoprogramma.notifica.ArchivioPosta.Quali;
import it.cronoprogramma.notifica.ArchivioPosta.Sguardo;
import it.cronoprogramma.notifica.LavoriDiPosta;
import it.cronoprogramma.notifica.Messaggio.StatoMessaggio;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The mail of one's gestioni: what will be sent, what has become of what was sent.
 */
@Controller
@RequestMapping("/posta")
class PostaController {

	private static final String QUI = "/posta";

	private static final String ULTIME = "/posta/ultime";

	private static final int GIORNI = 30;

	private static final int RIGHE = 50;

	/** A mail may load nothing and run nothing, and stands in our own frame only. */
	private static final String CHIUSA = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
			+ "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

	private final Anteprima anteprima;

	private final ArchivioPosta archivio;

	private final LavoriDiPosta lavori;

	private final AttiDiPosta atti;

	private final ChiLegge chiLegge;

	private final Clock orologio;

	PostaController(Anteprima anteprima, ArchivioPosta archivio, LavoriDiPosta lavori, AttiDiPosta atti,
			ChiLegge chiLegge, Clock orologio) {
		this.anteprima = anteprima;
		this.archivio = archivio;
		this.lavori = lavori;
		this.atti = atti;
		this.chiLegge = chiLegge;
		this.orologio = orologio;
	}

	/**
	 * Whether somebody may also send and try again: a responsabile only reads.
	 * @param richiesta who asks
	 * @return {@code true} for the ufficio RTD and the amministratore
	 */
	static boolean manda(HttpServletRequest richiesta) {
		return richiesta.isUserInRole("RTD") || richiesta.isUserInRole("AMMINISTRATORE");
	}

	// Previste

	@GetMapping
	String previste(@RequestParam(required = false) String pagina, Model modello, Authentication chi,
			HttpServletRequest richiesta) {
		LocalDate domani = Roma.giorno(this.orologio.instant()).plusDays(1);
		List<Prevista> tutte = this.anteprima.previste(GIORNI, this.chiLegge.enti(chi)::contiene);
		List<Prevista> diDomani = tutte.stream().filter((p) -> p.giorno().equals(domani)).toList();
		PaginaElenco questa = PaginaElenco.di(pagina, tutte.size(), RIGHE);
		modello.addAttribute("domani", Parole.giornoEsteso(domani));
		modello.addAttribute("diDomani", mostrate(diDomani.stream().limit(RIGHE).toList()));
		modello.addAttribute("altreDiDomani", Math.max(0, diDomani.size() - RIGHE));
		modello.addAttribute("previste",
				mostrate(tutte.subList(questa.salta(), Math.min(tutte.size(), questa.salta() + RIGHE))));
		modello.addAttribute("quante", mail(tutte.size()));
		modello.addAttribute("conGiri", this.anteprima.conGiri());
		modello.addAttribute("manda", manda(richiesta));
		modello.addAttribute("indirizzo", this.chiLegge.indirizzo(chi.getName()).orElse(null));
		pagine(modello, questa, QUI, Map.of());
		return "posta/previste";
	}

	@GetMapping("/previste/{id}")
	String prevista(@PathVariable String id, Model modello, Authentication chi) {
		Prevista p = trova(id, chi);
		modello.addAttribute("mail", mostrate(List.of(p)).get(0));
		modello.addAttribute("composta", this.anteprima.componi(p));
		return "posta/prevista";
	}

	@GetMapping("/previste/{id}/html")
	ResponseEntity<byte[]> corpo(@PathVariable String id, Authentication chi) {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
			.header("Content-Security-Policy", CHIUSA)
			.header("Cache-Control", "no-store")
			.body(this.anteprima.componi(trova(id, chi)).html().getBytes(StandardCharsets.UTF_8));
	}

	@PostMapping("/prova")
	String prova(Authentication chi, RedirectAttributes seguito) {
		String suo = this.chiLegge.indirizzo(chi.getName()).orElse(null);
		this.anteprima.prova(suo, this.chiLegge.gestione(chi), this.chiLegge.enti(chi)::contiene);
		seguito.addFlashAttribute("fatto",
				"La prova è in partenza per " + suo + ": se fra qualche minuto non c'è, guardi in «Ultime mail».");
		return "redirect:" + QUI;
	}

	private Prevista trova(String id, Authentication chi) {
		return this.anteprima.previste(GIORNI, this.chiLegge.enti(chi)::contiene)
			.stream()
			.filter((p) -> p.id().equals(id))
			.findFirst()
			.orElseThrow(() -> Rifiuto
				.nonTrovato("Questa mail non è prevista: è già partita, oppure quello che diceva è stato fatto."));
	}

	private List<PrevistaMostrata> mostrate(List<Prevista> previste) {
		List<String> oggetti = this.anteprima.oggetti(previste);
		List<PrevistaMostrata> mostrate = new ArrayList<>();
		for (int i = 0; i < previste.size(); i++) {
			mostrate.add(PrevistaMostrata.di(previste.get(i), oggetti.get(i)));
		}
		return mostrate;
	}

	// Partite

	@GetMapping("/ultime")
	String ultime(@RequestParam(required = false) String stato, @RequestParam(required = false) String pagina,
			@RequestParam(required = false) String indirizzi, Model modello, Authentication chi,
			HttpServletRequest richiesta) {
		Sguardo s = this.chiLegge.sguardo(chi);
		Quali quali = quali(stato);
		Set<String> falliti = this.lavori.falliti();
		int quante = this.archivio.conta(s, quali, falliti);
		PaginaElenco questa = PaginaElenco.di(pagina, quante, RIGHE);
		modello.addAttribute("mail",
				this.archivio.elenco(s, quali, falliti, questa.salta(), RIGHE)
					.stream()
					.map(ArchiviataMostrata::di)
					.toList());
		modello.addAttribute("quante", mail(quante));
		modello.addAttribute("quali", Quali.values());
		modello.addAttribute("scelta", quali);
		modello.addAttribute("manda", manda(richiesta));
		pagine(modello, questa, ULTIME, Map.of("stato", quali.codice()));
		int rifiutano = this.archivio.contaRespinti(s);
		PaginaElenco sua = PaginaElenco.di(indirizzi, rifiutano, RIGHE);
		modello.addAttribute("respinti",
				this.archivio.respinti(s, sua.salta(), RIGHE)
					.stream()
					.map((r) -> new RespintoMostrato(r.indirizzo(), Parole.momento(r.quando()), r.motivo()))
					.toList());
		modello.addAttribute("paginaIndirizzi", sua);
		return "posta/ultime";
	}

	@PostMapping("/ultime/{id}/riprova")
	String riprova(@PathVariable String id, Authentication chi, RedirectAttributes seguito) {
		this.atti.riprova(id, this.chiLegge.sguardo(chi), chi.getName(), this.chiLegge.gestione(chi));
		seguito.addFlashAttribute("fatto", "La mail viene ritentata adesso e, se serve, per altre ventiquattro ore.");
		return "redirect:" + ULTIME;
	}

	@PostMapping("/indirizzi/riprova")
	String riprovaIndirizzo(@RequestParam(defaultValue = "") String indirizzo, Authentication chi,
			RedirectAttributes seguito) {
		this.atti.riprovaIndirizzo(indirizzo, this.chiLegge.sguardo(chi), chi.getName(), this.chiLegge.gestione(chi));
		seguito.addFlashAttribute("fatto", "Dal prossimo giro si scrive di nuovo a " + indirizzo + ".");
		return "redirect:" + ULTIME;
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, QUI, "Posta");
	}

	private static Quali quali(String stato) {
		return (stato == null || stato.isBlank()) ? Quali.TUTTE
				: Arrays.stream(Quali.values())
					.filter((q) -> q.codice().equals(stato))
					.findFirst()
					.orElseThrow(() -> Rifiuto.nonValido("Lo stato «%s» non esiste: lo scelga dall'elenco.", stato));
	}

	private static String mail(int quante) {
		return Parole.intero(quante) + " mail";
	}

	private static void pagine(Model modello, PaginaElenco questa, String percorso, Map<String, String> campi) {
		modello.addAttribute("pagina", questa);
		modello.addAttribute("precedente", questa.precedente(percorso, campi));
		modello.addAttribute("successiva", questa.successiva(percorso, campi));
	}

	/** A mail that is foreseen, in the words of the page. */
	record PrevistaMostrata(String id, String giorno, String ora, boolean urgente, String indirizzo, String termini,
			String oggetto, String altre, boolean riepilogo) {

		static PrevistaMostrata di(Prevista p, String oggetto) {
			String altre = switch (p.altre()) {
				case 0 -> null;
				case 1 -> "e una riga su enti di altre gestioni";
				default -> "e " + p.altre() + " righe su enti di altre gestioni";
			};
			return new PrevistaMostrata(p.id(), Parole.giornoEsteso(p.giorno()),
					Parole.ora(p.quando().atZone(Roma.FUSO).toLocalTime()), p.urgente(), p.indirizzo(),
					p.riepilogo() ? "riepilogo" : (p.termini() == 1) ? "1 termine" : p.termini() + " termini", oggetto,
					altre, p.riepilogo());
		}

	}

	/** A mail that was planned, in the words of the page. */
	record ArchiviataMostrata(String id, String quando, String tipo, String indirizzo, String oggetto, String stato,
			String aspetto, String motivo, boolean fallita) {

		static ArchiviataMostrata di(Archiviata a) {
			String oggetto = a.oggetto();
			if (!a.intera()) {
				oggetto = a.sue() + " promemoria sui Suoi enti, e altri su enti " + "di altre gestioni";
			}
			else if (oggetto == null) {
				oggetto = (a.righe() == 0) ? "–" : a.righe() + " promemoria";
			}
			return new ArchiviataMostrata(a.messaggio().id(), Parole.momento(a.creato()), tipo(a),
					a.messaggio().indirizzo(), oggetto, stato(a), aspetto(a), motivo(a), a.fallito());
		}

		private static String tipo(Archiviata a) {
			return switch (a.messaggio().tipo()) {
				case GIORNALIERO -> "Mail del mattino";
				case URGENTE -> "Urgente";
				case SETTIMANALE -> "Riepilogo della settimana";
				case AVVISO -> "Indirizzo che rifiuta";
				case PROVA -> "Prova";
			};
		}

		private static String stato(Archiviata a) {
			return switch (a.messaggio().stato()) {
				case DA_INVIARE -> a.fallito() ? "non partita" : "in attesa";
				case INVIATO -> "inviata il " + Parole.momento(a.concluso());
				case RESPINTO -> "rifiutata";
				case ANNULLATO -> "annullata";
			};
		}

		private static String aspetto(Archiviata a) {
			return switch (a.messaggio().stato()) {
				case DA_INVIARE -> a.fallito() ? "attesa" : "corso";
				case INVIATO -> "fatto";
				case RESPINTO -> "attesa";
				case ANNULLATO -> "nulla";
			};
		}

		private static String motivo(Archiviata a) {
			if (a.messaggio().stato() == StatoMessaggio.ANNULLATO) {
				return "non c'era più nulla da dire";
			}
			return a.fallito() ? "tutti i tentativi di un giorno sono falliti" : a.motivo();
		}

	}

	/** An address that refuses, in the words of the page. */
	record RespintoMostrato(String indirizzo, String quando, String motivo) {
	}

}
