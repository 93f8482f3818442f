package it.cronoprogramma.accesso;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Login through an identity provider: nothing of it is there without an issuer.
 *
 * @param issuer the provider's address, as it calls itself
 * @param clientId what we are called there
 * @param clientSecret our password there
 * @param scopes what we ask for, with blanks or commas between
 * @param pulsante text of the link on the login page
 * @param esclusivo whether it is the only door of the pages
 * @param claim where the provider says what
 * @param ruoli which value of the claim is which role, {@code value=role;value=role}
 */
@ConfigurationProperties("cronoprogramma.oidc")
record OidcProperties(String issuer, String clientId, String clientSecret, String scopes, String pulsante,
		boolean esclusivo, Claim claim, String ruoli) {

	/**
	 * Names of claims; one inside another with dots, {@code realm_access.roles}. Of what
	 * is empty the provider has no say.
	 *
	 * @param utente the login name
	 * @param nome name
	 * @param cognome surname
	 * @param email address
	 * @param ruoli roles
	 * @param enti codes of the IPA
	 * @param gestioni ids of gestioni associate
	 */
	record Claim(String utente, String nome, String cognome, String email, String ruoli, String enti, String gestioni) {
	}

}
