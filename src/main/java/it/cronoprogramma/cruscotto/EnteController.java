package it.cronoprogramma.cruscotto;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.cruscotto.PortafoglioRepository.Anagrafica;
import it.cronoprogramma.cruscotto.PortafoglioRepository.Voce;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * One ente: who it is, what is not known of it yet, and all its candidature with what
 * comes next; on the screen and on paper.
 */
@Controller
@RequestMapping("/enti/{id}")
class EnteController {

	/** No ente has as many: the avvisi are fewer. */
	private static final int CANDIDATURE_MASSIME = 500;

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,20}");

	private final Ambito ambito;

	private final Filtri filtri;

	private final EnteRepository enti;

	private final PortafoglioRepository portafoglio;

	private final ScadenzaRepository scadenze;

	private final TitoliAvvisiRepository titoli;

	private final StampaPdf stampa;

	private final Clock orologio;

	EnteController(Ambito ambito, Filtri filtri, EnteRepository enti, PortafoglioRepository portafoglio,
			ScadenzaRepository scadenze, TitoliAvvisiRepository titoli, StampaPdf stampa, Clock orologio) {
		this.ambito = ambito;
		this.filtri = filtri;
		this.enti = enti;
		this.portafoglio = portafoglio;
		this.scadenze = scadenze;
		this.titoli = titoli;
		this.stampa = stampa;
		this.orologio = orologio;
	}

	@GetMapping
	String pagina(@PathVariable String id, Model modello, Authentication chi) {
		modello.addAllAttributes(scheda(leggi(id, chi), chi));
		return "ente";
	}

	@GetMapping("/scheda.pdf")
	ResponseEntity<byte[]> scheda(@PathVariable String id, Authentication chi) {
		Ente ente = leggi(id, chi);
		Map<String, Object> dati = scheda(ente, chi);
		dati.put("da", chi.getName());
		dati.put("stampato", Parole.momento(this.orologio.instant()));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("scheda-" + ente.id() + ".pdf").build().toString())
			.body(this.stampa.stampa("pdf/ente", dati));
	}

	@ExceptionHandler(Rifiuto.class)
	ModelAndView rifiuto(Rifiuto rifiuto) {
		return PaginaElenco.rifiutata(rifiuto, "/portafoglio?per=ente", "Portafoglio per ente");
	}

	private Ente leggi(String id, Authentication chi) {
		if (!ID.matcher(id).matches() || !this.ambito.di(chi).contiene(id)) {
			throw assente(id);
		}
		return this.enti.leggi(List.of(id)).stream().findFirst().orElseThrow(() -> assente(id));
	}

	private static Rifiuto assente(String id) {
		return Rifiuto.nonTrovato("L'ente «%s» non esiste.", id);
	}

	private Map<String, Object> scheda(Ente ente, Authentication chi) {
		List<Ente> confluiti = this.enti.confluitiIn(ente.id());
		Set<String> ids = new TreeSet<>(Set.of(ente.id()));
		confluiti.forEach((e) -> ids.add(e.id()));
		Selezione s = this.filtri.tutto(chi).diEnti(ids);
		Anagrafica a = this.portafoglio.anagrafica(ente.id());
		List<Voce> voci = this.portafoglio.elenco(s, 0, CANDIDATURE_MASSIME);
		Map<String, List<Scadenza>> termini = this.scadenze.tutte(voci.stream().map(Voce::codice).toList());
		Map<String, TitoloAvviso> avvisi = this.titoli.tutti();
		LocalDate oggi = Roma.giorno(this.orologio.instant());
		Riepilogo somme = this.portafoglio.riepilogo(s);
		Map<String, Object> scheda = new HashMap<>();
		scheda.put("id", ente.id());
		scheda.put("nome", ente.nomeOggi());
		scheda.put("fatti", fatti(ente, a));
		scheda.put("mancano", mancano(ente, a));
		scheda.put("confluiti", confluiti.stream().map(Ente::nome).toList());
		scheda.put("candidature",
				voci.stream()
					.map((v) -> CandidaturaMostrata.di(v, ElencoController.titolo(v.avviso(), avvisi),
							termini.getOrDefault(v.codice(), List.of()), oggi))
					.toList());
		scheda.put("somme", new PortafoglioController.Riga(null, "Totale", somme.finanziate(), somme.liquidate()));
		return scheda;
	}

	private static Map<String, String> fatti(Ente ente, Anagrafica a) {
		Map<String, String> fatti = new LinkedHashMap<>();
		fatti.put("Tipologia", a.tipologia());
		fatti.put("Codice IPA", ente.codiceIpa());
		fatti.put("Codice ISTAT", ente.codiceIstat());
		fatti.put("Provincia", a.provincia());
		fatti.put("Regione", a.regione());
		fatti.put("Popolazione", (a.popolazione() == null) ? null
				: Parole.intero(a.popolazione()) + " abitanti" + ((a.fonte() == null) ? "" : ", " + a.fonte()));
		fatti.put("Gestione associata", a.gestione());
		fatti.replaceAll((nome, valore) -> (valore == null || valore.isBlank()) ? "non nota" : valore);
		fatti.computeIfPresent("Codice IPA", (nome, valore) -> valore.replace("non nota", "non noto"));
		fatti.computeIfPresent("Codice ISTAT", (nome, valore) -> valore.replace("non nota", "non noto"));
		return fatti;
	}

	/** An ente known from the published data has nobody who is written to. */
	private List<String> mancano(Ente ente, Anagrafica a) {
		List<String> mancano = new ArrayList<>();
		if (ente.soppresso()) {
			return mancano;
		}
		mancano.addAll(it.cronoprogramma.ente.Anagrafica.mancano(a.popolazione(), a.gestione(), a.referenti(),
				this.enti.gestioni().stream().findAny().isPresent()));
		if (mancano.isEmpty() && a.daCompletare()) {
			mancano.add("la conferma dei dati: è noto solo dai dati pubblicati");
		}
		return mancano;
	}

	/** A candidatura of the ente, in the words of the page. */
	record CandidaturaMostrata(String codice, String avviso, String stato, boolean viva, String termine, String giorno,
			boolean scaduto, String importo) {

		static CandidaturaMostrata di(Voce v, String titolo, List<Scadenza> termini, LocalDate oggi) {
			Optional<Scadenza> prossimo = termini.stream()
				.filter(Scadenza::pendente)
				.min(Comparator.comparing(Scadenza::governante));
			return new CandidaturaMostrata(v.codice(), titolo, v.stato().nome(), v.stato().viva(),
					prossimo.map((t) -> t.termine().nome()).orElse("–"),
					prossimo.map((t) -> Parole.giorno(t.governante())).orElse("–"),
					prossimo.map((t) -> t.termine() != TipoTermine.MANTENIMENTO && t.governante().isBefore(oggi))
						.orElse(false),
					(v.importo() == null) ? "–" : Parole.euro(v.importo()));
		}

	}

}
