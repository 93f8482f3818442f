package it.cronoprogramma.notifica;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import it.cronoprogramma.notifica.Messaggio.StatoMessaggio;
import it.cronoprogramma.notifica.Messaggio.TipoMessaggio;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The mails that were planned, as somebody may see them. A mail with reminders is seen by
 * whoever may see one of its enti, its subject only by whoever may see all of them; any
 * other by whoever may see its gestione; a test also by whoever asked for it.
 */
@Repository
public class ArchivioPosta {

	private static final String RIGHE = """
			promemoria_destinatario d JOIN promemoria p ON p.id = d.promemoria
				JOIN scadenza s ON s.id = p.scadenza JOIN candidatura c ON c.codice = s.candidatura
				WHERE d.messaggio = m.id""";

	private static final String VISTE = """
			(:tutto = TRUE
				OR (m.tipo IN ('GIORNALIERO', 'URGENTE') AND EXISTS (SELECT 1 FROM %s AND c.ente IN (:ids)))
				OR (m.tipo IN ('SETTIMANALE', 'AVVISO', 'PROVA') AND m.gestione IN (:ids))
				OR (m.tipo = 'PROVA' AND m.indirizzo = :suo))""".formatted(RIGHE);

	private static final String COLONNE = """
			SELECT m.*, (SELECT COUNT(*) FROM %s) AS righe,
				(SELECT COUNT(*) FROM %s AND (:tutto = TRUE OR c.ente IN (:ids))) AS sue
			FROM messaggio m WHERE\s""".formatted(RIGHE, RIGHE);

	private static final String RESPINTI = """
			FROM indirizzo_respinto r WHERE EXISTS (
				SELECT 1 FROM messaggio m WHERE m.indirizzo = r.indirizzo AND %s)""".formatted(VISTE);

	private static final Set<String> NESSUNO = Set.of("-");

	private final JdbcClient jdbc;

	ArchivioPosta(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Some mails, the last first.
	 * @param chi who looks
	 * @param quali which of them
	 * @param falliti ids of those that are not tried any more
	 * @param salta how many come before
	 * @param quante how many at most
	 * @return the mails
	 */
	public List<Archiviata> elenco(Sguardo chi, Quali quali, Set<String> falliti, int salta, int quante) {
		return con(this.jdbc
			.sql(COLONNE + VISTE + quali.condizione + " ORDER BY m.creato DESC, m.id LIMIT :quante OFFSET :salta"), chi)
			.param("falliti", falliti.isEmpty() ? NESSUNO : falliti)
			.param("salta", salta)
			.param("quante", quante)
			.query((rs, riga) -> archiviata(rs, falliti))
			.list();
	}

	/**
	 * How many there are.
	 * @param chi who looks
	 * @param quali which of them
	 * @param falliti ids of those that are not tried any more
	 * @return their number
	 */
	public int conta(Sguardo chi, Quali quali, Set<String> falliti) {
		return con(this.jdbc.sql("SELECT COUNT(*) FROM messaggio m WHERE " + VISTE + quali.condizione), chi)
			.param("falliti", falliti.isEmpty() ? NESSUNO : falliti)
			.query(Integer.class)
			.single();
	}

	/**
	 * One mail.
	 * @param chi who looks
	 * @param id its id, as somebody wrote it
	 * @return the mail, or nothing where he may not see it
	 */
	public Optional<Archiviata> trova(Sguardo chi, String id) {
		return con(this.jdbc.sql(COLONNE + VISTE + " AND m.id = :id"), chi).param("id", id)
			.query((rs, riga) -> archiviata(rs, Set.of()))
			.optional();
	}

	/**
	 * Addresses that refuse, among those of the mails that somebody may see.
	 * @param chi who looks
	 * @param salta how many come before
	 * @param quanti how many at most
	 * @return the addresses, in their order
	 */
	public List<Respinto> respinti(Sguardo chi, int salta, int quanti) {
		return con(this.jdbc.sql("SELECT r.* " + RESPINTI + " ORDER BY r.indirizzo LIMIT :quanti OFFSET :salta"), chi)
			.param("salta", salta)
			.param("quanti", quanti)
			.query((rs, riga) -> new Respinto(rs.getString("indirizzo"), istante(rs, "quando"), rs.getString("motivo")))
			.list();
	}

	/**
	 * How many refuse.
	 * @param chi who looks
	 * @return their number
	 */
	public int contaRespinti(Sguardo chi) {
		return con(this.jdbc.sql("SELECT COUNT(*) " + RESPINTI), chi).query(Integer.class).single();
	}

	/**
	 * Whether an address refuses, and somebody may know.
	 * @param chi who looks
	 * @param indirizzo the address, in whatever case
	 * @return {@code true} if it is in his list
	 */
	public boolean respinto(Sguardo chi, String indirizzo) {
		return con(this.jdbc.sql("SELECT COUNT(*) " + RESPINTI + " AND r.indirizzo = :indirizzo"), chi)
			.param("indirizzo", indirizzo.toLowerCase(Locale.ROOT))
			.query(Integer.class)
			.single() > 0;
	}

	private static StatementSpec con(StatementSpec sql, Sguardo chi) {
		return sql.param("tutto", chi.tutto())
			.param("ids", chi.ids().isEmpty() ? NESSUNO : chi.ids())
			.param("suo", (chi.suo() == null) ? "-" : chi.suo().toLowerCase(Locale.ROOT));
	}

	private static Archiviata archiviata(ResultSet rs, Set<String> falliti) throws SQLException {
		Messaggio m = new Messaggio(rs.getString("id"), TipoMessaggio.valueOf(rs.getString("tipo")),
				rs.getString("indirizzo"), rs.getObject("giorno", LocalDate.class), rs.getString("gestione"),
				rs.getString("origine"), StatoMessaggio.valueOf(rs.getString("stato")));
		return new Archiviata(m, istante(rs, "creato"), istante(rs, "concluso"), rs.getString("oggetto"),
				rs.getString("motivo"), rs.getInt("righe"), rs.getInt("sue"),
				m.stato() == StatoMessaggio.DA_INVIARE && falliti.contains(m.id()));
	}

	private static Instant istante(ResultSet rs, String colonna) throws SQLException {
		OffsetDateTime quando = rs.getObject(colonna, OffsetDateTime.class);
		return (quando == null) ? null : quando.toInstant();
	}

	/** Which mails to list. */
	public enum Quali {

		/** All of them. */
		TUTTE("tutte", "Tutte", ""),

		/** Those that are tried again by themselves. */
		IN_ATTESA("in-attesa", "In attesa", " AND m.stato = 'DA_INVIARE' AND m.id NOT IN (:falliti)"),

		/** Those of which all attempts have failed. */
		NON_PARTITE("non-partite", "Non partite", " AND m.stato = 'DA_INVIARE' AND m.id IN (:falliti)"),

		/** Those that an address has refused. */
		RIFIUTATE("rifiutate", "Rifiutate", " AND m.stato = 'RESPINTO'"),

		/** Those that the mail server has taken. */
		INVIATE("inviate", "Inviate", " AND m.stato = 'INVIATO'");

		private final String codice;

		private final String nome;

		private final String condizione;

		Quali(String codice, String nome, String condizione) {
			this.codice = codice;
			this.nome = nome;
			this.condizione = condizione;
		}

		/**
		 * As addresses call them.
		 * @return the code
		 */
		public String codice() {
			return this.codice;
		}

		/**
		 * As people call them.
		 * @return the name
		 */
		public String nome() {
			return this.nome;
		}

	}

	/**
	 * Who looks.
	 *
	 * @param tutto whether everything is his
	 * @param ids ids of the enti and of the gestioni that he may see
	 * @param suo his own address, or {@code null}
	 */
	public record Sguardo(boolean tutto, Set<String> ids, String suo) {
	}

	/**
	 * A mail that was planned.
	 *
	 * @param messaggio the message
	 * @param creato when it was planned
	 * @param concluso when it left, was refused or given up, or {@code null}
	 * @param oggetto its subject, {@code null} before it has left
	 * @param motivo what the server said when it refused, or {@code null}
	 * @param righe how many reminders it brings
	 * @param sue how many of them are on enti that the reader may see
	 * @param fallito whether it is not tried any more
	 */
	public record Archiviata(Messaggio messaggio, Instant creato, Instant concluso, String oggetto, String motivo,
			int righe, int sue, boolean fallito) {

		/**
		 * Whether the reader may know all that it says.
		 * @return {@code false} where it speaks of enti that are not his
		 */
		public boolean intera() {
			return this.righe == this.sue;
		}

	}

	/**
	 * An address that refuses.
	 *
	 * @param indirizzo the address
	 * @param quando since when
	 * @param motivo what the server said
	 */
	public record Respinto(String indirizzo, Instant quando, String motivo) {
	}

}
