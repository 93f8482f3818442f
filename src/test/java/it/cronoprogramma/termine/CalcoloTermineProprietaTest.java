package it.cronoprogramma.termine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

import static org.assertj.core.api.Assertions.assertThat;

class CalcoloTermineProprietaTest {

	private static final CalendarioFestivita CALENDARIO = CalendarioFestivita.italiano();

	private static final CalcoloTermine CALCOLO = new CalcoloTermine(CALENDARIO, Politica.PREDEFINITA);

	private static final CalcoloTermine COL_SABATO = new CalcoloTermine(CALENDARIO, new Politica(true));

	private static final DateTimeFormatter DATA = DateTimeFormatter.ofPattern("dd/MM/uuuu");

	@Provide
	Arbitrary<Termine> termini() {
		return Arbitraries.oneOf(Arbitraries.integers().between(1, 200).map(Termine::giorni),
				Arbitraries.integers().between(1, 36).map(Termine::mesi));
	}

	@Property
	void leDateVannoDallaPiuPrudenteAllaPiuAmpia(
			@ForAll @DateRange(min = "2019-01-01", max = "2040-12-31") LocalDate decorrenza,
			@ForAll("termini") Termine termine) {
		DateTermine date = CALCOLO.calcola(decorrenza, termine, null);
		DateTermine colSabato = COL_SABATO.calcola(decorrenza, termine, null);

		assertThat(date.prudenziale()).isAfter(decorrenza).isBeforeOrEqualTo(date.civile());
		assertThat(date.legale()).isAfterOrEqualTo(date.civile()).isBeforeOrEqualTo(date.civile().plusDays(5));
		assertThat(colSabato.legale()).isAfterOrEqualTo(date.legale());
		assertThat(colSabato.civile()).isEqualTo(date.civile());
		assertThat(colSabato.prudenziale()).isEqualTo(date.prudenziale());
	}

	@Property
	void laDataLegaleNonEFestivaEFraLeDueTuttoLoE(
			@ForAll @DateRange(min = "2019-01-01", max = "2040-12-31") LocalDate decorrenza,
			@ForAll("termini") Termine termine) {
		DateTermine date = CALCOLO.calcola(decorrenza, termine, null);
		LocalDate colSabato = COL_SABATO.calcola(decorrenza, termine, null).legale();

		assertThat(CALENDARIO.festivo(date.legale())).isFalse();
		assertThat(date.civile().datesUntil(date.legale())).allMatch(CALENDARIO::festivo);
		assertThat(CALENDARIO.lavorativoSeguente(date.civile())).isEqualTo(colSabato);
		assertThat(colSabato.getDayOfWeek()).isNotEqualTo(DayOfWeek.SATURDAY);
	}

	@Property
	void chiCominciaDopoNonFiniscePrima(@ForAll @DateRange(min = "2019-01-01", max = "2040-12-31") LocalDate decorrenza,
			@ForAll @IntRange(max = 40) int ritardo, @ForAll("termini") Termine termine) {
		DateTermine prima = CALCOLO.calcola(decorrenza, termine, null);
		DateTermine poi = CALCOLO.calcola(decorrenza.plusDays(ritardo), termine, null);

		assertThat(poi.civile()).isAfterOrEqualTo(prima.civile());
		assertThat(poi.legale()).isAfterOrEqualTo(prima.legale());
		assertThat(poi.prudenziale()).isAfterOrEqualTo(prima.prudenziale());
	}

	@Property
	void iMesiFinisconoNelGiornoDelloStessoNumeroONellUltimo(
			@ForAll @DateRange(min = "2019-01-01", max = "2040-12-31") LocalDate decorrenza,
			@ForAll @IntRange(min = 1, max = 36) int mesi) {
		LocalDate civile = CALCOLO.calcola(decorrenza, Termine.mesi(mesi), null).civile();

		int distanza = (civile.getYear() - decorrenza.getYear()) * 12 + civile.getMonthValue()
				- decorrenza.getMonthValue();
		assertThat(distanza).isEqualTo(mesi);
		assertThat(civile.getDayOfMonth()).isEqualTo(Math.min(decorrenza.getDayOfMonth(), civile.lengthOfMonth()));
	}

	@Property
	void daQuattroMesiInSuTrentaGiorniAlMeseNonFinisconoDopo(
			@ForAll @DateRange(min = "2019-01-01", max = "2040-12-31") LocalDate decorrenza,
			@ForAll @IntRange(min = 4, max = 36) int mesi) {
		assertThat(CALCOLO.calcola(decorrenza, Termine.mesi(mesi), null).prudenziale())
			.isEqualTo(decorrenza.plusDays(30L * mesi));
	}

	@Property
	void laSpiegazioneDiceOgniDataCheConta(
			@ForAll @DateRange(min = "2019-01-01", max = "2040-12-31") LocalDate decorrenza,
			@ForAll("termini") Termine termine, @ForAll boolean sabato) {
		DateTermine date = (sabato ? COL_SABATO : CALCOLO).calcola(decorrenza, termine, "notifica del decreto");

		assertThat(date.spiegazione())
			.contains(termine.inParole(), "notifica del decreto", DATA.format(decorrenza), DATA.format(date.civile()),
					DATA.format(date.prudenziale()), DATA.format(date.legale()))
			.endsWith(".");
		assertThat(date.spiegazione().contains("slitta a")).isEqualTo(date.legale().isAfter(date.civile()));
		assertThat(date.spiegazione().contains("mesi di 30 giorni"))
			.isEqualTo(date.prudenziale().isBefore(date.civile()));
	}

}
