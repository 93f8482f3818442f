package it.cronoprogramma.candidatura;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What whoever works on a candidatura must know besides the task at hand: that something
 * lies over its phase, while the terms run on (dominio 2.4).
 */
public final class Avvertenze {

	private Avvertenze() {
	}

	/**
	 * The sentences for a form, a page or a reminder.
	 * @param c the candidatura
	 * @param precedente the one whose place it takes, if any
	 * @return the sentences, most important first; empty when all is plain
	 */
	public static List<String> di(Candidatura c, Optional<Candidatura> precedente) {
		List<String> frasi = new ArrayList<>();
		c.revocaComunicata()
			.ifPresent((giorno) -> frasi.add("Il Dipartimento ha comunicato l'avvio della revoca il "
					+ Parole.giorno(giorno) + ": finché il procedimento è aperto i termini corrono."));
		c.rinunciaRichiesta()
			.ifPresent((giorno) -> frasi.add("L'ente ha chiesto di rinunciare il " + Parole.giorno(giorno)
					+ ": fino al decreto di rinuncia la candidatura è viva e i termini corrono."));
		if (c.sospesa()) {
			frasi.add("I termini sono sospesi: le date qui indicate ne tengono già conto.");
		}
		precedente.flatMap((p) -> p.rinunciaRichiesta().map((giorno) -> p))
			.ifPresent((p) -> frasi.add("La candidatura precedente " + p.codice()
					+ " attende ancora il decreto di rinuncia: si può proseguire, ma senza quel decreto il "
					+ "Dipartimento può non ammettere gli stessi servizi."));
		return frasi;
	}

}
