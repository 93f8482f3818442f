package it.cronoprogramma.processo.motore;

import java.util.List;

import it.cronoprogramma.processo.modello.GiroMattutino;
import it.cronoprogramma.processo.modello.InviaMessaggio;
import it.cronoprogramma.processo.modello.ProcessoAvviso;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Definitions are shared, instances belong to an ente: a called phase to that of its
 * caller, a candidatura to the ente that asks, a mail to its gestione, the morning run to
 * all, anything else to the ente of the user where he has just one.
 */
final class EnteDelProcesso implements TenantIdProvider {

	/**
	 * The tenant of what belongs to no ente and no gestione: what has none at all is seen
	 * by everybody.
	 */
	static final String DI_NESSUNO = "riservato";

	private static List<String> gruppi(Authentication utente) {
		return (utente.getGroupIds() == null) ? List.of() : utente.getGroupIds();
	}

	@Override
	public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext contesto) {
		if (contesto.getSuperExecution() != null) {
			return contesto.getSuperExecution().getTenantId();
		}
		if (contesto.getVariables() != null
				&& contesto.getVariables().get(ProcessoAvviso.ENTE_ID.nome()) instanceof String ente) {
			return ente;
		}
		if (GiroMattutino.CHIAVE.equals(contesto.getProcessDefinition().getKey())) {
			// one for all: every ufficio sees that it comes, and it names nobody
			return null;
		}
		if (InviaMessaggio.CHIAVE.equals(contesto.getProcessDefinition().getKey())) {
			return (contesto.getVariables() != null
					&& contesto.getVariables().get(InviaMessaggio.GESTIONE.nome()) instanceof String gestione)
							? gestione : DI_NESSUNO;
		}
		Authentication utente = Context.getCommandContext().getAuthentication();
		List<String> enti = (utente == null) ? null : utente.getTenantIds();
		if (enti == null || enti.isEmpty()) {
			return DI_NESSUNO;
		}
		// of several enti it is their gestione's, which is a tenant and a group
		return (enti.size() == 1) ? enti.get(0)
				: enti.stream().filter(gruppi(utente)::contains).sorted().findFirst().orElse(DI_NESSUNO);
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
