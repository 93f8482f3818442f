package it.cronoprogramma.opendata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was last published of each candidatura.
 */
@Repository
public class PubblicataRepository {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	PubblicataRepository(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * What was last published of some candidature.
	 * @param chiavi keys with the CUP
	 * @param chiaviInvio keys with the ente, for those whose CUP was corrected
	 * @return those that one of the keys fits
	 */
	public List<Pubblicata> trova(Collection<String> chiavi, Collection<String> chiaviInvio) {
		List<Pubblicata> trovate = new ArrayList<>(this.jdbc.sql("SELECT * FROM pubblicata WHERE chiave IN (:chiavi)")
			.param("chiavi", chiavi)
			.query(PubblicataRepository::pubblicata)
			.list());
		this.jdbc.sql("SELECT * FROM pubblicata WHERE chiave_invio IN (:chiavi)")
			.param("chiavi", chiaviInvio)
			.query(PubblicataRepository::pubblicata)
			.list()
			.stream()
			.filter((p) -> trovate.stream().noneMatch((t) -> t.candidatura().equals(p.candidatura())))
			.toList()
			.forEach(trovate::add);
		return trovate;
	}

	/**
	 * Records rows of candidature of which none was known.
	 * @param nuove the rows
	 * @param importazione the import they come from
	 */
	public void inserisci(Collection<Pubblicata> nuove, String importazione) {
		this.template.batchUpdate(
				"""
						INSERT INTO pubblicata (chiave, chiave_invio, codice_ipa, ente, importo, finanziata, cup, decreto, stato,
							stato_dal, versione, importazione, candidatura)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				valori(nuove, importazione));
	}

	/**
	 * Records rows in place of earlier ones.
	 * @param cambiate the rows
	 * @param importazione the import they come from
	 */
	public void aggiorna(Collection<Pubblicata> cambiate, String importazione) {
		this.template.batchUpdate(
				"""
						UPDATE pubblicata SET chiave = ?, chiave_invio = ?, codice_ipa = ?, ente = ?, importo = ?, finanziata = ?,
							cup = ?, decreto = ?, stato = ?, stato_dal = ?, versione = ?, importazione = ?
						WHERE candidatura = ?""",
				valori(cambiate, importazione));
	}

	private static List<Object[]> valori(Collection<Pubblicata> righe, String importazione) {
		return righe.stream()
			.map((p) -> new Object[] { p.chiave(), p.chiaveInvio(), p.codiceIpa(), p.ente(), p.importo(),
					p.finanziata(), p.cup(), p.decreto(), p.stato().name(), p.statoDal(), p.versione(), importazione,
					p.candidatura() })
			.toList();
	}

	private static Pubblicata pubblicata(ResultSet rs, int n) throws SQLException {
		return new Pubblicata(rs.getString("candidatura"), rs.getString("chiave"), rs.getString("chiave_invio"),
				rs.getString("codice_ipa"), rs.getString("ente"), rs.getBigDecimal("importo"),
				rs.getObject("finanziata", LocalDate.class), rs.getString("cup"), rs.getString("decreto"),
				StatoPubblicato.valueOf(rs.getString("stato")), rs.getObject("stato_dal", LocalDate.class),
				rs.getInt("versione"));
	}

}
