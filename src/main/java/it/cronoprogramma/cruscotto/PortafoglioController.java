package it.cronoprogramma.cruscotto;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.cruscotto.PortafoglioRepository.Gruppo;
import it.cronoprogramma.cruscotto.Riepilogo.Conto;
import it.cronoprogramma.rifiuto.Rifiuto;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The portfolio in the form of the DTD's tables (report at 31 Dec 2023, Tavole 5 to 7):
 * projects financed net of rinunce, amount, projects paid, amount paid.
 */
@Controller
class PortafoglioController {

	private static final String PERCORSO = "/portafoglio";

	private static final String NON_NOTA = "non nota";

	private static final Pattern NUMERO = Pattern.compile("[0-9][0-9.]*");

	private final Filtri filtri;

	private final PortafoglioRepository portafoglio;

	private final TitoliAvvisiRepository titoli;

	PortafoglioController(Filtri filtri, PortafoglioRepository portafoglio, TitoliAvvisiRepository titoli) {
		this.filtri = filtri;
		this.portafoglio = portafoglio;
		this.titoli = titoli;
	}

	@GetMapping(PERCORSO)
	String pagina(Richiesta richiesta, @RequestParam(required = false) String pagina, Model modello,
			Authentication chi) {
		Raggruppamento per = Raggruppamento.leggi(richiesta.per());
		Selezione s = this.filtri.leggi(richiesta.domanda(), chi);
		Riepilogo somme = this.portafoglio.riepilogo(s);
		List<Riga> tutte = (per == Raggruppamento.ENTE) ? List.of() : righe(per, s);
		int quante = (per == Raggruppamento.ENTE) ? this.portafoglio.quantiEnti(s) : tutte.size();
		PaginaElenco questa = PaginaElenco.di(pagina, quante);
		List<Riga> righe = (per == Raggruppamento.ENTE) ? enti(s, questa.salta(), PaginaElenco.RIGHE)
				: tutte.subList(questa.salta(), Math.min(quante, questa.salta() + PaginaElenco.RIGHE));
		Map<String, String> campi = richiesta.campi(per);
		modello.addAttribute("per", per);
		modello.addAttribute("raggruppamenti", Raggruppamento.values());
		modello.addAttribute("r", richiesta);
		modello.addAttribute("scelte", this.filtri.scelte(chi));
		modello.addAttribute("righe", righe.stream().map((r) -> r.mostrata(richiesta, per)).toList());
		modello.addAttribute("totale", new Riga(null, "Totale", somme.finanziate(), somme.liquidate()));
		modello.addAttribute("nonContati", nonContati(somme));
		modello.addAttribute("quante", quante);
		modello.addAttribute("pagina", questa);
		modello.addAttribute("precedente", questa.precedente(PERCORSO, campi));
		modello.addAttribute("successiva", questa.successiva(PERCORSO, campi));
		modello.addAttribute("csv", PaginaElenco.indirizzo(PERCORSO + ".csv", campi));
		modello.addAttribute("xlsx", PaginaElenco.indirizzo(PERCORSO + ".xlsx", campi));
		modello.addAttribute("giorno", (s.allaData() == null) ? null : Parole.giorno(s.allaData()));
		return "portafoglio";
	}

	private static String nonContati(Riepilogo somme) {
		if (somme.rinunciate().numero() + somme.revocate().numero() == 0) {
			return null;
		}
		return "Non contati: rinunciati " + Parole.intero(somme.rinunciate().numero()) + ", per "
				+ Parole.euro(somme.rinunciate().importo()) + "; revocati " + Parole.intero(somme.revocate().numero())
				+ ", per " + Parole.euro(somme.revocate().importo()) + ".";
	}

	@GetMapping(PERCORSO + ".csv")
	void csv(Richiesta richiesta, Authentication chi, HttpServletResponse risposta) throws IOException {
		Raggruppamento per = Raggruppamento.leggi(richiesta.per());
		Esportazione.csv(risposta, nome(per), colonne(per), celle(per, richiesta, chi));
	}

	@GetMapping(PERCORSO + ".xlsx")
	void xlsx(Richiesta richiesta, Authentication chi, HttpServletResponse risposta) throws IOException {
		Raggruppamento per = Raggruppamento.leggi(richiesta.per());
		Esportazione.xlsx(risposta, nome(per), colonne(per), celle(per, richiesta, chi));
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, PERCORSO, "Portafoglio");
	}

	private static String nome(Raggruppamento per) {
		return "portafoglio-per-" + per.codice();
	}

	private static List<String> colonne(Raggruppamento per) {
		return List.of(per.testa(), "Progetti finanziati", "Importo (euro)", "Progetti liquidati", "Erogato (euro)");
	}

	private List<List<Object>> celle(Raggruppamento per, Richiesta richiesta, Authentication chi) {
		Selezione s = this.filtri.leggi(richiesta.domanda(), chi);
		Riepilogo somme = this.portafoglio.riepilogo(s);
		List<List<Object>> celle = new ArrayList<>();
		(per == Raggruppamento.ENTE ? enti(s, 0, Integer.MAX_VALUE) : righe(per, s))
			.forEach((r) -> celle.add(r.celle()));
		celle.add(new Riga(null, "Totale", somme.finanziate(), somme.liquidate()).celle());
		return celle;
	}

	private List<Riga> enti(Selezione s, int salta, int quanti) {
		return this.portafoglio.perEnte(s, salta, quanti)
			.stream()
			.map((g) -> new Riga(g.chiave(), g.nome(), g.finanziati(), g.liquidati()))
			.toList();
	}

	private List<Riga> righe(Raggruppamento per, Selezione s) {
		List<Gruppo> gruppi = this.portafoglio.gruppi(per, s);
		Map<String, TitoloAvviso> avvisi = this.titoli.tutti();
		return switch (per) {
			case AVVISO -> {
				List<String> ordine = List.copyOf(avvisi.keySet());
				yield gruppi.stream()
					.sorted(Comparator
						.comparing((Gruppo g) -> avvisi.containsKey(g.chiave()) ? avvisi.get(g.chiave()).misura() : "~")
						.thenComparing((g) -> ordine.indexOf(g.chiave())))
					.map((g) -> riga(g, avvisi.containsKey(g.chiave()) ? avvisi.get(g.chiave()).titolo() : g.chiave()))
					.toList();
			}
			case MISURA -> misure(gruppi, avvisi);
			case FASCIA -> gruppi.stream()
				.sorted(Comparator.comparing(Gruppo::chiave,
						Comparator.nullsLast(Comparator.comparing(PortafoglioController::da)
							.thenComparing(PortafoglioController::fino))))
				.map((g) -> riga(g, g.chiave()))
				.toList();
			default -> gruppi.stream()
				.sorted(Comparator.comparing(Gruppo::chiave, Comparator.nullsLast(Comparator.naturalOrder())))
				.map((g) -> riga(g, g.chiave()))
				.toList();
		};
	}

	private static Riga riga(Gruppo g, String nome) {
		return new Riga(g.chiave(), (nome == null) ? NON_NOTA : nome, g.finanziati(), g.liquidati());
	}

	private static List<Riga> misure(List<Gruppo> gruppi, Map<String, TitoloAvviso> avvisi) {
		Map<String, List<Gruppo>> misure = gruppi.stream()
			.collect(Collectors.groupingBy(
					(g) -> avvisi.containsKey(g.chiave()) ? avvisi.get(g.chiave()).misura() : NON_NOTA,
					java.util.TreeMap::new, Collectors.toList()));
		return misure.entrySet()
			.stream()
			.map((m) -> new Riga(NON_NOTA.equals(m.getKey()) ? null : m.getKey(), m.getKey(),
					somma(m.getValue(), Gruppo::finanziati), somma(m.getValue(), Gruppo::liquidati)))
			.toList();
	}

	private static Conto somma(List<Gruppo> gruppi, Function<Gruppo, Conto> conto) {
		return gruppi.stream().map(conto).reduce(Conto.NULLA, Conto::piu);
	}

	/** «fino a 5.000» begins at nothing, «oltre 250.000» at its number. */
	private static long da(String fascia) {
		return fascia.startsWith("fino") ? 0 : numeri(fascia).get(0);
	}

	private static long fino(String fascia) {
		List<Long> numeri = numeri(fascia);
		return numeri.get(numeri.size() - 1);
	}

	private static List<Long> numeri(String fascia) {
		List<Long> numeri = new ArrayList<>();
		Matcher m = NUMERO.matcher(fascia);
		while (m.find()) {
			numeri.add(Long.parseLong(m.group().replace(".", "")));
		}
		return numeri.isEmpty() ? List.of(Long.MAX_VALUE) : numeri;
	}

	/**
	 * What the form sends.
	 *
	 * @param per by what
	 * @param misura a measure
	 * @param regione name of a regione
	 * @param provincia two letters
	 * @param allaData a day, ISO
	 */
	record Richiesta(String per, String misura, String regione, String provincia, String allaData) {

		Filtri.Domanda domanda() {
			return Filtri.Domanda.di(this.misura, this.regione, this.provincia, this.allaData);
		}

		Map<String, String> campi(Raggruppamento per) {
			Map<String, String> campi = new LinkedHashMap<>();
			campi.put("per", per.codice());
			campi.put("misura", this.misura);
			campi.put("regione", this.regione);
			campi.put("provincia", this.provincia);
			campi.put("allaData", this.allaData);
			return campi;
		}

		/** Where the name of a line leads: one step nearer to the candidature. */
		String verso(Raggruppamento per, String chiave) {
			if (chiave == null) {
				return null;
			}
			return switch (per) {
				case AVVISO -> PaginaElenco.indirizzo("/candidature", Map.of("avviso", chiave));
				case ENTE -> "/enti/" + chiave;
				case MISURA -> altrove(Raggruppamento.AVVISO, "misura", chiave);
				case REGIONE -> altrove(Raggruppamento.PROVINCIA, "regione", chiave);
				case PROVINCIA -> altrove(Raggruppamento.ENTE, "provincia", chiave);
				case FASCIA -> null;
			};
		}

		private String altrove(Raggruppamento per, String campo, String valore) {
			Map<String, String> campi = campi(per);
			campi.put(campo, valore);
			return PaginaElenco.indirizzo(PERCORSO, campi);
		}

	}

	/** A line, as numbers. */
	record Riga(String chiave, String nome, Conto finanziati, Conto liquidati) {

		List<Object> celle() {
			return List.of(this.nome, this.finanziati.numero(), this.finanziati.importo(), this.liquidati.numero(),
					this.liquidati.importo());
		}

		RigaMostrata mostrata(Richiesta richiesta, Raggruppamento per) {
			return new RigaMostrata(richiesta.verso(per, this.chiave), this);
		}

		public String finanziatiInParole() {
			return Parole.intero(this.finanziati.numero());
		}

		public String importo() {
			return Parole.euro(this.finanziati.importo());
		}

		public String liquidatiInParole() {
			return Parole.intero(this.liquidati.numero());
		}

		public String erogato() {
			return Parole.euro(this.liquidati.importo());
		}

		/** The part that was paid, for the bar: of a whole that is never nothing. */
		public BigDecimal intero() {
			return this.finanziati.importo().max(BigDecimal.ONE);
		}

		public BigDecimal parte() {
			return this.liquidati.importo();
		}

	}

	/** A line on the page. */
	record RigaMostrata(String verso, Riga riga) {
	}

}
