package it.cronoprogramma.processo.accessi;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.Ruolo;

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
	 * Hands the candidature of an ente over: whoever sees the one that takes its place
	 * sees them from now on, whoever saw the old one does not any more unless he belongs
	 * to both.
	 * @param vecchio the ente that is no more, as it is after the merger
	 * @param nuovo the ente that holds its candidature now, known to the engine already
	 */
	public void subentra(Ente vecchio, Ente nuovo) {
		rinomina(vecchio);
		Set<String> utenti = utentiDi(nuovo.id());
		Set<String> gruppi = gruppiDi(nuovo);
		Set<String> primaUtenti = utentiDi(vecchio.id());
		Set<String> primaGruppi = gruppi(vecchio.id());
		primaUtenti.stream()
			.filter((u) -> !utenti.contains(u))
			.forEach((u) -> this.identita.deleteTenantUserMembership(vecchio.id(), u));
		primaGruppi.stream()
			.filter((g) -> !gruppi.contains(g))
			.forEach((g) -> this.identita.deleteTenantGroupMembership(vecchio.id(), g));
		utenti.stream()
			.filter((u) -> !primaUtenti.contains(u))
			.forEach((u) -> this.identita.createTenantUserMembership(vecchio.id(), u));
		gruppi.stream()
			.filter((g) -> !primaGruppi.contains(g))
			.forEach((g) -> this.identita.createTenantGroupMembership(vecchio.id(), g));
	}

	/** Tenants are made in Admin, and one may have been forgotten. */
	private void rinomina(Ente ente) {
		Tenant tenant = this.identita.createTenantQuery().tenantId(ente.id()).singleResult();
		if (tenant == null) {
			tenant = this.identita.newTenant(ente.id());
		}
		tenant.setName(ente.nomeOggi());
		this.identita.saveTenant(tenant);
	}

	/**
	 * Who may work on what belongs to an ente: its own users, those of its gestione, and
	 * the admins.
	 * @param ente the ente
	 * @return their ids
	 */
	public Set<String> diChiE(Ente ente) {
		Set<String> utenti = new TreeSet<>(utentiDi(ente.id()));
		gruppiDi(ente).forEach((g) -> utenti.addAll(membri(g)));
		utenti.addAll(membri(Ruolo.AMMINISTRATORE.gruppo()));
		return utenti;
	}

	private Set<String> utentiDi(String tenant) {
		return id(this.identita.createUserQuery().memberOfTenant(tenant).list(), User::getId);
	}

	private Set<String> membri(String gruppo) {
		return id(this.identita.createUserQuery().memberOfGroup(gruppo).list(), User::getId);
	}

	private Set<String> gruppi(String tenant) {
		return id(this.identita.createGroupQuery().memberOfTenant(tenant).list(), Group::getId);
	}

	/** With its gestione, which an ente made in this same command does not show yet. */
	private Set<String> gruppiDi(Ente ente) {
		Set<String> gruppi = gruppi(ente.id());
		if (ente.gestione() != null && this.identita.createGroupQuery().groupId(ente.gestione()).count() > 0) {
			gruppi.add(ente.gestione());
		}
		return gruppi;
	}

	private static <T> Set<String> id(List<T> trovati, Function<T, String> id) {
		return trovati.stream().map(id).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Lets a gestione see an ente.
	 * @param ente the ente, known already
	 */
	public void inGestione(Ente ente) {
		if (this.identita.createGroupQuery().groupId(ente.gestione()).count() > 0
				&& !gruppi(ente.id()).contains(ente.gestione())) {
			this.identita.createTenantGroupMembership(ente.id(), ente.gestione());
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
	 * Lets a user see one ente, and the candidature of those that have gone into it
	 * ({@link MembriDegliEnti}).
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
