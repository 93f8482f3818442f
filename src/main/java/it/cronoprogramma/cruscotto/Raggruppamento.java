package it.cronoprogramma.cruscotto;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * By what the portfolio is summed up.
 */
enum Raggruppamento {

	MISURA("Misura", "misura", "c.avviso"), AVVISO("Avviso", "avviso", "c.avviso"),
	REGIONE("Regione", "regione", "e.regione"), PROVINCIA("Provincia", "provincia", "e.provincia"),
	FASCIA("Fascia di popolazione", "fascia di popolazione", "c.fascia"), ENTE("Ente", "ente", "e.id");

	private final String testa;

	private final String nome;

	private final String colonna;

	Raggruppamento(String testa, String nome, String colonna) {
		this.testa = testa;
		this.nome = nome;
		this.colonna = colonna;
	}

	/**
	 * The head of its column.
	 * @return the name with a capital
	 */
	public String testa() {
		return this.testa;
	}

	/**
	 * As it is called inside a sentence.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * As an address writes it.
	 * @return the word
	 */
	public String codice() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The column that is grouped by; measures are made of avvisi.
	 * @return the column
	 */
	String colonna() {
		return this.colonna;
	}

	/**
	 * Reads the word.
	 * @param testo the word, {@code null} or blank for the first
	 * @return the grouping
	 * @throws Rifiuto if there is none of this name
	 */
	static Raggruppamento leggi(String testo) {
		if (testo == null || testo.isBlank()) {
			return MISURA;
		}
		return Arrays.stream(values())
			.filter((r) -> r.codice().equals(testo))
			.findFirst()
			.orElseThrow(() -> Rifiuto.nonValido("Il portafoglio non si raggruppa per «%s»: scelga tra %s.", testo,
					Arrays.stream(values()).map(Raggruppamento::codice).collect(Collectors.joining(", "))));
	}

}
