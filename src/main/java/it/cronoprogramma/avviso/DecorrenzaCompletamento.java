package it.cronoprogramma.avviso;

/**
 * From which contract completamento runs. The public sources contradict each other
 * (dominio 0.2, finding 2), so each avviso says it.
 */
public enum DecorrenzaCompletamento {

	/** The last supplier's contract (seed 001, "Chiarimenti", D.26). */
	ULTIMO,

	/** The first supplier's contract (site, "gestire-progetto", section 5). */
	PRIMO,

	/** The day that the operator reads on the portal when he concludes the contracts. */
	MANUALE

}
