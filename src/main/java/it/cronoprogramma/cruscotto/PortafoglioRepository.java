package it.cronoprogramma.cruscotto;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.cruscotto.Riepilogo.Conto;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the candidature as lists and sums, in the database: there may be a hundred
 * thousand.
 */
@Repository
public class PortafoglioRepository {

	/** Rows read at once for a file; between two times no connection is held. */
	private static final int PER_VOLTA = 10_000;

	private static final String GIORNI = "CAST((EXTRACT(EPOCH FROM c.erogata) - EXTRACT(EPOCH FROM c.decreto_data)) / 86400 AS INTEGER)";

	/** A period that must last is nothing that can be missed in a month. */
	private static final String PENDENTE = "t.stato IN ('APERTA', 'SCADUTA') AND t.termine <> '"
			+ TipoTermine.MANTENIMENTO.codice() + "'";

	private static final String VOCE = "SELECT c.codice, c.ente, c.avviso, c.stato, c.fase, " + Selezione.IMPORTO
			+ " AS quanto, c.cup, c.decreto_data, c.erogata, c.importo_erogato, c.conclusa, c.seguita, e.nome, "
			+ "s.nome AS nome_successore, " + Selezione.NOME_TITOLARE + " AS titolare" + Selezione.DA;

	private static final String IN_ORDINE = "ORDER BY " + Selezione.NOME_TITOLARE + ", c.codice ";

	private final JdbcClient jdbc;

	PortafoglioRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The sums.
	 * @param s which candidature
	 * @return how many and how much
	 */
	public Riepilogo riepilogo(Selezione s) {
		return this.jdbc.sql("SELECT " + somma(s.finanziata(), Selezione.IMPORTO, "f") + ", "
				+ somma(s.liquidata(), "c.importo_erogato", "l") + ", " + somma(s.rinunciata(), Selezione.IMPORTO, "r")
				+ ", " + somma(s.revocata(), Selezione.IMPORTO, "v") + Selezione.DA + s.dove())
			.params(s.parametri())
			.query((rs, riga) -> new Riepilogo(conto(rs, "f"), conto(rs, "l"), conto(rs, "r"), conto(rs, "v")))
			.single();
	}

	private static String somma(String condizione, String importo, String nome) {
		return "SUM(CASE WHEN %s THEN 1 ELSE 0 END) AS n%s, SUM(CASE WHEN %s THEN %s ELSE 0 END) AS q%s"
			.formatted(condizione, nome, condizione, importo, nome);
	}

	private static Conto conto(ResultSet rs, String nome) throws SQLException {
		return new Conto(rs.getLong("n" + nome), rs.getBigDecimal("q" + nome));
	}

	/**
	 * One line of the portfolio.
	 *
	 * @param chiave what it is grouped by, {@code null} where that is not known
	 * @param nome the ente's name where it is grouped by ente, else {@code null}
	 * @param finanziati projects financed, net of rinunce and revoche
	 * @param liquidati those of them that were paid
	 */
	record Gruppo(String chiave, String nome, Conto finanziati, Conto liquidati) {
	}

	/**
	 * The portfolio by something of which there are not many.
	 * @param per by what, not by ente
	 * @param s which candidature
	 * @return a line for each value that has a project, in no order
	 */
	List<Gruppo> gruppi(Raggruppamento per, Selezione s) {
		String colonna = per.colonna();
		return this.jdbc
			.sql("SELECT " + colonna + " AS chiave, " + somme(s) + Selezione.DA + s.dove() + "AND " + s.finanziata()
					+ " GROUP BY " + colonna)
			.params(s.parametri())
			.query((rs, riga) -> gruppo(rs, null))
			.list();
	}

	/**
	 * The portfolio by ente, by name.
	 * @param s which candidature
	 * @param salta how many lines to leave out
	 * @param quanti how many lines at most
	 * @return a line for each ente that has a project
	 */
	List<Gruppo> perEnte(Selezione s, int salta, int quanti) {
		return this.jdbc
			.sql("SELECT e.id AS chiave, e.nome, s.nome AS nome_successore, " + somme(s) + Selezione.DA + s.dove()
					+ "AND " + s.finanziata() + " GROUP BY e.id, e.nome, s.nome ORDER BY " + Selezione.NOME_TITOLARE
					+ ", e.nome, e.id OFFSET :salta ROWS FETCH NEXT :quanti ROWS ONLY")
			.params(s.parametri())
			.param("salta", salta)
			.param("quanti", quanti)
			.query((rs, riga) -> gruppo(rs, nome(rs)))
			.list();
	}

	/**
	 * How many enti have a project.
	 * @param s which candidature
	 * @return enti
	 */
	int quantiEnti(Selezione s) {
		return this.jdbc.sql("SELECT COUNT(DISTINCT c.ente)" + Selezione.DA + s.dove() + "AND " + s.finanziata())
			.params(s.parametri())
			.query(Integer.class)
			.single();
	}

	private static String somme(Selezione s) {
		return somma(s.finanziata(), Selezione.IMPORTO, "f") + ", " + somma(s.liquidata(), "c.importo_erogato", "l");
	}

	private static Gruppo gruppo(ResultSet rs, String nome) throws SQLException {
		return new Gruppo(rs.getString("chiave"), nome, conto(rs, "f"), conto(rs, "l"));
	}

	/** As {@link it.cronoprogramma.ente.Ente#nomeOggi()}. */
	private static String nome(ResultSet rs) throws SQLException {
		String successore = rs.getString("nome_successore");
		return (successore == null) ? rs.getString("nome") : successore + " (già " + rs.getString("nome") + ")";
	}

	// How it goes

	/**
	 * Where the candidature stand now.
	 * @param s which candidature
	 * @return by phase, in the order of a life; only phases in which there is one
	 */
	Map<Stato, Conto> fasi(Selezione s) {
		Map<Stato, Conto> fasi = new EnumMap<>(Stato.class);
		this.jdbc
			.sql("SELECT c.fase, COUNT(*) AS nf, SUM(" + Selezione.IMPORTO + ") AS qf" + Selezione.DA + s.dove()
					+ "GROUP BY c.fase")
			.params(s.parametri())
			.query((rs) -> {
				fasi.put(Stato.valueOf(rs.getString("fase")), conto(rs, "f"));
			});
		return fasi;
	}

	/**
	 * How far the candidature have come, whatever became of them afterwards. Who has
	 * taken a later step has taken the earlier ones, of which the published data tell
	 * nothing.
	 * @param s which candidature
	 * @return one for each {@link Passo}, in order
	 */
	List<Conto> passi(Selezione s) {
		StringBuilder somme = new StringBuilder();
		for (Passo p : Passo.values()) {
			somme.append(somme.isEmpty() ? "" : ", ").append(somma(p.condizione(), Selezione.IMPORTO, p.name()));
		}
		return this.jdbc.sql("SELECT " + somme + Selezione.DA + s.dove()).params(s.parametri()).query((rs, riga) -> {
			List<Conto> conti = new ArrayList<>();
			for (Passo p : Passo.values()) {
				conti.add(conto(rs, p.name()));
			}
			return conti;
		}).single();
	}

	/** The steps of a life that leave a date. */
	enum Passo {

		INVIATE("Domanda inviata", "c.inviata"), AMMESSE("Ammissibilità notificata", "c.ammissibilita_notificata"),
		CON_CUP("CUP inserito", "c.cup_inserito"), DECRETATE("Decreto di finanziamento", "c.decreto_data"),
		CONTRATTUALIZZATE("Contratti conclusi", "c.contrattualizzata"),
		COMPLETATE("Attività completate", "c.completata"), RICHIESTE("Erogazione richiesta", "c.erogazione_richiesta"),
		EROGATE("Contributo erogato", "c.erogata");

		private final String nome;

		private final String colonna;

		Passo(String nome, String colonna) {
			this.nome = nome;
			this.colonna = colonna;
		}

		/**
		 * The step as people call it.
		 * @return the name
		 */
		String nome() {
			return this.nome;
		}

		private String condizione() {
			return "(" + String.join(" OR ",
					Arrays.stream(values())
						.skip(ordinal())
						.map((p) -> p.colonna + " IS NOT NULL")
						.toArray(String[]::new))
					+ ")";
		}

	}

	/**
	 * What hangs on the terms of a month.
	 *
	 * @param mese the month of the governing day, {@code null} for all
	 * @param termini open terms
	 * @param scaduti those of them whose day has passed
	 * @param candidature how many candidature, with their amounts, each once
	 */
	record Rischio(YearMonth mese, long termini, long scaduti, Conto candidature) {
	}

	/**
	 * The amounts that hang on open terms, month by month.
	 * @param s which candidature
	 * @param oggi the day it is, Rome
	 * @return a line for each month that has an open term, in order
	 */
	List<Rischio> rischio(Selezione s, LocalDate oggi) {
		return this.jdbc
			.sql("""
					SELECT x.anno, x.mese, SUM(x.termini) AS termini, SUM(x.scaduti) AS scaduti, COUNT(*) AS nf,
						SUM(x.quanto) AS qf
					FROM (SELECT EXTRACT(YEAR FROM t.governante) AS anno, EXTRACT(MONTH FROM t.governante) AS mese, c.codice,
							%s AS quanto, COUNT(*) AS termini,
							SUM(CASE WHEN t.stato = 'SCADUTA' OR t.governante < :oggi THEN 1 ELSE 0 END) AS scaduti
						%s JOIN scadenza t ON t.candidatura = c.codice %s AND %s
						GROUP BY EXTRACT(YEAR FROM t.governante), EXTRACT(MONTH FROM t.governante), c.codice, %s) x
					GROUP BY x.anno, x.mese ORDER BY x.anno, x.mese"""
				.formatted(Selezione.IMPORTO, Selezione.DA, s.dove(), PENDENTE, Selezione.IMPORTO))
			.params(s.parametri())
			.param("oggi", oggi)
			.query((rs, riga) -> new Rischio(YearMonth.of(rs.getInt("anno"), rs.getInt("mese")), rs.getLong("termini"),
					rs.getLong("scaduti"), conto(rs, "f")))
			.list();
	}

	/**
	 * The amounts that hang on open terms, each candidatura once.
	 * @param s which candidature
	 * @return candidature and euro
	 */
	Conto rischioInTutto(Selezione s) {
		return this.jdbc
			.sql("SELECT COUNT(*) AS nf, SUM(" + Selezione.IMPORTO + ") AS qf" + Selezione.DA + s.dove()
					+ "AND EXISTS (SELECT 1 FROM scadenza t WHERE t.candidatura = c.codice AND " + PENDENTE + ")")
			.params(s.parametri())
			.query((rs, riga) -> conto(rs, "f"))
			.single();
	}

	/**
	 * Days from the decree to the money.
	 *
	 * @param avviso the avviso, {@code null} for all together
	 * @param quante candidature that were paid
	 * @param minimo the quickest
	 * @param p10 the day by which a tenth had been paid; the others likewise
	 * @param p25 a quarter
	 * @param mediana half
	 * @param p75 three quarters
	 * @param p90 nine tenths
	 * @param massimo the slowest
	 */
	record Tempi(String avviso, long quante, int minimo, int p10, int p25, int mediana, int p75, int p90, int massimo) {

		List<Object> giorni() {
			return List.of(this.minimo, this.p10, this.p25, this.mediana, this.p75, this.p90, this.massimo);
		}

	}

	/**
	 * Days from the decree to the money, of everything that was paid.
	 * @param s which candidature
	 * @return a line for each avviso that has one, in no order
	 */
	List<Tempi> tempi(Selezione s) {
		return this.jdbc.sql("SELECT g.avviso, " + percentili(s, "PARTITION BY x.avviso ") + " GROUP BY g.avviso")
			.params(s.parametri())
			.query((rs, riga) -> tempi(rs, rs.getString("avviso")))
			.list();
	}

	/**
	 * The same for all avvisi together.
	 * @param s which candidature
	 * @return the line, nothing where nothing was paid
	 */
	Optional<Tempi> tempiInTutto(Selezione s) {
		return this.jdbc.sql("SELECT " + percentili(s, ""))
			.params(s.parametri())
			.query((rs, riga) -> tempi(rs, null))
			.list()
			.stream()
			.filter((t) -> t.quante() > 0)
			.findFirst();
	}

	/**
	 * The first day by which at least that part had been paid: what the standard calls
	 * {@code PERCENTILE_DISC}, which H2 rounds otherwise than PostgreSQL.
	 */
	private static String percentili(Selezione s, String gruppo) {
		StringBuilder sql = new StringBuilder("COUNT(*) AS quante, MIN(g.giorni) AS minimo, MAX(g.giorni) AS massimo");
		for (int p : new int[] { 10, 25, 50, 75, 90 }) {
			sql.append(", MIN(CASE WHEN g.posto * 100 >= g.tutte * %d THEN g.giorni END) AS p%d".formatted(p, p));
		}
		return sql + " FROM (SELECT x.avviso, x.giorni, ROW_NUMBER() OVER (" + gruppo + "ORDER BY x.giorni) AS posto, "
				+ "COUNT(*) OVER (" + gruppo + ") AS tutte FROM (SELECT c.avviso, " + GIORNI + " AS giorni"
				+ Selezione.DA + s.dove() + "AND c.decreto_data IS NOT NULL AND c.erogata IS NOT NULL) x) g";
	}

	private static Tempi tempi(ResultSet rs, String avviso) throws SQLException {
		return new Tempi(avviso, rs.getLong("quante"), rs.getInt("minimo"), rs.getInt("p10"), rs.getInt("p25"),
				rs.getInt("p50"), rs.getInt("p75"), rs.getInt("p90"), rs.getInt("massimo"));
	}

	// One by one

	/**
	 * A candidatura in a list.
	 *
	 * @param codice its code
	 * @param ente the ente's id
	 * @param nomeEnte the name under which it is shown
	 * @param avviso the avviso's code
	 * @param stato the state as shown
	 * @param fase the phase under it
	 * @param importo euro: what was decreed, before that what was asked for; may be
	 * {@code null}
	 * @param cup the CUP, or {@code null}
	 * @param decreto the day of the decree, or {@code null}
	 * @param erogata the day of the money, or {@code null}
	 * @param importoErogato what was paid, or {@code null}
	 * @param conclusa the day of the decree that ended it, or {@code null}
	 * @param seguita whether a process follows it
	 * @param ordine by what the list is ordered, before the code
	 */
	public record Voce(String codice, String ente, String nomeEnte, String avviso, Stato stato, Stato fase,
			BigDecimal importo, String cup, LocalDate decreto, LocalDate erogata, BigDecimal importoErogato,
			LocalDate conclusa, boolean seguita, String ordine) {
	}

	/**
	 * How many candidature there are.
	 * @param s which
	 * @return candidature
	 */
	public int quante(Selezione s) {
		return this.jdbc.sql("SELECT COUNT(*)" + Selezione.DA + s.dove())
			.params(s.parametri())
			.query(Integer.class)
			.single();
	}

	/**
	 * Some of the candidature, by ente and code.
	 * @param s which
	 * @param salta how many to leave out
	 * @param quante how many at most
	 * @return the candidature
	 */
	public List<Voce> elenco(Selezione s, int salta, int quante) {
		return this.jdbc.sql(VOCE + s.dove() + IN_ORDINE + "OFFSET :salta ROWS FETCH NEXT :quante ROWS ONLY")
			.params(s.parametri())
			.param("salta", salta)
			.param("quante", quante)
			.query(PortafoglioRepository::voce)
			.list();
	}

	/**
	 * All the candidature, one after the other, by ente and code: never all at once.
	 * @param s which
	 * @return what can be gone through
	 */
	Iterable<Voce> tutte(Selezione s) {
		return () -> new Scorrimento<>((ultima) -> dopo(s, ultima), PER_VOLTA);
	}

	private List<Voce> dopo(Selezione s, Voce ultima) {
		Map<String, Object> valori = s.parametri();
		String seguito = "";
		if (ultima != null) {
			seguito = "AND (" + Selezione.NOME_TITOLARE + ", c.codice) > (:ordine, :ultimo) ";
			valori.put("ordine", ultima.ordine());
			valori.put("ultimo", ultima.codice());
		}
		return this.jdbc.sql(VOCE + s.dove() + seguito + IN_ORDINE + "FETCH FIRST " + PER_VOLTA + " ROWS ONLY")
			.params(valori)
			.query(PortafoglioRepository::voce)
			.list();
	}

	/**
	 * One candidatura, whoever asks.
	 * @param codice its code
	 * @return the candidatura
	 */
	public Optional<Voce> una(String codice) {
		return this.jdbc.sql(VOCE + "WHERE c.codice = :codice")
			.param("codice", codice)
			.query(PortafoglioRepository::voce)
			.optional();
	}

	private static Voce voce(ResultSet rs, int riga) throws SQLException {
		return new Voce(rs.getString("codice"), rs.getString("ente"), nome(rs), rs.getString("avviso"),
				Stato.valueOf(rs.getString("stato")), Stato.valueOf(rs.getString("fase")), rs.getBigDecimal("quanto"),
				rs.getString("cup"), rs.getObject("decreto_data", LocalDate.class),
				rs.getObject("erogata", LocalDate.class), rs.getBigDecimal("importo_erogato"),
				rs.getObject("conclusa", LocalDate.class), rs.getBoolean("seguita"), rs.getString("titolare"));
	}

	/**
	 * An act that moved the terms of a candidatura, or could not.
	 *
	 * @param numero the act's number
	 * @param visibileA the gestione or ente that may read the act itself
	 * @param atto the document
	 * @param data its date
	 * @param esito {@code DA_APPLICARE}, {@code APPLICATO}, {@code ESCLUSO},
	 * {@code SALTATO}
	 * @param prima the day that governed the term, or {@code null}
	 * @param dopo the day that governs it since, or {@code null}
	 * @param effetto the same in words, or why nothing could be done
	 */
	public record Differito(long numero, String visibileA, String atto, LocalDate data, String esito, LocalDate prima,
			LocalDate dopo, String effetto) {
	}

	/**
	 * The acts that were meant for a candidatura and confirmed.
	 * @param codice its code
	 * @return the acts, in the order of registration
	 */
	public List<Differito> differimenti(String codice) {
		return this.jdbc.sql("""
				SELECT d.numero, d.visibile_a, d.atto, d.data_atto, r.esito, r.prima, r.dopo, r.effetto
				FROM differimento_candidatura r JOIN differimento d ON d.numero = r.differimento
				WHERE r.candidatura = :codice AND d.stato NOT IN ('DA_CONFERMARE', 'ANNULLATO') ORDER BY d.numero""")
			.param("codice", codice)
			.query((rs, riga) -> new Differito(rs.getLong("numero"), rs.getString("visibile_a"), rs.getString("atto"),
					rs.getObject("data_atto", LocalDate.class), rs.getString("esito"),
					rs.getObject("prima", LocalDate.class), rs.getObject("dopo", LocalDate.class),
					rs.getString("effetto")))
			.list();
	}

	/**
	 * What is known of an ente besides what every part of the application knows.
	 *
	 * @param tipologia what kind of ente it is
	 * @param provincia two letters, or {@code null}
	 * @param regione its name, or {@code null}
	 * @param popolazione inhabitants, {@code null} where that is not known
	 * @param fonte where the population comes from, or {@code null}
	 * @param gestione the name of the gestione that follows it, or {@code null}
	 * @param daCompletare whether it is known from the published data only
	 * @param referenti how many people are written to
	 */
	record Anagrafica(String tipologia, String provincia, String regione, Integer popolazione, String fonte,
			String gestione, boolean daCompletare, int referenti) {
	}

	/**
	 * What is known of an ente.
	 * @param ente its id
	 * @return its data
	 */
	Anagrafica anagrafica(String ente) {
		return this.jdbc.sql("""
				SELECT e.tipologia, e.provincia, e.regione, e.popolazione, e.popolazione_fonte, g.nome AS nome_gestione,
					e.da_completare, (SELECT COUNT(*) FROM referente r WHERE r.ente = e.id) AS referenti
				FROM ente e LEFT JOIN gestione g ON g.id = e.gestione WHERE e.id = :ente""")
			.param("ente", ente)
			.query((rs, riga) -> new Anagrafica(rs.getString("tipologia"), rs.getString("provincia"),
					rs.getString("regione"), rs.getObject("popolazione", Integer.class),
					rs.getString("popolazione_fonte"), rs.getString("nome_gestione"), rs.getBoolean("da_completare"),
					rs.getInt("referenti")))
			.single();
	}

}
