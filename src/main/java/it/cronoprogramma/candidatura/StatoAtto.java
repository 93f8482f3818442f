package it.cronoprogramma.candidatura;

/**
 * How far an act has been applied.
 */
public enum StatoAtto {

	/** Its preview waits for somebody to confirm it: no date has moved. */
	DA_CONFERMARE("da confermare"),

	/** It is being applied, one candidatura after the other. */
	IN_CORSO("in corso"),

	/** Somebody stopped it: what is applied stays, the rest waits. */
	INTERROTTO("interrotto"),

	/** It has reached every candidatura it could. */
	CONCLUSO("concluso"),

	/** It was not confirmed: no date has moved. */
	ANNULLATO("annullato");

	private final String nome;

	StatoAtto(String nome) {
		this.nome = nome;
	}

	/**
	 * The state as people read it.
	 * @return the words
	 */
	public String nome() {
		return this.nome;
	}

}
