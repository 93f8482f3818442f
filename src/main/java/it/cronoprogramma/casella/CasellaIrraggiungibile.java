package it.cronoprogramma.casella;

/**
 * A mailbox that cannot be read now: the engine tries again, and shows why.
 */
public final class CasellaIrraggiungibile extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * A mailbox that cannot be read.
	 * @param messaggio which one and why, in Italian
	 * @param causa what the server said, or {@code null}
	 */
	public CasellaIrraggiungibile(String messaggio, Throwable causa) {
		super(messaggio, causa);
	}

}
