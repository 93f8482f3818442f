package it.cronoprogramma.processo.accessi;

import java.util.List;

import it.cronoprogramma.ente.Ruolo;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * A right of a role, kept as one row however often it is given.
 */
final class Concessione {

	private Concessione() {
	}

	/**
	 * Gives a role exactly these rights on something; none takes them away.
	 * @param autorizzazioni the engine's rights
	 * @param ruolo the role
	 * @param risorsa what kind of thing
	 * @param id which one
	 * @param permessi the rights
	 */
	static void su(AuthorizationService autorizzazioni, Ruolo ruolo, Resource risorsa, String id,
			List<Permission> permessi) {
		Authorization diritto = autorizzazioni.createAuthorizationQuery()
			.groupIdIn(ruolo.gruppo())
			.resourceType(risorsa)
			.resourceId(id)
			.singleResult();
		if (permessi.isEmpty()) {
			if (diritto != null) {
				autorizzazioni.deleteAuthorization(diritto.getId());
			}
			return;
		}
		if (diritto == null) {
			diritto = autorizzazioni.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
			diritto.setGroupId(ruolo.gruppo());
			diritto.setResource(risorsa);
			diritto.setResourceId(id);
		}
		diritto.setPermissions(permessi.toArray(Permission[]::new));
		autorizzazioni.saveAuthorization(diritto);
	}

}
