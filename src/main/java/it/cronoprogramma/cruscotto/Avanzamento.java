package it.cronoprogramma.cruscotto;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.cronoprogramma.candidatura.DifferimentoRepository.Esito;
import it.cronoprogramma.candidatura.Parole;

/**
 * How far an act has come, as a page shows it.
 *
 * @param applicate how many candidature it has reached
 * @param daApplicare how many are still to come
 * @param saltate how many it could not reach any more: they are not counted in the total
 * @param escluse how many the preview left out: they are not counted in the total
 */
record Avanzamento(int applicate, int daApplicare, int saltate, int escluse) {

	static Avanzamento di(Map<Esito, Integer> conteggi) {
		return new Avanzamento(conteggi.get(Esito.APPLICATO), conteggi.get(Esito.DA_APPLICARE),
				conteggi.get(Esito.SALTATO), conteggi.get(Esito.ESCLUSO));
	}

	/**
	 * How many candidature the act is to reach.
	 * @return those reached and those to come
	 */
	public int totale() {
		return this.applicate + this.daApplicare;
	}

	/**
	 * How many candidature the act names.
	 * @return those it is to reach and those it cannot
	 */
	public int righe() {
		return totale() + this.saltate + this.escluse;
	}

	/**
	 * How far it has come, in words.
	 * @return for example {@code 1.250 di 5.000}
	 */
	public String fatte() {
		return Parole.intero(this.applicate) + " di " + Parole.intero(totale());
	}

	/**
	 * How many it does not reach, in words.
	 * @return for example {@code 3 escluse, 12 saltate}, empty if there are none
	 */
	public String nonFatte() {
		return Stream.of(quante(this.escluse, "esclusa", "escluse"), quante(this.saltate, "saltata", "saltate"))
			.filter((parte) -> !parte.isEmpty())
			.collect(Collectors.joining(", "));
	}

	private static String quante(int quante, String una, String molte) {
		return switch (quante) {
			case 0 -> "";
			case 1 -> "1 " + una;
			default -> Parole.intero(quante) + " " + molte;
		};
	}

	/**
	 * Both in words.
	 * @return for example {@code 1.250 di 5.000, 12 saltate}
	 */
	public String inParole() {
		String nonFatte = nonFatte();
		return nonFatte.isEmpty() ? fatte() : fatte() + ", " + nonFatte;
	}

}
