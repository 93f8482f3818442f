package it.cronoprogramma.notifica;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a responsabile is told once a week of the terms of his gestione.
 */
@Repository
class RiepilogoRepository {

	private static final String TERMINI = """
			SELECT s.id, s.candidatura, COALESCE(c.importo_decretato, c.importo) AS importo
			FROM scadenza s JOIN candidatura c ON c.codice = s.candidatura JOIN ente e ON e.id = c.ente
			WHERE e.gestione = :gestione AND\s""";

	private static final String IN_CORSO = "s.stato = 'APERTA' AND s.termine <> 'mantenimento' AND ";

	private final JdbcClient jdbc;

	RiepilogoRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The terms that were recorded as met from an instant to another, excluded. */
	List<Voce> adempiuti(String gestione, Instant dal, Instant al) {
		return this.jdbc
			.sql(TERMINI + "s.stato = 'ADEMPIUTA' AND s.chiusa >= :dal AND s.chiusa < :al ORDER BY s.chiusa, s.id")
			.param("gestione", gestione)
			.param("dal", dal.atOffset(ZoneOffset.UTC))
			.param("al", al.atOffset(ZoneOffset.UTC))
			.query(RiepilogoRepository::voce)
			.list();
	}

	/** The terms that run and fall due from a day up to another, both included. */
	List<Voce> aRischio(String gestione, LocalDate dal, LocalDate al) {
		return this.jdbc.sql(TERMINI + IN_CORSO + "s.governante BETWEEN :dal AND :al ORDER BY s.governante, s.id")
			.param("gestione", gestione)
			.param("dal", dal)
			.param("al", al)
			.query(RiepilogoRepository::voce)
			.list();
	}

	/**
	 * The terms that have been missed and are still to be met; on a day to come also
	 * those that will have been missed by then.
	 */
	List<Voce> scaduti(String gestione, LocalDate giorno) {
		return this.jdbc
			.sql(TERMINI + "(s.stato = 'SCADUTA' OR " + IN_CORSO
					+ "s.governante < :giorno) ORDER BY s.governante, s.id")
			.param("gestione", gestione)
			.param("giorno", giorno)
			.query(RiepilogoRepository::voce)
			.list();
	}

	private static Voce voce(ResultSet rs, int riga) throws SQLException {
		return new Voce(rs.getString("id"), rs.getString("candidatura"), rs.getBigDecimal("importo"));
	}

	/**
	 * A term.
	 *
	 * @param scadenza its id
	 * @param candidatura the candidatura's code
	 * @param importo the euros that hang on the candidatura, {@code null} as long as
	 * nobody knows
	 */
	record Voce(String scadenza, String candidatura, BigDecimal importo) {
	}

}
