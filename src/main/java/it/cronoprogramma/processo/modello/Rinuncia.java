package it.cronoprogramma.processo.modello;

/**
 * The process {@code rinuncia}: from the rinuncia to its decree.
 */
public final class Rinuncia extends ProcessoAccanto {

	/** The key. */
	public static final String CHIAVE = "rinuncia";

	/** The element {@code registraDecretoRinuncia}. */
	public static final String REGISTRA_DECRETO_RINUNCIA = "registraDecretoRinuncia";

	/** The element {@code concludiAnticipatamente}. */
	public static final String CONCLUDI_ANTICIPATAMENTE = "concludiAnticipatamente";

	/** Why the candidatura ends: rinuncia, revoca or ritiro. */
	public static final Variabile<String> MOTIVO = Variabile.testo("motivo");

	/** Whether the decree has come. */
	public static final Variabile<Boolean> DECRETATA = new Variabile<>("decretata", Boolean.class);

	private Rinuncia() {
	}

}
