package it.cronoprogramma.cruscotto;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.cruscotto.PortafoglioRepository.Voce;
import it.cronoprogramma.rifiuto.Rifiuto;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The list of the candidature: a page at a time on the screen, all of it as a file.
 */
@Controller
class ElencoController {

	private static final String PERCORSO = "/candidature";

	private static final List<String> COLONNE = List.of("Candidatura", "Ente", "Avviso", "Stato", "Importo (euro)",
			"CUP");

	private final Filtri filtri;

	private final PortafoglioRepository portafoglio;

	private final TitoliAvvisiRepository titoli;

	ElencoController(Filtri filtri, PortafoglioRepository portafoglio, TitoliAvvisiRepository titoli) {
		this.filtri = filtri;
		this.portafoglio = portafoglio;
		this.titoli = titoli;
	}

	@GetMapping(PERCORSO)
	String pagina(Richiesta richiesta, @RequestParam(required = false) String pagina, Model modello, Authentication chi,
			HttpServletRequest http) {
		Selezione s = this.filtri.leggi(richiesta.domanda(), chi);
		int quante = this.portafoglio.quante(s);
		PaginaElenco questa = PaginaElenco.di(pagina, quante);
		Map<String, TitoloAvviso> avvisi = this.titoli.tutti();
		Map<String, String> campi = richiesta.campi();
		modello.addAttribute("r", richiesta);
		modello.addAttribute("avvisi", avvisi.values());
		modello.addAttribute("stati", Arrays.stream(Stato.values()).map(Stato::nome).toList());
		modello.addAttribute("candidature",
				this.portafoglio.elenco(s, questa.salta(), PaginaElenco.RIGHE)
					.stream()
					.map((v) -> VoceMostrata.di(v, titolo(v.avviso(), avvisi)))
					.toList());
		modello.addAttribute("quante", Parole.intero(quante));
		modello.addAttribute("pagina", questa);
		modello.addAttribute("precedente", questa.precedente(PERCORSO, campi));
		modello.addAttribute("successiva", questa.successiva(PERCORSO, campi));
		modello.addAttribute("csv", PaginaElenco.indirizzo(PERCORSO + ".csv", campi));
		modello.addAttribute("xlsx", PaginaElenco.indirizzo(PERCORSO + ".xlsx", campi));
		modello.addAttribute("filtrata", campi.values().stream().anyMatch((v) -> v != null && !v.isBlank()));
		modello.addAttribute("apre", PaginaCandidatura.scrive(http));
		return "candidature";
	}

	@GetMapping(PERCORSO + ".csv")
	void csv(Richiesta richiesta, Authentication chi, HttpServletResponse risposta) throws IOException {
		Esportazione.csv(risposta, "candidature", COLONNE, celle(richiesta, chi));
	}

	@GetMapping(PERCORSO + ".xlsx")
	void xlsx(Richiesta richiesta, Authentication chi, HttpServletResponse risposta) throws IOException {
		Esportazione.xlsx(risposta, "candidature", COLONNE, celle(richiesta, chi));
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, PERCORSO, "Candidature");
	}

	private Iterable<List<Object>> celle(Richiesta richiesta, Authentication chi) {
		Map<String, TitoloAvviso> avvisi = this.titoli.tutti();
		Iterable<Voce> voci = this.portafoglio.tutte(this.filtri.leggi(richiesta.domanda(), chi));
		return () -> StreamSupport.stream(voci.spliterator(), false)
			.map((v) -> Arrays.<Object>asList(v.codice(), v.nomeEnte(), titolo(v.avviso(), avvisi), v.stato().nome(),
					v.importo(), v.cup()))
			.iterator();
	}

	/**
	 * How an avviso is called.
	 * @param codice its code
	 * @param avvisi every avviso by code
	 * @return its title, or the code where nobody knows it
	 */
	static String titolo(String codice, Map<String, TitoloAvviso> avvisi) {
		return avvisi.containsKey(codice) ? avvisi.get(codice).titolo() : codice;
	}

	/**
	 * What the form sends.
	 *
	 * @param ente a piece of an ente's name
	 * @param avviso code of an avviso
	 * @param stato name of a state
	 */
	record Richiesta(String ente, String avviso, String stato) {

		Filtri.Domanda domanda() {
			return new Filtri.Domanda(null, this.avviso, null, this.ente, null, null, this.stato, null);
		}

		Map<String, String> campi() {
			Map<String, String> campi = new LinkedHashMap<>();
			campi.put("ente", this.ente);
			campi.put("avviso", this.avviso);
			campi.put("stato", this.stato);
			return campi;
		}

	}

	/** A candidatura, in the words of the list. */
	record VoceMostrata(String codice, String idEnte, String ente, String avviso, String stato, boolean viva,
			String importo, String cup) {

		static VoceMostrata di(Voce v, String titolo) {
			return new VoceMostrata(v.codice(), v.ente(), v.nomeEnte(), titolo, v.stato().nome(), v.stato().viva(),
					(v.importo() == null) ? "–" : Parole.euro(v.importo()), (v.cup() == null) ? "–" : v.cup());
		}

	}

}
