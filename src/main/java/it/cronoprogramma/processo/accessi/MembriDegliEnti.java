package it.cronoprogramma.processo.accessi;

import java.util.List;

import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;

import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The engine's own register of people, with one thing added: whoever joins an ente joins
 * those that have gone into it, and whoever leaves it leaves them. Users are managed in
 * Admin, which knows nothing of mergers.
 */
@Component
public class MembriDegliEnti implements SessionFactory {

	private final ObjectProvider<EnteRepository> enti;

	MembriDegliEnti(ObjectProvider<EnteRepository> enti) {
		this.enti = enti;
	}

	@Override
	public Class<?> getSessionType() {
		return WritableIdentityProvider.class;
	}

	@Override
	public Session openSession() {
		return new Identita();
	}

	private List<String> confluitiIn(String ente) {
		return this.enti.getObject().confluitiIn(ente).stream().map(Ente::id).toList();
	}

	private final class Identita extends DbIdentityServiceProvider {

		@Override
		public IdentityOperationResult createTenantUserMembership(String tenant, String utente) {
			for (String vecchio : confluitiIn(tenant)) {
				if (!existsTenantMembership(vecchio, utente, null)) {
					super.createTenantUserMembership(vecchio, utente);
				}
			}
			return super.createTenantUserMembership(tenant, utente);
		}

		@Override
		public IdentityOperationResult createTenantGroupMembership(String tenant, String gruppo) {
			for (String vecchio : confluitiIn(tenant)) {
				if (!existsTenantMembership(vecchio, null, gruppo)) {
					super.createTenantGroupMembership(vecchio, gruppo);
				}
			}
			return super.createTenantGroupMembership(tenant, gruppo);
		}

		@Override
		public IdentityOperationResult deleteTenantUserMembership(String tenant, String utente) {
			confluitiIn(tenant).forEach((vecchio) -> super.deleteTenantUserMembership(vecchio, utente));
			return super.deleteTenantUserMembership(tenant, utente);
		}

		@Override
		public IdentityOperationResult deleteTenantGroupMembership(String tenant, String gruppo) {
			confluitiIn(tenant).forEach((vecchio) -> super.deleteTenantGroupMembership(vecchio, gruppo));
			return super.deleteTenantGroupMembership(tenant, gruppo);
		}

	}

}
