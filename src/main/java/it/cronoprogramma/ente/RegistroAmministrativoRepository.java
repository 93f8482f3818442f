package it.cronoprogramma.ente;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import it.cronoprogramma.ente.VoceRegistro.Tipo;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The register of administrative acts: append-only.
 */
@Repository
public class RegistroAmministrativoRepository {

	private static final int LUNGO = 4000;

	private static final String FILTRO = " WHERE (:tutto = TRUE OR gestione IN (:gestioni))";

	private final JdbcClient jdbc;

	RegistroAmministrativoRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a line.
	 * @param v the line
	 */
	public void annota(VoceRegistro v) {
		this.jdbc.sql("""
				INSERT INTO registro_amministrativo (numero, quando, chi, atto, tipo, oggetto, nome, gestione, prima,
					dopo)
				VALUES (nextval('registro_numero'), :quando, :chi, :atto, :tipo, :oggetto, :nome, :gestione, :prima,
					:dopo)""")
			.param("quando", OffsetDateTime.ofInstant(v.quando(), ZoneOffset.UTC))
			.param("chi", v.chi())
			.param("atto", v.atto())
			.param("tipo", v.tipo().name())
			.param("oggetto", v.oggetto())
			.param("nome", breve(v.nome(), 300))
			.param("gestione", v.gestione())
			.param("prima", breve(v.prima(), LUNGO))
			.param("dopo", breve(v.dopo(), LUNGO))
			.update();
	}

	/**
	 * Some lines, the last first.
	 * @param c whose list it is
	 * @param salta how many come before
	 * @param quante how many at most
	 * @return the lines
	 */
	public List<VoceRegistro> elenco(Competenza c, int salta, int quante) {
		return this.jdbc
			.sql("SELECT * FROM registro_amministrativo" + FILTRO + " ORDER BY numero DESC LIMIT :quante OFFSET :salta")
			.param("tutto", c.tutto())
			.param("gestioni", c.gestioni().isEmpty() ? List.of("-") : c.gestioni())
			.param("quante", quante)
			.param("salta", salta)
			.query((rs, riga) -> new VoceRegistro(rs.getObject("quando", OffsetDateTime.class).toInstant(),
					rs.getString("chi"), rs.getString("atto"), Tipo.valueOf(rs.getString("tipo")),
					rs.getString("oggetto"), rs.getString("nome"), rs.getString("gestione"), rs.getString("prima"),
					rs.getString("dopo")))
			.list();
	}

	/**
	 * How many lines there are.
	 * @param c whose list it is
	 * @return their number
	 */
	public int conta(Competenza c) {
		return this.jdbc.sql("SELECT COUNT(*) FROM registro_amministrativo" + FILTRO)
			.param("tutto", c.tutto())
			.param("gestioni", c.gestioni().isEmpty() ? List.of("-") : c.gestioni())
			.query(Integer.class)
			.single();
	}

	private static String breve(String testo, int massimo) {
		return (testo == null || testo.length() <= massimo) ? testo : testo.substring(0, massimo - 1) + "…";
	}

}
