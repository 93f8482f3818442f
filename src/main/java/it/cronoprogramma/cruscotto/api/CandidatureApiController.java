package it.cronoprogramma.cruscotto.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Attivita;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Contratto;
import it.cronoprogramma.candidatura.RigaStoria;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.cruscotto.Filtri;
import it.cronoprogramma.cruscotto.PaginaElenco;
import it.cronoprogramma.cruscotto.PortafoglioRepository;
import it.cronoprogramma.cruscotto.PortafoglioRepository.Differito;
import it.cronoprogramma.cruscotto.PortafoglioRepository.Voce;
import it.cronoprogramma.cruscotto.Selezione;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The candidature: a list, and everything of one. Who reads sees only what is his own;
 * the rest does not exist for him.
 */
@RestController
@RequestMapping("/api/v1/candidature")
class CandidatureApiController {

	/** The latest ones; the pages have them all. */
	private static final int RIGHE_DI_STORIA = 5000;

	private static final Pattern CODICE = Pattern.compile("C[0-9]{1,18}");

	private final Filtri filtri;

	private final PortafoglioRepository portafoglio;

	private final CandidaturaRepository candidature;

	private final ScadenzaRepository scadenze;

	CandidatureApiController(Filtri filtri, PortafoglioRepository portafoglio, CandidaturaRepository candidature,
			ScadenzaRepository scadenze) {
		this.filtri = filtri;
		this.portafoglio = portafoglio;
		this.candidature = candidature;
		this.scadenze = scadenze;
	}

	/**
	 * The candidature by ente and code, a hundred at a time.
	 * @param ente an ente's id or IPA code
	 * @param avviso code of an avviso
	 * @param stato a state, in Italian or as the API writes it
	 * @param pagina which page, from 1
	 * @param chi who asks
	 * @return the page; one after the last is empty
	 * @throws Rifiuto if something is not there for the asker, or cannot be read
	 */
	@GetMapping
	PaginaRisposta elenco(@RequestParam(required = false) String ente, @RequestParam(required = false) String avviso,
			@RequestParam(required = false) String stato, @RequestParam(required = false) String pagina,
			Authentication chi) {
		int questa = Parametri.intero("pagina", pagina, 1);
		if (questa < 1) {
			throw Rifiuto.nonValido("Parametro «pagina»: le pagine si contano da 1.");
		}
		Selezione s = this.filtri.leggi(new Filtri.Domanda(null, avviso, ente, null, null, null, stato, null), chi);
		int totale = this.portafoglio.quante(s);
		int pagine = PaginaElenco.di(null, totale).pagine();
		List<Voce> voci = (questa > pagine) ? List.of()
				: this.portafoglio.elenco(s, (questa - 1) * PaginaElenco.RIGHE, PaginaElenco.RIGHE);
		return new PaginaRisposta(questa, pagine, totale, voci.stream().map(CandidaturaRisposta::di).toList());
	}

	/**
	 * Everything of one candidatura.
	 * @param codice its code
	 * @param chi who asks
	 * @return the candidatura with its terms, the acts that moved them, its contracts and
	 * its story
	 * @throws Rifiuto if there is none for the asker
	 */
	@GetMapping("/{codice}")
	DettaglioRisposta una(@PathVariable String codice, Authentication chi) {
		Voce v = Optional.of(codice)
			.filter((c) -> CODICE.matcher(c).matches())
			.flatMap(this.portafoglio::una)
			.filter((c) -> this.filtri.tutto(chi).ambito().contiene(c.ente()))
			.orElseThrow(() -> Rifiuto.nonTrovato("La candidatura «%s» non esiste.", codice));
		int righe = this.candidature.righeDiStoria(codice);
		return new DettaglioRisposta(v.codice(), v.ente(), v.nomeEnte(), v.avviso(), v.stato().name(), v.stato().nome(),
				v.fase().name(), euro(v.importo()), v.cup(), v.decreto(), v.erogata(), euro(v.importoErogato()),
				v.conclusa(), v.seguita(), this.scadenze.tutte(codice).stream().map(ScadenzaRisposta::di).toList(),
				this.portafoglio.differimenti(codice).stream().map(DifferimentoRisposta::di).toList(),
				this.candidature.contratti(codice).stream().map(ContrattoRisposta::di).toList(),
				this.candidature.storia(codice, false, Math.max(0, righe - RIGHE_DI_STORIA), RIGHE_DI_STORIA)
					.stream()
					.map(RigaRisposta::di)
					.toList());
	}

	private static BigDecimal euro(BigDecimal importo) {
		return (importo == null) ? null : importo.setScale(2, RoundingMode.HALF_UP);
	}

	/** A page of the list. */
	record PaginaRisposta(int pagina, int pagine, int totale, List<CandidaturaRisposta> candidature) {
	}

	/** A candidatura of the list, euro. */
	record CandidaturaRisposta(String codice, String ente, String nomeEnte, String avviso, String stato,
			String nomeStato, String fase, BigDecimal importo, String cup, LocalDate decreto, LocalDate erogata,
			BigDecimal importoErogato) {

		static CandidaturaRisposta di(Voce v) {
			return new CandidaturaRisposta(v.codice(), v.ente(), v.nomeEnte(), v.avviso(), v.stato().name(),
					v.stato().nome(), v.fase().name(), euro(v.importo()), v.cup(), v.decreto(), v.erogata(),
					euro(v.importoErogato()));
		}

	}

	/** Everything of one candidatura, euro. */
	record DettaglioRisposta(String codice, String ente, String nomeEnte, String avviso, String stato, String nomeStato,
			String fase, BigDecimal importo, String cup, LocalDate decreto, LocalDate erogata,
			BigDecimal importoErogato, LocalDate conclusa, boolean seguita, List<ScadenzaRisposta> scadenze,
			List<DifferimentoRisposta> differimenti, List<ContrattoRisposta> contratti, List<RigaRisposta> storia) {
	}

	/** A term with its dates and why they are so. */
	record ScadenzaRisposta(String termine, String nome, String evento, LocalDate decorrenza, LocalDate civile,
			LocalDate prudenziale, LocalDate legale, LocalDate portale, LocalDate governante, String stato,
			LocalDate adempiuta, String spiegazione) {

		static ScadenzaRisposta di(Scadenza s) {
			return new ScadenzaRisposta(s.termine().codice(), s.termine().nome(), s.evento(), s.date().decorrenza(),
					s.date().civile(), s.date().prudenziale(), s.date().legale(), s.date().portale(), s.governante(),
					s.stato().name(), s.adempiuta(), s.date().spiegazione());
		}

	}

	/** An act that moved the terms, or could not. */
	record DifferimentoRisposta(long numero, String atto, LocalDate data, String esito, LocalDate prima, LocalDate dopo,
			String effetto) {

		static DifferimentoRisposta di(Differito d) {
			return new DifferimentoRisposta(d.numero(), d.atto(), d.data(), d.esito(), d.prima(), d.dopo(),
					d.effetto());
		}

	}

	/** A contract, or what was agreed upon afterwards. */
	record ContrattoRisposta(String fornitore, String atto, LocalDate data, String cig, List<String> attivita,
			boolean addendum, String oggetto) {

		static ContrattoRisposta di(Contratto k) {
			return new ContrattoRisposta(k.fornitore(), k.atto(), k.data(), k.cig(),
					k.attivita().stream().map(Attivita::nome).toList(), k.addendum(), k.oggetto());
		}

	}

	/** A line of the story. */
	record RigaRisposta(Instant quando, String chi, String fatto, String atto, String prima, String dopo) {

		static RigaRisposta di(RigaStoria r) {
			return new RigaRisposta(r.autore().quando(), r.autore().chi(), r.voce().fatto(), r.voce().atto(),
					r.voce().prima(), r.voce().dopo());
		}

	}

}
