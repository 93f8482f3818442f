package it.cronoprogramma.calendario;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.calendario.Calendario.Tipo;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Competenza;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The calendars, of whose addresses only the fingerprint is kept, and the terms that
 * stand in them.
 */
@Repository
class CalendarioRepository {

	private static final List<String> PENDENTI = List.of(StatoScadenza.APERTA.name(), StatoScadenza.SCADUTA.name());

	/** Whatever shows something of the enti that somebody manages. */
	private static final String DI_ALTRI = """
			 FROM calendario k WHERE k.utente <> :chi AND (:tutto = TRUE
				OR (k.tipo = 'GESTIONE' AND k.oggetto IN (:gestioni))
				OR (k.tipo = 'ENTE' AND k.oggetto IN (SELECT id FROM ente WHERE gestione IN (:gestioni)))
				OR (k.tipo = 'REFERENTE' AND (
					EXISTS (SELECT 1 FROM referente r JOIN ente e ON e.id = r.ente
						WHERE r.utente = k.utente AND e.gestione IN (:gestioni))
					OR EXISTS (SELECT 1 FROM sostituzione s LEFT JOIN ente e ON e.id = s.ente
						WHERE s.sostituto_utente = k.utente
						AND (s.gestione IN (:gestioni) OR e.gestione IN (:gestioni))))))
			""";

	private final JdbcClient jdbc;

	CalendarioRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The calendar with a fingerprint.
	 * @param impronta SHA-256 of what stands in the address, hexadecimal
	 * @return the calendar, or nothing
	 */
	Optional<Calendario> conImpronta(String impronta) {
		return this.jdbc.sql("SELECT * FROM calendario WHERE impronta = :impronta")
			.param("impronta", impronta)
			.query(CalendarioRepository::calendario)
			.optional();
	}

	/**
	 * The calendars of a user.
	 * @param utente the login name
	 * @return the calendars, the oldest first
	 */
	List<Calendario> di(String utente) {
		return this.jdbc.sql("SELECT * FROM calendario WHERE utente = :utente ORDER BY creato, id")
			.param("utente", utente)
			.query(CalendarioRepository::calendario)
			.list();
	}

	/**
	 * Calendars of others that show something of the enti that somebody manages.
	 * @param c what he manages
	 * @param salta how many come before
	 * @param quanti how many at most
	 * @return the calendars, by user
	 */
	List<Calendario> diAltri(Competenza c, int salta, int quanti) {
		return this.jdbc.sql("SELECT k.*" + DI_ALTRI + " ORDER BY k.utente, k.creato, k.id LIMIT :quanti OFFSET :salta")
			.params(filtro(c))
			.param("quanti", quanti)
			.param("salta", salta)
			.query(CalendarioRepository::calendario)
			.list();
	}

	/**
	 * How many calendars of others there are.
	 * @param c what somebody manages
	 * @return their number
	 */
	int contaDiAltri(Competenza c) {
		return this.jdbc.sql("SELECT COUNT(*)" + DI_ALTRI).params(filtro(c)).query(Integer.class).single();
	}

	/**
	 * A calendar of somebody else that shows something of the enti that somebody manages.
	 * @param id its id
	 * @param c what he manages
	 * @return the calendar, or nothing
	 */
	Optional<Calendario> diAltri(String id, Competenza c) {
		return this.jdbc.sql("SELECT k.*" + DI_ALTRI + " AND k.id = :id")
			.params(filtro(c))
			.param("id", id)
			.query(CalendarioRepository::calendario)
			.optional();
	}

	/**
	 * Records a calendar.
	 * @param k the calendar
	 * @param impronta the fingerprint of what stands in its address
	 */
	void inserisci(Calendario k, String impronta) {
		this.jdbc.sql("""
				INSERT INTO calendario (id, utente, tipo, oggetto, impronta, creato)
				VALUES (:id, :utente, :tipo, :oggetto, :impronta, :creato)""")
			.param("id", k.id())
			.param("utente", k.utente())
			.param("tipo", k.tipo().name())
			.param("oggetto", k.oggetto())
			.param("impronta", impronta)
			.param("creato", istante(k.creato()))
			.update();
	}

	/**
	 * Gives a calendar another address; the one before leads nowhere.
	 * @param id its id
	 * @param impronta the fingerprint of what stands in the new one
	 * @param quando when
	 */
	void rigenera(String id, String impronta, Instant quando) {
		this.jdbc.sql("UPDATE calendario SET impronta = :impronta, creato = :quando, letto = NULL WHERE id = :id")
			.param("impronta", impronta)
			.param("quando", istante(quando))
			.param("id", id)
			.update();
	}

	/**
	 * Takes a calendar away: the register keeps that it was.
	 * @param id its id
	 */
	void togli(String id) {
		this.jdbc.sql("DELETE FROM calendario WHERE id = :id").param("id", id).update();
	}

	/**
	 * Records that a calendar was fetched.
	 * @param id its id
	 * @param giorno the day in Rome
	 * @param contenuto the fingerprint of what was handed out
	 * @param cambiato since when that has been so
	 */
	void segnaLetto(String id, LocalDate giorno, String contenuto, Instant cambiato) {
		this.jdbc
			.sql("UPDATE calendario SET letto = :giorno, contenuto = :contenuto, cambiato = :cambiato WHERE id = :id")
			.param("giorno", giorno)
			.param("contenuto", contenuto)
			.param("cambiato", istante(cambiato))
			.param("id", id)
			.update();
	}

	/**
	 * The terms of some enti: all that are still to be met, and those that were closed
	 * lately.
	 * @param enti ids of enti; what has come to them by a merger is theirs
	 * @param chiusiDal since when closed ones are still wanted
	 * @param titoli title and short name of each avviso, by its code
	 * @return the terms, earliest first
	 */
	List<Impegno> impegni(Collection<String> enti, Instant chiusiDal, Map<String, Titolo> titoli) {
		if (enti.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				SELECT s.id, s.candidatura, s.termine, s.prudenziale, s.governante, s.spiegazione, s.stato, s.adempiuta,
					s.aperta, COALESCE(s.modificata, s.chiusa, s.aperta) AS mutata, s.versione, c.avviso,
					CASE WHEN t.id IS NULL THEN e.nome ELSE t.nome || ' (già ' || e.nome || ')' END AS nome_oggi
				FROM scadenza s JOIN candidatura c ON c.codice = s.candidatura JOIN ente e ON e.id = c.ente
					LEFT JOIN ente t ON t.id = e.successore
				WHERE c.ente IN (SELECT x.id FROM ente x WHERE x.id IN (:enti) OR x.successore IN (:enti))
					AND (s.stato IN (:pendenti) OR s.chiusa >= :dal)
				ORDER BY s.governante, s.candidatura, s.id""")
			.param("enti", enti)
			.param("pendenti", PENDENTI)
			.param("dal", istante(chiusiDal))
			.query((rs, riga) -> impegno(rs, titoli))
			.list();
	}

	private static Map<String, Object> filtro(Competenza c) {
		Map<String, Object> filtro = new HashMap<>();
		filtro.put("chi", c.chi());
		filtro.put("tutto", c.tutto());
		filtro.put("gestioni", c.gestioni().isEmpty() ? List.of("-") : c.gestioni());
		return filtro;
	}

	private static Impegno impegno(ResultSet rs, Map<String, Titolo> titoli) throws SQLException {
		String avviso = rs.getString("avviso");
		Titolo titolo = titoli.getOrDefault(avviso, new Titolo(avviso, avviso));
		return new Impegno(rs.getString("id"), rs.getString("candidatura"), rs.getString("nome_oggi"), titolo.intero(),
				titolo.breve(), TipoTermine.leggi(rs.getString("termine")),
				rs.getObject("prudenziale", LocalDate.class), rs.getObject("governante", LocalDate.class),
				rs.getString("spiegazione"), StatoScadenza.valueOf(rs.getString("stato")),
				rs.getObject("adempiuta", LocalDate.class), istante(rs, "aperta"), istante(rs, "mutata"),
				rs.getInt("versione"));
	}

	private static Calendario calendario(ResultSet rs, int riga) throws SQLException {
		return new Calendario(rs.getString("id"), rs.getString("utente"), Tipo.valueOf(rs.getString("tipo")),
				rs.getString("oggetto"), istante(rs, "creato"), rs.getObject("letto", LocalDate.class),
				rs.getString("contenuto"), istante(rs, "cambiato"));
	}

	private static OffsetDateTime istante(Instant quando) {
		return quando.atOffset(ZoneOffset.UTC);
	}

	private static Instant istante(ResultSet rs, String colonna) throws SQLException {
		OffsetDateTime quando = rs.getObject(colonna, OffsetDateTime.class);
		return (quando == null) ? null : quando.toInstant();
	}

	/**
	 * How an avviso is called.
	 *
	 * @param intero its title
	 * @param breve its measure, and the package where that does not tell: see
	 * {@link Pacchetto#nome()}
	 */
	record Titolo(String intero, String breve) {
	}

}
