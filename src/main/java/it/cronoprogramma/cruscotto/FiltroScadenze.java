package it.cronoprogramma.cruscotto;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.cruscotto.Scadenzario.Criteri;
import it.cronoprogramma.cruscotto.Scadenzario.Giorni;
import it.cronoprogramma.cruscotto.Scadenzario.Ordine;
import it.cronoprogramma.cruscotto.Scadenzario.Quando;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the reader of the cruscotto asks for: the same words in the form, in the addresses
 * of the pages and in those of the files.
 *
 * @param ente part of an ente's name, or {@code null}
 * @param referente part of a referente's name, or {@code null}
 * @param termine which term, or {@code null} for all
 * @param quando which days
 * @param ordine in which order
 */
record FiltroScadenze(String ente, String referente, TipoTermine termine, Quando quando, Ordine ordine) {

	/** As long as a name may be. */
	private static final int LUNGO = 200;

	static final FiltroScadenze NESSUNO = new FiltroScadenze(null, null, null, Quando.URGENTI, Ordine.GIORNO);

	/**
	 * Reads what was asked for.
	 * @param ente part of a name, an id or a code of the IPA
	 * @param referente part of a name
	 * @param termine the term's code
	 * @param quando the code of some days
	 * @param ordine the code of an order
	 * @return the filter; what is missing or blank does not matter
	 * @throws Rifiuto if a word is none of those in the lists, or a name too long
	 */
	static FiltroScadenze leggi(String ente, String referente, String termine, String quando, String ordine) {
		return new FiltroScadenze(testo("ente", ente), testo("referente", referente),
				voce("termine", termine, TipoTermine.values(), TipoTermine::codice, null),
				voce("quando", quando, Quando.values(), Quando::codice, Quando.URGENTI),
				voce("ordine", ordine, Ordine.values(), Ordine::codice, Ordine.GIORNO));
	}

	private static String testo(String nome, String valore) {
		// no database takes every control character, and no name has any
		String pulito = (valore == null) ? "" : valore.replaceAll("\\p{Cntrl}", " ").strip();
		if (pulito.length() > LUNGO) {
			throw Rifiuto.nonValido("Il filtro «%s» è troppo lungo: al massimo %s caratteri.", nome, LUNGO);
		}
		return pulito.isEmpty() ? null : pulito;
	}

	private static <T> T voce(String nome, String valore, T[] voci, Function<T, String> codice, T altrimenti) {
		if (valore == null || valore.isBlank()) {
			return altrimenti;
		}
		return Arrays.stream(voci)
			.filter((v) -> codice.apply(v).equals(valore.strip()))
			.findFirst()
			.orElseThrow(() -> Rifiuto.nonValido("Il filtro «%s» non può essere «%s»: scelga tra %s.", nome,
					(valore.length() > LUNGO) ? valore.substring(0, LUNGO) : valore,
					Arrays.stream(voci).map(codice).collect(Collectors.joining(", "))));
	}

	/**
	 * Whether it leaves anything out of what the page shows by itself.
	 * @return {@code true} if somebody asked for something
	 */
	public boolean ristretto() {
		return this.ente != null || this.referente != null || this.termine != null || this.quando != Quando.URGENTI;
	}

	Criteri criteri(Ambito.Enti ambito, LocalDate oggi) {
		return new Criteri(ambito, oggi, giorni(oggi), null, this.ente, this.referente, this.termine);
	}

	Giorni giorni(LocalDate oggi) {
		return this.quando.giorni(oggi);
	}

	FiltroScadenze nei(Quando altro) {
		return new FiltroScadenze(this.ente, this.referente, this.termine, altro, this.ordine);
	}

	/**
	 * The address that asks for the same.
	 * @param percorso the path
	 * @param pagina the page, from 1
	 * @return path and query, encoded
	 */
	String indirizzo(String percorso, int pagina) {
		UriComponentsBuilder indirizzo = UriComponentsBuilder.fromPath(percorso);
		parametro(indirizzo, "ente", this.ente);
		parametro(indirizzo, "referente", this.referente);
		parametro(indirizzo, "termine", (this.termine == null) ? null : this.termine.codice());
		parametro(indirizzo, "quando", (this.quando == Quando.URGENTI) ? null : this.quando.codice());
		parametro(indirizzo, "ordine", (this.ordine == Ordine.GIORNO) ? null : this.ordine.codice());
		parametro(indirizzo, "pagina", (pagina == 1) ? null : Integer.toString(pagina));
		return indirizzo.encode().build().toUriString();
	}

	/** By way of a variable: what was typed may have braces in it. */
	private static void parametro(UriComponentsBuilder indirizzo, String nome, String valore) {
		if (valore != null) {
			indirizzo.queryParam(nome, "{" + nome + "}").uriVariables(Map.of(nome, valore));
		}
	}

}
