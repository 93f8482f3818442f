package it.cronoprogramma.processo.vicende;

import java.util.List;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;

/**
 * The terms that run all the while, in the words of a form.
 */
final class TerminiCheCorrono {

	private TerminiCheCorrono() {
	}

	static String elenco(List<Scadenza> pendenti) {
		StringBuilder righe = new StringBuilder();
		for (Scadenza s : pendenti) {
			righe.append("- ")
				.append(s.termine().nome())
				.append((s.stato() == Scadenza.StatoScadenza.SCADUTA) ? ": scaduto " : ": entro ")
				.append(Parole.giornoEsteso(s.governante()))
				.append('\n');
		}
		return righe.toString();
	}

}
