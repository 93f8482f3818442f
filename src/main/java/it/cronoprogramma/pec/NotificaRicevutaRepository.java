package it.cronoprogramma.pec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Pezzi;
import it.cronoprogramma.pec.NotificaRicevuta.Arrivo;
import it.cronoprogramma.pec.NotificaRicevuta.Contenuto;
import it.cronoprogramma.pec.NotificaRicevuta.Decisione;
import it.cronoprogramma.pec.NotificaRicevuta.Estremi;
import it.cronoprogramma.pec.NotificaRicevuta.Provenienza;
import it.cronoprogramma.pec.NotificaRicevuta.StatoNotifica;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The notifiche, with their messages: written once, as they came.
 */
@Repository
public class NotificaRicevutaRepository {

	/** What a reader may see: his own, and what was confirmed for his candidature. */
	private static final String VISIBILE = """
			(:tutti = TRUE OR n.visibile_a IN (:enti)
				OR n.stato = 'CONFERMATA' AND c.ente IN (:enti))""";

	private static final String DA = " FROM notifica_ricevuta n LEFT JOIN candidatura c ON c.codice = n.candidatura ";

	private final JdbcClient jdbc;

	NotificaRicevutaRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long nuovoNumero() {
		return this.jdbc.sql("SELECT nextval('notifica_numero')").query(Long.class).single();
	}

	/**
	 * Records one, with its message.
	 * @param n the notifica
	 * @param messaggio where its message lies, {@code null} if it is not kept
	 */
	void inserisci(NotificaRicevuta n, Path messaggio) {
		Arrivo a = n.arrivo();
		Contenuto k = n.contenuto();
		this.jdbc.sql("""
				INSERT INTO notifica_ricevuta (numero, canale, provenienza, casella, riferimento, acquisita,
					acquisita_da, raccolta, visibile_a, nome_file, dimensione, conservata, sha256, identificativo,
					chiave_identificativo, chiave_impronta, doppione_di, tipo, ricevuta, mittente, oggetto, estratto,
					allegati, avvertenze, busta, ricezione, proposta, protocollo_proposto, atto, esito, candidatura,
					riconoscimento, possibili, stato, motivo, registrata)
				VALUES (:numero, 'PEC', :provenienza, :casella, :riferimento, :acquisita, :da, :raccolta, :visibile,
					:nome, :dimensione, :conservata, :sha256, :identificativo, :chiaveId, :chiaveImpronta, :doppione,
					:tipo, :ricevuta, :mittente, :oggetto, :estratto, :allegati, :avvertenze, :busta, :ricezione,
					:proposta, :protocollo, :atto, :esito, :candidatura, :riconoscimento, :possibili, :stato, :motivo,
					FALSE)""")
			.param("numero", n.numero())
			.param("provenienza", a.provenienza().name())
			.param("casella", a.casella())
			.param("riferimento", a.riferimento())
			.param("acquisita", momento(a.autore().quando()))
			.param("da", a.autore().chi())
			.param("raccolta", a.raccolta())
			.param("visibile", n.visibileA())
			.param("nome", a.nomeFile())
			.param("dimensione", a.dimensione())
			.param("conservata", a.conservata())
			.param("sha256", a.sha256())
			.param("identificativo", k.identificativo())
			.param("chiaveId", (n.doppioneDi() != null) ? null : chiave(n.visibileA(), k.identificativo()))
			.param("chiaveImpronta", (n.doppioneDi() != null) ? null : chiave(n.visibileA(), a.sha256()))
			.param("doppione", n.doppioneDi())
			.param("tipo", k.tipo().name())
			.param("ricevuta", k.ricevuta())
			.param("mittente", k.mittente())
			.param("oggetto", k.oggetto())
			.param("estratto", k.estratto())
			.param("allegati", k.allegati())
			.param("avvertenze", k.avvertenze())
			.param("busta", momento(k.proposta().busta()))
			.param("ricezione", momento(k.proposta().ricezione()))
			.param("proposta", momento(k.proposta().proposta()))
			.param("protocollo", k.protocollo())
			.param("atto", n.atto().codice())
			.param("esito", n.esito())
			.param("candidatura", n.candidatura())
			.param("riconoscimento", n.riconoscimento())
			.param("possibili", String.join(" ", n.possibili()))
			.param("stato", n.stato().name())
			.param("motivo", (n.decisione() == null) ? null : n.decisione().motivo())
			.update();
		if (messaggio != null) {
			conserva(n.numero(), messaggio);
		}
	}

	private void conserva(long numero, Path messaggio) {
		try (InputStream contenuto = Files.newInputStream(messaggio)) {
			Pezzi.scrivi(contenuto,
					(posto, parte) -> this.jdbc
						.sql("INSERT INTO notifica_parte (notifica, posto, contenuto) VALUES (:numero, :posto, :parte)")
						.param("numero", numero)
						.param("posto", posto)
						.param("parte", parte)
						.update());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String chiave(String visibileA, String che) {
		return (che == null) ? null : visibileA + "|" + che;
	}

	/**
	 * The message of one, as it came.
	 * @param numero its number
	 * @return its bytes, to be closed
	 */
	public InputStream messaggio(long numero) {
		return Pezzi.leggi((posto) -> this.jdbc
			.sql("SELECT contenuto FROM notifica_parte WHERE notifica = :numero AND posto = :posto")
			.param("numero", numero)
			.param("posto", posto)
			.query((rs, riga) -> rs.getBytes(1))
			.optional());
	}

	/**
	 * One that was taken before and has the same bytes.
	 * @param sha256 their SHA-256
	 * @param enti ids of enti and gestioni among which it is looked for
	 * @return its number, the first of several
	 */
	Optional<Long> perImpronta(String sha256, Collection<String> enti) {
		return this.jdbc
			.sql("SELECT MIN(numero) FROM notifica_ricevuta WHERE sha256 = :sha256 AND visibile_a IN (:enti)")
			.param("sha256", sha256)
			.param("enti", enti)
			.query(Long.class)
			.optional();
	}

	/**
	 * One that was taken before and is the same PEC, though its bytes may be others: it
	 * was saved by another program, or sent on.
	 * @param identificativo what tells it from every other
	 * @param enti ids of enti and gestioni among which it is looked for
	 * @return its number
	 */
	Optional<Long> perIdentificativo(String identificativo, Collection<String> enti) {
		return this.jdbc.sql("""
				SELECT MIN(numero) FROM notifica_ricevuta
				WHERE identificativo = :identificativo AND visibile_a IN (:enti) AND doppione_di IS NULL""")
			.param("identificativo", identificativo)
			.param("enti", enti)
			.query(Long.class)
			.optional();
	}

	/**
	 * One.
	 * @param numero its number
	 * @return the notifica, if there is one
	 */
	public Optional<NotificaRicevuta> trova(long numero) {
		return this.jdbc.sql("SELECT * FROM notifica_ricevuta WHERE numero = :numero")
			.param("numero", numero)
			.query(NotificaRicevutaRepository::notifica)
			.optional();
	}

	/**
	 * One, which nobody else can decide upon until the transaction ends.
	 * @param numero its number
	 * @return the notifica
	 */
	public NotificaRicevuta blocca(long numero) {
		return this.jdbc.sql("SELECT * FROM notifica_ricevuta WHERE numero = :numero FOR UPDATE")
			.param("numero", numero)
			.query(NotificaRicevutaRepository::notifica)
			.optional()
			.orElseThrow(() -> Rifiuto.nonTrovato("La PEC non esiste."));
	}

	/**
	 * One that a reader may see.
	 * @param numero its number
	 * @param tutti whether he may see everything
	 * @param enti ids of his enti and gestioni, never empty
	 * @return the notifica, if he may see it
	 */
	public Optional<NotificaRicevuta> trova(long numero, boolean tutti, Collection<String> enti) {
		return this.jdbc.sql("SELECT n.*" + DA + "WHERE n.numero = :numero AND " + VISIBILE)
			.param("numero", numero)
			.param("tutti", tutti)
			.param("enti", enti)
			.query(NotificaRicevutaRepository::notifica)
			.optional();
	}

	/**
	 * Those that a reader may see, the last first.
	 * @param stati in which states
	 * @param tutti whether he may see everything
	 * @param enti ids of his enti and gestioni, never empty
	 * @param salta how many come before
	 * @param quante how many at most
	 * @return the notifiche
	 */
	public List<NotificaRicevuta> elenco(Collection<StatoNotifica> stati, boolean tutti, Collection<String> enti,
			int salta, int quante) {
		return this.jdbc
			.sql("SELECT n.*" + DA + "WHERE n.stato IN (:stati) AND " + VISIBILE
					+ " ORDER BY n.numero DESC LIMIT :quante OFFSET :salta")
			.param("stati", stati.stream().map(Enum::name).toList())
			.param("tutti", tutti)
			.param("enti", enti)
			.param("quante", quante)
			.param("salta", salta)
			.query(NotificaRicevutaRepository::notifica)
			.list();
	}

	/**
	 * How many a reader may see.
	 * @param stati in which states
	 * @param tutti whether he may see everything
	 * @param enti ids of his enti and gestioni, never empty
	 * @return their number
	 */
	public int conta(Collection<StatoNotifica> stati, boolean tutti, Collection<String> enti) {
		return this.jdbc.sql("SELECT COUNT(*)" + DA + "WHERE n.stato IN (:stati) AND " + VISIBILE)
			.param("stati", stati.stream().map(Enum::name).toList())
			.param("tutti", tutti)
			.param("enti", enti)
			.query(Integer.class)
			.single();
	}

	/**
	 * Those confirmed for a candidatura.
	 * @param candidatura its code
	 * @return the notifiche, in the order of the days from which they count
	 */
	public List<NotificaRicevuta> confermate(String candidatura) {
		return this.jdbc.sql("""
				SELECT * FROM notifica_ricevuta WHERE candidatura = :candidatura AND stato = 'CONFERMATA'
				ORDER BY notificata, numero""")
			.param("candidatura", candidatura)
			.query(NotificaRicevutaRepository::notifica)
			.list();
	}

	/**
	 * The last one confirmed for a candidatura whose act has not been recorded yet.
	 * @param candidatura its code
	 * @param atto the act
	 * @return the notifica, if there is one
	 */
	public Optional<NotificaRicevuta> daRegistrare(String candidatura, AttoNotificato atto) {
		return this.jdbc.sql("""
				SELECT * FROM notifica_ricevuta WHERE candidatura = :candidatura AND stato = 'CONFERMATA'
					AND atto = :atto AND registrata = FALSE
				ORDER BY notificata DESC, numero DESC FETCH FIRST 1 ROWS ONLY""")
			.param("candidatura", candidatura)
			.param("atto", atto.codice())
			.query(NotificaRicevutaRepository::notifica)
			.optional();
	}

	/**
	 * The act has been recorded: what was confirmed of it is not proposed again.
	 * @param candidatura the candidatura's code
	 * @param atto the act
	 */
	public void registrate(String candidatura, AttoNotificato atto) {
		this.jdbc.sql("""
				UPDATE notifica_ricevuta SET registrata = TRUE
				WHERE candidatura = :candidatura AND atto = :atto AND stato = 'CONFERMATA' AND registrata = FALSE""")
			.param("candidatura", candidatura)
			.param("atto", atto.codice())
			.update();
	}

	/**
	 * Records that somebody confirmed one.
	 * @param n the notifica
	 * @param atto what it notifies
	 * @param d his choice
	 */
	public void conferma(NotificaRicevuta n, AttoNotificato atto, Decisione d) {
		Estremi e = (d.decreto() == null) ? new Estremi(null, null, null) : d.decreto();
		cambiata(this.jdbc.sql("""
				UPDATE notifica_ricevuta SET stato = 'CONFERMATA', atto = :atto, scelta = :scelta,
					notificata = :notificata, protocollo = :protocollo, decreto_numero = :decreto,
					decreto_data = :data, decreto_importo = :importo, decisa = :quando, decisa_da = :chi
				WHERE numero = :numero AND stato = 'DA_CONFERMARE'""")
			.param("atto", atto.codice())
			.param("scelta", d.scelta())
			.param("notificata", momento(d.notificata()))
			.param("protocollo", d.protocollo())
			.param("decreto", e.numero())
			.param("data", e.data())
			.param("importo", e.importo())
			.param("quando", momento(d.autore().quando()))
			.param("chi", d.autore().chi())
			.param("numero", n.numero())
			.update());
	}

	/**
	 * Records that somebody discarded one.
	 * @param n the notifica
	 * @param motivo why
	 * @param autore who
	 */
	public void scarta(NotificaRicevuta n, String motivo, Autore autore) {
		cambiata(this.jdbc.sql("""
				UPDATE notifica_ricevuta SET stato = 'SCARTATA', motivo = :motivo, decisa = :quando, decisa_da = :chi
				WHERE numero = :numero AND stato IN ('DA_CONFERMARE', 'DA_ASSEGNARE')""")
			.param("motivo", motivo)
			.param("quando", momento(autore.quando()))
			.param("chi", autore.chi())
			.param("numero", n.numero())
			.update());
	}

	/**
	 * Puts one where somebody has to say whose it is: with whom it came to.
	 * @param n the notifica
	 * @param motivo why
	 * @param possibili codes of the candidature it could be of
	 * @return the notifica as it is now
	 */
	public NotificaRicevuta inCoda(NotificaRicevuta n, String motivo, List<String> possibili) {
		libera(n, n.arrivo().raccolta());
		cambiata(this.jdbc.sql("""
				UPDATE notifica_ricevuta SET stato = 'DA_ASSEGNARE', candidatura = NULL, riconoscimento = :motivo,
					possibili = :possibili, motivo = NULL, decisa = NULL, decisa_da = NULL, visibile_a = :raccolta,
					chiave_identificativo = :chiaveId, chiave_impronta = :chiaveImpronta
				WHERE numero = :numero AND stato IN ('DA_CONFERMARE', 'SCARTATA') AND doppione_di IS NULL""")
			.param("motivo", motivo)
			.param("possibili", String.join(" ", possibili))
			.param("raccolta", n.arrivo().raccolta())
			.param("chiaveId", chiave(n.arrivo().raccolta(), n.contenuto().identificativo()))
			.param("chiaveImpronta", chiave(n.arrivo().raccolta(), n.arrivo().sha256()))
			.param("numero", n.numero())
			.update());
		return trova(n.numero()).orElseThrow();
	}

	/**
	 * Gives one to a candidatura, whose ente has to confirm it.
	 * @param n the notifica
	 * @param candidatura the candidatura's code
	 * @param ente its ente's id
	 * @param motivo who says so
	 * @return the notifica as it is now
	 * @throws Rifiuto if the ente has the same PEC already
	 */
	public NotificaRicevuta assegna(NotificaRicevuta n, String candidatura, String ente, String motivo) {
		libera(n, ente);
		cambiata(this.jdbc.sql("""
				UPDATE notifica_ricevuta SET stato = 'DA_CONFERMARE', candidatura = :candidatura,
					riconoscimento = :motivo, visibile_a = :ente, chiave_identificativo = :chiaveId,
					chiave_impronta = :chiaveImpronta
				WHERE numero = :numero AND stato = 'DA_ASSEGNARE'""")
			.param("candidatura", candidatura)
			.param("motivo", motivo)
			.param("ente", ente)
			.param("chiaveId", chiave(ente, n.contenuto().identificativo()))
			.param("chiaveImpronta", chiave(ente, n.arrivo().sha256()))
			.param("numero", n.numero())
			.update());
		return trova(n.numero()).orElseThrow();
	}

	/** The same PEC may have come to the ente by another way meanwhile. */
	private void libera(NotificaRicevuta n, String visibileA) {
		this.jdbc.sql("""
				SELECT MIN(numero) FROM notifica_ricevuta
				WHERE numero <> :numero AND (chiave_identificativo = :chiaveId OR chiave_impronta = :chiaveImpronta)""")
			.param("numero", n.numero())
			.param("chiaveId", chiave(visibileA, n.contenuto().identificativo()))
			.param("chiaveImpronta", chiave(visibileA, n.arrivo().sha256()))
			.query(Long.class)
			.optional()
			.ifPresent((altra) -> {
				throw Rifiuto.conflitto("La stessa PEC c'è già, con il numero %s: scarti questa, è un doppione.",
						NotificaRicevuta.codice(altra));
			});
	}

	private static void cambiata(int righe) {
		if (righe != 1) {
			throw Rifiuto.conflitto("Un'altra persona ha appena deciso di questa PEC: aggiorni la pagina.");
		}
	}

	private static OffsetDateTime momento(Instant istante) {
		return (istante == null) ? null : istante.atOffset(ZoneOffset.UTC);
	}

	private static Instant istante(ResultSet rs, String colonna) throws SQLException {
		OffsetDateTime quando = rs.getObject(colonna, OffsetDateTime.class);
		return (quando == null) ? null : quando.toInstant();
	}

	private static NotificaRicevuta notifica(ResultSet rs, int riga) throws SQLException {
		Arrivo arrivo = new Arrivo(Provenienza.valueOf(rs.getString("provenienza")), rs.getString("casella"),
				rs.getString("riferimento"), new Autore(rs.getString("acquisita_da"), istante(rs, "acquisita")),
				rs.getString("raccolta"), rs.getString("nome_file"), rs.getLong("dimensione"),
				rs.getBoolean("conservata"), rs.getString("sha256"));
		Contenuto contenuto = new Contenuto(TipoMessaggio.valueOf(rs.getString("tipo")), rs.getString("ricevuta"),
				rs.getString("identificativo"), rs.getString("mittente"), rs.getString("oggetto"),
				rs.getString("estratto"), rs.getString("allegati"), rs.getString("avvertenze"),
				new PropostaNotifica(istante(rs, "proposta"), istante(rs, "busta"), istante(rs, "ricezione")),
				rs.getString("protocollo_proposto"));
		Instant decisa = istante(rs, "decisa");
		String motivo = rs.getString("motivo");
		Estremi estremi = new Estremi(rs.getString("decreto_numero"), rs.getObject("decreto_data", LocalDate.class),
				rs.getBigDecimal("decreto_importo"));
		Decisione decisione = (decisa == null && motivo == null) ? null
				: new Decisione(rs.getString("scelta"), istante(rs, "notificata"), rs.getString("protocollo"), estremi,
						(decisa == null) ? null : new Autore(rs.getString("decisa_da"), decisa), motivo);
		String possibili = rs.getString("possibili");
		long doppione = rs.getLong("doppione_di");
		Long doppioneDi = rs.wasNull() ? null : doppione;
		return new NotificaRicevuta(rs.getLong("numero"), arrivo, contenuto, AttoNotificato.leggi(rs.getString("atto")),
				rs.getString("esito"), rs.getString("candidatura"), rs.getString("riconoscimento"),
				possibili.isEmpty() ? List.of() : Arrays.asList(possibili.split(" ")), doppioneDi,
				rs.getString("visibile_a"), StatoNotifica.valueOf(rs.getString("stato")), decisione);
	}

}
