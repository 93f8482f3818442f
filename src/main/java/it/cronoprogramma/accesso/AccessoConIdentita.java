package it.cronoprogramma.accesso;

import it.cronoprogramma.ente.StatoUtente;

import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;

/**
 * A login through the identity provider, the same for what comes after as one with a
 * password: the user's name, his roles, and how he stood at the door
 * ({@link SessioneValida}).
 */
final class AccessoConIdentita extends OAuth2AuthenticationToken {

	private static final long serialVersionUID = 1L;

	private AccessoConIdentita(UtenteRiconosciuto utente) {
		super(utente, utente.getAuthorities(), FornitoreIdentita.NOME);
		super.setDetails(utente.stato());
	}

	static AccessoConIdentita di(OAuth2LoginAuthenticationToken riuscito) {
		return new AccessoConIdentita((UtenteRiconosciuto) riuscito.getPrincipal());
	}

	/** The filter would put the browser's address in its place. */
	@Override
	public void setDetails(Object dettagli) {
		if (dettagli instanceof StatoUtente) {
			super.setDetails(dettagli);
		}
	}

}
