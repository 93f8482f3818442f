package it.cronoprogramma.cruscotto;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The terms still to be met of every candidatura that goes on, as lists show them:
 * filtered, sorted and cut into pages by the database, whatever their number.
 */
@Repository
public class Scadenzario {

	/** Before and after any term. */
	private static final LocalDate SEMPRE = LocalDate.of(1900, 1, 1);

	private static final LocalDate MAI = LocalDate.of(9999, 12, 31);

	private static final int GRUPPO = 500;

	private static final List<String> PENDENTI = List.of(StatoScadenza.APERTA.name(), StatoScadenza.SCADUTA.name());

	private static final List<String> FINITE = Arrays.stream(Stato.values())
		.filter(Stato::finita)
		.map(Stato::name)
		.toList();

	/** What the decree grants; before it, what was asked for. */
	private static final String IMPORTO = "COALESCE(c.importo_decretato, c.importo)";

	private static final String DA = """
			 FROM scadenza s JOIN candidatura c ON c.codice = s.candidatura JOIN ente e ON e.id = c.ente
				LEFT JOIN ente t ON t.id = e.successore
			""";

	private static final String NOME_OGGI = """
			CASE WHEN t.id IS NULL THEN e.nome ELSE t.nome || ' (già ' || e.nome || ')' END AS nome_oggi
			""";

	private final JdbcClient jdbc;

	Scadenzario(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Some terms.
	 * @param quali which
	 * @param ordine in which order
	 * @param da how many to skip
	 * @param quante how many at most
	 * @return the terms, each with the referenti of who holds it today
	 */
	public List<Riga> righe(Criteri quali, Ordine ordine, long da, int quante) {
		List<Riga> righe = domanda("SELECT s.candidatura, s.termine, s.governante, c.ente, c.avviso, " + IMPORTO
				+ " AS importo, COALESCE(t.id, e.id) AS titolare, " + NOME_OGGI + DA + quali.dove() + " ORDER BY "
				+ ordine.sql + " OFFSET :da ROWS FETCH NEXT :quante ROWS ONLY", quali)
			.param("da", da)
			.param("quante", quante)
			.query((rs, i) -> new Riga(rs.getString("candidatura"), TipoTermine.leggi(rs.getString("termine")),
					rs.getObject("governante", LocalDate.class), rs.getString("nome_oggi"), rs.getString("avviso"),
					rs.getBigDecimal("importo"), rs.getString("titolare"), List.of()))
			.list();
		Map<String, List<String>> referenti = referenti(new TreeSet<>(righe.stream().map(Riga::titolare).toList()));
		return righe.stream().map((r) -> r.con(referenti.getOrDefault(r.titolare(), List.of()))).toList();
	}

	/**
	 * Some terms with all their dates, earliest first.
	 * @param quali which
	 * @param da how many to skip
	 * @param quante how many at most
	 * @return the terms
	 */
	public List<Estesa> estese(Criteri quali, long da, int quante) {
		return domanda("SELECT s.candidatura, s.termine, s.decorrenza, s.civile, s.prudenziale, s.legale, s.portale, "
				+ "s.governante, s.spiegazione, c.ente, c.avviso, " + IMPORTO + " AS importo, " + NOME_OGGI + DA
				+ quali.dove() + " ORDER BY " + Ordine.GIORNO.sql + " OFFSET :da ROWS FETCH NEXT :quante ROWS ONLY",
				quali)
			.param("da", da)
			.param("quante", quante)
			.query(Scadenzario::estesa)
			.list();
	}

	/**
	 * How many terms there are and how much hangs on them. An amount counts once, however
	 * many terms run against its candidatura.
	 * @param quali which terms, whatever their day
	 * @param oggi the day it is, Rome
	 * @param lista the days of the list that is shown
	 * @return the sums
	 */
	public Somme somme(Criteri quali, LocalDate oggi, Giorni lista) {
		Giorni trenta = Quando.TRENTA.giorni(oggi);
		Giorni tutti = new Giorni(SEMPRE, lista.al().isAfter(trenta.al()) ? lista.al() : trenta.al());
		Criteri letti = quali.nei(tutti);
		return domanda("SELECT " + somma("scaduti") + ", " + somma("sette") + ", " + somma("trenta") + ", "
				+ somma("lista") + " FROM (SELECT s.candidatura, MAX(" + IMPORTO + ") AS importo, " + conta("scaduti")
				+ ", " + conta("sette") + ", " + conta("trenta") + ", " + conta("lista") + DA + letti.dove()
				+ " GROUP BY s.candidatura) x", letti)
			.param("scadutiDal", Quando.SCADUTI.giorni(oggi).dal())
			.param("scadutiAl", Quando.SCADUTI.giorni(oggi).al())
			.param("setteDal", Quando.SETTE.giorni(oggi).dal())
			.param("setteAl", Quando.SETTE.giorni(oggi).al())
			.param("trentaDal", trenta.dal())
			.param("trentaAl", trenta.al())
			.param("listaDal", lista.dal())
			.param("listaAl", lista.al())
			.query((rs, i) -> new Somme(parziale(rs, "scaduti"), parziale(rs, "sette"), parziale(rs, "trenta"),
					parziale(rs, "lista")))
			.single();
	}

	/**
	 * The enti that somebody means by a code.
	 * @param codice our id, or a code of the IPA in whatever case
	 * @param ambito the enti among which to look
	 * @return their ids; several, if an ente that is no more had the same code
	 */
	public List<String> enti(String codice, Ambito.Enti ambito) {
		return this.jdbc
			.sql("SELECT e.id FROM ente e WHERE (e.id = :codice OR COALESCE(e.chiave_ipa, LOWER(e.codice_ipa)) = :ipa)"
					+ " AND " + ambito.condizione("e.id") + " ORDER BY e.id")
			.param("codice", codice)
			.param("ipa", codice.toLowerCase(Locale.ROOT))
			.param("enti", ambito.parametro())
			.query(String.class)
			.list();
	}

	private JdbcClient.StatementSpec domanda(String sql, Criteri quali) {
		return this.jdbc.sql(sql).params(quali.parametri());
	}

	private Map<String, List<String>> referenti(Collection<String> enti) {
		Map<String, List<String>> referenti = new HashMap<>();
		List<String> ids = List.copyOf(enti);
		for (int da = 0; da < ids.size(); da += GRUPPO) {
			this.jdbc.sql("SELECT ente, nome FROM referente WHERE ente IN (:ids) ORDER BY nome, id")
				.param("ids", ids.subList(da, Math.min(ids.size(), da + GRUPPO)))
				.query((rs) -> {
					referenti.computeIfAbsent(rs.getString("ente"), (e) -> new ArrayList<>()).add(rs.getString("nome"));
				});
		}
		return referenti;
	}

	private static String conta(String nome) {
		return "SUM(CASE WHEN s.governante BETWEEN :" + nome + "Dal AND :" + nome + "Al THEN 1 ELSE 0 END) AS " + nome;
	}

	private static String somma(String nome) {
		return "COALESCE(SUM(" + nome + "), 0) AS " + nome + ", COALESCE(SUM(CASE WHEN " + nome
				+ " > 0 THEN importo END), 0) AS " + nome + "_euro";
	}

	private static Somma parziale(ResultSet rs, String nome) throws SQLException {
		return new Somma(rs.getInt(nome), rs.getBigDecimal(nome + "_euro"));
	}

	private static Estesa estesa(ResultSet rs, int i) throws SQLException {
		return new Estesa(rs.getString("candidatura"), rs.getString("ente"), rs.getString("nome_oggi"),
				rs.getString("avviso"), TipoTermine.leggi(rs.getString("termine")),
				rs.getObject("decorrenza", LocalDate.class), rs.getObject("civile", LocalDate.class),
				rs.getObject("prudenziale", LocalDate.class), rs.getObject("legale", LocalDate.class),
				rs.getObject("portale", LocalDate.class), rs.getObject("governante", LocalDate.class),
				rs.getBigDecimal("importo"), rs.getString("spiegazione"));
	}

	/** In which order. */
	public enum Ordine {

		/** The most urgent first. */
		GIORNO("giorno", "Il più urgente per primo", "s.governante, s.candidatura, s.termine, s.id"),

		/** By name of who holds it today. */
		ENTE("ente", "Per ente", "LOWER(COALESCE(t.nome, e.nome)), s.governante, s.candidatura, s.termine, s.id"),

		/** The largest first. */
		IMPORTO("importo", "L'importo più alto per primo",
				"COALESCE(" + Scadenzario.IMPORTO + ", 0) DESC, s.governante, s.candidatura, s.termine, s.id");

		private final String codice;

		private final String nome;

		private final String sql;

		Ordine(String codice, String nome, String sql) {
			this.codice = codice;
			this.nome = nome;
			this.sql = sql;
		}

		/**
		 * The word used in addresses.
		 * @return the code
		 */
		public String codice() {
			return this.codice;
		}

		/**
		 * What people read.
		 * @return the name
		 */
		public String nome() {
			return this.nome;
		}

	}

	/** Which days. */
	public enum Quando {

		/**
		 * Late, or due within thirty days: what the page shows unless asked otherwise.
		 */
		URGENTI("urgenti", "Scaduti e prossimi 30 giorni"),

		/** Late. */
		SCADUTI("scaduti", "Scaduti"),

		/** From today on, seven days. */
		SETTE("7", "Prossimi 7 giorni"),

		/** From today on, thirty days. */
		TRENTA("30", "Prossimi 30 giorni"),

		/** From today on, ninety days. */
		NOVANTA("90", "Prossimi 90 giorni"),

		/** Any day. */
		TUTTI("tutti", "Tutti i termini");

		private final String codice;

		private final String nome;

		Quando(String codice, String nome) {
			this.codice = codice;
			this.nome = nome;
		}

		/**
		 * The word used in addresses.
		 * @return the code
		 */
		public String codice() {
			return this.codice;
		}

		/**
		 * What people read.
		 * @return the name
		 */
		public String nome() {
			return this.nome;
		}

		/**
		 * Which days it means.
		 * @param oggi the day it is, Rome
		 * @return first and last day
		 */
		public Giorni giorni(LocalDate oggi) {
			return switch (this) {
				case URGENTI -> new Giorni(SEMPRE, oggi.plusDays(30));
				case SCADUTI -> new Giorni(SEMPRE, oggi.minusDays(1));
				case SETTE -> new Giorni(oggi, oggi.plusDays(7));
				case TRENTA -> new Giorni(oggi, oggi.plusDays(30));
				case NOVANTA -> new Giorni(oggi, oggi.plusDays(90));
				case TUTTI -> Giorni.TUTTI;
			};
		}

	}

	/**
	 * Some days, both ends included.
	 *
	 * @param dal the first
	 * @param al the last
	 */
	public record Giorni(LocalDate dal, LocalDate al) {

		/** Every day. */
		public static final Giorni TUTTI = new Giorni(SEMPRE, MAI);

		/**
		 * Those that are also among others.
		 * @param altri the others
		 * @return the days in common; none of them if the first is after the last
		 */
		public Giorni e(Giorni altri) {
			return new Giorni(this.dal.isAfter(altri.dal) ? this.dal : altri.dal,
					this.al.isBefore(altri.al) ? this.al : altri.al);
		}

	}

	/**
	 * Which terms. What is {@code null} does not matter.
	 *
	 * @param ambito of which enti
	 * @param oggi the day it is, Rome: a period that must last is over on its last day,
	 * and nobody is late with it
	 * @param giorni on which days
	 * @param enti of which of the enti, theirs or come to them by a merger
	 * @param ente part of the name of who holds it or whose it was; or its id or code of
	 * the IPA
	 * @param referente part of the name of a referente of who holds it
	 * @param termine of which kind
	 */
	public record Criteri(Ambito.Enti ambito, LocalDate oggi, Giorni giorni, List<String> enti, String ente,
			String referente, TipoTermine termine) {

		/**
		 * All of some enti.
		 * @param ambito the enti
		 * @param oggi the day it is, Rome
		 * @param giorni on which days
		 * @return the criteria
		 */
		public static Criteri di(Ambito.Enti ambito, LocalDate oggi, Giorni giorni) {
			return new Criteri(ambito, oggi, giorni, null, null, null, null);
		}

		/**
		 * The same on other days.
		 * @param altri the days
		 * @return the criteria
		 */
		public Criteri nei(Giorni altri) {
			return new Criteri(this.ambito, this.oggi, altri, this.enti, this.ente, this.referente, this.termine);
		}

		private String dove() {
			StringBuilder sql = new StringBuilder("WHERE s.stato IN (:pendenti) AND s.governante BETWEEN :dal AND :al")
				.append(" AND (s.governante >= :oggi OR s.termine <> :periodo) AND c.stato NOT IN (:finite) AND ")
				.append(this.ambito.condizione("c.ente"));
			if (this.enti != null) {
				sql.append(" AND (c.ente IN (:quegli) OR e.successore IN (:quegli))");
			}
			if (this.ente != null) {
				sql.append(" AND (LOWER(e.nome) LIKE :ente ESCAPE '!' OR LOWER(t.nome) LIKE :ente ESCAPE '!'")
					.append(" OR LOWER(e.id) = :codice OR LOWER(t.id) = :codice OR LOWER(e.codice_ipa) = :codice")
					.append(" OR LOWER(t.codice_ipa) = :codice)");
			}
			if (this.referente != null) {
				sql.append(" AND EXISTS (SELECT 1 FROM referente r WHERE r.ente = COALESCE(t.id, e.id)")
					.append(" AND LOWER(r.nome) LIKE :referente ESCAPE '!')");
			}
			if (this.termine != null) {
				sql.append(" AND s.termine = :termine");
			}
			return sql.toString();
		}

		private Map<String, Object> parametri() {
			Map<String, Object> parametri = new HashMap<>();
			parametri.put("pendenti", PENDENTI);
			parametri.put("dal", this.giorni.dal());
			parametri.put("al", this.giorni.al());
			parametri.put("oggi", this.oggi);
			parametri.put("periodo", TipoTermine.MANTENIMENTO.codice());
			parametri.put("finite", FINITE);
			parametri.put("enti", this.ambito.parametro());
			if (this.enti != null) {
				parametri.put("quegli", this.enti);
			}
			if (this.ente != null) {
				parametri.put("ente", parte(this.ente));
				parametri.put("codice", this.ente.toLowerCase(Locale.ROOT));
			}
			if (this.referente != null) {
				parametri.put("referente", parte(this.referente));
			}
			if (this.termine != null) {
				parametri.put("termine", this.termine.codice());
			}
			return parametri;
		}

		/** What was typed means itself. */
		private static String parte(String testo) {
			return "%" + testo.toLowerCase(Locale.ITALIAN).replaceAll("([!%_])", "!$1") + "%";
		}

	}

	/**
	 * A term in a list.
	 *
	 * @param candidatura the candidatura's code
	 * @param termine which term
	 * @param giorno the day that governs
	 * @param ente who holds it today, and whose it was
	 * @param avviso the avviso's code
	 * @param importo what hangs on it, euro; {@code null} as long as nobody knows
	 * @param titolare the id of who holds it today
	 * @param referenti the referenti of who holds it today
	 */
	public record Riga(String candidatura, TipoTermine termine, LocalDate giorno, String ente, String avviso,
			BigDecimal importo, String titolare, List<String> referenti) {

		private Riga con(List<String> suoi) {
			return new Riga(this.candidatura, this.termine, this.giorno, this.ente, this.avviso, this.importo,
					this.titolare, suoi);
		}

	}

	/**
	 * A term with all its dates.
	 *
	 * @param candidatura the candidatura's code
	 * @param ente the id of the ente whose it is, or was
	 * @param nomeEnte who holds it today, and whose it was
	 * @param avviso the avviso's code
	 * @param termine which term
	 * @param decorrenza the day it runs from
	 * @param civile by the civil calendar, not shifted
	 * @param prudenziale the earliest reading
	 * @param legale shifted past Sundays and holidays
	 * @param portale what the portal shows, or {@code null}
	 * @param governante the day that governs
	 * @param importo what hangs on it, euro; {@code null} as long as nobody knows
	 * @param spiegazione why it falls on that day
	 */
	public record Estesa(String candidatura, String ente, String nomeEnte, String avviso, TipoTermine termine,
			LocalDate decorrenza, LocalDate civile, LocalDate prudenziale, LocalDate legale, LocalDate portale,
			LocalDate governante, BigDecimal importo, String spiegazione) {
	}

	/**
	 * How many, and how much hangs on them.
	 *
	 * @param termini how many terms
	 * @param euro the amounts of their candidature, each once
	 */
	public record Somma(int termini, BigDecimal euro) {
	}

	/**
	 * The sums at the head of a list.
	 *
	 * @param scaduti what is late
	 * @param sette what is due within seven days
	 * @param trenta what is due within thirty days, those seven included
	 * @param lista what the list shows, on all its pages
	 */
	public record Somme(Somma scaduti, Somma sette, Somma trenta, Somma lista) {
	}

}
