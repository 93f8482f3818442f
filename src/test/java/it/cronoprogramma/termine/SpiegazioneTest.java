package it.cronoprogramma.termine;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import it.cronoprogramma.termine.Computo.Modo;
import org.junit.jupiter.api.Test;

import static it.cronoprogramma.termine.Atti.giorno;
import static org.assertj.core.api.Assertions.assertThat;

/** What an operator repeats on the telephone, word for word. */
class SpiegazioneTest {

	private static final CalcoloTermine CALCOLO = new CalcoloTermine(CalendarioFestivita.italiano(),
			Politica.PREDEFINITA);

	private static final CalcoloTermine COL_SABATO = new CalcoloTermine(CalendarioFestivita.italiano(),
			new Politica(true));

	@Test
	void unGiornoNonFestivo() {
		assertThat(spiega("2022-08-19", "P9M", "notifica del decreto di finanziamento"))
			.isEqualTo("9 mesi dal 19/08/2022 (notifica del decreto di finanziamento): venerdì 19/05/2023, non festivo."
					+ " Contando mesi di 30 giorni il termine cade martedì 16/05/2023:"
					+ " i promemoria seguono questa data.");
	}

	@Test
	void unaDomenica() {
		assertThat(spiega("2022-08-19", "P6M", "notifica del decreto di finanziamento"))
			.isEqualTo("6 mesi dal 19/08/2022 (notifica del decreto di finanziamento): domenica 19/02/2023, festivo:"
					+ " slitta a lunedì 20/02/2023 (art. 2963 c.c.)."
					+ " Contando mesi di 30 giorni il termine cade mercoledì 15/02/2023:"
					+ " i promemoria seguono questa data.");
	}

	@Test
	void dueFesteDiSeguito() {
		assertThat(spiega("2023-12-20", "P5D", "PEC di ammissibilità"))
			.isEqualTo("5 giorni dal 20/12/2023 (PEC di ammissibilità): lunedì 25/12/2023 (Natale) e"
					+ " martedì 26/12/2023 (Santo Stefano), festivi: slitta a mercoledì 27/12/2023 (art. 2963 c.c.)."
					+ " Il portale potrebbe non contare lo slittamento: i promemoria seguono lunedì 25/12/2023.");
	}

	@Test
	void unGiornoCheScadeEBasta() {
		assertThat(spiega("2023-01-11", "P1D", "ultimo contratto"))
			.isEqualTo("1 giorno dall'11/01/2023 (ultimo contratto): giovedì 12/01/2023, non festivo.");
	}

	@Test
	void lEventoPuoMancare() {
		String attesa = "1 mese dall'08/03/2023 (decorrenza): sabato 08/04/2023, non festivo: il sabato non fa"
				+ " slittare il termine (Cons. Stato 6443/2019). Contando mesi di 30 giorni il termine cade venerdì"
				+ " 07/04/2023: i promemoria seguono questa data.";
		assertThat(spiega("2023-03-08", "P1M", null)).isEqualTo(attesa);
		assertThat(spiega("2023-03-08", "P1M", "  ")).isEqualTo(attesa);
	}

	@Test
	void unaFestaDiVenerdiFinisceDiSabatoOSecondoLaPoliticaDiLunedi() {
		assertThat(spiega("2023-05-28", "P5D", "notifica"))
			.isEqualTo("5 giorni dal 28/05/2023 (notifica): venerdì 02/06/2023 (Festa della Repubblica), festivo:"
					+ " slitta a sabato 03/06/2023 (art. 2963 c.c.), che non è festivo (Cons. Stato 6443/2019)."
					+ " Il portale potrebbe non contare lo slittamento: i promemoria seguono venerdì 02/06/2023.");
		assertThat(COL_SABATO.calcola(LocalDate.of(2023, 5, 28), Termine.giorni(5), "notifica").spiegazione())
			.isEqualTo("5 giorni dal 28/05/2023 (notifica): venerdì 02/06/2023 (Festa della Repubblica),"
					+ " sabato 03/06/2023 (trattato come festivo) e domenica 04/06/2023, festivi:"
					+ " slitta a lunedì 05/06/2023 (art. 2963 c.c.)."
					+ " Il portale potrebbe non contare lo slittamento: i promemoria seguono venerdì 02/06/2023.");
	}

	@Test
	void unaDataFissa() {
		assertThat(CALCOLO.fissa(LocalDate.of(2022, 9, 2), "chiusura dell'avviso").spiegazione())
			.isEqualTo("Chiusura dell'avviso: venerdì 02/09/2022, data fissa che non slitta.");
		assertThat(CALCOLO.fissa(LocalDate.of(2023, 8, 15), "chiusura dell'avviso").spiegazione()).isEqualTo(
				"Chiusura dell'avviso: martedì 15/08/2023 (Ferragosto), data fissa che non slitta, anche se festivo.");
		assertThat(CALCOLO.fissa(LocalDate.of(2022, 9, 2), null).spiegazione())
			.isEqualTo("Termine: venerdì 02/09/2022, data fissa che non slitta.");
	}

	@Test
	void unaProroga() {
		assertThat(spiega(mesi("2022-12-08", 6),
				Differimento.proroga(1, Contatore.AUTOMATICA, 90, "Variazione n. 12", giorno("2023-05-30"))))
			.isEqualTo("6 mesi dall'08/12/2022 (notifica del decreto di finanziamento): giovedì 08/06/2023."
					+ " Proroga automatica di 90 giorni (Variazione n. 12 del 30/05/2023): mercoledì 06/09/2023,"
					+ " non festivo. Contando mesi di 30 giorni il termine cade lunedì 04/09/2023:"
					+ " i promemoria seguono questa data.");
	}

	@Test
	void unaProrogaSiContaDallaDataNonSlittata() {
		assertThat(spiega(new Computo(giorno("2023-12-20"), Termine.giorni(5), "PEC di ammissibilità", Modo.ATTO),
				Differimento.proroga(1, Contatore.PEC, 6, "Nota 7", giorno("2023-12-21"))))
			.isEqualTo("5 giorni dal 20/12/2023 (PEC di ammissibilità): lunedì 25/12/2023 (Natale)."
					+ " Proroga richiesta via PEC di 6 giorni (Nota 7 del 21/12/2023): domenica 31/12/2023 e"
					+ " lunedì 01/01/2024 (Capodanno), festivi: slitta a martedì 02/01/2024 (art. 2963 c.c.)."
					+ " Il portale potrebbe non contare lo slittamento: i promemoria seguono domenica 31/12/2023.");
	}

	@Test
	void iMesiInPiuSiContanoInTuttoDallaDecorrenza() {
		assertThat(spiega(mesi("2022-08-31", 6), Atti.mesi(3, "2023-01-12", 3)))
			.isEqualTo("6 mesi dal 31/08/2022 (notifica del decreto di finanziamento): martedì 28/02/2023."
					+ " Differimento di 3 mesi (Decreto 3/2023 del 12/01/2023), in tutto 9 mesi dal 31/08/2022:"
					+ " mercoledì 31/05/2023, non festivo. Contando mesi di 30 giorni il termine cade"
					+ " domenica 28/05/2023: i promemoria seguono questa data.");
		assertThat(spiega(mesi("2022-08-31", 6), Atti.mesi(3, "2023-01-12", 3), Atti.mesi(30, "2023-03-11", 2)))
			.contains(" Differimento di 3 mesi (Decreto 3/2023 del 12/01/2023), in tutto 9 mesi dal 31/08/2022:"
					+ " mercoledì 31/05/2023. Differimento di 2 mesi (Decreto 30/2023 del 11/03/2023),"
					+ " in tutto 11 mesi dal 31/08/2022: lunedì 31/07/2023, non festivo.");
	}

	@Test
	void iMesiDopoUnaDataFissaOUnTermineAGiorniSiContanoDaQuella() {
		assertThat(spiega(mesi("2022-08-19", 9), Atti.dataFissa(1, "2023-05-10", "2023-08-15"),
				Atti.mesi(2, "2023-06-01", 1), Atti.mesi(3, "2023-06-02", 2)))
			.isEqualTo("Nuova data fissa (Decreto 1/2023 del 10/05/2023): martedì 15/08/2023 (Ferragosto)."
					+ " Differimento di 1 mese (Decreto 2/2023 del 01/06/2023): venerdì 15/09/2023."
					+ " Differimento di 2 mesi (Decreto 3/2023 del 02/06/2023), in tutto 3 mesi dal 15/08/2023:"
					+ " mercoledì 15/11/2023, non festivo. Contando mesi di 30 giorni il termine cade"
					+ " lunedì 13/11/2023: i promemoria seguono questa data.");
		assertThat(spiega(new Computo(giorno("2023-03-01"), Termine.giorni(5), null, Modo.ATTO),
				Atti.mesi(2, "2023-03-02", 1), Atti.mesi(3, "2023-03-03", 2)))
			.isEqualTo("5 giorni dal 01/03/2023 (decorrenza): lunedì 06/03/2023."
					+ " Differimento di 1 mese (Decreto 2/2023 del 02/03/2023): giovedì 06/04/2023."
					+ " Differimento di 2 mesi (Decreto 3/2023 del 03/03/2023), in tutto 3 mesi dal 06/03/2023:"
					+ " martedì 06/06/2023, non festivo. Contando mesi di 30 giorni il termine cade"
					+ " domenica 04/06/2023: i promemoria seguono questa data.");
	}

	@Test
	void unaSospensione() {
		assertThat(spiega(mesi("2023-03-15", 6), Atti.ALLUVIONE))
			.isEqualTo("6 mesi dal 15/03/2023 (notifica del decreto di finanziamento): venerdì 15/09/2023."
					+ " Sospensione dal 01/05/2023 al 31/08/2023 (D.L. 61/2023 del 01/06/2023): 123 giorni in più,"
					+ " martedì 16/01/2024, non festivo. Contando mesi di 30 giorni il termine cade"
					+ " venerdì 12/01/2024: i promemoria seguono questa data.");
	}

	@Test
	void piuSospensioni() {
		assertThat(spiega(mesi("2023-03-15", 6), Atti.ALLUVIONE, Atti.sospensione(9, "2023-08-11", "2023-09-08")))
			.contains(" Sospensione dal 01/05/2023 al 31/08/2023 (D.L. 61/2023 del 01/06/2023) e sospensione"
					+ " dall'11/08/2023 all'08/09/2023 (Decreto 9/2023 del 11/08/2023): 131 giorni in più (i giorni"
					+ " comuni contano una volta sola), mercoledì 24/01/2024, non festivo.");
		assertThat(spiega(mesi("2023-03-15", 6), Atti.sospensione(2, "2023-06-01", "2023-06-02"),
				Atti.sospensione(1, "2023-05-01", "2023-05-31"), Atti.sospensione(3, "2023-06-03", "2023-06-03")))
			.contains(" Sospensione dal 01/05/2023 al 31/05/2023 (Decreto 1/2023 del 01/05/2023), sospensione"
					+ " dal 01/06/2023 al 02/06/2023 (Decreto 2/2023 del 01/06/2023) e sospensione dal 03/06/2023"
					+ " al 03/06/2023 (Decreto 3/2023 del 03/06/2023): 34 giorni in più, giovedì 19/10/2023,");
		assertThat(spiega(mesi("2023-03-15", 6), Atti.sospensione(1, "2023-05-01", "2023-05-31"),
				Atti.sospensione(2, "2023-05-31", "2023-06-02")))
			.contains("33 giorni in più (i giorni comuni contano una volta sola), mercoledì 18/10/2023,");
		assertThat(spiega(mesi("2023-03-15", 6), Atti.sospensione(1, "2023-06-01", "2023-06-01")))
			.contains("(Decreto 1/2023 del 01/06/2023): 1 giorno in più, sabato 16/09/2023,");
	}

	@Test
	void unaSospensioneCheNonTocca() {
		assertThat(spiega(mesi("2023-03-15", 6), Atti.sospensione(1, "2023-09-16", "2023-09-30")))
			.isEqualTo(spiega(mesi("2023-03-15", 6)));
		assertThat(spiega(mesi("2023-03-15", 6), Atti.sospensione(1, "2023-01-01", "2023-03-15")))
			.isEqualTo(spiega(mesi("2023-03-15", 6)));
	}

	@Test
	void unaNuovaDataNonSlitta() {
		assertThat(spiega(mesi("2022-08-19", 9), Atti.dataFissa(1, "2024-05-10", "2024-06-28")))
			.isEqualTo("Nuova data fissa (Decreto 1/2023 del 10/05/2024): venerdì 28/06/2024, che non slitta.");
		assertThat(spiega(mesi("2022-08-19", 9), Atti.rimessione(1, "2024-05-10", "2024-08-15")))
			.isEqualTo("Rimessione in termini (Decreto 1/2023 del 10/05/2024): giovedì 15/08/2024 (Ferragosto),"
					+ " che non slitta, anche se festivo.");
		assertThat(spiega(new Computo(giorno("2022-09-02"), null, "chiusura dell'avviso", Modo.DATA),
				Atti.dataFissa(1, "2022-08-30", "2022-09-30")))
			.isEqualTo("Nuova data fissa (Decreto 1/2023 del 30/08/2022): venerdì 30/09/2022, che non slitta.");
	}

	@Test
	void unaNuovaDataPoiProrogata() {
		assertThat(spiega(mesi("2022-08-19", 9), Atti.rimessione(1, "2024-02-01", "2024-04-15"),
				Differimento.proroga(2, Contatore.ECCEZIONALE, 13, "Decreto 20/2024", giorno("2024-04-11"))))
			.isEqualTo("Rimessione in termini (Decreto 1/2023 del 01/02/2024): lunedì 15/04/2024."
					+ " Proroga eccezionale di 13 giorni (Decreto 20/2024 del 11/04/2024): domenica 28/04/2024,"
					+ " festivo: slitta a lunedì 29/04/2024 (art. 2963 c.c.)."
					+ " Il portale potrebbe non contare lo slittamento: i promemoria seguono domenica 28/04/2024.");
		assertThat(spiega(new Computo(giorno("2022-09-02"), null, "chiusura dell'avviso", Modo.DATA),
				Atti.proroga(1, "2022-08-30", 7)))
			.isEqualTo("Chiusura dell'avviso: venerdì 02/09/2022. Proroga richiesta via piattaforma di 7 giorni"
					+ " (Decreto 1/2023 del 30/08/2022): venerdì 09/09/2022, non festivo.");
	}

	@Test
	void ilTettoDelPnrr() {
		assertThat(colTetto("2025-06-30", 12))
			.isEqualTo("12 mesi dal 30/06/2025 (ultimo contratto): martedì 30/06/2026."
					+ " Il termine ultimo del PNRR viene prima: scade martedì 31/03/2026.");
		assertThat(colTetto("2026-04-15", 12))
			.isEqualTo("12 mesi dal 15/04/2026 (ultimo contratto): giovedì 15/04/2027."
					+ " Il termine ultimo del PNRR, 31/03/2026, era già passato: scade il giorno stesso della"
					+ " decorrenza, mercoledì 15/04/2026.");
		assertThat(colTetto("2026-03-31", 12)).endsWith(" viene prima: scade martedì 31/03/2026.");
		assertThat(colTetto("2025-06-30", 9)).doesNotContain("PNRR");
		// the cautious date may lie before the cap
		assertThat(colTetto("2024-10-02", 18))
			.isEqualTo("18 mesi dal 02/10/2024 (ultimo contratto): giovedì 02/04/2026."
					+ " Il termine ultimo del PNRR viene prima: scade martedì 31/03/2026."
					+ " Contando mesi di 30 giorni il termine cade giovedì 26/03/2026: i promemoria seguono questa data.");
	}

	@Test
	void ilTettoFermaSoloLoSlittamento() {
		assertThat(CALCOLO
			.calcola(new Computo(giorno("2026-03-24"), Termine.giorni(5), "prova", Modo.ATTO), List.of(),
					giorno("2026-03-29"))
			.spiegazione())
			.isEqualTo("5 giorni dal 24/03/2026 (prova): domenica 29/03/2026, festivo: slitta a lunedì 30/03/2026"
					+ " (art. 2963 c.c.). Il termine ultimo del PNRR viene prima: scade domenica 29/03/2026.");
	}

	@Test
	void ilPortale() {
		String seiMesi = "6 mesi dal 19/08/2022 (notifica del decreto di finanziamento): domenica 19/02/2023, festivo:"
				+ " slitta a lunedì 20/02/2023 (art. 2963 c.c.).";
		String trenta = " Contando mesi di 30 giorni il termine cade mercoledì 15/02/2023:"
				+ " i promemoria seguono questa data.";
		assertThat(colPortale("2023-01-11", "2023-02-19")).isEqualTo(seiMesi
				+ " Il portale mostra domenica 19/02/2023 (schermata 1, letta l'11/01/2023), 1 giorno prima della data di"
				+ " legge: vale quella del portale." + trenta);
		assertThat(colPortale("2023-01-10", "2023-02-20")).isEqualTo(seiMesi
				+ " Il portale mostra lunedì 20/02/2023 (schermata 1, letta il 10/01/2023), come la legge." + trenta);
		assertThat(colPortale("2023-01-10", "2023-02-22")).isEqualTo(seiMesi
				+ " Il portale mostra mercoledì 22/02/2023 (schermata 1, letta il 10/01/2023), 2 giorni dopo la data di"
				+ " legge: vale quella del portale." + trenta);
		// then the reminders follow the portal
		assertThat(colPortale("2023-01-10", "2023-02-15")).isEqualTo(seiMesi
				+ " Il portale mostra mercoledì 15/02/2023 (schermata 1, letta il 10/01/2023), 5 giorni prima della data di"
				+ " legge: vale quella del portale.");
	}

	@Test
	void ilPortalePiuTardiDiUnTermineAGiorni() {
		assertThat(spiega(new Computo(giorno("2022-08-19"), Termine.giorni(5), "PEC di ammissibilità", Modo.ATTO),
				Atti.portale(1, "2022-08-20", "2022-08-25")))
			.isEqualTo("5 giorni dal 19/08/2022 (PEC di ammissibilità): mercoledì 24/08/2022, non festivo."
					+ " Il portale mostra giovedì 25/08/2022 (schermata 1, letta il 20/08/2022), 1 giorno dopo la data di"
					+ " legge: vale quella del portale. I promemoria seguono la data più vicina, mercoledì 24/08/2022.");
	}

	@Test
	void ilPortaleSuperatoDaUnAtto() {
		assertThat(spiega(mesi("2022-08-19", 6), Atti.portale(1, "2023-01-10", "2023-02-20"),
				Atti.proroga(2, "2023-01-31", 30), Atti.proroga(3, "2023-01-30", 1)))
			.isEqualTo("6 mesi dal 19/08/2022 (notifica del decreto di finanziamento): domenica 19/02/2023."
					+ " Proroga richiesta via piattaforma di 1 giorno (Decreto 3/2023 del 30/01/2023):"
					+ " lunedì 20/02/2023. Proroga richiesta via piattaforma di 30 giorni (Decreto 2/2023 del 31/01/2023):"
					+ " mercoledì 22/03/2023, non festivo. La data letta sul portale il 10/01/2023 (lunedì 20/02/2023)"
					+ " non tiene conto dell'ultimo atto registrato (Decreto 3/2023 del 30/01/2023): va riletta."
					+ " Contando mesi di 30 giorni il termine cade sabato 18/03/2023: i promemoria seguono questa data.");
	}

	@Test
	void ventiGiorniLavorativi() {
		assertThat(spiega(controllo("2026-03-23"))).isEqualTo(
				"20 giorni lavorativi dal 23/03/2026 (PEC del controllo a campione): martedì 21/04/2026, non festivo."
						+ " Contando anche i sabati il termine cade giovedì 16/04/2026: i promemoria seguono questa data.");
		assertThat(spiega(controllo("2026-03-23"), Atti.mesi(1, "2026-03-30", 1)))
			.endsWith(" Contando anche i sabati e mesi di 30 giorni il termine cade sabato 16/05/2026:"
					+ " i promemoria seguono questa data.");
		// a day that was set knows nothing of Saturdays
		assertThat(spiega(controllo("2026-03-23"), Atti.dataFissa(1, "2026-03-30", "2026-04-30"),
				Atti.mesi(2, "2026-04-01", 2)))
			.endsWith(" Contando mesi di 30 giorni il termine cade lunedì 29/06/2026:"
					+ " i promemoria seguono questa data.");
	}

	@Test
	void ventiGiorniLavorativiSospesi() {
		assertThat(spiega(controllo("2023-04-20"), Atti.ALLUVIONE))
			.isEqualTo("20 giorni lavorativi dal 20/04/2023 (PEC del controllo a campione), senza contare quelli della"
					+ " sospensione dal 01/05/2023 al 31/08/2023 (D.L. 61/2023 del 01/06/2023): giovedì 21/09/2023,"
					+ " non festivo. Contando anche i sabati il termine cade venerdì 15/09/2023:"
					+ " i promemoria seguono questa data.");
		assertThat(spiega(controllo("2023-04-20"), Atti.sospensione(1, "2023-04-01", "2023-04-21"),
				Atti.sospensione(2, "2023-05-22", "2023-05-22"), Atti.sospensione(3, "2023-05-25", "2023-05-31")))
			.startsWith("20 giorni lavorativi dal 20/04/2023 (PEC del controllo a campione), senza contare quelli della"
					+ " sospensione dal 01/04/2023 al 21/04/2023 (Decreto 1/2023 del 01/04/2023) e della sospensione"
					+ " dal 22/05/2023 al 22/05/2023 (Decreto 2/2023 del 22/05/2023): mercoledì 24/05/2023, non festivo.");
		assertThat(spiega(controllo("2023-04-20"), Atti.sospensione(1, "2023-04-01", "2023-04-20")))
			.isEqualTo(spiega(controllo("2023-04-20")));
	}

	@Test
	void unPeriodo() {
		assertThat(spiega(new Computo(giorno("2023-12-31"), Termine.mesi(60), "31 dicembre dell'anno di erogazione",
				Modo.PERIODO)))
			.isEqualTo("60 mesi dal 31/12/2023 (31 dicembre dell'anno di erogazione): fino a domenica 31/12/2028,"
					+ " quel giorno compreso.");
	}

	@Test
	void parlaItalianoAncheSuUnServerStraniero() {
		Locale prima = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			assertThat(spiega("2023-01-11", "P1D", null)).contains("giovedì 12/01/2023");
		}
		finally {
			Locale.setDefault(prima);
		}
	}

	private static Computo mesi(String decorrenza, int mesi) {
		return new Computo(giorno(decorrenza), Termine.mesi(mesi), "notifica del decreto di finanziamento", Modo.ATTO);
	}

	private static Computo controllo(String pec) {
		return new Computo(giorno(pec), Termine.lavorativi(20), "PEC del controllo a campione", Modo.ATTO);
	}

	private static String spiega(Computo computo, Differimento... atti) {
		return CALCOLO.calcola(computo, List.of(atti), null).spiegazione();
	}

	private static String colTetto(String decorrenza, int mesi) {
		return CALCOLO
			.calcola(new Computo(giorno(decorrenza), Termine.mesi(mesi), "ultimo contratto", Modo.ATTO), List.of(),
					giorno("2026-03-31"))
			.spiegazione();
	}

	private static String colPortale(String letta, String mostrata) {
		return spiega(mesi("2022-08-19", 6), Atti.portale(1, letta, mostrata));
	}

	private static String spiega(String decorrenza, String iso, String evento) {
		return CALCOLO.calcola(LocalDate.parse(decorrenza), Termine.leggi(iso), evento).spiegazione();
	}

}
