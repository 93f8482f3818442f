package it.cronoprogramma.termine;

/**
 * What the law leaves open in counting a term. The Saturday rule of art. 155 c.p.c.,
 * fifth paragraph, is written for procedural acts; courts disagree on whether it reaches
 * administrative terms (for: TAR Lazio III-quater 8791/2024; against: Cons. Stato IV
 * 6443/2019).
 *
 * @param sabatoFestivo whether a term that ends on a Saturday moves on, as from a Sunday
 */
public record Politica(boolean sabatoFestivo) {

	/** Saturday does not move a term: Cons. Stato, sez. IV, 26/9/2019, n. 6443. */
	public static final Politica PREDEFINITA = new Politica(false);

}
