package it.cronoprogramma.processo.accessi;

import java.util.Set;
import java.util.TreeSet;

import it.cronoprogramma.ente.Visibilita;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * The tenants of a user, his own and those of his gestione.
 */
@Component
class VisibilitaMotore implements Visibilita {

	private final IdentityService identita;

	VisibilitaMotore(IdentityService identita) {
		this.identita = identita;
	}

	@Override
	public Set<String> di(String utente) {
		Set<String> visibili = new TreeSet<>();
		this.identita.createTenantQuery()
			.userMember(utente)
			.includingGroupsOfUser(true)
			.list()
			.forEach((tenant) -> visibili.add(tenant.getId()));
		return visibili;
	}

}
