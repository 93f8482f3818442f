package it.cronoprogramma.notifica;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.termine.CalendarioFestivita;
import it.cronoprogramma.termine.Roma;
import it.cronoprogramma.termine.SequenzaEventi;
import it.cronoprogramma.termine.SequenzaEventi.EventoTermine;
import it.cronoprogramma.termine.SequenzaEventi.Tipo;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What would be sent in the coming days if nothing happened meanwhile: the same clocks
 * and the same plan, on another day. Nothing is written down.
 */
@Service
class Previsione {

	private final MessaggioRepository messaggi;

	private final PostaDelMattino posta;

	private final ScadenzaRepository scadenze;

	private final CandidaturaRepository candidature;

	private final Rubriche rubriche;

	private final CatalogoAvvisi catalogo;

	private final SequenzaEventi sequenza;

	private final OraDelGiro ora;

	private final Clock orologio;

	private final Riepiloghi riepiloghi;

	private final PianoPosta piano;

	Previsione(MessaggioRepository messaggi, PostaDelMattino posta, ScadenzaRepository scadenze,
			CandidaturaRepository candidature, Rubriche rubriche, CatalogoAvvisi catalogo, SequenzaEventi sequenza,
			OraDelGiro ora, Riepiloghi riepiloghi, Clock orologio) {
		this.messaggi = messaggi;
		this.posta = posta;
		this.scadenze = scadenze;
		this.candidature = candidature;
		this.rubriche = rubriche;
		this.catalogo = catalogo;
		this.sequenza = sequenza;
		this.ora = ora;
		this.riepiloghi = riepiloghi;
		this.orologio = orologio;
		this.piano = new PianoPosta(CalendarioFestivita.italiano(), (t) -> catalogo.escalation(t.codice()));
	}

	/**
	 * The mails of the coming days.
	 * @param giorni how many days from today
	 * @return the days on which something leaves, in order; of a day first what does not
	 * wait for the run
	 */
	@Transactional(readOnly = true)
	List<Giorno> prossimi(int giorni) {
		Instant adesso = this.orologio.instant();
		LocalDate fine = Roma.giorno(adesso).plusDays(giorni);
		List<Sollevato> coda = new ArrayList<>(this.posta.daSmaltire());
		List<Futuro> futuri = futuri(adesso, fine);
		Set<String> enti = new HashSet<>();
		coda.forEach((s) -> enti.add(s.ente()));
		futuri.forEach((f) -> enti.add(f.cosa.ente()));
		Abitudini abitudini = this.messaggi.abitudini();
		Map<String, Set<String>> gia = new HashMap<>(
				this.messaggi.destinatari(coda.stream().map(Sollevato::promemoria).toList()));
		List<Riepiloghi.Riepilogo> settimanali = this.riepiloghi.di(abitudini);
		List<Giorno> previsti = new ArrayList<>();
		for (Instant giro = this.ora.prossima(adesso).orElse(null); giro != null
				&& !Roma.giorno(giro).isAfter(fine); giro = this.ora.prossima(giro).orElse(null)) {
			LocalDate giorno = Roma.giorno(giro);
			for (Futuro f : finoA(futuri, giro)) {
				if (f.cosa.urgente()) {
					LocalDate suo = Roma.giorno(f.quando);
					Piano p = this.piano.di(suo, List.of(f.cosa), this.rubriche.del(suo, enti), abitudini, gia,
							Set.of());
					aggiungi(previsti, f.quando, true, p, List.of(), gia);
				}
				else {
					coda.add(f.cosa);
				}
			}
			Piano p = this.piano.di(giorno, coda, this.rubriche.del(giorno, enti), abitudini, gia, Set.of());
			aggiungi(previsti, giro, false, p, this.ora.delRiepilogo(giorno) ? settimanali : List.of(), gia);
			coda.removeIf((s) -> !p.attendono().contains(s.promemoria()));
		}
		return previsti;
	}

	private static void aggiungi(List<Giorno> previsti, Instant quando, boolean urgente, Piano p,
			List<Riepiloghi.Riepilogo> riepiloghi, Map<String, Set<String>> gia) {
		if (!p.mail().isEmpty() || !riepiloghi.isEmpty()) {
			previsti.add(new Giorno(Roma.giorno(quando), quando, urgente, p.mail(), riepiloghi));
			p.mail()
				.forEach((m) -> m.righe()
					.forEach((r) -> gia.computeIfAbsent(r.cosa().promemoria(), (x) -> new HashSet<>())
						.add(m.indirizzo())));
		}
	}

	/** Takes out what its clock strikes up to an instant. */
	private static List<Futuro> finoA(List<Futuro> futuri, Instant giro) {
		List<Futuro> ora = futuri.stream().filter((f) -> !f.quando.isAfter(giro)).toList();
		futuri.removeAll(ora);
		return ora;
	}

	private List<Futuro> futuri(Instant adesso, LocalDate fine) {
		List<Futuro> futuri = new ArrayList<>();
		List<Scadenza> pendenti = this.scadenze.pendenti();
		Map<String, Candidatura> perCodice = this.candidature
			.perCodice(pendenti.stream().map(Scadenza::candidatura).collect(Collectors.toSet()));
		for (Scadenza s : pendenti) {
			List<Integer> giorni = this.catalogo.giorniPromemoria(s.termine().codice());
			Function<Instant, EventoTermine> dopo = (i) -> this.sequenza.prossimo(s.date().prudenziale(),
					s.governante(), giorni, i);
			Instant da = s.ultimoEvento();
			for (EventoTermine e = dopo.apply(da); !Roma.giorno(e.quando()).isAfter(fine); e = dopo.apply(e.quando())) {
				if (e.quando().isAfter(adesso)) {
					futuri.add(new Futuro(e.quando(), sollevato(s, e, perCodice.get(s.candidatura()).ente(),
							dopo.apply(e.quando()).tipo() == Tipo.SCADENZA)));
				}
			}
		}
		futuri.sort((a, b) -> a.quando.compareTo(b.quando));
		return futuri;
	}

	private Sollevato sollevato(Scadenza s, EventoTermine e, String ente, boolean ultimo) {
		LocalDate giorno = Roma.giorno(e.quando());
		int mancano = (int) Math.min(e.giorni(), s.giorniResidui(giorno));
		return new Sollevato(s.id() + "|" + e.chiave(), s.id(), s.candidatura(), ente, s.termine(), e.tipo(), mancano,
				giorno, s.governante(), s.governante(), true, ultimo, this.ora.urgente(s, e.tipo(), e.quando()));
	}

	/**
	 * Mails of a day.
	 *
	 * @param giorno the day, Rome
	 * @param quando when they are planned
	 * @param urgente whether they do not wait for the run
	 * @param mail the mails on reminders
	 * @param riepiloghi the summaries of the week
	 */
	record Giorno(LocalDate giorno, Instant quando, boolean urgente, Collection<Piano.Mail> mail,
			List<Riepiloghi.Riepilogo> riepiloghi) {
	}

	/** What a clock will strike for. */
	private record Futuro(Instant quando, Sollevato cosa) {
	}

}
