package it.cronoprogramma.processo.motore;

import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.processo.moduli.ModuliParseListener;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The one plug-in that touches the engine's inside (docs/adr/0001): safe expressions, the
 * guard of the forms, the tenant of an instance.
 */
@Component
class MotorePlugin extends AbstractProcessEnginePlugin {

	private final ApplicationContext contesto;

	private final ModuliParseListener moduli;

	MotorePlugin(ApplicationContext contesto, ModuliParseListener moduli) {
		this.contesto = contesto;
		this.moduli = moduli;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl motore) {
		motore.setExpressionManager(new EspressioniSicure(this.contesto, new BeanEsposti(this.contesto)));
		motore.setTenantIdProvider(new EnteDelProcesso());
		List<BpmnParseListener> ascoltatori = new ArrayList<>();
		if (motore.getCustomPostBPMNParseListeners() != null) {
			ascoltatori.addAll(motore.getCustomPostBPMNParseListeners());
		}
		ascoltatori.add(this.moduli);
		motore.setCustomPostBPMNParseListeners(ascoltatori);
	}

}
