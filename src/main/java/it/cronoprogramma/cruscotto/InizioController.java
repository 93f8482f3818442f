package it.cronoprogramma.cruscotto;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.cruscotto.Scadenzario.Criteri;
import it.cronoprogramma.cruscotto.Scadenzario.Ordine;
import it.cronoprogramma.cruscotto.Scadenzario.Quando;
import it.cronoprogramma.cruscotto.Scadenzario.Riga;
import it.cronoprogramma.cruscotto.Scadenzario.Somma;
import it.cronoprogramma.cruscotto.Scadenzario.Somme;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page after the login, the cruscotto: what is late and what is due, for the enti
 * that the reader may see, and where to go from here. The same rows as files.
 */
@Controller
class InizioController {

	private static final int PER_PAGINA = 50;

	private static final int PER_VOLTA = 10_000;

	private static final Pattern PAGINA = Pattern.compile("[1-9][0-9]{0,6}");

	private static final List<String> COLONNE = List.of("Giorno", "Giorni residui", "Situazione", "Candidatura",
			"Termine", "Ente", "Referenti", "Avviso", "Importo (euro)");

	private final Scadenzario scadenzario;

	private final TitoliAvvisiRepository titoli;

	private final Ambito ambito;

	private final Clock orologio;

	InizioController(Scadenzario scadenzario, TitoliAvvisiRepository titoli, Ambito ambito, Clock orologio) {
		this.scadenzario = scadenzario;
		this.titoli = titoli;
		this.ambito = ambito;
		this.orologio = orologio;
	}

	@GetMapping("/")
	String inizio(@RequestParam(required = false) String ente, @RequestParam(required = false) String referente,
			@RequestParam(required = false) String termine, @RequestParam(required = false) String quando,
			@RequestParam(required = false) String ordine, @RequestParam(required = false) String pagina, Model modello,
			Authentication chi, HttpServletRequest richiesta) {
		riempi(modello, FiltroScadenze.leggi(ente, referente, termine, quando, ordine), numero(pagina), chi, richiesta);
		return "inizio";
	}

	@GetMapping("/scadenze.csv")
	void csv(@RequestParam(required = false) String ente, @RequestParam(required = false) String referente,
			@RequestParam(required = false) String termine, @RequestParam(required = false) String quando,
			@RequestParam(required = false) String ordine, Authentication chi, HttpServletResponse risposta)
			throws IOException {
		Iterable<List<Object>> righe = tutte(FiltroScadenze.leggi(ente, referente, termine, quando, ordine), chi);
		Esportazione.csv(risposta, "scadenze", COLONNE, righe);
	}

	@GetMapping("/scadenze.xlsx")
	void xlsx(@RequestParam(required = false) String ente, @RequestParam(required = false) String referente,
			@RequestParam(required = false) String termine, @RequestParam(required = false) String quando,
			@RequestParam(required = false) String ordine, Authentication chi, HttpServletResponse risposta)
			throws IOException {
		Iterable<List<Object>> righe = tutte(FiltroScadenze.leggi(ente, referente, termine, quando, ordine), chi);
		Esportazione.xlsx(risposta, "scadenze", COLONNE, righe);
	}

	/** The page as it is without filters, and above it what is wrong with them. */
	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto, Authentication chi, HttpServletRequest richiesta) {
		ModelAndView pagina = new ModelAndView("inizio", HttpStatus.UNPROCESSABLE_ENTITY);
		Model modello = new ExtendedModelMap();
		riempi(modello, FiltroScadenze.NESSUNO, 1, chi, richiesta);
		pagina.addAllObjects(modello.asMap());
		pagina.addObject("rifiuto", rifiuto.getMessage());
		return pagina;
	}

	private void riempi(Model modello, FiltroScadenze filtro, int pagina, Authentication chi,
			HttpServletRequest richiesta) {
		LocalDate oggi = oggi();
		Criteri criteri = filtro.criteri(this.ambito.di(chi), oggi);
		Somme somme = this.scadenzario.somme(criteri, oggi, filtro.giorni(oggi));
		int pagine = Math.max(1, (somme.lista().termini() + PER_PAGINA - 1) / PER_PAGINA);
		int questa = Math.min(pagina, pagine);
		Map<String, TitoloAvviso> avvisi = this.titoli.tutti();

		modello.addAttribute("utente", chi.getName());
		modello.addAttribute("oggi", Parole.giornoEsteso(oggi));
		modello.addAttribute("cockpit", richiesta.isUserInRole("RTD") || richiesta.isUserInRole("RESPONSABILE")
				|| richiesta.isUserInRole("AMMINISTRATORE"));
		modello.addAttribute("importa", richiesta.isUserInRole("RTD") || richiesta.isUserInRole("AMMINISTRATORE"));
		modello.addAttribute("admin", richiesta.isUserInRole("AMMINISTRATORE"));
		modello.addAttribute("apre", PaginaCandidatura.scrive(richiesta));
		modello.addAttribute("cifre",
				List.of(CifraMostrata.di("Scaduti", somme.scaduti(), filtro.nei(Quando.SCADUTI)),
						CifraMostrata.di("Entro 7 giorni", somme.sette(), filtro.nei(Quando.SETTE)),
						CifraMostrata.di("Entro 30 giorni", somme.trenta(), filtro.nei(Quando.TRENTA))));
		modello.addAttribute("filtro", filtro);
		modello.addAttribute("termini", TipoTermine.values());
		modello.addAttribute("quali", Quando.values());
		modello.addAttribute("ordini", Ordine.values());
		modello.addAttribute("righe",
				this.scadenzario.righe(criteri, filtro.ordine(), (questa - 1L) * PER_PAGINA, PER_PAGINA)
					.stream()
					.map((r) -> RigaMostrata.di(r, oggi, avvisi))
					.toList());
		modello.addAttribute("quanti", quanti(somme.lista().termini()));
		modello.addAttribute("euro", Parole.euro(somme.lista().euro()));
		modello.addAttribute("pagina", questa);
		modello.addAttribute("pagine", pagine);
		modello.addAttribute("precedente", (questa > 1) ? filtro.indirizzo("/", questa - 1) : null);
		modello.addAttribute("successiva", (questa < pagine) ? filtro.indirizzo("/", questa + 1) : null);
		modello.addAttribute("csv", filtro.indirizzo("/scadenze.csv", 1));
		modello.addAttribute("xlsx", filtro.indirizzo("/scadenze.xlsx", 1));
	}

	/** Every row of the list, read as it is written: there may be tens of thousands. */
	private Iterable<List<Object>> tutte(FiltroScadenze filtro, Authentication chi) {
		LocalDate oggi = oggi();
		Criteri criteri = filtro.criteri(this.ambito.di(chi), oggi);
		Map<String, TitoloAvviso> avvisi = this.titoli.tutti();
		return () -> new Iterator<>() {

			private final List<Riga> gruppo = new ArrayList<>();

			private long lette;

			private int scritte;

			@Override
			public boolean hasNext() {
				if (this.scritte == this.gruppo.size() && this.lette % PER_VOLTA == 0) {
					this.gruppo.clear();
					this.gruppo.addAll(
							InizioController.this.scadenzario.righe(criteri, filtro.ordine(), this.lette, PER_VOLTA));
					this.scritte = 0;
					this.lette += this.gruppo.size();
				}
				return this.scritte < this.gruppo.size();
			}

			@Override
			public List<Object> next() {
				if (!hasNext()) {
					throw new NoSuchElementException();
				}
				Riga r = this.gruppo.get(this.scritte++);
				long giorni = GiorniResidui.tra(r.giorno(), oggi);
				return Arrays.asList(r.giorno(), giorni, GiorniResidui.inParole(giorni), r.candidatura(),
						r.termine().nome(), r.ente(), String.join(", ", r.referenti()), titolo(avvisi, r.avviso()),
						r.importo());
			}
		};
	}

	private LocalDate oggi() {
		return Roma.giorno(this.orologio.instant());
	}

	private static String titolo(Map<String, TitoloAvviso> avvisi, String codice) {
		TitoloAvviso titolo = avvisi.get(codice);
		return (titolo == null) ? codice : titolo.titolo();
	}

	private static String quanti(int termini) {
		return (termini == 1) ? "1 termine" : Parole.intero(termini) + " termini";
	}

	/** A page that cannot be is the first. */
	private static int numero(String pagina) {
		return (pagina != null && PAGINA.matcher(pagina).matches()) ? Integer.parseInt(pagina) : 1;
	}

	/** A sum, in the words of the page, and where the rows are that it counts. */
	record CifraMostrata(String nome, String quanti, String euro, String indirizzo, boolean presente) {

		static CifraMostrata di(String nome, Somma somma, FiltroScadenze filtro) {
			return new CifraMostrata(nome, Parole.intero(somma.termini()), Parole.euro(somma.euro()),
					filtro.indirizzo("/", 1), somma.termini() > 0);
		}

	}

	/** A term, in the words of the page. */
	record RigaMostrata(String giorno, String situazione, String aspetto, String candidatura, String termine,
			String ente, String referenti, String avviso, String importo) {

		static RigaMostrata di(Riga r, LocalDate oggi, Map<String, TitoloAvviso> avvisi) {
			long giorni = GiorniResidui.tra(r.giorno(), oggi);
			return new RigaMostrata(Parole.giornoEsteso(r.giorno()), GiorniResidui.inParole(giorni),
					(giorni < 0) ? "attesa" : "corso", r.candidatura(), r.termine().nome(), r.ente(),
					r.referenti().isEmpty() ? "–" : String.join(", ", r.referenti()), titolo(avvisi, r.avviso()),
					(r.importo() == null) ? "–" : Parole.euro(r.importo()));
		}

	}

}
