package it.cronoprogramma.ente;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The roles (docs/adr/0006). The name of the group is the one that the models give to
 * candidate groups.
 */
public enum Ruolo {

	/** Does the tasks of his ente. */
	OPERATORE("operatori", "Operatori", "Operatore"),

	/** Reads the tasks of his ente and gets its reminders. */
	REFERENTE("referenti", "Referenti", "Referente"),

	/** Follows all enti of a gestione associata, and does their tasks where needed. */
	RTD("rtd", "Ufficio RTD", "Ufficio RTD"),

	/** Reads everything of his gestione, in Cockpit too. */
	RESPONSABILE("responsabili", "Responsabili", "Responsabile"),

	/** Runs the installation. The group is the engine's own. */
	AMMINISTRATORE("camunda-admin", "Amministratori", "Amministratore");

	private final String gruppo;

	private final String nome;

	private final String singolare;

	Ruolo(String gruppo, String nome, String singolare) {
		this.gruppo = gruppo;
		this.nome = nome;
		this.singolare = singolare;
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
	 * @return the name of those who have it
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * The role of one person.
	 * @return the name, e.g. {@code Operatore}
	 */
	public String singolare() {
		return this.singolare;
	}

	/**
	 * The role as forms and files call it.
	 * @return the code, e.g. {@code operatore}
	 */
	public String codice() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The role as the doors ask for it.
	 * @return the authority, e.g. {@code ROLE_OPERATORE}
	 */
	public String autorita() {
		return "ROLE_" + name();
	}

	/**
	 * The role of a code.
	 * @param codice the code, in whatever case
	 * @return the role, or nothing
	 */
	public static Optional<Ruolo> leggi(String codice) {
		return Arrays.stream(values()).filter((r) -> r.codice().equalsIgnoreCase(codice)).findFirst();
	}

	/**
	 * Whether the role reaches a whole gestione rather than single enti.
	 * @return {@code true} for the ufficio RTD and the responsabile
	 */
	public boolean diGestione() {
		return this == RTD || this == RESPONSABILE;
	}

}
