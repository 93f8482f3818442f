package it.cronoprogramma.candidatura;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.termine.DateTermine;
import it.cronoprogramma.termine.Roma;
import it.cronoprogramma.termine.Termine;
import it.cronoprogramma.termine.Unita;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The terms and the reminders they have raised.
 */
@Repository
public class ScadenzaRepository {

	private static final int GRUPPO = 500;

	private static final List<String> PENDENTI = List.of(StatoScadenza.APERTA.name(), StatoScadenza.SCADUTA.name());

	/** Whoever follows the term in a calendar is told that it is another. */
	private static final String CRESCE = "versione = versione + 1, modificata = :adesso";

	private final JdbcClient jdbc;

	ScadenzaRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Opens a term.
	 * @param candidatura the candidatura's code
	 * @param termine which term
	 * @param evento the event it runs from, in words
	 * @param date the three dates
	 * @param adesso the instant of opening; reminders that would have been due earlier
	 * are not raised
	 * @return the open term
	 */
	public Scadenza apri(String candidatura, TipoTermine termine, String evento, DateTermine date, Instant adesso) {
		return inserisci(new Scadenza(UUID.randomUUID().toString(), candidatura, termine, evento, date,
				StatoScadenza.APERTA, Scadenza.ripartenza(date, adesso), null), adesso);
	}

	/**
	 * Opens a term that was over long before it was heard of: nobody is told that it has
	 * just been missed.
	 * @param candidatura the candidatura's code
	 * @param termine which term
	 * @param evento the event it runs from, in words
	 * @param date the three dates
	 * @param adesso the instant of opening
	 * @return the term, missed
	 */
	public Scadenza apriScaduta(String candidatura, TipoTermine termine, String evento, DateTermine date,
			Instant adesso) {
		return inserisci(new Scadenza(UUID.randomUUID().toString(), candidatura, termine, evento, date,
				StatoScadenza.SCADUTA, adesso, null), adesso);
	}

	private Scadenza inserisci(Scadenza s, Instant adesso) {
		String candidatura = s.candidatura();
		TipoTermine termine = s.termine();
		DateTermine date = s.date();
		this.jdbc
			.sql("""
					INSERT INTO scadenza (id, candidatura, termine, progressivo, quantita, unita, evento, decorrenza, civile,
						prudenziale, legale, portale, governante, spiegazione, stato, aperta, ultimo_evento)
					VALUES (:id, :candidatura, :termine, :progressivo, :quantita, :unita, :evento, :decorrenza, :civile,
						:prudenziale, :legale, :portale, :governante, :spiegazione, :stato, :adesso, :ultimo)""")
			.param("id", s.id())
			.param("candidatura", candidatura)
			.param("termine", termine.codice())
			.param("progressivo", termine.ripetibile() ? quante(candidatura, termine) + 1 : 1)
			.param("quantita", (date.termine() == null) ? null : date.termine().quantita())
			.param("unita", (date.termine() == null) ? null : date.termine().unita().name())
			.param("evento", s.evento())
			.param("decorrenza", date.decorrenza())
			.param("civile", date.civile())
			.param("prudenziale", date.prudenziale())
			.param("legale", date.legale())
			.param("portale", date.portale())
			.param("governante", s.governante())
			.param("spiegazione", date.spiegazione())
			.param("stato", s.stato().name())
			.param("adesso", istante(adesso))
			.param("ultimo", istante(s.ultimoEvento()))
			.update();
		return s;
	}

	/**
	 * Lets a term that was met run again, because the work is done over: no new term
	 * starts (dominio 2.9).
	 * @param s the term
	 * @param date its dates as they are now
	 * @param adesso the instant of opening
	 * @return the open term
	 */
	public Scadenza riapri(Scadenza s, DateTermine date, Instant adesso) {
		scrivi(s.id(), date, StatoScadenza.APERTA, Scadenza.ripartenza(date, adesso), adesso);
		this.jdbc.sql("UPDATE scadenza SET chiusa = NULL, adempiuta = NULL WHERE id = :id")
			.param("id", s.id())
			.update();
		return leggi(s.id());
	}

	private int quante(String candidatura, TipoTermine termine) {
		return this.jdbc.sql("SELECT COUNT(*) FROM scadenza WHERE candidatura = :c AND termine = :t")
			.param("c", candidatura)
			.param("t", termine.codice())
			.query(Integer.class)
			.single();
	}

	/**
	 * Puts a term on other dates.
	 * @param s the term
	 * @param date its dates from now on
	 * @param adesso when; reminders that would have been due earlier are not raised
	 */
	public void sposta(Scadenza s, DateTermine date, Instant adesso) {
		boolean inRitardo = !Roma.fineGiorno(date.governante()).isAfter(adesso);
		// a missed term stays missed unless there is time again; one that is missed only
		// now is marked so by its clock
		StatoScadenza stato = (s.stato() == StatoScadenza.SCADUTA && !inRitardo) ? StatoScadenza.APERTA : s.stato();
		scrivi(s.id(), date, stato, (stato == StatoScadenza.APERTA) ? Scadenza.ripartenza(date, adesso) : adesso,
				adesso);
	}

	/**
	 * Lets a term run from another day, because that of its event was corrected.
	 * @param s the term
	 * @param date its dates from now on
	 * @param adesso when
	 */
	public void rifai(Scadenza s, DateTermine date, Instant adesso) {
		this.jdbc.sql("UPDATE scadenza SET decorrenza = :decorrenza WHERE id = :id")
			.param("decorrenza", date.decorrenza())
			.param("id", s.id())
			.update();
		sposta(s, date, adesso);
	}

	private void scrivi(String id, DateTermine date, StatoScadenza stato, Instant ultimo, Instant adesso) {
		this.jdbc.sql("""
				UPDATE scadenza SET civile = :civile, prudenziale = :prudenziale, legale = :legale, portale = :portale,
					governante = :governante, spiegazione = :spiegazione, stato = :stato, ultimo_evento = :ultimo,
				""" + CRESCE + " WHERE id = :id")
			.param("adesso", istante(adesso))
			.param("civile", date.civile())
			.param("prudenziale", date.prudenziale())
			.param("legale", date.legale())
			.param("portale", date.portale())
			.param("governante", date.governante())
			.param("spiegazione", date.spiegazione())
			.param("stato", stato.name())
			.param("ultimo", istante(ultimo))
			.param("id", id)
			.update();
	}

	/**
	 * One term.
	 * @param id its id
	 * @return the term
	 */
	public Scadenza leggi(String id) {
		return cerca(id).orElseThrow();
	}

	/**
	 * A term that may not be there.
	 * @param id its id
	 * @return the term
	 */
	public Optional<Scadenza> cerca(String id) {
		return this.jdbc.sql("SELECT * FROM scadenza WHERE id = :id")
			.param("id", id)
			.query(ScadenzaRepository::scadenza)
			.optional();
	}

	/**
	 * The term of a kind that runs, or ran, against a candidatura; the last of several.
	 * @param candidatura the candidatura's code
	 * @param termine which term
	 * @return the term, if it was ever opened
	 */
	public Optional<Scadenza> trova(String candidatura, TipoTermine termine) {
		return this.jdbc.sql("""
				SELECT * FROM scadenza WHERE candidatura = :candidatura AND termine = :termine
				ORDER BY progressivo DESC FETCH FIRST 1 ROWS ONLY""")
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
		return tutte(List.of(candidatura)).getOrDefault(candidatura, List.of());
	}

	/**
	 * The terms of a candidatura that are still to be met, missed or not.
	 * @param candidatura the candidatura's code
	 * @return the terms, earliest first
	 */
	public List<Scadenza> pendenti(String candidatura) {
		return this.jdbc
			.sql("SELECT * FROM scadenza WHERE candidatura = :c AND stato IN (:pendenti) ORDER BY governante, termine")
			.param("c", candidatura)
			.param("pendenti", PENDENTI)
			.query(ScadenzaRepository::scadenza)
			.list();
	}

	/**
	 * All terms that are still to be met, missed or not.
	 * @return the terms, earliest first
	 */
	public List<Scadenza> pendenti() {
		return this.jdbc.sql("SELECT * FROM scadenza WHERE stato IN (:pendenti) ORDER BY governante, id")
			.param("pendenti", PENDENTI)
			.query(ScadenzaRepository::scadenza)
			.list();
	}

	/**
	 * Every term of some candidature.
	 * @param candidature their codes
	 * @return the terms by candidatura
	 */
	public Map<String, List<Scadenza>> tutte(Collection<String> candidature) {
		Map<String, List<Scadenza>> tutte = new HashMap<>();
		List<String> codici = List.copyOf(candidature);
		for (int da = 0; da < codici.size(); da += GRUPPO) {
			this.jdbc.sql("SELECT * FROM scadenza WHERE candidatura IN (:codici) ORDER BY aperta, decorrenza")
				.param("codici", codici.subList(da, Math.min(codici.size(), da + GRUPPO)))
				.query(ScadenzaRepository::scadenza)
				.list()
				.forEach((s) -> tutte.computeIfAbsent(s.candidatura(), (c) -> new ArrayList<>()).add(s));
		}
		return tutte;
	}

	/**
	 * The terms of some enti that are still to be met.
	 * @param enti ids of enti
	 * @param massimo how many at most
	 * @return the terms, earliest first
	 */
	public List<Scadenza> pendenti(Collection<String> enti, int massimo) {
		if (enti.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				SELECT s.* FROM scadenza s JOIN candidatura c ON c.codice = s.candidatura
				WHERE c.ente IN (:enti) AND s.stato IN (:pendenti)
				ORDER BY s.governante, s.candidatura FETCH FIRST :n ROWS ONLY""")
			.param("enti", enti)
			.param("pendenti", PENDENTI)
			.param("n", massimo)
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
				UPDATE scadenza SET stato = :stato, chiusa = :adesso, adempiuta = :giorno,
				""" + CRESCE + " WHERE candidatura = :candidatura AND termine = :termine")
			.param("stato", StatoScadenza.ADEMPIUTA.name())
			.param("adesso", istante(adesso))
			.param("giorno", giorno)
			.param("candidatura", candidatura)
			.param("termine", termine.codice())
			.update();
	}

	/**
	 * Records that what a term asked for was done.
	 * @param id the term's id
	 * @param giorno the day it was done
	 * @param adesso when it is recorded
	 */
	public void adempi(String id, LocalDate giorno, Instant adesso) {
		this.jdbc
			.sql("UPDATE scadenza SET stato = :stato, chiusa = :adesso, adempiuta = :giorno, " + CRESCE
					+ " WHERE id = :id")
			.param("stato", StatoScadenza.ADEMPIUTA.name())
			.param("adesso", istante(adesso))
			.param("giorno", giorno)
			.param("id", id)
			.update();
	}

	/**
	 * Ends the terms of a candidatura that has ended otherwise than by meeting them.
	 * @param candidatura the candidatura's code
	 * @param adesso the instant
	 */
	public void estingui(String candidatura, Instant adesso) {
		this.jdbc
			.sql("UPDATE scadenza SET stato = :estinta, chiusa = :adesso, " + CRESCE
					+ " WHERE candidatura = :c AND stato IN (:pendenti)")
			.param("estinta", StatoScadenza.ESTINTA.name())
			.param("adesso", istante(adesso))
			.param("c", candidatura)
			.param("pendenti", PENDENTI)
			.update();
	}

	/**
	 * Marks a term as missed. It stays open for the office: the system closes nothing.
	 * @param id its id
	 * @param adesso when it is recorded
	 */
	public void segnaScaduta(String id, Instant adesso) {
		this.jdbc.sql("UPDATE scadenza SET stato = :stato, " + CRESCE + " WHERE id = :id AND stato <> :stato")
			.param("stato", StatoScadenza.SCADUTA.name())
			.param("adesso", istante(adesso))
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

	private static OffsetDateTime istante(Instant istante) {
		return istante.atOffset(ZoneOffset.UTC);
	}

	private static Scadenza scadenza(ResultSet rs, int riga) throws SQLException {
		String unita = rs.getString("unita");
		Termine termine = (unita == null) ? null : new Termine(rs.getInt("quantita"), Unita.valueOf(unita));
		DateTermine date = new DateTermine(rs.getObject("decorrenza", LocalDate.class), termine,
				rs.getObject("civile", LocalDate.class), rs.getObject("prudenziale", LocalDate.class),
				rs.getObject("legale", LocalDate.class), rs.getObject("portale", LocalDate.class),
				rs.getString("spiegazione"));
		return new Scadenza(rs.getString("id"), rs.getString("candidatura"), TipoTermine.leggi(rs.getString("termine")),
				rs.getString("evento"), date, StatoScadenza.valueOf(rs.getString("stato")),
				rs.getObject("ultimo_evento", OffsetDateTime.class).toInstant(),
				rs.getObject("adempiuta", LocalDate.class));
	}

}
