package it.cronoprogramma.opendata;

/**
 * What the published data tell of a candidatura (dominio 2.1: a revoca has no code of its
 * own).
 */
public enum StatoPubblicato {

	/** Financed. */
	A("finanziata"),

	/** Paid. */
	E("erogata"),

	/** Renounced, by decree. */
	R("rinunciata");

	private final String nome;

	StatoPubblicato(String nome) {
		this.nome = nome;
	}

	/**
	 * The state as people read it.
	 * @return the name in Italian
	 */
	public String nome() {
		return this.nome;
	}

}
