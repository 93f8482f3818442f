package it.cronoprogramma.ente;

import java.sql.ResultSet;
import java.sql.SQLException;
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

import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The enti, their gestioni associate and referenti, and the register of their mergers.
 */
@Repository
public class EnteRepository {

	private static final String COLONNE = """
			SELECT e.id, e.nome, e.codice_ipa, e.codice_istat, e.popolazione, e.gestione, e.successore, e.trasferito,
				s.nome AS nome_successore
			FROM ente e LEFT JOIN ente s ON s.id = e.successore""";

	private static final String FILTRO = """
			WHERE e.successore IS NULL AND (:tutto = TRUE OR e.gestione IN (:gestioni))
			AND (:gestione = '' OR e.gestione = :gestione)
			AND (LOWER(e.nome) LIKE :testo ESCAPE '!' OR e.chiave_ipa LIKE :testo ESCAPE '!')""";

	private final JdbcClient jdbc;

	EnteRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One ente.
	 * @param id the ente's id
	 * @return the ente
	 * @throws Rifiuto if there is none
	 */
	public Ente leggi(String id) {
		return this.jdbc.sql(COLONNE + " WHERE e.id = :id")
			.param("id", id)
			.query(EnteRepository::ente)
			.optional()
			.orElseThrow(() -> Rifiuto.nonTrovato("L'ente «%s» non esiste.", id));
	}

	/**
	 * Some enti, by name.
	 * @param ids their ids
	 * @return those that exist
	 */
	public List<Ente> leggi(Collection<String> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql(COLONNE + " WHERE e.id IN (:ids) ORDER BY e.nome")
			.param("ids", ids)
			.query(EnteRepository::ente)
			.list();
	}

	/**
	 * Every ente, by name.
	 * @return the enti
	 */
	public List<Ente> tutti() {
		return this.jdbc.sql(COLONNE + " ORDER BY e.nome").query(EnteRepository::ente).list();
	}

	/**
	 * One ente, which nobody else can suppress or open a candidatura for until the
	 * transaction ends.
	 * @param id the ente's id
	 * @return the ente
	 * @throws Rifiuto if there is none
	 */
	public Ente blocca(String id) {
		this.jdbc.sql("SELECT id FROM ente WHERE id = :id FOR UPDATE").param("id", id).query(String.class).optional();
		return leggi(id);
	}

	/**
	 * The enti whose candidature an ente holds, because they have gone into it.
	 * @param titolare the ente's id
	 * @return the enti, by name: those that came by way of another too
	 */
	public List<Ente> confluitiIn(String titolare) {
		return this.jdbc.sql(COLONNE + " WHERE e.successore = :titolare ORDER BY e.nome")
			.param("titolare", titolare)
			.query(EnteRepository::ente)
			.list();
	}

	/**
	 * The enti that something may be of which came to one of them or to their gestione.
	 * @param raccolta the id of an ente or of a gestione
	 * @return the enti, by name: those that have gone into them too
	 */
	public List<Ente> raccolti(String raccolta) {
		return this.jdbc
			.sql(COLONNE
					+ " WHERE e.id = :raccolta OR e.gestione = :raccolta OR e.successore = :raccolta ORDER BY e.nome")
			.param("raccolta", raccolta)
			.query(EnteRepository::ente)
			.list();
	}

	/**
	 * Records where an ente has gone.
	 * @param ente the ente after the merger
	 */
	public void salvaConfluenza(Ente ente) {
		this.jdbc
			.sql("UPDATE ente SET successore = :successore, trasferito = :giorno, gestione = :gestione WHERE id = :id")
			.param("successore", ente.confluito().ente())
			.param("giorno", ente.confluito().giorno())
			.param("gestione", ente.gestione())
			.param("id", ente.id())
			.update();
	}

	/**
	 * Adds a line to the register of the enti.
	 * @param e the event
	 */
	public void registra(EventoEnte e) {
		this.jdbc.sql("""
				INSERT INTO evento_ente (id, vecchio, nuovo, tipo, giorno, atto, data_atto, vecchia_gestione,
					registrato, registrato_da)
				VALUES (:id, :vecchio, :nuovo, :tipo, :giorno, :atto, :dataAtto, :gestione, :quando, :chi)""")
			.param("id", UUID.randomUUID().toString())
			.param("vecchio", e.vecchio())
			.param("nuovo", e.nuovo())
			.param("tipo", e.tipo().name())
			.param("giorno", e.giorno())
			.param("atto", e.atto())
			.param("dataAtto", e.dataAtto())
			.param("gestione", e.vecchiaGestione())
			.param("quando", OffsetDateTime.ofInstant(e.quando(), ZoneOffset.UTC))
			.param("chi", e.chi())
			.update();
	}

	/**
	 * What the register holds of an ente.
	 * @param ente the ente's id
	 * @return what it has gone into and what has gone into it, in the order of the days
	 */
	public List<EventoEnte> eventi(String ente) {
		return this.jdbc
			.sql("SELECT * FROM evento_ente WHERE vecchio = :ente OR nuovo = :ente ORDER BY giorno, registrato")
			.param("ente", ente)
			.query((rs, riga) -> new EventoEnte(rs.getString("vecchio"), rs.getString("nuovo"),
					TipoEvento.valueOf(rs.getString("tipo")), rs.getObject("giorno", LocalDate.class),
					rs.getString("atto"), rs.getObject("data_atto", LocalDate.class), rs.getString("vecchia_gestione"),
					rs.getString("registrato_da"), rs.getObject("registrato", OffsetDateTime.class).toInstant()))
			.list();
	}

	/**
	 * An id for an ente that is not known yet.
	 * @return {@code E} and six digits
	 */
	public String nuovoId() {
		return "E%06d".formatted(this.jdbc.sql("SELECT nextval('ente_numero')").query(Long.class).single());
	}

	/**
	 * Whether a code of the IPA is somebody's already.
	 * @param codiceIpa the code, in whatever case
	 * @return {@code true} if an ente has it, whether it lives or not
	 */
	public boolean conosce(String codiceIpa) {
		return this.jdbc.sql("SELECT COUNT(*) FROM ente WHERE chiave_ipa = :ipa")
			.param("ipa", codiceIpa.toLowerCase(Locale.ROOT))
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * The address of the ufficio RTD that follows an ente, or its successor.
	 * @param ente the ente's id
	 * @return its e-mail address, or nothing when the ente is in no gestione or it has
	 * none
	 */
	public List<String> indirizzoUfficioRtd(String ente) {
		return this.jdbc.sql("""
				SELECT g.email FROM ente e JOIN ente t ON t.id = COALESCE(e.successore, e.id)
					JOIN gestione g ON g.id = t.gestione
				WHERE e.id = :ente AND g.email IS NOT NULL""").param("ente", ente).query(String.class).list();
	}

	/**
	 * Records a gestione associata.
	 * @param id its id
	 * @param nome its name
	 * @param email the address of its ufficio RTD
	 */
	public void inserisciGestione(String id, String nome, String email) {
		this.jdbc.sql("INSERT INTO gestione (id, nome, email) VALUES (:id, :nome, :email)")
			.param("id", id)
			.param("nome", nome)
			.param("email", email)
			.update();
	}

	/**
	 * The gestioni among some ids.
	 * @param ids ids of enti and of gestioni
	 * @return ids of gestioni, in order
	 */
	public List<String> gestioni(Collection<String> ids) {
		return ids.isEmpty() ? List.of()
				: this.jdbc.sql("SELECT id FROM gestione WHERE id IN (:ids) ORDER BY id")
					.param("ids", ids)
					.query(String.class)
					.list();
	}

	/**
	 * Records an ente.
	 * @param e the ente
	 * @param codiceCatastale letter and three digits, or {@code null}
	 * @param provincia two letters, or {@code null}
	 * @param regione its name, or {@code null}
	 * @param fontePopolazione where the population comes from
	 */
	public void inserisci(Ente e, String codiceCatastale, String provincia, String regione, String fontePopolazione) {
		this.jdbc
			.sql("""
					INSERT INTO ente (id, nome, tipologia, codice_ipa, chiave_ipa, codice_istat, codice_catastale, provincia,
						regione, popolazione, popolazione_fonte, gestione)
					VALUES (:id, :nome, 'Comune', :ipa, LOWER(:ipa), :istat, :catastale, :provincia, :regione, :popolazione,
						:fonte, :gestione)""")
			.param("id", e.id())
			.param("nome", e.nome())
			.param("ipa", e.codiceIpa())
			.param("istat", e.codiceIstat())
			.param("catastale", codiceCatastale)
			.param("provincia", provincia)
			.param("regione", regione)
			.param("popolazione", e.popolazione())
			.param("fonte", fontePopolazione)
			.param("gestione", e.gestione())
			.update();
	}

	/**
	 * The enti with some codes of the IPA.
	 * @param chiavi codes, lower case
	 * @return the enti by code, lower case: where two share one, the one that lives
	 */
	public Map<String, Ente> perIpa(Collection<String> chiavi) {
		Map<String, Ente> perIpa = new HashMap<>();
		if (!chiavi.isEmpty()) {
			this.jdbc.sql(COLONNE + " WHERE e.chiave_ipa IN (:chiavi) ORDER BY e.trasferito, e.id DESC")
				.param("chiavi", chiavi)
				.query(EnteRepository::ente)
				.list()
				.forEach((e) -> perIpa.merge(e.codiceIpa().toLowerCase(Locale.ROOT), e,
						(uno, altro) -> uno.soppresso() ? altro : uno));
		}
		return perIpa;
	}

	/**
	 * The comuni with some ISTAT codes that live.
	 * @param codici six digits each
	 * @return the comuni; more than one of a code where the published data say so
	 */
	public List<Ente> comuniConIstat(Collection<String> codici) {
		return codici.isEmpty() ? List.of() : this.jdbc
			.sql(COLONNE + " WHERE e.codice_istat IN (:codici) AND e.successore IS NULL AND e.tipologia LIKE 'Comun%'")
			.param("codici", codici)
			.query(EnteRepository::ente)
			.list();
	}

	/**
	 * Records an ente that is known from the published data only: it is to be completed.
	 * @param e the ente, without population
	 * @param tipologia what kind of ente
	 * @param provincia two letters, or {@code null}
	 * @param codProvincia three digits, or {@code null}
	 * @param regione its name
	 */
	public void inserisciPubblicato(Ente e, String tipologia, String provincia, String codProvincia, String regione) {
		this.jdbc.sql("""
				INSERT INTO ente (id, nome, tipologia, codice_ipa, chiave_ipa, codice_istat, provincia, cod_provincia,
					regione, gestione, da_completare)
				VALUES (:id, :nome, :tipologia, :ipa, LOWER(:ipa), :istat, :provincia, :codProvincia, :regione,
					:gestione, TRUE)""")
			.param("id", e.id())
			.param("nome", e.nome())
			.param("tipologia", tipologia)
			.param("ipa", e.codiceIpa())
			.param("istat", e.codiceIstat())
			.param("provincia", provincia)
			.param("codProvincia", codProvincia)
			.param("regione", regione)
			.param("gestione", e.gestione())
			.update();
	}

	/**
	 * Gives an ente another code of the IPA.
	 * @param id the ente's id
	 * @param codiceIpa the code
	 */
	public void cambiaIpa(String id, String codiceIpa) {
		this.jdbc.sql("UPDATE ente SET codice_ipa = :ipa, chiave_ipa = LOWER(:ipa) WHERE id = :id")
			.param("ipa", codiceIpa)
			.param("id", id)
			.update();
	}

	/**
	 * Puts an ente into a gestione.
	 * @param id the ente's id
	 * @param gestione the gestione's id
	 */
	public void affida(String id, String gestione) {
		this.jdbc.sql("UPDATE ente SET gestione = :gestione WHERE id = :id")
			.param("gestione", gestione)
			.param("id", id)
			.update();
	}

	/**
	 * Records a referente of an ente: its segretario comunale.
	 * @param id the referente's id
	 * @param ente the ente's id
	 * @param nome name and surname
	 * @param email where reminders go
	 */
	public void inserisciReferente(String id, String ente, String nome, String email) {
		this.jdbc.sql("INSERT INTO referente (id, ente, nome, email) VALUES (:id, :ente, :nome, :email)")
			.param("id", id)
			.param("ente", ente)
			.param("nome", nome)
			.param("email", email)
			.update();
	}

	/**
	 * Everything recorded of an ente.
	 * @param id the ente's id
	 * @return the ente, or nothing
	 */
	public Optional<Anagrafica> anagrafica(String id) {
		return this.jdbc.sql("SELECT * FROM ente WHERE id = :id")
			.param("id", id)
			.query(EnteRepository::anagrafica)
			.optional();
	}

	/**
	 * Records an ente with everything that is known of it.
	 * @param a the ente, with its id
	 */
	public void inserisci(Anagrafica a) {
		this.jdbc.sql("""
				INSERT INTO ente (id, nome, tipologia, codice_ipa, chiave_ipa, codice_istat, cod_provincia,
					codice_catastale, provincia, regione, popolazione, popolazione_fonte, gestione)
				VALUES (:id, :nome, :tipologia, :ipa, LOWER(:ipa), :istat, :codProvincia, :catastale, :provincia,
					:regione, :popolazione, :fonte, :gestione)""").params(valori(a)).update();
	}

	/**
	 * Changes everything that is known of an ente.
	 * @param a the ente as it is from now on
	 */
	public void aggiorna(Anagrafica a) {
		this.jdbc.sql("""
				UPDATE ente SET nome = :nome, tipologia = :tipologia, codice_ipa = :ipa, chiave_ipa = LOWER(:ipa),
					codice_istat = :istat, cod_provincia = COALESCE(:codProvincia, cod_provincia),
					codice_catastale = :catastale, provincia = :provincia, regione = :regione,
					popolazione = :popolazione, popolazione_fonte = :fonte, gestione = :gestione
				WHERE id = :id""").params(valori(a)).update();
		// whatever has gone into it is followed by whoever follows it
		this.jdbc.sql("UPDATE ente SET gestione = :gestione WHERE successore = :id")
			.param("gestione", a.gestione())
			.param("id", a.id())
			.update();
	}

	/**
	 * Marks an ente as to be completed, or takes the mark away.
	 * @param id the ente's id
	 * @param si whether something is missing
	 */
	public void daCompletare(String id, boolean si) {
		this.jdbc.sql("UPDATE ente SET da_completare = :si WHERE id = :id").param("si", si).param("id", id).update();
	}

	/**
	 * The enti that somebody may manage, those to be completed first.
	 * @param c whose list it is
	 * @param testo part of the name or of the code of the IPA, or {@code null}
	 * @param gestione only those of a gestione, or {@code null}
	 * @param salta how many come before
	 * @param quanti how many at most
	 * @return the enti that live
	 */
	public List<RigaEnte> elenco(Competenza c, String testo, String gestione, int salta, int quanti) {
		return this.jdbc.sql("""
				SELECT e.id, e.nome, e.codice_ipa, e.popolazione, e.da_completare, g.nome AS nome_gestione,
					(SELECT COUNT(*) FROM referente r WHERE r.ente = e.id) AS referenti
				FROM ente e LEFT JOIN gestione g ON g.id = e.gestione
				""" + FILTRO + "\n" + """
				ORDER BY e.da_completare DESC, e.nome, e.id LIMIT :quanti OFFSET :salta""")
			.params(filtro(c, testo, gestione))
			.param("quanti", quanti)
			.param("salta", salta)
			.query((rs, riga) -> new RigaEnte(rs.getString("id"), rs.getString("nome"), rs.getString("codice_ipa"),
					rs.getObject("popolazione", Integer.class), rs.getString("nome_gestione"), rs.getInt("referenti"),
					rs.getBoolean("da_completare")))
			.list();
	}

	/**
	 * How many enti somebody may manage.
	 * @param c whose list it is
	 * @param testo part of the name or of the code of the IPA, or {@code null}
	 * @param gestione only those of a gestione, or {@code null}
	 * @return their number
	 */
	public int conta(Competenza c, String testo, String gestione) {
		return this.jdbc.sql("SELECT COUNT(*) FROM ente e " + FILTRO)
			.params(filtro(c, testo, gestione))
			.query(Integer.class)
			.single();
	}

	private static Map<String, Object> filtro(Competenza c, String testo, String gestione) {
		Map<String, Object> filtro = new HashMap<>();
		filtro.put("tutto", c.tutto());
		filtro.put("gestioni", c.gestioni().isEmpty() ? List.of("-") : c.gestioni());
		filtro.put("gestione", (gestione == null) ? "" : gestione);
		filtro.put("testo", Ricerca.simile(testo));
		return filtro;
	}

	/**
	 * The ids of the living enti of some gestioni.
	 * @param gestioni ids of gestioni
	 * @return ids of enti
	 */
	public Set<String> entiDi(Collection<String> gestioni) {
		return gestioni.isEmpty() ? Set.of()
				: new TreeSet<>(
						this.jdbc.sql("SELECT id FROM ente WHERE gestione IN (:gestioni) AND successore IS NULL")
							.param("gestioni", gestioni)
							.query(String.class)
							.list());
	}

	/**
	 * The gestioni.
	 * @return all of them, by name
	 */
	public List<Gestione> gestioni() {
		return this.jdbc.sql("SELECT id, nome, email FROM gestione ORDER BY nome, id")
			.query((rs, riga) -> new Gestione(rs.getString("id"), rs.getString("nome"), rs.getString("email")))
			.list();
	}

	/**
	 * Records a gestione, or its new name and address.
	 * @param g the gestione
	 */
	public void salva(Gestione g) {
		int righe = this.jdbc.sql("UPDATE gestione SET nome = :nome, email = :email WHERE id = :id")
			.param("nome", g.nome())
			.param("email", g.email())
			.param("id", g.id())
			.update();
		if (righe == 0) {
			inserisciGestione(g.id(), g.nome(), g.email());
		}
	}

	private static Map<String, Object> valori(Anagrafica a) {
		Map<String, Object> valori = new HashMap<>();
		valori.put("id", a.id());
		valori.put("nome", a.nome());
		valori.put("tipologia", a.tipologia());
		valori.put("ipa", a.codiceIpa());
		valori.put("istat", (a.codiceIstat() == null) ? "N/D" : a.codiceIstat());
		// the first three digits of a comune's code are its province
		valori.put("codProvincia", (a.codiceIstat() == null || !a.comune()) ? null : a.codiceIstat().substring(0, 3));
		valori.put("catastale", a.codiceCatastale());
		valori.put("provincia", a.provincia());
		valori.put("regione", a.regione());
		valori.put("popolazione", a.popolazione());
		valori.put("fonte", a.fonte());
		valori.put("gestione", a.gestione());
		return valori;
	}

	private static Anagrafica anagrafica(ResultSet rs, int riga) throws SQLException {
		String istat = rs.getString("codice_istat");
		return new Anagrafica(rs.getString("id"), rs.getString("nome"), rs.getString("tipologia"),
				rs.getString("codice_ipa"), "N/D".equals(istat) ? null : istat, rs.getString("codice_catastale"),
				rs.getString("provincia"), rs.getString("regione"), rs.getObject("popolazione", Integer.class),
				rs.getString("popolazione_fonte"), rs.getString("gestione"));
	}

	private static Ente ente(ResultSet rs, int riga) throws SQLException {
		String successore = rs.getString("successore");
		return new Ente(rs.getString("id"), rs.getString("nome"), rs.getString("codice_ipa"),
				rs.getString("codice_istat"), rs.getInt("popolazione"), rs.getString("gestione"),
				(successore == null) ? null : new Confluenza(successore, rs.getString("nome_successore"),
						rs.getObject("trasferito", LocalDate.class)));
	}

	/**
	 * An ente in the list.
	 *
	 * @param id its id
	 * @param nome its name
	 * @param codiceIpa its code in the IPA
	 * @param popolazione its inhabitants, or {@code null}
	 * @param gestione the name of its gestione, or {@code null}
	 * @param referenti how many people are written to
	 * @param daCompletare whether something is missing
	 */
	public record RigaEnte(String id, String nome, String codiceIpa, Integer popolazione, String gestione,
			int referenti, boolean daCompletare) {
	}

}
