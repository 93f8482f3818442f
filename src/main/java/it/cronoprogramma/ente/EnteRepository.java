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
	 * The addresses of the referenti for an ente's candidature: after a merger those of
	 * the successor.
	 * @param ente the ente's id
	 * @return e-mail addresses, by name of the referente
	 */
	public List<String> indirizziReferenti(String ente) {
		return this.jdbc.sql("""
				SELECT r.email FROM ente e JOIN referente r ON r.ente = COALESCE(e.successore, e.id)
				WHERE e.id = :ente ORDER BY r.nome, r.email""").param("ente", ente).query(String.class).list();
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
	 * @return the comuni by ISTAT code
	 */
	public Map<String, Ente> comuniPerIstat(Collection<String> codici) {
		Map<String, Ente> perIstat = new HashMap<>();
		if (!codici.isEmpty()) {
			this.jdbc
				.sql(COLONNE
						+ " WHERE e.codice_istat IN (:codici) AND e.successore IS NULL AND e.tipologia LIKE 'Comun%'")
				.param("codici", codici)
				.query(EnteRepository::ente)
				.list()
				.forEach((e) -> perIstat.putIfAbsent(e.codiceIstat(), e));
		}
		return perIstat;
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
	 * Records a referente of an ente.
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

	private static Ente ente(ResultSet rs, int riga) throws SQLException {
		String successore = rs.getString("successore");
		return new Ente(rs.getString("id"), rs.getString("nome"), rs.getString("codice_ipa"),
				rs.getString("codice_istat"), rs.getInt("popolazione"), rs.getString("gestione"),
				(successore == null) ? null : new Confluenza(successore, rs.getString("nome_successore"),
						rs.getObject("trasferito", LocalDate.class)));
	}

}
