package it.cronoprogramma.cruscotto;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One page of a long list.
 *
 * @param questa which page, the first is 1
 * @param pagine how many there are, at least one
 * @param salta how many rows come before
 */
public record PaginaElenco(int questa, int pagine, int salta) {

	/** Rows of a page. */
	public static final int RIGHE = 100;

	private static final Pattern NUMERO = Pattern.compile("[1-9][0-9]{0,6}");

	/**
	 * The page that was asked for; one that cannot be is the first, one after the end the
	 * last.
	 * @param chiesta the page as somebody wrote it, or {@code null}
	 * @param righe rows in all
	 * @return the page
	 */
	public static PaginaElenco di(String chiesta, int righe) {
		return di(chiesta, righe, RIGHE);
	}

	/**
	 * The page that was asked for, of a list with pages of its own length.
	 * @param chiesta the page as somebody wrote it, or {@code null}
	 * @param righe rows in all
	 * @param diPagina rows of a page
	 * @return the page
	 */
	public static PaginaElenco di(String chiesta, int righe, int diPagina) {
		int pagine = Math.max(1, (righe + diPagina - 1) / diPagina);
		int questa = Math.min(pagine,
				(chiesta != null && NUMERO.matcher(chiesta).matches()) ? Integer.parseInt(chiesta) : 1);
		return new PaginaElenco(questa, pagine, (questa - 1) * diPagina);
	}

	/**
	 * The address of the page before.
	 * @param percorso the path
	 * @param campi what else is asked for
	 * @return the address, {@code null} on the first page
	 */
	public String precedente(String percorso, Map<String, String> campi) {
		return (this.questa > 1) ? altra(percorso, campi, this.questa - 1) : null;
	}

	/**
	 * The address of the page after.
	 * @param percorso the path
	 * @param campi what else is asked for
	 * @return the address, {@code null} on the last page
	 */
	public String successiva(String percorso, Map<String, String> campi) {
		return (this.questa < this.pagine) ? altra(percorso, campi, this.questa + 1) : null;
	}

	private static String altra(String percorso, Map<String, String> campi, int pagina) {
		Map<String, String> tutti = new LinkedHashMap<>(campi);
		tutti.put("pagina", String.valueOf(pagina));
		return indirizzo(percorso, tutti);
	}

	/**
	 * An address of this application.
	 * @param percorso the path
	 * @param campi what is asked for; blank values are left out
	 * @return path and query
	 */
	public static String indirizzo(String percorso, Map<String, String> campi) {
		UriComponentsBuilder indirizzo = UriComponentsBuilder.fromPath(percorso);
		Map<String, String> valori = new LinkedHashMap<>();
		campi.forEach((nome, valore) -> {
			if (valore != null && !valore.isBlank()) {
				indirizzo.queryParam(nome, "{" + nome + "}");
				valori.put(nome, valore);
			}
		});
		return indirizzo.encode().buildAndExpand(valori).toUriString();
	}

	/**
	 * The page that says why nothing can be shown.
	 * @param rifiuto why
	 * @param elenco where to go on from
	 * @param nome how that place is called
	 * @return the page, with the status of the refusal
	 */
	public static ModelAndView rifiutata(Rifiuto rifiuto, String elenco, String nome) {
		boolean assente = rifiuto.motivo() == Rifiuto.Motivo.NON_TROVATO;
		return new ModelAndView("rifiutata",
				Map.of("titolo", assente ? "Non trovato" : "Richiesta non valida", "messaggio", rifiuto.getMessage(),
						"elenco", elenco, "elencoNome", nome),
				assente ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_ENTITY);
	}

}
