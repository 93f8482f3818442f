package it.cronoprogramma.candidatura;

/**
 * How an avviso is called in lists and sums.
 *
 * @param codice its code
 * @param titolo its title
 * @param misura the measure, e.g. {@code 1.4.1}
 * @param completo whether our tables have its terms and amounts; the others are known
 * from the published data only
 */
public record TitoloAvviso(String codice, String titolo, String misura, boolean completo) {
}
