package it.cronoprogramma.cruscotto;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.AttoDifferimento;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.DifferimentoRepository.Esito;
import it.cronoprogramma.candidatura.DifferimentoRepository.Riga;
import it.cronoprogramma.candidatura.LavoriDifferimento;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.ente.Visibilita;
import it.cronoprogramma.rifiuto.Rifiuto;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
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
 * Where the ufficio RTD follows the acts that change terms: which there are, how far each
 * has come, what became of it on each candidatura; and where it stops one or lets it go
 * on. Everybody sees only what is his own; the rest does not exist for him.
 */
@Controller
@RequestMapping("/differimenti")
class DifferimentiController {

	private static final int ATTI_MASSIMI = 200;

	private static final int RIGHE_PER_PAGINA = 50;

	private static final Pattern NUMERO = Pattern.compile("[1-9][0-9]{0,17}");

	private static final Pattern PAGINA = Pattern.compile("[1-9][0-9]{0,6}");

	private final DifferimentoRepository differimenti;

	private final LavoriDifferimento lavori;

	private final Visibilita visibilita;

	DifferimentiController(DifferimentoRepository differimenti, LavoriDifferimento lavori, Visibilita visibilita) {
		this.differimenti = differimenti;
		this.lavori = lavori;
		this.visibilita = visibilita;
	}

	@GetMapping
	String elenco(Model modello, Principal utente, HttpServletRequest richiesta) {
		List<AttoDifferimento> atti = this.differimenti.elenco(visibili(utente), ATTI_MASSIMI);
		Map<Long, Map<Esito, Integer>> conteggi = this.differimenti
			.conteggi(atti.stream().map(AttoDifferimento::numero).toList());
		modello.addAttribute("atti",
				atti.stream().map((a) -> AttoInElenco.di(a, Avanzamento.di(conteggi.get(a.numero())))).toList());
		modello.addAttribute("massimo", (atti.size() < ATTI_MASSIMI) ? null : ATTI_MASSIMI);
		modello.addAttribute("rtd", rtd(richiesta));
		return "differimenti";
	}

	@GetMapping("/{numero}")
	String uno(@PathVariable String numero, @RequestParam(required = false) String pagina,
			@RequestParam(required = false) String fermo, Model modello, Principal utente,
			HttpServletRequest richiesta) {
		Set<String> visibili = visibili(utente);
		AttoDifferimento atto = leggi(numero, visibili);
		Avanzamento avanzamento = Avanzamento.di(this.differimenti.conteggi(atto.numero()));
		int pagine = Math.max(1, (avanzamento.righe() + RIGHE_PER_PAGINA - 1) / RIGHE_PER_PAGINA);
		int questa = Math.min(pagina(pagina), pagine);
		boolean inCorso = atto.stato() == StatoAtto.IN_CORSO;
		Optional<String> intoppo = inCorso ? this.lavori.intoppo(atto.numero()) : Optional.empty();
		boolean fermata = inCorso && "si".equals(fermo);

		modello.addAttribute("atto", AttoInElenco.di(atto, avanzamento));
		modello.addAttribute("fatti", fatti(atto, visibili));
		modello.addAttribute("avanzamento", avanzamento);
		modello.addAttribute("spiegazione", spiegazione(atto, avanzamento));
		modello.addAttribute("intoppo", intoppo.orElse(null));
		modello.addAttribute("righe",
				this.differimenti.righe(atto.numero(), (questa - 1) * RIGHE_PER_PAGINA, RIGHE_PER_PAGINA)
					.stream()
					.map(RigaMostrata::di)
					.toList());
		modello.addAttribute("pagina", questa);
		modello.addAttribute("pagine", pagine);
		modello.addAttribute("precedente", (questa > 1) ? indirizzo(atto, questa - 1, fermata) : null);
		modello.addAttribute("successiva", (questa < pagine) ? indirizzo(atto, questa + 1, fermata) : null);
		// a refusal is there to be read: the page does not move on from it by itself
		modello.addAttribute("aggiorna", inCorso && !fermata && !modello.containsAttribute("rifiuto"));
		modello.addAttribute("inCorso", inCorso);
		modello.addAttribute("fermata", fermata);
		modello.addAttribute("conAggiornamento", indirizzo(atto, questa, false));
		modello.addAttribute("senzaAggiornamento", indirizzo(atto, questa, true));
		modello.addAttribute("interrompibile", inCorso && rtd(richiesta));
		modello.addAttribute("riprendibile", atto.stato() == StatoAtto.INTERROTTO && rtd(richiesta));
		return "differimento";
	}

	@PostMapping("/{numero}/interrompi")
	String interrompi(@PathVariable String numero, @RequestParam(required = false) String fermo, Principal utente,
			RedirectAttributes seguito) {
		return esegui(numero, fermo, this.lavori::interrompi, utente, seguito);
	}

	@PostMapping("/{numero}/riprendi")
	String riprendi(@PathVariable String numero, @RequestParam(required = false) String fermo, Principal utente,
			RedirectAttributes seguito) {
		return esegui(numero, fermo, this.lavori::riprendi, utente, seguito);
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return new ModelAndView("assente",
				Map.of("messaggio", rifiuto.getMessage(), "elenco", "/differimenti", "elencoNome", "Differimenti",
						"consiglio", "Controlli il numero nell'", "elencoInParole", "elenco dei differimenti"),
				HttpStatus.NOT_FOUND);
	}

	private String esegui(String numero, String fermo, BiConsumer<Long, String> comando, Principal utente,
			RedirectAttributes seguito) {
		AttoDifferimento atto = leggi(numero, visibili(utente));
		try {
			comando.accept(atto.numero(), utente.getName());
		}
		catch (Rifiuto rifiuto) {
			seguito.addFlashAttribute("rifiuto", rifiuto.getMessage());
		}
		return "redirect:" + indirizzo(atto, 1, "si".equals(fermo));
	}

	private Set<String> visibili(Principal utente) {
		return this.visibilita.di(utente.getName());
	}

	/** One sentence for what is not there, whatever the reason. */
	private AttoDifferimento leggi(String numero, Set<String> visibili) {
		return Optional.of(numero)
			.filter((n) -> NUMERO.matcher(n).matches())
			.flatMap((n) -> this.differimenti.trova(Long.parseLong(n)))
			.filter((a) -> visibili.contains(a.visibileA()))
			.orElseThrow(() -> Rifiuto.nonTrovato("Il differimento n. %s non esiste.", numero));
	}

	/** A page that cannot be is the first. */
	private static int pagina(String pagina) {
		return (pagina != null && PAGINA.matcher(pagina).matches()) ? Integer.parseInt(pagina) : 1;
	}

	private List<FattiDellAtto.Fatto> fatti(AttoDifferimento atto, Set<String> visibili) {
		List<AttoDifferimento> revoche = this.differimenti.revocheDi(atto.numero());
		return FattiDellAtto.di(atto, this.differimenti.passaggi(atto.numero()),
				atto.revoca() != null && visibili.contains(this.differimenti.leggi(atto.revoca()).visibileA()), revoche,
				revoche.stream().filter((r) -> visibili.contains(r.visibileA())).toList());
	}

	private static boolean rtd(HttpServletRequest richiesta) {
		return richiesta.isUserInRole("RTD");
	}

	private static String indirizzo(AttoDifferimento atto, int pagina, boolean fermo) {
		String percorso = "/differimenti/" + atto.numero();
		if (pagina > 1) {
			percorso += "?pagina=" + pagina;
		}
		return fermo ? percorso + ((pagina > 1) ? "&" : "?") + "fermo=si" : percorso;
	}

	private static String spiegazione(AttoDifferimento atto, Avanzamento avanzamento) {
		return switch (atto.stato()) {
			case DA_CONFERMARE -> "Nessuna data è cambiata: l'anteprima aspetta in Attività chi la confermi.";
			case IN_CORSO -> "Si applica una candidatura alla volta.";
			case INTERROTTO -> "Le date già cambiate restano; le altre candidature aspettano che si riprenda.";
			case CONCLUSO -> (avanzamento.saltate() == 0) ? "Ha raggiunto tutte le candidature che poteva raggiungere."
					: "Ha raggiunto tutte le candidature possibili; quelle saltate sono in cima alla tabella, con il motivo.";
			case ANNULLATO -> "Non è stato confermato: nessuna data è cambiata.";
		};
	}

	/** What an act does to a candidatura, in the words of the page. */
	record RigaMostrata(String ente, String candidatura, String avviso, String prima, String dopo, String effetto,
			String esito, String aspetto) {

		static RigaMostrata di(Riga r) {
			boolean saltata = r.esito() == Esito.SALTATO || r.esito() == Esito.ESCLUSO;
			return new RigaMostrata(r.ente(), r.candidatura(), r.avviso(), giorno(r.prima(), saltata),
					giorno(r.dopo(), saltata), r.effetto(), switch (r.esito()) {
						case DA_APPLICARE -> "da applicare";
						case APPLICATO -> "applicata";
						case ESCLUSO -> "esclusa";
						case SALTATO -> "saltata";
					}, switch (r.esito()) {
						case DA_APPLICARE -> "corso";
						case APPLICATO -> "fatto";
						case ESCLUSO -> "nulla";
						case SALTATO -> "attesa";
					});
		}

		private static String giorno(LocalDate giorno, boolean saltata) {
			if (giorno == null) {
				return saltata ? "–" : "non decorre";
			}
			return Parole.giorno(giorno);
		}

	}

}
