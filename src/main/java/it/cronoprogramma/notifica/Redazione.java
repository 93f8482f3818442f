package it.cronoprogramma.notifica;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.candidatura.Avvertenze;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.notifica.Contenuto.Gruppo;
import it.cronoprogramma.notifica.Contenuto.Nota;
import it.cronoprogramma.notifica.Contenuto.Parte;
import it.cronoprogramma.notifica.Messaggio.TipoMessaggio;
import it.cronoprogramma.notifica.MessaggioRepository.RigaMessaggio;
import it.cronoprogramma.notifica.RiepilogoRepository.Voce;
import it.cronoprogramma.termine.Roma;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes what a message says, at the moment it leaves: what was met since it was planned
 * is not in it.
 */
@Component
class Redazione {

	private static final int GIORNI_A_RISCHIO = 30;

	private final MessaggioRepository messaggi;

	private final ProvaRepository prove;

	private final RiepilogoRepository riepilogo;

	private final ScadenzaRepository scadenze;

	private final CandidaturaRepository candidature;

	private final EnteRepository enti;

	private final CatalogoAvvisi catalogo;

	private final Rubriche rubriche;

	private final AttivitaDeiTermini attivita;

	private final ModelliPosta modelli;

	private final Clock orologio;

	private final String indirizzo;

	Redazione(MessaggioRepository messaggi, ProvaRepository prove, RiepilogoRepository riepilogo,
			ScadenzaRepository scadenze, CandidaturaRepository candidature, EnteRepository enti,
			CatalogoAvvisi catalogo, Rubriche rubriche, AttivitaDeiTermini attivita, ModelliPosta modelli,
			Clock orologio, @Value("${cronoprogramma.indirizzo}") String indirizzo) {
		this.messaggi = messaggi;
		this.prove = prove;
		this.riepilogo = riepilogo;
		this.scadenze = scadenze;
		this.candidature = candidature;
		this.enti = enti;
		this.catalogo = catalogo;
		this.rubriche = rubriche;
		this.attivita = attivita;
		this.modelli = modelli;
		this.orologio = orologio;
		this.indirizzo = indirizzo;
	}

	/**
	 * Writes a message.
	 * @param m the message
	 * @return what it says, or nothing if there is nothing left to say
	 */
	Optional<Lettera> scrivi(Messaggio m) {
		return switch (m.tipo()) {
			case GIORNALIERO, URGENTE -> promemoria(m);
			case SETTIMANALE -> riepilogo(m.gestione(), m.giorno());
			case AVVISO -> Optional.of(avviso(m));
			case PROVA -> Optional.of(prova(m));
		};
	}

	// Promemoria

	private Optional<Lettera> promemoria(Messaggio m) {
		return promemoria(this.messaggi.righe(m.id()), null, m.tipo() == TipoMessaggio.GIORNALIERO,
				this.orologio.instant());
	}

	private Optional<Lettera> promemoria(List<RigaMessaggio> righe, String introduzione, boolean conPreferenze,
			Instant quando) {
		List<InMail> voci = voci(righe, quando);
		if (voci.isEmpty()) {
			return Optional.empty();
		}
		String titolo = (voci.size() == 1) ? "Un termine da seguire" : voci.size() + " termini da seguire";
		return Optional.of(lettera(oggetto(voci), titolo, introduzione, voci, conPreferenze, Roma.giorno(quando)));
	}

	/**
	 * Writes a mail that is not planned yet, as it would be on another day.
	 * @param righe its lines
	 * @param introduzione what stands above them, or {@code null}
	 * @param conPreferenze whether who gets it may choose how to be written to
	 * @param quando when it would leave
	 * @return what it would say, or nothing if there is nothing to say any more
	 */
	Optional<Lettera> anteprima(List<Piano.Riga> righe, String introduzione, boolean conPreferenze, Instant quando) {
		return promemoria(righe.stream()
			.map((r) -> new RigaMessaggio(r.cosa().promemoria(), r.cosa().scadenza(), r.cosa().allora(),
					r.cosa().evento(), r.motivo(), r.nessuno(),
					r.respinti().isEmpty() ? null : String.join(", ", r.respinti())))
			.toList(), introduzione, conPreferenze, quando);
	}

	/**
	 * The subjects of mails that are not planned yet, without writing them.
	 * @param mail the lines of each, the most urgent first
	 * @return a subject for each
	 */
	List<String> oggetti(List<List<Piano.Riga>> mail) {
		List<Sollevato> tutti = mail.stream().flatMap(List::stream).map(Piano.Riga::cosa).toList();
		Map<String, Candidatura> candidature = new HashMap<>();
		Map<String, Ente> enti = new HashMap<>();
		gruppi(tutti.stream().map(Sollevato::candidatura).collect(Collectors.toSet()))
			.forEach((g) -> candidature.putAll(this.candidature.perCodice(g)));
		gruppi(tutti.stream().map(Sollevato::ente).collect(Collectors.toSet()))
			.forEach((g) -> this.enti.leggi(g).forEach((e) -> enti.put(e.id(), e)));
		return mail.stream().map((righe) -> {
			Sollevato primo = righe.stream()
				.map(Piano.Riga::cosa)
				.min(Comparator.comparing(Sollevato::governante)
					.thenComparing(Sollevato::termine)
					.thenComparing((s) -> enti.get(s.ente()).nomeOggi())
					.thenComparing(Sollevato::candidatura))
				.orElseThrow();
			int termini = (int) righe.stream().map((r) -> r.cosa().scadenza()).distinct().count();
			return Oggetti.di(enti.get(primo.ente()).nomeOggi(), primo.termine(), primo.governante(), primo.scaduto(),
					this.catalogo.avviso(candidature.get(primo.candidatura()).avviso()).pacchetto().nome(),
					termini - 1);
		}).toList();
	}

	/**
	 * What a test mail says where no mail is foreseen.
	 * @return a mail with invented terms
	 */
	Lettera campione() {
		Map<String, Object> dati = new HashMap<>(ProvaModelli.ESEMPI.get(ModelliPosta.PROMEMORIA).get(0));
		dati.put("titolo", "Due termini da seguire");
		dati.put("introduzione", "Questa è una prova con dati inventati: per ora nessun promemoria è previsto.");
		dati.put("preferenze", preferenze());
		ModelliPosta.Composto c = this.modelli.componi(ModelliPosta.PROMEMORIA, dati);
		return new Lettera("Prova · CUP entro lunedì 06/06 · 1.4.1 e un altro termine", c.html(), c.testo(), null);
	}

	private static List<List<String>> gruppi(Set<String> ids) {
		List<String> tutti = List.copyOf(ids);
		List<List<String>> gruppi = new ArrayList<>();
		for (int da = 0; da < tutti.size(); da += 500) {
			gruppi.add(tutti.subList(da, Math.min(tutti.size(), da + 500)));
		}
		return gruppi;
	}

	private Lettera avviso(Messaggio m) {
		Messaggio respinto = this.messaggi.trova(m.origine()).orElseThrow();
		boolean rifiuta = !this.messaggi.respinti(List.of(respinto.indirizzo())).isEmpty();
		LocalDate oggi = Roma.giorno(this.orologio.instant());
		List<InMail> voci = voci(this.messaggi.righe(respinto.id()), this.orologio.instant());
		Function<String, Rubrica> rubrica = this.rubriche.del(oggi,
				voci.stream().map((v) -> v.ente.id()).collect(Collectors.toSet()));
		List<InMail> sue = voci.stream()
			.filter((v) -> Stream
				.concat(rubrica.apply(v.ente.id()).ufficio().stream(),
						rubrica.apply(v.ente.id()).responsabili().stream())
				.anyMatch(m.indirizzo()::equalsIgnoreCase))
			.map((v) -> rifiuta ? v.respinto(respinto.indirizzo()) : v.nonArrivato())
			.toList();
		String titolo = rifiuta ? "Un indirizzo rifiuta la posta" : "Una mail non è arrivata";
		String introduzione = (rifiuta
				? "L'indirizzo " + respinto.indirizzo() + " rifiuta la posta: quello che segue non è "
						+ "arrivato. Avvisi Lei chi doveva riceverlo e corregga l'indirizzo; finché non è corretto la "
						+ "sua posta arriva a Lei."
				: "La mail a " + respinto.indirizzo()
						+ " è tornata indietro: quello che segue non è arrivato. Avvisi Lei "
						+ "chi doveva riceverlo. A quell'indirizzo si continua a scrivere; che cosa ha risposto il "
						+ "server lo dice la pagina Posta, «Ultime mail».")
				+ (ufficioRifiuta(m) ? " Anche l'indirizzo dell'ufficio RTD rifiuta la posta." : "");
		return lettera(titolo + (sue.isEmpty() ? "" : " · " + oggetto(sue)), titolo, introduzione, sue, false, oggi);
	}

	private boolean ufficioRifiuta(Messaggio m) {
		Set<String> respinti = this.messaggi.abitudini().respinti();
		return this.enti.gestioni()
			.stream()
			.anyMatch((g) -> g.id().equals(m.gestione()) && g.email() != null
					&& respinti.contains(g.email().toLowerCase(Locale.ROOT)));
	}

	private Lettera prova(Messaggio m) {
		return this.prove.trova(m.id())
			.orElseGet(() -> lettera("Cronoprogramma: prova di invio", "Prova di invio",
					"Se legge questa mail, la posta di Cronoprogramma Le arriva.", List.of(), false,
					Roma.giorno(this.orologio.instant())));
	}

	private Lettera lettera(String oggetto, String titolo, String introduzione, List<InMail> voci,
			boolean conPreferenze, LocalDate oggi) {
		Map<String, Object> dati = new HashMap<>();
		dati.put("titolo", titolo);
		dati.put("introduzione", introduzione);
		dati.put("gruppi", gruppi(voci, oggi));
		dati.put("preferenze", conPreferenze ? preferenze() : null);
		ModelliPosta.Composto c = this.modelli.componi(ModelliPosta.PROMEMORIA, dati);
		return new Lettera(oggetto, c.html(), c.testo(), conPreferenze ? preferenze() : null);
	}

	private String preferenze() {
		return this.indirizzo + "/preferenze";
	}

	private String oggetto(List<InMail> voci) {
		InMail prima = voci.get(0);
		return Oggetti.di(prima.ente.nomeOggi(), prima.scadenza.termine(), prima.scadenza.governante(), prima.scaduta,
				prima.avviso.pacchetto().nome(), voci.size() - 1);
	}

	/** One of each term, the most urgent first. */
	private List<InMail> voci(List<RigaMessaggio> righe, Instant adesso) {
		Map<String, InMail> voci = new LinkedHashMap<>();
		Map<String, Ente> noti = new HashMap<>();
		for (RigaMessaggio r : righe) {
			Scadenza s = this.scadenze.leggi(r.scadenza());
			if (!s.pendente() || !s.governante().equals(r.allora())) {
				continue;
			}
			Candidatura c = this.candidature.leggi(s.candidatura());
			Ente ente = noti.computeIfAbsent(c.ente(), this.enti::leggi);
			Set<String> respinti = new TreeSet<>();
			if (r.respinti() != null) {
				respinti.addAll(List.of(r.respinti().split(", ")));
			}
			voci.merge(s.id(),
					new InMail(s, c, ente, this.catalogo.avviso(c.avviso()),
							s.stato() == StatoScadenza.SCADUTA || !adesso.isBefore(s.fine()), r.motivo(), r.nessuno(),
							respinti),
					InMail::con);
		}
		return voci.values()
			.stream()
			.sorted(Comparator.comparing((InMail v) -> v.scadenza.governante())
				.thenComparing((v) -> v.scadenza.termine())
				.thenComparing((v) -> v.ente.nomeOggi())
				.thenComparing((v) -> v.scadenza.candidatura()))
			.toList();
	}

	private List<Gruppo> gruppi(List<InMail> voci, LocalDate oggi) {
		Map<String, List<InMail>> perEnte = new LinkedHashMap<>();
		voci.forEach((v) -> perEnte.computeIfAbsent(v.ente.id(), (e) -> new ArrayList<>()).add(v));
		return perEnte.values()
			.stream()
			.map((sue) -> new Gruppo(sue.get(0).ente.nomeOggi(), sue.stream().map((v) -> riga(v, oggi)).toList(),
					note(sue)))
			.toList();
	}

	private List<Nota> note(List<InMail> voci) {
		String scheda = this.indirizzo + "/anagrafe/enti/" + voci.get(0).ente.titolare();
		List<Nota> note = new ArrayList<>();
		if (voci.stream().anyMatch(InMail::nessuno)) {
			note.add(new Nota("Per questo ente non è registrato nessun referente: i promemoria arrivano solo a Lei.",
					"Aggiunga un referente", scheda));
		}
		Set<String> respinti = new LinkedHashSet<>();
		voci.forEach((v) -> respinti.addAll(v.respinti));
		respinti.forEach((i) -> note.add(new Nota(
				"L'indirizzo " + i + " rifiuta la posta: chi doveva leggere quello che segue non l'ha ricevuto.",
				"Corregga l'indirizzo", scheda)));
		return note;
	}

	private Contenuto.Riga riga(InMail v, LocalDate oggi) {
		return new Contenuto.Riga(v.scadenza.termine().nome(), v.avviso.titolo(), v.candidatura.codice(),
				Parole.giornoEsteso(v.scadenza.governante()), Oggetti.giorni(v.scadenza.giorniResidui(oggi), v.scaduta),
				v.scaduta, v.scadenza.date().spiegazione(),
				Avvertenze.di(v.candidatura, v.candidatura.predecessore().map(this.candidature::leggi)), v.perche(),
				null, this.attivita.collegamento(v.scadenza));
	}

	// Riepilogo

	/**
	 * Whether a summary would have something to say.
	 * @param gestione of which gestione
	 * @param giorno the day on which it would leave
	 * @return {@code false} if it would not leave
	 */
	boolean haRiepilogo(String gestione, LocalDate giorno) {
		return !this.riepilogo.scaduti(gestione, giorno).isEmpty() || !aRischio(gestione, giorno).isEmpty()
				|| !adempiuti(gestione, giorno).isEmpty();
	}

	/**
	 * Writes the summary of a week.
	 * @param gestione of which gestione
	 * @param giorno the day on which it leaves, or would leave
	 * @return what it says, or nothing if there is nothing to say
	 */
	Optional<Lettera> riepilogo(String gestione, LocalDate giorno) {
		LocalDate lunedi = lunedi(giorno);
		List<Voce> aRischio = aRischio(gestione, giorno);
		List<Voce> scaduti = this.riepilogo.scaduti(gestione, giorno);
		List<Parte> parti = List.of(
				parte("Scaduti e ancora da completare", "Nessuno: niente è scaduto.", true, scaduti, giorno),
				parte("A rischio nei prossimi 30 giorni", "Nessun termine scade nei prossimi 30 giorni.", true,
						aRischio, giorno),
				parte("Adempiuti la settimana scorsa", "Nessuno la settimana scorsa.", false,
						adempiuti(gestione, giorno), giorno));
		if (parti.stream().allMatch((p) -> p.gruppi().isEmpty())) {
			return Optional.empty();
		}
		Map<String, Object> dati = new HashMap<>();
		dati.put("titolo", "La settimana dei termini");
		dati.put("gestione",
				this.enti.gestioni()
					.stream()
					.filter((g) -> g.id().equals(gestione))
					.findFirst()
					.map(Gestione::nome)
					.orElse(""));
		dati.put("periodo", "Dal " + Parole.giorno(lunedi.minusDays(7)) + " al " + Parole.giorno(lunedi.minusDays(1)));
		dati.put("parti", parti);
		dati.put("preferenze", preferenze());
		ModelliPosta.Composto c = this.modelli.componi(ModelliPosta.RIEPILOGO, dati);
		return Optional
			.of(new Lettera(oggettoDelRiepilogo(scaduti.size(), aRischio.size()), c.html(), c.testo(), preferenze()));
	}

	private static LocalDate lunedi(LocalDate giorno) {
		return giorno.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	private List<Voce> aRischio(String gestione, LocalDate giorno) {
		return this.riepilogo.aRischio(gestione, giorno, giorno.plusDays(GIORNI_A_RISCHIO));
	}

	private List<Voce> adempiuti(String gestione, LocalDate giorno) {
		LocalDate lunedi = lunedi(giorno);
		return this.riepilogo.adempiuti(gestione, Roma.alle(lunedi.minusDays(7), LocalTime.MIDNIGHT),
				Roma.alle(lunedi, LocalTime.MIDNIGHT));
	}

	private static String oggettoDelRiepilogo(int scaduti, int aRischio) {
		return "La settimana: " + ((scaduti == 1) ? "1 termine scaduto" : scaduti + " termini scaduti") + ", "
				+ aRischio + " a rischio";
	}

	private Parte parte(String titolo, String vuota, boolean conImporto, List<Voce> voci, LocalDate oggi) {
		Map<String, Candidatura> candidature = this.candidature
			.perCodice(voci.stream().map(Voce::candidatura).collect(Collectors.toSet()));
		Map<String, Ente> enti = this.enti
			.leggi(candidature.values().stream().map(Candidatura::ente).collect(Collectors.toSet()))
			.stream()
			.collect(Collectors.toMap(Ente::id, Function.identity()));
		Map<String, List<Contenuto.Riga>> perEnte = new LinkedHashMap<>();
		for (Voce v : voci) {
			Scadenza s = this.scadenze.leggi(v.scadenza());
			Candidatura c = candidature.get(v.candidatura());
			boolean adempiuta = s.stato() == StatoScadenza.ADEMPIUTA;
			boolean scaduta = s.pendente() && (s.stato() == StatoScadenza.SCADUTA || s.governante().isBefore(oggi));
			perEnte.computeIfAbsent(enti.get(c.ente()).nomeOggi(), (e) -> new ArrayList<>())
				.add(new Contenuto.Riga(s.termine().nome(), this.catalogo.avviso(c.avviso()).titolo(), c.codice(),
						adempiuta ? Parole.giornoEsteso(s.adempiuta()) : Parole.giornoEsteso(s.governante()),
						adempiuta ? (s.inRitardo() ? "in ritardo" : "in tempo")
								: Oggetti.giorni(s.giorniResidui(oggi), scaduta),
						scaduta, s.date().spiegazione(), List.of(), null,
						(conImporto && v.importo() != null) ? Parole.euro(v.importo()) : null,
						this.indirizzo + "/candidature/" + c.codice()));
		}
		// a candidatura hangs on several terms, its euros are there once
		BigDecimal totale = voci.stream()
			.filter((v) -> v.importo() != null)
			.collect(Collectors.toMap(Voce::candidatura, Voce::importo, (uno, altro) -> uno))
			.values()
			.stream()
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return new Parte(titolo, vuota, (conImporto && totale.signum() > 0) ? Parole.euro(totale) : null,
				perEnte.entrySet().stream().map((e) -> new Gruppo(e.getKey(), e.getValue(), List.of())).toList());
	}

	/**
	 * What a message says.
	 *
	 * @param oggetto the subject
	 * @param html the HTML
	 * @param testo the same in plain text
	 * @param disiscrizione where one says that he does not want it so, or {@code null}
	 * where he has no choice
	 */
	record Lettera(String oggetto, String html, String testo, String disiscrizione) {
	}

	/** A term in a message, with what is known of it now. */
	private record InMail(Scadenza scadenza, Candidatura candidatura, Ente ente, Avviso avviso, boolean scaduta,
			Motivo motivo, boolean nessuno, Set<String> respinti) {

		/** Two reminders of one term say the same today. */
		InMail con(InMail altra) {
			Set<String> insieme = new TreeSet<>(this.respinti);
			insieme.addAll(altra.respinti);
			return new InMail(this.scadenza, this.candidatura, this.ente, this.avviso, this.scaduta,
					(this.motivo.compareTo(altra.motivo) <= 0) ? this.motivo : altra.motivo,
					this.nessuno || altra.nessuno, insieme);
		}

		InMail respinto(String indirizzo) {
			return new InMail(this.scadenza, this.candidatura, this.ente, this.avviso, this.scaduta, Motivo.RTD, false,
					Set.of(indirizzo.toLowerCase(Locale.ROOT)));
		}

		/** Who reads it knows from the head of the mail why he does. */
		InMail nonArrivato() {
			return new InMail(this.scadenza, this.candidatura, this.ente, this.avviso, this.scaduta, Motivo.REFERENTE,
					false, Set.of());
		}

		String perche() {
			if (this.motivo == Motivo.REFERENTE || this.nessuno || !this.respinti.isEmpty()) {
				return null;
			}
			String chi = switch (Objects.requireNonNull(this.motivo)) {
				case SEGRETARIO -> "segretario comunale";
				case RTD -> "ufficio RTD";
				default -> "responsabile";
			};
			return "Le scriviamo come " + chi + ": "
					+ (this.scaduta ? "il termine è scaduto." : "il termine è vicino.");
		}

	}

}
