package it.cronoprogramma.accesso;

import java.io.IOException;

import it.cronoprogramma.ente.AccessoNegato;
import it.cronoprogramma.ente.CampiRifiutati;
import it.cronoprogramma.ente.Riconoscimento;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door through the identity provider: authorization code with PKCE, state and nonce,
 * as Spring Security does them. Whom the provider vouches for is made a user of ours
 * before he is let in.
 */
@Component
class AccessoOidc {

	private static final String USCITO = "/accesso?uscita";

	private final FornitoreIdentita fornitore;

	private final LetturaClaim lettura;

	private final Riconoscimento riconoscimento;

	AccessoOidc(FornitoreIdentita fornitore, OidcProperties proprieta, Riconoscimento riconoscimento) {
		this.fornitore = fornitore;
		this.lettura = fornitore.presente() ? new LetturaClaim(proprieta) : null;
		this.riconoscimento = riconoscimento;
	}

	/**
	 * Opens the door.
	 * @param http the chain of the pages
	 * @throws Exception what Spring Security throws
	 */
	void apri(HttpSecurity http) throws Exception {
		ClientRegistrationRepository registro = new InMemoryClientRegistrationRepository(
				this.fornitore.registrazione());
		http.oauth2Login((accesso) -> accesso.loginPage("/accesso")
			.clientRegistrationRepository(registro)
			.authorizedClientRepository(new NessunToken())
			.authorizationEndpoint((partenza) -> partenza.authorizationRequestResolver(new Partenza(registro)))
			.tokenEndpoint((token) -> token.accessTokenResponseClient(scambio()))
			.userInfoEndpoint((chi) -> chi.oidcUserService(this::riconosci))
			.failureHandler(new IdentitaRifiutata())
			.defaultSuccessUrl("/")
			.withObjectPostProcessor(new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
				@Override
				public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filtro) {
					filtro.setAuthenticationResultConverter(AccessoConIdentita::di);
					return filtro;
				}
			}));
		http.addFilterBefore(new Raggiungibile(this.fornitore), OAuth2AuthorizationRequestRedirectFilter.class);
		http.logout((uscita) -> uscita.logoutSuccessHandler(uscita(registro)));
	}

	/** At the provider too, if it says how: or the next click would let him in again. */
	private static LogoutSuccessHandler uscita(ClientRegistrationRepository registro) {
		OidcClientInitiatedLogoutSuccessHandler uscita = new OidcClientInitiatedLogoutSuccessHandler(registro);
		uscita.setPostLogoutRedirectUri("{baseUrl}" + USCITO);
		uscita.setDefaultTargetUrl(USCITO);
		return uscita;
	}

	private RestClientAuthorizationCodeTokenResponseClient scambio() {
		RestClientAuthorizationCodeTokenResponseClient scambio = new RestClientAuthorizationCodeTokenResponseClient();
		scambio.setRestClient(
				RestClient.builder().requestFactory(this.fornitore.chiamate()).messageConverters((convertitori) -> {
					convertitori.clear();
					convertitori.add(new FormHttpMessageConverter());
					convertitori.add(new OAuth2AccessTokenResponseHttpMessageConverter());
				}).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
		return scambio;
	}

	private OidcUser riconosci(OidcUserRequest richiesta) {
		RestTemplate chiamate = new RestTemplate(this.fornitore.chiamate());
		chiamate.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
		DefaultOAuth2UserService dati = new DefaultOAuth2UserService();
		dati.setRestOperations(chiamate);
		OidcUserService servizio = new OidcUserService();
		servizio.setOauth2UserService(dati);
		OidcUser suo = servizio.loadUser(richiesta);
		try {
			return new UtenteRiconosciuto(
					this.riconoscimento
						.riconosci(this.lettura.leggi(suo.getClaims(), suo.getIssuer().toString(), suo.getSubject())),
					suo.getIdToken());
		}
		catch (AccessoNegato | CampiRifiutati ex) {
			throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED), ex.getMessage(),
					ex);
		}
	}

	/** Only to our provider, and with a proof that the code is ours. */
	private static final class Partenza implements OAuth2AuthorizationRequestResolver {

		private final DefaultOAuth2AuthorizationRequestResolver interno;

		private Partenza(ClientRegistrationRepository registro) {
			this.interno = new DefaultOAuth2AuthorizationRequestResolver(registro, FornitoreIdentita.PARTENZA);
			this.interno.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		}

		@Override
		public OAuth2AuthorizationRequest resolve(HttpServletRequest richiesta) {
			return parte(richiesta) ? this.interno.resolve(richiesta) : null;
		}

		@Override
		public OAuth2AuthorizationRequest resolve(HttpServletRequest richiesta, String registrazione) {
			return this.interno.resolve(richiesta, registrazione);
		}

	}

	/** Nobody is sent to a provider that does not answer. */
	private static final class Raggiungibile extends OncePerRequestFilter {

		private final FornitoreIdentita fornitore;

		private Raggiungibile(FornitoreIdentita fornitore) {
			this.fornitore = fornitore;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain seguito)
				throws ServletException, IOException {
			if (parte(richiesta) && !this.fornitore.risponde()) {
				risposta.sendRedirect(richiesta.getContextPath() + "/accesso?identita=irraggiungibile");
				return;
			}
			seguito.doFilter(richiesta, risposta);
		}

	}

	private static boolean parte(HttpServletRequest richiesta) {
		return "GET".equals(richiesta.getMethod()) && richiesta.getRequestURI()
			.equals(richiesta.getContextPath() + FornitoreIdentita.PARTENZA + "/" + FornitoreIdentita.NOME);
	}

}
