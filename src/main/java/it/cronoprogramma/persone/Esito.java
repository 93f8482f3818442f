package it.cronoprogramma.persone;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What became of something that somebody wrote.
 *
 * @param id the id of what was written about
 * @param nome its name
 * @param genere what happened
 * @param differenze what has changed, in words; empty for what is new or the same
 */
record Esito(String id, String nome, Genere genere, List<String> differenze) {

	/** What can happen. */
	enum Genere {

		/** It was not there. */
		CREATO,

		/** It was there and is otherwise now. */
		CAMBIATO,

		/** It was there and is the same. */
		INVARIATO

	}

	/**
	 * What changed between two states.
	 * @param id the id
	 * @param nome the name
	 * @param prima what was, by name of the field, or {@code null} for what is new
	 * @param dopo what is
	 * @return the outcome
	 */
	static Esito tra(String id, String nome, Map<String, String> prima, Map<String, String> dopo) {
		if (prima == null) {
			return new Esito(id, nome, Genere.CREATO, List.of());
		}
		List<String> differenze = dopo.keySet()
			.stream()
			.filter((campo) -> !Objects.equals(prima.get(campo), dopo.get(campo)))
			.map((campo) -> campo + ": da " + mostra(prima.get(campo)) + " a " + mostra(dopo.get(campo)))
			.toList();
		return new Esito(id, nome, differenze.isEmpty() ? Genere.INVARIATO : Genere.CAMBIATO, differenze);
	}

	private static String mostra(String valore) {
		return (valore == null || valore.isEmpty()) ? "vuoto" : "«" + valore + "»";
	}

}
