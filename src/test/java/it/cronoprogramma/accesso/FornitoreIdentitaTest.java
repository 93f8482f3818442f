package it.cronoprogramma.accesso;

import java.util.List;
import java.util.Map;
import java.util.Set;

import it.cronoprogramma.accesso.OidcProperties.Claim;
import it.cronoprogramma.ente.IdentitaEsterna;
import it.cronoprogramma.ente.Ruolo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What the settings of the identity provider mean, and what is said of those that cannot
 * be.
 */
class FornitoreIdentitaTest {

	private static final Claim KEYCLOAK = new Claim("preferred_username", "given_name", "family_name", "email",
			"realm_access.roles", "ente", "gestione");

	private static final Claim SOLO_CHI = new Claim("preferred_username", "given_name", "family_name", "email", "", "",
			"");

	@Test
	void senzaNullaRestaLaPassword() {
		FornitoreIdentita nessuno = new FornitoreIdentita(proprieta("", "", "", false, SOLO_CHI, ""));
		assertThat(nessuno.presente()).isFalse();
		assertThat(nessuno.esclusivo()).isFalse();
		assertThat(nessuno.pulsante()).isNull();
		assertThat(nessuno.origineUscita()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'', c, s, Manca CRONOPROGRAMMA_OIDC_ISSUER:",
			"https://sso.example, '', s, Manca CRONOPROGRAMMA_OIDC_CLIENT_ID:",
			"https://sso.example, c, ' ', Manca CRONOPROGRAMMA_OIDC_CLIENT_SECRET:",
			"sso.example, c, s, CRONOPROGRAMMA_OIDC_ISSUER vale «sso.example»: serve l'indirizzo" })
	void unDatoCheMancaSiDice(String issuer, String cliente, String segreto, String detto) {
		assertThatThrownBy(() -> new FornitoreIdentita(proprieta(issuer, cliente, segreto, false, SOLO_CHI, "")))
			.isInstanceOf(IllegalStateException.class)
			.hasNoCause()
			.hasMessageStartingWith(detto);
	}

	@Test
	void nonSiChiudeLaPasswordSenzaUnAltraPorta() {
		assertThatThrownBy(() -> new FornitoreIdentita(proprieta("", "", "", true, SOLO_CHI, "")))
			.hasMessageStartingWith("CRONOPROGRAMMA_OIDC_ESCLUSIVO chiude l'accesso con la password, ma non");
	}

	@ParameterizedTest
	@CsvSource({ "crono-capi=sindaco, «crono-capi=sindaco» non va", "operatore, «operatore» non va",
			"=operatore, «=operatore» non va", "a=operatore;b=, «b=» non va" })
	void unRuoloCheNonCeNellaMappaSiDice(String ruoli, String detto) {
		assertThatThrownBy(
				() -> new FornitoreIdentita(proprieta("https://sso.example", "c", "s", false, KEYCLOAK, ruoli)))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageStartingWith("CRONOPROGRAMMA_OIDC_RUOLI: " + detto)
			.hasMessageContaining("operatore, referente, rtd, responsabile, amministratore");
	}

	@Test
	void unaMappaSenzaIlSuoClaimSiDice() {
		assertThatThrownBy(() -> new LetturaClaim(proprieta("i", "c", "s", false, SOLO_CHI, "a=operatore")))
			.hasMessageContaining("imposti anche CRONOPROGRAMMA_OIDC_CLAIM_RUOLI");
	}

	@Test
	void iClaimSiLeggonoDoveStanno() {
		IdentitaEsterna chi = new LetturaClaim(
				proprieta("i", "c", "s", false, KEYCLOAK, "crono-operatori=operatore; CN=rtd,OU=comune=rtd"))
			.leggi(Map.of("preferred_username", " Mario.Rossi ", "given_name", "Mario", "realm_access",
					Map.of("roles", List.of("crono-operatori", "CN=rtd,OU=comune", "offline_access")), "ente",
					"c_d142, c_g306"), "https://sso.example", "42");
		assertThat(chi.nomeUtente()).isEqualTo("Mario.Rossi");
		assertThat(chi.nome()).isEqualTo("Mario");
		assertThat(chi.email()).isNull();
		assertThat(chi.ruoli()).containsExactly(Ruolo.OPERATORE, Ruolo.RTD);
		assertThat(chi.ruoliIgnoti()).containsExactly("offline_access");
		assertThat(chi.enti()).containsExactly("c_d142", "c_g306");
		assertThat(chi.gestioni()).as("lo decide il fornitore, e non ne dà").isEqualTo(Set.of());
	}

	@Test
	void diCioCheNonHaUnClaimDecideLApplicazione() {
		IdentitaEsterna chi = new LetturaClaim(proprieta("i", "c", "s", false, SOLO_CHI, ""))
			.leggi(Map.of("preferred_username", "mario", "ruoli", List.of("rtd")), "https://sso.example", "42");
		assertThat(chi.ruoli()).isNull();
		assertThat(chi.enti()).isNull();
		assertThat(chi.gestioni()).isNull();
	}

	/** What others call amministratore is not ours. */
	@Test
	void senzaMappaNessunoDiventaAmministratore() {
		IdentitaEsterna chi = new LetturaClaim(proprieta("i", "c", "s", false, KEYCLOAK, ""))
			.leggi(Map.of("realm_access", Map.of("roles", List.of("amministratore", "Operatore"))), "i", "42");
		assertThat(chi.ruoli()).containsExactly(Ruolo.OPERATORE);
		assertThat(chi.ruoliIgnoti()).containsExactly("amministratore");
	}

	@Test
	void unNomeConIPuntiSiCercaPrimaIntero() {
		Claim claim = new Claim("https://ente.example/nome", "", "", "", "https://ente.example/ruoli", "", "");
		IdentitaEsterna chi = new LetturaClaim(proprieta("i", "c", "s", false, claim, "")).leggi(
				Map.of("https://ente.example/nome", "mario", "https://ente.example/ruoli", List.of("referente")), "i",
				"42");
		assertThat(chi.nomeUtente()).isEqualTo("mario");
		assertThat(chi.ruoli()).containsExactly(Ruolo.REFERENTE);
	}

	@Test
	void diFirmeValgonoQuelleAnnunciateConUnaChiavePubblica() {
		String annuncio = "id_token_signing_alg_values_supported";
		assertThat(FirmaDelFornitore.algoritmi(Map.of(annuncio, List.of("none", "HS256", "ES256", "PS384"))))
			.containsExactly(SignatureAlgorithm.ES256, SignatureAlgorithm.PS384);
		assertThat(FirmaDelFornitore.algoritmi(Map.of(annuncio, List.of("none", "HS256"))))
			.containsExactly(SignatureAlgorithm.RS256);
		assertThat(FirmaDelFornitore.algoritmi(Map.of())).containsExactly(SignatureAlgorithm.RS256);
	}

	private static OidcProperties proprieta(String issuer, String cliente, String segreto, boolean esclusivo,
			Claim claim, String ruoli) {
		return new OidcProperties(issuer, cliente, segreto, "openid", "Entra", esclusivo, claim, ruoli);
	}

}
