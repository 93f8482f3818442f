package it.cronoprogramma.processo.accessi;

import org.camunda.bpm.engine.authorization.Groups;

/**
 * The roles (docs/adr/0006). The name of the group is the one that the models give to
 * candidate groups.
 */
public enum Ruolo {

	/** Does the tasks of his ente. */
	OPERATORE("operatori", "Operatori"),

	/** Reads the tasks of his ente and gets its reminders. */
	REFERENTE("referenti", "Referenti"),

	/** Follows all enti of a gestione associata, and does their tasks where needed. */
	RTD("rtd", "Ufficio RTD"),

	/** Reads everything of his gestione, in Cockpit too. */
	RESPONSABILE("responsabili", "Responsabili"),

	/** Runs the installation. */
	AMMINISTRATORE(Groups.CAMUNDA_ADMIN, "Amministratori");

	private final String gruppo;

	private final String nome;

	Ruolo(String gruppo, String nome) {
		this.gruppo = gruppo;
		this.nome = nome;
	}

	/**
	 * The engine's group.
	 * @return the group's id
	 */
	public String gruppo() {
		return this.gruppo;
	}

	/**
	 * The role as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

}
