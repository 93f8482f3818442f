package it.cronoprogramma.termine;

import java.time.LocalDate;

/** Acts for tests: their number tells when they were registered and names them. */
final class Atti {

	/** The ex-lege stop of the flood areas (dominio 2.6): 123 days. */
	static final Differimento ALLUVIONE = Differimento.sospensione(61, giorno("2023-05-01"), giorno("2023-08-31"),
			"D.L. 61/2023", giorno("2023-06-01"));

	private Atti() {
	}

	static LocalDate giorno(String iso) {
		return LocalDate.parse(iso);
	}

	static Differimento proroga(long numero, String dataAtto, int giorni) {
		return Differimento.proroga(numero, Contatore.PIATTAFORMA, giorni, atto(numero), giorno(dataAtto));
	}

	static Differimento mesi(long numero, String dataAtto, int mesi) {
		return Differimento.mesi(numero, mesi, atto(numero), giorno(dataAtto));
	}

	static Differimento dataFissa(long numero, String dataAtto, String giorno) {
		return Differimento.dataFissa(numero, giorno(giorno), atto(numero), giorno(dataAtto));
	}

	static Differimento rimessione(long numero, String dataAtto, String giorno) {
		return Differimento.rimessione(numero, giorno(giorno), atto(numero), giorno(dataAtto));
	}

	static Differimento sospensione(long numero, String dal, String al) {
		return Differimento.sospensione(numero, giorno(dal), giorno(al), atto(numero), giorno(dal));
	}

	static Differimento portale(long numero, String letta, String giorno) {
		return Differimento.portale(numero, giorno(giorno), "schermata " + numero, giorno(letta));
	}

	private static String atto(long numero) {
		return "Decreto " + numero + "/2023";
	}

}
