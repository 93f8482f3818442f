package it.cronoprogramma.notifica;

import java.util.Optional;

import it.cronoprogramma.notifica.Redazione.Lettera;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What test mails say: whoever asks for one gets what he has seen, whenever it leaves.
 */
@Repository
class ProvaRepository {

	private final JdbcClient jdbc;

	ProvaRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps what a test mail says.
	 * @param messaggio the message's id
	 * @param l what it says
	 */
	void conserva(String messaggio, Lettera l) {
		this.jdbc.sql(
				"INSERT INTO messaggio_prova (messaggio, oggetto, html, testo) VALUES (:messaggio, :oggetto, :html, :testo)")
			.param("messaggio", messaggio)
			.param("oggetto", (l.oggetto().length() <= 300) ? l.oggetto() : l.oggetto().substring(0, 300))
			.param("html", l.html())
			.param("testo", l.testo())
			.update();
	}

	/**
	 * What a test mail says.
	 * @param messaggio the message's id
	 * @return what was kept, or nothing
	 */
	Optional<Lettera> trova(String messaggio) {
		return this.jdbc.sql("SELECT * FROM messaggio_prova WHERE messaggio = :messaggio")
			.param("messaggio", messaggio)
			.query((rs, riga) -> new Lettera(rs.getString("oggetto"), rs.getString("html"), rs.getString("testo"),
					null))
			.optional();
	}

}
