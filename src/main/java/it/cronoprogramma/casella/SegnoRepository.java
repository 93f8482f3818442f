package it.cronoprogramma.casella;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How far each mailbox has been read.
 */
@Repository
class SegnoRepository {

	private final JdbcClient jdbc;

	SegnoRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Segno> leggi(String casella) {
		return this.jdbc.sql("SELECT uidvalidity, ultimo_uid FROM casella WHERE nome = :nome")
			.param("nome", casella)
			.query((rs, riga) -> new Segno(rs.getLong("uidvalidity"), rs.getLong("ultimo_uid")))
			.optional();
	}

	void salva(String casella, Segno segno, Instant quando) {
		int righe = this.jdbc
			.sql("UPDATE casella SET uidvalidity = :v, ultimo_uid = :uid, letta = :quando WHERE nome = :nome")
			.param("v", segno.validita())
			.param("uid", segno.uid())
			.param("quando", quando.atOffset(ZoneOffset.UTC))
			.param("nome", casella)
			.update();
		if (righe == 0) {
			this.jdbc
				.sql("INSERT INTO casella (nome, uidvalidity, ultimo_uid, letta) VALUES (:nome, :v, :uid, :quando)")
				.param("nome", casella)
				.param("v", segno.validita())
				.param("uid", segno.uid())
				.param("quando", quando.atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	/**
	 * A place in a mailbox.
	 *
	 * @param validita IMAP's UIDVALIDITY: as long as it is the same, so are the numbers
	 * @param uid the number of the last message that was taken
	 */
	record Segno(long validita, long uid) {
	}

}
