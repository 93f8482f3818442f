package it.cronoprogramma.notifica;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.notifica.Messaggio.StatoMessaggio;
import it.cronoprogramma.notifica.Messaggio.TipoMessaggio;
import it.cronoprogramma.termine.Roma;
import it.cronoprogramma.termine.SequenzaEventi.Tipo;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Messages, who is told of which reminder by which of them, and what is known of
 * addresses.
 */
@Repository
public class MessaggioRepository {

	private static final int GRUPPO = 500;

	private static final int MOTIVO_MASSIMO = 1000;

	private static final String SOLLEVATI = """
			SELECT p.id, p.scadenza, p.evento, p.sollevato, p.governante AS allora, s.candidatura, s.termine,
				c.ente
			FROM promemoria p JOIN scadenza s ON s.id = p.scadenza JOIN candidatura c ON c.codice = s.candidatura""";

	private final JdbcClient jdbc;

	MessaggioRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Of two who prepare a run the second waits here, and finds it prepared. */
	public void serra() {
		this.jdbc.sql("SELECT id FROM serratura WHERE id = 'giro' FOR UPDATE").query(String.class).single();
	}

	// Promemoria

	/**
	 * The reminders that runs still look at.
	 * @return their rows, in the order in which they were raised
	 */
	public List<RigaSollevata> daSmaltire() {
		return this.jdbc.sql(SOLLEVATI + " WHERE p.smaltito IS NULL ORDER BY p.sollevato, p.id")
			.query(MessaggioRepository::sollevata)
			.list();
	}

	/**
	 * One reminder.
	 * @param promemoria its id
	 * @return its row, or nothing
	 */
	public Optional<RigaSollevata> sollevata(String promemoria) {
		return this.jdbc.sql(SOLLEVATI + " WHERE p.id = :id")
			.param("id", promemoria)
			.query(MessaggioRepository::sollevata)
			.optional();
	}

	/**
	 * Lets runs look at a reminder that an older version of its clock has raised, and
	 * whose mail has not left.
	 * @param promemoria its id
	 */
	public void riprendi(String promemoria) {
		this.jdbc.sql("UPDATE promemoria SET smaltito = NULL WHERE id = :id AND smaltito = sollevato")
			.param("id", promemoria)
			.update();
	}

	/**
	 * Lets no run look at some reminders any more.
	 * @param promemoria their ids
	 * @param adesso when
	 */
	public void smaltisci(Collection<String> promemoria, Instant adesso) {
		gruppi(promemoria).forEach((ids) -> this.jdbc.sql("UPDATE promemoria SET smaltito = :adesso WHERE id IN (:ids)")
			.param("adesso", istante(adesso))
			.param("ids", ids)
			.update());
	}

	/**
	 * Who is told of some reminders.
	 * @param promemoria their ids
	 * @return addresses, lower case, by reminder
	 */
	public Map<String, Set<String>> destinatari(Collection<String> promemoria) {
		Map<String, Set<String>> destinatari = new HashMap<>();
		gruppi(promemoria).forEach((ids) -> this.jdbc
			.sql("SELECT promemoria, email FROM promemoria_destinatario WHERE promemoria IN (:ids)")
			.param("ids", ids)
			.query((rs) -> {
				destinatari.computeIfAbsent(rs.getString("promemoria"), (p) -> new HashSet<>())
					.add(rs.getString("email").toLowerCase(Locale.ROOT));
			}));
		return destinatari;
	}

	// Messaggi

	/**
	 * Plans a message, once.
	 * @param tipo what kind
	 * @param indirizzo to whom, lower case
	 * @param giorno the day, Rome
	 * @param chiave what it is about, within its kind and for its address
	 * @param gestione whose it is, or {@code null}
	 * @param origine the refused message it tells of, or {@code null}
	 * @param adesso when
	 * @return the message, or nothing if it has been planned already
	 */
	public Optional<Messaggio> pianifica(TipoMessaggio tipo, String indirizzo, LocalDate giorno, String chiave,
			String gestione, String origine, Instant adesso) {
		String intera = tipo + "|" + chiave + "|" + indirizzo;
		if (this.jdbc.sql("SELECT COUNT(*) FROM messaggio WHERE chiave = :chiave")
			.param("chiave", intera)
			.query(Long.class)
			.single() > 0) {
			return Optional.empty();
		}
		Messaggio m = new Messaggio(UUID.randomUUID().toString(), tipo, indirizzo, giorno, gestione, origine,
				StatoMessaggio.DA_INVIARE);
		this.jdbc.sql("""
				INSERT INTO messaggio (id, tipo, indirizzo, giorno, chiave, gestione, origine, stato, creato)
				VALUES (:id, :tipo, :indirizzo, :giorno, :chiave, :gestione, :origine, :stato, :adesso)""")
			.param("id", m.id())
			.param("tipo", tipo.name())
			.param("indirizzo", indirizzo)
			.param("giorno", giorno)
			.param("chiave", intera)
			.param("gestione", gestione)
			.param("origine", origine)
			.param("stato", m.stato().name())
			.param("adesso", istante(adesso))
			.update();
		return Optional.of(m);
	}

	/**
	 * Puts a line into a message.
	 * @param m the message
	 * @param riga the line
	 */
	public void aggiungi(Messaggio m, Piano.Riga riga) {
		this.jdbc.sql("""
				INSERT INTO promemoria_destinatario (promemoria, email, messaggio, motivo, nessuno, respinti)
				VALUES (:promemoria, :email, :messaggio, :motivo, :nessuno, :respinti)""")
			.param("promemoria", riga.cosa().promemoria())
			.param("email", m.indirizzo())
			.param("messaggio", m.id())
			.param("motivo", riga.motivo().name())
			.param("nessuno", riga.nessuno())
			.param("respinti", riga.respinti().isEmpty() ? null : breve(String.join(", ", riga.respinti())))
			.update();
	}

	/**
	 * One message.
	 * @param id its id
	 * @return the message, or nothing
	 */
	public Optional<Messaggio> trova(String id) {
		return this.jdbc.sql("SELECT * FROM messaggio WHERE id = :id")
			.param("id", id)
			.query(MessaggioRepository::messaggio)
			.optional();
	}

	/**
	 * Who has a digest on a day.
	 * @param giorno the day, Rome
	 * @return addresses, lower case
	 */
	public Set<String> serviti(LocalDate giorno) {
		return new HashSet<>(this.jdbc.sql("SELECT indirizzo FROM messaggio WHERE giorno = :giorno AND tipo = :tipo")
			.param("giorno", giorno)
			.param("tipo", TipoMessaggio.GIORNALIERO.name())
			.query(String.class)
			.list());
	}

	/**
	 * The lines of a message.
	 * @param messaggio its id
	 * @return reminder, term and why, in no order
	 */
	public List<RigaMessaggio> righe(String messaggio) {
		return this.jdbc.sql("""
				SELECT d.promemoria, d.motivo, d.nessuno, d.respinti, p.scadenza, p.governante, p.evento
				FROM promemoria_destinatario d JOIN promemoria p ON p.id = d.promemoria
				WHERE d.messaggio = :messaggio ORDER BY p.sollevato, p.id""")
			.param("messaggio", messaggio)
			.query((rs, riga) -> new RigaMessaggio(rs.getString("promemoria"), rs.getString("scadenza"),
					rs.getObject("governante", LocalDate.class), tipo(rs.getString("evento")),
					Motivo.valueOf(rs.getString("motivo")), rs.getBoolean("nessuno"), rs.getString("respinti")))
			.list();
	}

	/**
	 * Records that a message has been handed over to the mail server.
	 * @param m the message
	 * @param oggetto its subject
	 * @param adesso when
	 */
	public void segnaInviato(Messaggio m, String oggetto, Instant adesso) {
		concludi(m, StatoMessaggio.INVIATO, oggetto, null, adesso);
		this.jdbc.sql("UPDATE promemoria_destinatario SET inviato = :adesso WHERE messaggio = :messaggio")
			.param("adesso", istante(adesso))
			.param("messaggio", m.id())
			.update();
	}

	/**
	 * Records that nothing was left to say, or that it has not arrived.
	 * @param m the message
	 * @param stato what has become of it
	 * @param motivo what the server said, or {@code null}
	 * @param adesso when
	 */
	public void chiudi(Messaggio m, StatoMessaggio stato, String motivo, Instant adesso) {
		concludi(m, stato, null, motivo, adesso);
	}

	private void concludi(Messaggio m, StatoMessaggio stato, String oggetto, String motivo, Instant adesso) {
		this.jdbc.sql("""
				UPDATE messaggio SET stato = :stato, oggetto = COALESCE(CAST(:oggetto AS VARCHAR(300)), oggetto),
					motivo = :motivo, concluso = :adesso
				WHERE id = :id""")
			.param("stato", stato.name())
			.param("oggetto", (oggetto == null || oggetto.length() <= 300) ? oggetto : oggetto.substring(0, 300))
			.param("motivo", breve(motivo))
			.param("adesso", istante(adesso))
			.param("id", m.id())
			.update();
	}

	// Indirizzi

	/**
	 * What is known of all addresses.
	 * @return preferences, silences, refusals
	 */
	public Abitudini abitudini() {
		Map<String, Preferenza> preferenze = new HashMap<>();
		this.jdbc.sql("SELECT * FROM preferenza_posta").query((rs) -> {
			preferenze.put(rs.getString("indirizzo"), preferenza(rs));
		});
		Map<String, Map<String, LocalDate>> silenzi = new HashMap<>();
		this.jdbc.sql("SELECT * FROM silenzio").query((rs) -> {
			silenzi.computeIfAbsent(rs.getString("indirizzo"), (i) -> new HashMap<>())
				.put(rs.getString("candidatura"), rs.getObject("fino", LocalDate.class));
		});
		return new Abitudini(preferenze, silenzi,
				new TreeSet<>(this.jdbc.sql("SELECT indirizzo FROM indirizzo_respinto").query(String.class).list()));
	}

	/**
	 * How somebody wants to be written to.
	 * @param indirizzo his address, in whatever case
	 * @return his choice, or that of all
	 */
	public Preferenza preferenza(String indirizzo) {
		return this.jdbc.sql("SELECT * FROM preferenza_posta WHERE indirizzo = :indirizzo")
			.param("indirizzo", indirizzo.toLowerCase(Locale.ROOT))
			.query((rs, riga) -> preferenza(rs))
			.optional()
			.orElse(Preferenza.DI_TUTTI);
	}

	/**
	 * Of what somebody does not want to hear.
	 * @param indirizzo his address, in whatever case
	 * @param oggi the day it is, Rome
	 * @return the last day by code of the candidatura, in the order of the codes
	 */
	public Map<String, LocalDate> silenzi(String indirizzo, LocalDate oggi) {
		Map<String, LocalDate> silenzi = new TreeMap<>();
		this.jdbc.sql("SELECT candidatura, fino FROM silenzio WHERE indirizzo = :indirizzo AND fino >= :oggi")
			.param("indirizzo", indirizzo.toLowerCase(Locale.ROOT))
			.param("oggi", oggi)
			.query((rs) -> {
				silenzi.put(rs.getString("candidatura"), rs.getObject("fino", LocalDate.class));
			});
		return silenzi;
	}

	/**
	 * Which of some addresses refuse.
	 * @param indirizzi addresses, in whatever case
	 * @return those that a server has refused for good, lower case
	 */
	public Set<String> respinti(Collection<String> indirizzi) {
		Set<String> respinti = new HashSet<>();
		gruppi(indirizzi.stream().map((i) -> i.toLowerCase(Locale.ROOT)).distinct().toList())
			.forEach((alcuni) -> respinti
				.addAll(this.jdbc.sql("SELECT indirizzo FROM indirizzo_respinto WHERE indirizzo IN (:alcuni)")
					.param("alcuni", alcuni)
					.query(String.class)
					.list()));
		return respinti;
	}

	/**
	 * Records how somebody wants to be written to.
	 * @param indirizzo his address, in whatever case
	 * @param p his choice
	 */
	public void preferisce(String indirizzo, Preferenza p) {
		String suo = indirizzo.toLowerCase(Locale.ROOT);
		this.jdbc.sql("DELETE FROM preferenza_posta WHERE indirizzo = :indirizzo").param("indirizzo", suo).update();
		this.jdbc.sql("""
				INSERT INTO preferenza_posta (indirizzo, cadenza, giorno, riepilogo)
				VALUES (:indirizzo, :cadenza, :giorno, :riepilogo)""")
			.param("indirizzo", suo)
			.param("cadenza", (p.settimanale() == null) ? "GIORNALIERA" : "SETTIMANALE")
			.param("giorno", (p.settimanale() == null) ? null : p.settimanale().getValue())
			.param("riepilogo", p.riepilogo())
			.update();
	}

	/**
	 * Records that somebody does not want to hear of a candidatura for a while.
	 * @param indirizzo his address, in whatever case
	 * @param candidatura its code
	 * @param fino the last day, {@code null} to hear of it again
	 */
	public void tace(String indirizzo, String candidatura, LocalDate fino) {
		String suo = indirizzo.toLowerCase(Locale.ROOT);
		this.jdbc.sql("DELETE FROM silenzio WHERE indirizzo = :indirizzo AND candidatura = :candidatura")
			.param("indirizzo", suo)
			.param("candidatura", candidatura)
			.update();
		if (fino != null) {
			this.jdbc
				.sql("INSERT INTO silenzio (indirizzo, candidatura, fino) VALUES (:indirizzo, :candidatura, :fino)")
				.param("indirizzo", suo)
				.param("candidatura", candidatura)
				.param("fino", fino)
				.update();
		}
	}

	/**
	 * Marks an address as refused: until it is taken back nothing goes there.
	 * @param indirizzo the address, lower case
	 * @param motivo what the server said
	 * @param adesso when
	 */
	public void respinge(String indirizzo, String motivo, Instant adesso) {
		accetta(indirizzo);
		this.jdbc
			.sql("INSERT INTO indirizzo_respinto (indirizzo, quando, motivo) VALUES (:indirizzo, :adesso, :motivo)")
			.param("indirizzo", indirizzo)
			.param("adesso", istante(adesso))
			.param("motivo", breve(motivo))
			.update();
	}

	/**
	 * Takes the mark away: the address is tried again.
	 * @param indirizzo the address, in whatever case
	 */
	public void accetta(String indirizzo) {
		this.jdbc.sql("DELETE FROM indirizzo_respinto WHERE indirizzo = :indirizzo")
			.param("indirizzo", indirizzo.toLowerCase(Locale.ROOT))
			.update();
	}

	private static List<List<String>> gruppi(Collection<String> ids) {
		List<String> tutti = List.copyOf(ids);
		List<List<String>> gruppi = new ArrayList<>();
		for (int da = 0; da < tutti.size(); da += GRUPPO) {
			gruppi.add(tutti.subList(da, Math.min(tutti.size(), da + GRUPPO)));
		}
		return gruppi;
	}

	private static String breve(String testo) {
		return (testo == null || testo.length() <= MOTIVO_MASSIMO) ? testo
				: testo.substring(0, MOTIVO_MASSIMO - 1) + "…";
	}

	private static OffsetDateTime istante(Instant istante) {
		return istante.atOffset(ZoneOffset.UTC);
	}

	private static Tipo tipo(String evento) {
		return Tipo.valueOf(evento.substring(0, evento.lastIndexOf('-')));
	}

	private static Preferenza preferenza(ResultSet rs) throws SQLException {
		return new Preferenza(rs.getString("cadenza").equals("SETTIMANALE") ? DayOfWeek.of(rs.getInt("giorno")) : null,
				rs.getBoolean("riepilogo"));
	}

	private static Messaggio messaggio(ResultSet rs, int riga) throws SQLException {
		return new Messaggio(rs.getString("id"), TipoMessaggio.valueOf(rs.getString("tipo")), rs.getString("indirizzo"),
				rs.getObject("giorno", LocalDate.class), rs.getString("gestione"), rs.getString("origine"),
				StatoMessaggio.valueOf(rs.getString("stato")));
	}

	private static RigaSollevata sollevata(ResultSet rs, int riga) throws SQLException {
		String evento = rs.getString("evento");
		LocalDate sollevato = Roma.giorno(rs.getObject("sollevato", OffsetDateTime.class).toInstant());
		LocalDate allora = rs.getObject("allora", LocalDate.class);
		int nominali = Integer.parseInt(evento.substring(evento.lastIndexOf('-') + 1));
		return new RigaSollevata(rs.getString("id"), rs.getString("scadenza"), rs.getString("candidatura"),
				rs.getString("ente"), TipoTermine.leggi(rs.getString("termine")), tipo(evento),
				(int) Math.min(nominali, ChronoUnit.DAYS.between(sollevato, allora)), sollevato, allora);
	}

	/**
	 * A reminder as it was raised.
	 *
	 * @param promemoria its id
	 * @param scadenza the term's id
	 * @param candidatura the candidatura's code
	 * @param ente the ente whose candidatura it is
	 * @param termine which term
	 * @param evento what the clock struck for
	 * @param giorni days left
	 * @param sollevato the day on which it was raised, Rome
	 * @param allora the governing day then
	 */
	public record RigaSollevata(String promemoria, String scadenza, String candidatura, String ente,
			TipoTermine termine, Tipo evento, int giorni, LocalDate sollevato, LocalDate allora) {
	}

	/**
	 * A reminder in a message.
	 *
	 * @param promemoria its id
	 * @param scadenza the term's id
	 * @param allora the governing day when it was raised
	 * @param evento what the clock struck for
	 * @param motivo in which quality somebody is told
	 * @param nessuno whether because the ente has nobody
	 * @param respinti addresses that refuse, or {@code null}
	 */
	public record RigaMessaggio(String promemoria, String scadenza, LocalDate allora, Tipo evento, Motivo motivo,
			boolean nessuno, String respinti) {
	}

}
