package it.cronoprogramma.candidatura;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Contatore;
import it.cronoprogramma.termine.Differimento;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The acts that change terms, and what became of each on each candidatura.
 */
@Repository
public class DifferimentoRepository {

	private static final int GRUPPO = 500;

	/**
	 * An act counts on a candidatura once it is applied, unless one that undoes it is.
	 */
	private static final String VALE = """
			r.esito = 'APPLICATO' AND NOT EXISTS (
				SELECT 1 FROM differimento v JOIN differimento_candidatura rv ON rv.differimento = v.numero
				WHERE v.revoca = r.differimento AND rv.candidatura = r.candidatura AND rv.esito = 'APPLICATO')
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	DifferimentoRepository(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/** What became of an act on a candidatura. */
	public enum Esito {

		/** Its turn is still to come. */
		DA_APPLICARE,

		/** Its terms have moved. */
		APPLICATO,

		/** The preview found that the act cannot reach it: whoever confirmed knew. */
		ESCLUSO,

		/** Something happened after the preview, so that the act could not reach it. */
		SALTATO

	}

	/**
	 * An act on one candidatura.
	 *
	 * @param candidatura the candidatura's code
	 * @param ente the ente's name
	 * @param avviso the avviso's code
	 * @param esito what became of it
	 * @param prima the day that governed, or {@code null}
	 * @param dopo the day that governs, or {@code null}
	 * @param effetto the same in words, or why nothing could be done
	 */
	public record Riga(String candidatura, String ente, String avviso, Esito esito, LocalDate prima, LocalDate dopo,
			String effetto) {
	}

	/**
	 * When an act moved on after it was registered.
	 *
	 * @param deciso who confirmed or dropped it, and when; {@code null} while it waits,
	 * and where nobody was asked
	 * @param concluso when it had reached every candidatura, or {@code null}
	 */
	public record Passaggi(Autore deciso, Instant concluso) {
	}

	/**
	 * The next number.
	 * @return the order of registration
	 */
	public long nuovoNumero() {
		return this.jdbc.sql("SELECT nextval('differimento_numero')").query(Long.class).single();
	}

	/**
	 * Registers an act with the candidature it reaches.
	 * @param d the act
	 * @param righe the candidature, in the order in which it will be applied
	 */
	public void inserisci(AttoDifferimento d, List<Riga> righe) {
		Differimento e = d.effetto();
		this.jdbc
			.sql("""
					INSERT INTO differimento (numero, tipo, termine, contatore, quantita, dal, al, revoca, atto, data_atto, nota,
						ambito, visibile_a, stato, registrato, registrato_da)
					VALUES (:numero, :tipo, :termine, :contatore, :quantita, :dal, :al, :revoca, :atto, :dataAtto, :nota,
						:ambito, :visibileA, :stato, :registrato, :da)""")
			.param("numero", d.numero())
			.param("tipo", d.tipo())
			.param("termine", (d.termine() == null) ? null : d.termine().codice())
			.param("contatore", (e == null || e.contatore() == null) ? null : e.contatore().name())
			.param("quantita", (e == null) ? 0 : e.quantita())
			.param("dal", (e == null) ? null : e.dal())
			.param("al", (e == null) ? null : e.al())
			.param("revoca", d.revoca())
			.param("atto", d.atto())
			.param("dataAtto", d.dataAtto())
			.param("nota", d.nota())
			.param("ambito", d.ambito())
			.param("visibileA", d.visibileA())
			.param("stato", d.stato().name())
			.param("registrato", istante(d.registrato().quando()))
			.param("da", d.registrato().chi())
			.update();
		List<Object[]> valori = new ArrayList<>();
		for (Riga r : righe) {
			valori.add(new Object[] { d.numero(), r.candidatura(), valori.size() + 1, r.esito().name(), r.prima(),
					r.dopo(), r.effetto() });
		}
		this.template.batchUpdate("""
				INSERT INTO differimento_candidatura (differimento, candidatura, posto, esito, prima, dopo, effetto)
				VALUES (?, ?, ?, ?, ?, ?, ?)""", valori);
	}

	/**
	 * One act.
	 * @param numero its number
	 * @return the act
	 * @throws Rifiuto if there is none
	 */
	public AttoDifferimento leggi(long numero) {
		return trova(numero).orElseThrow(() -> Rifiuto.nonTrovato("Il differimento n. %s non esiste.", numero));
	}

	/**
	 * One act.
	 * @param numero its number
	 * @return the act, empty if there is none
	 */
	public Optional<AttoDifferimento> trova(long numero) {
		return this.jdbc.sql("SELECT * FROM differimento WHERE numero = :numero")
			.param("numero", numero)
			.query(DifferimentoRepository::atto)
			.optional();
	}

	/**
	 * The acts that somebody may see, latest first.
	 * @param visibiliA ids of gestioni and enti
	 * @param massimo how many at most
	 * @return the acts
	 */
	public List<AttoDifferimento> elenco(Collection<String> visibiliA, int massimo) {
		if (visibiliA.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("SELECT * FROM differimento WHERE visibile_a IN (:a) ORDER BY numero DESC FETCH FIRST :n ROWS ONLY")
			.param("a", visibiliA)
			.param("n", massimo)
			.query(DifferimentoRepository::atto)
			.list();
	}

	/**
	 * The acts that count on a candidatura: applied and not undone since.
	 * @param candidatura the candidatura's code
	 * @return the acts, in the order of registration
	 */
	public List<AttoAttivo> attivi(String candidatura) {
		return attivi(List.of(candidatura)).getOrDefault(candidatura, List.of());
	}

	/**
	 * The acts that count on some candidature.
	 * @param candidature their codes
	 * @return the acts by candidatura, in the order of registration
	 */
	public Map<String, List<AttoAttivo>> attivi(Collection<String> candidature) {
		Map<String, List<AttoAttivo>> attivi = new HashMap<>();
		List<String> codici = List.copyOf(candidature);
		for (int da = 0; da < codici.size(); da += GRUPPO) {
			this.jdbc.sql("SELECT r.candidatura, d.* FROM differimento d JOIN differimento_candidatura r "
					+ "ON r.differimento = d.numero WHERE r.candidatura IN (:candidature) AND d.tipo <> 'REVOCA' AND "
					+ VALE + "ORDER BY d.numero")
				.param("candidature", codici.subList(da, Math.min(codici.size(), da + GRUPPO)))
				.query((rs) -> {
					AttoDifferimento a = atto(rs, 0);
					attivi.computeIfAbsent(rs.getString("candidatura"), (c) -> new ArrayList<>())
						.add(new AttoAttivo(a.termine(), a.effetto()));
				});
		}
		return attivi;
	}

	/**
	 * The candidature on which an act counts still.
	 * @param numero the act's number
	 * @return their codes, in the order in which it was applied
	 */
	public List<String> candidatureAttive(long numero) {
		return this.jdbc
			.sql("SELECT r.candidatura FROM differimento_candidatura r WHERE r.differimento = :numero AND " + VALE
					+ "ORDER BY r.posto")
			.param("numero", numero)
			.query(String.class)
			.list();
	}

	/**
	 * What became of an act, candidatura by candidatura.
	 * @param numero the act's number
	 * @param da how many to skip
	 * @param quante how many at most
	 * @return first those that were skipped, then those excluded, those to come, those
	 * applied
	 */
	public List<Riga> righe(long numero, int da, int quante) {
		return this.jdbc
			.sql("""
					SELECT r.*, CASE WHEN t.id IS NULL THEN e.nome ELSE t.nome || ' (già ' || e.nome || ')' END
						AS ente_nome, c.avviso FROM differimento_candidatura r
						JOIN candidatura c ON c.codice = r.candidatura JOIN ente e ON e.id = c.ente
						LEFT JOIN ente t ON t.id = e.successore
					WHERE r.differimento = :numero
					ORDER BY CASE r.esito WHEN 'SALTATO' THEN 1 WHEN 'ESCLUSO' THEN 2 WHEN 'DA_APPLICARE' THEN 3 ELSE 4 END, r.posto
					OFFSET :da ROWS FETCH NEXT :quante ROWS ONLY""")
			.param("numero", numero)
			.param("da", da)
			.param("quante", quante)
			.query((rs, i) -> new Riga(rs.getString("candidatura"), rs.getString("ente_nome"), rs.getString("avviso"),
					Esito.valueOf(rs.getString("esito")), rs.getObject("prima", LocalDate.class),
					rs.getObject("dopo", LocalDate.class), rs.getString("effetto")))
			.list();
	}

	/**
	 * How far an act has come.
	 * @param numero the act's number
	 * @return how many candidature by what became of it
	 */
	public Map<Esito, Integer> conteggi(long numero) {
		return conteggi(List.of(numero)).get(numero);
	}

	/**
	 * How far several acts have come.
	 * @param numeri the acts' numbers
	 * @return how many candidature by what became of them, for each of the acts
	 */
	public Map<Long, Map<Esito, Integer>> conteggi(Collection<Long> numeri) {
		Map<Long, Map<Esito, Integer>> conteggi = new HashMap<>();
		for (Long numero : numeri) {
			Map<Esito, Integer> nessuna = new EnumMap<>(Esito.class);
			for (Esito esito : Esito.values()) {
				nessuna.put(esito, 0);
			}
			conteggi.put(numero, nessuna);
		}
		if (!numeri.isEmpty()) {
			this.jdbc.sql("""
					SELECT differimento, esito, COUNT(*) AS quante FROM differimento_candidatura
					WHERE differimento IN (:numeri) GROUP BY differimento, esito""")
				.param("numeri", numeri)
				.query((rs) -> {
					conteggi.get(rs.getLong("differimento"))
						.put(Esito.valueOf(rs.getString("esito")), rs.getInt("quante"));
				});
		}
		return conteggi;
	}

	/**
	 * The acts that undo an act, or are to undo it.
	 * @param numero the number of the act that is undone
	 * @return the acts, in the order of registration, without those that were dropped
	 */
	public List<AttoDifferimento> revocheDi(long numero) {
		return this.jdbc
			.sql("SELECT * FROM differimento WHERE revoca = :numero AND stato <> 'ANNULLATO' ORDER BY numero")
			.param("numero", numero)
			.query(DifferimentoRepository::atto)
			.list();
	}

	/**
	 * When an act moved on after it was registered.
	 * @param numero the act's number
	 * @return the passages
	 */
	public Passaggi passaggi(long numero) {
		return this.jdbc.sql("SELECT deciso, deciso_da, concluso FROM differimento WHERE numero = :numero")
			.param("numero", numero)
			.query((rs, i) -> {
				Instant confermato = istante(rs, "deciso");
				return new Passaggi((confermato == null) ? null : new Autore(rs.getString("deciso_da"), confermato),
						istante(rs, "concluso"));
			})
			.single();
	}

	/**
	 * The next candidature to which an act is to be applied.
	 * @param numero the act's number
	 * @param quante how many at most
	 * @return their codes, empty when there is none left
	 */
	public List<String> prossime(long numero, int quante) {
		return this.jdbc.sql("""
				SELECT candidatura FROM differimento_candidatura WHERE differimento = :numero AND esito = 'DA_APPLICARE'
				ORDER BY posto FETCH FIRST :quante ROWS ONLY""")
			.param("numero", numero)
			.param("quante", quante)
			.query(String.class)
			.list();
	}

	/**
	 * Records that an act was applied to a candidatura.
	 * @param numero the act's number
	 * @param candidatura the candidatura's code
	 * @param effetto what it did
	 * @param adesso when
	 */
	public void segnaApplicato(long numero, String candidatura, EffettoDifferimento effetto, Instant adesso) {
		segna(numero, candidatura, Esito.APPLICATO, effetto.prima(), effetto.dopo(), effetto.testo(), adesso);
	}

	/**
	 * Records that an act could not be applied to a candidatura any more.
	 * @param numero the act's number
	 * @param candidatura the candidatura's code
	 * @param motivo why
	 * @param adesso when
	 */
	public void segnaSaltato(long numero, String candidatura, String motivo, Instant adesso) {
		segna(numero, candidatura, Esito.SALTATO, null, null, motivo, adesso);
	}

	private void segna(long numero, String candidatura, Esito esito, LocalDate prima, LocalDate dopo, String effetto,
			Instant adesso) {
		this.jdbc.sql("""
				UPDATE differimento_candidatura SET esito = :esito, prima = :prima, dopo = :dopo, effetto = :effetto,
					applicato = :adesso
				WHERE differimento = :numero AND candidatura = :candidatura AND esito = 'DA_APPLICARE'""")
			.param("esito", esito.name())
			.param("prima", prima)
			.param("dopo", dopo)
			.param("effetto", effetto)
			.param("adesso", istante(adesso))
			.param("numero", numero)
			.param("candidatura", candidatura)
			.update();
	}

	/**
	 * Moves an act on.
	 * @param numero the act's number
	 * @param da where it must stand
	 * @param a where it goes
	 * @param autore who moves it
	 * @throws Rifiuto if it does not stand there any more
	 */
	public void passa(long numero, StatoAtto da, StatoAtto a, Autore autore) {
		int righe = this.jdbc.sql("""
				UPDATE differimento SET stato = :a,
					deciso = CASE WHEN :da = 'DA_CONFERMARE' THEN :adesso ELSE deciso END,
					deciso_da = CASE WHEN :da = 'DA_CONFERMARE' THEN :chi ELSE deciso_da END,
					concluso = CASE WHEN :a = 'CONCLUSO' THEN :adesso ELSE concluso END
				WHERE numero = :numero AND stato = :da""")
			.param("a", a.name())
			.param("da", da.name())
			.param("adesso", istante(autore.quando()))
			.param("chi", autore.chi())
			.param("numero", numero)
			.update();
		if (righe != 1) {
			throw Rifiuto.conflitto("Il differimento n. %s non è più «%s»: aggiorni la pagina.", numero, da.nome());
		}
	}

	private static AttoDifferimento atto(ResultSet rs, int riga) throws SQLException {
		long numero = rs.getLong("numero");
		String tipo = rs.getString("tipo");
		String termine = rs.getString("termine");
		String contatore = rs.getString("contatore");
		String atto = rs.getString("atto");
		LocalDate dataAtto = rs.getObject("data_atto", LocalDate.class);
		Differimento effetto = AttoDifferimento.REVOCA.equals(tipo) ? null
				: new Differimento(numero, Differimento.Tipo.valueOf(tipo),
						(contatore == null) ? null : Contatore.valueOf(contatore), rs.getInt("quantita"),
						rs.getObject("dal", LocalDate.class), rs.getObject("al", LocalDate.class), atto, dataAtto);
		long revoca = rs.getLong("revoca");
		return new AttoDifferimento(numero, (termine == null) ? null : TipoTermine.leggi(termine), effetto,
				(effetto == null) ? revoca : null, atto, dataAtto, rs.getString("nota"), rs.getString("ambito"),
				rs.getString("visibile_a"), StatoAtto.valueOf(rs.getString("stato")), new Autore(
						rs.getString("registrato_da"), rs.getObject("registrato", OffsetDateTime.class).toInstant()));
	}

	private static Instant istante(ResultSet rs, String colonna) throws SQLException {
		OffsetDateTime valore = rs.getObject(colonna, OffsetDateTime.class);
		return (valore == null) ? null : valore.toInstant();
	}

	private static OffsetDateTime istante(Instant istante) {
		return istante.atOffset(ZoneOffset.UTC);
	}

}
