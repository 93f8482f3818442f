package it.cronoprogramma.processo.modello;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type. Primitives only, so that filters and Cockpit can read
 * them.
 *
 * @param <T> the type of its value
 * @param nome the name in models and forms
 * @param tipo the type of its value
 */
public record Variabile<T>(String nome, Class<T> tipo) {

	/**
	 * A variable that holds text; days are ISO dates.
	 * @param nome its name
	 * @return the variable
	 */
	public static Variabile<String> testo(String nome) {
		return new Variabile<>(nome, String.class);
	}

	/**
	 * Reads the value.
	 * @param scope where the variable is visible
	 * @return the value, or {@code null}
	 */
	public T leggi(VariableScope scope) {
		return this.tipo.cast(scope.getVariable(this.nome));
	}

	/**
	 * Writes the value where the variable already is, else at the process instance.
	 * @param scope where to write from
	 * @param valore the value
	 */
	public void scrivi(VariableScope scope, T valore) {
		scope.setVariable(this.nome, valore);
	}

	/**
	 * Writes the value into this scope only: parallel branches do not see each other's.
	 * @param scope where to write
	 * @param valore the value
	 */
	public void scriviQui(VariableScope scope, T valore) {
		scope.setVariableLocal(this.nome, valore);
	}

}
