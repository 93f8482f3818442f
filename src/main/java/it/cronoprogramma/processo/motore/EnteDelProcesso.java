package it.cronoprogramma.processo.motore;

import java.util.List;

import it.cronoprogramma.processo.modello.ProcessoAvviso;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Definitions are shared, instances belong to an ente: a called phase to that of its
 * caller, a candidatura to the ente that asks, anything else to the ente of the user
 * where he has just one.
 */
final class EnteDelProcesso implements TenantIdProvider {

	@Override
	public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext contesto) {
		if (contesto.getSuperExecution() != null) {
			return contesto.getSuperExecution().getTenantId();
		}
		if (contesto.getVariables() != null
				&& contesto.getVariables().get(ProcessoAvviso.ENTE_ID.nome()) instanceof String ente) {
			return ente;
		}
		Authentication utente = Context.getCommandContext().getAuthentication();
		List<String> enti = (utente == null) ? null : utente.getTenantIds();
		return (enti != null && enti.size() == 1) ? enti.get(0) : null;
	}

	@Override
	public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext contesto) {
		return null;
	}

	@Override
	public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext contesto) {
		return null;
	}

}
