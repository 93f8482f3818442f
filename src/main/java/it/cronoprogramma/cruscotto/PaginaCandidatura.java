package it.cronoprogramma.cruscotto;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.Avviso;
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
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Visibilita;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the page of one candidatura shows, and to whom.
 */
@Component
class PaginaCandidatura {

	private static final int RIGHE_PER_PAGINA = 50;

	private static final Pattern CODICE = Pattern.compile("C[0-9]{1,18}");

	private static final String ESTENSIONI = Arrays.stream(FormatoDocumento.values())
		.flatMap((f) -> f.estensioni().stream())
		.map((e) -> "." + e)
		.collect(Collectors.joining(","));

	private final CandidaturaRepository candidature;

	private final ScadenzaRepository scadenze;

	private final DocumentoRepository documenti;

	private final EnteRepository enti;

	private final CatalogoAvvisi catalogo;

	private final Visibilita visibilita;

	private final RegoleDocumento regole;

	private final Clock orologio;

	PaginaCandidatura(CandidaturaRepository candidature, ScadenzaRepository scadenze, DocumentoRepository documenti,
			EnteRepository enti, CatalogoAvvisi catalogo, Visibilita visibilita, RegoleDocumento regole,
			Clock orologio) {
		this.candidature = candidature;
		this.scadenze = scadenze;
		this.documenti = documenti;
		this.enti = enti;
		this.catalogo = catalogo;
		this.visibilita = visibilita;
		this.regole = regole;
		this.orologio = orologio;
	}

	/**
	 * A candidatura that its reader may see.
	 * @param codice its code, as somebody wrote it
	 * @param utente the reader
	 * @return the candidatura
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason
	 */
	Candidatura leggi(String codice, Principal utente) {
		return Optional.of(codice)
			.filter((c) -> CODICE.matcher(c).matches())
			.flatMap(this.candidature::trova)
			.filter((c) -> this.visibilita.di(utente.getName()).contains(c.ente()))
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
		Avviso avviso = this.catalogo.avviso(c.avviso());
		List<ContrattoRegistrato> contratti = this.candidature.contrattiRegistrati(c.codice());
		List<Documento> caricati = this.documenti.elenco(c.codice());
		LocalDate oggi = Roma.giorno(this.orologio.instant());
		modello.addAttribute("c", testata(c, avviso));
		Optional<Candidatura> precedente = c.predecessore().map(this.candidature::leggi);
		modello.addAttribute("avvertenze", Avvertenze.di(c, precedente));
		modello.addAttribute("precedente", precedente.map(Candidatura::codice).orElse(null));
		modello.addAttribute("successori", this.candidature.successori(c.codice()));
		modello.addAttribute("scadenze",
				this.scadenze.tutte(c.codice()).stream().map((s) -> TermineMostrato.di(s, oggi)).toList());
		modello.addAttribute("contratti", contratti.stream().map((k) -> ContrattoMostrato.di(k, caricati)).toList());
		modello.addAttribute("documenti", caricati.stream().map((d) -> DocumentoMostrato.di(d, contratti)).toList());
		modello.addAttribute("dossier", this.documenti.dossier(c, avviso.pacchetto()));
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
		return testata(c, this.catalogo.avviso(c.avviso()));
	}

	private Testata testata(Candidatura c, Avviso avviso) {
		return new Testata(c.codice(), this.enti.leggi(c.ente()).nomeOggi(), avviso.titolo(), c.stato().nome(),
				c.importo().map(Parole::euro).orElse("non ancora determinato"),
				c.cup().map(Object::toString).orElse("non ancora inserito"));
	}

	/**
	 * The dossier as it stands.
	 * @param c the candidatura
	 * @return the dossier
	 */
	Dossier dossier(Candidatura c) {
		return this.documenti.dossier(c, this.catalogo.avviso(c.avviso()).pacchetto());
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
