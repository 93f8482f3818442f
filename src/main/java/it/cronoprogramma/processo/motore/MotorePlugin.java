package it.cronoprogramma.processo.motore;

import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.processo.accessi.DirittiSuiProcessi;
import it.cronoprogramma.processo.accessi.DirittiSulleAttivita;
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
 * an ente, the rights on tasks.
 */
@Component
class MotorePlugin extends AbstractProcessEnginePlugin {

	/** A user may be called by his address; what was allowed before still is. */
	private static final String NOMI_UTENTE = "[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}|camunda-admin";

	private final ApplicationContext contesto;

	private final ModuliParseListener moduli;

	private final ControlloTabelle tabelle;

	private final MembriDegliEnti membri;

	private final DirittiSuiProcessi diritti;

	MotorePlugin(ApplicationContext contesto, ModuliParseListener moduli, ControlloTabelle tabelle,
			MembriDegliEnti membri, DirittiSuiProcessi diritti) {
		this.membri = membri;
		this.diritti = diritti;
		this.contesto = contesto;
		this.moduli = moduli;
		this.tabelle = tabelle;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl motore) {
		motore.setExpressionManager(new EspressioniSicure(this.contesto, new BeanEsposti(this.contesto)));
		motore.setTenantIdProvider(new EnteDelProcesso());
		motore.setIdentityProviderSessionFactory(this.membri);
		motore.setUserResourceWhitelistPattern(NOMI_UTENTE);
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
		List<Deployer> dopo = new ArrayList<>();
		if (motore.getCustomPostDeployers() != null) {
			dopo.addAll(motore.getCustomPostDeployers());
		}
		dopo.add(this.diritti);
		motore.setCustomPostDeployers(dopo);
		motore.setResourceAuthorizationProvider(new DirittiSulleAttivita());
	}

}
