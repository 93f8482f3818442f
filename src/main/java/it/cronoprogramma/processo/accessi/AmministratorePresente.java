package it.cronoprogramma.processo.accessi;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * There is always an admin (CVE-2026-77226), and his password comes from the environment:
 * without it the application does not start.
 */
@Component
class AmministratorePresente extends AbstractProcessEnginePlugin {

	private final String password;

	AmministratorePresente(@Value("${camunda.bpm.admin-user.password:}") String password) {
		this.password = password;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configurazione) {
		if (this.password.isBlank()) {
			throw new IllegalStateException("Manca la password dell'amministratore: imposti la variabile d'ambiente "
					+ "CRONOPROGRAMMA_ADMIN_PASSWORD. Per provare l'applicazione usi invece il profilo demo.");
		}
	}

}
