package it.cronoprogramma.ente;

import java.util.List;
import java.util.Set;

/**
 * Somebody as the identity provider vouches for him when he logs in.
 *
 * @param emittente the provider, as it calls itself
 * @param soggetto who he is there, for ever
 * @param nomeUtente how he is called there, or {@code null} if it does not say
 * @param nome name, or {@code null}
 * @param cognome surname, or {@code null}
 * @param email address, or {@code null}
 * @param ruoli his roles, or {@code null} where the provider has no say in them
 * @param enti codes of the IPA of his enti, or {@code null} where it has no say
 * @param gestioni ids of his gestioni, or {@code null} where it has no say
 * @param ruoliIgnoti what the provider gave as a role and is none here
 */
public record IdentitaEsterna(String emittente, String soggetto, String nomeUtente, String nome, String cognome,
		String email, Set<Ruolo> ruoli, Set<String> enti, Set<String> gestioni, List<String> ruoliIgnoti) {
}
