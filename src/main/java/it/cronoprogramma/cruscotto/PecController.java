package it.cronoprogramma.cruscotto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.FormatoDocumento;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.RegoleDocumento;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Visibilita;
import it.cronoprogramma.pec.NotificaRicevuta;
import it.cronoprogramma.pec.NotificaRicevuta.Provenienza;
import it.cronoprogramma.pec.NotificaRicevuta.StatoNotifica;
import it.cronoprogramma.pec.NotificaRicevutaRepository;
import it.cronoprogramma.pec.Notifiche;
import it.cronoprogramma.pec.PecProperties;
import it.cronoprogramma.rifiuto.Rifiuto;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The PEC, from a page: uploaded, listed, read, downloaded as they came. What is to be
 * decided of them is decided in Tasklist, to which each page leads.
 */
@Controller
@RequestMapping("/pec")
class PecController {

	private static final String PERCORSO = "/pec";

	private static final Pattern NUMERO = Pattern.compile("[0-9]{1,15}");

	/** Tasklist, with the tasks of one PEC only. */
	private static final String ATTIVITA = "/camunda/app/tasklist/default/#/?searchQuery=%%5B%%7B%%22type%%22:"
			+ "%%22processInstanceBusinessKey%%22,%%22operator%%22:%%22eq%%22,%%22value%%22:%%22%s%%22,"
			+ "%%22name%%22:%%22%%22%%7D%%5D";

	private static final Map<String, List<StatoNotifica>> VISTE = viste();

	private final Notifiche prese;

	private final NotificaRicevutaRepository notifiche;

	private final PaginaCandidatura candidature;

	private final EnteRepository enti;

	private final Visibilita visibilita;

	private final Ambito ambito;

	private final RegoleDocumento regole;

	private final Clock orologio;

	PecController(Notifiche prese, NotificaRicevutaRepository notifiche, PaginaCandidatura candidature,
			EnteRepository enti, Visibilita visibilita, Ambito ambito, PecProperties impostazioni, Clock orologio) {
		this.prese = prese;
		this.notifiche = notifiche;
		this.candidature = candidature;
		this.enti = enti;
		this.visibilita = visibilita;
		this.ambito = ambito;
		this.regole = new RegoleDocumento(impostazioni.dimensioneMassima().toBytes());
		this.orologio = orologio;
	}

	private static Map<String, List<StatoNotifica>> viste() {
		Map<String, List<StatoNotifica>> viste = new LinkedHashMap<>();
		viste.put("da-fare", List.of(StatoNotifica.DA_CONFERMARE, StatoNotifica.DA_ASSEGNARE));
		viste.put("da-assegnare", List.of(StatoNotifica.DA_ASSEGNARE));
		viste.put("confermate", List.of(StatoNotifica.CONFERMATA));
		viste.put("scartate", List.of(StatoNotifica.SCARTATA));
		return viste;
	}

	@GetMapping
	ModelAndView elenco(@RequestParam(defaultValue = "") String vista, @RequestParam(required = false) String pagina,
			@RequestParam(defaultValue = "") String candidatura, @RequestParam(required = false) String troppo,
			Model modello, Authentication chi, HttpServletRequest richiesta) {
		if (troppo != null) {
			modello.addAttribute("rifiuto", "Il file è troppo grande: al massimo " + massimo()
					+ ". Non è stato caricato: registri la PEC a mano, dalla sua attività.");
		}
		return new ModelAndView(riempi(vista, pagina, candidatura, modello, chi, richiesta), modello.asMap(),
				(troppo != null) ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.OK);
	}

	@PostMapping
	ModelAndView carica(@RequestParam(required = false) MultipartFile file, @RequestParam(defaultValue = "") String di,
			@RequestParam(defaultValue = "") String candidatura, Model modello, Authentication chi,
			HttpServletRequest richiesta, RedirectAttributes seguito) throws IOException {
		if (file != null && file.getSize() > this.regole.massimo()) {
			return new ModelAndView("redirect:/pec?troppo=si");
		}
		Path deposito = Files.createTempFile("pec", ".eml");
		try {
			Candidatura sua = candidatura.isEmpty() ? null : this.candidature.leggi(candidatura, chi);
			String raccolta = raccolta(di, sua, chi);
			verifica(file, deposito);
			Notifiche.Presa presa = this.prese.carica(deposito, file.getOriginalFilename(), raccolta,
					(sua == null) ? null : sua.codice(), new Autore(chi.getName(), this.orologio.instant()));
			seguito.addFlashAttribute("novita", presa.nuova() ? "La PEC è stata caricata."
					: "Questa PEC c'è già: non è stata presa due volte. È questa.");
			return new ModelAndView("redirect:/pec/" + presa.numero());
		}
		catch (Rifiuto rifiuto) {
			modello.addAttribute("rifiuto", rifiuto.getMessage());
			return new ModelAndView(riempi("", null, candidatura, modello, chi, richiesta), modello.asMap(),
					HttpStatus.UNPROCESSABLE_ENTITY);
		}
		finally {
			Files.deleteIfExists(deposito);
		}
	}

	@GetMapping("/{numero}")
	String una(@PathVariable String numero, Model modello, Authentication chi, HttpServletRequest richiesta) {
		NotificaRicevuta n = leggi(numero, chi);
		boolean sua = suoi(chi).contains(n.visibileA());
		modello.addAttribute("p", PecMostrata.di(n));
		modello.addAttribute("possibili", n.possibili().stream().filter((c) -> vede(c, chi)).toList());
		modello.addAttribute("attivita", ATTIVITA.formatted(n.codice()));
		modello.addAttribute("scarica", n.arrivo().conservata() && (sua || confermataSua(n, chi)));
		modello.addAttribute("scrive", sua && PaginaCandidatura.scrive(richiesta));
		return "notifica";
	}

	@GetMapping("/{numero}/messaggio.eml")
	ResponseEntity<Resource> messaggio(@PathVariable String numero, Authentication chi) {
		NotificaRicevuta n = leggi(numero, chi);
		if (!n.arrivo().conservata() || !suoi(chi).contains(n.visibileA()) && !confermataSua(n, chi)) {
			throw inesistente();
		}
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(FormatoDocumento.EML.mediaType()))
			.contentLength(n.arrivo().dimensione())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(n.codice() + ".eml").build().toString())
			.body(new InputStreamResource(this.notifiche.messaggio(n.numero())));
	}

	@PostMapping("/{numero}/riprendi")
	String riprendi(@PathVariable String numero, Authentication chi, RedirectAttributes seguito) {
		NotificaRicevuta n = leggi(numero, chi);
		if (!suoi(chi).contains(n.visibileA())) {
			throw inesistente();
		}
		try {
			this.prese.riprendi(n.numero(), new Autore(chi.getName(), this.orologio.instant()));
			seguito.addFlashAttribute("novita", "La PEC è di nuovo da assegnare.");
		}
		catch (Rifiuto rifiuto) {
			seguito.addFlashAttribute("rifiuto", rifiuto.getMessage());
		}
		return "redirect:/pec/" + n.numero();
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return new ModelAndView("assente", PaginaCandidatura.assente(rifiuto), HttpStatus.NOT_FOUND);
	}

	private String riempi(String vista, String pagina, String candidatura, Model modello, Authentication chi,
			HttpServletRequest richiesta) {
		String scelta = VISTE.containsKey(vista) ? vista : "da-fare";
		Ambito.Enti suoi = this.ambito.di(chi);
		int quante = this.notifiche.conta(VISTE.get(scelta), suoi.tutti(), suoi.parametro());
		PaginaElenco questa = PaginaElenco.di(pagina, quante);
		Map<String, String> campi = Map.of("vista", scelta);
		modello.addAttribute("vista", scelta);
		modello.addAttribute("pec",
				this.notifiche
					.elenco(VISTE.get(scelta), suoi.tutti(), suoi.parametro(), questa.salta(), PaginaElenco.RIGHE)
					.stream()
					.map(PecMostrata::di)
					.toList());
		modello.addAttribute("pagina", questa);
		modello.addAttribute("precedente", questa.precedente(PERCORSO, campi));
		modello.addAttribute("successiva", questa.successiva(PERCORSO, campi));
		modello.addAttribute("scrive", PaginaCandidatura.scrive(richiesta));
		modello.addAttribute("massimo", massimo());
		modello.addAttribute("caselle", caselle(chi));
		modello.addAttribute("candidatura", vede(candidatura, chi) ? candidatura : null);
		return "pec";
	}

	/** Whose mailbox it may be that somebody has a file from; none where it is clear. */
	private Map<String, String> caselle(Authentication chi) {
		Set<String> suoi = suoi(chi);
		List<String> gestioni = this.enti.gestioni(suoi);
		Map<String, String> caselle = new LinkedHashMap<>();
		if (gestioni.size() > 1) {
			this.enti.gestioni()
				.stream()
				.filter((g) -> gestioni.contains(g.id()))
				.forEach((g) -> caselle.put(g.id(), g.nome()));
		}
		else if (gestioni.isEmpty()) {
			this.enti.leggi(suoi).stream().filter((e) -> !e.soppresso()).forEach((e) -> caselle.put(e.id(), e.nome()));
		}
		return (caselle.size() > 1) ? caselle : Map.of();
	}

	private String raccolta(String di, Candidatura sua, Authentication chi) {
		Set<String> suoi = suoi(chi);
		List<String> gestioni = this.enti.gestioni(suoi);
		if (gestioni.size() == 1) {
			return gestioni.get(0);
		}
		if (sua != null) {
			return sua.ente();
		}
		List<String> ammesse = gestioni.isEmpty()
				? this.enti.leggi(suoi).stream().filter((e) -> !e.soppresso()).map(Ente::id).toList() : gestioni;
		if (ammesse.isEmpty()) {
			throw Rifiuto.nonValido("Il Suo utente non è di nessun ente: chieda all'amministratore.");
		}
		if (ammesse.size() == 1) {
			return ammesse.get(0);
		}
		if (!ammesse.contains(di)) {
			throw Rifiuto.nonValido("Dica di chi è la casella a cui è arrivata la PEC: lo scelga dall'elenco.");
		}
		return di;
	}

	/** Its own name says nothing, and programs of mail give it all kinds of names. */
	private void verifica(MultipartFile file, Path deposito) throws IOException {
		if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty()) {
			throw Rifiuto.nonValido("Non ha scelto nessun file: scelga il .eml della PEC, poi carichi.");
		}
		try (InputStream contenuto = file.getInputStream()) {
			Files.copy(contenuto, deposito, StandardCopyOption.REPLACE_EXISTING);
		}
		try {
			this.regole.verifica("messaggio.eml", deposito);
		}
		catch (Rifiuto rifiuto) {
			throw Rifiuto.nonValido(
					"%s Dal programma di posta salvi il messaggio intero come file .eml (anche «salva "
							+ "come originale» o «scarica busta»), non il solo allegato né una stampa.",
					rifiuto.getMessage());
		}
	}

	private NotificaRicevuta leggi(String numero, Authentication chi) {
		Ambito.Enti suoi = this.ambito.di(chi);
		return Optional.of(numero)
			.filter((n) -> NUMERO.matcher(n).matches())
			.flatMap((n) -> this.notifiche.trova(Long.parseLong(n), suoi.tutti(), suoi.parametro()))
			.orElseThrow(PecController::inesistente);
	}

	private static Rifiuto inesistente() {
		return Rifiuto.nonTrovato("La PEC non esiste.");
	}

	private Set<String> suoi(Authentication chi) {
		return this.visibilita.di(chi.getName());
	}

	private boolean confermataSua(NotificaRicevuta n, Authentication chi) {
		return n.stato() == StatoNotifica.CONFERMATA && vede(n.candidatura(), chi);
	}

	private boolean vede(String candidatura, Authentication chi) {
		if (candidatura == null || candidatura.isEmpty()) {
			return false;
		}
		try {
			this.candidature.leggi(candidatura, chi);
			return true;
		}
		catch (Rifiuto rifiuto) {
			return false;
		}
	}

	private String massimo() {
		return Parole.byteInParole(this.regole.massimo());
	}

	/** A PEC, in the words of the page. */
	record PecMostrata(long numero, String codice, String oggetto, String mittente, String quando, String busta,
			String ricezione, String tipo, String atto, String stato, String aspetto, String candidatura,
			String riconoscimento, String motivo, String decisa, String presa, String impronta, String dimensione,
			List<String> avvertenze, List<String> allegati, String estratto, boolean daFare, boolean scartata,
			Long doppioneDi, String decorre) {

		static PecMostrata di(NotificaRicevuta n) {
			NotificaRicevuta.Contenuto k = n.contenuto();
			NotificaRicevuta.Decisione d = n.decisione();
			boolean daFare = n.stato() == StatoNotifica.DA_CONFERMARE || n.stato() == StatoNotifica.DA_ASSEGNARE;
			boolean scartata = n.stato() == StatoNotifica.SCARTATA;
			return new PecMostrata(n.numero(), n.codice(), n.oggetto(), (k.mittente() == null) ? "–" : k.mittente(),
					momento(k.proposta().proposta()), momento(k.proposta().busta()), momento(k.proposta().ricezione()),
					k.tipo().nome() + ((k.ricevuta() == null) ? "" : ": " + k.ricevuta()), n.atto().nome(),
					n.stato().nome(), daFare ? "attesa" : (scartata ? "nulla" : "fatto"), n.candidatura(),
					n.riconoscimento(), (d == null) ? null : d.motivo(),
					(d == null || d.autore() == null) ? null
							: "da " + d.autore().chi() + ", il " + Parole.momento(d.autore().quando()),
					((n.arrivo().provenienza() == Provenienza.CARICATA) ? "caricata da " + n.arrivo().autore().chi()
							: "letta dalla casella " + n.arrivo().casella() + " (" + n.arrivo().riferimento() + ")")
							+ ", il " + Parole.momento(n.arrivo().autore().quando()),
					n.arrivo().sha256(), Parole.byteInParole(n.arrivo().dimensione()), righe(k.avvertenze()),
					righe(k.allegati()), k.estratto(), daFare, scartata, n.doppioneDi(),
					(d == null || d.notificata() == null) ? null
							: Parole.momento(d.notificata()) + ", prot. " + d.protocollo());
		}

		private static List<String> righe(String testo) {
			return testo.lines().filter((r) -> !r.isBlank()).toList();
		}

		private static String momento(Instant istante) {
			return (istante == null) ? "–" : Parole.momento(istante);
		}

	}

}
