package it.cronoprogramma.candidatura;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.avviso.Cronoprogramma;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Termine;

/**
 * The terms as the operator reads them in Allegato 2 of the avviso, where they are not
 * those that the sources suggest (dominio 1.4: not resolved, so the operator fixes them).
 *
 * @param contrattualizzazione from the notification of the decree, or {@code null} for
 * the table's
 * @param completamento from the event that the avviso names, or {@code null}
 * @param limite the outer limit from the notification of the decree, or {@code null}
 */
public record TerminiAllegato(Termine contrattualizzazione, Termine completamento, Termine limite) {

	/** Nothing but what the table says. */
	public static final TerminiAllegato DELLA_TABELLA = new TerminiAllegato(null, null, null);

	/**
	 * Reads a term as a form has it.
	 * @param quantita how many, or {@code null} for the table's term
	 * @param unita {@code mesi} or {@code giorni}
	 * @return the term, or {@code null}
	 * @throws Rifiuto if the number is out of reach or the unit unknown
	 */
	public static Termine termine(Integer quantita, String unita) {
		if (quantita == null) {
			return null;
		}
		return switch (unita) {
			case "mesi" -> Termine.mesi(tra(quantita, 60));
			case "giorni" -> Termine.giorni(tra(quantita, 1800));
			default -> throw Rifiuto.nonValido("Unità «%s» sconosciuta: il termine è in mesi o in giorni.", unita);
		};
	}

	private static int tra(int quantita, int massimo) {
		if (quantita < 1 || quantita > massimo) {
			throw Rifiuto.nonValido("Termine di %s: serve un numero da 1 a %s.", quantita, massimo);
		}
		return quantita;
	}

	Cronoprogramma su(Cronoprogramma tabella) {
		return new Cronoprogramma(tabella.cup(), oppure(this.contrattualizzazione, tabella.contrattualizzazione()),
				oppure(this.completamento, tabella.completamento()), oppure(this.limite, tabella.limite()),
				tabella.daConfermare());
	}

	Optional<String> inParole() {
		List<String> parole = new ArrayList<>();
		dire("contrattualizzazione", this.contrattualizzazione, parole);
		dire("completamento", this.completamento, parole);
		dire("limite complessivo", this.limite, parole);
		return parole.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parole));
	}

	private static void dire(String nome, Termine termine, List<String> parole) {
		if (termine != null) {
			parole.add(nome + " " + termine.inParole());
		}
	}

	private static Termine oppure(Termine letto, Termine tabella) {
		return (letto == null) ? tabella : letto;
	}

}
