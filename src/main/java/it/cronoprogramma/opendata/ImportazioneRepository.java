package it.cronoprogramma.opendata;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import it.cronoprogramma.opendata.Importazione.Conti;
import it.cronoprogramma.opendata.Importazione.StatoImportazione;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The imports: the file until it has been read, its rows until they have been followed,
 * what was discarded and why.
 */
@Repository
public class ImportazioneRepository {

	private static final int PARTE = 1 << 20;

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	ImportazioneRepository(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * Records an import that begins.
	 * @param i the import
	 * @throws org.springframework.dao.DuplicateKeyException if another one runs
	 */
	void inserisci(Importazione i) {
		this.jdbc.sql("""
				INSERT INTO importazione (id, file, dimensione, alla_data, enti, gestione, stato, attiva, fatte, nuove,
					aggiornate, invariate, scartate, escluse, da_confermare, avviata, avviata_da)
				VALUES (:id, :file, 0, :allaData, :enti, :gestione, :stato, 'S', 0, 0, 0, 0, 0, 0, 0, :avviata, :da)""")
			.param("id", i.id())
			.param("file", i.file())
			.param("allaData", i.allaData())
			.param("enti", i.enti().isEmpty() ? null : String.join(" ", new TreeSet<>(i.enti())))
			.param("gestione", i.gestione())
			.param("stato", i.stato().name())
			.param("avviata", i.avviata().atOffset(ZoneOffset.UTC))
			.param("da", i.avviataDa())
			.update();
	}

	/**
	 * Keeps the file, piece by piece.
	 * @param id the import
	 * @param file the file
	 * @throws IOException if it cannot be read to its end
	 */
	void conserva(String id, InputStream file) throws IOException {
		long dimensione = 0;
		int posto = 0;
		for (byte[] parte = file.readNBytes(PARTE); parte.length > 0; parte = file.readNBytes(PARTE)) {
			this.jdbc
				.sql("INSERT INTO importazione_parte (importazione, posto, contenuto) VALUES (:id, :posto, :contenuto)")
				.param("id", id)
				.param("posto", posto++)
				.param("contenuto", parte)
				.update();
			dimensione += parte.length;
		}
		this.jdbc.sql("UPDATE importazione SET dimensione = :quanti WHERE id = :id")
			.param("quanti", dimensione)
			.param("id", id)
			.update();
	}

	/**
	 * One piece of the file.
	 * @param id the import
	 * @param posto which piece, from 0
	 * @return its bytes, empty after the last
	 */
	Optional<byte[]> parte(String id, int posto) {
		return this.jdbc.sql("SELECT contenuto FROM importazione_parte WHERE importazione = :id AND posto = :posto")
			.param("id", id)
			.param("posto", posto)
			.query(byte[].class)
			.optional();
	}

	/**
	 * Lets one piece go of a file that has been read.
	 * @return {@code false} if there is none left
	 */
	boolean dimenticaUnaParte() {
		return this.jdbc.sql("""
				DELETE FROM importazione_parte WHERE (importazione, posto) IN (
					SELECT p.importazione, p.posto
					FROM importazione_parte p JOIN importazione i ON i.id = p.importazione
					WHERE i.righe IS NOT NULL OR i.stato <> 'IN_CORSO' LIMIT 1)""").update() > 0;
	}

	/**
	 * An import.
	 * @param id its id
	 * @return the import, empty if there is none
	 */
	public Optional<Importazione> trova(String id) {
		return this.jdbc.sql("SELECT * FROM importazione WHERE id = :id")
			.param("id", id)
			.query(ImportazioneRepository::importazione)
			.optional();
	}

	/**
	 * The last imports.
	 * @param gestioni the gestioni whose imports are asked for, {@code null} for all
	 * @param quante how many at most
	 * @return the imports, the last first
	 */
	public List<Importazione> ultime(Collection<String> gestioni, int quante) {
		if (gestioni != null && gestioni.isEmpty()) {
			return List.of();
		}
		JdbcClient.StatementSpec domanda = this.jdbc
			.sql("SELECT * FROM importazione" + ((gestioni == null) ? "" : " WHERE gestione IN (:gestioni)")
					+ " ORDER BY avviata DESC FETCH FIRST :quante ROWS ONLY");
		return ((gestioni == null) ? domanda : domanda.param("gestioni", gestioni)).param("quante", quante)
			.query(ImportazioneRepository::importazione)
			.list();
	}

	/**
	 * The import that runs.
	 * @return the import, empty if none does
	 */
	public Optional<Importazione> inCorso() {
		return this.jdbc.sql("SELECT * FROM importazione WHERE attiva = 'S'")
			.query(ImportazioneRepository::importazione)
			.optional();
	}

	/**
	 * What was discarded.
	 * @param id the import
	 * @param quanti how many at most
	 * @return the first rows, in the order of the file
	 */
	public List<Scarto> scarti(String id, int quanti) {
		return errori(id, false, quanti);
	}

	/**
	 * What was taken, but somebody should look at.
	 * @param id the import
	 * @param quante how many at most
	 * @return the first rows, in the order of the file
	 */
	public List<Scarto> segnalate(String id, int quante) {
		return errori(id, true, quante);
	}

	private List<Scarto> errori(String id, boolean importata, int quanti) {
		return this.jdbc.sql("""
				SELECT riga, campo, valore, motivo FROM importazione_errore
				WHERE importazione = :id AND importata = :importata
				ORDER BY riga, posto FETCH FIRST :quanti ROWS ONLY""")
			.param("id", id)
			.param("importata", importata)
			.param("quanti", quanti)
			.query((rs, n) -> new Scarto(rs.getInt("riga"), rs.getString("campo"), rs.getString("valore"),
					rs.getString("motivo")))
			.list();
	}

	void scrivi(String id, List<RigaPubblicata> righe) {
		this.template.batchUpdate(
				"""
						INSERT INTO importazione_riga (importazione, riga, codice_ipa, ente, tipologia, codice_istat, provincia,
							cod_provincia, regione, importo, avviso, misura, inviata, finanziata, cup, decreto, stato, stato_dal)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				righe.stream()
					.map((r) -> new Object[] { id, r.riga(), r.codiceIpa(), r.ente(), r.tipologia(), r.codiceIstat(),
							r.provincia(), r.codProvincia(), r.regione(), r.importo(), r.avviso(), r.misura(),
							r.inviata().toString(), r.finanziata(), r.cup(), r.decreto(), r.stato().name(),
							r.statoDal() })
					.toList());
	}

	void scriviScarti(String id, int primo, List<Scarto> scarti, boolean importate) {
		List<Object[]> righe = new ArrayList<>();
		for (Scarto s : scarti) {
			righe
				.add(new Object[] { id, primo + righe.size(), s.riga(), s.campo(), s.valore(), s.motivo(), importate });
		}
		this.template.batchUpdate("""
				INSERT INTO importazione_errore (importazione, posto, riga, campo, valore, motivo, importata)
				VALUES (?, ?, ?, ?, ?, ?, ?)""", righe);
	}

	/**
	 * Rows that tell of a candidatura which an earlier row of the same file has told of.
	 * @param id the import
	 * @return the later rows, each with the number of the first
	 */
	Map<Integer, Integer> ripetute(String id) {
		Map<Integer, Integer> ripetute = new HashMap<>();
		this.jdbc.sql("""
				SELECT r.riga, p.prima FROM importazione_riga r JOIN (
					SELECT avviso, cup, inviata, MIN(riga) AS prima FROM importazione_riga WHERE importazione = :id
					GROUP BY avviso, cup, inviata HAVING COUNT(*) > 1) p
				ON p.avviso = r.avviso AND p.cup = r.cup AND p.inviata = r.inviata
				WHERE r.importazione = :id AND r.riga > p.prima""").param("id", id).query((rs) -> {
			ripetute.put(rs.getInt("riga"), rs.getInt("prima"));
		});
		return ripetute;
	}

	/**
	 * Rows to be followed.
	 * @param id the import
	 * @param quante how many at most
	 * @return the next ones, in the order of the file
	 */
	public List<RigaPubblicata> prossime(String id, int quante) {
		return this.jdbc
			.sql("SELECT * FROM importazione_riga WHERE importazione = :id ORDER BY riga FETCH FIRST :quante ROWS ONLY")
			.param("id", id)
			.param("quante", quante)
			.query(ImportazioneRepository::riga)
			.list();
	}

	/**
	 * Lets rows go, which have been followed.
	 * @param id the import
	 * @param righe their numbers
	 */
	public void fatte(String id, Collection<Integer> righe) {
		this.template.batchUpdate("DELETE FROM importazione_riga WHERE importazione = ? AND riga = ?",
				righe.stream().map((r) -> new Object[] { id, r }).toList());
	}

	/**
	 * Adds up what became of rows.
	 * @param id the import
	 * @param conti what became of them
	 */
	public void avanza(String id, Conti conti) {
		this.jdbc.sql("""
				UPDATE importazione SET fatte = fatte + :fatte, nuove = nuove + :nuove,
					aggiornate = aggiornate + :aggiornate, invariate = invariate + :invariate,
					scartate = scartate + :scartate, escluse = escluse + :escluse,
					da_confermare = da_confermare + :daConfermare
				WHERE id = :id""")
			.param("fatte", conti.fatte())
			.param("nuove", conti.nuove())
			.param("aggiornate", conti.aggiornate())
			.param("invariate", conti.invariate())
			.param("scartate", conti.scartate())
			.param("escluse", conti.escluse())
			.param("daConfermare", conti.daConfermare())
			.param("id", id)
			.update();
	}

	void letta(String id, int righe) {
		this.jdbc.sql("UPDATE importazione SET righe = :righe WHERE id = :id")
			.param("righe", righe)
			.param("id", id)
			.update();
	}

	/**
	 * Records that an import has ended.
	 * @param id the import
	 * @param stato how
	 * @param motivo why it was refused, or {@code null}
	 * @param quando when
	 */
	public void concludi(String id, StatoImportazione stato, String motivo, Instant quando) {
		this.jdbc.sql(
				"UPDATE importazione SET stato = :stato, motivo = :motivo, conclusa = :quando, attiva = NULL WHERE id = :id")
			.param("stato", stato.name())
			.param("motivo", motivo)
			.param("quando", quando.atOffset(ZoneOffset.UTC))
			.param("id", id)
			.update();
	}

	/** Lets go whatever was kept of a file that was refused. */
	void butta(String id) {
		this.jdbc.sql("DELETE FROM importazione_riga WHERE importazione = :id").param("id", id).update();
		this.jdbc.sql("DELETE FROM importazione_errore WHERE importazione = :id").param("id", id).update();
	}

	/** The codes of a gestione's enti, lower case. */
	Set<String> ipaDellaGestione(String gestione) {
		return new HashSet<>(
				this.jdbc.sql("SELECT chiave_ipa FROM ente WHERE gestione = :gestione AND chiave_ipa IS NOT NULL")
					.param("gestione", gestione)
					.query(String.class)
					.list());
	}

	/** How many rows are known, by code of the avviso and of the ente. */
	Map<String, Integer> notePerAvviso(Importazione i, Set<String> dellaGestione) {
		Map<String, Integer> note = new HashMap<>();
		this.jdbc.sql("""
				SELECT c.avviso, LOWER(p.codice_ipa) AS ipa, COUNT(*) AS quante FROM pubblicata p
					JOIN candidatura c ON c.codice = p.candidatura
				GROUP BY c.avviso, LOWER(p.codice_ipa)""").query((rs) -> {
			if (i.riguarda(rs.getString("ipa"), dellaGestione)) {
				note.merge(rs.getString("avviso"), rs.getInt("quante"), Integer::sum);
			}
		});
		return note;
	}

	private static Importazione importazione(ResultSet rs, int n) throws SQLException {
		String enti = rs.getString("enti");
		OffsetDateTime conclusa = rs.getObject("conclusa", OffsetDateTime.class);
		return new Importazione(rs.getString("id"), rs.getString("file"), rs.getObject("alla_data", LocalDate.class),
				(enti == null) ? Set.of() : Set.copyOf(Arrays.asList(enti.split(" "))), rs.getString("gestione"),
				StatoImportazione.valueOf(rs.getString("stato")), rs.getString("motivo"),
				rs.getObject("righe", Integer.class),
				new Conti(rs.getInt("nuove"), rs.getInt("aggiornate"), rs.getInt("invariate"), rs.getInt("scartate"),
						rs.getInt("escluse"), rs.getInt("da_confermare")),
				rs.getObject("avviata", OffsetDateTime.class).toInstant(), rs.getString("avviata_da"),
				(conclusa == null) ? null : conclusa.toInstant());
	}

	private static RigaPubblicata riga(ResultSet rs, int n) throws SQLException {
		BigDecimal importo = rs.getBigDecimal("importo");
		return new RigaPubblicata(rs.getInt("riga"), rs.getString("codice_ipa"), rs.getString("ente"),
				rs.getString("tipologia"), rs.getString("codice_istat"), rs.getString("provincia"),
				rs.getString("cod_provincia"), rs.getString("regione"), importo, rs.getString("avviso"),
				rs.getString("misura"), Instant.parse(rs.getString("inviata")),
				rs.getObject("finanziata", LocalDate.class), rs.getString("cup"), rs.getString("decreto"),
				StatoPubblicato.valueOf(rs.getString("stato")), rs.getObject("stato_dal", LocalDate.class), false);
	}

}
