package it.cronoprogramma.notifica;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.notifica.Messaggio.TipoMessaggio;
import it.cronoprogramma.notifica.MessaggioRepository.RigaSollevata;
import it.cronoprogramma.termine.CalendarioFestivita;
import it.cronoprogramma.termine.Roma;
import it.cronoprogramma.termine.SequenzaEventi;
import it.cronoprogramma.termine.SequenzaEventi.Tipo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans mails: those of a morning, and the one that does not wait. What has been planned
 * is not planned again, so it may be called as often as the engine likes.
 */
@Service
public class PostaDelMattino {

	private static final Logger LOG = LoggerFactory.getLogger(PostaDelMattino.class);

	private final MessaggioRepository messaggi;

	private final ScadenzaRepository scadenze;

	private final EnteRepository enti;

	private final Riepiloghi riepiloghi;

	private final Rubriche rubriche;

	private final CatalogoAvvisi catalogo;

	private final SequenzaEventi sequenza;

	private final OraDelGiro ora;

	private final PostaInPartenza partenza;

	private final Clock orologio;

	private final PianoPosta piano;

	PostaDelMattino(MessaggioRepository messaggi, ScadenzaRepository scadenze, EnteRepository enti,
			Riepiloghi riepiloghi, Rubriche rubriche, CatalogoAvvisi catalogo, SequenzaEventi sequenza, OraDelGiro ora,
			PostaInPartenza partenza, Clock orologio) {
		this.messaggi = messaggi;
		this.scadenze = scadenze;
		this.enti = enti;
		this.riepiloghi = riepiloghi;
		this.rubriche = rubriche;
		this.catalogo = catalogo;
		this.sequenza = sequenza;
		this.ora = ora;
		this.partenza = partenza;
		this.orologio = orologio;
		this.piano = new PianoPosta(CalendarioFestivita.italiano(), (t) -> catalogo.escalation(t.codice()));
	}

	/**
	 * Plans the mails of a run: one for each address, whatever the number of enti; and
	 * the weekly summaries where the week begins.
	 * @param previsto the day the run was due on, Rome: a run that is late still brings
	 * what its day asked for
	 * @return how many mails leave
	 */
	@Transactional
	public int prepara(LocalDate previsto) {
		this.messaggi.serra();
		Instant adesso = this.orologio.instant();
		LocalDate oggi = Roma.giorno(adesso);
		List<Sollevato> sollevati = fatti(this.messaggi.daSmaltire(), false);
		Piano p = pianifica(oggi, sollevati, this.messaggi.serviti(oggi));
		for (String promemoria : p.senzaNessuno()) {
			LOG.warn("Nessun indirizzo per il promemoria {}: attende che ci sia un referente o un ufficio RTD",
					promemoria);
		}
		int partono = 0;
		Map<String, Ente> noti = enti(sollevati);
		for (Piano.Mail mail : p.mail()) {
			partono += manda(TipoMessaggio.GIORNALIERO, oggi.toString(), mail, oggi, noti, adesso);
		}
		Set<String> smaltiti = sollevati.stream().map(Sollevato::promemoria).collect(Collectors.toSet());
		smaltiti.removeAll(p.attendono());
		this.messaggi.smaltisci(smaltiti, adesso);
		if (this.ora.delRiepilogo(previsto) || this.ora.delRiepilogo(oggi)) {
			partono += riepiloghi(oggi, adesso);
		}
		return partono;
	}

	/**
	 * Plans the mails of a reminder that does not wait, one for each address.
	 * @param promemoria the reminder's id
	 */
	@Transactional
	public void subito(String promemoria) {
		this.messaggi.serra();
		Instant adesso = this.orologio.instant();
		LocalDate oggi = Roma.giorno(adesso);
		List<Sollevato> sollevati = fatti(this.messaggi.sollevata(promemoria).stream().toList(), true);
		Piano p = pianifica(oggi, sollevati, Set.of());
		Map<String, Ente> noti = enti(sollevati);
		for (Piano.Mail mail : p.mail()) {
			manda(TipoMessaggio.URGENTE, promemoria, mail, oggi, noti, adesso);
		}
		if (p.attendono().isEmpty()) {
			this.messaggi.smaltisci(List.of(promemoria), adesso);
		}
		else {
			LOG.warn("Nessun indirizzo per il promemoria urgente {}: lo riguarderà il giro del mattino", promemoria);
		}
	}

	/**
	 * What the clock of an older version brings: what is urgent is written, the rest is
	 * left to the next run.
	 * @param promemoria the reminder's id
	 */
	@Transactional
	public void daOrologio(String promemoria) {
		this.messaggi.sollevata(promemoria).ifPresent((r) -> {
			Scadenza s = this.scadenze.leggi(r.scadenza());
			if (this.ora.urgente(s, r.evento(), this.orologio.instant())) {
				subito(promemoria);
			}
			else {
				this.messaggi.riprendi(promemoria);
			}
		});
	}

	/**
	 * What the next run would look at, were it now.
	 * @return the reminders that wait
	 */
	List<Sollevato> daSmaltire() {
		return fatti(this.messaggi.daSmaltire(), false);
	}

	private Piano pianifica(LocalDate oggi, List<Sollevato> sollevati, Set<String> serviti) {
		Set<String> suEnti = sollevati.stream().map(Sollevato::ente).collect(Collectors.toSet());
		return this.piano.di(oggi, sollevati, this.rubriche.del(oggi, suEnti), this.messaggi.abitudini(),
				this.messaggi.destinatari(sollevati.stream().map(Sollevato::promemoria).toList()), serviti);
	}

	private int manda(TipoMessaggio tipo, String chiave, Piano.Mail mail, LocalDate oggi, Map<String, Ente> noti,
			Instant adesso) {
		String gestione = sola(
				mail.righe().stream().map((r) -> noti.get(r.cosa().ente())).map(Ente::gestione).toList());
		return this.messaggi.pianifica(tipo, mail.indirizzo(), oggi, chiave, gestione, null, adesso).map((m) -> {
			mail.righe().forEach((r) -> this.messaggi.aggiungi(m, r));
			this.partenza.parte(m);
			return 1;
		}).orElse(0);
	}

	/** The gestione of all, or {@code null} where they are of several or of none. */
	private static String sola(Collection<String> gestioni) {
		Set<String> diverse = gestioni.stream()
			.map((g) -> Objects.requireNonNullElse(g, ""))
			.collect(Collectors.toCollection(TreeSet::new));
		return (diverse.size() == 1 && !diverse.contains("")) ? diverse.iterator().next() : null;
	}

	private Map<String, Ente> enti(List<Sollevato> sollevati) {
		Map<String, Ente> noti = new HashMap<>();
		List<String> ids = sollevati.stream().map(Sollevato::ente).distinct().toList();
		for (int da = 0; da < ids.size(); da += 500) {
			this.enti.leggi(ids.subList(da, Math.min(ids.size(), da + 500))).forEach((e) -> noti.put(e.id(), e));
		}
		return noti;
	}

	private List<Sollevato> fatti(List<RigaSollevata> righe, boolean urgenti) {
		Map<String, Scadenza> perId = new HashMap<>();
		this.scadenze.tutte(righe.stream().map(RigaSollevata::candidatura).distinct().toList())
			.values()
			.forEach((tutte) -> tutte.forEach((s) -> perId.put(s.id(), s)));
		List<Sollevato> fatti = new ArrayList<>();
		for (RigaSollevata r : righe) {
			Scadenza s = perId.get(r.scadenza());
			fatti.add(new Sollevato(r.promemoria(), s.id(), s.candidatura(), r.ente(), s.termine(), r.evento(),
					r.giorni(), r.sollevato(), r.allora(), s.governante(), s.pendente(), ultimo(s), urgenti));
		}
		return fatti;
	}

	/** Whether the clock strikes next for the end of the term. */
	private boolean ultimo(Scadenza s) {
		return this.sequenza
			.prossimo(s.date().prudenziale(), s.governante(), this.catalogo.giorniPromemoria(s.termine().codice()),
					s.ultimoEvento())
			.tipo() == Tipo.SCADENZA;
	}

	private int riepiloghi(LocalDate oggi, Instant adesso) {
		LocalDate settimana = oggi.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		int partono = 0;
		for (Riepiloghi.Riepilogo r : this.riepiloghi.di(this.messaggi.abitudini())) {
			partono += this.messaggi
				.pianifica(TipoMessaggio.SETTIMANALE, r.indirizzo(), oggi, settimana + "|" + r.gestione(), r.gestione(),
						null, adesso)
				.map((m) -> {
					this.partenza.parte(m);
					return 1;
				})
				.orElse(0);
		}
		return partono;
	}

}
