package it.cronoprogramma.termine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import it.cronoprogramma.termine.Computo.Modo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static it.cronoprogramma.termine.Atti.ALLUVIONE;
import static it.cronoprogramma.termine.Atti.dataFissa;
import static it.cronoprogramma.termine.Atti.giorno;
import static it.cronoprogramma.termine.Atti.mesi;
import static it.cronoprogramma.termine.Atti.portale;
import static it.cronoprogramma.termine.Atti.proroga;
import static it.cronoprogramma.termine.Atti.rimessione;
import static it.cronoprogramma.termine.Atti.sospensione;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/** A term and the acts that change it: dominio 2.6, 3.3 and the examples after 3.5. */
class DifferimentiTest {

	private static final CalcoloTermine CALCOLO = new CalcoloTermine(CalendarioFestivita.italiano(),
			Politica.PREDEFINITA);

	private static final LocalDate TETTO = giorno("2026-03-31");

	/** Ends on Sunday 2023-02-19, with months of 30 days on 2023-02-15. */
	private static final Computo FEBBRAIO = atto("2022-08-19", Termine.mesi(6));

	/** Ends on Friday 2023-09-15, with months of 30 days on 2023-09-11. */
	private static final Computo SETTEMBRE = atto("2023-03-15", Termine.mesi(6));

	// The examples of the domain

	@Test
	void laSospensioneDegliAlluvionatiAggiunge123Giorni() {
		DateTermine date = date(SETTEMBRE, ALLUVIONE);

		assertThat(date.civile()).isEqualTo("2024-01-16");
		assertThat(date.legale()).isEqualTo("2024-01-16");
		assertThat(date.prudenziale()).isEqualTo("2024-01-12");
		assertThat(date.decorrenza()).isEqualTo("2023-03-15");
		assertThat(date.termine()).isEqualTo(Termine.mesi(6));
	}

	@Test
	void unaProrogaDiNovantaGiorniDall8Giugno() {
		Computo computo = atto("2022-12-08", Termine.mesi(6));

		assertThat(date(computo).civile()).isEqualTo("2023-06-08");
		assertThat(date(computo, proroga(1, "2023-05-30", 90)).civile()).isEqualTo("2023-09-06");
	}

	@Test
	void ilTettoFermaUnTermineDiDodiciMesi() {
		Computo computo = atto("2025-06-30", Termine.mesi(12));

		assertThat(date(computo).legale()).isEqualTo("2026-06-30");
		DateTermine date = CALCOLO.calcola(computo, List.of(), TETTO);
		assertThat(date.civile()).isEqualTo("2026-03-31");
		assertThat(date.legale()).isEqualTo("2026-03-31");
		assertThat(date.prudenziale()).isEqualTo("2026-03-31");
	}

	// The order of application

	@Test
	void traDueDateFisseVinceLAttoPiuRecenteNonLUltimoRegistrato() {
		assertThat(date(FEBBRAIO, dataFissa(1, "2024-02-01", "2024-06-28"), dataFissa(2, "2023-12-15", "2024-03-29"))
			.civile()).isEqualTo("2024-06-28");
	}

	@Test
	void traDueDateFisseDelloStessoGiornoVinceLUltimaRegistrata() {
		assertThat(date(FEBBRAIO, rimessione(2, "2024-02-01", "2024-05-31"), dataFissa(1, "2024-02-01", "2024-06-28"))
			.civile()).isEqualTo("2024-05-31");
	}

	@Test
	void unaDataFissaCancellaCioCheLaPrecedeAncheSeRegistratoDopo() {
		assertThat(date(FEBBRAIO, dataFissa(1, "2023-02-01", "2023-06-30"), proroga(5, "2023-01-10", 90),
				mesi(6, "2023-01-11", 3), sospensione(7, "2022-10-01", "2022-12-31"))
			.legale()).isEqualTo("2023-06-30");
	}

	@Test
	void cioCheSegueUnaDataFissaSiContaDaQuella() {
		Differimento fissa = dataFissa(1, "2022-12-01", "2023-01-31");

		assertThat(date(FEBBRAIO, fissa, proroga(2, "2022-12-02", 10)).civile()).isEqualTo("2023-02-10");
		DateTermine date = date(FEBBRAIO, fissa, mesi(2, "2022-12-02", 2), mesi(3, "2022-12-03", 2));
		assertThat(date.civile()).isEqualTo("2023-05-31");
		assertThat(date.prudenziale()).isEqualTo("2023-05-31");
		assertThat(date(FEBBRAIO, fissa, mesi(2, "2022-12-02", 6)).prudenziale())
			.isEqualTo(giorno("2023-01-31").plusDays(180));
	}

	@Test
	void primaIMesiPoiIGiorniQualunqueAttoSiaDiPrima() {
		Computo computo = atto("2022-07-31", Termine.mesi(6));

		// 28/02 + 30, not 02/03 + 1 month
		assertThat(date(computo, proroga(1, "2022-10-01", 30), mesi(2, "2022-11-01", 1)).civile())
			.isEqualTo("2023-03-30");
	}

	@Test
	void tutteLeProrogheSiSommano() {
		assertThat(date(SETTEMBRE, proroga(1, "2023-08-01", 30), proroga(2, "2023-09-01", 15)).civile())
			.isEqualTo("2023-10-30");
	}

	@Test
	void iMesiInPiuNonDerivanoDallUltimoDelMese() {
		Computo computo = atto("2022-08-31", Termine.mesi(6));

		assertThat(date(computo, mesi(1, "2023-01-12", 3)).civile()).isEqualTo("2023-05-31");
		assertThat(date(computo, mesi(1, "2023-01-12", 3)).prudenziale()).isEqualTo(giorno("2022-08-31").plusDays(270));
		assertThat(date(computo, mesi(1, "2023-01-12", 1), mesi(2, "2023-02-12", 2)).civile()).isEqualTo("2023-05-31");
	}

	@Test
	void iMesiInPiuDiUnTermineAGiorniPartonoDallaSuaFine() {
		assertThat(date(atto("2023-01-26", Termine.giorni(5)), mesi(1, "2023-01-27", 1)).civile())
			.isEqualTo("2023-02-28");
		DateTermine date = date(atto("2023-03-01", Termine.giorni(5)), mesi(1, "2023-03-02", 1),
				mesi(2, "2023-03-03", 2));
		assertThat(date.civile()).isEqualTo("2023-06-06");
		assertThat(date.prudenziale()).isEqualTo(giorno("2023-03-06").plusDays(90));
	}

	@Test
	void laProrogaSiAggiungeAllaDataNonSlittata() {
		assertThat(date(FEBBRAIO).legale()).isEqualTo("2023-02-20");
		DateTermine date = date(FEBBRAIO, proroga(1, "2023-01-10", 1));
		assertThat(date.civile()).isEqualTo("2023-02-20");
		assertThat(date.legale()).isEqualTo("2023-02-20");
		assertThat(date.prudenziale()).isEqualTo("2023-02-16");
	}

	@Test
	void slittaUnaVoltaSolaAllaFine() {
		// from Sunday to Sunday, then past it
		DateTermine date = date(FEBBRAIO, proroga(1, "2023-01-10", 7));
		assertThat(date.civile()).isEqualTo("2023-02-26");
		assertThat(date.legale()).isEqualTo("2023-02-27");
	}

	@Test
	void unaDataFissaNonSlittaMaSePoiSiMuoveSi() {
		Differimento domenica = dataFissa(1, "2024-05-10", "2024-06-30");

		assertThat(date(FEBBRAIO, domenica).legale()).isEqualTo("2024-06-30");
		assertThat(date(FEBBRAIO, domenica, proroga(2, "2024-05-11", 7)).legale()).isEqualTo("2024-07-08");
		assertThat(date(FEBBRAIO, domenica, mesi(2, "2024-05-11", 3)).legale()).isEqualTo("2024-09-30");
		assertThat(date(FEBBRAIO, domenica, mesi(2, "2024-05-11", 2)).legale()).isEqualTo("2024-08-30");
		assertThat(date(FEBBRAIO, dataFissa(1, "2024-05-10", "2024-06-28"), sospensione(2, "2024-06-10", "2024-06-11"))
			.legale()).isEqualTo("2024-07-01");
	}

	@Test
	void ilTettoNonPrecedeLaDecorrenza() {
		assertThat(CALCOLO.calcola(atto("2026-04-15", Termine.giorni(5)), List.of(), TETTO).legale())
			.isEqualTo("2026-04-15");
		assertThat(CALCOLO.calcola(atto("2026-03-31", Termine.giorni(5)), List.of(), TETTO).legale())
			.isEqualTo("2026-03-31");
		assertThat(CALCOLO.calcola(atto("2026-03-30", Termine.giorni(5)), List.of(), TETTO).legale())
			.isEqualTo("2026-03-31");
	}

	@Test
	void ilTettoFermaAncheLoSlittamentoELeDateFisse() {
		LocalDate domenica = giorno("2023-02-19");

		assertThat(CALCOLO.calcola(FEBBRAIO, List.of(), domenica).legale()).isEqualTo(domenica);
		assertThat(CALCOLO.calcola(FEBBRAIO, List.of(), domenica.plusDays(1)).legale()).isEqualTo("2023-02-20");
		assertThat(CALCOLO.calcola(FEBBRAIO, List.of(dataFissa(1, "2023-02-01", "2026-06-30")), TETTO).legale())
			.isEqualTo(TETTO);
	}

	@Test
	void ilTettoLasciaStareLaDataPrudenzialeCheLoPrecede() {
		DateTermine date = CALCOLO.calcola(FEBBRAIO, List.of(), giorno("2023-02-17"));
		assertThat(date.prudenziale()).isEqualTo("2023-02-15");
		assertThat(date.civile()).isEqualTo("2023-02-17");
		assertThat(date.legale()).isEqualTo("2023-02-17");
	}

	@Test
	void ilTettoVieneDopoTuttoIlResto() {
		assertThat(CALCOLO.calcola(atto("2025-08-29", Termine.mesi(6)), List.of(proroga(1, "2025-12-01", 60)), TETTO)
			.legale()).isEqualTo(TETTO);
	}

	@Test
	void lOrdineDiConsegnaDegliAttiNonConta() {
		List<Differimento> atti = new ArrayList<>(
				List.of(mesi(1, "2023-06-10", 2), ALLUVIONE, dataFissa(3, "2023-05-20", "2023-10-31"),
						proroga(4, "2023-05-10", 40), portale(70, "2023-07-01", "2024-01-31"),
						sospensione(6, "2023-08-11", "2023-09-08"), proroga(7, "2023-07-10", 15)));
		DateTermine attesa = CALCOLO.calcola(SETTEMBRE, atti, TETTO);

		assertThat(attesa.civile()).isEqualTo("2024-05-25");
		for (int i = 0; i < atti.size(); i++) {
			Collections.rotate(atti, 1);
			assertThat(CALCOLO.calcola(SETTEMBRE, atti, TETTO)).isEqualTo(attesa);
		}
		Collections.reverse(atti);
		assertThat(CALCOLO.calcola(SETTEMBRE, atti, TETTO)).isEqualTo(attesa);
	}

	// Suspensions

	@ParameterizedTest
	@CsvSource({ "2023-01-01, 2023-03-14, 2023-09-15, prima della decorrenza",
			"2023-01-01, 2023-03-15, 2023-09-15, fino alla decorrenza che non si conta",
			"2023-03-15, 2023-03-15, 2023-09-15, solo la decorrenza",
			"2023-01-01, 2023-03-16, 2023-09-16, fino al primo giorno contato",
			"2023-03-16, 2023-03-16, 2023-09-16, il primo giorno contato",
			"2023-03-01, 2023-03-31, 2023-10-01, a cavallo della decorrenza",
			"2023-05-01, 2023-08-31, 2024-01-16, tutta dentro",
			"2023-09-15, 2023-09-15, 2023-09-16, solo l'ultimo giorno",
			"2023-09-15, 2023-09-30, 2023-10-01, dall'ultimo giorno in poi",
			"2023-09-16, 2023-09-30, 2023-09-15, dopo la fine", "2023-01-01, 2023-12-31, 2024-07-02, tutto il termine",
			"2023-03-15, 2023-03-31, 2023-10-01, dalla decorrenza" })
	void unaSospensioneContaPerIGiorniCheIlTermineIncontra(String dal, String al, LocalDate civile, String quando) {
		assertThat(date(SETTEMBRE, sospensione(1, dal, al)).civile()).as(quando).isEqualTo(civile);
	}

	@ParameterizedTest
	@CsvSource({ "2023-05-01, 2023-08-31, 2023-08-11, 2023-09-08, 2024-01-24, si accavallano",
			"2023-05-01, 2023-08-31, 2023-06-01, 2023-06-30, 2024-01-16, una dentro l'altra",
			"2023-05-01, 2023-08-31, 2023-05-01, 2023-06-30, 2024-01-16, cominciano insieme",
			"2023-05-01, 2023-08-31, 2023-07-01, 2023-08-31, 2024-01-16, finiscono insieme",
			"2023-05-01, 2023-06-30, 2023-07-01, 2023-08-31, 2024-01-16, una di seguito all'altra",
			"2023-05-01, 2023-08-31, 2023-05-01, 2023-08-31, 2024-01-16, uguali",
			"2023-05-01, 2023-05-10, 2023-08-01, 2023-08-05, 2023-09-30, lontane",
			"2023-05-01, 2023-06-30, 2023-06-30, 2023-08-31, 2024-01-16, un giorno in comune",
			"2023-03-01, 2023-03-20, 2023-03-10, 2023-03-18, 2023-09-20, intorno alla decorrenza",
			"2023-09-10, 2023-09-14, 2023-09-18, 2023-09-19, 2023-09-22, la seconda raggiunta grazie alla prima",
			"2023-09-10, 2023-09-14, 2023-09-20, 2023-09-20, 2023-09-21, raggiunta per un giorno",
			"2023-09-10, 2023-09-14, 2023-09-21, 2023-09-30, 2023-09-20, mancata per un giorno",
			"2023-09-15, 2023-09-20, 2023-09-21, 2023-09-25, 2023-09-26, dall'ultimo giorno e di seguito" })
	void dueSospensioniContanoIGiorniComuniUnaVolta(String dal1, String al1, String dal2, String al2, LocalDate civile,
			String come) {
		Differimento una = sospensione(1, dal1, al1);
		Differimento altra = sospensione(2, dal2, al2);
		assertThat(date(SETTEMBRE, una, altra).civile()).as(come).isEqualTo(civile);
		assertThat(date(SETTEMBRE, altra, una).civile()).as(come).isEqualTo(civile);
	}

	@Test
	void unaTerzaSospensioneDopoUnaContenutaNonRicontaIGiorni() {
		// the second ends before the first: the third must start from the first's end
		assertThat(date(SETTEMBRE, sospensione(1, "2023-05-01", "2023-05-31"),
				sospensione(2, "2023-05-05", "2023-05-06"), sospensione(3, "2023-05-20", "2023-06-05"))
			.civile()).isEqualTo(giorno("2023-09-15").plusDays(36));
	}

	@Test
	void unaSospensioneRaggiuntaSoloGrazieAUnaProroga() {
		Differimento sospensione = sospensione(1, "2023-09-20", "2023-09-30");

		assertThat(date(SETTEMBRE, sospensione).civile()).isEqualTo("2023-09-15");
		assertThat(date(SETTEMBRE, sospensione, proroga(2, "2023-09-01", 4)).civile()).isEqualTo("2023-09-19");
		assertThat(date(SETTEMBRE, sospensione, proroga(2, "2023-09-01", 5)).civile()).isEqualTo("2023-10-01");
		assertThat(date(SETTEMBRE, sospensione, mesi(2, "2023-09-01", 1)).civile()).isEqualTo("2023-10-26");
	}

	@Test
	void unaSospensionePuoToccareSoloLaDataCivile() {
		DateTermine date = date(SETTEMBRE, sospensione(1, "2023-09-12", "2023-09-20"));
		assertThat(date.civile()).isEqualTo("2023-09-24");
		assertThat(date.prudenziale()).isEqualTo("2023-09-11");
	}

	@Test
	void unaSospensioneSpostaTutteETreLeDate() {
		DateTermine date = date(atto("2023-04-01", Termine.giorni(60)), ALLUVIONE);
		assertThat(date.civile()).isEqualTo("2023-10-01");
		assertThat(date.prudenziale()).isEqualTo("2023-10-01");
		assertThat(date.legale()).isEqualTo("2023-10-02");
		assertThat(date(FEBBRAIO, dataFissa(1, "2023-02-01", "2023-06-30"), ALLUVIONE).prudenziale())
			.isEqualTo("2023-10-31");
	}

	@Test
	void unaSospensioneCheCominciaNelloSlittamentoNonConta() {
		DateTermine date = date(FEBBRAIO, sospensione(1, "2023-02-20", "2023-02-28"));
		assertThat(date.civile()).isEqualTo("2023-02-19");
		assertThat(date.legale()).isEqualTo("2023-02-20");
	}

	@Test
	void unaSospensioneMuoveUnaDataFissaSoloSeDiUnAttoPosteriore() {
		assertThat(date(FEBBRAIO, dataFissa(1, "2023-02-01", "2023-06-30"), ALLUVIONE).civile())
			.isEqualTo("2023-10-31");
		assertThat(date(FEBBRAIO, dataFissa(1, "2023-07-01", "2023-12-29"), ALLUVIONE).civile())
			.isEqualTo("2023-12-29");
	}

	@Test
	void seLaDataFissaELaDecorrenzaNessunGiornoSospesoLaSegue() {
		Computo maggio = atto("2023-05-10", Termine.mesi(6));
		assertThat(date(maggio, dataFissa(1, "2023-05-11", "2023-05-10"), ALLUVIONE).legale()).isEqualTo("2023-05-10");
		assertThat(date(maggio, dataFissa(1, "2023-05-11", "2023-05-11"), ALLUVIONE).civile())
			.isEqualTo(giorno("2023-05-11").plusDays(113));
	}

	@Test
	void cominciareDopoDentroUnaSospensionePuoFarFinirePrima() {
		// each day of delay is one suspended day less, and three ends of month are one
		// day
		Termine sei = Termine.mesi(6);
		assertThat(date(atto("2023-05-01", sei), ALLUVIONE).civile()).isEqualTo("2024-03-02");
		assertThat(date(atto("2023-08-28", sei), ALLUVIONE).civile()).isEqualTo("2024-03-02");
		assertThat(date(atto("2023-08-31", sei), ALLUVIONE).civile()).isEqualTo("2024-02-29");

		// the most that can be lost takes more than a year
		Differimento lunga = sospensione(1, "2023-05-02", "2025-02-01");
		Termine quindici = Termine.mesi(15);
		assertThat(date(atto("2023-05-01", quindici), lunga).civile()).isEqualTo("2026-05-05");
		assertThat(date(atto("2025-02-01", quindici), lunga).civile()).isEqualTo("2026-05-01");
	}

	// Working days

	@ParameterizedTest
	@CsvSource({ "2026-03-23, 2026-04-21, 2026-04-16", "2025-08-01, 2025-09-01, 2025-08-26",
			"2025-12-15, 2026-01-16, 2026-01-12", "2026-09-21, 2026-10-19, 2026-10-14",
			"2027-09-20, 2027-10-19, 2027-10-14" })
	void ventiGiorniLavorativiPerUnControllo(String pec, LocalDate legale, LocalDate prudenziale) {
		DateTermine date = date(atto(pec, Termine.lavorativi(20)));
		assertThat(date.civile()).isEqualTo(legale);
		assertThat(date.legale()).isEqualTo(legale);
		assertThat(date.prudenziale()).isEqualTo(prudenziale);
	}

	@Test
	void iGiorniSospesiNonSonoLavorativi() {
		Computo controllo = atto("2023-04-20", Termine.lavorativi(20));

		DateTermine date = date(controllo, ALLUVIONE);
		assertThat(date.civile()).isEqualTo("2023-09-21");
		assertThat(date.prudenziale()).isEqualTo("2023-09-15");
		assertThat(date(controllo, sospensione(1, "2023-05-06", "2023-05-07"))).extracting(DateTermine::civile)
			.isEqualTo(date(controllo).civile());
		assertThat(date(controllo, sospensione(1, "2023-04-01", "2023-04-20")).civile())
			.isEqualTo(date(controllo).civile());
		assertThat(date(controllo).civile()).isEqualTo("2023-05-22");
		assertThat(date(controllo, sospensione(1, "2023-04-01", "2023-04-21")).civile()).isEqualTo("2023-05-23");
	}

	@Test
	void giorniLavorativiPoiProrogaPoiSospensione() {
		Computo controllo = atto("2023-03-27", Termine.lavorativi(20));

		assertThat(date(controllo).civile()).isEqualTo("2023-04-26");
		assertThat(date(controllo, ALLUVIONE).civile()).isEqualTo("2023-04-26");
		DateTermine date = date(controllo, proroga(1, "2023-04-20", 10), ALLUVIONE);
		assertThat(date.civile()).isEqualTo(giorno("2023-05-06").plusDays(123));
		assertThat(date.prudenziale()).isEqualTo("2023-04-30");
	}

	@Test
	void iGiorniSospesiGiaSaltatiNonSiAggiungonoAncora() {
		DateTermine date = date(atto("2023-04-20", Termine.lavorativi(20)), ALLUVIONE, proroga(1, "2023-05-01", 10));
		assertThat(date.civile()).isEqualTo("2023-10-01");
		assertThat(date.legale()).isEqualTo("2023-10-02");
		assertThat(date.prudenziale()).isEqualTo("2023-09-25");
	}

	@Test
	void giorniLavorativiPoiMesi() {
		DateTermine date = date(atto("2026-03-23", Termine.lavorativi(20)), mesi(1, "2026-03-24", 1));
		assertThat(date.civile()).isEqualTo("2026-05-21");
		assertThat(date.prudenziale()).isEqualTo("2026-05-16");
	}

	@Test
	void laDataPrudenzialeNonSuperaLaCivileNemmenoSospesa() {
		// by 3 March with the four suspended days that only the cautious count adds
		DateTermine date = date(atto("2023-01-27", Termine.lavorativi(1)), mesi(1, "2023-01-27", 1),
				sospensione(2, "2023-01-29", "2023-02-01"));
		assertThat(date.civile()).isEqualTo("2023-03-02");
		assertThat(date.prudenziale()).isEqualTo("2023-03-02");
	}

	// Periods and fixed days

	@Test
	void unPeriodoFinisceAncheDiDomenica() {
		Computo cinqueAnni = new Computo(giorno("2023-12-31"), Termine.mesi(60), null, Modo.PERIODO);

		DateTermine date = date(cinqueAnni);
		assertThat(date.civile()).isEqualTo("2028-12-31");
		assertThat(date.legale()).isEqualTo("2028-12-31");
		assertThat(date.prudenziale()).isEqualTo("2028-12-31");
		assertThat(date(cinqueAnni, proroga(1, "2024-01-01", 7)).legale()).isEqualTo("2029-01-07");
	}

	@Test
	void unaDataFissaSiMuoveConGliAtti() {
		Computo chiusura = new Computo(giorno("2022-09-02"), null, "chiusura dell'avviso", Modo.DATA);

		assertThat(tre(date(chiusura))).containsOnly(giorno("2022-09-02"));
		assertThat(tre(date(chiusura, dataFissa(1, "2022-08-20", "2022-09-30")))).containsOnly(giorno("2022-09-30"));
		// before itself: of a fixed day the anchor is that day
		assertThat(tre(date(chiusura, dataFissa(1, "2022-08-20", "2022-08-31")))).containsOnly(giorno("2022-08-31"));
		assertThat(tre(date(chiusura, sospensione(1, "2022-08-20", "2022-09-30")))).containsOnly(giorno("2022-09-02"));
		DateTermine prorogata = date(chiusura, proroga(1, "2022-08-30", 9));
		assertThat(prorogata.civile()).isEqualTo("2022-09-11");
		assertThat(prorogata.legale()).isEqualTo("2022-09-12");
		assertThat(date(chiusura, mesi(1, "2022-08-30", 4)).legale()).isEqualTo("2023-01-02");
		assertThat(date(chiusura, mesi(1, "2022-08-30", 4)).prudenziale()).isEqualTo("2022-12-31");
		assertThat(date(chiusura, portale(1, "2022-08-30", "2022-08-31")).governante()).isEqualTo("2022-08-31");
	}

	@Test
	void laRimessioneFaRicorrereUnTermineScaduto() {
		DateTermine date = date(FEBBRAIO, proroga(1, "2023-01-10", 30), rimessione(2, "2024-02-01", "2024-04-14"));
		assertThat(tre(date)).containsOnly(giorno("2024-04-14"));
	}

	// The portal

	@ParameterizedTest
	@ValueSource(strings = { "2023-02-10", "2023-02-19", "2023-02-20", "2023-03-31" })
	void laDataDelPortaleGovernaEleAltreRestano(LocalDate mostrata) {
		DateTermine date = date(FEBBRAIO, portale(1, "2023-01-10", mostrata.toString()));
		assertThat(date.portale()).isEqualTo(mostrata);
		assertThat(date.governante()).isEqualTo(mostrata);
		assertThat(tre(date)).isEqualTo(tre(date(FEBBRAIO)));
	}

	@Test
	void senzaPortaleGovernaLaLegge() {
		assertThat(date(FEBBRAIO).portale()).isNull();
		assertThat(date(FEBBRAIO).governante()).isEqualTo("2023-02-20");
	}

	@Test
	void ilPortaleSuperatoDaUnAttoNonGovernaPiu() {
		Differimento letta = portale(5, "2023-01-10", "2023-02-19");

		DateTermine superata = date(FEBBRAIO, letta, proroga(6, "2022-12-01", 30));
		assertThat(superata.portale()).isNull();
		assertThat(superata.governante()).isEqualTo("2023-03-21");
		// registered before the reading, whatever its date
		DateTermine attuale = date(FEBBRAIO, letta, proroga(4, "2023-02-01", 30));
		assertThat(attuale.governante()).isEqualTo("2023-02-19");
		assertThat(attuale.legale()).isEqualTo("2023-03-21");
	}

	@Test
	void ilPortaleEsuperatoAncheDaUnAttoCheNonMuoveLaData() {
		Differimento lontana = sospensione(6, "2030-01-01", "2030-01-02");
		assertThat(date(FEBBRAIO, portale(5, "2023-01-10", "2023-02-19"), lontana).governante())
			.isEqualTo("2023-02-20");
	}

	@Test
	void diDueLettureDelPortaleValeLUltimaRegistrata() {
		Differimento prima = portale(1, "2023-02-10", "2023-02-19");
		Differimento poi = portale(2, "2023-02-09", "2023-02-24");

		assertThat(date(FEBBRAIO, prima, poi).governante()).isEqualTo("2023-02-24");
		assertThat(date(FEBBRAIO, poi, prima).governante()).isEqualTo("2023-02-24");
		// the first reading was overtaken, the second was not
		assertThat(
				date(FEBBRAIO, prima, proroga(3, "2023-02-01", 5), portale(4, "2023-02-12", "2023-02-28")).governante())
			.isEqualTo("2023-02-28");
	}

	@Test
	void ilPortaleNonSottostaAlTetto() {
		DateTermine date = CALCOLO.calcola(atto("2025-06-30", Termine.mesi(12)),
				List.of(portale(1, "2025-07-01", "2026-06-25")), TETTO);
		assertThat(date.legale()).isEqualTo(TETTO);
		assertThat(date.governante()).isEqualTo("2026-06-25");
	}

	// What a term hands on

	@Test
	void trasmetteMesiEGiorniComeSono() {
		Differimento giorni = proroga(2, "2023-02-01", 30);
		Differimento mesi = mesi(1, "2023-01-12", 3);

		assertThat(trasmessi(FEBBRAIO, giorni, mesi)).containsExactly(mesi, giorni);
		// the limit of 15 months that runs beside it
		assertThat(CALCOLO
			.calcola(atto("2022-08-19", Termine.mesi(15)), CALCOLO.trasmessi(FEBBRAIO, List.of(giorni, mesi)), null)
			.civile()).isEqualTo("2024-03-20");
	}

	@Test
	void unaDataFissaTrasmetteIGiorniGuadagnati() {
		assertThat(trasmessi(FEBBRAIO, dataFissa(3, "2023-01-10", "2023-03-31"))).containsExactly(
				Differimento.proroga(3, Contatore.ECCEZIONALE, 40, "Decreto 3/2023", giorno("2023-01-10")));
		assertThat(trasmessi(FEBBRAIO, rimessione(3, "2023-01-10", "2023-02-20"))).extracting(Differimento::quantita)
			.containsExactly(1);
	}

	@Test
	void unaDataFissaCheNonGuadagnaNonTrasmette() {
		assertThat(trasmessi(FEBBRAIO, dataFissa(3, "2023-01-10", "2023-02-19"))).isEmpty();
		assertThat(trasmessi(FEBBRAIO, dataFissa(3, "2023-01-10", "2023-02-10"))).isEmpty();
	}

	@Test
	void ilGuadagnoEsuCioCheCEraPrima() {
		Differimento giorni = proroga(1, "2023-01-05", 30);
		assertThat(trasmessi(FEBBRAIO, rimessione(2, "2023-04-01", "2023-03-31"), giorni))
			.extracting(Differimento::quantita)
			.containsExactly(30, 10);
		assertThat(trasmessi(FEBBRAIO, dataFissa(1, "2023-01-10", "2023-03-31"),
				rimessione(2, "2023-04-10", "2023-04-30")))
			.extracting(Differimento::quantita)
			.containsExactly(40, 30);
		assertThat(trasmessi(SETTEMBRE, ALLUVIONE, dataFissa(62, "2023-07-01", "2024-02-15")))
			.extracting(Differimento::quantita)
			.containsExactly(30);
	}

	@Test
	void cioCheFuPersoEPoiRipresoNonSiTrasmetteDueVolte() {
		assertThat(trasmessi(FEBBRAIO, dataFissa(1, "2023-01-10", "2023-03-31"),
				dataFissa(2, "2023-02-10", "2023-03-01"), dataFissa(3, "2023-02-20", "2023-03-21")))
			.extracting(Differimento::quantita)
			.containsExactly(40);
		assertThat(trasmessi(FEBBRAIO, dataFissa(1, "2023-01-10", "2023-03-31"),
				dataFissa(2, "2023-02-10", "2023-03-01"), dataFissa(3, "2023-02-20", "2023-04-01")))
			.extracting(Differimento::quantita)
			.containsExactly(40, 1);
	}

	@Test
	void sospensioniEPortaleNonSiTrasmettono() {
		assertThat(trasmessi(SETTEMBRE, ALLUVIONE, portale(62, "2023-07-01", "2024-02-15"))).isEmpty();
	}

	@Test
	void ilGuadagnoTrasmessoNonSuperaCioCheUnAttoPuoDare() {
		assertThat(trasmessi(FEBBRAIO, dataFissa(1, "2023-01-10", "2033-02-16"))).extracting(Differimento::quantita)
			.containsExactly(3650);
		assertThat(trasmessi(FEBBRAIO, dataFissa(1, "2023-01-10", "2040-01-01"))).extracting(Differimento::quantita)
			.containsExactly(3650);
	}

	// Refusals

	@Test
	void rifiutaUnGiornoPrimaDellaDecorrenza() {
		String messaggio = "Data non valida: 18/08/2022 precede la decorrenza del termine, 19/08/2022.";
		for (Differimento prima : List.of(dataFissa(1, "2023-01-10", "2022-08-18"),
				rimessione(1, "2023-01-10", "2022-08-18"), portale(1, "2023-01-10", "2022-08-18"))) {
			assertThatIllegalArgumentException().isThrownBy(() -> date(FEBBRAIO, prima)).withMessage(messaggio);
			// even if another act takes its place
			assertThatIllegalArgumentException()
				.isThrownBy(() -> date(FEBBRAIO, prima, dataFissa(2, "2023-01-11", "2023-06-30")))
				.withMessage(messaggio);
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> trasmessi(FEBBRAIO, dataFissa(1, "2023-01-10", "2022-08-18")))
			.withMessage(messaggio);
		assertThat(date(FEBBRAIO, dataFissa(1, "2023-01-10", "2022-08-19")).legale()).isEqualTo("2022-08-19");
	}

	@Test
	void unComputoHaDurataSeESoloSeNonEUnaDataFissa() {
		LocalDate giorno = giorno("2023-01-01");
		assertThatNullPointerException().isThrownBy(() -> new Computo(null, Termine.mesi(6), null, Modo.ATTO));
		assertThatNullPointerException().isThrownBy(() -> new Computo(giorno, null, null, Modo.ATTO));
		assertThatNullPointerException().isThrownBy(() -> new Computo(giorno, null, null, Modo.PERIODO));
		assertThatNullPointerException().isThrownBy(() -> new Computo(giorno, Termine.mesi(6), null, null));
		assertThatNullPointerException().isThrownBy(() -> new Computo(null, null, null, Modo.DATA));
		assertThatIllegalArgumentException().isThrownBy(() -> new Computo(giorno, Termine.mesi(6), null, Modo.DATA))
			.withMessage("Una data fissa non ha durata: 6 mesi");
	}

	@Test
	void rifiutaIngressiMancanti() {
		assertThatNullPointerException().isThrownBy(() -> CALCOLO.calcola(null, List.of(), null));
		assertThatNullPointerException().isThrownBy(() -> CALCOLO.calcola(FEBBRAIO, null, null));
		assertThatNullPointerException().isThrownBy(() -> CALCOLO.trasmessi(FEBBRAIO, null));
	}

	private static Computo atto(String decorrenza, Termine termine) {
		return new Computo(giorno(decorrenza), termine, "notifica del decreto di finanziamento", Modo.ATTO);
	}

	private static DateTermine date(Computo computo, Differimento... atti) {
		return CALCOLO.calcola(computo, Arrays.asList(atti), null);
	}

	private static List<Differimento> trasmessi(Computo computo, Differimento... atti) {
		return CALCOLO.trasmessi(computo, Arrays.asList(atti));
	}

	private static List<LocalDate> tre(DateTermine date) {
		return List.of(date.prudenziale(), date.civile(), date.legale());
	}

}
