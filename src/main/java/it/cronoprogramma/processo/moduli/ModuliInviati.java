package it.cronoprogramma.processo.moduli;

import java.util.Optional;

/**
 * The form that is being submitted on this thread: it travels from the engine's form
 * handler to the task's rule beside the process variables, not through them.
 */
final class ModuliInviati {

	private static final ThreadLocal<Inviato> CORRENTE = new ThreadLocal<>();

	private ModuliInviati() {
	}

	static void consegna(String destinatario, Modulo modulo) {
		CORRENTE.set(new Inviato(destinatario, modulo));
	}

	static Optional<Modulo> prendi(String destinatario) {
		Inviato inviato = CORRENTE.get();
		CORRENTE.remove();
		return Optional.ofNullable(inviato).filter((i) -> i.destinatario().equals(destinatario)).map(Inviato::modulo);
	}

	private record Inviato(String destinatario, Modulo modulo) {
	}

}
