package it.cronoprogramma.processo.modello;

/**
 * The process {@code procedimento-revoca}: from the announcement of a revoca to its
 * decree, or to its end without one.
 */
public final class ProcedimentoRevoca extends ProcessoAccanto {

	/** The key. */
	public static final String CHIAVE = "procedimento-revoca";

	/** The element {@code comunicaRevoca}. */
	public static final String COMUNICA_REVOCA = "comunicaRevoca";

	/** The element {@code registraRevoca}. */
	public static final String REGISTRA_REVOCA = "registraRevoca";

	/** The element {@code concludiAnticipatamente}. */
	public static final String CONCLUDI_ANTICIPATAMENTE = "concludiAnticipatamente";

	/** The element {@code riprendiAttivita}. */
	public static final String RIPRENDI_ATTIVITA = "riprendiAttivita";

	/** Why the candidatura ends: rinuncia, revoca or ritiro. */
	public static final Variabile<String> MOTIVO = Variabile.testo("motivo");

	/** Whether the Dipartimento has announced it. */
	public static final Variabile<Boolean> COMUNICATA = new Variabile<>("comunicata", Boolean.class);

	/** Whether the decree has come. */
	public static final Variabile<Boolean> DECRETATA = new Variabile<>("decretata", Boolean.class);

	private ProcedimentoRevoca() {
	}

}
