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
	 * the anchor (or from the day set).</li>
	 * <li>Then the days of proroga, added to the unshifted date.</li>
	 * <li>Then the suspensions: for each suspended day after the anchor and up to the end
	 * as it stands, one day more; a day that two acts suspend counts once.</li>
	 * <li>The end is shifted past festivi, once. A day that was set and not moved since
	 * is not shifted.</li>
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
		List<Differimento> atti = differimenti.stream()
			.filter((d) -> d.tipo() != Tipo.PORTALE)
			.sorted(Differimento.ORDINE)
			.toList();
		differimenti.stream().filter(CalcoloTermine::fissaUnGiorno).forEach((d) -> nonPrima(computo, d));
		Conto conto = new Conto(computo, atti);
		LocalDate legale = conto.slitta ? slitta(conto.civile) : conto.civile;
		DateTermine senzaTetto = new DateTermine(computo.decorrenza(), computo.termine(), conto.civile,
				conto.prudenziale, legale, null, "");
		DateTermine date = (tetto == null) ? senzaTetto : conTetto(senzaTetto, tetto);
		Optional<Differimento> portale = differimenti.stream()
			.filter((d) -> d.tipo() == Tipo.PORTALE)
			.max(Comparator.comparingLong(Differimento::numero));
		boolean attuale = portale.isPresent() && atti.stream().allMatch((d) -> d.numero() < portale.get().numero());
		LocalDate mostrata = attuale ? portale.get().al() : null;
		String spiegazione = this.spiegazione.di(computo, conto.passi, senzaTetto, date, tetto, portale.orElse(null),
				attuale);
		return new DateTermine(date.decorrenza(), date.termine(), date.civile(), date.prudenziale(), date.legale(),
				mostrata, spiegazione);
	}

	/**
	 * What a term hands on to one that depends on it: the limit that runs beside
	 * contrattualizzazione grows by what contrattualizzazione was granted (Decreto
	 * 39/2025, dominio 2.6 and 3.3 point 6). Months and days are handed on as they are; a
	 * day that was set, as the days that it gained. Suspensions are not: the law that
	 * makes them reaches the other term by itself.
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
		for (Differimento d : differimenti.stream().sorted(Differimento.ORDINE).toList()) {
			if (d.tipo() == Tipo.PROROGA || d.tipo() == Tipo.MESI) {
				trasmessi.add(d);
			}
			else if (d.tipo().fissa()) {
				nonPrima(computo, d);
				long guadagno = ChronoUnit.DAYS.between(new Conto(computo, finora).civile, d.al());
				if (guadagno > 0) {
					trasmessi.add(Differimento.proroga(d.numero(), Contatore.ECCEZIONALE,
							(int) Math.min(guadagno, Differimento.GIORNI_MASSIMI), d.atto(), d.dataAtto()));
				}
			}
			finora.add(d);
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

		private final LocalDate decorrenza;

		private LocalDate civile;

		private LocalDate prudenziale;

		private boolean slitta;

		Conto(Computo computo, List<Differimento> atti) {
			this.decorrenza = computo.decorrenza();
			int inizio = 0;
			for (int i = 0; i < atti.size(); i++) {
				inizio = atti.get(i).tipo().fissa() ? i + 1 : inizio;
			}
			List<Differimento> restanti = atti.subList(inizio, atti.size());
			if (inizio > 0) {
				Differimento fissa = atti.get(inizio - 1);
				parti(fissa.al(), List.of(fissa));
				allunga(restanti, fissa.al(), 0);
			}
			else if (computo.termine() == null) {
				parti(computo.decorrenza(), List.of());
				allunga(restanti, computo.decorrenza(), 0);
			}
			else if (computo.termine().unita() == Unita.MESI) {
				mesi(computo.decorrenza(), computo.termine().quantita(), List.of());
				this.slitta = computo.modo() == Modo.ATTO;
				allunga(restanti, computo.decorrenza(), computo.termine().quantita());
			}
			else {
				parti(giorni(computo.decorrenza(), computo.termine()), List.of());
				if (computo.termine().unita() == Unita.LAVORATIVI) {
					this.prudenziale = CalcoloTermine.this.calendario.dopoGiorniFeriali(computo.decorrenza(),
							computo.termine().quantita());
				}
				this.slitta = computo.modo() == Modo.ATTO;
				allunga(restanti, this.civile, 0);
			}
			proroga(restanti);
			sospendi(restanti);
		}

		private LocalDate giorni(LocalDate da, Termine termine) {
			return (termine.unita() == Unita.GIORNI) ? da.plusDays(termine.quantita())
					: CalcoloTermine.this.calendario.dopoGiorniLavorativi(da, termine.quantita());
		}

		private void parti(LocalDate giorno, List<Differimento> atti) {
			this.civile = giorno;
			this.prudenziale = giorno;
			this.passi.add(new Passo(atti, 0, giorno));
		}

		private void mesi(LocalDate da, int mesi, List<Differimento> atti) {
			this.civile = da.plusMonths(mesi);
			// with February inside, ninety days outlast three months: hence the minimum
			this.prudenziale = prima(da.plusDays(GIORNI_DI_UN_MESE_FISSO * mesi), this.civile);
			this.passi.add(new Passo(atti, 0, this.civile));
		}

		private void allunga(List<Differimento> atti, LocalDate da, int mesiPropri) {
			int mesi = mesiPropri;
			LocalDate prudente = this.prudenziale;
			for (Differimento d : atti) {
				if (d.tipo() == Tipo.MESI) {
					mesi += d.quantita();
					mesi(da, mesi, List.of(d));
					if (mesiPropri == 0) {
						this.prudenziale = prima(prudente.plusDays(GIORNI_DI_UN_MESE_FISSO * mesi), this.civile);
					}
					this.slitta = true;
				}
			}
		}

		private void proroga(List<Differimento> atti) {
			for (Differimento d : atti) {
				if (d.tipo() == Tipo.PROROGA) {
					this.civile = this.civile.plusDays(d.quantita());
					this.prudenziale = this.prudenziale.plusDays(d.quantita());
					this.slitta = true;
					this.passi.add(new Passo(List.of(d), 0, this.civile));
				}
			}
		}

		private void sospendi(List<Differimento> atti) {
			List<Differimento> sospensioni = atti.stream()
				.filter((d) -> d.tipo() == Tipo.SOSPENSIONE)
				.sorted(Comparator.comparing(Differimento::dal).thenComparing(Differimento.ORDINE))
				.toList();
			LocalDate senza = this.civile;
			List<Differimento> efficaci = new ArrayList<>();
			this.civile = sospeso(this.civile, sospensioni, efficaci);
			this.prudenziale = sospeso(this.prudenziale, sospensioni, new ArrayList<>());
			if (!efficaci.isEmpty()) {
				this.slitta = true;
				this.passi
					.add(new Passo(List.copyOf(efficaci), ChronoUnit.DAYS.between(senza, this.civile), this.civile));
			}
		}

		// By first day: each suspended day that lies after those already counted and is
		// reached by the end pushes the end by one, so all the rest of its suspension is
		// reached too
		private LocalDate sospeso(LocalDate fine, List<Differimento> sospensioni, List<Differimento> efficaci) {
			LocalDate esito = fine;
			LocalDate contatoFinoA = this.decorrenza;
			for (Differimento s : sospensioni) {
				LocalDate primo = dopo(s.dal(), contatoFinoA.plusDays(1));
				boolean tocca = !s.al().isBefore(this.decorrenza.plusDays(1)) && !s.dal().isAfter(esito);
				if (tocca) {
					efficaci.add(s);
				}
				if (tocca && !primo.isAfter(s.al())) {
					esito = esito.plusDays(ChronoUnit.DAYS.between(primo, s.al()) + 1);
					contatoFinoA = s.al();
				}
			}
			return esito;
		}

	}

}
