package it.cronoprogramma.accesso;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * Checks what the identity provider has signed, as Spring Security does, but with the
 * algorithms that the provider announces, where Spring Security takes one, and without
 * waiting for ever for its keys.
 */
@Component
class FirmaDelFornitore implements JwtDecoderFactory<ClientRegistration> {

	private final FornitoreIdentita fornitore;

	private final Map<String, JwtDecoder> lettori = new ConcurrentHashMap<>();

	FirmaDelFornitore(FornitoreIdentita fornitore) {
		this.fornitore = fornitore;
	}

	@Override
	public JwtDecoder createDecoder(ClientRegistration registrazione) {
		return this.lettori.computeIfAbsent(registrazione.getRegistrationId(), (id) -> lettore(registrazione));
	}

	private JwtDecoder lettore(ClientRegistration registrazione) {
		NimbusJwtDecoder lettore = NimbusJwtDecoder.withJwkSetUri(registrazione.getProviderDetails().getJwkSetUri())
			.jwsAlgorithms((algoritmi) -> algoritmi
				.addAll(algoritmi(registrazione.getProviderDetails().getConfigurationMetadata())))
			.restOperations(new RestTemplate(this.fornitore.chiamate()))
			.build();
		lettore.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
				new OidcIdTokenValidator(registrazione)));
		lettore
			.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
		return lettore;
	}

	/**
	 * Those with a public key among the announced: a signature with our secret, or none,
	 * is never taken.
	 * @param annunciato what the provider says of itself
	 * @return the algorithms, RS256 where it announces none that will do
	 */
	static Set<SignatureAlgorithm> algoritmi(Map<String, Object> annunciato) {
		Set<SignatureAlgorithm> algoritmi = EnumSet.noneOf(SignatureAlgorithm.class);
		if (annunciato.get("id_token_signing_alg_values_supported") instanceof Collection<?> nomi) {
			for (Object nome : nomi) {
				SignatureAlgorithm algoritmo = SignatureAlgorithm.from(String.valueOf(nome));
				if (algoritmo != null) {
					algoritmi.add(algoritmo);
				}
			}
		}
		return algoritmi.isEmpty() ? EnumSet.of(SignatureAlgorithm.RS256) : algoritmi;
	}

}
