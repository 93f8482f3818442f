package it.cronoprogramma.cruscotto;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Conformita;
import it.cronoprogramma.candidatura.EvidenzaRepository;
import it.cronoprogramma.candidatura.Fusione;
import it.cronoprogramma.candidatura.Scrittura;
import it.cronoprogramma.candidatura.StatoCriterio;
import it.cronoprogramma.cruscotto.OggettoMostrato.Bozza;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.rifiuto.Rifiuto;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the people of a comune write over weeks what they found of each criterion, and
 * see how far the site and every service have come. Of another ente nothing exists here.
 */
@Controller
@RequestMapping("/candidature/{codice}/conformita")
class ConformitaController {

	private static final String EVIDENZA = "evidenza.";

	private static final String TENGO = "tengo";

	private static final Pattern VERSIONE = Pattern.compile("[0-9]{1,9}");

	private static final Pattern MIA = Pattern.compile("mia-[0-9]{1,9}");

	private final PaginaCandidatura pagine;

	private final EvidenzaRepository evidenze;

	private final EnteRepository enti;

	private final CatalogoAvvisi catalogo;

	ConformitaController(PaginaCandidatura pagine, EvidenzaRepository evidenze, EnteRepository enti,
			CatalogoAvvisi catalogo) {
		this.pagine = pagine;
		this.evidenze = evidenze;
		this.enti = enti;
		this.catalogo = catalogo;
	}

	@GetMapping
	ModelAndView conformita(@PathVariable String codice, @RequestParam(required = false) String oggetto,
			Principal utente, HttpServletRequest richiesta) {
		return pagina(this.pagine.leggi(codice, utente), oggetto, Map.of(), richiesta);
	}

	@PostMapping
	ModelAndView salva(@PathVariable String codice, @RequestParam Map<String, String> campi, Principal utente,
			HttpServletRequest richiesta, RedirectAttributes seguito) {
		Candidatura c = this.pagine.leggi(codice, utente);
		Conformita.Oggetto oggetto = oggetto(c, this.evidenze.conformita(c, this.catalogo),
				campi.getOrDefault("oggetto", ""));
		Map<String, Bozza> bozze = bozze(campi);
		List<Scrittura> scritture = new ArrayList<>();
		bozze.replaceAll((criterio, bozza) -> {
			try {
				scritture.add(scrittura(criterio, bozza, campi.get("scelta." + criterio)));
				return bozza;
			}
			catch (Rifiuto rifiuto) {
				return bozza.respinta(rifiuto.getMessage());
			}
		});
		int salvate = 0;
		Rifiuto rifiuto = null;
		try {
			Fusione fusione = this.evidenze.salva(codice, oggetto, scritture, this.pagine.autore(utente));
			salvate = fusione.accolte().size();
			Map<String, Bozza> lette = new LinkedHashMap<>(bozze);
			scritture.forEach((s) -> bozze.remove(s.criterio()));
			fusione.respinte()
				.forEach((r) -> bozze.put(r.scritta().criterio(),
						lette.get(r.scritta().criterio()).respinta(r.presente())));
		}
		catch (Rifiuto tutto) {
			rifiuto = tutto;
		}
		if (rifiuto == null && bozze.isEmpty()) {
			seguito.addFlashAttribute("salvato", salvate(salvate, oggetto));
			return new ModelAndView("redirect:" + UriComponentsBuilder.fromPath("/candidature/{c}/conformita")
				.queryParam("oggetto", "{o}")
				.encode()
				.buildAndExpand(codice, oggetto.codice())
				.toUriString());
		}
		ModelAndView pagina = pagina(this.pagine.leggi(codice, utente), oggetto.codice(), bozze, richiesta);
		pagina.addObject("salvate", (salvate > 0) ? salvate(salvate, oggetto) : null);
		pagina.addObject("rifiuto", (rifiuto == null) ? null : rifiuto.getMessage());
		boolean conflitto = bozze.values().stream().anyMatch((b) -> b.conflitto() != null)
				|| (rifiuto != null && rifiuto.motivo() == Rifiuto.Motivo.CONFLITTO);
		pagina.setStatus(conflitto ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
		return pagina;
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return new ModelAndView("assente", PaginaCandidatura.assente(rifiuto), HttpStatus.NOT_FOUND);
	}

	private ModelAndView pagina(Candidatura c, String scelto, Map<String, Bozza> bozze, HttpServletRequest richiesta) {
		Avviso avviso = this.catalogo.avviso(c.avviso());
		Conformita conformita = this.evidenze.conformita(c, this.catalogo);
		boolean ruolo = PaginaCandidatura.scrive(richiesta);
		ModelAndView pagina = new ModelAndView("conformita");
		pagina.addObject("codice", c.codice());
		pagina.addObject("ente", this.enti.leggi(c.ente()).nomeOggi());
		pagina.addObject("avviso", avviso.titolo());
		pagina.addObject("attivazione", conformita.attivazione());
		pagina.addObject("progresso", conformita.inParole());
		pagina.addObject("rispettati", conformita.rispettati());
		pagina.addObject("criteri", Math.max(1, conformita.criteri()));
		pagina.addObject("oggetti",
				conformita.oggetti().stream().map((o) -> OggettoMostrato.di(o, conformita.attivazione())).toList());
		pagina.addObject("vuota", vuota(avviso));
		pagina.addObject("modificabile", ruolo && c.conformitaModificabile());
		pagina.addObject("soloLettura", soloLettura(c, ruolo));
		pagina.addObject("bozze", bozze);
		pagina.addObject("stati", StatoCriterio.values());
		pagina.addObject("massimo", Scrittura.TESTO_MASSIMO);
		if (!conformita.oggetti().isEmpty() || scelto != null) {
			Conformita.Oggetto aperto = (scelto == null) ? primo(conformita) : oggetto(c, conformita, scelto);
			pagina.addObject("aperto", OggettoMostrato.di(aperto, conformita.attivazione()));
			pagina.addObject("sito", aperto.sito());
			pagina.addObject("categorie", OggettoMostrato.categorie(aperto, bozze));
		}
		return pagina;
	}

	/** Where there is work left; the first, once all is done. */
	private static Conformita.Oggetto primo(Conformita conformita) {
		return conformita.oggetti()
			.stream()
			.filter((o) -> o.stato() != Conformita.Punto.VERIFICATO)
			.findFirst()
			.orElseGet(() -> conformita.oggetti().get(0));
	}

	private static Conformita.Oggetto oggetto(Candidatura c, Conformita conformita, String codice) {
		return conformita.oggetto(codice)
			.orElseThrow(() -> Rifiuto.nonTrovato("La candidatura %s non ha un servizio «%s».", c.codice(), codice));
	}

	/**
	 * What was typed that the page had not shown, and is not given up for somebody
	 * else's.
	 */
	private static Map<String, Bozza> bozze(Map<String, String> campi) {
		Map<String, Bozza> bozze = new LinkedHashMap<>();
		campi.forEach((nome, testo) -> {
			if (nome.startsWith(EVIDENZA)) {
				String criterio = nome.substring(EVIDENZA.length());
				Bozza bozza = new Bozza(campi.getOrDefault("stato." + criterio, ""), Scrittura.pulito(testo),
						campi.getOrDefault("versione." + criterio, ""), Scrittura.pulito(campi.get("era." + criterio)),
						null, null);
				if (bozza.cambiata() && !TENGO.equals(campi.get("scelta." + criterio))) {
					bozze.put(criterio, bozza);
				}
			}
		});
		return bozze;
	}

	private static Scrittura scrittura(String criterio, Bozza bozza, String scelta) {
		String letta = (scelta != null && MIA.matcher(scelta).matches()) ? scelta.substring("mia-".length())
				: bozza.versione();
		if (!VERSIONE.matcher(letta).matches()) {
			throw Rifiuto.nonValido("La pagina è arrivata incompleta: la ricarichi e scriva di nuovo.");
		}
		return new Scrittura(criterio, Integer.parseInt(letta), StatoCriterio.leggi(bozza.stato()), bozza.testo());
	}

	private static String salvate(int salvate, Conformita.Oggetto oggetto) {
		return switch (salvate) {
			case 0 -> "Nessuna voce è cambiata: non c'era nulla da salvare.";
			case 1 -> "Salvato 1 criterio di «" + oggetto.nome() + "».";
			default -> "Salvati " + salvate + " criteri di «" + oggetto.nome() + "».";
		};
	}

	private static String vuota(Avviso avviso) {
		return avviso.pacchetto().conServizi()
				? "Il pacchetto non è ancora composto. Servizi e criteri compaiono qui quando in Attività si completa "
						+ "«Comporre il pacchetto»."
				: "Questa misura non ha servizi. Ciò che chiede si registra un passo alla volta in Attività; quando "
						+ "tutto è registrato si apre «Dichiarare il completamento».";
	}

	private static String soloLettura(Candidatura c, boolean ruolo) {
		if (!c.conformitaModificabile()) {
			return "Qui si scrive durante il completamento. La candidatura ora è nello stato «" + c.stato().nome()
					+ "»: si può solo leggere.";
		}
		return ruolo ? null : "Scrivono gli operatori dell'ente e l'ufficio RTD: Lei può leggere.";
	}

}
