package it.cronoprogramma.ente;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which user somebody is whom the identity provider vouches for. He is known by provider
 * and subject; a name alone makes nobody a user that is there already.
 */
@Repository
public class IdentitaRepository {

	private final JdbcClient jdbc;

	IdentitaRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The user that somebody is.
	 * @param emittente the provider
	 * @param soggetto who he is there
	 * @return the login name, or nothing
	 */
	public Optional<String> utente(String emittente, String soggetto) {
		return this.jdbc
			.sql("SELECT utente FROM identita_esterna WHERE emittente = :emittente AND soggetto = :soggetto")
			.param("emittente", emittente)
			.param("soggetto", soggetto)
			.query(String.class)
			.optional();
	}

	/**
	 * How a user stands towards the provider.
	 * @param utente the login name
	 * @return nothing for whom only the password lets in
	 */
	public Optional<Collegamento> di(String utente) {
		return this.jdbc.sql("SELECT * FROM identita_esterna WHERE utente = :utente")
			.param("utente", utente)
			.query(IdentitaRepository::collegamento)
			.optional();
	}

	/**
	 * Whoever comes from the provider with this name for the first time is this user.
	 * @param utente the login name
	 * @param quando when somebody allowed it
	 * @param chi who
	 */
	public void consenti(String utente, Instant quando, String chi) {
		this.jdbc.sql("""
				INSERT INTO identita_esterna (utente, consentita, consentita_da)
				SELECT :utente, :quando, :chi
				WHERE NOT EXISTS (SELECT 1 FROM identita_esterna WHERE utente = :utente)""")
			.param("utente", utente)
			.param("quando", istante(quando))
			.param("chi", chi)
			.update();
	}

	/**
	 * Records who a user is at the provider.
	 * @param utente the login name, for which it was allowed
	 * @param emittente the provider
	 * @param soggetto who he is there
	 * @param quando when he came for the first time
	 */
	public void collega(String utente, String emittente, String soggetto, Instant quando) {
		this.jdbc.sql("""
				UPDATE identita_esterna SET emittente = :emittente, soggetto = :soggetto, collegata = :quando
				WHERE utente = :utente AND soggetto IS NULL""")
			.param("utente", utente)
			.param("emittente", emittente)
			.param("soggetto", soggetto)
			.param("quando", istante(quando))
			.update();
	}

	/**
	 * Records that a user has come from the provider.
	 * @param utente the login name
	 * @param quando when
	 */
	public void entrato(String utente, Instant quando) {
		this.jdbc.sql("UPDATE identita_esterna SET ultimo_accesso = :quando WHERE utente = :utente")
			.param("utente", utente)
			.param("quando", istante(quando))
			.update();
	}

	/**
	 * Nobody at the provider is this user any more.
	 * @param utente the login name
	 */
	public void scollega(String utente) {
		this.jdbc.sql("DELETE FROM identita_esterna WHERE utente = :utente").param("utente", utente).update();
	}

	private static OffsetDateTime istante(Instant quando) {
		return OffsetDateTime.ofInstant(quando, ZoneOffset.UTC);
	}

	private static Collegamento collegamento(ResultSet rs, int riga) throws SQLException {
		return new Collegamento(rs.getString("emittente"), rs.getString("soggetto"), istante(rs, "consentita"),
				rs.getString("consentita_da"), istante(rs, "collegata"), istante(rs, "ultimo_accesso"));
	}

	private static Instant istante(ResultSet rs, String colonna) throws SQLException {
		OffsetDateTime quando = rs.getObject(colonna, OffsetDateTime.class);
		return (quando == null) ? null : quando.toInstant();
	}

	/**
	 * How a user stands towards the provider.
	 *
	 * @param emittente the provider, or {@code null} until he has come for the first time
	 * @param soggetto who he is there, or {@code null}
	 * @param consentita since when he may come from there
	 * @param consentitaDa who allowed it
	 * @param collegata when he came for the first time, or {@code null}
	 * @param ultimoAccesso when he came last, or {@code null}
	 */
	public record Collegamento(String emittente, String soggetto, Instant consentita, String consentitaDa,
			Instant collegata, Instant ultimoAccesso) {

		/**
		 * Whether it is known who he is at the provider.
		 * @return {@code false} until he has come for the first time
		 */
		public boolean fatto() {
			return this.soggetto != null;
		}

	}

}
