package it.cronoprogramma.ente;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Files of enti and people that wait to be confirmed: one for each person.
 */
@Repository
public class CaricamentoRepository {

	private final JdbcClient jdbc;

	CaricamentoRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a file.
	 * @param c the file
	 */
	public void inserisci(Caricamento c) {
		this.jdbc.sql("""
				INSERT INTO caricamento (id, chi, tipo, file, contenuto, impronta, quando)
				VALUES (:id, :chi, :tipo, :file, :contenuto, :impronta, :quando)""")
			.param("id", c.id())
			.param("chi", c.chi())
			.param("tipo", c.tipo())
			.param("file", c.file())
			.param("contenuto", c.contenuto())
			.param("impronta", c.impronta())
			.param("quando", OffsetDateTime.ofInstant(c.quando(), ZoneOffset.UTC))
			.update();
	}

	/**
	 * One file.
	 * @param id its id
	 * @return the file, or nothing
	 */
	public Optional<Caricamento> trova(String id) {
		return this.jdbc.sql("SELECT * FROM caricamento WHERE id = :id")
			.param("id", id)
			.query((rs, riga) -> new Caricamento(rs.getString("id"), rs.getString("chi"), rs.getString("tipo"),
					rs.getString("file"), rs.getBytes("contenuto"), rs.getString("impronta"),
					rs.getObject("quando", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/**
	 * Throws away what somebody has waiting.
	 * @param chi who
	 */
	public void togliDi(String chi) {
		this.jdbc.sql("DELETE FROM caricamento WHERE chi = :chi").param("chi", chi).update();
	}

	/**
	 * Throws away what has waited for too long.
	 * @param quando what was loaded before
	 */
	public void togliPrimaDi(Instant quando) {
		this.jdbc.sql("DELETE FROM caricamento WHERE quando < :quando")
			.param("quando", OffsetDateTime.ofInstant(quando, ZoneOffset.UTC))
			.update();
	}

	/**
	 * A file that waits.
	 *
	 * @param id its id
	 * @param chi who loaded it
	 * @param tipo what is in it
	 * @param file its name
	 * @param contenuto what it holds
	 * @param impronta what the preview showed
	 * @param quando when it was loaded
	 */
	public record Caricamento(String id, String chi, String tipo, String file, byte[] contenuto, String impronta,
			Instant quando) {
	}

}
