package it.cronoprogramma.termine;

import java.time.LocalDate;
import java.util.Locale;

import org.junit.jupiter.api.Test;

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

	private static String spiega(String decorrenza, String iso, String evento) {
		return CALCOLO.calcola(LocalDate.parse(decorrenza), Termine.leggi(iso), evento).spiegazione();
	}

}
