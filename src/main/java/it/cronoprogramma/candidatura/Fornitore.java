package it.cronoprogramma.candidatura;

import java.text.Normalizer;
import java.util.Locale;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * A soggetto realizzatore in the register of a gestione associata: whoever does the work
 * of an activity, the ente's own staff too.
 *
 * @param id its id
 * @param nome its name
 * @param identificativo partita IVA or codice fiscale, or {@code null}
 * @param ambito whose register it is in: a gestione, or an ente
 * @param interno whether it is the ente's own staff
 */
public record Fornitore(String id, String nome, IdentificativoFiscale identificativo, String ambito, boolean interno) {

	private static final int CHIAVE_MASSIMA = 200;

	/**
	 * What names have in common that differ in capitals, accents, blanks and punctuation
	 * only.
	 * @param nome a name
	 * @return its letters and digits
	 * @throws Rifiuto if the name holds neither letter nor digit
	 */
	public static String chiave(String nome) {
		String chiave = Normalizer.normalize(nome, Normalizer.Form.NFD)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}]", "");
		if (chiave.isEmpty()) {
			throw Rifiuto.nonValido("«%s» non è il nome di un fornitore: serve almeno una lettera o una cifra.", nome);
		}
		return (chiave.length() <= CHIAVE_MASSIMA) ? chiave : chiave.substring(0, CHIAVE_MASSIMA);
	}

	/**
	 * Whether it may work for an ente: staff works for its own one only.
	 * @param ente the ente's id
	 * @return {@code true} unless it is another ente's staff
	 */
	public boolean per(String ente) {
		return !this.interno || this.ambito.equals(ente);
	}

	/**
	 * Its name as a list shows it.
	 * @return the name, with the identifier where it is known, and whether it is own
	 * staff
	 */
	public String perEsteso() {
		if (this.interno) {
			return this.nome + " (personale interno)";
		}
		return (this.identificativo == null) ? this.nome : this.nome + " (" + this.identificativo + ")";
	}

}
