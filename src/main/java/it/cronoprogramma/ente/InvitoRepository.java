package it.cronoprogramma.ente;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.ente.Invito.Motivo;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The links to set a password, of which only the fingerprint is kept.
 */
@Repository
public class InvitoRepository {

	private final JdbcClient jdbc;

	InvitoRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Records that a link is to be sent. Those that have not left yet will not.
	 * @param i the link
	 */
	public void inserisci(Invito i) {
		this.jdbc.sql("""
				UPDATE invito SET annullato = :quando
				WHERE utente = :utente AND inviato IS NULL AND annullato IS NULL""")
			.param("quando", istante(i.chiesto()))
			.param("utente", i.utente())
			.update();
		this.jdbc.sql("""
				INSERT INTO invito (id, utente, motivo, chiesto, chiesto_da)
				VALUES (:id, :utente, :motivo, :chiesto, :chi)""")
			.param("id", i.id())
			.param("utente", i.utente())
			.param("motivo", i.motivo().name())
			.param("chiesto", istante(i.chiesto()))
			.param("chi", i.chiestoDa())
			.update();
	}

	/**
	 * One link, which nobody else can use or send until the transaction ends.
	 * @param id the id of its row
	 * @return the link, or nothing
	 */
	public Optional<Invito> blocca(String id) {
		return this.jdbc.sql("SELECT * FROM invito WHERE id = :id FOR UPDATE")
			.param("id", id)
			.query(InvitoRepository::invito)
			.optional();
	}

	/**
	 * The link with a fingerprint.
	 * @param impronta SHA-256 of what stands in the link, hexadecimal
	 * @return the link, or nothing
	 */
	public Optional<Invito> conImpronta(String impronta) {
		return this.jdbc.sql("SELECT * FROM invito WHERE impronta = :impronta")
			.param("impronta", impronta)
			.query(InvitoRepository::invito)
			.optional();
	}

	/**
	 * Records that a link has left; all others of the same user lead nowhere.
	 * @param i the link
	 * @param impronta its fingerprint
	 * @param quando when it left
	 * @param scade until when it can be used
	 */
	public void segnaInviato(Invito i, String impronta, Instant quando, Instant scade) {
		this.jdbc.sql("""
				UPDATE invito SET annullato = :quando
				WHERE utente = :utente AND id <> :id AND usato IS NULL AND annullato IS NULL""")
			.param("quando", istante(quando))
			.param("utente", i.utente())
			.param("id", i.id())
			.update();
		this.jdbc.sql("UPDATE invito SET impronta = :impronta, inviato = :quando, scade = :scade WHERE id = :id")
			.param("impronta", impronta)
			.param("quando", istante(quando))
			.param("scade", istante(scade))
			.param("id", i.id())
			.update();
	}

	/**
	 * Records that a link has been used.
	 * @param id the id of its row
	 * @param quando when
	 */
	public void segnaUsato(String id, Instant quando) {
		this.jdbc.sql("UPDATE invito SET usato = :quando WHERE id = :id")
			.param("quando", istante(quando))
			.param("id", id)
			.update();
	}

	/**
	 * No link of a user leads anywhere any more.
	 * @param utente the login name
	 * @param quando when
	 */
	public void annulla(String utente, Instant quando) {
		this.jdbc
			.sql("UPDATE invito SET annullato = :quando WHERE utente = :utente AND usato IS NULL AND annullato IS NULL")
			.param("quando", istante(quando))
			.param("utente", utente)
			.update();
	}

	/**
	 * How often a user has said that he forgot his password.
	 * @param utente the login name
	 * @param da since when
	 * @return how many times
	 */
	public int dimenticate(String utente, Instant da) {
		return this.jdbc
			.sql("SELECT COUNT(*) FROM invito WHERE utente = :utente AND motivo = 'DIMENTICATA' AND chiesto > :da")
			.param("utente", utente)
			.param("da", istante(da))
			.query(Integer.class)
			.single();
	}

	/**
	 * The last links of a user.
	 * @param utente the login name
	 * @return the links, the last first
	 */
	public List<Invito> ultimi(String utente) {
		return this.jdbc.sql("SELECT * FROM invito WHERE utente = :utente ORDER BY chiesto DESC, id LIMIT 5")
			.param("utente", utente)
			.query(InvitoRepository::invito)
			.list();
	}

	private static OffsetDateTime istante(Instant quando) {
		return OffsetDateTime.ofInstant(quando, ZoneOffset.UTC);
	}

	private static Instant istante(ResultSet rs, String colonna) throws SQLException {
		OffsetDateTime quando = rs.getObject(colonna, OffsetDateTime.class);
		return (quando == null) ? null : quando.toInstant();
	}

	private static Invito invito(ResultSet rs, int riga) throws SQLException {
		return new Invito(rs.getString("id"), rs.getString("utente"), Motivo.valueOf(rs.getString("motivo")),
				istante(rs, "chiesto"), rs.getString("chiesto_da"), istante(rs, "inviato"), istante(rs, "scade"),
				istante(rs, "usato"), istante(rs, "annullato"));
	}

}
