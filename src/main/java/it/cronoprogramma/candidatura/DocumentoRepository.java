package it.cronoprogramma.candidatura;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.candidatura.Documento.Ritiro;
import it.cronoprogramma.candidatura.Pezzi.Impronta;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The documents of the candidature. Their content goes in and comes out in pieces, so
 * that no document is ever whole in memory; it is written once. Whatever is done to a
 * document leaves a line in the candidatura's story, in the same transaction.
 */
@Repository
public class DocumentoRepository {

	private static final int MOTIVO_MASSIMO = 500;

	private final JdbcClient jdbc;

	private final CandidaturaRepository candidature;

	private final TransactionTemplate transazione;

	DocumentoRepository(JdbcClient jdbc, CandidaturaRepository candidature, PlatformTransactionManager transazioni) {
		this.jdbc = jdbc;
		this.candidature = candidature;
		this.transazione = new TransactionTemplate(transazioni);
	}

	/**
	 * Records a document with its content.
	 * @param candidatura the candidatura's code
	 * @param tipo what it is
	 * @param contratto the id of the contract it proves, or {@code null}
	 * @param file the file, looked over
	 * @param autore who uploads it
	 * @return the document
	 * @throws Rifiuto if the contract is not the candidatura's, a contract is not linked
	 * to the one it is, or the same file is there already
	 */
	public Documento carica(String candidatura, TipoDocumento tipo, String contratto, FileAmmesso file, Autore autore) {
		return this.transazione.execute((t) -> {
			// one after the other: of the same file sent twice, the second finds the
			// first
			this.candidature.blocca(candidatura);
			controllaContratto(candidatura, tipo, contratto);
			Documento d = scrivi(candidatura, tipo, contratto, file, autore);
			controllaDoppione(d);
			this.candidature.narra(candidatura, List.of(new VoceStoria("Documento caricato", inParole(d), null,
					Parole.byteInParole(d.dimensione()) + ", SHA-256 " + d.sha256())), autore);
			return d;
		});
	}

	private void controllaContratto(String candidatura, TipoDocumento tipo, String contratto) {
		List<ContrattoRegistrato> contratti = this.candidature.contrattiRegistrati(candidatura);
		if (contratto != null && contratti.stream().noneMatch((c) -> c.id().equals(contratto))) {
			throw Rifiuto.nonValido("Il contratto scelto non è di questa candidatura: lo scelga dall'elenco.");
		}
		if (contratto == null && tipo == TipoDocumento.CONTRATTO && !contratti.isEmpty()) {
			throw Rifiuto.nonValido("Indichi a quale contratto si riferisce il documento, scegliendolo dall'elenco.");
		}
	}

	private Documento scrivi(String candidatura, TipoDocumento tipo, String contratto, FileAmmesso file,
			Autore autore) {
		String id = UUID.randomUUID().toString();
		this.jdbc.sql("""
				INSERT INTO documento (id, candidatura, tipo, nome, formato, dimensione, sha256, contratto, caricato,
					caricato_da)
				VALUES (:id, :candidatura, :tipo, :nome, :formato, 0, '', :contratto, :caricato, :da)""")
			.param("id", id)
			.param("candidatura", candidatura)
			.param("tipo", tipo.codice())
			.param("nome", file.nome())
			.param("formato", file.formato().codice())
			.param("contratto", contratto)
			.param("caricato", autore.quando().atOffset(ZoneOffset.UTC))
			.param("da", autore.chi())
			.update();
		Impronta scritta;
		try (InputStream contenuto = Files.newInputStream(file.contenuto())) {
			scritta = Pezzi.scrivi(contenuto,
					(posto, parte) -> this.jdbc
						.sql("INSERT INTO documento_parte (documento, posto, contenuto) VALUES (:id, :posto, :parte)")
						.param("id", id)
						.param("posto", posto)
						.param("parte", parte)
						.update());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.jdbc.sql("UPDATE documento SET dimensione = :dimensione, sha256 = :sha256 WHERE id = :id")
			.param("dimensione", scritta.dimensione())
			.param("sha256", scritta.sha256())
			.param("id", id)
			.update();
		return trova(candidatura, id).orElseThrow();
	}

	private void controllaDoppione(Documento d) {
		this.jdbc.sql("""
				SELECT nome FROM documento
				WHERE candidatura = :candidatura AND sha256 = :sha256 AND tipo = :tipo AND ritirato IS NULL
					AND id <> :id AND COALESCE(contratto, '') = :contratto
				FETCH FIRST 1 ROWS ONLY""")
			.param("candidatura", d.candidatura())
			.param("sha256", d.sha256())
			.param("tipo", d.tipo().codice())
			.param("id", d.id())
			.param("contratto", (d.contratto() == null) ? "" : d.contratto())
			.query(String.class)
			.optional()
			.ifPresent((nome) -> {
				throw Rifiuto.conflitto("Questo file è già tra i documenti, con lo stesso tipo: «%s».", nome);
			});
	}

	/**
	 * Withdraws a document that was uploaded by mistake. It stays in the list, and its
	 * content where it is.
	 * @param d the document
	 * @param motivo why
	 * @param autore who withdraws it
	 * @throws Rifiuto if there is no reason, or it has been withdrawn already
	 */
	public void ritira(Documento d, String motivo, Autore autore) {
		String perche = (motivo == null) ? "" : motivo.strip();
		if (perche.isEmpty()) {
			throw Rifiuto.nonValido("Per ritirare «%s» scriva il motivo: resterà nell'elenco e nella storia.",
					d.nome());
		}
		if (perche.length() > MOTIVO_MASSIMO) {
			throw Rifiuto.nonValido("Il motivo ha %s caratteri: al massimo %s.", perche.length(), MOTIVO_MASSIMO);
		}
		if (perche.codePoints().anyMatch((c) -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
			throw Rifiuto.nonValido("Il motivo contiene caratteri di controllo: lo riscriva.");
		}
		this.transazione.executeWithoutResult((t) -> {
			int righe = this.jdbc.sql("""
					UPDATE documento SET ritirato = :quando, ritirato_da = :chi, ritirato_motivo = :motivo
					WHERE id = :id AND ritirato IS NULL""")
				.param("quando", autore.quando().atOffset(ZoneOffset.UTC))
				.param("chi", autore.chi())
				.param("motivo", perche)
				.param("id", d.id())
				.update();
			if (righe != 1) {
				throw Rifiuto.conflitto("«%s» è già stato ritirato.", d.nome());
			}
			this.candidature.narra(d.candidatura(), List.of(new VoceStoria("Documento ritirato",
					inParole(d) + ", SHA-256 " + d.sha256Corto() + "…", null, perche)), autore);
		});
	}

	private static String inParole(Documento d) {
		return d.tipo().nome() + ": " + d.nome();
	}

	/**
	 * One document of a candidatura.
	 * @param candidatura the candidatura's code
	 * @param id the document's id
	 * @return the document, if the candidatura has it
	 */
	public Optional<Documento> trova(String candidatura, String id) {
		return this.jdbc.sql("SELECT * FROM documento WHERE id = :id AND candidatura = :candidatura")
			.param("id", id)
			.param("candidatura", candidatura)
			.query(DocumentoRepository::documento)
			.optional();
	}

	/**
	 * The documents of a candidatura, those withdrawn too.
	 * @param candidatura the candidatura's code
	 * @return the documents, in the order of their upload
	 */
	public List<Documento> elenco(String candidatura) {
		return this.jdbc.sql("SELECT * FROM documento WHERE candidatura = :candidatura ORDER BY caricato, nome, id")
			.param("candidatura", candidatura)
			.query(DocumentoRepository::documento)
			.list();
	}

	/**
	 * The content of a document, read piece by piece while it is asked for: nothing stays
	 * open on the database meanwhile.
	 * @param d the document
	 * @return its content, to be closed
	 */
	public InputStream apri(Documento d) {
		return Pezzi.leggi((posto) -> this.jdbc
			.sql("SELECT contenuto FROM documento_parte WHERE documento = :id AND posto = :posto")
			.param("id", d.id())
			.param("posto", posto)
			.query((rs, riga) -> rs.getBytes(1))
			.optional());
	}

	/**
	 * What the request of erogazione needs, as it stands now.
	 * @param c the candidatura
	 * @param pacchetto what its avviso finances
	 * @return the dossier
	 */
	public Dossier dossier(Candidatura c, Pacchetto pacchetto) {
		return Dossier.di(c, pacchetto, this.candidature.contrattiRegistrati(c.codice()),
				this.candidature.servizi(c.codice()), elenco(c.codice()));
	}

	private static Documento documento(ResultSet rs, int riga) throws SQLException {
		Autore ritirato = autore(rs, "ritirato");
		return new Documento(rs.getString("id"), rs.getString("candidatura"), TipoDocumento.leggi(rs.getString("tipo")),
				rs.getString("nome"), FormatoDocumento.leggi(rs.getString("formato")), rs.getLong("dimensione"),
				rs.getString("sha256"), rs.getString("contratto"), autore(rs, "caricato"),
				(ritirato == null) ? null : new Ritiro(ritirato, rs.getString("ritirato_motivo")));
	}

	private static Autore autore(ResultSet rs, String colonna) throws SQLException {
		OffsetDateTime quando = rs.getObject(colonna, OffsetDateTime.class);
		return (quando == null) ? null : new Autore(rs.getString(colonna + "_da"), quando.toInstant());
	}

}
