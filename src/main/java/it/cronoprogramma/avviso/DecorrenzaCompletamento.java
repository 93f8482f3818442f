package it.cronoprogramma.avviso;

/**
 * From which event completamento runs. The public sources contradict each other on the
 * contract that counts (dominio 0.2, finding 2), so each avviso says it.
 */
public enum DecorrenzaCompletamento {

	/** The last supplier's contract (seed 001, "Chiarimenti", D.26). */
	ULTIMO,

	/** The first supplier's contract (site, "gestire-progetto", section 5). */
	PRIMO,

	/** The day that the operator reads on the portal when he concludes the contracts. */
	MANUALE,

	/**
	 * The publication of the decreto di finanziamento, whenever the contracts are made
	 * (FAQ 05/003/006).
	 */
	DECRETO

}
