package it.cronoprogramma.processo.moduli;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * The refusal met on this thread. The engine wraps what a listener throws into a sentence
 * of its own; here the answer to the browser finds the sentence that was meant for the
 * reader.
 */
final class UltimoRifiuto {

	private static final ThreadLocal<Rifiuto> ULTIMO = new ThreadLocal<>();

	private UltimoRifiuto() {
	}

	static void ricorda(Rifiuto rifiuto) {
		ULTIMO.set(rifiuto);
	}

	static Rifiuto prendi() {
		Rifiuto rifiuto = ULTIMO.get();
		ULTIMO.remove();
		return rifiuto;
	}

}
