package it.cronoprogramma.notifica;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import it.cronoprogramma.avviso.Escalation;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Recapito;
import it.cronoprogramma.termine.CalendarioFestivita;

/**
 * Says who is told of what on a day. It keeps no state and asks nobody: what it is given
 * may be what has happened, or what is foreseen.
 */
public final class PianoPosta {

	/** The most urgent first, then as people read lists. */
	private static final Comparator<Piano.Riga> URGENZA = Comparator.comparing((Piano.Riga r) -> r.cosa().governante())
		.thenComparing((r) -> r.cosa().termine())
		.thenComparing((r) -> r.cosa().candidatura())
		.thenComparing((r) -> r.cosa().promemoria());

	private final CalendarioFestivita calendario;

	private final Function<TipoTermine, Escalation> escalation;

	/**
	 * A plan by one calendar and one table.
	 * @param calendario the working days
	 * @param escalation from when others than the referente are told, by term
	 */
	public PianoPosta(CalendarioFestivita calendario, Function<TipoTermine, Escalation> escalation) {
		this.calendario = calendario;
		this.escalation = escalation;
	}

	/**
	 * The mails of a day.
	 * @param giorno the day, Rome
	 * @param sollevati the reminders to look at
	 * @param rubriche who can be written to that day, by ente
	 * @param abitudini what is known of the addresses
	 * @param gia who is told already, by reminder
	 * @param serviti who has had his mail of the day
	 * @return who is told of what, what waits and what is dropped
	 */
	public Piano di(LocalDate giorno, Collection<Sollevato> sollevati, Function<String, Rubrica> rubriche,
			Abitudini abitudini, Map<String, Set<String>> gia, Set<String> serviti) {
		Map<String, List<Piano.Riga>> perIndirizzo = new TreeMap<>();
		Set<String> attendono = new TreeSet<>();
		Set<String> scartati = new TreeSet<>();
		Set<String> senzaNessuno = new TreeSet<>();
		for (Sollevato s : sollevati) {
			if (!s.vale(giorno)) {
				scartati.add(s.promemoria());
				continue;
			}
			Map<String, Piano.Riga> righe = righe(s, rubriche.apply(s.ente()), abitudini);
			if (righe.isEmpty()) {
				senzaNessuno.add(s.promemoria());
				attendono.add(s.promemoria());
			}
			righe.forEach((indirizzo, riga) -> {
				if (gia.getOrDefault(s.promemoria(), Set.of()).contains(indirizzo)) {
					return;
				}
				if (serviti.contains(indirizzo) || trattenuta(riga, indirizzo, giorno, abitudini)) {
					attendono.add(s.promemoria());
				}
				else {
					perIndirizzo.computeIfAbsent(indirizzo, (i) -> new ArrayList<>()).add(riga);
				}
			});
		}
		List<Piano.Mail> mail = new ArrayList<>();
		perIndirizzo.forEach((indirizzo, righe) -> mail
			.add(new Piano.Mail(indirizzo, righe.stream().sorted(URGENZA).distinct().toList())));
		return new Piano(mail, attendono, scartati, senzaNessuno);
	}

	/**
	 * Whoever is told of a reminder in the end, on whichever day.
	 * @param s the reminder
	 * @param r who can be written to
	 * @param abitudini what is known of the addresses
	 * @return why each is told, by address
	 */
	private Map<String, Piano.Riga> righe(Sollevato s, Rubrica r, Abitudini abitudini) {
		Escalation scala = this.escalation.apply(s.termine());
		Map<String, Piano.Riga> righe = new LinkedHashMap<>();
		Set<String> ufficio = minuscoli(r.ufficio());
		Set<String> responsabili = minuscoli(r.responsabili());
		boolean nessuno = r.primi().isEmpty();
		aggiungi(righe, s, r.primi(), Motivo.REFERENTE, false);
		if (Escalation.tocca(scala.segretario(), s.giorni(), s.scaduto())) {
			aggiungi(righe, s, r.segretari(), Motivo.SEGRETARIO, false);
		}
		if (nessuno || Escalation.tocca(scala.rtd(), s.giorni(), s.scaduto())) {
			aggiungi(righe, s, ufficio, Motivo.RTD, nessuno);
		}
		if ((nessuno && ufficio.isEmpty()) || Escalation.tocca(scala.responsabile(), s.giorni(), s.scaduto())) {
			aggiungi(righe, s, responsabili, Motivo.RESPONSABILE, nessuno && ufficio.isEmpty());
		}
		Set<String> respinti = new TreeSet<>(righe.keySet());
		respinti.removeIf((i) -> raggiungibile(i, abitudini));
		if (!respinti.isEmpty()) {
			boolean suoi = respinti.stream().anyMatch((i) -> righe.get(i).nessuno());
			righe.keySet().removeAll(respinti);
			inVece(ufficio, responsabili, abitudini)
				.forEach((i, motivo) -> righe.merge(i, new Piano.Riga(s, motivo, nessuno && suoi, respinti),
						(sua, altra) -> new Piano.Riga(s, sua.motivo(), sua.nessuno() || altra.nessuno(), respinti)));
		}
		return righe;
	}

	/**
	 * Who is told in place of an address that refuses: the ufficio RTD; where that
	 * refuses too, the responsabili; in the end the ufficio all the same, so that
	 * somebody sees the mail fail.
	 */
	private static Map<String, Motivo> inVece(Set<String> ufficio, Set<String> responsabili, Abitudini abitudini) {
		Map<String, Motivo> chi = new LinkedHashMap<>();
		ufficio.stream().filter((i) -> raggiungibile(i, abitudini)).forEach((i) -> chi.put(i, Motivo.RTD));
		if (chi.isEmpty()) {
			responsabili.stream()
				.filter((i) -> raggiungibile(i, abitudini))
				.forEach((i) -> chi.put(i, Motivo.RESPONSABILE));
		}
		if (chi.isEmpty()) {
			ufficio.forEach((i) -> chi.put(i, Motivo.RTD));
		}
		return chi;
	}

	private static boolean raggiungibile(String indirizzo, Abitudini abitudini) {
		return !abitudini.respinti().contains(indirizzo) && Recapito.perInvio(indirizzo).isPresent();
	}

	private static void aggiungi(Map<String, Piano.Riga> righe, Sollevato s, Set<String> chi, Motivo motivo,
			boolean nessuno) {
		minuscoli(chi).forEach((i) -> righe.putIfAbsent(i, new Piano.Riga(s, motivo, nessuno, Set.of())));
	}

	/** One address is one person, whatever its case. */
	private static Set<String> minuscoli(Set<String> indirizzi) {
		Set<String> minuscoli = new LinkedHashSet<>();
		indirizzi.forEach((i) -> minuscoli.add(i.toLowerCase(Locale.ROOT)));
		return minuscoli;
	}

	private boolean trattenuta(Piano.Riga riga, String indirizzo, LocalDate giorno, Abitudini abitudini) {
		Sollevato s = riga.cosa();
		if (s.indifferibile() || !riga.respinti().isEmpty()) {
			return false;
		}
		if (abitudini.tace(indirizzo, s.candidatura(), giorno)) {
			return true;
		}
		DayOfWeek settimanale = abitudini.di(indirizzo).settimanale();
		return settimanale != null && !giornoDelRiepilogo(settimanale, giorno)
				&& giorno.isBefore(consegna(settimanale, s.sollevato()));
	}

	/** The weekday somebody has chosen, or the first working day after it. */
	private boolean giornoDelRiepilogo(DayOfWeek settimanale, LocalDate giorno) {
		return this.calendario.lavorativoSeguente(giorno.with(TemporalAdjusters.previousOrSame(settimanale)))
			.equals(giorno);
	}

	/** By when a line is to be told, even if the run of that day has been missed. */
	private LocalDate consegna(DayOfWeek settimanale, LocalDate sollevato) {
		return this.calendario.lavorativoSeguente(sollevato.with(TemporalAdjusters.nextOrSame(settimanale)));
	}

}
