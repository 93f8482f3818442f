package it.cronoprogramma.processo.accessi;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.StatoUtente;

import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * One login for everything: name and password are checked by the engine's identity
 * service, which also slows down and then locks whoever guesses.
 */
@Component
class AccessoMotore implements AuthenticationProvider {

	private final IdentityService identita;

	private final PersoneRepository persone;

	AccessoMotore(IdentityService identita, PersoneRepository persone) {
		this.identita = identita;
		this.persone = persone;
	}

	@Override
	public Authentication authenticate(Authentication richiesta) {
		String utente = richiesta.getName();
		// read before the password is: what changes in between ends the session
		StatoUtente stato = this.persone.stato(utente);
		Object password = richiesta.getCredentials();
		boolean giusta;
		try {
			giusta = password != null && this.identita.checkPassword(utente, password.toString());
		}
		catch (AuthenticationException ex) {
			throw new LockedException("Troppi tentativi: l'accesso è sospeso, riprovi tra qualche minuto.", ex);
		}
		if (!giusta) {
			throw new BadCredentialsException("Nome utente o password non corretti.");
		}
		UsernamePasswordAuthenticationToken accesso = UsernamePasswordAuthenticationToken.authenticated(utente, null,
				ruoli(utente));
		accesso.setDetails(stato);
		return accesso;
	}

	@Override
	public boolean supports(Class<?> tipo) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(tipo);
	}

	private List<GrantedAuthority> ruoli(String utente) {
		Set<String> gruppi = this.identita.createGroupQuery()
			.groupMember(utente)
			.list()
			.stream()
			.map(Group::getId)
			.collect(Collectors.toSet());
		return Arrays.stream(Ruolo.values())
			.filter((ruolo) -> gruppi.contains(ruolo.gruppo()))
			.<GrantedAuthority>map((ruolo) -> new SimpleGrantedAuthority(ruolo.autorita()))
			.toList();
	}

}
