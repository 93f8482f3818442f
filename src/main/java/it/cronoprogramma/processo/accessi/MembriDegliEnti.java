package it.cronoprogramma.processo.accessi;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import it.cronoprogramma.ente.Campi;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Ruolo;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The engine's own register of people, with what it does not know added, wherever people
 * are managed from, in our pages, in Admin or by its REST. Whoever joins an ente joins
 * those that have gone into it, and whoever leaves it leaves them. Whoever is deactivated
 * has no good password. A new password, another role, the end of a user end his sessions.
 * His name and address are kept in step where he is written to.
 */
@Component
public class MembriDegliEnti implements SessionFactory {

	private final ObjectProvider<EnteRepository> enti;

	private final ObjectProvider<PersoneRepository> persone;

	private final ObjectProvider<Clock> orologio;

	MembriDegliEnti(ObjectProvider<EnteRepository> enti, ObjectProvider<PersoneRepository> persone,
			ObjectProvider<Clock> orologio) {
		this.enti = enti;
		this.persone = persone;
		this.orologio = orologio;
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

	private static boolean ruolo(String gruppo) {
		return Arrays.stream(Ruolo.values()).anyMatch((r) -> r.gruppo().equals(gruppo));
	}

	private final class Identita extends DbIdentityServiceProvider {

		@Override
		public boolean checkPassword(String utente, String password) {
			// before the engine counts a wrong one: whoever is out learns nothing of his
			// password
			return MembriDegliEnti.this.persone.getObject().stato(utente).attivo()
					&& super.checkPassword(utente, password);
		}

		@Override
		public IdentityOperationResult saveUser(User utente) {
			UserEntity salvato = (UserEntity) utente;
			PersoneRepository persone = MembriDegliEnti.this.persone.getObject();
			if (salvato.getRevision() > 0) {
				if (salvato.hasNewPassword()) {
					persone.chiudiSessioni(utente.getId());
				}
				if (utente.getEmail() != null && Campi.indirizzo(utente.getEmail())) {
					persone.allinea(new Persona(utente.getId(), nome(utente), utente.getEmail()));
				}
			}
			return super.saveUser(utente);
		}

		@Override
		public IdentityOperationResult deleteUser(String utente) {
			MembriDegliEnti.this.persone.getObject()
				.dimentica(utente, MembriDegliEnti.this.orologio.getObject().instant());
			return super.deleteUser(utente);
		}

		@Override
		public IdentityOperationResult createMembership(String utente, String gruppo) {
			IdentityOperationResult esito = super.createMembership(utente, gruppo);
			cambiaRuolo(utente, gruppo);
			return esito;
		}

		@Override
		public IdentityOperationResult deleteMembership(String utente, String gruppo) {
			IdentityOperationResult esito = super.deleteMembership(utente, gruppo);
			cambiaRuolo(utente, gruppo);
			return esito;
		}

		private void cambiaRuolo(String utente, String gruppo) {
			if (ruolo(gruppo)) {
				MembriDegliEnti.this.persone.getObject().chiudiSessioni(utente);
			}
		}

		private static String nome(User utente) {
			String nome = ((utente.getFirstName() == null) ? "" : utente.getFirstName()) + " "
					+ ((utente.getLastName() == null) ? "" : utente.getLastName());
			return nome.isBlank() ? utente.getId() : nome.strip();
		}

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
