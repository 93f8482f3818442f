package it.cronoprogramma.processo.moduli;

import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * The rule of a start form: what happens when somebody starts the process from it. It is
 * the first step after the start event, and there is no way to it but the form.
 */
public abstract class ModuloDiAvvio implements JavaDelegate {

	@Override
	public final void execute(DelegateExecution execution) {
		try {
			avvia(execution, ModuliInviati.prendi(execution.getProcessInstanceId())
				.orElseThrow(
						() -> Rifiuto.nonValido("Il processo si avvia solo dal suo modulo: lo apra e lo compili.")));
		}
		catch (Rifiuto rifiuto) {
			UltimoRifiuto.ricorda(rifiuto);
			throw rifiuto;
		}
	}

	/**
	 * Does what starting the process means.
	 * @param execution the new instance
	 * @param modulo the form as filled in
	 */
	protected abstract void avvia(DelegateExecution execution, Modulo modulo);

}
