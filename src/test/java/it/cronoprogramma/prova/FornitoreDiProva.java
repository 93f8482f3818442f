package it.cronoprogramma.prova;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * A real identity provider with OpenID Connect, on a port of its own: it has a login
 * page, signs what it says, and announces how to leave. Everybody's password is his name.
 * It says of each what the test tells it to say. It is reached as {@code 127.0.0.1}, the
 * application as {@code localhost}: cookies do not know ports.
 */
public final class FornitoreDiProva implements AutoCloseable {

	/** Who begins so is asked whether he agrees, and may say no. */
	public static final String INCERTO = "incerto";

	public static final String CLIENTE = "cronoprogramma";

	public static final String SEGRETO = "segreto-di-prova";

	private final Map<String, Map<String, Object>> claim = new ConcurrentHashMap<>();

	private final ConfigurableApplicationContext contesto;

	private volatile String applicazione = "http://localhost:1";

	/**
	 * Starts the provider.
	 */
	public FornitoreDiProva() {
		this.contesto = new SpringApplicationBuilder(Impianto.class).web(WebApplicationType.SERVLET)
			.initializers((c) -> c.getBeanFactory().registerSingleton("fornitore", this))
			.run("--spring.config.name=fornitore-di-prova", "--server.port=0", "--server.address=127.0.0.1",
					"--server.servlet.session.cookie.name=FORNITORE", "--spring.main.banner-mode=off");
	}

	/**
	 * How the provider calls itself.
	 * @return its address
	 */
	public String issuer() {
		return "http://127.0.0.1:"
				+ this.contesto.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/**
	 * The settings of an application that trusts it.
	 * @return {@code name=value}
	 */
	public String[] proprieta() {
		return new String[] { "cronoprogramma.oidc.issuer=" + issuer(), "cronoprogramma.oidc.client-id=" + CLIENTE,
				"cronoprogramma.oidc.client-secret=" + SEGRETO };
	}

	/**
	 * Gets to know the application that people come from and go back to.
	 * @param app the application
	 */
	public void conosce(Applicazione app) {
		this.applicazione = "http://localhost:" + app.porta();
	}

	/**
	 * Decides what the provider says of somebody from now on.
	 * @param chi his name here, and his subject
	 * @param dice the claims
	 */
	public void di(String chi, Map<String, Object> dice) {
		this.claim.put(chi, dice);
	}

	@Override
	public void close() {
		this.contesto.close();
	}

	/** No configuration to be found by chance: the application scans this package. */
	@EnableWebSecurity
	@EnableWebMvc
	@ImportAutoConfiguration({ ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			SecurityFilterAutoConfiguration.class })
	static class Impianto {

		@Bean
		@Order(1)
		SecurityFilterChain protocollo(HttpSecurity http) throws Exception {
			OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
			http.securityMatcher(server.getEndpointsMatcher())
				.with(server,
						(s) -> s.oidc(Customizer.withDefaults())
							.authorizationEndpoint(
									(autorizzazione) -> autorizzazione.authenticationProviders((tutti) -> tutti.stream()
										.filter(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::isInstance)
										.map(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::cast)
										.forEach((p) -> p.setAuthorizationConsentRequired(
												(c) -> ((Authentication) c.getAuthentication().getPrincipal()).getName()
													.startsWith(INCERTO))))))
				.authorizeHttpRequests((richieste) -> richieste.anyRequest().authenticated())
				.oauth2ResourceServer((dati) -> dati.jwt(Customizer.withDefaults()))
				.exceptionHandling(
						(errori) -> errori.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")));
			return http.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain pagine(HttpSecurity http) throws Exception {
			http.authorizeHttpRequests((richieste) -> richieste.anyRequest().authenticated())
				.formLogin(Customizer.withDefaults());
			return http.build();
		}

		@Bean
		UserDetailsService utenti() {
			return (nome) -> User.withUsername(nome).password("{noop}" + nome).roles("UTENTE").build();
		}

		@Bean
		RegisteredClientRepository clienti(FornitoreDiProva fornitore) {
			return new RegisteredClientRepository() {
				@Override
				public void save(RegisteredClient cliente) {
					// its secret, encoded anew at the first use: the one below will do
				}

				@Override
				public RegisteredClient findById(String id) {
					return findByClientId(id);
				}

				@Override
				public RegisteredClient findByClientId(String id) {
					return CLIENTE.equals(id) ? RegisteredClient.withId(CLIENTE)
						.clientId(CLIENTE)
						.clientSecret("{noop}" + SEGRETO)
						.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
						.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
						.redirectUri(fornitore.applicazione + "/login/oauth2/code/provider")
						.postLogoutRedirectUri(fornitore.applicazione + "/accesso?uscita")
						.scope("openid")
						.scope("profile")
						.scope("email")
						.clientSettings(ClientSettings.builder()
							.requireProofKey(true)
							.requireAuthorizationConsent(true)
							.build())
						.build() : null;
				}
			};
		}

		@Bean
		OAuth2TokenCustomizer<JwtEncodingContext> claim(FornitoreDiProva fornitore) {
			return (contesto) -> {
				if (OidcParameterNames.ID_TOKEN.equals(contesto.getTokenType().getValue())) {
					Map<String, Object> dice = fornitore.claim.getOrDefault(contesto.getPrincipal().getName(),
							Map.of());
					contesto.getClaims().claims((c) -> c.putAll(dice));
				}
			};
		}

		@Bean
		JWKSource<SecurityContext> chiavi() throws NoSuchAlgorithmException {
			KeyPairGenerator generatore = KeyPairGenerator.getInstance("RSA");
			generatore.initialize(2048);
			KeyPair coppia = generatore.generateKeyPair();
			return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) coppia.getPublic())
				.privateKey((RSAPrivateKey) coppia.getPrivate())
				.keyID("prova")
				.build()));
		}

		@Bean
		JwtDecoder lettore(JWKSource<SecurityContext> chiavi) {
			return OAuth2AuthorizationServerConfiguration.jwtDecoder(chiavi);
		}

		@Bean
		AuthorizationServerSettings impostazioni() {
			return AuthorizationServerSettings.builder().build();
		}

	}

}
