package it.cronoprogramma.termine;

/**
 * The unit in which a term is counted: calendar days and calendar months in the avvisi
 * (art. 2963 c.c., first paragraph), working days in the checks that follow. Nobody
 * counts in weeks or years.
 */
public enum Unita {

	/**
	 * Calendar days, holidays included in the count (art. 155 c.p.c., third paragraph).
	 */
	GIORNI('D', "giorno", "giorni", 36_500),

	/**
	 * Calendar months, ending on the day that bears the same number (art. 2963 c.c.,
	 * fourth and fifth paragraphs).
	 */
	MESI('M', "mese", "mesi", 1_200),

	/**
	 * Working days, Monday to Friday and not festivi, as the check of a sample asks for
	 * (dominio 2.3, T8). ISO 8601 has no letter for them.
	 */
	LAVORATIVI('L', "giorno lavorativo", "giorni lavorativi", 2_500);

	private final char sigla;

	private final String singolare;

	private final String plurale;

	private final int massimo;

	Unita(char sigla, String singolare, String plurale, int massimo) {
		this.sigla = sigla;
		this.singolare = singolare;
		this.plurale = plurale;
		this.massimo = massimo;
	}

	char sigla() {
		return this.sigla;
	}

	/**
	 * A century, or ten years of work: whatever lies beyond is a slip of the keyboard,
	 * not a term.
	 */
	int massimo() {
		return this.massimo;
	}

	String conta(long quantita) {
		return quantita + " " + ((quantita == 1) ? this.singolare : this.plurale);
	}

}
