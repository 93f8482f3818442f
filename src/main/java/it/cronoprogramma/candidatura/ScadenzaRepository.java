package it.cronoprogramma.candidatura;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.termine.DateTermine;
import it.cronoprogramma.termine.Termine;
import it.cronoprogramma.termine.Unita;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The terms and the reminders they have raised.
 */
@Repository
public class ScadenzaRepository {

	private final JdbcClient jdbc;

	ScadenzaRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Opens a term. A term that was met and runs again, because the work is done over,
	 * keeps its dates: no new term starts (dominio 2.9).
	 * @param candidatura the candidatura's code
	 * @param termine which term
	 * @param evento the event it runs from, in words
	 * @param date the three dates
	 * @param adesso the instant of opening; reminders that would have been due earlier
	 * are not raised
	 * @return the open term
	 */
	public Scadenza apri(String candidatura, TipoTermine termine, String evento, DateTermine date, Instant adesso) {
		Optional<Scadenza> precedente = termine.riapribile() ? trova(candidatura, termine) : Optional.empty();
		if (precedente.isPresent()) {
			String id = precedente.get().id();
			this.jdbc.sql("""
					UPDATE scadenza SET stato = :stato, chiusa = NULL, adempiuta = NULL, ultimo_evento = :adesso
					WHERE id = :id""")
				.param("stato", StatoScadenza.APERTA.name())
				.param("adesso", istante(adesso))
				.param("id", id)
				.update();
			return leggi(id);
		}
		Scadenza s = new Scadenza(UUID.randomUUID().toString(), candidatura, termine, evento, date, Optional.empty(),
				StatoScadenza.APERTA, adesso);
		this.jdbc
			.sql("""
					INSERT INTO scadenza (id, candidatura, termine, quantita, unita, evento, decorrenza, civile, prudenziale,
						legale, governante, spiegazione, stato, aperta, ultimo_evento)
					VALUES (:id, :candidatura, :termine, :quantita, :unita, :evento, :decorrenza, :civile, :prudenziale,
						:legale, :governante, :spiegazione, :stato, :adesso, :adesso)""")
			.param("id", s.id())
			.param("candidatura", candidatura)
			.param("termine", termine.codice())
			.param("quantita", (date.termine() == null) ? null : date.termine().quantita())
			.param("unita", (date.termine() == null) ? null : date.termine().unita().name())
			.param("evento", evento)
			.param("decorrenza", date.decorrenza())
			.param("civile", date.civile())
			.param("prudenziale", date.prudenziale())
			.param("legale", date.legale())
			.param("governante", s.governante())
			.param("spiegazione", date.spiegazione())
			.param("stato", s.stato().name())
			.param("adesso", istante(adesso))
			.update();
		return s;
	}

	/**
	 * One term.
	 * @param id its id
	 * @return the term
	 */
	public Scadenza leggi(String id) {
		return this.jdbc.sql("SELECT * FROM scadenza WHERE id = :id")
			.param("id", id)
			.query(ScadenzaRepository::scadenza)
			.single();
	}

	/**
	 * The term of a kind that runs, or ran, against a candidatura.
	 * @param candidatura the candidatura's code
	 * @param termine which term
	 * @return the term, if it was ever opened
	 */
	public Optional<Scadenza> trova(String candidatura, TipoTermine termine) {
		return this.jdbc.sql("SELECT * FROM scadenza WHERE candidatura = :candidatura AND termine = :termine")
			.param("candidatura", candidatura)
			.param("termine", termine.codice())
			.query(ScadenzaRepository::scadenza)
			.optional();
	}

	/**
	 * Every term of a candidatura, in the order they were opened.
	 * @param candidatura the candidatura's code
	 * @return the terms
	 */
	public List<Scadenza> tutte(String candidatura) {
		return this.jdbc.sql("SELECT * FROM scadenza WHERE candidatura = :candidatura ORDER BY aperta, decorrenza")
			.param("candidatura", candidatura)
			.query(ScadenzaRepository::scadenza)
			.list();
	}

	/**
	 * Records that what the term asked for was done.
	 * @param candidatura the candidatura's code
	 * @param termine which term
	 * @param giorno the day it was done
	 * @param adesso when it is recorded
	 */
	public void adempi(String candidatura, TipoTermine termine, LocalDate giorno, Instant adesso) {
		this.jdbc.sql("""
				UPDATE scadenza SET stato = :stato, chiusa = :adesso, adempiuta = :giorno
				WHERE candidatura = :candidatura AND termine = :termine""")
			.param("stato", StatoScadenza.ADEMPIUTA.name())
			.param("adesso", istante(adesso))
			.param("giorno", giorno)
			.param("candidatura", candidatura)
			.param("termine", termine.codice())
			.update();
	}

	/**
	 * Marks a term as missed. It stays open for the office: the system closes nothing.
	 * @param id its id
	 */
	public void segnaScaduta(String id) {
		this.jdbc.sql("UPDATE scadenza SET stato = :stato WHERE id = :id")
			.param("stato", StatoScadenza.SCADUTA.name())
			.param("id", id)
			.update();
	}

	/**
	 * Raises a reminder, once for each event of a term and governing day.
	 * @param s the term
	 * @param evento the event's key
	 * @param quando the event's instant: the term's clock goes on from there
	 * @param adesso when it is raised
	 * @return the reminder's id
	 */
	public String sollevaPromemoria(Scadenza s, String evento, Instant quando, Instant adesso) {
		this.jdbc.sql("UPDATE scadenza SET ultimo_evento = :quando WHERE id = :id")
			.param("quando", istante(quando))
			.param("id", s.id())
			.update();
		Optional<String> presente = this.jdbc.sql(
				"SELECT id FROM promemoria WHERE scadenza = :scadenza AND evento = :evento AND governante = :governante")
			.param("scadenza", s.id())
			.param("evento", evento)
			.param("governante", s.governante())
			.query(String.class)
			.optional();
		if (presente.isPresent()) {
			return presente.get();
		}
		String id = UUID.randomUUID().toString();
		this.jdbc.sql("""
				INSERT INTO promemoria (id, scadenza, evento, governante, sollevato)
				VALUES (:id, :scadenza, :evento, :governante, :adesso)""")
			.param("id", id)
			.param("scadenza", s.id())
			.param("evento", evento)
			.param("governante", s.governante())
			.param("adesso", istante(adesso))
			.update();
		return id;
	}

	/**
	 * Those who already have a reminder.
	 * @param promemoria the reminder's id
	 * @return their addresses
	 */
	public List<String> destinatariRaggiunti(String promemoria) {
		return this.jdbc.sql("SELECT email FROM promemoria_destinatario WHERE promemoria = :promemoria")
			.param("promemoria", promemoria)
			.query(String.class)
			.list();
	}

	/**
	 * Records that a reminder was handed over to the mail server for someone.
	 * @param promemoria the reminder's id
	 * @param email the address
	 * @param adesso when
	 */
	public void segnaInviato(String promemoria, String email, Instant adesso) {
		this.jdbc.sql("""
				INSERT INTO promemoria_destinatario (promemoria, email, inviato)
				VALUES (:promemoria, :email, :adesso)""")
			.param("promemoria", promemoria)
			.param("email", email)
			.param("adesso", istante(adesso))
			.update();
	}

	private static OffsetDateTime istante(Instant istante) {
		return istante.atOffset(ZoneOffset.UTC);
	}

	private static Scadenza scadenza(ResultSet rs, int riga) throws SQLException {
		String unita = rs.getString("unita");
		Termine termine = (unita == null) ? null : new Termine(rs.getInt("quantita"), Unita.valueOf(unita));
		DateTermine date = new DateTermine(rs.getObject("decorrenza", LocalDate.class), termine,
				rs.getObject("civile", LocalDate.class), rs.getObject("prudenziale", LocalDate.class),
				rs.getObject("legale", LocalDate.class), rs.getString("spiegazione"));
		return new Scadenza(rs.getString("id"), rs.getString("candidatura"), TipoTermine.leggi(rs.getString("termine")),
				rs.getString("evento"), date, Optional.ofNullable(rs.getObject("portale", LocalDate.class)),
				StatoScadenza.valueOf(rs.getString("stato")),
				rs.getObject("ultimo_evento", OffsetDateTime.class).toInstant());
	}

}
