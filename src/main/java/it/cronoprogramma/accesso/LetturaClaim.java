package it.cronoprogramma.accesso;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import it.cronoprogramma.accesso.OidcProperties.Claim;
import it.cronoprogramma.ente.IdentitaEsterna;
import it.cronoprogramma.ente.Ruolo;

/**
 * Reads what the identity provider says of somebody, where the installation says that it
 * stands.
 */
final class LetturaClaim {

	private final Claim claim;

	private final Map<String, Ruolo> ruoli;

	/**
	 * Knows where to look.
	 * @param proprieta the settings
	 * @throws IllegalStateException in Italian, if the map of the roles cannot be read
	 */
	LetturaClaim(OidcProperties proprieta) {
		this.claim = proprieta.claim();
		this.ruoli = mappa(proprieta.ruoli());
		if (!this.ruoli.isEmpty() && this.claim.ruoli().isBlank()) {
			throw new IllegalStateException("CRONOPROGRAMMA_OIDC_RUOLI dice quali valori sono quali ruoli, ma non dove "
					+ "stanno: imposti anche CRONOPROGRAMMA_OIDC_CLAIM_RUOLI, per esempio realm_access.roles.");
		}
		if (this.claim.utente().isBlank()) {
			throw new IllegalStateException("CRONOPROGRAMMA_OIDC_CLAIM_UTENTE è vuota: dica in quale claim sta il nome "
					+ "utente, per esempio preferred_username.");
		}
	}

	/** The last = divides: names of groups in a directory have others. */
	private static Map<String, Ruolo> mappa(String scritta) {
		Map<String, Ruolo> mappa = new LinkedHashMap<>();
		for (String voce : ((scritta == null) ? "" : scritta).split("[;\\n]")) {
			if (voce.isBlank()) {
				continue;
			}
			int uguale = voce.lastIndexOf('=');
			String valore = (uguale < 0) ? "" : voce.substring(0, uguale).strip();
			Optional<Ruolo> ruolo = Ruolo.leggi(voce.substring(uguale + 1).strip());
			if (valore.isEmpty() || ruolo.isEmpty()) {
				throw new IllegalStateException("CRONOPROGRAMMA_OIDC_RUOLI: «" + voce.strip()
						+ "» non va. Serve valore=ruolo, più d'uno separati da punto e virgola, e il ruolo è uno tra "
						+ "operatore, referente, rtd, responsabile, amministratore: per esempio "
						+ "crono-operatori=operatore;crono-rtd=rtd.");
			}
			mappa.put(valore, ruolo.get());
		}
		return mappa;
	}

	/**
	 * Reads somebody.
	 * @param claims what the provider says
	 * @param emittente who the provider is
	 * @param soggetto who he is there
	 * @return him, with nothing where the provider has no say
	 */
	IdentitaEsterna leggi(Map<String, Object> claims, String emittente, String soggetto) {
		Set<Ruolo> suoi = null;
		List<String> ignoti = new ArrayList<>();
		if (!this.claim.ruoli().isBlank()) {
			suoi = EnumSet.noneOf(Ruolo.class);
			for (String valore : elenco(claims, this.claim.ruoli())) {
				ruolo(valore).ifPresentOrElse(suoi::add, () -> ignoti.add(valore));
			}
		}
		return new IdentitaEsterna(emittente, soggetto, testo(claims, this.claim.utente()),
				testo(claims, this.claim.nome()), testo(claims, this.claim.cognome()),
				testo(claims, this.claim.email()), suoi,
				this.claim.enti().isBlank() ? null : elenco(claims, this.claim.enti()),
				this.claim.gestioni().isBlank() ? null : elenco(claims, this.claim.gestioni()), ignoti);
	}

	/** Without a map by their own names; nobody becomes amministratore without one. */
	private Optional<Ruolo> ruolo(String valore) {
		return this.ruoli.isEmpty() ? Ruolo.leggi(valore).filter((r) -> r != Ruolo.AMMINISTRATORE)
				: Optional.ofNullable(this.ruoli.get(valore));
	}

	private static String testo(Map<String, Object> claims, String nome) {
		Object valore = valore(claims, nome);
		return (valore instanceof String || valore instanceof Number) && !valore.toString().isBlank()
				? valore.toString().strip() : null;
	}

	private static Set<String> elenco(Map<String, Object> claims, String nome) {
		Object valore = valore(claims, nome);
		Set<String> elenco = new LinkedHashSet<>();
		Collection<?> scritti = List.of();
		if (valore instanceof Collection<?> molti) {
			scritti = molti;
		}
		else if (valore instanceof String uno) {
			scritti = Arrays.asList(uno.split(","));
		}
		for (Object scritto : scritti) {
			if (scritto instanceof String testo && !testo.isBlank()) {
				elenco.add(testo.strip());
			}
		}
		return elenco;
	}

	/** By the whole name first: it may have dots of its own, as in an address. */
	private static Object valore(Map<String, Object> claims, String nome) {
		if (nome.isBlank()) {
			return null;
		}
		if (claims.containsKey(nome)) {
			return claims.get(nome);
		}
		Object qui = claims;
		for (String passo : nome.split("\\.")) {
			qui = (qui instanceof Map<?, ?> mappa) ? mappa.get(passo) : null;
		}
		return qui;
	}

}
