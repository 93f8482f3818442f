package it.cronoprogramma.ente;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The enti, their gestioni associate and referenti.
 */
@Repository
public class EnteRepository {

	private static final String COLONNE = "SELECT id, nome, codice_ipa, codice_istat, popolazione, gestione FROM ente";

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
		return this.jdbc.sql(COLONNE + " WHERE id = :id")
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
		return this.jdbc.sql(COLONNE + " WHERE id IN (:ids) ORDER BY nome")
			.param("ids", ids)
			.query(EnteRepository::ente)
			.list();
	}

	/**
	 * Every ente, by name.
	 * @return the enti
	 */
	public List<Ente> tutti() {
		return this.jdbc.sql(COLONNE + " ORDER BY nome").query(EnteRepository::ente).list();
	}

	/**
	 * The addresses of an ente's referenti.
	 * @param ente the ente's id
	 * @return e-mail addresses, by name of the referente
	 */
	public List<String> indirizziReferenti(String ente) {
		return this.jdbc.sql("SELECT email FROM referente WHERE ente = :ente ORDER BY nome, email")
			.param("ente", ente)
			.query(String.class)
			.list();
	}

	/**
	 * The address of the ufficio RTD that follows an ente.
	 * @param ente the ente's id
	 * @return its e-mail address, or nothing when the ente is in no gestione or it has
	 * none
	 */
	public List<String> indirizzoUfficioRtd(String ente) {
		return this.jdbc.sql("""
				SELECT g.email FROM ente e JOIN gestione g ON g.id = e.gestione
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
	 * Records an ente.
	 * @param e the ente
	 * @param codiceCatastale letter and three digits
	 * @param provincia two letters
	 * @param regione its name
	 * @param fontePopolazione where the population comes from
	 */
	public void inserisci(Ente e, String codiceCatastale, String provincia, String regione, String fontePopolazione) {
		this.jdbc.sql("""
				INSERT INTO ente (id, nome, tipologia, codice_ipa, codice_istat, codice_catastale, provincia, regione,
					popolazione, popolazione_fonte, gestione)
				VALUES (:id, :nome, 'Comune', :ipa, :istat, :catastale, :provincia, :regione, :popolazione, :fonte,
					:gestione)""")
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
		return new Ente(rs.getString("id"), rs.getString("nome"), rs.getString("codice_ipa"),
				rs.getString("codice_istat"), rs.getInt("popolazione"), rs.getString("gestione"));
	}

}
