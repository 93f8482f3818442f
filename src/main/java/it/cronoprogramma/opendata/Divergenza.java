package it.cronoprogramma.opendata;

import java.util.Optional;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Stato;

/**
 * Where a candidatura that somebody has acted upon is not what is published of it.
 */
public enum Divergenza {

	/** Published as paid, not paid here. */
	EROGATA,

	/** Published as renounced, alive here. */
	RINUNCIATA,

	/** Published as financed, over or paid here. */
	FINANZIATA,

	/** Published as financed, the decree is not yet recorded here. */
	DECRETO,

	/** Another amount or another CUP. */
	DATI;

	/**
	 * Compares.
	 * @param c the candidatura
	 * @param r what is published of it
	 * @return the gravest difference, empty where there is none
	 */
	public static Optional<Divergenza> tra(Candidatura c, RigaPubblicata r) {
		Divergenza d = switch (r.stato()) {
			case E -> c.erogata().isPresent() ? null : EROGATA;
			// a revoca has no code of its own
			case R -> (c.fase() == Stato.RINUNCIATA || c.fase() == Stato.REVOCATA) ? null : RINUNCIATA;
			case A -> (c.fase().finita() || c.erogata().isPresent()) ? FINANZIATA
					: c.fase().primaDelDecreto() ? DECRETO : null;
		};
		if (d == null && r.stato() != StatoPubblicato.R && (altroImporto(c, r) || altroCup(c, r))) {
			return Optional.of(DATI);
		}
		return Optional.ofNullable(d);
	}

	private static boolean altroImporto(Candidatura c, RigaPubblicata r) {
		return c.importoDecretato().filter((i) -> i.compareTo(r.importo()) != 0).isPresent();
	}

	private static boolean altroCup(Candidatura c, RigaPubblicata r) {
		return c.cup().filter((cup) -> !cup.codice().equals(r.cup())).isPresent();
	}

	/**
	 * The difference in words.
	 * @param c the candidatura
	 * @param r what is published of it
	 * @return what is published, and what stands here
	 */
	public String inParole(Candidatura c, RigaPubblicata r) {
		String qui = "Qui risulta «" + c.stato().nome() + "».";
		return switch (this) {
			case EROGATA -> "PA digitale 2026 la pubblica come erogata dal " + Parole.giorno(r.statoDal()) + ", "
					+ Parole.euro(r.importo()) + ". " + qui;
			case RINUNCIATA -> "PA digitale 2026 la pubblica come rinunciata (o revocata) dal "
					+ Parole.giorno(r.statoDal()) + ". " + qui;
			case FINANZIATA ->
				"PA digitale 2026 la pubblica come finanziata, " + r.decreto() + ", e non ancora conclusa. " + qui;
			case DECRETO -> "PA digitale 2026 ne pubblica il finanziamento: " + r.decreto() + " del "
					+ Parole.giorno(r.finanziata()) + ", " + Parole.euro(r.importo()) + ". " + qui
					+ " Registri il CUP e il decreto nelle loro attività, con la data della PEC: da lì decorre il "
					+ "termine dei contratti.";
			case DATI -> "PA digitale 2026 pubblica importo " + Parole.euro(r.importo()) + " e CUP " + r.cup()
					+ ". Qui risultano " + c.importoDecretato().map(Parole::euro).orElse("nessun importo") + " e CUP "
					+ c.cup().map(Object::toString).orElse("nessuno") + ".";
		};
	}

}
