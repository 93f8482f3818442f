package it.cronoprogramma.prova;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Watches which sequence flows the engine really takes, as {@code process/flow}.
 */
public class FlussiPercorsi extends AbstractProcessEnginePlugin {

	private final Set<String> percorsi = new ConcurrentSkipListSet<>();

	@Override
	public void preInit(ProcessEngineConfigurationImpl motore) {
		List<BpmnParseListener> ascoltatori = new ArrayList<>();
		if (motore.getCustomPostBPMNParseListeners() != null) {
			ascoltatori.addAll(motore.getCustomPostBPMNParseListeners());
		}
		ascoltatori.add(new AbstractBpmnParseListener() {
			@Override
			public void parseSequenceFlow(Element elemento, ScopeImpl scope, TransitionImpl flusso) {
				String chiave = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
				flusso.addListener(ExecutionListener.EVENTNAME_TAKE,
						(ExecutionListener) (e) -> FlussiPercorsi.this.percorsi.add(chiave + "/" + flusso.getId()));
			}
		});
		motore.setCustomPostBPMNParseListeners(ascoltatori);
	}

	/**
	 * The flows taken so far.
	 * @return {@code process/flow}
	 */
	public Set<String> percorsi() {
		return this.percorsi;
	}

}
