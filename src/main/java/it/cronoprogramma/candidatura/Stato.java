package it.cronoprogramma.candidatura;

/**
 * Where a candidatura stands (dominio 2.1 and 2.2).
 */
public enum Stato {

	BOZZA("bozza", true), INVIATA("inviata", true), RITIRATA("ritirata", false), AMMESSA("ammessa", true),
	NON_AMMESSA("non ammessa", false), CUP_INSERITO("CUP inserito", true), FINANZIATA("finanziata", true),
	CONTRATTI_CONCLUSI("contratti conclusi", true), IN_VERIFICA("in verifica", true),
	IN_RIELABORAZIONE("in rielaborazione", true), ASSEVERATA("asseverata", true),
	ASSEVERAZIONE_NEGATIVA("asseverazione negativa", true), EROGAZIONE_RICHIESTA("erogazione richiesta", true),
	LIQUIDATA("liquidata", true), REVOCATA("revocata", false);

	private final String nome;

	private final boolean viva;

	Stato(String nome, boolean viva) {
		this.nome = nome;
		this.viva = viva;
	}

	/**
	 * The state as people read it.
	 * @return the name in Italian
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Whether the candidatura still counts for its avviso: an ente has one at most.
	 * @return {@code false} when another one may take its place
	 */
	public boolean viva() {
		return this.viva;
	}

	/**
	 * Whether a term of the financing may still open: until asseverazione has an outcome
	 * that ends the work.
	 * @return {@code false} where every term has been met or lost
	 */
	public boolean terminiDavanti() {
		return switch (this) {
			case BOZZA, INVIATA, AMMESSA, CUP_INSERITO, FINANZIATA, CONTRATTI_CONCLUSI, IN_VERIFICA,
					IN_RIELABORAZIONE ->
				true;
			default -> false;
		};
	}

}
