package it.cronoprogramma.ente;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is written to, who stands in for whom, and who may not enter any more.
 */
@Repository
public class PersoneRepository {

	private final JdbcClient jdbc;

	PersoneRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whoever changes enti or people waits here for whoever is changing them: of two who
	 * would each take away the other's last administrator the second finds it done.
	 */
	public void serra() {
		this.jdbc.sql("SELECT id FROM serratura WHERE id = 'anagrafe' FOR UPDATE").query(String.class).single();
	}

	// Referenti

	/**
	 * The referenti of an ente.
	 * @param ente the ente's id
	 * @return its own, not those of a successor, by name
	 */
	public List<Referente> referenti(String ente) {
		return this.jdbc.sql("SELECT * FROM referente WHERE ente = :ente ORDER BY nome, email, id")
			.param("ente", ente)
			.query(PersoneRepository::referente)
			.list();
	}

	/**
	 * The referenti of many enti.
	 * @param enti ids of enti
	 * @return the referenti, by name
	 */
	public List<Referente> referenti(Collection<String> enti) {
		return enti.isEmpty() ? List.of()
				: this.jdbc.sql("SELECT * FROM referente WHERE ente IN (:enti) ORDER BY nome, email, id")
					.param("enti", enti)
					.query(PersoneRepository::referente)
					.list();
	}

	/**
	 * One referente.
	 * @param id its id
	 * @return the referente, or nothing
	 */
	public Optional<Referente> referente(String id) {
		return this.jdbc.sql("SELECT * FROM referente WHERE id = :id")
			.param("id", id)
			.query(PersoneRepository::referente)
			.optional();
	}

	/**
	 * Where a user is a referente.
	 * @param utente the login name
	 * @return the referenti that he is
	 */
	public List<Referente> referentiDi(String utente) {
		return this.jdbc.sql("SELECT * FROM referente WHERE utente = :utente ORDER BY ente, id")
			.param("utente", utente)
			.query(PersoneRepository::referente)
			.list();
	}

	/**
	 * Where somebody is a referente, user of the application or not.
	 * @param persone who
	 * @return the referenti that they are, by user or by address, and maybe more: a
	 * {@link Persona} tells who is the same
	 */
	public List<Referente> referentiDi(Collection<Persona> persone) {
		return persone.isEmpty() ? List.of() : this.jdbc
			.sql("SELECT * FROM referente WHERE utente IN (:utenti) OR LOWER(email) IN (:email) ORDER BY ente, id")
			.param("utenti", persone.stream().map((p) -> (p.utente() == null) ? "" : p.utente()).toList())
			.param("email",
					persone.stream().map((p) -> (p.email() == null) ? "" : p.email().toLowerCase(Locale.ROOT)).toList())
			.query(PersoneRepository::referente)
			.list();
	}

	/**
	 * Records a referente.
	 * @param r the referente
	 */
	public void inserisci(Referente r) {
		this.jdbc.sql("""
				INSERT INTO referente (id, ente, tipo, nome, email, utente, delegante, dal, atto)
				VALUES (:id, :ente, :tipo, :nome, :email, :utente, :delegante, :dal, :atto)""")
			.params(valori(r))
			.update();
	}

	/**
	 * Changes a referente.
	 * @param r the referente as it is from now on
	 */
	public void aggiorna(Referente r) {
		this.jdbc.sql("""
				UPDATE referente SET ente = :ente, tipo = :tipo, nome = :nome, email = :email, utente = :utente,
					delegante = :delegante, dal = :dal, atto = :atto WHERE id = :id""").params(valori(r)).update();
	}

	/**
	 * Takes a referente away: the register keeps who it was.
	 * @param id its id
	 */
	public void togliReferente(String id) {
		this.jdbc.sql("DELETE FROM referente WHERE id = :id").param("id", id).update();
	}

	/**
	 * Keeps name and address of a user in step wherever he is written to.
	 * @param p the user as he is from now on, with an address
	 */
	public void allinea(Persona p) {
		for (String sql : List.of("UPDATE referente SET nome = :nome, email = :email WHERE utente = :utente",
				"UPDATE sostituzione SET assente_nome = :nome, assente_email = :email WHERE assente_utente = :utente",
				"UPDATE sostituzione SET sostituto_nome = :nome, sostituto_email = :email WHERE sostituto_utente = :utente")) {
			this.jdbc.sql(sql).param("nome", p.nome()).param("email", p.email()).param("utente", p.utente()).update();
		}
	}

	// Sostituzioni

	/**
	 * The substitutions that hold on a day or later.
	 * @param giorno a day in Rome
	 * @return the substitutions, in the order in which they begin
	 */
	public List<Sostituzione> sostituzioniDal(LocalDate giorno) {
		return this.jdbc.sql("SELECT * FROM sostituzione WHERE al >= :giorno ORDER BY dal, assente_nome, id")
			.param("giorno", giorno)
			.query(PersoneRepository::sostituzione)
			.list();
	}

	/**
	 * One substitution.
	 * @param id its id
	 * @return the substitution, or nothing
	 */
	public Optional<Sostituzione> sostituzione(String id) {
		return this.jdbc.sql("SELECT * FROM sostituzione WHERE id = :id")
			.param("id", id)
			.query(PersoneRepository::sostituzione)
			.optional();
	}

	/**
	 * Records a substitution.
	 * @param s the substitution
	 */
	public void inserisci(Sostituzione s) {
		this.jdbc.sql("""
				INSERT INTO sostituzione (id, assente_utente, assente_nome, assente_email, sostituto_utente,
					sostituto_nome, sostituto_email, ente, gestione, dal, al)
				VALUES (:id, :assente, :assenteNome, :assenteEmail, :sostituto, :sostitutoNome, :sostitutoEmail,
					:ente, :gestione, :dal, :al)""")
			.param("id", s.id())
			.param("assente", s.assente().utente())
			.param("assenteNome", s.assente().nome())
			.param("assenteEmail", s.assente().email())
			.param("sostituto", s.sostituto().utente())
			.param("sostitutoNome", s.sostituto().nome())
			.param("sostitutoEmail", s.sostituto().email())
			.param("ente", s.ente())
			.param("gestione", s.gestione())
			.param("dal", s.dal())
			.param("al", s.al())
			.update();
	}

	/**
	 * Takes a substitution away: the register keeps what it was.
	 * @param id its id
	 */
	public void togliSostituzione(String id) {
		this.jdbc.sql("DELETE FROM sostituzione WHERE id = :id").param("id", id).update();
	}

	// Chi può entrare

	/**
	 * The deactivated among some users.
	 * @param utenti login names
	 * @return those who may not enter
	 */
	public Set<String> disattivati(Collection<String> utenti) {
		return utenti.isEmpty() ? Set.of()
				: new TreeSet<>(this.jdbc.sql("SELECT id FROM utente WHERE disattivato IS NOT NULL AND id IN (:utenti)")
					.param("utenti", utenti)
					.query(String.class)
					.list());
	}

	/**
	 * How a user stands at the door.
	 * @param utente the login name
	 * @return whether he may enter, and which sessions are good
	 */
	public StatoUtente stato(String utente) {
		return this.jdbc.sql("SELECT versione, disattivato FROM utente WHERE id = :id")
			.param("id", utente)
			.query((rs, riga) -> new StatoUtente(rs.getInt("versione"), rs.getObject("disattivato") == null))
			.optional()
			.orElse(StatoUtente.NUOVO);
	}

	/**
	 * Ends the sessions of a user: what he may do, or his password, has changed.
	 * @param utente the login name
	 */
	public void chiudiSessioni(String utente) {
		riga(utente);
		this.jdbc.sql("UPDATE utente SET versione = versione + 1 WHERE id = :id").param("id", utente).update();
	}

	/**
	 * Lets a user not enter any more; his sessions are over.
	 * @param utente the login name
	 * @param quando when
	 * @param chi who says so
	 */
	public void disattiva(String utente, Instant quando, String chi) {
		riga(utente);
		this.jdbc.sql("""
				UPDATE utente SET disattivato = :quando, disattivato_da = :chi, versione = versione + 1
				WHERE id = :id""")
			.param("quando", OffsetDateTime.ofInstant(quando, ZoneOffset.UTC))
			.param("chi", chi)
			.param("id", utente)
			.update();
	}

	/**
	 * Lets a user enter again; the sessions he had stay over.
	 * @param utente the login name
	 */
	public void riattiva(String utente) {
		this.jdbc.sql("UPDATE utente SET disattivato = NULL, disattivato_da = NULL WHERE id = :id")
			.param("id", utente)
			.update();
	}

	/**
	 * A user is no more: his sessions are over, his links lead nowhere, his calendars are
	 * read by nobody, whoever the identity provider vouches for is not him any more, and
	 * where he was a referente his name and address stay.
	 * @param utente the login name
	 * @param quando when
	 */
	public void dimentica(String utente, Instant quando) {
		chiudiSessioni(utente);
		riattiva(utente);
		this.jdbc
			.sql("UPDATE invito SET annullato = :quando WHERE utente = :id AND usato IS NULL AND annullato IS NULL")
			.param("quando", OffsetDateTime.ofInstant(quando, ZoneOffset.UTC))
			.param("id", utente)
			.update();
		for (String sql : List.of("UPDATE referente SET utente = NULL WHERE utente = :id",
				"UPDATE sostituzione SET assente_utente = NULL WHERE assente_utente = :id",
				"UPDATE sostituzione SET sostituto_utente = NULL WHERE sostituto_utente = :id",
				"DELETE FROM identita_esterna WHERE utente = :id", "DELETE FROM calendario WHERE utente = :id")) {
			this.jdbc.sql(sql).param("id", utente).update();
		}
	}

	private void riga(String utente) {
		this.jdbc.sql(
				"INSERT INTO utente (id, versione) SELECT :id, 0 WHERE NOT EXISTS (SELECT 1 FROM utente WHERE id = :id)")
			.param("id", utente)
			.update();
	}

	private static Map<String, Object> valori(Referente r) {
		Map<String, Object> valori = new HashMap<>();
		valori.put("id", r.id());
		valori.put("ente", r.ente());
		valori.put("tipo", r.tipo().name());
		valori.put("nome", r.nome());
		valori.put("email", r.email());
		valori.put("utente", r.utente());
		valori.put("delegante", r.delegante());
		valori.put("dal", r.dal());
		valori.put("atto", r.atto());
		return valori;
	}

	/**
	 * A new id.
	 * @return the id
	 */
	public static String nuovoId() {
		return UUID.randomUUID().toString();
	}

	private static Referente referente(ResultSet rs, int riga) throws SQLException {
		return new Referente(rs.getString("id"), rs.getString("ente"), TipoReferente.valueOf(rs.getString("tipo")),
				rs.getString("nome"), rs.getString("email"), rs.getString("utente"), rs.getString("delegante"),
				rs.getObject("dal", LocalDate.class), rs.getString("atto"));
	}

	private static Sostituzione sostituzione(ResultSet rs, int riga) throws SQLException {
		return new Sostituzione(rs.getString("id"),
				new Persona(rs.getString("assente_utente"), rs.getString("assente_nome"),
						rs.getString("assente_email")),
				new Persona(rs.getString("sostituto_utente"), rs.getString("sostituto_nome"),
						rs.getString("sostituto_email")),
				rs.getString("ente"), rs.getString("gestione"), rs.getObject("dal", LocalDate.class),
				rs.getObject("al", LocalDate.class));
	}

}
