package it.cronoprogramma.cruscotto;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.cruscotto.PortafoglioRepository.Passo;
import it.cronoprogramma.cruscotto.PortafoglioRepository.Rischio;
import it.cronoprogramma.cruscotto.PortafoglioRepository.Tempi;
import it.cronoprogramma.cruscotto.Riepilogo.Conto;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * How it goes: where the candidature stand, what money hangs on the terms of which month,
 * and how long the money takes.
 */
@Controller
@RequestMapping("/andamento")
class AndamentoController {

	private static final String PERCORSO = "/andamento";

	private static final DateTimeFormatter MESE = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ITALIAN);

	private final Filtri filtri;

	private final PortafoglioRepository portafoglio;

	private final TitoliAvvisiRepository titoli;

	private final Clock orologio;

	AndamentoController(Filtri filtri, PortafoglioRepository portafoglio, TitoliAvvisiRepository titoli,
			Clock orologio) {
		this.filtri = filtri;
		this.portafoglio = portafoglio;
		this.titoli = titoli;
		this.orologio = orologio;
	}

	@GetMapping
	String pagina(Richiesta richiesta, Model modello, Authentication chi) {
		Selezione s = this.filtri.leggi(richiesta.domanda(), chi);
		List<Sezione> sezioni = new ArrayList<>();
		for (Tabella t : Tabella.values()) {
			sezioni.add(new Sezione(t, righe(t, s).stream().map((riga) -> mostrata(t, riga)).toList(),
					PaginaElenco.indirizzo(PERCORSO + "/" + t.codice() + ".csv", richiesta.campi()),
					PaginaElenco.indirizzo(PERCORSO + "/" + t.codice() + ".xlsx", richiesta.campi())));
		}
		modello.addAttribute("r", richiesta);
		modello.addAttribute("scelte", this.filtri.scelte(chi));
		modello.addAttribute("sezioni", sezioni);
		modello.addAttribute("oggi", Parole.giorno(oggi()));
		return "andamento";
	}

	@GetMapping("/{tabella}.csv")
	void csv(@PathVariable String tabella, Richiesta richiesta, Authentication chi, HttpServletResponse risposta)
			throws IOException {
		Tabella t = Tabella.leggi(tabella);
		Esportazione.csv(risposta, t.codice(), t.colonne(), righe(t, this.filtri.leggi(richiesta.domanda(), chi)));
	}

	@GetMapping("/{tabella}.xlsx")
	void xlsx(@PathVariable String tabella, Richiesta richiesta, Authentication chi, HttpServletResponse risposta)
			throws IOException {
		Tabella t = Tabella.leggi(tabella);
		Esportazione.xlsx(risposta, t.codice(), t.colonne(), righe(t, this.filtri.leggi(richiesta.domanda(), chi)));
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, PERCORSO, "Andamento");
	}

	private LocalDate oggi() {
		return Roma.giorno(this.orologio.instant());
	}

	private List<List<Object>> righe(Tabella t, Selezione s) {
		return switch (t) {
			case IMBUTO -> imbuto(s);
			case FASI -> fasi(s);
			case RISCHIO -> rischio(s);
			case TEMPI -> tempi(s);
		};
	}

	private List<List<Object>> imbuto(Selezione s) {
		List<Conto> passi = this.portafoglio.passi(s);
		List<List<Object>> righe = new ArrayList<>();
		if (passi.get(0).numero() > 0) {
			for (Passo p : Passo.values()) {
				righe.add(riga(p.nome(), passi.get(p.ordinal())));
			}
		}
		return righe;
	}

	private List<List<Object>> fasi(Selezione s) {
		Map<Stato, Conto> fasi = this.portafoglio.fasi(s);
		List<List<Object>> righe = new ArrayList<>();
		fasi.forEach((fase, conto) -> righe.add(riga(Parole.maiuscola(fase.nome()), conto)));
		if (!righe.isEmpty()) {
			righe.add(riga("Totale", fasi.values().stream().reduce(Conto.NULLA, Conto::piu)));
		}
		return righe;
	}

	private static List<Object> riga(String nome, Conto conto) {
		return List.of(nome, conto.numero(), conto.importo());
	}

	private List<List<Object>> rischio(Selezione s) {
		List<Rischio> mesi = this.portafoglio.rischio(s, oggi());
		List<List<Object>> righe = new ArrayList<>();
		mesi.forEach((m) -> righe.add(riga(mese(m.mese()), m)));
		if (!righe.isEmpty()) {
			righe.add(riga("Totale", new Rischio(null, mesi.stream().mapToLong(Rischio::termini).sum(),
					mesi.stream().mapToLong(Rischio::scaduti).sum(), this.portafoglio.rischioInTutto(s))));
		}
		return righe;
	}

	private static String mese(YearMonth mese) {
		return Parole.maiuscola(MESE.format(mese));
	}

	private static List<Object> riga(String nome, Rischio r) {
		return List.of(nome, r.termini(), r.scaduti(), r.candidature().numero(), r.candidature().importo());
	}

	private List<List<Object>> tempi(Selezione s) {
		Map<String, Tempi> perAvviso = new LinkedHashMap<>();
		this.portafoglio.tempi(s).forEach((t) -> perAvviso.put(t.avviso(), t));
		List<List<Object>> righe = new ArrayList<>();
		for (TitoloAvviso a : this.titoli.tutti().values()) {
			if (perAvviso.containsKey(a.codice())) {
				righe.add(riga(a.titolo(), perAvviso.get(a.codice())));
			}
		}
		this.portafoglio.tempiInTutto(s).ifPresent((t) -> righe.add(riga("Totale", t)));
		return righe;
	}

	private static List<Object> riga(String nome, Tempi t) {
		List<Object> riga = new ArrayList<>();
		riga.add(nome);
		riga.add(t.quante());
		riga.addAll(t.giorni());
		return riga;
	}

	private static RigaMostrata mostrata(Tabella t, List<Object> riga) {
		List<CellaMostrata> celle = new ArrayList<>();
		for (int i = 1; i < riga.size(); i++) {
			celle.add(new CellaMostrata(t.colonneInPagina().get(i), inParole(riga.get(i))));
		}
		boolean totale = "Totale".equals(riga.get(0));
		return new RigaMostrata((String) riga.get(0), celle, totale, (totale || t == Tabella.TEMPI) ? null
				: (Number) riga.get(riga.size() - ((t == Tabella.RISCHIO) ? 1 : 2)));
	}

	private static String inParole(Object valore) {
		return (valore instanceof BigDecimal importo) ? Parole.euro(importo)
				: Parole.intero(((Number) valore).longValue());
	}

	/** The tables of the page. */
	enum Tabella {

		IMBUTO("imbuto", "Fin dove sono arrivate",
				"Quante candidature hanno raggiunto ogni passo, anche se poi sono state rinunciate o revocate. Chi ha "
						+ "fatto un passo ha fatto quelli prima.",
				List.of("Passo", "Candidature", "Importo (euro)")),
		FASI("fasi", "A che punto sono", "Ogni candidatura sta in una fase sola.",
				List.of("Fase", "Candidature", "Importo (euro)")),
		RISCHIO("rischio", "Euro a rischio, mese per mese",
				"L'importo delle candidature che hanno un termine aperto o scaduto con l'ultimo giorno in quel mese. "
						+ "Una candidatura con termini in più mesi conta in ognuno; nel totale una volta sola. Il "
						+ "mantenimento non conta: non è un adempimento.",
				List.of("Mese", "Termini", "Di cui scaduti", "Candidature", "Importo (euro)")),
		TEMPI("tempi", "Giorni dal decreto all'erogazione",
				"Giorni di calendario dalla data del decreto di finanziamento al giorno dell'accredito. La mediana è il "
						+ "giorno entro il quale è stata pagata la metà; al 10% un decimo, al 90% nove decimi.",
				List.of("Avviso", "Erogate", "Minimo", "10%", "25%", "Mediana", "75%", "90%", "Massimo"));

		private final String codice;

		private final String titolo;

		private final String spiegazione;

		private final List<String> colonne;

		Tabella(String codice, String titolo, String spiegazione, List<String> colonne) {
			this.codice = codice;
			this.titolo = titolo;
			this.spiegazione = spiegazione;
			this.colonne = colonne;
		}

		public String codice() {
			return this.codice;
		}

		public String titolo() {
			return this.titolo;
		}

		public String spiegazione() {
			return this.spiegazione;
		}

		List<String> colonne() {
			return this.colonne;
		}

		/** On the page every amount has its sign. */
		public List<String> colonneInPagina() {
			return this.colonne.stream().map((c) -> c.replace(" (euro)", "")).toList();
		}

		static Tabella leggi(String codice) {
			return Arrays.stream(values())
				.filter((t) -> t.codice.equals(codice))
				.findFirst()
				.orElseThrow(() -> Rifiuto.nonTrovato("La tabella «%s» non esiste.", codice));
		}

	}

	/**
	 * What the form sends.
	 *
	 * @param misura a measure
	 * @param regione name of a regione
	 * @param provincia two letters
	 */
	record Richiesta(String misura, String regione, String provincia) {

		Filtri.Domanda domanda() {
			return Filtri.Domanda.di(this.misura, this.regione, this.provincia, null);
		}

		Map<String, String> campi() {
			Map<String, String> campi = new LinkedHashMap<>();
			campi.put("misura", this.misura);
			campi.put("regione", this.regione);
			campi.put("provincia", this.provincia);
			return campi;
		}

	}

	/** A table of the page, with the files of the same rows. */
	record Sezione(Tabella tabella, List<RigaMostrata> righe, String csv, String xlsx) {

		/** The whole of the bars: the largest of the rows, never nothing. */
		public long massimo() {
			return this.righe.stream()
				.filter((r) -> r.barra() != null)
				.mapToLong((r) -> r.barra().longValue())
				.max()
				.orElse(1);
		}

	}

	/** A row of the page. */
	record RigaMostrata(String nome, List<CellaMostrata> celle, boolean totale, Number barra) {
	}

	/** A cell of the page, under its head. */
	record CellaMostrata(String testa, String testo) {
	}

}
