package it.cronoprogramma.termine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import it.cronoprogramma.termine.Computo.Modo;
import it.cronoprogramma.termine.Differimento.Tipo;

/**
 * Counts a term from its anchor the way Italian law does, applies the acts that change
 * it, and says how. Immutable and safe for use by many threads.
 */
public final class CalcoloTermine {

	private static final long GIORNI_DI_UN_MESE_FISSO = 30;

	private final CalendarioFestivita calendario;

	private final Politica politica;

	private final Spiegazione spiegazione;

	/**
	 * A calculation by one calendar and one policy.
	 * @param calendario the days that move a term
	 * @param politica what to do where the law is open
	 * @throws NullPointerException if either is missing
	 */
	public CalcoloTermine(CalendarioFestivita calendario, Politica politica) {
		this.calendario = Objects.requireNonNull(calendario, "calendario");
		this.politica = Objects.requireNonNull(politica, "politica");
		this.spiegazione = new Spiegazione(calendario);
	}

	/**
	 * The dates of a term. The day of the anchor is not counted, months end on the day
	 * that bears the same number or, failing that, on the last of the month, and a
	 * festivo moves the end to the next day that is not (art. 2963 c.c., art. 155 c.p.c.
	 * first, second and fourth paragraphs). FAQ of the avvisi write months as "mesi (n
	 * gg)", so the cautious date also tries months of thirty days. Working days are those
	 * from Monday to Friday that are not festivi; the cautious date counts Saturdays too.
	 * @param decorrenza the day of the anchor in Italy
	 * @param termine the length
	 * @param evento the anchor in Italian words and without article, for example
	 * {@code notifica del decreto di finanziamento}; may be missing
	 * @return the dates and their explanation
	 * @throws NullPointerException if the anchor or the length is missing
	 */
	public DateTermine calcola(LocalDate decorrenza, Termine termine, String evento) {
		return calcola(new Computo(decorrenza, termine, evento, Modo.ATTO), List.of(), null);
	}

	/**
	 * A term that somebody set as a date, for example the closing of an avviso. Nobody
	 * counted it, so no holiday moves it, and its three dates are one.
	 * @param giorno the date
	 * @param evento what the date is, in Italian words and without article, for example
	 * {@code chiusura dell'avviso}; may be missing
	 * @return the dates, without a length, and their explanation
	 * @throws NullPointerException if the date is missing
	 */
	public DateTermine fissa(LocalDate giorno, String evento) {
		return calcola(new Computo(giorno, null, evento, Modo.DATA), List.of(), null);
	}

	/**
	 * The dates of a term as the acts that count have changed it. The order is this
	 * (docs/adr/0008):
	 * <ol>
	 * <li>Acts are put in order by their own date, then by registration. The last one
	 * that sets a day (DATA_FISSA, RIMESSIONE) takes the place of the count and of
	 * everything before it.</li>
	 * <li>Of what remains, first the months: they lengthen the term itself, counted from
	 * the anchor (or from the day set, or from where a term in days ends).</li>
	 * <li>Then the days of proroga, added to the unshifted date.</li>
	 * <li>Then the suspensions: for each suspended day after the anchor and up to the end
	 * as it stands, one day more; a day that two acts suspend counts once. A term in
	 * working days does not count the suspended ones in the first place.</li>
	 * <li>The end is shifted past festivi, once. A day that was set and not moved since
	 * is not shifted, nor ever the end of a PERIODO.</li>
	 * <li>The cap: no later than this day, but never before the anchor.</li>
	 * <li>The portal's date, if nothing was registered after it: it governs.</li>
	 * </ol>
	 * @param computo the term before any act
	 * @param differimenti the acts that count, in any order
	 * @param tetto the day beyond which the term cannot go, or {@code null}
	 * @return the dates and their explanation, which names every act that moved them
	 * @throws NullPointerException if the term or the list is missing
	 * @throws IllegalArgumentException if an act sets a day before the anchor; the
	 * message is in Italian
	 */
	public DateTermine calcola(Computo computo, Collection<Differimento> differimenti, LocalDate tetto) {
		List<Differimento> atti = differimenti.stream().sorted(Differimento.ORDINE).toList();
		atti.stream().filter(CalcoloTermine::fissaUnGiorno).forEach((d) -> nonPrima(computo, d));
		Conto conto = new Conto(computo, atti);
		LocalDate legale = conto.slitta ? slitta(conto.civile) : conto.civile;
		DateTermine senzaTetto = new DateTermine(computo.decorrenza(), computo.termine(), conto.civile,
				conto.prudenziale, legale, null, "");
		DateTermine limitata = (tetto == null) ? senzaTetto : conTetto(senzaTetto, tetto);
		Optional<Differimento> portale = atti.stream()
			.filter((d) -> d.tipo() == Tipo.PORTALE)
			.max(Comparator.comparingLong(Differimento::numero));
		Optional<Differimento> successivo = portale.flatMap((letta) -> atti.stream()
			.filter((d) -> d.numero() > letta.numero())
			.max(Comparator.comparingLong(Differimento::numero)));
		LocalDate mostrata = successivo.isPresent() ? null : portale.map(Differimento::al).orElse(null);
		DateTermine date = new DateTermine(computo.decorrenza(), computo.termine(), limitata.civile(),
				limitata.prudenziale(), limitata.legale(), mostrata, "");
		String testo = this.spiegazione.di(computo, conto.passi, senzaTetto, date, tetto, portale, successivo);
		return new DateTermine(date.decorrenza(), date.termine(), date.civile(), date.prudenziale(), date.legale(),
				mostrata, testo);
	}

	/**
	 * What a term hands on to one that depends on it: the limit that runs beside
	 * contrattualizzazione grows by what contrattualizzazione was granted (Decreto
	 * 39/2025, dominio 2.6 and 3.3 point 6). Months and days are handed on as they are; a
	 * day that was set, as the days that it gained on the farthest that the term had been
	 * before. Suspensions are not: the law that makes them reaches the other term by
	 * itself.
	 * @param computo the term that was changed
	 * @param differimenti the acts that count on it, in any order
	 * @return the acts for the term that depends on it
	 * @throws NullPointerException if either is missing
	 * @throws IllegalArgumentException if an act sets a day before the anchor; the
	 * message is in Italian
	 */
	public List<Differimento> trasmessi(Computo computo, Collection<Differimento> differimenti) {
		List<Differimento> trasmessi = new ArrayList<>();
		List<Differimento> finora = new ArrayList<>();
		LocalDate raggiunto = new Conto(computo, finora).civile;
		for (Differimento d : differimenti.stream().sorted(Differimento.ORDINE).toList()) {
			if (d.tipo() == Tipo.PROROGA || d.tipo() == Tipo.MESI) {
				trasmessi.add(d);
			}
			else if (d.tipo().fissa()) {
				nonPrima(computo, d);
				long guadagno = ChronoUnit.DAYS.between(raggiunto, d.al());
				if (guadagno > 0) {
					trasmessi.add(Differimento.proroga(d.numero(), Contatore.ECCEZIONALE,
							(int) Math.min(guadagno, Differimento.GIORNI_MASSIMI), d.atto(), d.dataAtto()));
				}
			}
			finora.add(d);
			raggiunto = dopo(raggiunto, new Conto(computo, finora).civile);
		}
		return trasmessi;
	}

	/**
	 * Where a term that was counted to this day really ends (art. 2963 c.c., third
	 * paragraph). A proroga in days is added to the unshifted date and shifted once, with
	 * this method.
	 * @param civile the last day as counted
	 * @return the same day, or the first following one that is not festivo; by policy not
	 * a Saturday either
	 * @throws NullPointerException if the day is missing
	 */
	public LocalDate slitta(LocalDate civile) {
		LocalDate giorno = civile;
		while (this.calendario.festivo(giorno) || sabatoCheSlitta(giorno)) {
			giorno = giorno.plusDays(1);
		}
		return giorno;
	}

	private boolean sabatoCheSlitta(LocalDate giorno) {
		return this.politica.sabatoFestivo() && giorno.getDayOfWeek() == DayOfWeek.SATURDAY;
	}

	private static boolean fissaUnGiorno(Differimento d) {
		return d.tipo().fissa() || d.tipo() == Tipo.PORTALE;
	}

	private static void nonPrima(Computo computo, Differimento d) {
		// of a fixed day the anchor is that day itself, which another may well precede
		if (computo.modo() != Modo.DATA && d.al().isBefore(computo.decorrenza())) {
			throw new IllegalArgumentException("Data non valida: " + Spiegazione.giorno(d.al())
					+ " precede la decorrenza del termine, " + Spiegazione.giorno(computo.decorrenza()) + ".");
		}
	}

	private static DateTermine conTetto(DateTermine date, LocalDate tetto) {
		LocalDate limite = dopo(tetto, date.decorrenza());
		return new DateTermine(date.decorrenza(), date.termine(), prima(date.civile(), limite),
				prima(date.prudenziale(), limite), prima(date.legale(), limite), null, "");
	}

	private static LocalDate prima(LocalDate uno, LocalDate altro) {
		return uno.isBefore(altro) ? uno : altro;
	}

	private static LocalDate dopo(LocalDate uno, LocalDate altro) {
		return uno.isAfter(altro) ? uno : altro;
	}

	/**
	 * A step of the count, for the explanation.
	 *
	 * @param atti the acts that made it, empty for the term itself
	 * @param giorni the days that suspensions added, 0 for the others
	 * @param civile where the count stands after it
	 */
	record Passo(List<Differimento> atti, long giorni, LocalDate civile) {
	}

	/** The count of one term, act by act. */
	private final class Conto {

		private final List<Passo> passi = new ArrayList<>();

		private final Computo computo;

		private final List<Differimento> sospensioni;

		private final boolean slitta;

		private LocalDate civile;

		private LocalDate prudenziale;

		Conto(Computo computo, List<Differimento> atti) {
			this.computo = computo;
			this.civile = computo.decorrenza();
			this.prudenziale = computo.decorrenza();
			int inizio = 0;
			for (int i = 0; i < atti.size(); i++) {
				inizio = atti.get(i).tipo().fissa() ? i + 1 : inizio;
			}
			List<Differimento> restanti = atti.subList(inizio, atti.size());
			this.sospensioni = restanti.stream()
				.filter((d) -> d.tipo() == Tipo.SOSPENSIONE)
				.sorted(Comparator.comparing(Differimento::dal).thenComparing(Differimento.ORDINE))
				.toList();
			Unita unita = (inizio > 0 || computo.termine() == null) ? null : computo.termine().unita();
			if (inizio > 0) {
				fissa(atti.get(inizio - 1));
			}
			else if (unita == null) {
				passo(List.of());
			}
			else if (unita == Unita.GIORNI) {
				piu(computo.termine().quantita(), List.of());
			}
			else if (unita == Unita.LAVORATIVI) {
				lavorativi(computo.termine().quantita());
			}
			// up to here suspended days have been passed over already, or none can be
			boolean lavorativi = unita == Unita.LAVORATIVI;
			LocalDate contato = lavorativi ? this.civile : computo.decorrenza();
			LocalDate contatoPrudente = lavorativi ? this.prudenziale : computo.decorrenza();
			mesi(restanti, (unita == Unita.MESI) ? computo.termine().quantita() : 0);
			restanti.stream().filter((d) -> d.tipo() == Tipo.PROROGA).forEach((d) -> piu(d.quantita(), List.of(d)));
			sospendi(contato, contatoPrudente);
			boolean contata = inizio == 0 && computo.modo() == Modo.ATTO;
			this.slitta = computo.modo() != Modo.PERIODO && (contata || this.passi.size() > 1);
		}

		private void fissa(Differimento d) {
			this.civile = d.al();
			this.prudenziale = d.al();
			passo(List.of(d));
		}

		private void piu(int giorni, List<Differimento> atti) {
			this.civile = this.civile.plusDays(giorni);
			this.prudenziale = this.prudenziale.plusDays(giorni);
			passo(atti);
		}

		// Suspended days cannot be turned into calendar days here: the days that they
		// stood for and those that replace them have not the same Sundays
		private void lavorativi(int quanti) {
			CalendarioFestivita calendario = CalcoloTermine.this.calendario;
			LocalDate da = this.civile;
			this.civile = calendario.dopo(da, quanti, (d) -> calendario.lavorativo(d) && !sospeso(d));
			this.prudenziale = calendario.dopo(da, quanti, (d) -> !calendario.festivo(d) && !sospeso(d));
			passo(this.sospensioni.stream()
				.filter((s) -> s.al().isAfter(da) && s.dal().isBefore(this.civile))
				.toList());
		}

		private boolean sospeso(LocalDate giorno) {
			return this.sospensioni.stream().anyMatch((s) -> !giorno.isBefore(s.dal()) && !giorno.isAfter(s.al()));
		}

		private void mesi(List<Differimento> atti, int propri) {
			LocalDate da = this.civile;
			LocalDate daPrudente = this.prudenziale;
			int mesi = propri;
			if (mesi > 0) {
				mesi(da, daPrudente, mesi, List.of());
			}
			for (Differimento d : atti) {
				if (d.tipo() == Tipo.MESI) {
					mesi += d.quantita();
					mesi(da, daPrudente, mesi, List.of(d));
				}
			}
		}

		private void mesi(LocalDate da, LocalDate daPrudente, int mesi, List<Differimento> atti) {
			this.civile = da.plusMonths(mesi);
			// with February inside, ninety days outlast three months: hence the minimum;
			// and nobody keeps up a service for years of 360 days
			this.prudenziale = (this.computo.modo() == Modo.PERIODO) ? this.civile
					: prima(daPrudente.plusDays(GIORNI_DI_UN_MESE_FISSO * mesi), this.civile);
			passo(atti);
		}

		private void sospendi(LocalDate contato, LocalDate contatoPrudente) {
			LocalDate senza = this.civile;
			List<Differimento> efficaci = new ArrayList<>();
			this.civile = sospeso(this.civile, contato, efficaci);
			// the two may have passed over different suspended days
			this.prudenziale = prima(sospeso(this.prudenziale, contatoPrudente, new ArrayList<>()), this.civile);
			if (!efficaci.isEmpty()) {
				this.passi
					.add(new Passo(List.copyOf(efficaci), ChronoUnit.DAYS.between(senza, this.civile), this.civile));
			}
		}

		// By first day: each suspended day that lies after those already counted and is
		// reached by the end pushes the end by one, so all the rest of its suspension is
		// reached too
		private LocalDate sospeso(LocalDate fine, LocalDate contato, List<Differimento> efficaci) {
			LocalDate esito = fine;
			LocalDate contatoFinoA = contato;
			for (Differimento s : this.sospensioni) {
				if (s.al().isAfter(contato) && !dopo(s.dal(), contato.plusDays(1)).isAfter(esito)) {
					LocalDate primo = dopo(s.dal(), contatoFinoA.plusDays(1));
					esito = esito.plusDays(Math.max(0, ChronoUnit.DAYS.between(primo, s.al()) + 1));
					contatoFinoA = dopo(contatoFinoA, s.al());
					efficaci.add(s);
				}
			}
			return esito;
		}

		private void passo(List<Differimento> atti) {
			this.passi.add(new Passo(atti, 0, this.civile));
		}

	}

}
