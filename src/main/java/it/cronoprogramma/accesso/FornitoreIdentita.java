package it.cronoprogramma.accesso;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * The identity provider that the installation names, if it names one. What it is capable
 * of is asked once, at the start: without an answer the application does not start,
 * rather than show a door that leads nowhere.
 */
@Component
class FornitoreIdentita {

	/**
	 * Stands in the addresses; the provider must know the one that people come back to.
	 */
	static final String NOME = "provider";

	/** Where somebody is sent to the provider from. */
	static final String PARTENZA = "/oauth2/authorization";

	/** Where the provider sends him back to. */
	static final String RITORNO = "/login/oauth2/code/" + NOME;

	/** Where whoever may not enter is told why. */
	static final String NEGATO = "/accesso/negato";

	private static final Logger LOG = LoggerFactory.getLogger(FornitoreIdentita.class);

	private static final Duration COLLEGAMENTO = Duration.ofSeconds(5);

	private static final Duration RISPOSTA = Duration.ofSeconds(10);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(COLLEGAMENTO).build();

	private final OidcProperties proprieta;

	private final ClientRegistration registrazione;

	FornitoreIdentita(OidcProperties proprieta) {
		this.proprieta = proprieta;
		List<String> dati = List.of(proprieta.issuer(), proprieta.clientId(), proprieta.clientSecret());
		if (dati.stream().allMatch(String::isBlank)) {
			if (proprieta.esclusivo()) {
				throw new IllegalStateException(
						"CRONOPROGRAMMA_OIDC_ESCLUSIVO chiude l'accesso con la password, ma non "
								+ "c'è un fornitore di identità: imposti anche CRONOPROGRAMMA_OIDC_ISSUER, o tolga quella.");
			}
			this.registrazione = null;
			return;
		}
		serve("CRONOPROGRAMMA_OIDC_ISSUER", proprieta.issuer());
		serve("CRONOPROGRAMMA_OIDC_CLIENT_ID", proprieta.clientId());
		serve("CRONOPROGRAMMA_OIDC_CLIENT_SECRET", proprieta.clientSecret());
		// said before the provider is asked
		new LetturaClaim(proprieta);
		this.registrazione = registra();
		LOG.info("Accesso con OpenID Connect: {}, ritorno a …{}{}", proprieta.issuer(), RITORNO,
				proprieta.esclusivo() ? ", l'accesso con la password è chiuso" : "");
	}

	private static void serve(String variabile, String valore) {
		if (valore.isBlank()) {
			throw new IllegalStateException("Manca " + variabile + ": l'accesso con OpenID Connect vuole "
					+ "CRONOPROGRAMMA_OIDC_ISSUER, CRONOPROGRAMMA_OIDC_CLIENT_ID e CRONOPROGRAMMA_OIDC_CLIENT_SECRET. "
					+ "Senza nessuna delle tre si entra solo con la password.");
		}
	}

	private ClientRegistration registra() {
		String issuer = this.proprieta.issuer().strip();
		if (!issuer.startsWith("https://") && !issuer.startsWith("http://")) {
			throw new IllegalStateException("CRONOPROGRAMMA_OIDC_ISSUER vale «" + issuer
					+ "»: serve l'indirizzo del fornitore di identità, per esempio https://sso.example.org/realms/comune.");
		}
		if (issuer.startsWith("http://")) {
			LOG.warn("Il fornitore di identità {} non usa TLS: va bene solo per provare.", issuer);
		}
		try {
			return ClientRegistrations.fromIssuerLocation(issuer)
				.registrationId(NOME)
				.clientId(this.proprieta.clientId().strip())
				.clientSecret(this.proprieta.clientSecret().strip())
				.scope(ambiti())
				.build();
		}
		catch (RuntimeException ex) {
			// without the cause: the last line of the log is this one
			throw new IllegalStateException("Il fornitore di identità «" + issuer
					+ "» non risponde come dovrebbe: controlli CRONOPROGRAMMA_OIDC_ISSUER e che da qui si legga "
					+ issuer + "/.well-known/openid-configuration. Dice: " + ultima(ex));
		}
	}

	private static String ultima(Throwable ex) {
		Throwable ultima = ex;
		while (ultima.getCause() != null) {
			ultima = ultima.getCause();
		}
		return (ultima.getMessage() != null) ? ultima.getMessage() : ultima.getClass().getSimpleName();
	}

	private Set<String> ambiti() {
		Set<String> ambiti = new LinkedHashSet<>();
		ambiti.add(OidcScopes.OPENID);
		for (String ambito : this.proprieta.scopes().split("[\\s,]+")) {
			if (!ambito.isBlank()) {
				ambiti.add(ambito);
			}
		}
		return ambiti;
	}

	/**
	 * Whether there is one.
	 * @return {@code false} where the password is the only door
	 */
	boolean presente() {
		return this.registrazione != null;
	}

	/**
	 * Whether the pages have no other door.
	 * @return {@code true} where nobody logs in with his password
	 */
	boolean esclusivo() {
		return presente() && this.proprieta.esclusivo();
	}

	/**
	 * What the link on the login page says.
	 * @return its text, or {@code null} without a provider
	 */
	String pulsante() {
		return presente() ? this.proprieta.pulsante() : null;
	}

	/**
	 * The provider, as Spring Security knows it.
	 * @return its registration
	 */
	ClientRegistration registrazione() {
		return this.registrazione;
	}

	/**
	 * The host that whoever leaves is sent to, for the policy of the pages.
	 * @return the origin of its end of session with a blank before it, or nothing
	 */
	String origineUscita() {
		Object uscita = presente()
				? this.registrazione.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint") : null;
		if (uscita == null) {
			return "";
		}
		URI dove = URI.create(uscita.toString());
		return " " + dove.getScheme() + "://" + dove.getRawAuthority();
	}

	/**
	 * Whether the provider answers now: a browser sent to one that does not would be left
	 * there.
	 * @return {@code false} if it cannot be reached, or is out of order
	 */
	boolean risponde() {
		HttpRequest domanda = HttpRequest.newBuilder(URI.create(this.registrazione.getProviderDetails().getJwkSetUri()))
			.timeout(COLLEGAMENTO)
			.GET()
			.build();
		try {
			return this.http.send(domanda, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
		}
		catch (IOException ex) {
			LOG.warn("Il fornitore di identità {} non risponde: {}", this.proprieta.issuer(), ex.toString());
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * How the provider is called from here: one that hangs must not hold our threads.
	 * @return what makes the calls
	 */
	ClientHttpRequestFactory chiamate() {
		JdkClientHttpRequestFactory chiamate = new JdkClientHttpRequestFactory(this.http);
		chiamate.setReadTimeout(RISPOSTA);
		return chiamate;
	}

}
