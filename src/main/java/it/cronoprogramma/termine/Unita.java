package it.cronoprogramma.termine;

/**
 * The unit in which an avviso counts a term. Calendar days and calendar months only: no
 * avviso counts in weeks or years (art. 2963 c.c., first paragraph).
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
	MESI('M', "mese", "mesi", 1_200);

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

	/** A century: whatever lies beyond is a slip of the keyboard, not a term. */
	int massimo() {
		return this.massimo;
	}

	String conta(int quantita) {
		return quantita + " " + ((quantita == 1) ? this.singolare : this.plurale);
	}

}
