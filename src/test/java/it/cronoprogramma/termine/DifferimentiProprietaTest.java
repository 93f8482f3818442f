package it.cronoprogramma.termine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import it.cronoprogramma.termine.Computo.Modo;
import it.cronoprogramma.termine.Differimento.Tipo;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for any acts whatever. */
class DifferimentiProprietaTest {

	private static final CalendarioFestivita CALENDARIO = CalendarioFestivita.italiano();

	private static final List<CalcoloTermine> CALCOLI = List.of(new CalcoloTermine(CALENDARIO, Politica.PREDEFINITA),
			new CalcoloTermine(CALENDARIO, new Politica(true)));

	private static final CalcoloTermine CALCOLO = CALCOLI.get(0);

	/** First day that a term or a suspension can have here. */
	private static final LocalDate INIZIO = LocalDate.of(2022, 1, 1);

	/** No anchor is later, even delayed. */
	private static final int ULTIMA_DECORRENZA = 1100;

	private static final int ORIZZONTE = 1800;

	/** By how much as many civil months can differ that start within a year. */
	private static final int SCARTO_MESI = 3;

	/** Sunday 24, Christmas and Santo Stefano: nothing is shifted by more. */
	private static final int SLITTAMENTO_MASSIMO = 3;

	@Provide
	Arbitrary<Termine> termini() {
		return Arbitraries.oneOf(terminiAGiorni(), terminiAMesi());
	}

	@Provide
	Arbitrary<Termine> terminiAMesi() {
		return Arbitraries.integers().between(1, 24).map(Termine::mesi);
	}

	@Provide
	Arbitrary<Termine> terminiAGiorni() {
		return Arbitraries.oneOf(Arbitraries.integers().between(1, 200).map(Termine::giorni),
				Arbitraries.integers().between(1, 40).map(Termine::lavorativi));
	}

	@Provide
	Arbitrary<Computo> computi() {
		return Combinators
			.combine(giorni(0, ULTIMA_DECORRENZA), termini(),
					Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just(Modo.ATTO)),
							Tuple.of(1, Arbitraries.of(Modo.class))))
			.as((decorrenza, termine, modo) -> new Computo(decorrenza, (modo == Modo.DATA) ? null : termine,
					"notifica del decreto", modo));
	}

	@Provide
	Arbitrary<List<Differimento>> atti() {
		return elenco(Tipo.values());
	}

	@Provide
	Arbitrary<List<Differimento>> senzaSospensioni() {
		return elenco(Tipo.PROROGA, Tipo.MESI, Tipo.DATA_FISSA, Tipo.RIMESSIONE, Tipo.PORTALE);
	}

	@Provide
	Arbitrary<List<Differimento>> prorogheESospensioni() {
		return elenco(Tipo.PROROGA, Tipo.SOSPENSIONE, Tipo.PORTALE);
	}

	@Provide
	Arbitrary<List<Differimento>> mesiProrogheESospensioni() {
		return elenco(Tipo.PROROGA, Tipo.MESI, Tipo.SOSPENSIONE);
	}

	@Provide
	Arbitrary<List<Differimento>> dateFisse() {
		return elenco(Tipo.DATA_FISSA, Tipo.RIMESSIONE);
	}

	@Provide
	Arbitrary<LocalDate> tetti() {
		return giorni(0, ORIZZONTE).injectNull(0.4);
	}

	@Property
	void leDateSonoInOrdineENonPrecedonoLaDecorrenza(@ForAll("computi") Computo computo,
			@ForAll("atti") List<Differimento> atti, @ForAll("tetti") LocalDate tetto) {
		for (CalcoloTermine calcolo : CALCOLI) {
			DateTermine date = calcolo.calcola(computo, validi(atti, computo), tetto);

			assertThat(date.prudenziale()).isBeforeOrEqualTo(date.civile());
			assertThat(date.civile()).isBeforeOrEqualTo(date.legale());
			if (computo.modo() != Modo.DATA) {
				assertThat(date.prudenziale()).isAfterOrEqualTo(computo.decorrenza());
			}
			if (tetto != null) {
				LocalDate limite = tetto.isBefore(computo.decorrenza()) ? computo.decorrenza() : tetto;
				assertThat(date.legale()).isBeforeOrEqualTo(limite);
			}
		}
	}

	/**
	 * An independent count: from the anchor, a day at a time, until as many days have
	 * passed as the term and its acts are long, the suspended ones left out.
	 */
	@Property
	void contandoUnGiornoAllaVoltaSiArrivaAllaStessaData(@ForAll("computi") Computo computo,
			@ForAll("atti") List<Differimento> atti) {
		List<Differimento> validi = validi(atti, computo);
		List<Differimento> contano = new ArrayList<>();
		for (Differimento d : validi.stream().sorted(Differimento.ORDINE).toList()) {
			if (d.tipo().fissa()) {
				contano.clear();
			}
			contano.add(d);
		}
		Predicate<LocalDate> sospeso = (giorno) -> contano.stream()
			.anyMatch((s) -> s.tipo() == Tipo.SOSPENSIONE && !giorno.isBefore(s.dal()) && !giorno.isAfter(s.al()));
		boolean fissata = !contano.isEmpty() && contano.get(0).tipo().fissa();
		Termine termine = fissata ? null : computo.termine();
		Unita unita = (termine == null) ? null : termine.unita();
		LocalDate conta = computo.decorrenza();
		LocalDate base = fissata ? contano.get(0).al() : conta;
		if (unita == Unita.LAVORATIVI) {
			conta = cammina(conta, termine.quantita(), (giorno) -> sospeso.test(giorno) || festivoOSabato(giorno));
			base = conta;
		}
		else if (unita == Unita.GIORNI) {
			base = base.plusDays(termine.quantita());
		}
		int mesi = somma(contano, Tipo.MESI) + ((unita == Unita.MESI) ? termine.quantita() : 0);
		long giorni = ChronoUnit.DAYS.between(conta, base.plusMonths(mesi)) + somma(contano, Tipo.PROROGA);

		LocalDate attesa = (giorni > 0) ? cammina(conta, giorni, sospeso) : conta.plusDays(giorni);
		assertThat(CALCOLO.calcola(computo, validi, null).civile()).isEqualTo(attesa);
	}

	@Property
	void soloCioCheFuFissatoPuoFinireDiFesta(@ForAll("computi") Computo computo,
			@ForAll("atti") List<Differimento> atti) {
		DateTermine date = CALCOLO.calcola(computo, validi(atti, computo), null);
		if (computo.modo() == Modo.PERIODO) {
			assertThat(date.legale()).isEqualTo(date.civile());
		}
		else if (computo.modo() == Modo.ATTO && atti.stream().noneMatch((d) -> d.tipo().fissa())) {
			assertThat(date.legale()).isEqualTo(CALCOLO.slitta(date.civile()));
		}
	}

	@Property
	void chiCominciaDopoNonFiniscePrimaSenzaSospensioni(@ForAll("computi") Computo computo,
			@ForAll("senzaSospensioni") List<Differimento> atti, @ForAll("tetti") LocalDate tetto,
			@ForAll @IntRange(max = 60) int ritardo) {
		Computo tardi = ritarda(computo, ritardo);
		for (CalcoloTermine calcolo : CALCOLI) {
			DateTermine prima = calcolo.calcola(computo, validi(atti, tardi), tetto);
			DateTermine poi = calcolo.calcola(tardi, validi(atti, tardi), tetto);

			assertThat(anticipo(prima, poi)).isEqualTo(new Anticipo(0, 0, 0));
		}
	}

	@Property
	void chiCominciaDopoNonFiniscePrimaSeSiContanoGiorni(
			@ForAll @DateRange(min = "2022-01-01", max = "2024-12-31") LocalDate decorrenza,
			@ForAll("terminiAGiorni") Termine termine, @ForAll("prorogheESospensioni") List<Differimento> atti,
			@ForAll("tetti") LocalDate tetto, @ForAll @IntRange(max = 60) int ritardo) {
		Computo computo = new Computo(decorrenza, termine, null, Modo.ATTO);
		Computo tardi = ritarda(computo, ritardo);
		for (CalcoloTermine calcolo : CALCOLI) {
			assertThat(anticipo(calcolo.calcola(computo, validi(atti, tardi), tetto),
					calcolo.calcola(tardi, validi(atti, tardi), tetto)))
				.isEqualTo(new Anticipo(0, 0, 0));
		}
	}

	/**
	 * With months a later start may well end earlier: each day of delay inside a
	 * suspension is a suspended day less, while the months that remain need not be longer
	 * (28 and 31 August plus six months are both 28 February). What is lost is at most
	 * the difference between two runs of so many months that start within the suspension:
	 * 3 days of the civil date if it lasts up to a year (all starts 2020-2031, 1 to 36
	 * months; 1 day if the months are whole years), 4 days for ever. Months of thirty
	 * days are days: only where February undercuts them up to 2 are lost, none from four
	 * months on. Shifting adds up to 3 to the legal date, 6 in all. More than one
	 * suspension and there is no such bound, because the days lost may be those by which
	 * the next one was reached: then it is the suspended days more.
	 * @see DifferimentiTest#cominciareDopoDentroUnaSospensionePuoFarFinirePrima()
	 */
	@Property
	void chiCominciaDopoInUnaSospensionePerdeAlPiuTreGiorni(
			@ForAll @DateRange(min = "2022-01-01", max = "2024-12-31") LocalDate decorrenza,
			@ForAll("terminiAMesi") Termine termine, @ForAll("mesiProrogheESospensioni") List<Differimento> atti,
			@ForAll @IntRange(max = 400) int ritardo) {
		Computo computo = new Computo(decorrenza, termine, null, Modo.ATTO);
		Computo tardi = ritarda(computo, ritardo);
		List<Differimento> sospensioni = atti.stream().filter((d) -> d.tipo() == Tipo.SOSPENSIONE).toList();
		long altre = (sospensioni.size() < 2) ? 0 : sospesi(sospensioni).size();

		Anticipo anticipo = anticipo(CALCOLO.calcola(computo, atti, null), CALCOLO.calcola(tardi, atti, null));
		assertThat(anticipo.civile()).isLessThanOrEqualTo(SCARTO_MESI + altre);
		assertThat(anticipo.legale()).isLessThanOrEqualTo(SCARTO_MESI + SLITTAMENTO_MASSIMO + altre);
		assertThat(anticipo.prudenziale()).isLessThanOrEqualTo(2 + altre);
	}

	/**
	 * Nor can it hold where an act has set the day: whoever starts later had fewer
	 * suspended days to be given back, at most as many as he is late.
	 */
	@Property
	void diUnaDataFissaChiCominciaDopoPerdeAlPiuIlRitardo(@ForAll("computi") Computo computo,
			@ForAll @IntRange(min = 1, max = 400) int fine, @ForAll @IntRange(max = 400) int dal,
			@ForAll @IntRange(min = 1, max = 200) int durata, @ForAll @IntRange(max = 60) int ritardo) {
		Assume.that(computo.modo() != Modo.DATA);
		Computo tardi = ritarda(computo, ritardo);
		LocalDate primo = computo.decorrenza().plusDays(dal);
		List<Differimento> atti = List.of(
				Differimento.dataFissa(1, tardi.decorrenza().plusDays(fine), "Decreto", INIZIO),
				Differimento.sospensione(2, primo, primo.plusDays(durata - 1), "Legge", INIZIO));

		Anticipo anticipo = anticipo(CALCOLO.calcola(computo, atti, null), CALCOLO.calcola(tardi, atti, null));
		assertThat(anticipo.civile()).isLessThanOrEqualTo(ritardo);
		assertThat(anticipo.prudenziale()).isLessThanOrEqualTo(ritardo);
		assertThat(anticipo.legale()).isLessThanOrEqualTo(ritardo + SLITTAMENTO_MASSIMO);
	}

	@Property
	void lOrdineDiConsegnaNonConta(@ForAll("computi") Computo computo, @ForAll("atti") List<Differimento> atti,
			@ForAll("tetti") LocalDate tetto, @ForAll Random caso) {
		List<Differimento> mescolati = new ArrayList<>(validi(atti, computo));
		Collections.shuffle(mescolati, caso);

		assertThat(CALCOLO.calcola(computo, mescolati, tetto))
			.isEqualTo(CALCOLO.calcola(computo, validi(atti, computo), tetto));
		assertThat(CALCOLO.trasmessi(computo, mescolati)).isEqualTo(CALCOLO.trasmessi(computo, validi(atti, computo)));
	}

	@Property
	void unAttoApplicatoERevocatoNonLasciaTraccia(@ForAll("computi") Computo computo,
			@ForAll("atti") List<Differimento> atti, @ForAll("tetti") LocalDate tetto,
			@ForAll @IntRange(max = 7) int revocato) {
		List<Differimento> validi = validi(atti, computo);
		List<Differimento> registro = new ArrayList<>(validi.stream().filter((d) -> d.numero() != revocato).toList());
		DateTermine prima = CALCOLO.calcola(computo, List.copyOf(registro), tetto);

		validi.stream().filter((d) -> d.numero() == revocato).forEach((d) -> {
			registro.add(d);
			CALCOLO.calcola(computo, registro, tetto);
			registro.remove(d);
		});
		assertThat(CALCOLO.calcola(computo, registro, tetto)).isEqualTo(prima);
	}

	@Property
	void unaProrogaInPiuAttiValeLoStesso(@ForAll("computi") Computo computo, @ForAll("atti") List<Differimento> atti,
			@ForAll("tetti") LocalDate tetto, @ForAll @IntRange(min = 2, max = 300) int giorni,
			@ForAll @IntRange(min = 1, max = 299) int parte,
			@ForAll @DateRange(min = "2022-01-01", max = "2025-12-31") LocalDate dataAtto) {
		Assume.that(parte < giorni);
		List<Differimento> intera = con(validi(atti, computo),
				Differimento.proroga(100, Contatore.PEC, giorni, "Nota 1", dataAtto));
		List<Differimento> divisa = con(validi(atti, computo),
				Differimento.proroga(100, Contatore.PEC, parte, "Nota 1", dataAtto),
				Differimento.proroga(101, Contatore.AUTOMATICA, giorni - parte, "Nota 2", dataAtto));

		assertThat(date(CALCOLO.calcola(computo, divisa, tetto)))
			.isEqualTo(date(CALCOLO.calcola(computo, intera, tetto)));
	}

	@Property
	void unaSospensioneInDueLeggiValeLoStesso(@ForAll("computi") Computo computo,
			@ForAll("atti") List<Differimento> atti, @ForAll("tetti") LocalDate tetto,
			@ForAll @IntRange(min = 2, max = 300) int giorni, @ForAll @IntRange(min = 1, max = 299) int parte,
			@ForAll @IntRange(max = 50) int comuni,
			@ForAll @DateRange(min = "2022-01-01", max = "2025-12-31") LocalDate dal) {
		Assume.that(parte < giorni);
		LocalDate al = dal.plusDays(giorni - 1);
		LocalDate meta = dal.plusDays(parte);
		LocalDate seconda = meta.minusDays(Math.min(comuni, parte));
		List<Differimento> intera = con(validi(atti, computo), Differimento.sospensione(100, dal, al, "Legge 1", dal));
		List<Differimento> divisa = con(validi(atti, computo),
				Differimento.sospensione(101, seconda, al, "Legge 2", dal),
				Differimento.sospensione(100, dal, meta.minusDays(1), "Legge 1", dal));

		assertThat(date(CALCOLO.calcola(computo, divisa, tetto)))
			.isEqualTo(date(CALCOLO.calcola(computo, intera, tetto)));
	}

	@Property
	void laSpiegazioneNominaOgniAttoSenzaIlQualeUnaDataCambia(@ForAll("computi") Computo computo,
			@ForAll("atti") List<Differimento> atti, @ForAll("tetti") LocalDate tetto) {
		List<Differimento> validi = validi(atti, computo);
		for (CalcoloTermine calcolo : CALCOLI) {
			DateTermine date = calcolo.calcola(computo, validi, tetto);

			assertThat(date.spiegazione()).contains(Spiegazione.giorno(date.governante()))
				.doesNotContain("  ", "null")
				.endsWith(".");
			for (Differimento d : validi) {
				List<Differimento> senza = validi.stream().filter((altro) -> altro != d).toList();
				if (!date(calcolo.calcola(computo, senza, tetto)).equals(date(date))) {
					assertThat(date.spiegazione()).contains((d.tipo() == Tipo.PORTALE)
							? List.of(d.atto(), Spiegazione.giorno(d.dataAtto())) : List.of(d.attoConData()));
				}
			}
		}
	}

	@Property
	void laSpiegazioneDiceQualeDataSeguonoIPromemoria(@ForAll("computi") Computo computo,
			@ForAll("atti") List<Differimento> atti, @ForAll("tetti") LocalDate tetto) {
		DateTermine date = CALCOLO.calcola(computo, validi(atti, computo), tetto);

		boolean seguono = date.prudenziale().isBefore(date.governante());
		assertThat(date.spiegazione().contains("i promemoria seguono") || date.spiegazione().contains("I promemoria"))
			.isEqualTo(seguono);
		if (seguono) {
			assertThat(date.spiegazione()).contains(Spiegazione.giorno(date.prudenziale()));
		}
	}

	@Property
	void ilPortaleGovernaSeESoloSeFuRegistratoPerUltimo(@ForAll("computi") Computo computo,
			@ForAll("atti") List<Differimento> atti, @ForAll("tetti") LocalDate tetto) {
		List<Differimento> validi = validi(atti, computo);
		DateTermine date = CALCOLO.calcola(computo, validi, tetto);

		LocalDate attesa = validi.stream()
			.max(Comparator.comparing(Differimento::numero))
			.filter((d) -> d.tipo() == Tipo.PORTALE)
			.map(Differimento::al)
			.orElse(null);
		assertThat(date.portale()).isEqualTo(attesa);
		assertThat(date.governante()).isEqualTo(Objects.requireNonNullElse(attesa, date.legale()));
	}

	@Property
	void senzaDateFisseSiTrasmetteCioCheNonESospensione(@ForAll("computi") Computo computo,
			@ForAll("mesiProrogheESospensioni") List<Differimento> atti) {
		assertThat(CALCOLO.trasmessi(computo, atti))
			.isEqualTo(atti.stream().filter((d) -> d.tipo() != Tipo.SOSPENSIONE).sorted(Differimento.ORDINE).toList());
	}

	@Property
	void delleDateFisseSiTrasmetteLaPiuLontana(@ForAll("computi") Computo computo,
			@ForAll("dateFisse") List<Differimento> atti) {
		List<Differimento> validi = validi(atti, computo);
		LocalDate senza = CALCOLO.calcola(computo, List.of(), null).civile();
		LocalDate attesa = validi.stream()
			.map(Differimento::al)
			.filter((al) -> al.isAfter(senza))
			.max(Comparator.naturalOrder())
			.orElse(senza);

		assertThat(CALCOLO.calcola(computo, CALCOLO.trasmessi(computo, validi), null).civile()).isEqualTo(attesa);
	}

	private static Arbitrary<LocalDate> giorni(int da, int a) {
		return Arbitraries.integers().between(da, a).map(INIZIO::plusDays);
	}

	// Numbers follow the list, dates of the acts do not
	private static Arbitrary<List<Differimento>> elenco(Tipo... tipi) {
		return Combinators
			.combine(Arbitraries.of(tipi), giorni(0, ORIZZONTE), Arbitraries.integers().between(1, 150),
					giorni(0, ORIZZONTE))
			.as(DifferimentiProprietaTest::atto)
			.list()
			.ofMaxSize(6)
			.map((atti) -> {
				List<Differimento> numerati = new ArrayList<>();
				atti.forEach((d) -> numerati.add(new Differimento(numerati.size() + 1, d.tipo(), d.contatore(),
						d.quantita(), d.dal(), d.al(), "Atto " + (numerati.size() + 1), d.dataAtto())));
				return numerati;
			});
	}

	private static Differimento atto(Tipo tipo, LocalDate giorno, int quanti, LocalDate dataAtto) {
		return switch (tipo) {
			case PROROGA -> Differimento.proroga(0, Contatore.PEC, quanti, "", dataAtto);
			case MESI -> Differimento.mesi(0, 1 + quanti % 12, "", dataAtto);
			case SOSPENSIONE -> Differimento.sospensione(0, giorno, giorno.plusDays(quanti - 1), "", dataAtto);
			case DATA_FISSA, RIMESSIONE, PORTALE -> new Differimento(0, tipo, null, 0, null, giorno, "", dataAtto);
		};
	}

	// No day before the anchor may be set
	private static List<Differimento> validi(List<Differimento> atti, Computo computo) {
		return atti.stream().map((d) -> {
			boolean fissa = d.tipo().fissa() || d.tipo() == Tipo.PORTALE;
			return (fissa && d.al().isBefore(computo.decorrenza())) ? new Differimento(d.numero(), d.tipo(), null, 0,
					null, computo.decorrenza(), d.atto(), d.dataAtto()) : d;
		}).toList();
	}

	private static Computo ritarda(Computo computo, int giorni) {
		return new Computo(computo.decorrenza().plusDays(giorni), computo.termine(), computo.evento(), computo.modo());
	}

	private static List<Differimento> con(List<Differimento> atti, Differimento... altri) {
		List<Differimento> tutti = new ArrayList<>(atti);
		Collections.addAll(tutti, altri);
		return tutti;
	}

	// The dates without their words
	private static DateTermine date(DateTermine date) {
		return new DateTermine(date.decorrenza(), date.termine(), date.civile(), date.prudenziale(), date.legale(),
				date.portale(), "");
	}

	private static Set<LocalDate> sospesi(Collection<Differimento> sospensioni) {
		Set<LocalDate> giorni = new HashSet<>();
		sospensioni.forEach((s) -> s.dal().datesUntil(s.al().plusDays(1)).forEach(giorni::add));
		return giorni;
	}

	private static int somma(List<Differimento> atti, Tipo tipo) {
		return atti.stream().filter((d) -> d.tipo() == tipo).mapToInt(Differimento::quantita).sum();
	}

	private static LocalDate cammina(LocalDate da, long giorni, Predicate<LocalDate> nonConta) {
		LocalDate giorno = da;
		for (long restano = giorni; restano > 0;) {
			giorno = giorno.plusDays(1);
			restano -= nonConta.test(giorno) ? 0 : 1;
		}
		return giorno;
	}

	private static boolean festivoOSabato(LocalDate giorno) {
		return !CALENDARIO.lavorativoSeguente(giorno).equals(giorno);
	}

	private static Anticipo anticipo(DateTermine prima, DateTermine poi) {
		return new Anticipo(giorniPrima(prima.civile(), poi.civile()),
				giorniPrima(prima.prudenziale(), poi.prudenziale()), giorniPrima(prima.legale(), poi.legale()));
	}

	private static long giorniPrima(LocalDate prima, LocalDate poi) {
		return Math.max(0, ChronoUnit.DAYS.between(poi, prima));
	}

	/** By how many days the dates come earlier, 0 if they do not. */
	private record Anticipo(long civile, long prudenziale, long legale) {
	}

}
