package it.cronoprogramma.processo.accessi;

import java.util.Collection;

import it.cronoprogramma.ente.Ente;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * People and enti as the engine knows them: users, their role, the enti they may see.
 * What is there already is left as it is.
 */
@Component
public class Registro {

	private final IdentityService identita;

	Registro(IdentityService identita) {
		this.identita = identita;
	}

	/**
	 * Makes an ente known.
	 * @param ente the ente
	 */
	public void ente(Ente ente) {
		if (this.identita.createTenantQuery().tenantId(ente.id()).count() == 0) {
			Tenant tenant = this.identita.newTenant(ente.id());
			tenant.setName(ente.nome());
			this.identita.saveTenant(tenant);
		}
	}

	/**
	 * Makes a gestione associata known: whoever belongs to it sees its enti.
	 * @param id the gestione's id
	 * @param nome its name
	 * @param enti its enti
	 */
	public void gestione(String id, String nome, Collection<Ente> enti) {
		if (this.identita.createGroupQuery().groupId(id).count() == 0) {
			Group gruppo = this.identita.newGroup(id);
			gruppo.setName(nome);
			gruppo.setType("GESTIONE");
			this.identita.saveGroup(gruppo);
		}
		if (this.identita.createTenantQuery().tenantId(id).count() == 0) {
			Tenant tenant = this.identita.newTenant(id);
			tenant.setName(nome);
			this.identita.saveTenant(tenant);
			// what concerns many of its enti at once belongs to the gestione itself
			this.identita.createTenantGroupMembership(id, id);
		}
		for (Ente ente : enti) {
			if (this.identita.createTenantQuery().tenantId(ente.id()).groupMember(id).count() == 0) {
				this.identita.createTenantGroupMembership(ente.id(), id);
			}
		}
	}

	/**
	 * Makes a user with a role.
	 * @param id the login name
	 * @param nome name
	 * @param cognome surname
	 * @param email address
	 * @param password password
	 * @param ruolo role
	 */
	public void utente(String id, String nome, String cognome, String email, String password, Ruolo ruolo) {
		if (this.identita.createUserQuery().userId(id).count() == 0) {
			User utente = this.identita.newUser(id);
			utente.setFirstName(nome);
			utente.setLastName(cognome);
			utente.setEmail(email);
			utente.setPassword(password);
			this.identita.saveUser(utente);
		}
		if (this.identita.createGroupQuery().groupMember(id).groupId(ruolo.gruppo()).count() == 0) {
			this.identita.createMembership(id, ruolo.gruppo());
		}
	}

	/**
	 * Lets a user see one ente.
	 * @param utente the user
	 * @param ente the ente's id
	 */
	public void diEnte(String utente, String ente) {
		if (this.identita.createTenantQuery().tenantId(ente).userMember(utente).count() == 0) {
			this.identita.createTenantUserMembership(ente, utente);
		}
	}

	/**
	 * Lets a user see the enti of a gestione.
	 * @param utente the user
	 * @param gestione the gestione's id
	 */
	public void diGestione(String utente, String gestione) {
		if (this.identita.createGroupQuery().groupMember(utente).groupId(gestione).count() == 0) {
			this.identita.createMembership(utente, gestione);
		}
	}

}
