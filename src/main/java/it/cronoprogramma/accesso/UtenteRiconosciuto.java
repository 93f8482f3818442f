package it.cronoprogramma.accesso;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.ente.Riconoscimento.Riconosciuto;
import it.cronoprogramma.ente.StatoUtente;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * A user of ours whom the identity provider vouches for: his name and his roles are those
 * of the application. Of what the provider said only the token stays, which it wants back
 * when he leaves.
 */
final class UtenteRiconosciuto implements OidcUser {

	private static final long serialVersionUID = 1L;

	private final String utente;

	private final List<SimpleGrantedAuthority> ruoli;

	private final StatoUtente stato;

	private final OidcIdToken token;

	UtenteRiconosciuto(Riconosciuto u, OidcIdToken token) {
		this.utente = u.utente();
		this.ruoli = u.ruoli().stream().map((r) -> new SimpleGrantedAuthority(r.autorita())).toList();
		this.stato = u.stato();
		this.token = token;
	}

	/**
	 * How he stood at the door when he came.
	 * @return the state
	 */
	StatoUtente stato() {
		return this.stato;
	}

	@Override
	public String getName() {
		return this.utente;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return this.ruoli;
	}

	@Override
	public OidcIdToken getIdToken() {
		return this.token;
	}

	@Override
	public OidcUserInfo getUserInfo() {
		return null;
	}

	@Override
	public Map<String, Object> getClaims() {
		return this.token.getClaims();
	}

	@Override
	public Map<String, Object> getAttributes() {
		return getClaims();
	}

}
