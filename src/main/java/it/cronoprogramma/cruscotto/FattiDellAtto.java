package it.cronoprogramma.cruscotto;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.candidatura.AttoDifferimento;
import it.cronoprogramma.candidatura.DifferimentoRepository.Passaggi;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.termine.Differimento;
import it.cronoprogramma.termine.Differimento.Tipo;

/**
 * What there is to know of one act, fact by fact: only those it has.
 */
final class FattiDellAtto {

	private FattiDellAtto() {
	}

	/**
	 * A fact.
	 *
	 * @param nome what it is
	 * @param valore what it says
	 * @param differimento the act it speaks of, to be linked to; {@code null} if it
	 * speaks of none, or of one that the reader may not see
	 */
	record Fatto(String nome, String valore, Long differimento) {
	}

	/**
	 * The facts of an act.
	 * @param a the act
	 * @param passaggi when it moved on
	 * @param revocatoVisibile whether the reader may see the act that it undoes, if it
	 * does
	 * @param revoche the acts that undo it
	 * @param visibili which of those the reader may see
	 * @return the facts, in the order in which they are read
	 */
	static List<Fatto> di(AttoDifferimento a, Passaggi passaggi, boolean revocatoVisibile,
			List<AttoDifferimento> revoche, List<AttoDifferimento> visibili) {
		List<Fatto> fatti = new ArrayList<>();
		Differimento e = a.effetto();
		if (e == null) {
			fatti.add(new Fatto("Revoca", "il differimento n. " + a.revoca(), revocatoVisibile ? a.revoca() : null));
		}
		else {
			fatti.add(fatto("Tipo", e.tipo().nome()));
			effetto(e, fatti);
		}
		fatti.add(fatto("Termine", a.termineInParole()));
		fatti.add(fatto("Atto", a.attoConData()));
		fatti.add(fatto("Per", a.ambito()));
		if (a.nota() != null) {
			fatti.add(fatto("Nota", a.nota()));
		}
		fatti
			.add(fatto("Registrato", "da " + a.registrato().chi() + ", il " + Parole.momento(a.registrato().quando())));
		if (passaggi.deciso() != null) {
			fatti.add(fatto((a.stato() == StatoAtto.ANNULLATO) ? "Annullato" : "Confermato",
					"da " + passaggi.deciso().chi() + ", il " + Parole.momento(passaggi.deciso().quando())));
		}
		if (passaggi.concluso() != null) {
			fatti.add(fatto("Concluso", "il " + Parole.momento(passaggi.concluso())));
		}
		revoche.forEach((r) -> fatti.add(revoca(r, visibili.contains(r))));
		return fatti;
	}

	private static void effetto(Differimento e, List<Fatto> fatti) {
		switch (e.tipo()) {
			case PROROGA -> {
				fatti.add(fatto("Contatore del portale", "proroga " + e.contatore().nome()));
				fatti.add(fatto("Giorni concessi", Parole.intero(e.quantita())));
			}
			case MESI -> fatti.add(fatto("Mesi in più", Parole.intero(e.quantita())));
			case SOSPENSIONE -> fatti.add(fatto("Sospeso",
					"dal " + Parole.giorno(e.dal()) + " al " + Parole.giorno(e.al()) + " compresi, " + giorni(e)));
			case DATA_FISSA, RIMESSIONE, PORTALE -> fatti.add(
					fatto((e.tipo() == Tipo.PORTALE) ? "Data del portale" : "Nuova data", Parole.giornoEsteso(e.al())));
		}
	}

	private static String giorni(Differimento e) {
		long giorni = ChronoUnit.DAYS.between(e.dal(), e.al()) + 1;
		return (giorni == 1) ? "1 giorno" : Parole.intero(giorni) + " giorni";
	}

	/**
	 * What the reader may not see is not described, but that it was done concerns him.
	 */
	private static Fatto revoca(AttoDifferimento r, boolean visibile) {
		String nome = (r.stato() == StatoAtto.CONCLUSO) ? "Revocato" : "Revoca " + r.stato().nome();
		return visibile ? new Fatto(nome, "con il differimento n. " + r.numero() + ", per: " + r.ambito(), r.numero())
				: fatto(nome, "dall'ufficio RTD");
	}

	private static Fatto fatto(String nome, String valore) {
		return new Fatto(nome, valore, null);
	}

}
