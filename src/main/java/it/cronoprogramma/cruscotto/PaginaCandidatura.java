package it.cronoprogramma.cruscotto;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Avvertenze;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.ContrattoRegistrato;
import it.cronoprogramma.candidatura.Documento;
import it.cronoprogramma.candidatura.DocumentoRepository;
import it.cronoprogramma.candidatura.Dossier;
import it.cronoprogramma.candidatura.FormatoDocumento;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.RegoleDocumento;
import it.cronoprogramma.candidatura.RigaStoria;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.candidatura.TipoDocumento;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.cruscotto.PortafoglioRepository.Differito;
import it.cronoprogramma.cruscotto.PortafoglioRepository.Voce;
import it.cronoprogramma.ente.Visibilita;
import it.cronoprogramma.pec.NotificaRicevutaRepository;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the page of one candidatura shows, and to whom.
 */
@Component
class PaginaCandidatura {

	private static final int RIGHE_PER_PAGINA = 50;

	private static final Pattern CODICE = Pattern.compile("C[0-9]{1,18}");

	/** Tasklist, with the tasks of one candidatura only. */
	private static final String ATTIVITA = "/camunda/app/tasklist/default/#/?searchQuery=%%5B%%7B%%22type%%22:"
			+ "%%22processInstanceBusinessKey%%22,%%22operator%%22:%%22eq%%22,%%22value%%22:%%22%s%%22,"
			+ "%%22name%%22:%%22%%22%%7D%%5D";

	private static final String ESTENSIONI = Arrays.stream(FormatoDocumento.values())
		.flatMap((f) -> f.estensioni().stream())
		.map((e) -> "." + e)
		.collect(Collectors.joining(","));

	private final CandidaturaRepository candidature;

	private final ScadenzaRepository scadenze;

	private final DocumentoRepository documenti;

	private final NotificaRicevutaRepository notifiche;

	private final PortafoglioRepository portafoglio;

	private final CatalogoAvvisi catalogo;

	private final TitoliAvvisiRepository titoli;

	private final Visibilita visibilita;

	private final Ambito ambito;

	private final RegoleDocumento regole;

	private final PostaDiChiLegge posta;

	private final Clock orologio;

	PaginaCandidatura(CandidaturaRepository candidature, ScadenzaRepository scadenze, DocumentoRepository documenti,
			NotificaRicevutaRepository notifiche, PortafoglioRepository portafoglio, CatalogoAvvisi catalogo,
			TitoliAvvisiRepository titoli, Visibilita visibilita, Ambito ambito, RegoleDocumento regole,
			PostaDiChiLegge posta, Clock orologio) {
		this.candidature = candidature;
		this.scadenze = scadenze;
		this.documenti = documenti;
		this.notifiche = notifiche;
		this.portafoglio = portafoglio;
		this.catalogo = catalogo;
		this.titoli = titoli;
		this.visibilita = visibilita;
		this.ambito = ambito;
		this.regole = regole;
		this.posta = posta;
		this.orologio = orologio;
	}

	/**
	 * A candidatura of an ente that somebody works for or answers for.
	 * @param codice its code, as somebody wrote it
	 * @param utente who asks
	 * @return the candidatura
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason
	 */
	Candidatura leggi(String codice, Principal utente) {
		return leggi(codice, (ente) -> this.visibilita.di(utente.getName()).contains(ente));
	}

	/**
	 * A candidatura to be read only: by the administrator too.
	 * @param codice its code, as somebody wrote it
	 * @param chi the reader
	 * @return the candidatura
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason
	 */
	Candidatura mostra(String codice, Authentication chi) {
		return leggi(codice, this.ambito.di(chi)::contiene);
	}

	private Candidatura leggi(String codice, Predicate<String> vede) {
		return Optional.of(codice)
			.filter((c) -> CODICE.matcher(c).matches())
			.flatMap(this.candidature::trova)
			.filter((c) -> vede.test(c.ente()))
			.orElseThrow(() -> Rifiuto.nonTrovato("La candidatura «%s» non esiste.", codice));
	}

	/**
	 * Who is acting, and when.
	 * @param utente who is logged in
	 * @return him, now
	 */
	Autore autore(Principal utente) {
		return new Autore(utente.getName(), this.orologio.instant());
	}

	/**
	 * Fills the page.
	 * @param c the candidatura
	 * @param pagina which page of the story
	 * @param modello what the page shows
	 * @param richiesta who asks
	 * @return the name of the template
	 */
	String riempi(Candidatura c, int pagina, Model modello, HttpServletRequest richiesta) {
		Voce voce = voce(c);
		Set<String> suoi = this.visibilita.di(richiesta.getRemoteUser());
		Optional<Dossier> dossier = dossierDi(c);
		List<ContrattoRegistrato> contratti = this.candidature.contrattiRegistrati(c.codice());
		List<Documento> caricati = this.documenti.elenco(c.codice());
		LocalDate oggi = Roma.giorno(this.orologio.instant());
		modello.addAttribute("c", testata(voce));
		modello.addAttribute("idEnte", c.ente());
		modello.addAttribute("decreto", (voce.decreto() == null) ? null : Parole.giorno(voce.decreto()));
		modello.addAttribute("erogazione", erogazione(voce));
		modello.addAttribute("seguita", voce.seguita());
		modello.addAttribute("postaSua",
				voce.seguita() ? this.posta.di(richiesta.getRemoteUser(), c.codice()).orElse(null) : null);
		// the documents and their conformity are for those who work with them
		modello.addAttribute("suoi", suoi.contains(c.ente()));
		modello.addAttribute("completo", dossier.isPresent());
		modello.addAttribute("attivita", ATTIVITA.formatted(c.codice()));
		Optional<Candidatura> precedente = c.predecessore().map(this.candidature::leggi);
		modello.addAttribute("avvertenze", Avvertenze.di(c, precedente));
		modello.addAttribute("precedente", precedente.map(Candidatura::codice).orElse(null));
		modello.addAttribute("successori", this.candidature.successori(c.codice()));
		modello.addAttribute("scadenze",
				this.scadenze.tutte(c.codice()).stream().map((s) -> TermineMostrato.di(s, oggi)).toList());
		modello.addAttribute("contratti", contratti.stream().map((k) -> ContrattoMostrato.di(k, caricati)).toList());
		modello.addAttribute("documenti", caricati.stream().map((d) -> DocumentoMostrato.di(d, contratti)).toList());
		modello.addAttribute("pec",
				this.notifiche.confermate(c.codice()).stream().map(PecController.PecMostrata::di).toList());
		modello.addAttribute("dossier", dossier.orElse(null));
		modello.addAttribute("differimenti",
				this.portafoglio.differimenti(c.codice())
					.stream()
					.map((d) -> DifferimentoMostrato.di(d, suoi.contains(d.visibileA())))
					.toList());
		modello.addAttribute("scrive", scrive(richiesta));
		modello.addAttribute("tipi", TipoDocumento.values());
		modello.addAttribute("estensioni", ESTENSIONI);
		modello.addAttribute("ammessi", FormatoDocumento.AMMESSI);
		modello.addAttribute("massimo", massimo());
		storia(c, pagina, modello);
		return "candidatura";
	}

	/**
	 * Whether its reader may also write: the rest only read.
	 * @param richiesta who asks
	 * @return {@code true} for an operatore and the ufficio RTD
	 */
	static boolean scrive(HttpServletRequest richiesta) {
		return richiesta.isUserInRole("OPERATORE") || richiesta.isUserInRole("RTD");
	}

	/**
	 * How large a document may be.
	 * @return the size in words
	 */
	String massimo() {
		return Parole.byteInParole(this.regole.massimo());
	}

	/**
	 * What stands at the head of the page and of what is printed.
	 * @param c the candidatura
	 * @return its facts in words
	 */
	Testata testata(Candidatura c) {
		return testata(voce(c));
	}

	private Testata testata(Voce v) {
		return new Testata(v.codice(), v.nomeEnte(), ElencoController.titolo(v.avviso(), this.titoli.tutti()),
				v.stato().nome(), (v.importo() == null) ? "non ancora determinato" : Parole.euro(v.importo()),
				(v.cup() == null) ? "non ancora inserito" : v.cup());
	}

	private Voce voce(Candidatura c) {
		return this.portafoglio.una(c.codice())
			.orElseThrow(() -> Rifiuto.nonTrovato("La candidatura «%s» non esiste.", c.codice()));
	}

	private static String erogazione(Voce v) {
		if (v.erogata() == null) {
			return null;
		}
		return Parole.giorno(v.erogata())
				+ ((v.importoErogato() == null) ? "" : ", " + Parole.euro(v.importoErogato()));
	}

	/**
	 * The dossier as it stands.
	 * @param c the candidatura
	 * @return the dossier
	 * @throws Rifiuto if nothing is known of what the avviso asks for
	 */
	Dossier dossier(Candidatura c) {
		return dossierDi(c).orElseThrow(() -> Rifiuto.nonTrovato(
				"L'avviso della candidatura %s non è nelle tabelle: non si sa che cosa chiede il suo dossier.",
				c.codice()));
	}

	private Optional<Dossier> dossierDi(Candidatura c) {
		TitoloAvviso avviso = this.titoli.tutti().get(c.avviso());
		return (avviso != null && avviso.completo())
				? Optional.of(this.documenti.dossier(c, this.catalogo.avviso(c.avviso()).pacchetto()))
				: Optional.empty();
	}

	/**
	 * The documents that count.
	 * @param c the candidatura
	 * @return those not withdrawn
	 */
	List<DocumentoMostrato> documentiValidi(Candidatura c) {
		return this.documenti.elenco(c.codice())
			.stream()
			.filter(Documento::valido)
			.map((d) -> DocumentoMostrato.di(d, List.of()))
			.toList();
	}

	private void storia(Candidatura c, int pagina, Model modello) {
		int righe = this.candidature.righeDiStoria(c.codice());
		int pagine = Math.max(1, (righe + RIGHE_PER_PAGINA - 1) / RIGHE_PER_PAGINA);
		int questa = Math.min(pagina, pagine);
		modello.addAttribute("storia",
				this.candidature.storia(c.codice(), true, (questa - 1) * RIGHE_PER_PAGINA, RIGHE_PER_PAGINA)
					.stream()
					.map(RigaMostrata::di)
					.toList());
		modello.addAttribute("pagina", questa);
		modello.addAttribute("pagine", pagine);
	}

	/** What stands at the head of a page. */
	record Testata(String codice, String ente, String avviso, String stato, String importo, String cup) {
	}

	/** A term, in the words of the page. */
	record TermineMostrato(String nome, String giorno, String stato, String aspetto, String decorrenza,
			String spiegazione) {

		static TermineMostrato di(Scadenza s, LocalDate oggi) {
			long giorni = s.giorniResidui(oggi);
			String stato;
			String aspetto;
			if (s.stato() == StatoScadenza.ADEMPIUTA) {
				stato = s.inRitardo() ? "adempiuto in ritardo" : "adempiuto";
				aspetto = s.inRitardo() ? "attesa" : "fatto";
			}
			else if (s.stato() == StatoScadenza.ESTINTA) {
				stato = "estinto: la candidatura è conclusa";
				aspetto = "fatto";
			}
			else if (giorni < 0) {
				stato = (s.termine() == TipoTermine.MANTENIMENTO) ? "concluso" : "scaduto da " + giorni(-giorni);
				aspetto = (s.termine() == TipoTermine.MANTENIMENTO) ? "fatto" : "attesa";
			}
			else {
				stato = (giorni == 0) ? "scade oggi" : ((giorni == 1) ? "manca " : "mancano ") + giorni(giorni);
				aspetto = "corso";
			}
			return new TermineMostrato(s.termine().nome(), Parole.giornoEsteso(s.governante()), stato, aspetto,
					s.evento() + ", " + Parole.giorno(s.date().decorrenza()), s.date().spiegazione());
		}

		private static String giorni(long giorni) {
			return (giorni == 1) ? "1 giorno" : Parole.intero(giorni) + " giorni";
		}

	}

	/** An act that was meant for the candidatura, in the words of the page. */
	record DifferimentoMostrato(long numero, boolean apribile, String atto, String esito, String aspetto, String giorni,
			String effetto) {

		static DifferimentoMostrato di(Differito d, boolean apribile) {
			boolean applicato = "APPLICATO".equals(d.esito());
			String esito = applicato ? "applicato"
					: "DA_APPLICARE".equals(d.esito()) ? "da applicare" : "non applicato";
			String giorni = (d.prima() == null && d.dopo() == null) ? "–"
					: giorno(d.prima()) + " → " + giorno(d.dopo());
			return new DifferimentoMostrato(d.numero(), apribile, d.atto() + " del " + Parole.giorno(d.data()), esito,
					applicato ? "fatto" : "attesa", giorni, (d.effetto() == null) ? "–" : d.effetto());
		}

		private static String giorno(LocalDate giorno) {
			return (giorno == null) ? "–" : Parole.giorno(giorno);
		}

	}

	/** A contract, in the words of the page. */
	record ContrattoMostrato(String id, String inParole, String fornitore, String atto, String data, String cig,
			String documenti) {

		static ContrattoMostrato di(ContrattoRegistrato k, List<Documento> documenti) {
			long suoi = documenti.stream().filter((d) -> d.valido() && k.id().equals(d.contratto())).count();
			return new ContrattoMostrato(k.id(), k.inParole(), k.contratto().fornitore(),
					k.contratto().tipo().nome()
							+ ((k.contratto().numero() == null) ? "" : ", n. " + k.contratto().numero()),
					Parole.giorno(k.contratto().data()), (k.contratto().cig() == null) ? "–" : k.contratto().cig(),
					(suoi == 0) ? "nessuno" : Parole.intero(suoi));
		}

	}

	/** A document, in the words of the page. */
	record DocumentoMostrato(String id, String nome, String tipo, String formato, String dimensione, String sha256,
			String sha256Corto, String contratto, String caricato, boolean valido, String ritiro) {

		static DocumentoMostrato di(Documento d, List<ContrattoRegistrato> contratti) {
			return new DocumentoMostrato(d.id(), d.nome(), d.tipo().nome(), d.formato().nome(),
					Parole.byteInParole(d.dimensione()), d.sha256(), d.sha256Corto(),
					contratti.stream()
						.filter((k) -> k.id().equals(d.contratto()))
						.map(ContrattoRegistrato::inParole)
						.findFirst()
						.orElse(null),
					firma(d.caricato()), d.valido(),
					d.valido() ? null : firma(d.ritiro().autore()) + ": " + d.ritiro().motivo());
		}

		private static String firma(Autore autore) {
			return "da " + autore.chi() + ", il " + Parole.momento(autore.quando());
		}

	}

	/** A line of the story, in the words of the page. */
	record RigaMostrata(String quando, String chi, String fatto, String atto, String prima, String dopo) {

		static RigaMostrata di(RigaStoria r) {
			VoceStoria v = r.voce();
			return new RigaMostrata(Parole.momento(r.autore().quando()), r.autore().chi(), v.fatto(), v.atto(),
					v.prima(), v.dopo());
		}

		/**
		 * What changed.
		 * @return before and after, {@code null} where there is neither
		 */
		public String cambio() {
			if (this.prima == null) {
				return this.dopo;
			}
			return this.prima + " → " + ((this.dopo == null) ? "–" : this.dopo);
		}

	}

	/**
	 * The model of the page that says what is not there.
	 * @param rifiuto why
	 * @return the attributes of {@code assente}
	 */
	static Map<String, Object> assente(Rifiuto rifiuto) {
		return Map.of("messaggio", rifiuto.getMessage(), "elenco", "/candidature", "elencoNome", "Candidature",
				"consiglio", "Controlli il codice nell'", "elencoInParole", "elenco delle candidature");
	}

}
