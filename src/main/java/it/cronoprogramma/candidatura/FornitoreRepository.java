package it.cronoprogramma.candidatura;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The register of suppliers. Each gestione associata has its own: what one writes, no
 * other reads.
 */
@Repository
public class FornitoreRepository {

	private final JdbcClient jdbc;

	FornitoreRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those who have worked for some enti.
	 * @param enti ids of enti
	 * @return the suppliers, by name
	 */
	public List<Fornitore> noti(Collection<String> enti) {
		if (enti.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				SELECT * FROM fornitore WHERE id IN (
					SELECT k.fornitore_id FROM contratto k JOIN candidatura c ON c.codice = k.candidatura
					WHERE c.ente IN (:enti)) ORDER BY nome, id""")
			.param("enti", enti)
			.query(FornitoreRepository::fornitore)
			.list();
	}

	/**
	 * The supplier of this identifier or name in the register of an ente's gestione, now
	 * entered if it was not there.
	 * @param nome its name
	 * @param identificativo partita IVA or codice fiscale, or {@code null}
	 * @param ente for whom it works
	 * @param interno whether it is the ente's own staff
	 * @param autore who enters it
	 * @return the supplier as the register has it: whoever has the same identifier is the
	 * same, and so is whoever has the same name but for capitals, blanks and punctuation
	 * @throws Rifiuto if the name stands in the register with another identifier, or
	 * somebody else enters it at this moment
	 */
	public Fornitore iscrivi(String nome, IdentificativoFiscale identificativo, Ente ente, boolean interno,
			Autore autore) {
		String ambito = (interno || ente.gestione() == null) ? ente.id() : ente.gestione();
		String chiave = Fornitore.chiave(nome);
		Optional<Fornitore> stesso = Optional.ofNullable(identificativo)
			.flatMap((i) -> cerca("identificativo = :valore", ambito, interno, i.codice()));
		if (stesso.isPresent()) {
			return stesso.get();
		}
		Optional<Fornitore> omonimo = cerca("chiave = :valore", ambito, interno, chiave);
		try {
			return omonimo.map((f) -> completato(f, identificativo))
				.orElseGet(
						() -> nuovo(new Fornitore(UUID.randomUUID().toString(), nome, identificativo, ambito, interno),
								chiave, autore));
		}
		catch (DuplicateKeyException ex) {
			throw Rifiuto.conflitto("Il fornitore «%s» è stato registrato da qualcun altro in questo momento: riprovi.",
					nome);
		}
	}

	private Optional<Fornitore> cerca(String condizione, String ambito, boolean interno, String valore) {
		return this.jdbc.sql("SELECT * FROM fornitore WHERE ambito = :ambito AND interno = :interno AND " + condizione)
			.param("ambito", ambito)
			.param("interno", interno)
			.param("valore", valore)
			.query(FornitoreRepository::fornitore)
			.optional();
	}

	private Fornitore completato(Fornitore f, IdentificativoFiscale identificativo) {
		if (identificativo == null) {
			return f;
		}
		if (f.identificativo() != null) {
			throw Rifiuto.nonValido(
					"«%s» è già registrato con la partita IVA %s, qui è scritta %s. La ricontrolli; se "
							+ "è un altro soggetto con lo stesso nome, lo distingua, per esempio con la sede.",
					f.nome(), f.identificativo(), identificativo);
		}
		this.jdbc.sql("UPDATE fornitore SET identificativo = :identificativo WHERE id = :id")
			.param("identificativo", identificativo.codice())
			.param("id", f.id())
			.update();
		return new Fornitore(f.id(), f.nome(), identificativo, f.ambito(), f.interno());
	}

	private Fornitore nuovo(Fornitore f, String chiave, Autore autore) {
		this.jdbc.sql("""
				INSERT INTO fornitore (id, nome, chiave, identificativo, ambito, interno, creato, creato_da)
				VALUES (:id, :nome, :chiave, :identificativo, :ambito, :interno, :creato, :da)""")
			.param("id", f.id())
			.param("nome", f.nome())
			.param("chiave", chiave)
			.param("identificativo", (f.identificativo() == null) ? null : f.identificativo().codice())
			.param("ambito", f.ambito())
			.param("interno", f.interno())
			.param("creato", autore.quando().atOffset(ZoneOffset.UTC))
			.param("da", autore.chi())
			.update();
		return f;
	}

	static Fornitore fornitore(ResultSet rs, int riga) throws SQLException {
		return new Fornitore(rs.getString("id"), rs.getString("nome"),
				Optional.ofNullable(rs.getString("identificativo")).map(IdentificativoFiscale::new).orElse(null),
				rs.getString("ambito"), rs.getBoolean("interno"));
	}

}
