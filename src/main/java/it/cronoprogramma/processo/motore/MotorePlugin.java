package it.cronoprogramma.processo.motore;

import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.processo.accessi.MembriDegliEnti;
import it.cronoprogramma.processo.catalogo.ControlloTabelle;
import it.cronoprogramma.processo.moduli.ModuliParseListener;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The one plug-in that touches the engine's inside (docs/adr/0001): safe expressions, the
 * guard of the forms, the check of the tables, the tenant of an instance, who belongs to
 * an ente.
 */
@Component
class MotorePlugin extends AbstractProcessEnginePlugin {

	private final ApplicationContext contesto;

	private final ModuliParseListener moduli;

	private final ControlloTabelle tabelle;

	private final MembriDegliEnti membri;

	MotorePlugin(ApplicationContext contesto, ModuliParseListener moduli, ControlloTabelle tabelle,
			MembriDegliEnti membri) {
		this.membri = membri;
		this.contesto = contesto;
		this.moduli = moduli;
		this.tabelle = tabelle;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl motore) {
		motore.setExpressionManager(new EspressioniSicure(this.contesto, new BeanEsposti(this.contesto)));
		motore.setTenantIdProvider(new EnteDelProcesso());
		motore.setIdentityProviderSessionFactory(this.membri);
		List<BpmnParseListener> ascoltatori = new ArrayList<>();
		if (motore.getCustomPostBPMNParseListeners() != null) {
			ascoltatori.addAll(motore.getCustomPostBPMNParseListeners());
		}
		ascoltatori.add(this.moduli);
		motore.setCustomPostBPMNParseListeners(ascoltatori);
		List<Deployer> depositanti = new ArrayList<>();
		if (motore.getCustomPreDeployers() != null) {
			depositanti.addAll(motore.getCustomPreDeployers());
		}
		depositanti.add(this.tabelle);
		motore.setCustomPreDeployers(depositanti);
	}

}
