package it.cronoprogramma.processo.motore;

import java.util.AbstractMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.ApplicationContext;

/**
 * The beans that expressions may name: delegates, listeners and what is marked
 * {@link NelProcesso}. Without this map the engine would expose every bean of the
 * application (camunda.md B6.1). Beans are made when they are first named, since most of
 * them need the engine.
 */
final class BeanEsposti extends AbstractMap<Object, Object> {

	private final ApplicationContext contesto;

	private final Set<String> nomi = new HashSet<>();

	BeanEsposti(ApplicationContext contesto) {
		this.contesto = contesto;
		for (Class<?> tipo : List.of(JavaDelegate.class, TaskListener.class, NelProcesso.class)) {
			this.nomi.addAll(List.of(contesto.getBeanNamesForType(tipo, true, false)));
		}
	}

	@Override
	public boolean containsKey(Object nome) {
		return this.nomi.contains(nome);
	}

	@Override
	public Object get(Object nome) {
		return containsKey(nome) ? this.contesto.getBean((String) nome) : null;
	}

	@Override
	public Set<Entry<Object, Object>> entrySet() {
		throw new UnsupportedOperationException("i bean si nominano uno per uno");
	}

}
