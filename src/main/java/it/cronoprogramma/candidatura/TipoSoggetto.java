package it.cronoprogramma.candidatura;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * The kinds of soggetto realizzatore (dominio 2.7, FAQ 02/004/009).
 */
public enum TipoSoggetto implements Codificato {

	FORNITORE("fornitore", "Fornitore"), IN_HOUSE("in-house", "Società in house"),
	PERSONALE_INTERNO("personale-interno", "Personale interno");

	private final String codice;

	private final String nome;

	TipoSoggetto(String codice, String nome) {
		this.codice = codice;
		this.nome = nome;
	}

	/**
	 * The word used in forms and columns.
	 * @return the code
	 */
	@Override
	public String codice() {
		return this.codice;
	}

	/**
	 * The kind as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Reads the code.
	 * @param codice the word used in forms and columns
	 * @return the kind of soggetto
	 * @throws Rifiuto if there is none of this code
	 */
	public static TipoSoggetto leggi(String codice) {
		return Codificato.leggi(values(), codice,
				(c) -> Rifiuto.nonValido("Tipo di soggetto «%s» sconosciuto: lo scelga dall'elenco.", c));
	}

}
