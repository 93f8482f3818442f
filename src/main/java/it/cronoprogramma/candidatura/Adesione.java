package it.cronoprogramma.candidatura;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * 1.4.4 ANSC: how the comune adopts the digital registers (FAQ 05/008/016).
 */
public enum Adesione implements Codificato {

	/** The ministry's web application; the comune itself does the work. */
	WEB_APP("web-app", "web application di ANSC"),

	/** The comune's own software, updated with the cooperative services. */
	GESTIONALE("gestionale", "gestionale comunale integrato con ANSC");

	private final String codice;

	private final String nome;

	Adesione(String codice, String nome) {
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
	 * The way as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Reads the code.
	 * @param codice the word used in forms and columns
	 * @return the way
	 * @throws Rifiuto if there is none of this code
	 */
	public static Adesione leggi(String codice) {
		return Codificato.leggi(values(), codice, (c) -> Rifiuto
			.nonValido("Modalità di adesione «%s» sconosciuta: scelga la web application o il gestionale.", c));
	}

}
