package it.cronoprogramma.processo.moduli;

import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * The rule of one user task: what its form shows, and what happens when it is completed.
 * The bean, the task and the form bear the same name. There is no way to complete the
 * task but its form.
 */
public abstract class RegolaModulo implements TaskListener {

	@Override
	public final void notify(DelegateTask task) {
		Optional<Modulo> modulo = ModuliInviati.prendi(task.getId());
		try {
			completa(task, modulo.orElseThrow(
					() -> Rifiuto.nonValido("L'attività si completa solo dal suo modulo: lo apra e lo compili.")));
		}
		catch (Rifiuto rifiuto) {
			UltimoRifiuto.ricorda(rifiuto);
			throw rifiuto;
		}
	}

	/**
	 * What the form shows besides the fields to fill in.
	 * @param task the task
	 * @return values by name: text, numbers, lists and maps of these
	 */
	public abstract Map<String, Object> mostra(DelegateTask task);

	/**
	 * Does what completing the task means.
	 * @param task the task
	 * @param modulo the form as filled in
	 */
	protected abstract void completa(DelegateTask task, Modulo modulo);

}
