package it.cronoprogramma.accesso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/**
 * Keeps no access token: nothing is asked of the provider after the login.
 */
final class NessunToken implements OAuth2AuthorizedClientRepository {

	@Override
	public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String registrazione, Authentication chi,
			HttpServletRequest richiesta) {
		return null;
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient token, Authentication chi, HttpServletRequest richiesta,
			HttpServletResponse risposta) {
		// on purpose
	}

	@Override
	public void removeAuthorizedClient(String registrazione, Authentication chi, HttpServletRequest richiesta,
			HttpServletResponse risposta) {
		// there is none
	}

}
