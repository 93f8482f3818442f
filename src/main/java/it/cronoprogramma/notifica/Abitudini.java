package it.cronoprogramma.notifica;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What is known of addresses, all of them lower case.
 *
 * @param preferenze how somebody wants to be written to, by address
 * @param silenzi until which day somebody does not want to hear of a candidatura, by
 * address and code
 * @param respinti addresses that a server has refused for good
 */
public record Abitudini(Map<String, Preferenza> preferenze, Map<String, Map<String, LocalDate>> silenzi,
		Set<String> respinti) {

	/** Nobody has chosen anything. */
	public static final Abitudini NESSUNA = new Abitudini(Map.of(), Map.of(), Set.of());

	/**
	 * How somebody wants to be written to.
	 * @param indirizzo his address
	 * @return his choice, or that of all
	 */
	public Preferenza di(String indirizzo) {
		return this.preferenze.getOrDefault(indirizzo, Preferenza.DI_TUTTI);
	}

	/**
	 * Whether somebody does not want to hear of a candidatura.
	 * @param indirizzo his address
	 * @param candidatura its code
	 * @param giorno a day in Rome
	 * @return {@code true} up to the day he has said, included
	 */
	public boolean tace(String indirizzo, String candidatura, LocalDate giorno) {
		LocalDate fino = this.silenzi.getOrDefault(indirizzo, Map.of()).get(candidatura);
		return fino != null && !giorno.isAfter(fino);
	}

}
