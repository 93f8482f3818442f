package it.cronoprogramma.ente;

import java.util.Arrays;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * How an ente ceases to be and another takes its place (dominio 2.7, last point).
 */
public enum TipoEvento {

	/** Two or more become a new one. */
	FUSIONE("fusione", "Fusione"),

	/** One becomes part of another that stays. */
	INCORPORAZIONE("incorporazione", "Incorporazione"),

	/** One is dissolved, and what it did passes to another. */
	SOPPRESSIONE("soppressione", "Soppressione");

	private final String codice;

	private final String nome;

	TipoEvento(String codice, String nome) {
		this.codice = codice;
		this.nome = nome;
	}

	/**
	 * The event as forms call it.
	 * @return the code
	 */
	public String codice() {
		return this.codice;
	}

	/**
	 * The event as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * The event of a code.
	 * @param codice the code
	 * @return the event
	 * @throws Rifiuto if there is none
	 */
	public static TipoEvento leggi(String codice) {
		return Arrays.stream(values())
			.filter((t) -> t.codice.equals(codice))
			.findFirst()
			.orElseThrow(() -> Rifiuto
				.nonValido("Evento «%s» sconosciuto: scelga tra fusione, incorporazione, soppressione.", codice));
	}

}
