package it.cronoprogramma.ente;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An ente that asks for money: a comune, for the avvisi known so far.
 *
 * @param id the project's own id, which survives mergers and changes of code; also the
 * engine's tenant
 * @param nome the name people know it by, e.g. {@code Comune di Crema}
 * @param codiceIpa its code in the IPA, compared without regard to case (dominio 5.4)
 * @param codiceIstat six digits, as text; {@code N/D} where there is none yet
 * @param popolazione inhabitants, of which the fascia is made
 * @param gestione the gestione associata that follows it, or {@code null}
 * @param confluito where it has gone, or {@code null} while it lives
 */
public record Ente(String id, String nome, String codiceIpa, String codiceIstat, int popolazione, String gestione,
		Confluenza confluito) {

	/** What names of the same comune may differ in: its kind, and that it is no more. */
	private static final Pattern CONTORNO = Pattern
		.compile("\\(soppresso\\)|^\\W*(comune|citta|municipio)\\b(\\s+(di|del|della|dell|dei|de|d)\\b)?");

	/**
	 * An ente that lives.
	 * @param id the project's own id
	 * @param nome the name people know it by
	 * @param codiceIpa its code in the IPA
	 * @param codiceIstat six digits, as text
	 * @param popolazione inhabitants
	 * @param gestione the gestione associata that follows it, or {@code null}
	 */
	public Ente(String id, String nome, String codiceIpa, String codiceIstat, int popolazione, String gestione) {
		this(id, nome, codiceIpa, codiceIstat, popolazione, gestione, null);
	}

	/**
	 * Whether the ente is no more: another holds its candidature.
	 * @return {@code true} after a merger
	 */
	public boolean soppresso() {
		return this.confluito != null;
	}

	/**
	 * Who holds its candidature today.
	 * @return the id of the ente it has gone into, its own while it lives
	 */
	public String titolare() {
		return soppresso() ? this.confluito.ente() : this.id;
	}

	/**
	 * The name under which its candidature are shown, e.g.
	 * {@code Comune di Nuovo (già Comune di Vecchio)}.
	 * @return the name of who holds them today, and whose they were
	 */
	public String nomeOggi() {
		return soppresso() ? this.confluito.nome() + " (già " + this.nome + ")" : this.nome;
	}

	/**
	 * Whether a name is the ente's: {@code COMUNE DI SOVIZZO} and
	 * {@code (SOPPRESSO) Comune di Sovizzo} are the same comune. The published data give
	 * the ISTAT code of one comune to its neighbour, too (Sovizzo and Gambugliano, Caines
	 * and Rifiano): a code alone does not tell.
	 * @param altro the name
	 * @return whether it is the same but for kind, capitals, accents and signs
	 */
	public boolean siChiama(String altro) {
		return essenziale(this.nome).equals(essenziale(altro));
	}

	private static String essenziale(String nome) {
		String piano = Normalizer.normalize(nome.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "");
		return CONTORNO.matcher(CONTORNO.matcher(piano).replaceFirst("").strip())
			.replaceFirst("")
			.replaceAll("[^a-z0-9]", "");
	}

	/**
	 * The ente after a merger: its own, or that of the ente which held its candidature so
	 * far. Code, population and id stay.
	 * @param nuovo who holds its candidature from now on
	 * @param giorno the day of the merger; an ente that is no more already keeps its own
	 * @return the ente, followed by the successor's gestione
	 */
	public Ente confluisceIn(Ente nuovo, LocalDate giorno) {
		return new Ente(this.id, this.nome, this.codiceIpa, this.codiceIstat, this.popolazione, nuovo.gestione,
				new Confluenza(nuovo.id, nuovo.nome, soppresso() ? this.confluito.giorno() : giorno));
	}

}
