package it.cronoprogramma.rifiuto;

/**
 * A refusal that its reader can act on. The message is shown as it is, in Tasklist, in
 * the pages and in the API's {@code detail}.
 */
public final class Rifiuto extends RuntimeException {

	/** Why it was refused, as far as an API client must tell the cases apart. */
	public enum Motivo {

		/** What was given is not acceptable: mend it and try again. */
		NON_VALIDO,

		/** What was asked for is not there, or not for the person who asks. */
		NON_TROVATO,

		/**
		 * It is not the moment any more: somebody else was faster, or the state has
		 * changed.
		 */
		CONFLITTO

	}

	private final Motivo motivo;

	private Rifiuto(Motivo motivo, String messaggio) {
		super(messaggio);
		this.motivo = motivo;
	}

	/**
	 * What was given is not acceptable.
	 * @param messaggio the Italian sentence, with {@code %s} for the arguments
	 * @param argomenti what takes the place of {@code %s}
	 * @return the refusal, to be thrown
	 */
	public static Rifiuto nonValido(String messaggio, Object... argomenti) {
		return new Rifiuto(Motivo.NON_VALIDO, messaggio.formatted(argomenti));
	}

	/**
	 * What was asked for is not there.
	 * @param messaggio the Italian sentence, with {@code %s} for the arguments
	 * @param argomenti what takes the place of {@code %s}
	 * @return the refusal, to be thrown
	 */
	public static Rifiuto nonTrovato(String messaggio, Object... argomenti) {
		return new Rifiuto(Motivo.NON_TROVATO, messaggio.formatted(argomenti));
	}

	/**
	 * The state has changed meanwhile.
	 * @param messaggio the Italian sentence, with {@code %s} for the arguments
	 * @param argomenti what takes the place of {@code %s}
	 * @return the refusal, to be thrown
	 */
	public static Rifiuto conflitto(String messaggio, Object... argomenti) {
		return new Rifiuto(Motivo.CONFLITTO, messaggio.formatted(argomenti));
	}

	/**
	 * Why it was refused.
	 * @return the kind of refusal
	 */
	public Motivo motivo() {
		return this.motivo;
	}

}
